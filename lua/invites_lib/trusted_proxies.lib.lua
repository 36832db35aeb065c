-- Who speaks for others: this machine itself, and the proxies that the admin trusts.
--
-- Returns function (address as invites_lib/ip_address reads it) → boolean

local ip = require "util.ip";

local address = require_once "invites_lib/ip_address";
local option = require_once "invites_config/option";

local trusted = option "trusted_proxies";

return function (known)
	if address.is_loopback(known) then return true; end
	for _, proxy in ipairs(trusted) do
		local network, bits = ip.parse_cidr(proxy);
		if network and ip.match(known, network, bits) then return true; end
	end
	return false;
end
