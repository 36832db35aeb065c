-- Logging in with a password. Each attempt is counted before the password is tested, per account and per address. A failed attempt is answered after
-- a fixed time, so that nobody can tell from the time whether the account exists.
--
-- Returns function (address as it was typed, password, IP address) → username, or nil, id of a text

local async = require "util.async";
local cache = require "util.cache";
local new_throttle = require "util.throttle".create;
local nodeprep = require "util.encodings".stringprep.nodeprep;
local now = require "util.time".now;
local prepped_split = require "util.jid".prepped_split;
local usermanager = require "core.usermanager";

local invites = module:depends "invites";
local input = invites.input;
local compat = require_once "invites_lib/compat";
local key_of = require_once "invites_web/http/client".key;

-- Attempts per period (seconds): for an account from one address, so that nobody can lock its owner out; for an account from all addresses; from an
-- address; from all clients of a proxy that does not tell their addresses
local per_pair, per_account, per_place, per_shared_place, period = 10, 200, 40, 400, 600;
local most_known = 10000;
local longest, longest_address = 1024, 2047; -- bytes of a password; characters of an address without a resource (RFC 7622, section 3.1)
local wait = 0.5; -- seconds

-- A throttled entry is never evicted; when all are throttled, new logins are refused.
local function is_free(_, bucket) return bucket:peek(1); end
local pairs_of, accounts, places = cache.new(most_known, is_free), cache.new(most_known, is_free), cache.new(most_known, is_free);

local function count(counted, key, most)
	local bucket = counted:get(key) or new_throttle(most, period);
	return counted:set(key, bucket) and bucket:poll(1);
end

-- (username or nil, place, key of both, is the place shared by many clients?) → may there be another attempt? Attempts from a shared place must not
-- lock out other clients or the account, so they count for nothing else.
local function may_try(username, place, pair, is_shared)
	if is_shared then return count(places, place, per_shared_place); end
	return count(places, place, per_place) and (not username or count(pairs_of, pair, per_pair) and count(accounts, username, per_account));
end

local function username_of(text)
	text = input.line(text, longest_address);
	if not text then return nil; end
	if not text:find("@", 1, true) then return nodeprep(text, true); end
	local username, host = prepped_split(text);
	return host == module.host and username or nil;
end

local function fits(username, password)
	if not username or username == "" or password == "" or #password > longest then return false; end
	if not input.new_name(username) then return false; end -- the storage would complain of it in the log
	local called, does = pcall(usermanager.test_password, username, module.host, password);
	if not called then module:log("error", "A password could not be tested: %s", does); end
	return called and does and compat.is_enabled(username) or false;
end

return function (address, password, ip)
	local began = now();
	local username, place, is_shared = username_of(address), key_of(ip);
	local pair = username and username.." "..place;
	local may = may_try(username, place, pair, is_shared);
	if not may and not is_shared then return nil, "error-login-throttled"; end
	if fits(username, password) then
		pairs_of:set(pair, nil);
		return username;
	end
	invites.wrong("password", ip);
	module:log("debug", "It was for %s", username or "no name of this host");
	if async.ready() then async.sleep(math.max(wait - (now() - began), 0)); end
	return nil, may and "error-login" or "error-login-throttled";
end
