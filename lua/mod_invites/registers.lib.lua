-- Can anybody register here who has an invite? Looked at each time: modules come and go. (XEP-0401: a server that does not let the invitee register
-- makes links without "ibr=y".)
--
-- Returns function () → boolean

local modulemanager = require "core.modulemanager";

local provider = module:require "mod_invites/provider";

return function ()
	if not modulemanager.is_loaded(module.host, "invites_register") or not provider.creates(module.host) then return false; end
	return module:get_option_boolean("registration_invite_only", true) or module:get_option_boolean("allow_registration", false);
end
