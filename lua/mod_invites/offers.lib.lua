-- The commands that make invites.

local record = module:require "record";
local print_qr = module:require "qr";
local compat = module:require "compat";

local unpack = table.unpack;

local offers = {};

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

-- (invites, out, spec, flags) → invite, or nil, code
local function make(invites, out, spec, flags)
	local invite, code = invites.make(spec);
	if not invite then return nil, code; end
	if flags.qr then
		local printed, qr_code = print_qr(invites, out, record.link(invite));
		if not printed then return nil, qr_code; end
	end
	return invite;
end

-- The command: create_account [USER@]HOST
function offers.account(invites, out, arg, flags)
	local invite, code = make(invites, out, spec_of("account", arg.username, flags), flags);
	if not invite then return nil, code; end
	return true, record.link(invite);
end

-- The command: create_reset USER@HOST
function offers.reset(invites, out, arg, flags)
	if not arg.username then return nil, "give the JID of the account whose password is to be reset"; end
	local invite, code = make(invites, out, spec_of("reset", arg.username, flags), flags);
	if not invite then return nil, code; end
	out.print(record.link(invite));
	return true, ("Password reset link for %s valid until %s"):format(arg.user_jid, record.date(invite.expires, "%Y-%m-%d %H:%M:%S"));
end

-- The command: create_contact USER@HOST
function offers.contact(invites, out, arg, flags)
	if not arg.username then return nil, "give the JID of the user who is to get a contact"; end
	local spec = spec_of(flags.allow_registration and "contact-account" or "contact", nil, flags);
	spec.inviter = arg.username;
	local invite, code = make(invites, out, spec, flags);
	if not invite then return nil, code; end
	return true, record.link(invite);
end

-- The command: generate HOST, as Prosody 0.12 has it
function offers.generate(invites, out, _, flags)
	local spec;
	if flags.reset then
		if flags.role or flags.group then return nil, "--reset stands alone"; end
		spec = { kind = "reset"; username = flags.reset };
	else
		local roles = flags.role;
		spec = spec_of("account", nil, { role = roles and { roles[#roles] }; group = flags.group });
	end
	local invite, code = make(invites, out, spec, flags);
	if not invite then return nil, code; end
	return true, record.link(invite);
end

-- The command: bulk HOST N
function offers.bulk(invites, out, arg, flags)
	local wanted, made = arg.number, 0;
	out.machine();
	out.print(record.csv("id", "link", "uri", "expires"));
	while made < wanted do
		local batch, code = invites.make_many(spec_of("account", nil, flags), math.min(out.batch, wanted - made));
		if not batch then return nil, code, ("after %d of %d invites"):format(made, wanted); end
		for _, invite in ipairs(batch) do
			out.print(record.csv(invite.id, record.link(invite), invite.uri, record.date(invite.expires, "!%Y-%m-%dT%H:%M:%SZ")));
		end
		made = made + #batch;
		out.progress(made, wanted, "invites made");
		if not out.breathe(true) then return nil, "nobody-reads", ("after %d of %d invites"):format(made, wanted); end
	end
	return true, ("%d invites made"):format(made);
end

return offers;
