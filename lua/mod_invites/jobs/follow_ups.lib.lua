-- What is to be done after redemptions. The ledger has noted it together with them, so a crash loses nothing: it is taken up again at the next start.
--
-- Returns { start = function (): begins in a moment, when the answer to the registration is sent; resume = function (): asks at once for what was
-- left; stop = function () }.

local async = require "util.async";
local monotonic = require "util.time".monotonic;
local sha256 = require "util.hashes".sha256;

local ask = require_once "ledger".ask;
local in_background = require_once "jobs/background";

local messages = require_once "jobs/messages";
local tree_limits = require_once "jobs/tree_limits";

-- mod_invites_register keeps what was promised. Without it, nobody has promised anything.
local function promised(to_do) return module:fire_event("invite-promised", to_do) ~= false; end

local steps = {
	contact = promised; roles = promised;
	message = messages.from_inviter; room = require_once "rooms/lead"; ["tree-deep"] = tree_limits.deep; ["tree-full"] = tree_limits.full;
	welcome = messages.from_host;
};

local begins_after = 0.05; -- seconds
local again_after = 600; -- seconds until what has failed is tried again
local given_up_after = 7 * 86400; -- seconds

if prosody.process_type ~= "prosody" then
	local function nothing() end
	return { start = nothing; resume = nothing; stop = nothing };
end

local is_working, is_more, is_stopped = false, false, false;
local failed_at = {}; -- what is to be done → when it failed

-- One piece for each turn of the event loop.
local function rest() async.sleep(0); end

local start;

local function key(to_do) return table.concat({ to_do.account; to_do.step; to_do.about }, "\0"); end

local function do_next(to_do)
	local at = failed_at[key(to_do)];
	if at and monotonic() - at < again_after then return; end
	rest();
	if is_stopped then return; end
	to_do.id = sha256(key(to_do).."\0"..to_do.noted, true):sub(1, 32); -- of its stanza, if there is one: the same for each try
	local ok, done = pcall(steps[to_do.step], to_do, rest);
	if not ok then module:log("error", "What follows an invite could not be done for %s (%s): %s", to_do.account, to_do.about, done); end
	if not ok or not done then
		if os.time() - to_do.noted < given_up_after then
			failed_at[key(to_do)] = monotonic();
			module:add_timer(again_after, start);
			return;
		end
		module:log("error", "What follows an invite was given up for %s (%s)", to_do.account, to_do.about);
	end
	failed_at[key(to_do)] = nil;
	ask("followed_up", to_do);
end

local function work()
	local last;
	repeat
		local list = ask("follow_ups", last) or {};
		for _, to_do in ipairs(list) do
			if is_stopped then return; end
			do_next(to_do);
			last = to_do;
		end
	until #list == 0;
end

local function begin()
	if is_working then
		is_more = true;
		return;
	end
	is_working = true;
	in_background(function ()
		local ok, err;
		repeat
			is_more = false;
			ok, err = pcall(work);
		until not ok or not is_more or is_stopped;
		is_working = false;
		if not ok then error(err, 0); end
	end);
end

function start()
	if not is_stopped then module:add_timer(begins_after, begin); end
end

return { start = start; resume = begin; stop = function () is_stopped = true; end };
