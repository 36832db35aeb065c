-- Each file runs once for each module and host, so that it has one state.

local Fixture = require "spec.support.fixture";

local modules = {
	"invites"; "invites_register"; "invites_adhoc"; "invites_api"; "invites_page"; "register_apps"; "invites_register_web"; "invites_start";
};

Fixture.describe("The files of the suite", { modules = {}; hosts = { ["b.example"] = {} }; global = Fixture.web }, function (fixture)
	local hosts = { fixture.host; "b.example" };
	local server, real_require, runs;

	before_each(function ()
		local _;
		_, server = fixture:start();
		runs = {};
		local api = require "core.moduleapi";
		real_require = api.require;
		function api:require(name)
			local file = name:find("/", 1, true) and name or "mod_"..self.name.."/"..name;
			local run = ("%s on %s: %s"):format(self.name, self.host, file);
			runs[run] = (runs[run] or 0) + 1;
			return real_require(self, name);
		end
	end);

	after_each(function () require "core.moduleapi".require = real_require; end);

	it("are run once for each module and host, at its start and later", function ()
		for _, host in ipairs(hosts) do
			for _, name in ipairs(modules) do
				if not require "core.modulemanager".is_loaded(host, name) then assert(server:load(host, name)); end
			end
			local invites = require "core.modulemanager".get_module(host, "invites");
			assert(invites.create_account());
		end
		local count = 0;
		for run, times in pairs(runs) do
			count = count + 1;
			assert.equal(1, times, run);
		end
		assert.is_true(count > 100);
	end);

	it("are known by either of their names", function ()
		local invites = assert(server:load(hosts[1], "invites"));
		assert.equal(invites.require_once "invites_lib/compat", invites.require_once "invites_lib/compat");
		assert.not_equal(invites.require_once "invites_lib/compat", assert(server:load(hosts[2], "invites")).require_once "invites_lib/compat");
	end);
end);
