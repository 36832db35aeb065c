-- May this password open this account's page? Each attempt is counted, for the account and for the address that it comes from, before anything is
-- looked at.
--
-- Returns function (address as it was typed, password, IP address) → username, or nil, id of a text

local cache = require "util.cache";
local new_throttle = require "util.throttle".create;
local nodeprep = require "util.encodings".stringprep.nodeprep;
local prepped_split = require "util.jid".prepped_split;
local usermanager = require "core.usermanager";

local compat = module:require "mod_invites/compat";
local visitor = module:require "mod_invites/visitor";

local per_account, per_place, period = 10, 40, 600; -- failures for one account, attempts from one address; seconds in which they are forgotten
local most_known = 10000;
local longest = 1024; -- bytes of a password

local counted = cache.new(most_known);

-- (what is counted, how many there may be) → may there be another attempt?
local function count(key, most)
	local bucket = counted:get(key) or new_throttle(most, period);
	counted:set(key, bucket);
	return bucket:poll(1);
end

-- ("juliet@example.com" or "juliet") → prepared username of this host, or nil
local function username_of(text)
	text = text:match("^%s*(.-)%s*$");
	if not text:find("@", 1, true) then return nodeprep(text, true); end
	local username, host = prepped_split(text);
	return host == module.host and username or nil;
end

return function (address, password, ip)
	local username = username_of(address);
	local place = visitor(ip);
	if place and not count("from:"..place, per_place) then return nil, "error-login-throttled"; end
	if not username or username == "" or password == "" or #password > longest then return nil, "error-login"; end
	if not count("for:"..username, per_account) then return nil, "error-login-throttled"; end
	local called, fits = pcall(usermanager.test_password, username, module.host, password);
	if not called then module:log("error", "A password could not be tested: %s", fits); end
	if not called or not fits or not compat.is_enabled(username) then return nil, "error-login"; end
	counted:set("for:"..username, nil);
	return username;
end
