-- The web chat of this server.
--
-- Returns function () → its address, by the option or of mod_conversejs, or nil

local modulemanager = require "core.modulemanager";

local ascii = require_once "invites_lib/url".ascii;
local option = require_once "invites_config/option";

local address = option "webchat_url";

return function ()
	if address then return address; end
	local conversejs = modulemanager.get_module(module.host, "conversejs");
	return conversejs and ascii(conversejs.module:http_url()) or nil;
end
