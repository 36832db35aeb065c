-- Has nobody on the way been able to read a request? Prosody says so of TLS, and of proxies that it trusts and that name https. Programs on
-- this machine need no encryption, but a proxy on this machine, or another that the admin trusts, speaks for others: then the scheme of the
-- address that the admin has given to the outside counts, unless the proxy names another.
--
-- Returns function (request of Prosody's HTTP server) → boolean; did it leave the browser encrypted?

local address = module:require "mod_invites/address";
local is_proxy = module:require "mod_invites/proxies";

local outside_is_encrypted = (module:get_option_string("http_external_url") or ""):find("^https:") ~= nil;

local marks_of_proxies = { "forwarded"; "x_forwarded_for"; "x_forwarded_proto"; "x_forwarded_host"; "x_real_ip"; "via" };

return function (http)
	if http.secure then return true, true; end
	local peer = address.read(http.conn:ip());
	if not peer or not is_proxy(peer) then return false; end
	local headers = http.headers;
	local nearest = http.forwarded and http.forwarded[#http.forwarded]; -- only 13.0 reads that header
	local encrypted;
	if nearest and nearest.proto then
		encrypted = nearest.proto:lower() == "https";
		return encrypted, encrypted;
	end
	for _, name in ipairs(marks_of_proxies) do
		if headers[name] then
			encrypted = outside_is_encrypted and not headers.x_forwarded_proto;
			return encrypted, encrypted;
		end
	end
	return address.is_loopback(peer), false;
end
