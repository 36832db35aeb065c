-- Keeping the book: what invites there are, and what becomes of them.
--
-- Returns function (core, ask, ledger, steps) → { list, info, revoke, revoke_all, extend, label, stats, backup }, which mod_invites offers.
-- `creator`, the username of whoever made an invite, restricts what is done to their invites; nil does not.

local arguments = require_once "api/arguments";
local yield_points = require_once "jobs/yield_points";
local tell_damaged = require_once "events/damaged_invites";

local most_at_once = 500; -- rows to look at in one go; a hundred take some milliseconds
local usual = 100;

local lists = { pending = true; usable = true; used = true; all = true };

-- (array of { id, reason } or nil) → the same: invites that a list had to leave out
local function left_out(damaged)
	for _, row in ipairs(damaged or {}) do tell_damaged(row.id, row.reason); end
	return damaged;
end

return function (core, ask, ledger, events)
	local manage = {};

	-- (username or nil) → prepared username or nil; or nil, code
	local function maybe_username(value)
		if value == nil then return nil; end
		return arguments.username(value);
	end

	-- (prepared username or nil) → true, or nil, code: the ledger has looked whose account that is now
	local function recognise(name)
		if not name then return true; end
		return ask(function (facts, now) return ledger:identify(name, facts, now); end);
	end

	-- (reference as somebody gave it; creator; call(reference, creator, now)) → what the call returns, or nil, code
	local function with(reference, creator, call)
		local known, name, code;
		known, code = arguments.token(reference);
		if not known then return nil, code; end
		name, code = maybe_username(creator);
		if code then return nil, code; end
		local recognised;
		recognised, code = recognise(name);
		if not recognised then return nil, code; end
		return ask(function (_, now) return call(known, name, now); end);
	end

	-- ("pending": can be used, and to register or reset; "usable": can be used; "used"; "all"; creator; cursor of the page before or nil; how many
	-- to look at, 100 if nil; the newest first? in which form of src/lua/command.rs besides, or nil) → array of invites with their state, cursor of the
	-- next page or nil. They come in the order in which they were made. A page may be empty with others behind it. Third comes an array of
	-- { id, reason }: those that can't be read.
	function manage.list(which, creator, cursor, look, newest, form)
		look = look == nil and usual or look;
		local name, code = maybe_username(creator);
		if code then return nil, code; end
		if not lists[which] or not arguments.is_count(look, most_at_once) then return nil, "data-invalid"; end
		if cursor == nil then
			local recognised;
			recognised, code = recognise(name);
			if not recognised then return nil, code; end
		end
		local list = { which = which; creator = name; newest = newest == true; form = form };
		local page, next_or_code, damaged = ask(function (_, now) return ledger:list(list, cursor, look, now); end);
		if not page then return nil, next_or_code; end
		return page, next_or_code, left_out(damaged);
	end

	-- (token or short id, creator, form or nil) → invite with its state, whatever that is, and used_by: array of { username (nil: unknown), at },
	-- 100 at the most
	function manage.info(reference, creator, form)
		return with(reference, creator, function (known, name, now)
			local invite, code, words = ledger:info(known, now, form);
			if invite and name and invite.creator ~= name then return nil, "token-invalid"; end
			return invite, code, words;
		end);
	end

	-- (what happened to an invite, the invite as it is now, by which user or nil, what else to tell about it)
	local function tell(step, invite, creator, event)
		event.id, event.invite, event.by = invite.id, invite.kind and invite, maybe_username(creator);
		events.tell(step, event);
	end

	-- (token or short id, creator) → true
	function manage.revoke(reference, creator)
		local invite, code = with(reference, creator, function (known, name, now) return ledger:revoke(known, name, now); end);
		if not invite then return nil, code; end
		tell("invite-revoked", invite, creator, {});
		return true;
	end

	-- (array of usernames) → how many invites of theirs were revoked, which are those that list("usable", username) gives; nil, code where that
	-- failed half-way
	function manage.revoke_all(creators)
		if type(creators) ~= "table" then return nil, "data-invalid"; end
		local names = {};
		for i, creator in ipairs(creators) do
			local name, code = arguments.username(creator);
			if not name then return nil, code; end
			names[i] = name;
		end
		local total, yield = 0, yield_points();
		for _, name in ipairs(names) do
			local cursor, count;
			repeat
				count, cursor = ask(function (_, now) return ledger:revoke_page(name, cursor, now); end);
				if not count then return nil, cursor; end
				total = total + count;
				yield();
			until cursor == nil;
		end
		if total > 0 then events.tell("invites-revoked", { creators = names; count = total }); end
		return total;
	end

	-- (token or short id, seconds from now or math.huge, creator) → when it expires now, the invite
	function manage.extend(reference, seconds, creator)
		if seconds == nil then return nil, "ttl-invalid"; end
		local expires, code_or_invite = with(reference, creator, function (known, name, now) return ledger:extend(known, name, seconds, now); end);
		if not expires then return nil, code_or_invite; end
		tell("invite-extended", code_or_invite, creator, { expires = expires });
		return expires, code_or_invite;
	end

	-- (token or short id, text or nil to take it away, creator) → true
	function manage.label(reference, note, creator)
		if note == "" then note = nil; end
		local invite, code = with(reference, creator, function (known, name, now) return ledger:label(known, name, note, now); end);
		if not invite then return nil, code; end
		tell("invite-labelled", invite, creator, { note = note });
		return true;
	end

	-- ("json" or "count", or nil) → array of { kind, state, count } in the order of these words; array of { id, reason } of invites that can't be read.
	-- Looks at every invite.
	function manage.stats(form)
		local sums, all_damaged, yield = nil, {}, yield_points();
		local cursor, counted, damaged;
		repeat
			counted, cursor, damaged = ask(function (_, now) return ledger:count(sums, cursor, usual, now); end);
			if not counted then return nil, cursor; end
			sums = counted;
			for _, row in ipairs(left_out(damaged)) do table.insert(all_damaged, row); end
			yield();
		until cursor == nil;
		return sums:rows(form), all_damaged;
	end

	-- (path of a new file, or "-" for standard output) → true, or nil, code, words. SQLite only.
	-- A file that can't be written is no trouble of the database, so it is not reported as such.
	function manage.backup(path)
		if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then return nil, "data-invalid"; end
		if path == "-" then return ledger:backup(); end
		local file, file_code, file_words = core.new_file(path);
		if not file then return nil, file_code, file_words; end
		local done, code, words = ledger:backup(file);
		if done then return file:close(); end
		file:discard();
		return nil, code, words;
	end

	return manage;
end
