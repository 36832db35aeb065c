-- The commands that create invites. Each is function (actor, request) → answer.

local modulemanager = require "core.modulemanager";
local array = require "util.array";
local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = require_once "access";
local answers = require_once "answers";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local registers = require_once "invites_lib/provider".registers;

local settings = invites.require_once "settings";

local need = answers.need;

local making = {};

-- Roles that each account gets anyway, or that no account should have.
local needless_roles = { ["prosody:guest"] = true; [option "register_ibr_default_role"] = true };

local function roles_of(actor)
	local names = {};
	for _, name in ipairs(compat.role_names()) do
		if not needless_roles[name] and access.grant(actor, name) then table.insert(names, name); end
	end
	return names;
end

local most_groups = 201; -- each is looked up for the form, which lists 200 and says whether there are more

-- (actor) → array of { id, name }: groups of mod_groups_internal that they may put an account into; empty without that module
local function groups_for(actor)
	local list, groups = {}, modulemanager.get_module(module.host, "groups_internal");
	if not groups or not access.group(actor) then return list; end
	local ok, err = pcall(function ()
		local ids = {};
		for id in groups.groups() do table.insert(ids, id); end
		table.sort(ids);
		for i = 1, math.min(#ids, most_groups) do
			local info = groups.get_info(ids[i]);
			table.insert(list, { id = ids[i]; name = info and info.name or ids[i] });
		end
	end);
	if ok then return list; end
	module:log("warn", "The groups could not be listed: %s", err);
	return {};
end

-- (actor) → array of { id, name }: rooms to which they may invite people
local function rooms_for(actor) return actor.username and invites.rooms.offers(actor.username) or {}; end

-- (values of a form) → array of rooms
local function chosen_rooms(fields)
	local rooms = array(fields.rooms);
	for typed in (fields["other-rooms"] or ""):gmatch("[^%s,]+") do rooms:push(typed); end
	return rooms;
end

-- XEP-0401, section 5.1: one step. Without permission, or on a host without registration, the user still gets a contact invite.
function making.contact(actor)
	local unlimited, may_invite = access.unlimited(actor), registers() and access.invite_users(actor);
	local invite = need(actor, invites.make {
		kind = may_invite and "contact-account" or "contact"; inviter = actor.username;
		creator = actor.username; authority = unlimited and "server" or "user"; data = { source = actor.jid; language = actor.language };
	});
	local over_limit = may_invite and not invite.allow_registration;
	return answers.invitation(actor, invite, over_limit and actor.say "adhoc-contact-only" or nil,
		actor.say("adhoc-note-later", { command = access.names[access.nodes.own] }));
end

-- The same for people who have an account, with a message, and for one of them alone if an address is given.
function making.friend(actor, request)
	local unlimited = access.unlimited(actor);
	local form = actor.dialog:contact_form(settings, unlimited, rooms_for(actor));
	if not answers.submitted(request) then return answers.ask(form, "complete"); end
	local again = answers.again(form, "complete", request.form);
	local fields = answers.read(form, request.form, again);
	local invite, code = invites.make {
		kind = "contact"; inviter = actor.username; creator = actor.username; authority = unlimited and "server" or "user";
		ttl = access.seconds(fields.lifetime);
		data = {
			source = actor.jid; language = actor.language; note = fields.note; message = fields.message; invitee = fields.invitee;
			rooms = chosen_rooms(fields);
		};
	};
	return invite and answers.invitation(actor, invite) or answers.refused(actor, code, again);
end

function making.reset(actor, request)
	local say, form = actor.say, actor.dialog:reset_form();
	if not answers.submitted(request) then return answers.ask(form, "complete"); end
	local again = answers.again(form, "complete", request.form);
	local fields = answers.read(form, request.form, again);
	local username, host = split_jid(fields.accountjid);
	if not username then return again(say("adhoc-whole-address", { address = "juliet@"..module.host })); end
	if host ~= module.host then return again(say("adhoc-account-here", { host = module.host })); end
	if access.below(actor, username) then return answers.forbidden(say "adhoc-higher-role"); end
	local invite, code = invites.make { kind = "reset"; username = username; creator = actor.username; data = { source = actor.jid } };
	if not invite and code == "account-not-found" then return again(say "refusal-account-not-found"); end
	return invite and answers.invitation(actor, invite) or answers.refused(actor, code, again);
end

-- XEP-0401, section 5.4
function making.account(actor, request)
	if not registers() then
		return answers.forbidden(actor.say("adhoc-no-registration", { host = module.host }));
	end
	local unlimited = access.unlimited(actor);
	local form = actor.dialog:account_form(settings, unlimited, module.host, actor.username ~= nil, roles_of(actor), groups_for(actor), rooms_for(actor),
		unlimited);
	if not answers.submitted(request) then return answers.ask(form, "complete"); end
	local again = answers.again(form, "complete", request.form);
	local fields = answers.read(form, request.form, again);
	local uses = (fields.uses or "1"):match("^%d+$");
	if not uses then return answers.refused(actor, "uses-invalid", again); end
	if fields.username and not access.name(actor, fields.username) then return answers.refused(actor, "username-reserved", again); end
	local role = fields.role ~= "usual" and fields.role or nil;
	local invite, code = invites.make {
		kind = "account"; username = fields.username; inviter = fields["roster-subscription"] and actor.username or nil;
		creator = actor.username; authority = unlimited and "server" or "user"; grantor = actor.jid;
		uses = tonumber(uses); ttl = access.seconds(fields.lifetime);
		data = {
			source = actor.jid; language = actor.language; note = fields.note; message = fields.message;
			roles = role and compat.roles { role }; groups = fields.groups;
			rooms = chosen_rooms(fields);
		};
	};
	return invite and answers.invitation(actor, invite) or answers.refused(actor, code, again);
end

return making;
