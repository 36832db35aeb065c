-- The suite works in both layouts of its folders. All other specs have the flat one, as in the checkout.

local cli = require "spec.support.cli";
local paths = require "spec.support.paths";
local Fixture = require "spec.support.fixture";
local lfs = require "lfs";

local modules = {
	"invites"; "invites_register"; "invites_adhoc"; "invites_api"; "invites_page"; "register_apps"; "invites_register_web"; "invites_start"; "tls";
};

Fixture.describe("The layout of Debian's package", { modules = {} }, function (fixture)
	local host = fixture.host;
	local folder;

	before_each(function ()
		folder = os.tmpname();
		os.remove(folder);
		assert(lfs.mkdir(folder));
		for name in lfs.dir(paths.root.."/lua") do
			local module = name:match("^mod_(.*)");
			if module then
				assert(lfs.mkdir(folder.."/"..name));
				assert(lfs.link(paths.root.."/lua/"..name, folder.."/"..name.."/"..module, true));
			elseif name ~= "." and name ~= ".." then
				assert(lfs.link(paths.root.."/lua/"..name, folder.."/"..name, true));
			end
		end
	end);

	after_each(function () os.execute("rm -rf "..folder); end);

	-- (options, process or nil) → server with the package, beside the modules of prosody-modules
	local function start(options, process)
		for _, name in ipairs { "mod_invites_page", "mod_invites_api" } do
			local file = assert(io.open(("%s/%s/%s.lua"):format(folder, name, name), "w"));
			file:write("error 'this is the community\\'s'");
			file:close();
		end
		options.modules_enabled = modules;
		local _, server = fixture:start(options, { plugin_path = folder; process = process; global = Fixture.web });
		return server;
	end

	it("works beside the package prosody-modules, for all modules", function ()
		local server = start {};
		for i = 1, #modules - 1 do
			local name = modules[i];
			if not require "core.modulemanager".is_loaded(host, name) then assert(server:load(host, name)); end
			local path = fixture:module(name).module.path;
			assert.equal(("%s/mod_%s/%s/mod_%s.lua"):format(folder, name, name, name), path);
		end
		local invite = assert(fixture:module "invites".create_account("juliet"));
		assert.truthy(invite.landing_page:find("/invites_page?", 1, true));
	end);

	it("is known to check", function ()
		local server = start({}, "prosodyctl");
		local status, output = cli.prosodyctl(server, host)("check", host);
		assert.equal(0, status, output);
		assert.truthy(output:find("ok     Modules: all that are of this suite come from "..folder.."\n", 1, true), output);
	end);

	it("is known to options whose paths begin at a module", function ()
		local invites = assert(start { invites_register_template_path = "html" }:load(host, "invites"));
		local path, problem = invites.require_once "invites_config/reader".read(host, "invites_register_template_path");
		assert.is_nil(problem);
		assert.truthy(path:find("/mod_invites_register_web/invites_register_web/html", 1, true), path);
	end);
end);
