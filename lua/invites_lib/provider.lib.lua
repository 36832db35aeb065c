-- What the account provider of a host can do. Where accounts come from LDAP, PAM or a web site, it can make none.

local modulemanager = require "core.modulemanager";
local usermanager = require "core.usermanager";

local option = require_once "invites_config/option";

-- Prosody calls every function of a provider, so those that can't do it have one that always answers nil. Such a function has no upvalues: it can
-- reach nothing outside of itself, so it makes no account when it is called here.
local function does(name)
	return function (host)
		local provider = usermanager.get_provider(host);
		local method = provider and provider[name];
		if type(method) ~= "function" then return false; end
		local about = debug.getinfo(method, "Su");
		if about.what == "C" or about.nups > 0 then return true; end
		local ok, done = pcall(method);
		return ok and done and true or false;
	end;
end

-- (host) → boolean
local provider = { creates = does "create_user"; sets_passwords = does "set_password" };

-- (error of a provider) → does it say that it can never do this?
function provider.says_never(err)
	local text = tostring(err):lower();
	for _, words in ipairs { "not supported"; "not implemented"; "not available"; "unsupported" } do
		if text:find(words, 1, true) then return true; end
	end
	return false;
end

-- () → can anybody register here who has an invite? Looked at each time: modules come and go. (XEP-0401: a server that does not let the invitee
-- register makes links without "ibr=y".)
function provider.registers()
	if not modulemanager.is_loaded(module.host, "invites_register") or not provider.creates(module.host) then return false; end
	return option "registration_invite_only" or option "allow_registration";
end

return provider;
