-- The commands that make an invite. Each is function (actor, request) → answer.

local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = require_once "access";
local answers = require_once "answers";
local choices = require_once "choices";
local forms = require_once "forms";

local making = {};

local function answer(say, warning, invite, code)
	if not invite then return answers.refused(say, code); end
	return answers.invitation(say, invite, warning);
end

-- XEP-0401, section 5.1: done at once. Who may not let people register (any more), or on a host where nobody can, still gets a contact invite.
function making.contact(actor)
	local unlimited, may_invite = access.unlimited(actor), access.registration_enabled() and access.invite_users(actor);
	local invite, code = invites.make {
		kind = may_invite and "contact-account" or "contact"; inviter = actor.username;
		creator = actor.username; authority = unlimited and "server" or "user"; data = { source = actor.jid };
	};
	local over_limit = invite and may_invite and not invite.allow_registration;
	return answer(actor.say, over_limit and actor.say "adhoc-contact-only" or nil, invite, code);
end

local function reset_form(say)
	return {
		title = say "adhoc-reset-title"; instructions = say "adhoc-reset-lead";
		{ name = "accountjid"; type = "jid-single"; required = true; label = say "adhoc-reset-address" };
	};
end

function making.reset(actor, request)
	local say, form = actor.say, reset_form(actor.say);
	if not forms.submitted(request) then return answers.ask(form, "complete"); end
	local fields, err = forms.read(say, form, request.form);
	if not fields then return answers.bad_request(err); end
	local username, host = split_jid(fields.accountjid);
	if not username then return answers.bad_request(say("adhoc-whole-address", { address = "juliet@"..module.host })); end
	if host ~= module.host then return answers.bad_request(say("adhoc-account-here", { host = module.host })); end
	if access.below(actor, username) then return answers.forbidden(say "adhoc-higher-role"); end
	return answer(say, nil, invites.make { kind = "reset"; username = username; creator = actor.username; data = { source = actor.jid } });
end

-- (actor) → layout of the form of XEP-0401, section 5.4, with what we add to it
local function account_form(actor)
	local say, unlimited = actor.say, access.unlimited(actor);
	local form = {
		title = say "adhoc-account-title"; instructions = say("adhoc-account-lead", { host = module.host });
		{ name = "username"; type = "text-single"; label = say "adhoc-username"; desc = say "adhoc-username-hint" };
	};
	local function add(field) table.insert(form, field); end
	if actor.username then
		add { name = "roster-subscription"; type = "boolean"; value = false; label = say "adhoc-befriend" };
	end
	add { name = "lifetime"; type = "list-single"; label = say "adhoc-lifetime"; options = choices.lifetimes(say, unlimited) };
	if unlimited or choices.many_uses then
		add { name = "uses"; type = "text-single"; value = "1"; label = say "adhoc-most-uses" };
	end
	local roles = choices.roles(say, function (role) return access.grant(actor, role); end);
	if roles[1] then add { name = "role"; type = "list-single"; label = say "adhoc-role"; options = roles }; end
	local groups = access.group(actor) and choices.groups() or {};
	if groups[1] then add { name = "groups"; type = "list-multi"; label = say "adhoc-groups"; options = groups }; end
	add { name = "note"; type = "text-single"; longest = forms.longest_note; label = say "adhoc-note"; desc = say "adhoc-note-hint" };
	return form;
end

function making.account(actor, request)
	local say = actor.say;
	if not access.registration_enabled() then return answers.forbidden(say("adhoc-no-registration", { host = module.host })); end
	local form = account_form(actor);
	if not forms.submitted(request) then return answers.ask(form, "complete"); end
	local fields, err = forms.read(say, form, request.form);
	if not fields then return answers.bad_request(err); end
	local uses = (fields.uses or "1"):match("^%d+$");
	if not uses then return answers.refused(say, "uses-invalid"); end
	if fields.username and not access.name(actor, fields.username) then return answers.refused(say, "username-reserved"); end
	return answer(say, nil, invites.make {
		kind = "account"; username = fields.username; inviter = fields["roster-subscription"] and actor.username or nil;
		creator = actor.username; authority = access.unlimited(actor) and "server" or "user"; grantor = actor.jid;
		uses = tonumber(uses); ttl = choices.seconds(fields.lifetime);
		data = { source = actor.jid; note = fields.note; roles = choices.granted(fields.role); groups = fields.groups };
	});
end

return making;
