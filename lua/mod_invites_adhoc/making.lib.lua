-- The commands that make an invite. Each is function (actor, request) → answer.

local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = module:require "access";
local answers = module:require "answers";
local choices = module:require "choices";
local forms = module:require "forms";

local making = {};

local function answer(invite, code, warning)
	if not invite then return answers.refused(code); end
	return answers.invitation(invite, warning);
end

-- XEP-0401, section 5.1: done at once. Who may not let people register (any more), or on a host where nobody can, still gets a contact invite.
function making.contact(actor)
	local unlimited, may_invite = access.unlimited(actor), access.registers() and access.invite_users(actor);
	local invite, code = invites.make {
		kind = may_invite and "contact-account" or "contact"; inviter = actor.username;
		maker = actor.username; own_right = not unlimited; data = { source = actor.jid };
	};
	local over_limit = invite and may_invite and not invite.allow_registration;
	return answer(invite, code, over_limit and "You have made all the invites for new accounts that you may make now. "
		.."This one is for somebody who has an account somewhere." or nil);
end

local reset_form = {
	title = "Create password reset invite";
	instructions = "Makes a link with which the owner of this account can set a new password.";
	{ name = "accountjid"; type = "jid-single"; required = true; label = "Address of the account" };
};

function making.reset(actor, request)
	if not forms.submitted(request) then return answers.ask(reset_form, "complete"); end
	local fields, err = forms.read(reset_form, request.form);
	if not fields then return answers.bad_request(err); end
	local username, host = split_jid(fields.accountjid);
	if not username then return answers.bad_request("Give the whole address of an account, such as juliet@"..module.host); end
	if host ~= module.host then return answers.bad_request("The account must be one on "..module.host); end
	if access.below(actor, username) then return answers.forbidden("This account has a higher role than you"); end
	return answer(invites.make { kind = "reset"; username = username; maker = actor.username; data = { source = actor.jid } });
end

-- (actor) → layout of the form of XEP-0401, section 5.4, with what we add to it
local function account_form(actor)
	local unlimited = access.unlimited(actor);
	local form = {
		title = "Create new account invite";
		instructions = "Makes a link with which somebody can make an account on "..module.host..".";
		{ name = "username"; type = "text-single"; label = "Username"; desc = "Leave it empty to let them choose" };
	};
	local function add(field) table.insert(form, field); end
	if actor.username then
		add { name = "roster-subscription"; type = "boolean"; value = false; label = "Make the new account and me contacts of each other" };
	end
	add { name = "lifetime"; type = "list-single"; label = "How long the invite is valid"; options = choices.lifetimes(unlimited) };
	if unlimited or choices.many_uses then
		add { name = "uses"; type = "text-single"; value = "1"; label = "How many accounts can be made with it" };
	end
	local roles = choices.roles(function (role) return access.grant(actor, role); end);
	if roles[1] then add { name = "role"; type = "list-single"; label = "Role of the new account"; options = roles }; end
	local groups = access.group(actor) and choices.groups() or {};
	if groups[1] then add { name = "groups"; type = "list-multi"; label = "Groups of the new account"; options = groups }; end
	add { name = "note"; type = "text-single"; label = "Note"; desc = "Who it is for: shown in your list of invites" };
	return form;
end

function making.account(actor, request)
	if not access.registers() then
		return answers.forbidden("Nobody can register on "..module.host..", so an invite would be of no use. Those who run the server can change that");
	end
	local form = account_form(actor);
	if not forms.submitted(request) then return answers.ask(form, "complete"); end
	local fields, err = forms.read(form, request.form);
	if not fields then return answers.bad_request(err); end
	local uses = (fields.uses or "1"):match("^%d+$");
	if not uses then return answers.refused("uses-invalid"); end
	return answer(invites.make {
		kind = "account"; username = fields.username; inviter = fields["roster-subscription"] and actor.username or nil;
		maker = actor.username; own_right = not access.unlimited(actor); grantor = actor.jid;
		uses = tonumber(uses); ttl = choices.seconds(fields.lifetime);
		data = { source = actor.jid; note = fields.note; roles = choices.granted(fields.role); groups = fields.groups };
	});
end

return making;
