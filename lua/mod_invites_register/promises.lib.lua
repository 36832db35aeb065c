-- What an invite promises: roles, and a contact. A new account gets them at once. They are also noted with the redemption, and looked at again a
-- moment later (jobs/follow_ups of mod_invites), so neither a crash nor a failure of the storage takes them away.

local jid = require "util.jid";
local usermanager = require "core.usermanager";

local compat = require_once "invites_lib/compat";
local contacts = require_once "contacts";
local invites = require_once "invites";
local rosters = require_once "rosters";

local promises = {};

-- (additional_data) → array of role names, the primary one first; nil if the roles are malformed. The library is loaded on demand, because the gate
-- stays closed without it.
function promises.roles(additional_data) return require_once "invites_core".roles(additional_data); end

-- A failure here must neither undo the redemption nor hide the account from other modules.
local function try(what, username, f, ...)
	local called, ok, err = pcall(f, ...);
	if called and ok then return true; end
	module:log("error", "Could not %s %s: %s", what, username, called and err or ok);
	return false;
end

-- mod_invites has checked that the roles exist, at creation and at the claim: Prosody 13.0 raises an error for others.
local function give_roles(username, names)
	if not names then return nil, "these are no roles"; end
	return not names[1] or compat.give_roles(username, names);
end

local function address_of(username) return username.."@"..module.host; end

-- (username, invite): gives a new account what its invite promises
function promises.give(username, invite)
	try("give the roles of the invite to", username, give_roles, username, promises.roles(invite.additional_data));
	if invite.inviter then
		try("subscribe the inviter to", username, rosters.befriend, address_of(username), address_of(invite.inviter));
	end
end

local keep = {};

-- The creator's power may be gone meanwhile.
function keep.roles(to_do, username)
	for _, role in ipairs(to_do.roles or {}) do
		if to_do.creator and not invites.api().may_grant(to_do.creator, role) then
			module:log("warn", "%s does not get the role %s: %s may not give it any more", username, role, to_do.creator);
			return true;
		end
	end
	return not to_do.roles or try("give the roles of the invite to", username, give_roles, username, to_do.roles);
end

function keep.contact(to_do, username)
	local inviter = to_do.contact;
	if not inviter or not usermanager.user_exists(inviter, module.host) then return true; end
	return contacts.are_made(address_of(inviter), to_do.account)
		or try("subscribe the inviter to", username, contacts.make, address_of(inviter), to_do.account);
end

-- (a follow-up: { account, step, creator, roles, contact }) → true: it is done, or can't be done any more; false: later
function promises.keep(to_do)
	local username, domain = jid.split(to_do.account);
	local host = prosody.hosts[domain];
	if host and host.type == "local" and not usermanager.user_exists(username, domain) then return true; end
	return keep[to_do.step](to_do, username);
end

return promises;
