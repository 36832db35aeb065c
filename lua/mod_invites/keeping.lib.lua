-- Keeping the book: what invites there are, what becomes of them, who came through whom.
--
-- Returns function (ask, ledger, steps) → { list, info, revoke, revoke_all, extend, label, tree, stats, backup }, which mod_invites offers.
-- `maker`, the username of whoever made an invite, restricts what is done to their invites; nil does not.

local arguments = module:require "arguments";

local most_at_once = 500; -- rows to look at in one go: what takes a few milliseconds
local largest_tree = 100000;

local lists = { pending = true; usable = true; used = true; all = true };

local function is_cursor(value)
	return value == nil or type(value) == "string" and #value == 40;
end

return function (ask, ledger, steps)
	local keeping = {};

	-- (username or nil) → prepared username or nil; or nil, code
	local function maybe_username(value)
		if value == nil then return nil; end
		return arguments.username(value);
	end

	-- (reference as somebody gave it; maker; call(reference, maker, now)) → what the call returns, or nil, code
	local function with(reference, maker, call)
		local known, name, code;
		known, code = arguments.token(reference);
		if not known then return nil, code; end
		name, code = maybe_username(maker);
		if code then return nil, code; end
		return ask(function (_, now) return call(known, name, now); end);
	end

	-- ("pending": can be used, and to register or reset; "usable": can be used; "used"; "all"; maker; cursor of the page before or nil; how many
	-- to look at, 100 if nil) → array of invites with their state, cursor of the next page or nil. A page may be empty with others behind it.
	function keeping.list(which, maker, cursor, look)
		look = look == nil and 100 or look;
		local name, code = maybe_username(maker);
		if code then return nil, code; end
		if not lists[which] or not is_cursor(cursor) or not arguments.is_count(look, most_at_once) then return nil, "data-invalid"; end
		return ask(function (_, now) return ledger:list(which, name, cursor, look, now); end);
	end

	-- (token or short id) → invite with its state, whatever that is
	function keeping.info(reference)
		return with(reference, nil, function (known, _, now) return ledger:info(known, now); end);
	end

	-- (token or short id, what happened to it, by which user or nil, what else to tell about it)
	local function tell(reference, step, maker, event)
		local invite = keeping.info(reference);
		event.id, event.invite, event.by = invite and invite.id, invite, maybe_username(maker);
		steps.tell(step, event);
	end

	-- (token or short id, maker) → true
	function keeping.revoke(reference, maker)
		local done, code = with(reference, maker, function (known, name, now) return ledger:revoke(known, name, now); end);
		if not done then return nil, code; end
		tell(reference, "invite-revoked", maker, {});
		return true;
	end

	-- (array of usernames) → how many invites of theirs were revoked, which are those that list("usable", username) gives
	function keeping.revoke_all(makers)
		if type(makers) ~= "table" then return nil, "data-invalid"; end
		local names = {};
		for i, maker in ipairs(makers) do
			local name, code = arguments.username(maker);
			if not name then return nil, code; end
			names[i] = name;
		end
		local count, code = ask(function (_, now) return ledger:revoke_all(names, now); end);
		if not count then return nil, code; end
		steps.tell("invites-revoked", { makers = names; count = count });
		return count;
	end

	-- (token or short id, seconds from now or math.huge, maker) → when it expires now
	function keeping.extend(reference, seconds, maker)
		if seconds == nil then return nil, "ttl-invalid"; end
		local expires, code = with(reference, maker, function (known, name, now) return ledger:extend(known, name, seconds, now); end);
		if not expires then return nil, code; end
		tell(reference, "invite-extended", maker, { expires = expires });
		return expires;
	end

	-- (token or short id, text or nil to take it away, maker) → true
	function keeping.label(reference, note, maker)
		if note == "" then note = nil; end
		local done, code = with(reference, maker, function (known, name) return ledger:label(known, name, note); end);
		if not done then return nil, code; end
		tell(reference, "invite-labelled", maker, { note = note });
		return true;
	end

	-- (username, how many at the most or nil) → array of { depth, username, inviter, joined, left }: the user (depth 0), whom they invited, and so on
	function keeping.tree(username, limit)
		limit = limit == nil and 1000 or limit;
		local name, code = arguments.username(username);
		if not name then return nil, code; end
		if not arguments.is_count(limit, largest_tree) then return nil, "data-invalid"; end
		return ask(function () return ledger:tree(name, math.floor(limit)); end);
	end

	-- () → array of { kind, state, count }. Looks at every invite.
	function keeping.stats()
		return ask(function (_, now) return ledger:stats(now); end);
	end

	-- (path of a new file) → true, or nil, code, words. SQLite only.
	-- A file that can't be written is no trouble of the database, so it is not reported as such.
	function keeping.backup(path)
		if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then return nil, "data-invalid"; end
		return ledger:backup(path);
	end

	return keeping;
end
