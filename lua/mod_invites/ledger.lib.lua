-- The ledger of this host, and how to talk to it: one loop that answers its questions, one place that knows when the database fails.
--
-- Returns function (core, options, rights) → ledger, ask. `options` is the table for core.open, and `place`, the database as the log may name it.
-- ask(call) runs call(facts, now), which asks the ledger one thing, and returns what that returns, or nil, code, words for the log. Where
-- the ledger needs to know about accounts it asks back, and is called again with the answers among the facts.

local accounts = module:require "accounts";

local function open(core, options)
	local ok, ledger, code, detail = pcall(core.open, options);
	if ok and ledger then return ledger; end
	local reason = tostring(not ok and ledger or detail or code);
	module:log("error", "The options of mod_invites don't make sense: %s", reason);
	error(reason, 0);
end

return function (core, options, rights)
	local place = options.place;
	options.place = nil;
	local ledger = open(core, options);
	local trouble; -- what the database said when it failed; nil while it works

	local function failed(facts, detail)
		detail = tostring(detail or "no reason given");
		for username, standing in pairs(facts.standing) do
			if standing == "unknown" then -- that is where it failed, and not in the database
				module:log("warn", "An invite was refused, as the account %s could not be looked up", username);
				return nil, "internal-server-error";
			end
		end
		-- One line for each trouble: a database that is down must not also fill the log.
		module:log(trouble == detail and "debug" or "error", "The invite database %s does not work, so invites are refused: %s", place, detail);
		trouble = detail;
		return nil, "internal-server-error";
	end

	-- Not every answer needs the database, so while there is trouble it is asked how it is.
	local function recovered()
		if not ledger:health() then return; end
		module:log("info", "The invite database %s works again", place);
		trouble = nil;
	end

	local function ask(call)
		local facts = { standing = {}; claims = {}; rights = {} };
		while true do
			local ok, result, second, third = pcall(call, facts, os.time());
			if not ok then -- a mistake in one of our own files
				module:log("error", "The ledger was asked in a wrong way: %s", result);
				return nil, "internal-server-error";
			elseif second == "internal-server-error" then
				return failed(facts, third);
			elseif second ~= "ask" then
				if trouble then recovered(); end
				return result, second, third;
			elseif accounts.answer(facts, third, rights.may_invite) == 0 then
				return failed(facts, "the ledger repeats its questions");
			end
		end
	end

	return ledger, ask;
end
