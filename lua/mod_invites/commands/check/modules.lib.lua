-- Facts for the command check: where to look for the modules of the suite (src/store/suite.rs), and what the running server has of them.

local modulemanager = require "core.modulemanager";
local pposix = require "util.pposix";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local ask_running = require_once "invites_core".command.running;
local reader = require_once "invites_config/reader";

-- (host as invites_config/reader has it) → facts for src/command/check/modules.rs
return function (host)
	local server, silence;
	if prosody.process_type ~= "prosody" then
		server, silence = ask_running(resolve_relative_path(prosody.paths.data, reader.read("*", "admin_socket")), host.name);
	end
	local loaded = {};
	for name, environment in pairs(modulemanager.get_modules(host.name) or {}) do loaded[name] = environment.module.path; end
	return {
		root = require_once "invites_lib/folders".root; plugins = prosody.paths.plugins or ""; installer = prosody.paths.installer;
		shared = "share/lua/".._VERSION:match("%d+%.%d+"); data = prosody.paths.data; uid = pposix.getuid(); loaded = loaded;
		prosody_user = reader.read("*", "prosody_user"); server = server; silence = not server and silence or nil;
	};
end
