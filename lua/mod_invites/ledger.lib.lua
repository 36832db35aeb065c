-- The ledger of this host: one loop answers its questions, and one place logs failures of the database.
--
-- Returns { ask = function (verb, ...) that calls a method of the library's object and returns its results; or nil, code, message for the log, short
-- id of the invite; call = the same without questions and without the log; close = function (); waits = function () → a number that changes when
-- somebody waits }. If the ledger has questions about accounts, it is called again with the answers. A caller in a coroutine of util.async waits for
-- the library's thread (src/worker), and the server does other things meanwhile.

local async = require "util.async";
local monotonic = require "util.time".monotonic;

local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local core = require_once "invites_core";
local permissions = require_once "accounts/permissions";
local settings = require_once "settings";
local events = require_once "events/events";
local in_background = require_once "jobs/background";
local waiting = require_once "waiting";

local most_rounds = 10; -- of questions and answers: a verb asks all it can at once, so there are two or three

local is_open, ledger, open_code, why = pcall(core.open, settings);
if not is_open or not ledger then
	local reason = tostring(not is_open and ledger or why or open_code);
	module:log("error", "The options of mod_invites don't make sense: %s", reason);
	error(reason, 0);
end
local wait_for, stop_waiting, waits = waiting(ledger);

local is_down = false;

local function now() return math.max(os.time(), 0); end

local is_server = prosody.process_type == "prosody";

-- Prosody 0.12 with -D forks at "server-started". In the new process SQLite believes that it still holds the locks of the old one, and other
-- processes could then delete the database. So nothing stays open until then, and no thread is started.
local may_fork = is_server and not compat.started();

-- Nobody waits while modules are loaded or unloaded or the server stops, although that can happen in a coroutine: the rest of the server would find
-- something half done.
local serves = false;
if may_fork then
	module:hook_global("server-started", function () may_fork = false; end, -999);
	module:hook_global("server-started", function () serves = true; end, -1001); -- after jobs/maintenance: nobody waits yet
elseif is_server then
	module:add_timer(0, function () serves = true; end);
end

local is_yieldable = coroutine.isyieldable or function () return true; end; -- Lua 5.2 can't tell

local function results(first, second, third, ...)
	if second == "wait" then return wait_for(third, (...)); end
	return first, second, third, ...;
end

local function call(verb, facts, ...)
	return results(ledger[verb](ledger, serves and is_yieldable() and async.ready(), facts, now(), ...));
end

-- (message of the database; short id or nil; name of an account that could not be looked up, if that was the reason)
local function failed(detail, id, account)
	if account then
		module:log("warn", "An invite was refused, as the account %s could not be looked up", account);
	else
		is_down = true;
		local level = ledger:failed(detail, monotonic());
		module:log(level, "The invite database %s does not work, so invites are refused: %s", settings.address.shown, detail);
	end
	return nil, "internal-server-error", nil, id;
end

local is_testing = false;

-- Not every call needs the database, so after a failure it is tested. Nobody waits for that.
local function test()
	if is_testing then return; end
	is_testing = true;
	in_background(function ()
		local ok, works = pcall(call, "health");
		is_testing = false;
		if not is_down or not ok or not works then return; end
		is_down = false;
		module:log(ledger:recovered(), "The invite database %s works again", settings.address.shown);
	end);
end

local function answer(verb, ...)
	local facts;
	for _ = 1, most_rounds do
		local ok, result, second, third, id, account = pcall(call, verb, facts, ...);
		if not ok then -- a mistake in one of our own files
			module:log("error", "The ledger was asked in a wrong way: %s", result);
			return nil, "internal-server-error";
		elseif second == "internal-server-error" then
			return failed(third, id, account);
		elseif second == "busy" then
			module:log(ledger:busy(monotonic()), "So much waits for the invite database %s that some requests are refused", settings.address.shown);
			return nil, second, third, id;
		elseif second == "invite-damaged" then
			events.damaged(third:match("^the invite (%S+)") or "?", third);
			return nil, second, third, id;
		elseif second ~= "ask" then
			if is_down then test(); end
			return result, second, third, id;
		end
		facts = accounts.answer(facts or {}, third, permissions);
	end
	return failed("the ledger repeats its questions");
end

local function closed(...)
	ledger:close();
	return ...;
end

local function ask(...)
	if may_fork then return closed(answer(...)); end
	return answer(...);
end

-- (event that all hosts get, or nil)
local function stop(event)
	serves = false;
	stop_waiting(event);
end

local function close()
	stop();
	ledger:close();
end

if is_server then
	-- Before all others: what is asked from now on is done at once, as the server will not come back to it.
	module:hook_global("server-stopping", stop, 1000);
	-- All modules of the host are still there, so whoever waits comes to an end, with an account or without.
	module:hook_global("host-deactivating", function (event)
		if event.host == module.host then stop(); end
	end, 1000);
	module:hook_global("server-stopped", close, -1000);
end

return { ask = ask; call = function (verb, ...) return call(verb, nil, ...); end; close = close; waits = waits };
