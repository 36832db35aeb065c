-- Registering with a token for portals: the same brake, the same rules for names and passwords, and the same claim as with the web form.

local modulemanager = require "core.modulemanager";

local invites = module:depends "invites";
local core = require_once "invites_core".v1;
local names = require_once "invites_web/account/names";
local passwords = require_once "invites_web/account/passwords";
local provider = require_once "invites_lib/provider";
local web = require_once "invites_core".web;

local portal = {};

-- Is this token good? One that is not has a code, as on the page of an invite.
function portal.check(call, who)
	local token = call:account();
	local invite, code = invites.view(token, who);
	if code == "throttled" or code == "internal-server-error" then return nil, code; end
	return call:done(core.checked(invite or nil, code));
end

-- (refusal as util.error object) → code
local function code_of(refusal)
	local reason = refusal.context and refusal.context.reason;
	if reason and invites.refusals[reason] then return reason; end
	return refusal.condition == "conflict" and "account-exists" or "not-allowed";
end

-- Not by module:depends: that would close a registration that is open.
local function gate() return modulemanager.get_module(module.host, "invites_register"); end

-- (call, who, may it be done here? name of the gate's function, is it for a new account?) → answer, or nil, code, field
local function finish(call, who, is_possible, verb, is_new)
	local module_of_gate = gate();
	if not module_of_gate or not is_possible(module.host) then return nil, "unavailable"; end
	local token, username, password = call:account();
	local invite, code = invites.view(token, who);
	if code then return nil, code; end
	local is_reset = invite.kind == "reset";
	if is_reset == is_new or not web.kinds[invite.kind].form then return nil, "token-not-for-registration"; end
	if invite.username and username and username ~= invite.username then return nil, "username-mismatch", "username"; end
	local problem, name = names.problem(names.wanted({ user = username }, invite), invite);
	if problem then return nil, "username-invalid", "username"; end
	local words;
	problem, words = passwords.problem(password, name);
	if problem or words then
		return nil, "password-invalid", "password", words or invites.i18n.format("en", problem, { count = passwords.policy().length });
	end
	local validated;
	validated, code = invites.present(invite, who);
	if not validated then return nil, code; end
	local done, refusal = module_of_gate[verb](validated, { username = name; password = password; ip = who.ip; source = "mod_"..module.name });
	if not done then return nil, code_of(refusal); end
	return call[is_new and "created" or "done"](call, core.account(done, module.host));
end

function portal.register(call, who) return finish(call, who, provider.creates, "register", true); end
function portal.reset(call, who) return finish(call, who, provider.sets_passwords, "reset_password", false); end

return portal;
