-- Has nobody on the way been able to read a request? Prosody says so of TLS, and of proxies that it trusts and that name https. Programs on
-- this machine need no encryption, but a proxy on this machine, or another that the admin trusts, speaks for others: then the scheme of the
-- address that the admin has given to the outside counts, unless the proxy names another.
--
-- Returns function (request of Prosody's HTTP server) → boolean; did it leave the browser encrypted?

local address = require_once "invites_lib/ip_address";
local forwards = require_once "invites_web/http/forwards";
local is_proxy = require_once "invites_lib/trusted_proxies";
local option = require_once "invites_config/option";

local outside_is_encrypted = (option "http_external_url" or ""):lower():find("^https:") ~= nil;

-- (array of schemes, one for each hop) → do all hops name https, however it is written? nil: none is named
local function all_encrypted(schemes)
	if not schemes[1] then return nil; end
	for _, scheme in ipairs(schemes) do
		if scheme:lower() ~= "https" then return false; end
	end
	return true;
end

-- (request) → what the proxies say of it: is it encrypted all the way? nil: they say nothing
local function told(http)
	local schemes = {};
	if http.forwarded then -- only 13.0 reads that header
		for _, hop in ipairs(http.forwarded) do table.insert(schemes, hop.proto); end
	else
		for scheme in (http.headers.x_forwarded_proto or ""):sub(1, 256):gmatch("[^,%s]+") do table.insert(schemes, scheme); end
	end
	return all_encrypted(schemes);
end

return function (http)
	if http.secure then return true, true; end
	local peer = address.read(http.conn:ip());
	if not peer or not is_proxy(peer) then return false; end
	if not forwards(http) then return address.is_loopback(peer), false; end
	local encrypted = told(http);
	if encrypted == nil then encrypted = outside_is_encrypted; end
	return encrypted, encrypted;
end
