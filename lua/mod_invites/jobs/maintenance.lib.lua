-- Work without a request: at the start of the server, and at intervals.
--
-- It starts everything in a running server, and nothing under prosodyctl. Returns { tidy }.

local monotonic = require "util.time".monotonic;
local time = require "util.time".now;

local ask = require_once "ledger".ask;
local compat = require_once "invites_lib/compat";
local events = require_once "events/events";
local follow_ups = require_once "jobs/follow_ups";
local import_legacy = require_once "jobs/legacy_import";
local in_background = require_once "jobs/background";
local webhooks = require_once "jobs/webhooks";

local sweep_first_after, sweep_next_batch, sweep_every = 60, 0.2, 3600; -- seconds
local tidy_next_batch = 0.05;
local retry_after = 60; -- seconds, if the database failed at the start

if prosody.process_type ~= "prosody" then return { tidy = function () end }; end

-- (function → seconds until it is done again, or nil): does it in a coroutine, because the database and account providers may let it wait
local function run(chore)
	in_background(function ()
		local again_after = chore();
		if again_after then module:add_timer(again_after, function () run(chore); end); end
	end);
end

-- Abandoned claims: their process crashed, or their lease is over.
local function settle()
	local found, redeemed, released = ask "settle_stale";
	if not found or redeemed + released == 0 then return; end
	events.tell("invites-settled", { redeemed = redeemed; released = released });
	for _, event in ipairs(found) do events.tell("invite-redeemed", event); end
end

-- Two servers on one file respect each other's claims, but each has its own rate limit, metrics and log. Usually it is a mistake.
local function serve()
	local others = ask("serve", monotonic());
	if others and others > 0 then
		module:log("warn", "%d more server%s the invite database %s now. If that is not meant to be, stop it, or give it another invites_database",
			others, others == 1 and " uses" or "s use", require_once "settings".address.shown);
	end
	return others;
end

local function start()
	if not ask "health" or not serve() then return retry_after; end
	settle();
	follow_ups.resume();
	webhooks.resume();
	import_legacy();
end

local is_tidying, is_more_to_tidy = false, false;

-- Ends the invites of deleted accounts. None of them works any more, so there is no hurry.
local function tidy()
	is_more_to_tidy = false;
	local is_more, forgotten = ask "tidy";
	is_tidying = (is_more or is_more_to_tidy) and true or false;
	if is_more and forgotten then events.tell("invites-forgotten", forgotten); end
	return is_tidying and tidy_next_batch or nil;
end

local function start_tidying()
	is_more_to_tidy = true; -- the answer that is waited for may not know of it
	if is_tidying then return; end
	is_tidying = true;
	run(tidy);
end

local is_clock_believed = true;

-- Sweeps in small batches, so that it never stalls the server.
local function sweep()
	local began = time();
	local removed, code = ask("sweep", monotonic());
	if not code and is_clock_believed ~= (removed ~= false) then
		is_clock_believed = removed ~= false;
		module:log(is_clock_believed and "info" or "warn", is_clock_believed and "The clock is believed again, so invites of the past are removed"
			or "The clock was set, or is far past all invites: none is removed until it has gone right for a day");
	end
	if removed and removed > 0 then
		events.tell("invites-swept", { count = removed; seconds = time() - began });
		return sweep_next_batch;
	end
	start_tidying();
	settle();
	follow_ups.start();
	return sweep_every;
end

module:add_timer(sweep_first_after, function () run(sweep); end);
if compat.started() then
	module:add_timer(0, function () run(start); end);
else
	-- After all other handlers: Prosody 0.12 with -D continues in another process from this event on.
	module:hook_global("server-started", function () run(start); end, -1000);
end
return { tidy = start_tidying };
