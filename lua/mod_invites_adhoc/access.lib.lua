-- Who may use a command, and on which authority. On Prosody 13.0 a session has a role of its own, which may be less than its user's.
--
-- An actor is the sender of a stanza: { jid, username (nil unless it is a user of this host), context }. While a command runs, .say speaks the
-- actor's language: (id of a message, arguments or nil) → text (invites_lib/stanza_language), .dialog has the forms in it (src/lua/adhoc.rs), and
-- .language is its tag, nil for English.

local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local stanza_language = require_once "invites_lib/stanza_language";

local permissions = invites.require_once "accounts/permissions";

-- The nodes of the commands. Those of XEP-0401 are the XSF's, one is Prosody's, the rest is ours.
local nodes = {
	contact = "urn:xmpp:invite#invite";
	friend = "xmpp:prosody-invites/adhoc#contact";
	account = "urn:xmpp:invite#create-account";
	reset = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
	own = "xmpp:prosody-invites/adhoc#own";
	all = "xmpp:prosody-invites/adhoc#all";
};

local access = {
	nodes = nodes;
	-- As clients list them: Prosody's names, and ours in the same manner.
	names = {
		[nodes.contact] = "Create new contact invite"; [nodes.friend] = "Create new contact invite with a message";
		[nodes.account] = "Create new account invite"; [nodes.reset] = "Create password reset invite";
		[nodes.own] = "My invites"; [nodes.all] = "Manage all invites";
	};
};

local contact_invites_for_all = option "allow_contact_invites";

-- The admins' commands. On 13.0 a role may get one of them alone, by the permission that mod_adhoc asks for.
if module.default_permission then
	for _, node in ipairs { nodes.contact; nodes.account; nodes.reset; nodes.all } do
		module:default_permission("prosody:admin", "adhoc:"..node);
	end
end

-- (event with a stanza, or request of a command) → actor
function access.actor(event)
	local jid = event.from or event.stanza.attr.from;
	local username, host = split_jid(jid);
	return { jid = jid; username = host == module.host and username or nil; context = event };
end

-- (event with a stanza) → actor with .say, .dialog and .language; tag of their language
function access.speaker(event)
	local actor = access.actor(event);
	local say, tag = stanza_language.to(event.stanza, invites.i18n);
	actor.say, actor.dialog, actor.language = say, invites.i18n.dialog(tag), tag ~= "en" and tag or nil;
	return actor, tag;
end

local function manages(actor, node)
	local may = compat.may("adhoc:"..node, actor.context);
	if may ~= nil then return may; end
	return invites.is_admin(actor.jid);
end

-- (actor) → are their invites on the server's authority, as an admin's are: without limits, and valid without the creator's permission?
function access.unlimited(actor) return manages(actor, nodes.account); end

-- (actor) → may people register through their invites?
function access.invite_users(actor)
	if access.unlimited(actor) then return true; end
	if not actor.username or compat.may(":invite-users", actor.context) == false then return false; end
	return invites.may_invite(actor.username);
end

-- Does the session have another role than its user? Then its permissions are known, but not what it may give away.
local function is_restricted(actor)
	return actor.username and compat.is_restricted(actor.username, actor.context.origin);
end

-- (actor, name of a role) → may they grant it?
function access.grant(actor, role)
	return not is_restricted(actor) and invites.may_grant(actor.jid, role);
end

-- (actor) → may they put an account into groups?
function access.group(actor) return not is_restricted(actor) and invites.is_admin(actor.jid); end

-- (actor, username) → may that account do more than they may grant, as far as is known? On 13.0, whoever sets an operator's password is an operator.
function access.below(actor, username)
	local names = compat.roles_of(username);
	if not names then return true; end
	for _, name in ipairs(names) do
		if not access.grant(actor, name) then return true; end
	end
	return false;
end

-- (actor, username) → may they create an invite for this name? Whoever registers an operator's name is an operator.
function access.name(actor, username)
	return not invites.is_privileged(username) or access.unlimited(actor) and not access.below(actor, username);
end

-- (actor, invite) → may they give away all that it grants? Its link is worth as much.
function access.give(actor, invite)
	local data = type(invite.additional_data) == "table" and invite.additional_data or {};
	local groups = data.groups;
	if type(groups) == "table" and next(groups) == nil then groups = nil; end -- as Prosody's own command writes it
	if groups and not access.group(actor) then return false; end
	local bound_name = invite.kind == "account" and invite.username;
	if bound_name and not access.name(actor, bound_name) then return false; end
	if type(data.allow_reset) == "string" and access.below(actor, data.allow_reset) then return false; end
	return permissions.all_roles(data, function (role) return access.grant(actor, role); end);
end

-- (value of a lifetime or nil) → seconds, or nil
function access.seconds(value) return value == "never" and math.huge or tonumber(value); end

local function makes_contacts(actor) return actor.username ~= nil and (contact_invites_for_all or manages(actor, nodes.contact)); end

-- node → function (actor) → may they see and execute this command?
access.to = {
	[nodes.contact] = makes_contacts; [nodes.friend] = makes_contacts;
	[nodes.account] = access.invite_users;
	[nodes.reset] = function (actor) return manages(actor, nodes.reset); end;
	[nodes.own] = function (actor) return actor.username ~= nil; end;
	[nodes.all] = function (actor) return manages(actor, nodes.all); end;
};

return access;
