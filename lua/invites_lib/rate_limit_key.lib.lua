-- Whom attempts from an address are counted for: an IPv4 address or an IPv6 network (/64). Behind a proxy that does not tell whom it speaks for,
-- everybody has the proxy's address, and on this machine its own: all of them share what is counted, which must lock nobody out.
--
-- Returns function (address as text) → key, is it shared by many?

local address = require_once "invites_lib/ip_address";
local is_proxy = require_once "invites_lib/trusted_proxies";

return function (text)
	local known = address.read(text);
	if not known then return "unknown", true; end
	return known.proto..":"..known.packed:sub(1, 8), is_proxy(known);
end
