-- What mod_invites does on its own, without a request: at the start of the server, and now and then.
--
-- Returns function (ask, ledger, steps, import, place: the database as the log may name it) → { tidy }: starts everything that is due in a running
-- server, and nothing under prosodyctl.

local async = require "util.async";
local monotonic = require "util.time".monotonic;
local time = require "util.time".now;

local compat = require_once "invites_lib/compat";

local sweep_first_after, sweep_next_batch, sweep_every = 60, 0.2, 3600; -- seconds
local tidy_next_batch = 0.05;
local retry_after = 60; -- seconds, where the database did not work at the start

return function (ask, ledger, events, import, place)
	-- Account providers may wait for an answer from elsewhere, which needs a coroutine.
	local runner = async.runner(function (chore) chore(); end, { error = function (_, err)
		module:log("error", "A chore of the invites failed: %s", err);
	end });

	-- Claims that nobody is going to finish: whoever took them crashed, or has gone.
	local function settle()
		local accounts, released = ask(function (facts, now) return ledger:settle(facts, now); end);
		if not accounts or not accounts[1] and released == 0 then return; end
		events.tell("invites-settled", { redeemed = #accounts; released = released });
		for _, account in ipairs(accounts) do
			local invite = account.invite;
			if invite.kind then
				events.tell("invite-redeemed", {
					id = invite.id; kind = invite.kind; creator = invite.creator; username = account.username; validated = invite; settled = true;
				});
			end
		end
	end

	-- Two servers on one file respect what each other claims, but each has its own rate limit, metrics and log: more often than not it is a mistake.
	local function serve()
		local others = ask(function (_, now) return ledger:serve(now, monotonic()); end);
		if others and others > 0 then
			module:log("warn", "%d more server%s the invite database %s now. If that is not meant to be, stop it, or give it another invites_database",
				others, others == 1 and " uses" or "s use", place);
		end
		return others;
	end

	local function start()
		if not ask(function () return ledger:health(); end) or not serve() then
			module:add_timer(retry_after, function () runner:run(start); end);
			return;
		end
		settle();
		import(ask, ledger);
	end

	local is_clock_believed = true;
	local revoked = {}; -- username → how many invites of an earlier account were revoked so far
	local is_tidying = false;

	-- What accounts that are gone have left behind: none of it works, so there is no hurry.
	local function tidy()
		local username, count, more = ask(function (_, now) return ledger:tidy(now); end);
		if not username then
			is_tidying = false;
			return;
		end
		count = count + (revoked[username] or 0);
		revoked[username] = more and count or nil;
		if not more and count > 0 then events.tell("invites-forgotten", { username = username; count = count }); end
		return tidy_next_batch;
	end

	local function start_tidying()
		if is_tidying or prosody.process_type ~= "prosody" then return; end
		is_tidying = true;
		local again_after = tidy();
		if again_after then module:add_timer(again_after, tidy); end
	end

	-- Small batches, so that a sweep is never a stall.
	local function sweep()
		local began = time();
		local removed, code = ask(function (_, now) return ledger:sweep(now, monotonic()); end);
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
		runner:run(settle);
		return sweep_every;
	end

	local maintenance = { tidy = start_tidying };
	if prosody.process_type ~= "prosody" then return maintenance; end
	module:add_timer(sweep_first_after, sweep);
	if compat.started() then
		module:add_timer(0, function () runner:run(start); end);
	else
		-- After everyone else: Prosody 0.12 with -D continues in another process than it started in, from this event on.
		module:hook_global("server-started", function () runner:run(start); end, -1000);
	end
	return maintenance;
end
