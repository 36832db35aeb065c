-- What a request says: with which key, how it wants to be answered, how it came here. Whatever it says, reading it raises no error.

local formdecode = require "util.http".formdecode;

local address = module:require "mod_invites/address";

local outside_is_encrypted = (module:get_option_string("http_external_url") or ""):find("^https:") ~= nil;

local largest_body = 16 * 1024; -- bytes: a note of a thousand characters fits, however it is escaped

local request = {};

-- (text of a query or form, or nil) → table name → value, with the last of several, and in its array part { name, value } of each
function request.form(text)
	local decoded = text and formdecode(text);
	return type(decoded) == "table" and decoded or {};
end

-- ("Bearer ID/SECRET") → "ID/SECRET" (RFC 6750, section 2.1; schemes have no case: RFC 9110, section 11.1)
local function bearer(header)
	local scheme, credentials = header:match("^%s*(%S+)%s+(%S+)%s*$");
	return scheme and scheme:lower() == "bearer" and credentials or nil;
end

-- (header Accept or nil) → is JSON asked for by name? Whoever takes anything gets what the community's module answers.
local function names_json(accept)
	for range in (accept or ""):lower():gmatch("[^,]+") do
		if range:find("^%s*application/json%s*%f[;\0]") and not range:find(";%s*q=0%.?0*%s*$") then return true; end
	end
	return false;
end

local marks_of_proxies = { "forwarded"; "x_forwarded_for"; "x_forwarded_proto"; "x_forwarded_host"; "x_real_ip"; "via" };

-- Has nobody on the way been able to read the key? Prosody says so of TLS, and of proxies that it trusts and that name https. Programs on
-- this machine need no encryption, but a proxy on this machine speaks for others: then the scheme of the address that the admin has given
-- to the outside counts, unless the proxy names another.
local function is_private(http)
	if http.secure then return true; end
	local headers = http.headers;
	local nearest = http.forwarded and http.forwarded[#http.forwarded]; -- only 13.0 reads that header, and only from proxies that it trusts
	if nearest and nearest.proto then return nearest.proto:lower() == "https"; end
	for _, name in ipairs(marks_of_proxies) do
		if headers[name] then return outside_is_encrypted and not headers.x_forwarded_proto; end
	end
	local peer = address.read(http.conn:ip());
	return peer and address.is_loopback(peer) or false;
end

-- (request of Prosody's HTTP server) → its body, or nil, code. Prosody hands over at once, without the body, what is larger than it takes
-- (http_max_content_size), and closes the connection after the answer. It knows no chunked bodies, and sees nothing where one is.
function request.body(http)
	if http.headers.transfer_encoding then return nil, "length-required"; end
	if http.partial or #(http.body or "") > largest_body then return nil, "body-too-large"; end
	return http.body or "";
end

-- (request of Prosody's HTTP server) → { http, method, key, redirect, json, private }
function request.read(http)
	local query = request.form(http.url.query);
	local authorization = http.headers.authorization;
	local shown = query.key;
	if authorization then shown = bearer(authorization); end
	return {
		http = http; method = http.method; key = shown;
		redirect = query.redirect ~= nil and query.redirect ~= "false";
		json = names_json(http.headers.accept); private = is_private(http);
	};
end

return request;
