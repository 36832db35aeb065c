-- The ledger of this host: one loop answers its questions, and one place logs failures of the database.
--
-- Returns { handle = the library's object; ask = function (verb, ...) that calls a method of it and returns its results; or nil, code, message for
-- the log, short id of the invite }. If the ledger has questions about accounts, it is called again with the answers.

local monotonic = require "util.time".monotonic;

local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local core = require_once "invites_core";
local permissions = require_once "accounts/permissions";
local settings = require_once "settings";
local tell_damaged = require_once "events/damaged_invites";

-- A database that fails on and off is worth one error in the log within this many seconds.
local told_again_after = 60;

local most_rounds = 10; -- of questions and answers: a verb asks all it can at once, so there are two or three

local is_open, ledger, open_code, why = pcall(core.open, settings);
if not is_open or not ledger then
	local reason = tostring(not is_open and ledger or why or open_code);
	module:log("error", "The options of mod_invites don't make sense: %s", reason);
	error(reason, 0);
end

local trouble; -- the level at which the outage was logged; nil while the database works
local told = {}; -- message of the database → when

local function now() return math.max(os.time(), 0); end

-- One error for each outage: a failing database must not fill the log.
local function level_of(detail)
	if trouble then return told[detail] and "debug" or "info"; end
	for text, at in pairs(told) do
		if monotonic() - at >= told_again_after then told[text] = nil; end
	end
	trouble = told[detail] and "debug" or "error";
	return trouble;
end

-- (message of the database; short id or nil; name of an account that could not be looked up, if that was the reason)
local function failed(detail, id, account)
	if account then
		module:log("warn", "An invite was refused, as the account %s could not be looked up", account);
	else
		module:log(level_of(detail), "The invite database %s does not work, so invites are refused: %s", settings.place, detail);
		told[detail] = told[detail] or monotonic();
	end
	return nil, "internal-server-error", nil, id;
end

-- Not every call needs the database, so after a failure it is tested.
local function recovered()
	if not ledger:health(nil, now()) then return; end
	module:log(trouble == "error" and "info" or "debug", "The invite database %s works again", settings.place);
	trouble = nil;
end

local function answer(verb, ...)
	local facts;
	for _ = 1, most_rounds do
		local ok, result, second, third, id, account = pcall(ledger[verb], ledger, facts, now(), ...);
		if not ok then -- a mistake in one of our own files
			module:log("error", "The ledger was asked in a wrong way: %s", result);
			return nil, "internal-server-error";
		elseif second == "internal-server-error" then
			return failed(third, id, account);
		elseif second == "invite-damaged" then
			tell_damaged(third:match("^the invite (%S+)") or "?", third);
			return nil, second, third, id;
		elseif second ~= "ask" then
			if trouble then recovered(); end
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

-- Prosody 0.12 with -D forks at "server-started". In the new process SQLite believes that it still holds the locks of the old one, and other
-- processes could then delete the database. So nothing stays open until then.
local may_fork = prosody.process_type == "prosody" and not compat.started();
if may_fork then
	module:hook_global("server-started", function () may_fork = false; end, -999);
end

local function ask(...)
	if may_fork then return closed(answer(...)); end
	return answer(...);
end

return { handle = ledger; ask = ask };
