-- Who speaks for others: this machine itself, and the proxies that the admin trusts.
--
-- Returns function (address as mod_invites/address.lib.lua reads it) → boolean

local ip = require "util.ip";

local address = module:require "mod_invites/address";
local option = module:require "invites_config/option";

local trusted = option "trusted_proxies";

return function (known)
	if address.is_loopback(known) then return true; end
	for _, proxy in ipairs(trusted) do
		local network, bits = ip.parse_cidr(proxy);
		if network and ip.match(known, network, bits) then return true; end
	end
	return false;
end
