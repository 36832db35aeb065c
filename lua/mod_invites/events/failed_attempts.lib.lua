-- A line in the log for each failed attempt, with its address, for fail2ban and the like. docs/admin.md promises the format:
--
--   Wrong token from 192.0.2.1
--   Wrong API key from 2001:db8::1
--   Wrong password from 192.0.2.1
--
-- There is a limit on these lines, so that nobody can fill the log.
--
-- Returns function ("token", "API key" or "password"; address as text, nil if there is none; what is counted for that address, if it is known)

local new_cache = require "util.cache".new;
local new_throttle = require "util.throttle".create;

local read_address = require_once "invites_core".web.ip;

local lines_per_address, lines, period = 20, 600, 60; -- seconds
local addresses_known = 1000;

local addresses, all = new_cache(addresses_known), new_throttle(lines, period);

return function (what, from, key)
	local address;
	if not key then address, key = read_address(from); end
	if not key then return; end
	local limit = addresses:get(key) or new_throttle(lines_per_address, period);
	addresses:set(key, limit);
	if not limit:poll(1) then return; end
	address = address or read_address(from); -- a proxy may pass anything on
	if address and all:poll(1) then module:log("info", "Wrong %s from %s", what, address); end
end
