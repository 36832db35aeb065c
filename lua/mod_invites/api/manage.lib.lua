-- Managing invites: lists and counts, changes, backup and import, and the tree of who invited whom.
-- With `creator`, a username, a function sees only that user's invites.

local core = require_once "invites_core";
local events = require_once "events/events";
local ledger = require_once "ledger";
local prepared = require_once "api/username";
local yield_points = require_once "jobs/yield_points";

local ask = ledger.ask;

local largest_tree, usual_tree = 100000, 1000; -- accounts

-- (array of { id, reason } or nil) → the same: damaged invites, which a list leaves out
local function left_out(damaged)
	for _, row in ipairs(damaged or {}) do events.damaged(row.id, row.reason); end
	return damaged;
end

-- The codes that callers have always got for dead invites.
local over = { expired = "token-expired"; redeemed = "token-invalid"; revoked = "token-invalid" };

local manage = {};

-- ("pending": can be used, and to register or reset; "usable": can be used; "used"; "all"; creator; cursor of the page before or nil; rows to read,
-- 100 if nil; the newest first? form of src/lua/command or nil) → array of invites with their state, cursor of the next page or nil, array of
-- { id, reason } of damaged ones. The order is that of creation. A page may be empty although others follow.
function manage.list(which, creator, cursor, look, newest, form)
	local page, next_or_code, damaged = ask("list", which, prepared(creator), cursor, look, newest == true, form);
	if not page then return nil, next_or_code; end
	return page, next_or_code, left_out(damaged);
end

-- (token or short id, creator, form or nil) → invite with its state, dead or alive, and used_by: array of at most 100 { username (nil: unknown),
-- at }
function manage.info(reference, creator, form)
	return ask("info", reference, prepared(creator), form);
end

-- () → iterator of token (or short id, if the token is not stored), invite: those that can be used and allow registration or a reset
function manage.pending_account_invites()
	local page, at, cursor, last = {}, 0, nil, false;
	return function ()
		at = at + 1;
		while not page[at] and not last do
			page, cursor = manage.list("pending", nil, cursor);
			at, last = 1, not page or cursor == nil;
			page = page or {};
		end
		local invite = page[at];
		if invite then return invite.token or invite.id, invite; end
	end
end

-- (token or short id) → invite, or nil, "no-token", "token-invalid" or "token-expired"
function manage.get_account_invite_info(token)
	local invite, code = manage.info(token);
	if not invite then return nil, code; end
	if over[invite.state] then return nil, over[invite.state]; end
	if not invite.allow_registration then return nil, "token-invalid"; end
	return invite;
end

local function change(verb, name, ...)
	local event, result, more = ask(verb, ...);
	if not event then return nil, result; end
	events.tell(name, event);
	return result or true, more;
end

-- (token or short id, creator) → true
function manage.revoke(reference, creator) return change("revoke", "invite-revoked", reference, prepared(creator)); end

-- (token or short id, seconds from now or math.huge, creator) → new expiry, invite
function manage.extend(reference, seconds, creator) return change("extend", "invite-extended", reference, prepared(creator), seconds); end

-- (token or short id, text or nil to remove it, creator) → true
function manage.label(reference, note, creator) return change("label", "invite-labelled", reference, prepared(creator), note); end

-- (prepared username, id of a sheet or nil for all invites, function that yields) → number of revoked invites, or nil, code
local function revoke_pages(name, sheet, yield)
	local total, cursor = 0, nil;
	repeat
		local count;
		count, cursor = ask("revoke_page", name, sheet, cursor);
		if not count then return nil, cursor; end
		total = total + count;
		yield();
	until cursor == nil;
	return total;
end

-- (array of usernames) → number of revoked invites, of all that list("usable", username) gives; or nil, code, if that failed half-way
function manage.revoke_all(creators)
	if type(creators) ~= "table" then return nil, "data-invalid"; end
	local names = {};
	for i, creator in ipairs(creators) do
		names[i] = prepared(creator);
		if not names[i] then return nil, "username-invalid"; end
	end
	local total, yield = 0, yield_points();
	for _, name in ipairs(names) do
		local count, code = revoke_pages(name, nil, yield);
		if not count then return nil, code; end
		total = total + count;
	end
	if total > 0 then events.tell("invites-revoked", { creators = names; count = total }); end
	return total;
end

-- (username, id of a sheet that this user made) → number of revoked invites, of its cards that could be used; or nil, code
function manage.revoke_sheet(creator, sheet)
	local name = prepared(creator);
	if not name then return nil, "username-invalid"; end
	if type(sheet) ~= "string" then return nil, "data-invalid"; end
	local count, code = revoke_pages(name, sheet, yield_points());
	if not count then return nil, code; end
	if count > 0 then events.tell("invites-revoked", { creators = { name }; count = count; sheet = sheet }); end
	return count;
end

-- (username) → number of account invites that this user may still make on their own authority, math.huge without a limit; or nil, code
function manage.room(creator)
	local room, code = ask("room", prepared(creator) or false);
	if code then return nil, code; end
	return room or math.huge;
end

-- ("json" or "count", or nil) → array of { kind, state, count } in the order of these words; array of { id, reason } of damaged invites. Reads all
-- rows.
function manage.stats(form)
	local all_damaged, yield = {}, yield_points();
	local sums, cursor, damaged;
	repeat
		sums, cursor, damaged = ask("count", sums, cursor);
		if not sums then return nil, cursor; end
		for _, row in ipairs(left_out(damaged)) do table.insert(all_damaged, row); end
		yield();
	until cursor == nil;
	return sums:rows(form), all_damaged;
end

-- (path of a new file, or "-" for standard output) → true, or nil, code, message. SQLite only.
-- A file that can't be written is no failure of the database, so it is not logged as one.
function manage.backup(path)
	if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then return nil, "data-invalid"; end
	if path == "-" then return ledger.call "backup"; end
	local file, file_code, file_words = core.new_file(path);
	if not file then return nil, file_code, file_words; end
	local done, code, words = ledger.call("backup", file);
	if done then return file:close(); end
	file:discard();
	return nil, code, words;
end

-- For the command line. (function (size) → array of the next entries, fewer at the end, or nil, code, error: lines of JSON, tables of
-- jobs/legacy_store.lib.lua, or false for anything else; entries per transaction; function (number of entries so far), called after each
-- piece) → { imported, merged, conflicts, skipped }; or nil, code or error, the same so far
function manage.import(next_piece, size, pause)
	local counts, read = nil, 0;
	repeat
		local piece, _, err = next_piece(size);
		if not piece then return nil, err, counts; end
		if #piece > 0 or not counts then
			local so_far, code = ask("import", piece, counts);
			if not so_far then return nil, code, counts; end
			counts, read = so_far, read + #piece;
			pause(read);
		end
	until #piece < size;
	return counts;
end

-- (username; function ({ depth, username, inviter, joined, left, member }) → false to stop) → true, or nil, code. The walk is depth first: the user
-- (depth 0), followed by the accounts that they invited, each followed by those that it invited. member:json(depth) and member:line(depth) are
-- lines. Deleted accounts stay while somebody is below them. A name that was deleted and registered again is another account.
function manage.visit_tree(username, visit)
	local walk, code = ask("walk", prepared(username) or false);
	if not walk then return nil, code; end
	local yield = yield_points();
	repeat
		local accounts, is_more = ask("walk_on", walk);
		if not accounts then return nil, is_more; end
		for _, account in ipairs(accounts) do
			if visit(account) == false then return true; end
		end
		yield();
	until not is_more;
	return true;
end

-- (`member` of visit_tree) → boolean: does its name belong to it, and to no later account? Or nil, code
function manage.is_present(member) return ask("is_present", member); end

-- (username, how many at the most or nil) → array of the same
function manage.tree(username, limit)
	limit = limit == nil and usual_tree or limit;
	if type(limit) ~= "number" or limit % 1 ~= 0 or limit < 1 or limit > largest_tree then return nil, "data-invalid"; end
	local found = {};
	local done, code = manage.visit_tree(username, function (account)
		table.insert(found, account);
		return #found < limit;
	end);
	return done and found, code;
end

return manage;
