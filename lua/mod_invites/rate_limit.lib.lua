-- The rate limit for tokens that do not work, on streams, web forms and APIs. Tokens that work pass until the highest limit,
-- and refusals that may pass are not counted, as their tokens are good.
--
-- There are three limits, of which the option `invites_guess_limit` (5) is the first:
-- - one stream: that many failures; the next one is answered with an error and closes the stream;
-- - one address: 4 times that many in ten minutes; each further one closes its stream at once. Tokens that work still pass, so that nobody locks
--   out others with the same address;
-- - one address: 40 times that many; then no token of that address is looked up.
-- An address is an IPv4 address or an IPv6 network (/64); in subscriptions (XEP-0379) it is the JID or the domain of the sender. Behind a proxy that
-- does not name its client, all have the proxy's address. A trusted proxy and this machine are counted as a whole, 40 times that many in ten minutes,
-- and even then tokens that work pass.
--
-- The functions take the presenter of a token: a session, { ip = address } or { sender = JID or domain }.

local new_cache = require "util.cache".new;
local new_throttle = require "util.throttle".create;

local attempts = require_once "events/failed_attempts";
local events = require_once "events/events";
local option = require_once "invites_config/option";
local refusals = require_once "invites_core".refusals();
local key_of = require_once "invites_web/http/client".key;

local per_stream = option "invites_guess_limit";
local per_address, beyond_reason = per_stream * 4, per_stream * 40;
local period = 600; -- seconds in which a limit recovers
local addresses_known = 10000; -- at about 500 bytes each; the least recently used is forgotten

local streams = setmetatable({}, { __mode = "k" }); -- session → failures
local keys = setmetatable({}, { __mode = "k" }); -- session → key of its address, or false
local shared = setmetatable({}, { __mode = "k" }); -- session → true if many people share its address
local addresses = new_cache(addresses_known); -- key → { soft, hard }
local looking = {}; -- key → tokens of this address that are being looked up

local rate_limit = {};

local function of_address(who, is_new)
	local key = keys[who];
	if key == nil then
		local is_shared;
		if who.sender then
			key = "from:"..who.sender;
		elseif who.ip then
			key, is_shared = key_of(who.ip);
		end
		key = key or false;
		keys[who], shared[who] = key, is_shared or nil;
	end
	local limits = key and addresses:get(key);
	if key and not limits and is_new then
		limits = shared[who] and { soft = new_throttle(beyond_reason, period) }
			or { soft = new_throttle(per_address, period); hard = new_throttle(beyond_reason, period) };
	end
	if limits then addresses:set(key, limits); end -- as the last one used
	return limits;
end

local function is_looked_up(key, change)
	local count = (looking[key] or 0) + change;
	looking[key] = count > 0 and count or nil;
end

-- (presenter; function that looks a token of theirs up, and its arguments) → what that returned. Until then it counts as a failure, so that guesses
-- at the same time win nothing while the database takes its time.
function rate_limit:look_up(who, look, ...)
	local key = keys[who];
	if not key then return look(...); end
	is_looked_up(key, 1);
	local results = table.pack(pcall(look, ...));
	is_looked_up(key, -1);
	if not results[1] then error(results[2], 0); end
	return table.unpack(results, 2, results.n);
end

-- (presenter) → nil, or "throttled": the token must not even be looked up
function rate_limit:blocked(who)
	if per_stream < 1 then return nil; end
	local limits = of_address(who);
	local others = not shared[who] and looking[keys[who]] or 0;
	if others >= beyond_reason or limits and limits.hard and not limits.hard:peek(1 + others) or (streams[who] or 0) > per_stream then
		events.refused("check", "throttled");
		return "throttled";
	end
end

-- (code of a refusal) → may it pass, so that the token was good, or nobody could look?
local function may_pass(code) return refusals[code] ~= nil and refusals[code].type == "wait"; end

-- (presenter; code of the refusal; what was wrong, a token if nil) → nil, or "throttled": a stream must be closed now
function rate_limit:failed(who, code, what)
	if code == "token-invalid" or code == "key-invalid" then attempts(what or "token", who.ip, who.ip and keys[who]); end
	if per_stream < 1 or may_pass(code) then return nil; end
	streams[who] = (streams[who] or 0) + 1;
	local limits, too_many = of_address(who, true), streams[who] > per_stream;
	if limits then
		if limits.hard then limits.hard:poll(1); end
		too_many = not limits.soft:poll(1) or too_many;
	end
	if not too_many then return nil; end
	events.refused("check", "throttled");
	return "throttled";
end

return rate_limit;
