-- The commands about invites that are there: show, revoke, extend, and the numbers.

local human_io = require "util.human.io";
local lfs = require "lfs";

local tree = require_once "commands/tree";
local list = require_once "commands/list";
local print_qr = require_once "terminal/output".qr;
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";

local unpack = table.unpack;

local manage = {};

local most_while_serving = 4e6; -- bytes of a database: what is copied within some hundredths of a second

-- What an invite that can't be used is told to be.
local over = { expired = "it has expired"; redeemed = "it has been used"; revoked = "it was revoked" };

-- (invite, host) → what it invites to, in the words of Prosody's own command where that has any
local function heading(invite, host)
	local kind = invite.kind;
	if kind == "contact-account" then return "Invitation to register and become a contact of "..invite.jid; end
	if kind == "contact" then return "Invitation to become a contact of "..invite.jid; end
	if kind == "reset" then return "Password reset for "..invite.jid; end
	return invite.username and ("Invitation to register on %s with username '%s'"):format(host, invite.username) or "Invitation to register on "..host;
end

-- Programs read this: names of rows, their order and the empty lines are those of Prosody's own command, with ours at the end of each block.
local function details(out, invite, host)
	local data = invite.additional_data or {};
	local function row(name, value)
		if type(value) == "table" then
			local names = {};
			for key, element in pairs(value) do table.insert(names, type(key) == "number" and tostring(element) or key); end
			value = names[1] and table.concat(names, ", ");
		end
		if value then out.print(name..":", value); end
	end
	out.print(heading(invite, host));
	row("Creator", invite.creator or invite.type == "roster" and invite.inviter);
	row("Created", format.time(invite.created_at, " "));
	row("Expires", format.time(invite.valid_until, " "));
	row("Contact", invite.type ~= "roster" and invite.inviter);
	row("Id", invite.id);
	row("State", invite.state);
	row("Uses", ("%d of %s"):format(invite.uses, invite.max_uses or "any number"));
	for _, use in ipairs(invite.used_by or {}) do
		row("Used by", ("%s, %s"):format(use.username or "somebody", format.time(use.at, " ")));
	end
	out.print("");
	row("XMPP URI", invite.uri);
	row("Web link", invite.landing_page);
	if not invite.additional_data then return; end
	local names = format.roles(data);
	out.print("");
	row("Role", names[1]);
	row("Secondary roles", names[2] and table.concat(names, ", ", 2));
	row("Groups", data.groups);
	row("Comment", data.note);
	row("Source", data.source);
end

-- The command: show HOST TOKEN. Of an invite that is over, the text ends with an error, as Prosody's own command does; in JSON that is an answer like
-- any other.
function manage.show(invites, out, arg, flags)
	local invite, code, words = invites.info(arg.token, nil, flags.json);
	if not invite then return nil, code, words; end
	if flags.json then
		out.machine();
		out.print(invite.json);
		return true, "This invite is "..invite.state;
	end
	details(out, invite, arg.host);
	if over[invite.state] then return nil, "this invite can't be used: "..over[invite.state]; end
	if flags.qr then
		if not invite.link then return nil, "the token of this invite is not kept, so there is no link"; end
		local printed, qr_code = print_qr(invites, out, invite.link);
		if not printed then return nil, qr_code; end
	end
	return true, "Invitation valid";
end

-- (invites, username, with those below?) → array of usernames, each once; or nil, code. What the deleted ones made has died with them,
-- and their names may be other people's by now.
local function creators_of(invites, username, subtree)
	local creators, seen = { username }, { [username] = true };
	if not subtree then return creators; end
	local done, code = invites.visit_tree(username, function (account)
		if account.left or seen[account.username] then return; end
		seen[account.username] = true;
		table.insert(creators, account.username);
	end);
	if not done then return nil, code; end
	return creators;
end

local users_at_once = 100; -- one event and one line in the log for so many

-- (invites, out, creators) → how many invites of theirs were revoked, or nil, code, words
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

-- (invites, out, creators) → how many it would be, or nil, code; each is printed
local function show_all(invites, out, creators)
	local total, put_row = 0, list.rows(out);
	for _, creator in ipairs(creators) do
		local done, code = list.each(invites, out, "usable", creator, function (invite)
			total = total + 1;
			put_row(invite);
		end);
		if not done then return nil, code; end
	end
	return total;
end

local function revoke_all(invites, out, flags)
	local creators, code = creators_of(invites, flags.by, flags.subtree);
	if not creators then return nil, code; end
	local count, why, words = (flags.dry_run and show_all or revoke_all_of)(invites, out, creators);
	if not count then return nil, why, words; end
	if count == 0 and tree.is_stranger(invites, flags.by) then return nil, "account-not-found"; end
	local of = #creators == 1 and flags.by or ("%s and %s below"):format(flags.by, format.count(#creators - 1, "user"));
	return true, ("%s of %s %s"):format(format.count(count, "invite"), of, flags.dry_run and "would be revoked" or "revoked");
end

-- The command: revoke HOST TOKEN, or revoke HOST --by USER
function manage.revoke(invites, out, arg, flags)
	if flags.by then
		return revoke_all(invites, out, flags);
	end
	if flags.dry_run then
		local invite, code = invites.info(arg.token);
		if not invite then return nil, code; end
		list.rows(out, true)(invite);
		return true, over[invite.state] and "0 invites would be revoked" or "1 invite would be revoked";
	end
	local done, code = invites.revoke(arg.token);
	if not done then return nil, code; end
	return true, "Invitation deleted";
end

-- The command: extend HOST TOKEN PERIOD
function manage.extend(invites, _, arg)
	local expires, code_or_invite = invites.extend(arg.token, arg.period);
	if not expires then return nil, code_or_invite; end
	return true, "The invite is valid until "..format.time(code_or_invite.valid_until, " ");
end

-- The command: stats HOST
function manage.stats(invites, out, _, flags)
	local rows, damaged = invites.stats(flags.json);
	if not rows then return nil, damaged; end
	list.tell_damaged(out, damaged);
	local put = flags.json and format.array(out);
	local print_row = human_io.table({
		{ title = "Kind"; key = "kind"; width = 16 };
		{ title = "State"; key = "state"; width = 10 };
		{ title = "Count"; key = "count"; width = 12, align = "right" };
	}, out.width);
	if not put then out.print(print_row()); end
	local sum = 0;
	for _, row in ipairs(rows) do
		sum = sum + row.count;
		if put then put(row.json); else out.print(print_row(row)); end
	end
	if put then put(nil); end
	return true, format.count(sum, "invite");
end

-- The command: backup HOST FILE
function manage.backup(invites, out, arg)
	local health = invites.health();
	if health and health.engine ~= "sqlite" then return nil, "PostgreSQL has tools of its own for that: pg_dump copies the tables invite*"; end
	local size = lfs.attributes((invites.require_once "database"()), "size") or 0;
	local is_server = prosody.process_type == "prosody";
	if is_server and arg.file == private_file.stdout then
		return nil, "the shell has no standard output for that: prosodyctl mod_invites backup "..arg.host.." -";
	elseif is_server and size > most_while_serving then
		local place = ("%s %s"):format(arg.host, arg.file);
		return nil, ("the server would stand still while it copies %.0f MB. This can be done beside it: prosodyctl mod_invites backup %s"):format(
			size / 1e6, place);
	end
	local path = private_file.path(arg.file);
	local done, code, words = invites.backup(path);
	if not done then return nil, words and private_file.explain(words) or code; end
	if path == private_file.stdout then out.machine(); end
	return true, "The invites of all hosts are in "..path;
end

return manage;
