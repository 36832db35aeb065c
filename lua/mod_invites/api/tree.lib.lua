-- Who came through whom.
--
-- Returns function (ask, ledger) → { inviter, invitees, tree, visit_tree }, which mod_invites offers. Accounts that were deleted are known
-- for as long as somebody is below them; a name that was deleted and made again is another account.

local arguments = require_once "api/arguments";
local yield_points = require_once "jobs/yield_points";

local largest_tree = 100000;
local usual = 1000;

return function (ask, ledger)
	local tree = {};

	-- (username) → array of its accounts, the oldest first; or nil, code
	local function of_name(username)
		local name, code = arguments.username(username);
		if not name then return nil, code; end
		local recognised;
		recognised, code = ask(function (facts, now) return ledger:identify(name, facts, now); end);
		if not recognised then return nil, code; end
		return ask(function () return ledger:members(name); end);
	end

	-- (username) → username of whoever invited the account that is there now, or nil, code; no code if nobody did who is known
	function tree.inviter(username)
		local accounts, code = of_name(username);
		if not accounts then return nil, code; end
		for _, account in ipairs(accounts) do
			if not account.left then return account.inviter; end
		end
	end

	-- (member; the last one of the page before, or nil) → array of whom that account invited, a page of them; or nil, code
	local function invited_by(member, last)
		return ask(function () return ledger:invitees(member, last and last.member); end);
	end

	-- Depth first: each account, then those who came through it. (username; function (account, depth) → false to end this; true: those alone whom
	-- this user invited, and not whom those invited) → true, or nil, code
	local function walk(username, visit, is_flat)
		local accounts, code = of_name(username);
		if not accounts then return nil, code; end
		local yield, seen = yield_points(), {};
		local levels = { { page = accounts; at = 0 } }; -- a stack of its own: trees may be deeper than Lua's
		while levels[1] do
			local level = levels[#levels];
			level.at = level.at + 1;
			local account = level.page[level.at];
			if account and not seen[account.id] then
				seen[account.id] = true;
				if visit(account, #levels - 1) == false then return true; end
				if #levels == 1 or not is_flat then table.insert(levels, { of = account.member; page = {}; at = 0 }); end
			elseif not account and level.of then
				level.page, code = invited_by(level.of, level.page[level.at - 1]);
				if not level.page then return nil, code; end
				level.at = 0;
				if not level.page[1] then table.remove(levels); end
				yield();
			elseif not account then
				table.remove(levels);
			end
		end
		return true;
	end

	-- (username, function ({ depth, username, inviter, joined, left, member }) → false to end this) → true, or nil, code.
	-- member:json(depth) is the line of JSON. The user (depth 0), followed by whom they invited, each of these followed by whom they invited, and so on.
	function tree.visit_tree(username, visit)
		return walk(username, function (account, depth)
			return visit { depth = depth; username = account.username; inviter = account.inviter; joined = account.joined; left = account.left;
				member = account.member };
		end);
	end

	-- (username, how many at the most or nil) → array of the same
	function tree.tree(username, limit)
		limit = limit == nil and usual or limit;
		if not arguments.is_count(limit, largest_tree) then return nil, "data-invalid"; end
		local found = {};
		local done, code = tree.visit_tree(username, function (account)
			table.insert(found, account);
			return #found < limit;
		end);
		if not done then return nil, code; end
		return found;
	end

	-- (username) → array of the usernames of those whom this user invited and who are there, at most 1000; or nil, code
	function tree.invitees(username)
		local found = {};
		local done, code = walk(username, function (account, depth)
			if depth == 1 and not account.left then table.insert(found, account.username); end
			return #found < usual;
		end, true);
		if not done then return nil, code; end
		return found;
	end

	return tree;
end
