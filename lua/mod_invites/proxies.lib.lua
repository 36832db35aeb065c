-- Who speaks for others: this machine itself, and the proxies that the admin trusts.
--
-- Returns function (address as mod_invites/address.lib.lua reads it) → boolean

local ip = require "util.ip";

local address = module:require "mod_invites/address";

local trusted = module:context("*"):get_option_set("trusted_proxies", { "127.0.0.1"; "::1" });

return function (known)
	if address.is_loopback(known) then return true; end
	for proxy in trusted do
		local network, bits = ip.parse_cidr(proxy);
		if network and ip.match(known, network, bits) then return true; end
	end
	return false;
end
