-- The commands show, tree, revoke, extend, stats and backup.

local lfs = require "lfs";

local list = require_once "commands/list";
local print_qr = require_once "terminal/output".qr;
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";
local need = require_once "commands/need";

local unpack = table.unpack;

local manage = {};

local most_while_serving = 4e6; -- bytes of a database that is copied within some hundredths of a second

-- Why an invite can't be used.
local over = { expired = "it has expired"; redeemed = "it has been used"; revoked = "it was revoked" };

-- As with Prosody's own command, it is an error that an invite can't be used any more. With --json it is not.
function manage.show(invites, out, request)
	local invite = need(invites.info(request.token, nil, request.json and "json" or "details"));
	if request.json then
		out.machine();
		out.write(invite.json);
		return true, "This invite is "..invite.state;
	end
	for _, line in ipairs(invite.lines) do out.write(line); end
	if over[invite.state] then return nil, "this invite can't be used: "..over[invite.state]; end
	if request.qr then
		need(invite.link, "the token of this invite is not kept, so there is no link");
		need(print_qr(invites, out, invite.link));
	end
	return true, "Invitation valid";
end

-- (mod_invites of the host, username) → is it certain that there is no such account, and never was one in the ledger?
local function is_stranger(invites, username)
	return not need(invites.tree(username, 1))[1] and invites.require_once "accounts/status".state(username) == "absent";
end

function manage.tree(invites, out, request)
	local put, below, known = nil, 0, false;
	need(invites.visit_tree(request.username, function (account)
		put = put or request.json and format.array(out);
		known = true;
		if account.depth > 0 then below = below + 1; end
		if put then put(account.member:json(account.depth)); else out.write(account.member:line(account.depth)); end
		need(out.yield(), "nobody-reads");
	end));
	need(known or not is_stranger(invites, request.username), "account-not-found");
	if request.json then (put or format.array(out))(nil); end
	return true, ("%s joined through %s"):format(format.count(below, "account"), request.username);
end

-- (invites, username, with those below?) → array of usernames. Deleted accounts are left out: their invites ended with them, and their names may
-- belong to others now.
local function creators_of(invites, username, subtree)
	local creators = { username };
	if not subtree then return creators; end
	need(invites.visit_tree(username, function (account)
		if account.depth > 0 and not account.left then table.insert(creators, account.username); end
	end));
	return creators;
end

local users_at_once = 100; -- one event and one line in the log for so many

local function revoke_all_of(invites, out, creators)
	local total = 0;
	for from = 1, #creators, users_at_once do
		local some = { unpack(creators, from, math.min(from + users_at_once - 1, #creators)) };
		local count, code = invites.revoke_all(some);
		total = total + need(count, code, ("after %d users"):format(from - 1));
		out.progress(from + #some - 1, #creators, "users");
		out.yield(true);
	end
	return total;
end

local function show_all(invites, out, creators)
	local total, put = 0, list.printer(out, "row");
	for _, creator in ipairs(creators) do total = total + list.each(invites, out, "usable", creator, "row", put); end
	return total;
end

local function revoke_all(invites, out, request)
	local creators = creators_of(invites, request.by, request.subtree);
	local count = (request.dry_run and show_all or revoke_all_of)(invites, out, creators);
	need(count > 0 or not is_stranger(invites, request.by), "account-not-found");
	local of = #creators == 1 and request.by or ("%s and %s below"):format(request.by, format.count(#creators - 1, "user"));
	return true, ("%s of %s %s"):format(format.count(count, "invite"), of, request.dry_run and "would be revoked" or "revoked");
end

function manage.revoke(invites, out, request)
	if request.by then
		return revoke_all(invites, out, request);
	elseif request.dry_run then
		local invite, code = invites.info(request.token, nil, "state-row");
		list.printer(out, "state-row")(need(invite, code));
		return true, over[invite.state] and "0 invites would be revoked" or "1 invite would be revoked";
	end
	need(invites.revoke(request.token));
	return true, "Invitation deleted";
end

manage.delete = manage.revoke;

function manage.extend(invites, _, request)
	local _, invite = need(invites.extend(request.token, request.period));
	return true, invite.valid_until and "The invite is now "..format.validity(invite.valid_until) or "The invite never expires now";
end

function manage.stats(invites, out, request)
	local form = request.json and "json" or "count";
	local rows, damaged = need(invites.stats(form));
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
	need(not health or health.engine == "sqlite", "PostgreSQL has tools of its own for that: pg_dump copies the tables invite*");
	local size = lfs.attributes(invites.require_once "settings".database, "size") or 0;
	if prosody.process_type == "prosody" then
		need(request.file ~= private_file.stdout, ("the shell has no standard output for that: prosodyctl mod_invites backup %s -"):format(request.host));
		need(size <= most_while_serving,
			("the server would stand still while it copies %.0f MB. This can be done beside it: prosodyctl mod_invites backup %s %s"):format(
			size / 1e6, request.host, request.file));
	end
	local path = private_file.path(request.file);
	local done, code, words = invites.backup(path);
	need(done, words and private_file.explain(words) or code);
	if path == private_file.stdout then out.machine(); end
	return true, "The invites of all hosts are in "..path;
end

return manage;
