-- The list of apps, and the pictures that go with it, on Prosody's real mod_http without sockets. What is in the list is tested in src/web/apps.

local lfs = require "lfs";
local Fixture = require "spec.support.fixture";
local paths = require "spec.support.paths";
local support = require "spec.support.apps";

local base = support.base;
local directory = paths.root.."/lua/mod_register_apps";

Fixture.describe("mod_register_apps", { modules = {}; global = support.global }, function (fixture)
	local host = fixture.host;
	local server;

	local function new(options, more)
		local _;
		_, server = fixture:start(options, more);
	end

	local function apps() return support.shared(fixture); end

	-- (options or nil) → the shared table
	local function start(options)
		new(options);
		assert(server:load(host, "register_apps"));
		return apps();
	end

	local function library()
		return fixture:module "register_apps".require_once "invites_core";
	end

	local ids = support.ids;

	local function complaints() return support.complaints(server); end

	describe("offers by itself", function ()
		it("known apps, each once, with all that others expect", function ()
			local list = start();
			assert.equal("conversations cheogram yaxim monal siskin-im beagle-im dino gajim kaidan psi movim renga", ids(list));
			assert.same({}, complaints());
			for _, app in ipairs(list) do
				assert.is_string(app.name);
				assert.is_string(app.text);
				assert.is_boolean(app.supports_preauth_uri);
				assert.is_true(app.is_usual);
				assert.truthy(app.link:find("^https://"));
				assert.equal(base.."/assets/logos/"..app.id..".svg", app.image);
				assert.equal("assets/logos/"..app.id..".svg", app.asset);
				assert.truthy(#app.platforms > 0 and #app.download.buttons > 0);
				for _, button in ipairs(app.download.buttons) do
					assert.truthy(button.url:find("^https://") and button.text and button.target == "_blank");
					for _, platform in ipairs(button.platforms or {}) do assert.truthy(table.concat(app.platforms, " "):find(platform, 1, true)); end
				end
			end
		end);

		it("a picture of each, drawn with nothing from elsewhere", function ()
			start { modules_enabled = { "bosh" } };
			local pictures = { generic = true };
			for _, app in ipairs(apps()) do pictures[app.id] = true; end
			for file in lfs.dir(directory.."/assets/logos") do
				if not file:find("^%.") then
					local content = assert(io.open(directory.."/assets/logos/"..file)):read("a");
					assert.truthy(require "util.xml".parse(content), file);
					assert.is_nil(content:gsub('xmlns="[^"]*"', ""):find("http", 1, true));
					assert.truthy(#content < 1024);
					assert.is_true(pictures[file:match("^(.*)%.svg$")], file);
					pictures[file:match("^(.*)%.svg$")] = nil;
				end
			end
			assert.same({}, pictures);
		end);
	end);

	describe("takes options:", function ()
		it("site_apps_show and site_apps_hide", function ()
			assert.equal("conversations siskin-im", ids(start { site_apps_show = { "siskin-im"; "conversations" } }));
			assert.equal("gajim", ids(start { site_apps_show = { "gajim"; "dino" }; site_apps_hide = "dino" }));
			assert.equal("", ids(start { site_apps_show = {} }));
			assert.same({}, complaints());
		end);

		it("site_apps, with entries such as the community's module takes", function ()
			local list = start { site_apps = {
				{
					name = "My Chat"; text = "Ours."; image = "assets/logos/dino.svg"; link = "https://chat.example/"; platforms = { "Android"; "iOS" };
					supports_preauth_uri = true; magic_link_format = "{app.link!}&referrer={invite.uri}"; login_link_format = "https://chat.example/login";
					download = { text = "Get it"; buttons = { { image = "https://chat.example/a.png"; url = "https://chat.example/a" } } };
					setup = { text = "Open it." }; own_field = { 1 };
				};
				{ name = "Elsewhere"; image = "https://pictures.example/e.png"; platforms = { "windows"; "LINUX" } };
			} };
			assert.equal("my-chat elsewhere", ids(list));
			assert.same({}, complaints());
			local app = list["my-chat"];
			assert.equal(base.."/assets/logos/dino.svg", app.image);
			assert.equal("Get it", app.download.text);
			assert.equal("https://chat.example/a.png", app.download.buttons[1].image);
			assert.equal("Open it.", app.setup.text);
			assert.same({ 1 }, app.own_field);
			assert.is_nil(app.is_usual);
			assert.equal("https://pictures.example/e.png", list.elsewhere.image);
			assert.is_nil(list.elsewhere.asset);
			assert.same({ "Windows"; "Linux" }, list.elsewhere.platforms);
			assert.same({}, list.elsewhere.download.buttons);
		end);

		it("and does not change the tables of the configuration", function ()
			local written = { name = "My Chat"; platforms = { "linux" }; download = { buttons = { { text = "a"; url = "b" } } } };
			local app = start({ site_apps = { written } })["my-chat"];
			app.download.buttons[1].text = "changed";
			app.platforms[1] = "changed";
			assert.same({ name = "My Chat"; platforms = { "linux" }; download = { buttons = { { text = "a"; url = "b" } } } }, written);
		end);
	end);

	describe("says once of a bad option what is wrong, and goes on:", function ()
		local cases = {
			{ { site_apps = 5 }, nil, "site_apps = .* is not understood" };
			{ { site_apps_show = { "gajim"; 5 } }, "gajim", "site_apps_show: 5 is not understood and left out" };
			{ { site_apps_hide = { "no-such" } }, nil, 'site_apps_hide names the app "no%-such", which there is not' };
			{ { site_apps = { "no-such"; "gajim" } }, "gajim", 'site_apps names the app "no%-such", which we do not know' };
			{ { site_apps = { { name = "A"; platforms = 5 } } }, "a", "app 1 %(A%): its platforms is not a table" };
		};
		for n, case in ipairs(cases) do
			it(("%d, %s"):format(n, case[3]), function ()
				local list = start(case[1]);
				assert.equal(case[2] or "conversations cheogram yaxim monal siskin-im beagle-im dino gajim kaidan psi movim renga", ids(list));
				assert.equal(1, #complaints(), table.concat(complaints(), "\n"));
				assert.truthy(complaints()[1]:find(case[3]), complaints()[1]);
				for _, app in ipairs(list) do assert.truthy(type(app.platforms) == "table" and type(app.download.buttons) == "table"); end
			end);
		end
	end);

	it("puts the link for the device first", function ()
		local monal = start().monal;
		for platform, expected in pairs { ios = "App Store"; macos = "Mac App Store" } do
			assert.equal(expected, library().web.downloads(monal, platform, false)[1].text);
		end
	end);

	it("goes on where folders and names of pictures can't be read", function ()
		start();
		local sources = { base = base; paths = { "assets/\255.svg" }; offers = {}; by = {}; enabled = {} };
		assert.equal(base.."/assets/logos/generic.svg", (assert(library().apps(sources)))[1].image);
		local dir = lfs.dir;
		lfs.dir = function (path) -- luacheck: ignore 122
			if path:find("/assets", 1, true) then error("cannot open "..path..": Permission denied"); end
			return dir(path);
		end;
		local ok, list = pcall(start);
		lfs.dir = dir; -- luacheck: ignore 122
		assert.is_true(ok, list);
		assert.equal(base.."/assets/logos/generic.svg", list.monal.image);
	end);

	it("does nothing in prosodyctl", function ()
		new({ site_apps = 5 }, { process = "prosodyctl" });
		local environment = assert(server:load(host, "register_apps"));
		assert.same({}, environment.module:shared("register_apps/apps"));
		assert.is_nil(environment.module.items);
		assert.same({}, complaints());
	end);
end);
