-- Coroutines that wait for the library's thread.
--
-- Returns function (ledger object of the library) → wait_for, stop, waits. wait_for(number of a task; is it done however late?) → its results.
-- stop({} for all that stop together, or nil) gives the thread some seconds to finish, refuses what it has not begun by then, and gives answers to
-- those who wait for them. waits() → how often somebody has waited so far.

local async = require "util.async";
local server = require "net.server";
local monotonic = require "util.time".monotonic;
local now = require "util.time".now;
local add_task = require "util.timer".add_task;

local core = require_once "invites_core";

local one_turn = 0.002; -- seconds in which answers are handed out before the server does something else
local longest_stop = 5; -- seconds

return function (ledger)
	local waiting = {}; -- number of a task → { done, since }
	local watch, is_stopped, is_timed, count = nil, nil, nil, 0;

	local function resume(number, is_late)
		local waiter = waiting[number];
		if not waiter then return; end -- it was told already that there is no answer
		waiting[number], waiter.is_late = nil, is_late;
		local ok, err = pcall(waiter.done);
		if not ok then module:log("error", "A coroutine that waited for the invite database failed: %s", err); end
	end

	-- (seconds) An error here would make the server pause, and many answers at once would keep others waiting.
	local function hand_out(longest)
		local since = now();
		repeat
			local number = ledger:done();
			if number then resume(number); end
		until not number or now() - since > longest;
		if is_stopped and watch and next(waiting) == nil then
			if watch.close then watch:close(); else watch:setflags(false, false); end -- the latter with libevent
			watch = nil;
		end
	end

	-- The thread gives up a task earlier, unless it hangs in it.
	local function give_up()
		local overdue = {};
		for number, waiter in pairs(waiting) do
			if monotonic() - waiter.since > core.longest_wait then table.insert(overdue, number); end
		end
		for _, number in ipairs(overdue) do resume(number, true); end
		is_timed = next(waiting) ~= nil;
		return is_timed and 1 or nil;
	end

	local function wait_for(number, is_certain)
		local wait, done = async.waiter();
		count = count + 1;
		local waiter = { done = done; since = is_certain and math.huge or monotonic() };
		waiting[number] = waiter;
		watch = watch or server.watchfd(ledger:descriptor(), function () hand_out(one_turn); end);
		if not is_timed then
			is_timed = true;
			add_task(1, give_up);
		end
		wait();
		return ledger[waiter.is_late and "give_up" or "answer"](ledger, number);
	end

	-- A second time, there is nothing left that was not begun.
	local function stop(together)
		local was_stopped = is_stopped;
		is_stopped = true;
		if next(waiting) == nil and not watch then return; end
		if not was_stopped then
			together = together or {};
			together.invites_end = together.invites_end or monotonic() + longest_stop;
			if not core.drain(together.invites_end - monotonic()) then
				module:log("warn", "The invite database has not finished in %d seconds. What it was asked last is settled later", longest_stop);
				ledger:withdraw();
			end
		end
		hand_out(longest_stop);
	end

	return wait_for, stop, function () return count; end;
end
