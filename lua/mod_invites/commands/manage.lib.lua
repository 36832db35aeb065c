-- The commands show, tree, revoke, extend, stats and backup.

local lfs = require "lfs";

local list = require_once "commands/list";
local print_qr = require_once "terminal/output".qr;
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";

local unpack = table.unpack;

local manage = {};

local most_while_serving = 4e6; -- bytes of a database that is copied within some hundredths of a second

-- Why an invite can't be used.
local over = { expired = "it has expired"; redeemed = "it has been used"; revoked = "it was revoked" };

-- As with Prosody's own command, it is an error that an invite can't be used any more. With --json it is not.
function manage.show(invites, out, request)
	local invite, code, words = invites.info(request.token, nil, request.json and "json" or "details");
	if not invite then return nil, code, words; end
	if request.json then
		out.machine();
		out.write(invite.json);
		return true, "This invite is "..invite.state;
	end
	for _, line in ipairs(invite.lines) do out.write(line); end
	if over[invite.state] then return nil, "this invite can't be used: "..over[invite.state]; end
	if request.qr then
		if not invite.link then return nil, "the token of this invite is not kept, so there is no link"; end
		local printed, qr_code = print_qr(invites, out, invite.link);
		if not printed then return nil, qr_code; end
	end
	return true, "Invitation valid";
end

-- (mod_invites of the host, username) → is it certain that there is no such account, and never was one in the ledger? Or nil, code
local function is_stranger(invites, username)
	local accounts, code = invites.tree(username, 1);
	if not accounts then return nil, code; end
	return not accounts[1] and invites.require_once "accounts/status".state(username) == "absent";
end

function manage.tree(invites, out, request)
	local put, below, known, heard = nil, 0, false, true;
	local done, code = invites.visit_tree(request.username, function (account)
		put = put or request.json and format.array(out);
		known = true;
		if account.depth > 0 then below = below + 1; end
		if put then put(account.member:json(account.depth)); else out.write(account.member:line(account.depth)); end
		heard = out.yield();
		return heard;
	end);
	if not done then return nil, code; end
	if not heard then return nil, "nobody-reads"; end
	if not known and is_stranger(invites, request.username) then return nil, "account-not-found"; end
	if request.json then (put or format.array(out))(nil); end
	return true, ("%s came through %s"):format(format.count(below, "account"), request.username);
end

-- (invites, username, with those below?) → array of usernames; or nil, code. Deleted accounts are left out: their invites ended with them, and their
-- names may belong to others now.
local function creators_of(invites, username, subtree)
	local creators = { username };
	if not subtree then return creators; end
	local done, code = invites.visit_tree(username, function (account)
		if account.depth > 0 and not account.left then table.insert(creators, account.username); end
	end);
	if not done then return nil, code; end
	return creators;
end

local users_at_once = 100; -- one event and one line in the log for so many

local function revoke_all_of(invites, out, creators)
	local total = 0;
	for from = 1, #creators, users_at_once do
		local some = { unpack(creators, from, math.min(from + users_at_once - 1, #creators)) };
		local count, code = invites.revoke_all(some);
		if not count then return nil, code, ("after %d users"):format(from - 1); end
		total = total + count;
		out.progress(from + #some - 1, #creators, "users");
		out.yield(true);
	end
	return total;
end

-- (invites, out, creators) prints what would be revoked → how many, or nil, code
local function show_all(invites, out, creators)
	local total, put = 0, list.printer(out, "row");
	for _, creator in ipairs(creators) do
		local done, code = list.each(invites, out, "usable", creator, "row", function (invite)
			total = total + 1;
			put(invite);
		end);
		if not done then return nil, code; end
	end
	return total;
end

local function revoke_all(invites, out, request)
	local creators, code = creators_of(invites, request.by, request.subtree);
	if not creators then return nil, code; end
	local count, why, words = (request.dry_run and show_all or revoke_all_of)(invites, out, creators);
	if not count then return nil, why, words; end
	if count == 0 and is_stranger(invites, request.by) then return nil, "account-not-found"; end
	local of = #creators == 1 and request.by or ("%s and %s below"):format(request.by, format.count(#creators - 1, "user"));
	return true, ("%s of %s %s"):format(format.count(count, "invite"), of, request.dry_run and "would be revoked" or "revoked");
end

function manage.revoke(invites, out, request)
	if request.by then
		return revoke_all(invites, out, request);
	elseif request.dry_run then
		local invite, code = invites.info(request.token, nil, "state-row");
		if not invite then return nil, code; end
		list.printer(out, "state-row")(invite);
		return true, over[invite.state] and "0 invites would be revoked" or "1 invite would be revoked";
	end
	local done, code = invites.revoke(request.token);
	if not done then return nil, code; end
	return true, "Invitation deleted";
end

manage.delete = manage.revoke;

function manage.extend(invites, _, request)
	local expires, code_or_invite = invites.extend(request.token, request.period);
	if not expires then return nil, code_or_invite; end
	return true, "The invite is valid until "..format.time(code_or_invite.valid_until);
end

function manage.stats(invites, out, request)
	local form = request.json and "json" or "count";
	local rows, damaged = invites.stats(form);
	if not rows then return nil, damaged; end
	list.tell_damaged(out, damaged);
	local put, sum = list.printer(out, form), 0;
	for _, row in ipairs(rows) do
		sum = sum + row.count;
		put(row);
	end
	put(nil);
	return true, format.count(sum, "invite");
end

function manage.backup(invites, out, request)
	local health = invites.health();
	if health and health.engine ~= "sqlite" then return nil, "PostgreSQL has tools of its own for that: pg_dump copies the tables invite*"; end
	local size = lfs.attributes(invites.require_once "settings".database, "size") or 0;
	local is_server = prosody.process_type == "prosody";
	if is_server and request.file == private_file.stdout then
		return nil, "the shell has no standard output for that: prosodyctl mod_invites backup "..request.host.." -";
	elseif is_server and size > most_while_serving then
		local place = ("%s %s"):format(request.host, request.file);
		return nil, ("the server would stand still while it copies %.0f MB. This can be done beside it: prosodyctl mod_invites backup %s"):format(
			size / 1e6, place);
	end
	local path = private_file.path(request.file);
	local done, code, words = invites.backup(path);
	if not done then return nil, words and private_file.explain(words) or code; end
	if path == private_file.stdout then out.machine(); end
	return true, "The invites of all hosts are in "..path;
end

return manage;
