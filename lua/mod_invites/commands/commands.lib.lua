-- The commands of mod_invites, and the file with the function of each. (src/command/invites.rs is the table of what they take.)
--
-- A function gets (environment of mod_invites on the host; output; request: arguments and flags by name, see src/lua/command; why there is no
-- environment), and returns true, text, or nil, code or error, words for detail.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

local files = {
	create_account = "create"; create_reset = "create"; create_contact = "create"; generate = "create"; bulk = "create"; sheet = "create";
	list = "list"; show = "manage"; revoke = "manage"; delete = "manage"; extend = "manage"; stats = "manage"; backup = "manage";
	suspend = "suspend"; unsuspend = "suspend";
	tree = "manage"; export = "export"; import = "import"; check = "check/check"; selftest = "selftest/selftest";
};

local own_require = require_once;

-- Loads mod_invites under prosodyctl on the host of a command: (host, request) → its environment, or nil, error. All hosts share one event bus,
-- so one process serves one host. Only the files of that module read the options of the host; what prosodyctl has loaded first belongs to none.
local function open(host, request)
	storagemanager.initialize_host(host);
	usermanager.initialize_host(host);
	-- Prosody has loaded this module without a host, only to find the command, and would take that for the one of the host.
	modulemanager.unload("*", "invites");
	local invites, err = modulemanager.load(host, "invites");
	if not invites then return nil, (tostring(err):gsub("\n.*", "")); end -- without the traceback
	local pages = invites.require_once "invites_config/option" "invites_page_module";
	if request.makes_links and modulemanager.get_modules_for_host(host):contains(pages) then -- which make the links
		local page, page_err = modulemanager.load(host, pages);
		if not page then io.stderr:write("mod_", pages, " could not be loaded, so there is no web link: ", tostring(page_err), "\n"); end
	end
	return invites;
end

return {
	name = "invite"; module = "invites";
	open = open;
	-- (environment or nil, name of a command) → its function. The file is read now: every host has these commands, and hardly any is ever given.
	run = function (environment, name)
		local require_file = environment and environment.require_once or own_require;
		return require_file("commands/"..files[name])[name];
	end;
};
