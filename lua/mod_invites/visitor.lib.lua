-- Whom attempts from an address are counted for: an IPv4 address or an IPv6 network (/64). Behind a proxy, everybody has the proxy's address: neither
-- that of a trusted proxy nor this machine itself is ever counted, unless it tells whom it speaks for.
--
-- Returns function (address as text) → key, or nil: it must not be counted

local ip = require "util.ip";

local address = module:require "mod_invites/address";

local proxies = module:context("*"):get_option_set("trusted_proxies", { "127.0.0.1"; "::1" });

local function is_proxy(known)
	for proxy in proxies do
		local network, bits = ip.parse_cidr(proxy);
		if network and ip.match(known, network, bits) then return true; end
	end
	return false;
end

return function (text)
	local known = address.read(text);
	if not known or address.is_loopback(known) or is_proxy(known) then return nil; end
	return known.proto..":"..known.packed:sub(1, 8);
end
