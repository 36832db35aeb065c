-- The section "invite" of the admin shell.
--
-- Returns an array of { name, desc, args, host_selector, flags, run }; run(invites, session, arguments...) → true, text or nil, error.

local human_io = require "util.human.io";
local split_jid = require "util.jid".prepped_split;

local compat = module:require "compat";

local commands = {};

local function timestamp(seconds)
	return os.date("%Y-%m-%d %H:%M:%S", seconds);
end

local function reason(invites, code)
	local refusal = invites.refusals[code];
	return refusal and ("%s (%s)"):format(refusal.text, code) or tostring(code);
end

-- (opts) → seconds or nil, or false, error
local function lifetime(opts)
	if not opts.expires_after then return nil; end
	local ttl = compat.duration(opts.expires_after);
	if not ttl then return false, ("%q is no period, try for instance \"2 days\""):format(opts.expires_after); end
	return ttl;
end

local function link(invites, invite, code)
	if not invite then return nil, reason(invites, code); end
	return true, invite.landing_page or invite.uri;
end

local function describe(invite)
	local data = invite.additional_data or {};
	local username, host = split_jid(invite.jid);
	if data.allow_reset then
		return ("Password reset for %s@%s"):format(data.allow_reset, host or module.host);
	elseif invite.type == "roster" then
		return (invite.allow_registration and "Account, and contact of " or "Contact of ")..invite.jid;
	elseif username then
		return "Account "..invite.jid;
	end
	return "Account on "..invite.jid;
end

local user_jid = { { name = "user_jid"; type = "string" } };
local host_token = { { name = "host"; type = "string" }, { name = "token"; type = "string" } };

table.insert(commands, {
	name = "create_account"; args = user_jid; host_selector = "user_jid";
	desc = "Invite somebody to make the account with this JID (a hostname alone lets them choose the username)";
	flags = { array_params = { role = true; group = true }; value_params = { expires_after = true }; kv_params = { admin = true } };
	run = function (invites, _, jid, opts)
		opts = opts or {};
		local ttl, err = lifetime(opts);
		if ttl == false then return nil, err; end
		local roles = { table.unpack(opts.role or {}) };
		if opts.admin then table.insert(roles, 1, "prosody:admin"); end
		return link(invites, invites.create_account(split_jid(jid), { roles = roles[1] and roles; groups = opts.group }, ttl));
	end;
});

table.insert(commands, {
	name = "create_reset"; args = user_jid; host_selector = "user_jid";
	desc = "Make a link with which this user can set a new password";
	flags = { value_params = { expires_after = true } };
	run = function (invites, session, jid, opts)
		local username = split_jid(jid);
		if not username then return nil, "Give the JID of the account whose password is to be reset"; end
		local ttl, err = lifetime(opts or {});
		if ttl == false then return nil, err; end
		local invite, code = invites.create_account_reset(username, ttl);
		if not invite then return nil, reason(invites, code); end
		session.print(invite.landing_page or invite.uri);
		return true, ("Reset link for %s, valid until %s"):format(jid, timestamp(invite.expires));
	end;
});

table.insert(commands, {
	name = "create_contact"; args = user_jid; host_selector = "user_jid";
	desc = "Invite somebody to become a contact of this user";
	flags = { value_params = { expires_after = true }; kv_params = { allow_registration = true } };
	run = function (invites, _, jid, opts)
		if type(opts) ~= "table" then opts = { allow_registration = opts }; end -- 0.12 has no flags here
		local username = split_jid(jid);
		if not username then return nil, "Give the JID of the user who is to get a contact"; end
		local ttl, err = lifetime(opts);
		if ttl == false then return nil, err; end
		return link(invites, invites.create_contact(username, opts.allow_registration, nil, ttl));
	end;
});

table.insert(commands, {
	name = "show"; args = host_token; host_selector = "host";
	desc = "Show what an invite is for";
	run = function (invites, session, _, token)
		local invite, code = invites.get_account_invite_info(token);
		if not invite then return nil, reason(invites, code); end
		local data = invite.additional_data or {};
		local function row(name, value)
			if type(value) == "table" then value = value[1] and table.concat(value, ", "); end
			if value then session.print(name..":", value); end
		end
		session.print(describe(invite));
		row("Inviter", invite.inviter);
		row("Created", timestamp(invite.created_at));
		row("Expires", timestamp(invite.expires));
		row("XMPP URI", invite.uri);
		row("Web link", invite.landing_page);
		row("Roles", data.roles);
		row("Groups", data.groups);
		row("Note", data.note);
		return true, "This invite can be used";
	end;
});

table.insert(commands, {
	name = "delete"; args = host_token; host_selector = "host";
	desc = "Revoke an invite";
	run = function (invites, _, _, token)
		local ok, code = invites.delete_account_invite(token);
		if not ok then return nil, reason(invites, code); end
		return true, "The invite has been revoked";
	end;
});

table.insert(commands, {
	name = "list"; args = { { name = "host"; type = "string" } }; host_selector = "host";
	desc = "List the invites that can still be used to make an account or to reset a password";
	run = function (invites, session)
		local print_row = human_io.table({
			{ title = "Token"; key = "token"; width = 24 };
			{ title = "Expires"; key = "expires"; width = 20 };
			{ title = "Description"; key = "description"; width = "100%" };
		}, session.width or 132); -- which 0.12 does not tell; the 80 that it would take cut addresses off
		session.print(print_row());
		local count = 0;
		for token, invite in invites.pending_account_invites() do
			count = count + 1;
			session.print(print_row({ token = token; expires = os.date("%Y-%m-%dT%H:%M:%S", invite.expires); description = describe(invite) }));
		end
		return true, ("%d pending invites"):format(count);
	end;
});

return commands;
