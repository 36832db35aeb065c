-- The command check on a real Prosody: it tells what runs from what is configured, and finds files that Prosody can't read.

local Server = require "spec.live.harness.server";
local paths = require "spec.support.paths";

local host = "verona.example";

describe("prosodyctl mod_invites check", function ()
	local server;

	after_each(function ()
		if server.pid then server:stop(); end
	end);

	-- (beginning of a line) → that line of what check prints
	local function line_of(beginning)
		local output = server:ctl("mod_invites", "check", host);
		for line in output:gmatch("[^\n]+") do
			if line:find(beginning, 1, true) == 1 then return line; end
		end
		error(("no line begins with %q in\n%s"):format(beginning, output), 2);
	end

	it("asks the running server whose modules it has", function ()
		server = Server.start_new { hosts = { host }; bundled = true; modules = { "admin_shell" } };
		server.settings.bundled = nil; -- from its next start on
		local line = line_of("TO DO  Server: the running server has mod_invites from ");
		assert.truthy(line:find("/modules/mod_invites.lua: restart it", 1, true), line);
		server:restart();
		assert.truthy(line_of("ok     Server: it runs these modules (Prosody "));

		server.settings.modules = { "admin_shell"; "invites_adhoc" };
		assert.truthy(line_of("TO DO  Server: mod_invites_adhoc is not loaded in the running server: restart it"));
		server:stop();
		assert.truthy(line_of("ok     Server: not asked what it has loaded, as it does not run or its admin_shell can't be reached"));
	end);

	it("sees that the files have changed since the server was started", function ()
		server = Server.new { hosts = { host }; modules = { "admin_shell" } };
		server.settings.plugin_paths = { server.directory.."/plugins" };
		assert(os.execute(("cp -R '%s/lua' '%s/plugins'"):format(paths.root, server.directory)));
		assert(os.execute(("find '%s/plugins' -exec touch -d '1 hour ago' {} +"):format(server.directory)));
		server:start();
		assert.truthy(line_of("ok     Server: it runs these modules"));
		assert(os.execute(("touch -d '1 minute' '%s/plugins/mod_invites/making.lib.lua'"):format(server.directory)));
		assert.truthy(line_of("TO DO  Server: files of the modules are newer than the running server (since "));
	end);

	it("finds what Prosody can't read", function ()
		server = Server.new { hosts = { host }; modules = { "admin_shell" } };
		server.settings.plugin_paths = { server.directory.."/plugins" };
		local plugins = server.directory.."/plugins";
		assert(os.execute(("cp -R '%s/lua' '%s'"):format(paths.root, plugins)));
		for _, closed in ipairs { "mod_invites_register"; "mod_invites_register/registration.lib.lua"; "invites_web/static/icon.svg" } do
			assert(os.execute(("chmod 000 '%s/%s'"):format(plugins, closed)));
			local line = line_of("TO DO  Modules: Prosody");
			assert.truthy(line:find("can't read "..plugins.."/"..closed, 1, true) and line:find("chmod -R a+rX "..plugins, 1, true), line);
			assert(os.execute(("chmod 755 '%s/%s'"):format(plugins, closed)));
		end
		assert(os.execute(("chmod 000 '%s/mod_invites_register'"):format(plugins)));
		assert.truthy(line_of("TO DO  Modules: mod_invites_register comes from "):find("/modules/mod_invites_register.lua instead of ", 1, true));
		assert(os.execute(("chmod 755 '%s/mod_invites_register'"):format(plugins)));
		assert.truthy(line_of("ok     Modules: all that are of this suite come from "..plugins));
	end);
end);
