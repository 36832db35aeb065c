-- The commands about invites that are there: show, revoke, extend, and the numbers.

local human_io = require "util.human.io";
local lfs = require "lfs";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local listing = module:require "listing";
local record = module:require "record";

local keeper = {};

-- What an invite that can't be used is told to be.
local over = { expired = "it has expired"; redeemed = "it has been used"; revoked = "it was revoked" };

local function details(out, invite)
	local data = invite.additional_data or {};
	local function row(name, value)
		if type(value) == "table" then
			local names = {};
			for key, element in pairs(value) do table.insert(names, type(key) == "number" and tostring(element) or key); end
			value = names[1] and table.concat(names, ", ");
		end
		if value then out.print(("%-12s %s"):format(name..":", record.clean(value))); end
	end
	out.print(record.describe(invite));
	row("Id", invite.id);
	row("State", invite.state);
	row("Inviter", invite.inviter);
	row("Made by", invite.maker);
	row("Created", record.date(invite.created_at, "%Y-%m-%d %H:%M:%S"));
	row("Expires", record.date(invite.expires, "%Y-%m-%d %H:%M:%S"));
	row("Uses", ("%d of %s"):format(invite.uses, invite.max_uses or "any number"));
	row("XMPP URI", invite.uri);
	row("Web link", invite.landing_page);
	row("Roles", data.roles);
	row("Groups", data.groups);
	row("Note", data.note);
	row("Source", data.source);
end

-- The command: show HOST TOKEN
function keeper.show(invites, out, arg, flags)
	local invite, code = invites.info(arg.token);
	if not invite then return nil, code; end
	if flags.json then
		out.machine();
		out.print(record.json(invite));
		return true, "This invite is "..invite.state;
	end
	details(out, invite);
	if over[invite.state] then return nil, "this invite can't be used: "..over[invite.state]; end
	if flags.qr then
		if not record.link(invite) then return nil, "the token of this invite is not kept, so there is no link"; end
		local picture, qr_code = invites.qr(record.link(invite), "terminal");
		if not picture then return nil, qr_code; end
		for line in picture:gmatch("[^\n]+") do out.print(line); end
	end
	return true, "This invite can be used";
end

-- (invites, username, with those below?) → array of usernames, each once; or nil, code
local function makers_of(invites, username, subtree)
	if not subtree then return { username }; end
	local nodes, code = invites.tree(username, 100000);
	if not nodes then return nil, code; end
	local makers, seen = { username }, { [username] = true };
	for _, node in ipairs(nodes) do
		if not seen[node.username] then table.insert(makers, node.username); end
		seen[node.username] = true;
	end
	return makers;
end

local function revoke_all(invites, out, flags)
	local makers, code = makers_of(invites, flags.by, flags.subtree);
	if not makers then return nil, code; end
	local put_row = flags.dry_run and listing.rows(out);
	local count = 0;
	for i, maker in ipairs(makers) do
		local done;
		if put_row then
			done, code = listing.each(invites, out, "usable", maker, function (invite)
				count = count + 1;
				put_row(invite);
			end);
		else
			done, code = invites.revoke_all({ maker });
			count = count + (done or 0);
			out.breathe(true);
		end
		if not done then return nil, code, ("after %d users"):format(i - 1); end
		out.progress(i, #makers, "users");
	end
	local of = #makers == 1 and flags.by or ("%s and %s below"):format(flags.by, record.count(#makers - 1, "user"));
	return true, ("%s of %s %s"):format(record.count(count, "invite"), of, flags.dry_run and "would be revoked" or "revoked");
end

-- The command: revoke HOST TOKEN, or revoke HOST --by USER
function keeper.revoke(invites, out, arg, flags)
	if flags.by then
		if arg.token then return nil, "give either a token or --by, not both"; end
		return revoke_all(invites, out, flags);
	elseif flags.subtree then
		return nil, "--subtree needs --by";
	elseif not arg.token then
		return nil, "give the token or the short id of an invite, or --by USER";
	end
	if flags.dry_run then
		local invite, code = invites.info(arg.token);
		if not invite then return nil, code; end
		listing.rows(out, true)(invite);
		return true, over[invite.state] and "0 invites would be revoked" or "1 invite would be revoked";
	end
	local done, code = invites.revoke(arg.token);
	if not done then return nil, code; end
	return true, "The invite has been revoked";
end

-- The command: extend HOST TOKEN PERIOD
function keeper.extend(invites, _, arg)
	local expires, code = invites.extend(arg.token, arg.period);
	if not expires then return nil, code; end
	return true, "The invite is valid until "..record.date(expires, "%Y-%m-%d %H:%M:%S");
end

local counts = {
	{ "kind", function (row) return row.kind; end };
	{ "state", function (row) return row.state; end };
	{ "count", function (row) return row.count; end };
};

-- The command: stats HOST
function keeper.stats(invites, out, _, flags)
	local rows, code = invites.stats();
	if not rows then return nil, code; end
	table.sort(rows, function (a, b) return a.kind..a.state < b.kind..b.state; end);
	local put = flags.json and record.array(out);
	local print_row = human_io.table({
		{ title = "Kind"; key = "kind"; width = 16 };
		{ title = "State"; key = "state"; width = 10 };
		{ title = "Count"; key = "count"; width = 12, align = "right" };
	}, out.width);
	if not put then out.print(print_row()); end
	local sum = 0;
	for _, row in ipairs(rows) do
		sum = sum + row.count;
		if put then put(record.object(counts, row)); else out.print(print_row(row)); end
	end
	if put then put(nil); end
	return true, record.count(sum, "invite");
end

-- The command: backup HOST FILE
function keeper.backup(invites, _, arg)
	local path = resolve_relative_path(prosody.paths.data, arg.file);
	if lfs.attributes(path, "mode") then return nil, path.." exists already"; end
	local done, code, words = invites.backup(path);
	if not done then return nil, code, words; end
	return true, "The invites of all hosts are in "..path;
end

return keeper;
