-- The ledger of this host, and how to talk to it: one loop that answers its questions, one place that knows when the database fails.
--
-- Returns function (core, options, rights) → ledger, ask. `options` is the table for core.open, and `place`, the database as the log may name it.
-- ask(call) runs call(facts, now), which asks the ledger one thing, and returns what that returns, or nil, code, words for the log. Where
-- the ledger needs to know about accounts it asks back, and is called again with the answers among the facts, which are nil at first.

local monotonic = require "util.time".monotonic;

local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local tell_damaged = require_once "events/damaged_invites";

-- A database that works one moment and not the next is worth one error in the log within so many seconds.
local told_again_after = 60;

local function open(core, options)
	local ok, ledger, code, detail = pcall(core.open, options);
	if ok and ledger then return ledger; end
	local reason = tostring(not ok and ledger or detail or code);
	module:log("error", "The options of mod_invites don't make sense: %s", reason);
	error(reason, 0);
end

return function (core, options, permissions)
	local place = options.place;
	options.place = nil;
	local ledger = open(core, options);
	local trouble; -- the level at which the log was told that the database fails; nil while it works
	local told = {}; -- what the database said then → when

	-- One error for each trouble: a database that is down must not also fill the log.
	local function level_of(detail)
		if trouble then return told[detail] and "debug" or "info"; end
		local now = monotonic();
		for text, at in pairs(told) do
			if now - at >= told_again_after then told[text] = nil; end
		end
		trouble = told[detail] and "debug" or "error";
		return trouble;
	end

	local function failed(facts, detail)
		detail = tostring(detail or "no reason given");
		for username, standing in pairs(facts and facts.standing or {}) do
			if standing == "unknown" then -- that is where it failed, and not in the database
				module:log("warn", "An invite was refused, as the account %s could not be looked up", username);
				return nil, "internal-server-error";
			end
		end
		module:log(level_of(detail), "The invite database %s does not work, so invites are refused: %s", place, detail);
		told[detail] = told[detail] or monotonic();
		return nil, "internal-server-error";
	end

	-- Not every answer needs the database, so while there is trouble it is asked how it is.
	local function recovered()
		if not ledger:health() then return; end
		module:log(trouble == "error" and "info" or "debug", "The invite database %s works again", place);
		trouble = nil;
	end

	local function answer(call)
		local facts;
		while true do
			local ok, result, second, third = pcall(call, facts, math.max(os.time(), 0));
			if not ok then -- a mistake in one of our own files
				module:log("error", "The ledger was asked in a wrong way: %s", result);
				return nil, "internal-server-error";
			elseif second == "internal-server-error" then
				return failed(facts, third);
			elseif second == "invite-damaged" then
				tell_damaged(third:match("^the invite (%S+)") or "?", third);
				return nil, second, third;
			elseif second ~= "ask" then
				if trouble then recovered(); end
				return result, second, third;
			end
			facts = facts or { standing = {}; claims = {}; permissions = {}; privileged = {}; created = {}; credentials = {}; gone = {} };
			if accounts.answer(facts, third, permissions) == 0 then
				return failed(facts, "the ledger repeats its questions");
			end
		end
	end

	local function closed(...)
		ledger:close();
		return ...;
	end

	-- Prosody 0.12 with -D continues in another process from "server-started" on. SQLite takes the locks of the first one for its own there, and
	-- its database is lost to the next process that comes along. So until then nothing stays open.
	local may_fork = prosody.process_type == "prosody" and not compat.started();
	if may_fork then
		module:hook_global("server-started", function () may_fork = false; end, -999);
	end

	local function ask(call)
		if may_fork then return closed(answer(call)); end
		return answer(call);
	end

	return ledger, ask;
end
