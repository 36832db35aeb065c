-- Loads mod_invites under prosodyctl on the host of a command. All hosts share one event bus there, so one process serves one host.
--
-- Returns function (host, request) → mod_invites of that host, or nil, error. Only the files of this module read the options of
-- the host; those that prosodyctl has loaded first belong to no host.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

-- The module that makes the landing pages, if the host has it.
local function load_page_module(invites, host)
	local name = invites.require_once "invites_config/option" "invites_page_module";
	if not modulemanager.get_modules_for_host(host):contains(name) then return; end
	local page, err = modulemanager.load(host, name);
	if not page then io.stderr:write("mod_", name, " could not be loaded, so there is no web link: ", tostring(err), "\n"); end
end

return function (host, request)
	storagemanager.initialize_host(host);
	usermanager.initialize_host(host);
	-- Prosody has loaded this module without a host, only to find the command, and would take that for the one of the host.
	modulemanager.unload("*", "invites");
	local invites, err = modulemanager.load(host, "invites");
	if not invites then return nil, (tostring(err):gsub("\n.*", "")); end -- without the traceback
	if request.makes_links then load_page_module(invites, host); end
	return invites;
end
