-- The commands of mod_invites, and the file with the function of each. (src/command/invites.rs is the table of what they take.)
--
-- A function gets (environment of mod_invites on the host; output; request: arguments and flags by name, see src/lua/command; why there is no
-- environment), and returns true, text, or nil, code or error, words for detail.

local files = {
	create_account = "create"; create_reset = "create"; create_contact = "create"; generate = "create"; bulk = "create"; sheet = "create";
	list = "list"; show = "manage"; revoke = "manage"; delete = "manage"; extend = "manage"; stats = "manage"; backup = "manage";
	tree = "manage"; export = "export"; import = "import"; check = "check/check";
};

local own_require = require_once;

return {
	name = "invite"; module = "invites";
	-- Loads mod_invites on a host under prosodyctl: (host, request) → environment, or nil, error
	open = function (...) return own_require "terminal/load_host"(...); end;
	-- (environment or nil, name of a command) → its function. The file is read now: every host has these commands, and hardly any is ever given.
	run = function (environment, name)
		local require_file = environment and environment.require_once or own_require;
		return require_file("commands/"..files[name])[name];
	end;
};
