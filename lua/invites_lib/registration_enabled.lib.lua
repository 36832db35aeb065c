-- Can anybody register here who has an invite? Looked at each time: modules come and go. (XEP-0401: a server that does not let the invitee register
-- makes links without "ibr=y".)
--
-- Returns function () → boolean

local modulemanager = require "core.modulemanager";

local option = require_once "invites_config/option";
local provider = require_once "invites_lib/provider";

return function ()
	if not modulemanager.is_loaded(module.host, "invites_register") or not provider.creates(module.host) then return false; end
	return option "registration_invite_only" or option "allow_registration";
end
