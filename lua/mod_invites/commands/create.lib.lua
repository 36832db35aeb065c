-- The commands that make invites.

local format = require_once "commands/format";
local print_qr = require_once "terminal/output".qr;
local compat = require_once "invites_lib/compat";

local unpack = table.unpack;

local create = {};

-- (what a command was given) → spec for mod_invites.make
local function spec_of(kind, username, flags)
	local data = {
		roles = flags.role and compat.roles(unpack(flags.role)) or nil;
		groups = flags.group;
		note = flags.note;
	};
	return {
		kind = kind; username = username; inviter = flags.contact;
		uses = flags.uses; ttl = flags.expires_after; data = next(data) and data or nil;
	};
end

local power = { ["prosody:admin"] = true; ["prosody:operator"] = true };

-- (out, spec, how many accounts it makes) says so where these are many, and every one of them may do anything
local function warn(out, spec, accounts)
	if accounts <= 1 then return; end
	for _, role in ipairs(format.roles(spec.data or {})) do
		if power[role] then
			local many = accounts == math.huge and "Any number of people" or ("Up to %d people"):format(accounts);
			out.aside(("Warning: %s will have the role %s. If that is not what you want, revoke what this makes."):format(many, role));
		end
	end
end

-- (invites, out, spec, flags) → invite, or nil, code
local function make(invites, out, spec, flags)
	local invite, code = invites.make(spec);
	if not invite then return nil, code; end
	warn(out, spec, spec.uses or 1);
	if flags.qr then
		local printed, qr_code = print_qr(invites, out, invite.link);
		if not printed then return nil, qr_code; end
	end
	return invite;
end

-- The command: create_account [USER@]HOST
function create.account(invites, out, arg, flags)
	local invite, code = make(invites, out, spec_of("account", arg.username, flags), flags);
	if not invite then return nil, code; end
	return true, invite.link;
end

-- The command: create_reset USER@HOST
function create.reset(invites, out, arg, flags)
	local invite, code = make(invites, out, spec_of("reset", arg.username, flags), flags);
	if not invite then return nil, code; end
	out.print(invite.link);
	return true, ("Password reset link for %s valid until %s"):format(arg.user_jid, format.time(invite.valid_until, " "));
end

-- The command: create_contact USER@HOST
function create.contact(invites, out, arg, flags)
	local spec = spec_of(flags.allow_registration and "contact-account" or "contact", nil, flags);
	spec.inviter = arg.username;
	local invite, code = make(invites, out, spec, flags);
	if not invite then return nil, code; end
	return true, invite.link;
end

-- The command: generate HOST, as Prosody 0.12 has it
function create.generate(invites, out, _, flags)
	local spec;
	if flags.reset then
		spec = { kind = "reset"; username = flags.reset };
	else
		local roles = flags.role;
		spec = spec_of("account", nil, { role = roles and { roles[#roles] }; group = flags.group });
	end
	local invite, code = make(invites, out, spec, flags);
	if not invite then return nil, code; end
	return true, invite.link;
end

-- (invites, out, spec, how many, function (invite) that takes each) → true, or nil, code, words for detail
local function make_many(invites, out, spec, wanted, take)
	local made = 0;
	warn(out, spec, wanted * (spec.uses or 1));
	while made < wanted do
		local batch, code = invites.make_many(spec, math.min(out.batch, wanted - made));
		if not batch then return nil, code, ("after %d of %d invites"):format(made, wanted); end
		for _, invite in ipairs(batch) do take(invite); end
		made = made + #batch;
		out.progress(made, wanted, "invites made");
		if not out.yield(true) then return nil, "nobody-reads", ("after %d of %d invites"):format(made, wanted); end
	end
	return true;
end

-- The command: bulk HOST N
function create.bulk(invites, out, arg, flags)
	out.machine();
	out.print(format.csv("id", "link", "uri", "expires"));
	local done, code, detail = make_many(invites, out, spec_of("account", nil, flags), arg.number, function (invite)
		out.print(format.csv(invite.id, invite.link, invite.uri, format.time(invite.valid_until)));
	end);
	if not done then return nil, code, detail; end
	return true, format.count(arg.number, "invite").." made";
end

-- The command: sheet HOST N FILE
function create.sheet(invites, out, arg, flags)
	local sheet, private_file = require_once "invites_web/page/sheet", require_once "commands/private_file";
	local path = private_file.path(arg.file);
	local file, err = private_file.create(path, out); -- before any invite is made that would be on no paper
	if not file then return nil, err; end
	local cards, tag = {}, (invites.i18n.choose(flags.lang));
	local done, code, detail = make_many(invites, out, spec_of("account", nil, flags), arg.number, function (invite)
		table.insert(cards, sheet.card(invites, invite, tag));
	end);
	if not cards[1] then
		file.discard();
		return nil, code, detail;
	end
	file.write(sheet.page(invites, table.concat(cards), tag));
	local closed, close_err = file.close();
	if not closed then return nil, close_err; end
	if not done then return nil, code, detail; end
	return true, ("%s written to %s, for a browser to print: whoever has a card can use it"):format(format.count(#cards, "card"), path);
end

return create;
