-- Whom attempts from an address are counted for: an IPv4 address or an IPv6 network (/64). Behind a proxy, everybody has the proxy's address, so
-- that is never counted, unless it tells whom it speaks for.
--
-- Returns function (address as text) → key, or nil: it must not be counted

local address = module:require "mod_invites/address";
local is_proxy = module:require "mod_invites/proxies";

return function (text)
	local known = address.read(text);
	if not known or is_proxy(known) then return nil; end
	return known.proto..":"..known.packed:sub(1, 8);
end
