-- Coroutines that wait for the library's thread.
--
-- Returns function (ledger object of the library) → wait_for, stop, waits. wait_for(number of a task) → its results. stop() gives the thread some
-- seconds to finish, and its answers to those who wait for them. waits() → how often somebody has waited so far.

local async = require "util.async";
local server = require "net.server";
local monotonic = require "util.time".monotonic;
local now = require "util.time".now;
local add_task = require "util.timer".add_task;

local core = require_once "invites_core";

local one_turn = 0.002; -- seconds in which answers are handed out before the server does something else
local patience = 15; -- seconds until somebody is told that there is no answer; the thread gives up a task earlier, unless it hangs in it
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

	local function give_up()
		local overdue = {};
		for number, waiter in pairs(waiting) do
			if monotonic() - waiter.since > patience then table.insert(overdue, number); end
		end
		for _, number in ipairs(overdue) do resume(number, true); end
		is_timed = next(waiting) ~= nil;
		return is_timed and 1 or nil;
	end

	local function wait_for(number)
		local wait, done = async.waiter();
		count = count + 1;
		local waiter = { done = done; since = monotonic() };
		waiting[number] = waiter;
		watch = watch or server.watchfd(ledger:descriptor(), function () hand_out(one_turn); end);
		if not is_timed then
			is_timed = true;
			add_task(1, give_up);
		end
		wait();
		if not waiter.is_late then return ledger:answer(number); end
		ledger:answer(number); -- forgets it: there may be an answer already whose group is not on the disk
		return nil, "internal-server-error", "the database has not answered in time";
	end

	local function stop()
		is_stopped = true;
		if next(waiting) == nil and not watch then return; end
		if not core.drain(longest_stop) then
			module:log("warn", "The invite database has not finished in %d seconds. What it was asked last is settled later", longest_stop);
		end
		hand_out(longest_stop);
	end

	return wait_for, stop, function () return count; end;
end
