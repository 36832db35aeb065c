-- When the library can't be loaded, nobody can register, and the log says why once. When it is there again, no restart is needed.

local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local outage = require "spec.live.faults.outage";
local paths = require "spec.support.paths";

local host = outage.host;
local refused = Fixture.refused;
local closed = "wait/internal-server-error";
local new_server = outage.new_server;

describe("a library", function ()
	-- (shell command that prepares the file invites_core.so in the current directory, or leaves it out; words of the error; shell command that
	-- mends what else is wrong, or nil)
	local function unloadable(prepare, words, mend)
		local server = new_server();
		local plugins = server.directory.."/plugins";
		assert(os.execute(("cp -R '%s/lua' '%s' && cd '%s/invites_core' && rm -f invites_core.so && %s"):format(
			paths.root, plugins, plugins, prepare)));
		server.settings.plugin_paths = { plugins };
		server:start();
		for _, name in ipairs(server.hosts) do
			local said = 0;
			for _, text in ipairs(server_log.errors(server)) do
				if text:find("the library invites_core.so", 1, true) then
					said = said + 1;
					for _, word in ipairs { plugins.."/invites_core/invites_core.so", "make", words } do
						assert.is_truthy(text:find(word, 1, true), text);
					end
				end
			end
			assert.equal(#server.hosts, said);

			server:eval(name, "local create = usermanager.create_user_with_role or usermanager.create_user; "..
				"assert(create('romeo', 'secret', host, 'prosody:registered'))");
			local client = server:client(name);
			refused(closed, client:preauth("x"));
			refused(closed, client:register("mallory", "secret"));
			assert.equal("romeo@"..name.."/r", (client:login("romeo", "secret", "r")));
			assert.is_true(client:ping());
			client:close();
		end

		-- Once it is there, nothing has to be restarted.
		assert(os.execute(("cd '%s/invites_core' && cp --remove-destination '%s/lua/invites_core/invites_core.so' . && %s"):format(
			plugins, paths.root, mend or "true")));
		server:eval(host, "assert(modulemanager.load(host, 'invites'))");
		local fixture = Fixture.on(server, host);
		fixture:register("juliet");
		server:stop();
	end

	for what, case in pairs {
		["that is missing"] = { "true", "not there" };
		-- As one for Lua 5.1 does, it wants a function that this Lua does not have.
		["for another Lua"] = { [[echo 'void lua_insert(void*, int); int luaopen_invites_core(void *L) { lua_insert(L, 1); return 0; }' >core.c &&
			cc -shared -fPIC -o invites_core.so core.c]], "built for another Lua than 5.4" };
		["that is none"] = { "echo nonsense >invites_core.so", "file too short" };
		["of another time than the Lua files"] = {
			("cp '%s/lua/invites_core/invites_core.so' . && mv interface ../expected && echo other >interface"):format(paths.root),
			"not of the same version as the Lua files", "mv -f ../expected interface";
		};
		["that may not be read"] = { "echo nonsense >invites_core.so && chmod 000 invites_core.so", "Permission denied" };
	} do
		it(what.." closes the gate, with one clear line", function () unloadable(table.unpack(case)); end);
	end
end);
