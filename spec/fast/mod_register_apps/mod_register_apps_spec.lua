-- The shared table of apps: what is put into it when, and the pictures that go with it. src/web/apps tests which apps are in it, and what is said of
-- odd ones; spec/live/pages/apps_spec.lua how pictures are served.

local lfs = require "lfs";
local Fixture = require "spec.support.fixture";
local paths = require "spec.support.paths";

local base = "https://example.com/prefix/register_apps";
local global = { http_ports = {}; https_ports = {}; http_external_url = "https://example.com/prefix/" };

Fixture.describe("mod_register_apps", { modules = {}; global = global }, function (fixture)
	local host = fixture.host;
	local server, plugins;

	-- A folder with two modules that do nothing.
	setup(function ()
		plugins = os.tmpname();
		os.remove(plugins);
		for _, name in ipairs { "one"; "two" } do assert(os.execute(("mkdir -p %s && : >%s/mod_%s.lua"):format(plugins, plugins, name))); end
	end);
	teardown(function () os.execute("rm -r "..plugins); end);

	local function new(options, more)
		local wish = { plugin_path = plugins..";"..paths.root.."/lua" };
		for name, value in pairs(more or {}) do wish[name] = value; end
		server = select(2, fixture:start(options, wish));
	end

	-- (name) → API of that module, which offers apps
	local function neighbour(name) return assert(server:load(host, name)).module; end

	-- → the shared table, as other modules find it
	local function apps() return fixture:module "register_apps".module:shared "register_apps/apps"; end

	-- (options or nil) → the shared table
	local function start(options)
		new(options);
		assert(server:load(host, "register_apps"));
		return apps();
	end

	-- (list) → ids, separated by blanks. Each app is in the list by its id, too.
	local function ids(list)
		local names, keys = {}, 0;
		for i, app in ipairs(list) do
			names[i] = app.id;
			assert.equal(app, list[app.id]);
		end
		for _ in pairs(list) do keys = keys + 1; end
		assert.equal(2 * #names, keys);
		return table.concat(names, " ");
	end

	-- → the warnings and errors in the log, but for those of Prosody's that it has no ports
	local function complaints()
		local lines = {};
		for _, line in ipairs(server.logs) do
			local of_prosody = line.text:find("^Not listening on any ports") or line.text:find("^No http ports enabled");
			if (line.level == "warn" or line.level == "error") and not of_prosody then table.insert(lines, line.text); end
		end
		return lines;
	end

	it("offers known apps by itself, with all that others expect, and a picture of each, drawn with nothing from elsewhere", function ()
		local list, pictures = start { modules_enabled = { "bosh" } }, { generic = true };
		assert.equal("conversations cheogram yaxim monocles-chat monal siskin-im beagle-im dino gajim kaidan converse-js movim psi renga", ids(list));
		assert.same({}, complaints());
		for _, app in ipairs(list) do
			for field, kind in pairs { name = "string"; text = "string"; supports_preauth_uri = "boolean"; download = "table"; platforms = "table" } do
				assert.equal(kind, type(app[field]), app.id.." "..field);
			end
			assert.same({ base.."/assets/logos/"..app.id..".svg"; "assets/logos/"..app.id..".svg" }, { app.image; app.asset });
			pictures[app.id] = true;
		end
		local folder = paths.root.."/lua/mod_register_apps/assets/logos/";
		for file in lfs.dir(folder) do
			if not file:find("^%.") then
				local content = assert(io.open(folder..file)):read("a");
				assert.truthy(require "util.xml".parse(content) and #content < 1024, file);
				assert.is_nil(content:gsub('xmlns="[^"]*"', ""):find("http", 1, true));
				assert.is_true(pictures[file:match("^(.*)%.svg$")], file);
				pictures[file:match("^(.*)%.svg$")] = nil;
			end
		end
		assert.same({}, pictures);
		assert.same({ false, { account = false; contact = true } }, { list["beagle-im"].supports_preauth_uri, list["beagle-im"].opens });
		local downloads = fixture:module "register_apps".require_once "invites_core".web.downloads;
		for platform, expected in pairs { ios = "App Store"; macos = "Mac App Store" } do
			assert.equal(expected, downloads(list.monal, platform, false)[1].text);
		end
	end);

	it("takes entries such as the community's module takes, and does not change the tables of the configuration", function ()
		local function own()
			return {
				name = "My Chat"; text = "Ours."; image = "assets/logos/dino.svg"; link = "https://chat.example/"; platforms = { "android"; "iOS" };
				supports_preauth_uri = true; magic_link_format = "{app.link!}&referrer={invite.uri}"; login_link_format = "https://chat.example/login";
				download = { text = "Get it"; buttons = { { image = "https://chat.example/a.png"; url = "https://chat.example/a" } } };
				setup = { text = "Open it." }; own_field = { 1 };
			};
		end
		local written = own();
		local list = start { site_apps = { written; "gajim" }; site_apps_show = { "gajim"; "my-chat"; "dino" }; site_apps_hide = "dino" };
		assert.equal("my-chat gajim", ids(list));
		assert.same({}, complaints());
		local app, expected = list["my-chat"], own();
		assert.same({ base.."/assets/logos/dino.svg"; { "Android"; "iOS" } }, { app.image; app.platforms });
		for _, field in ipairs { "text"; "link"; "magic_link_format"; "login_link_format"; "download"; "setup"; "own_field" } do
			assert.same(expected[field], app[field], field);
		end
		app.download.buttons[1].url, app.platforms[1] = "changed", "changed";
		assert.same(expected, written);
	end);

	-- options; ids; what is said, once
	for _, case in ipairs {
		{ { site_apps = 5; site_apps_show = { "gajim" } }; "gajim"; "site_apps = .* is not understood" };
		{ { site_apps_show = { "gajim"; 5 } }; "gajim"; "site_apps_show: 5 is not understood and left out" };
		{ { site_apps_show = { "gajim"; "no-such" } }; "gajim"; 'site_apps_show names the app "no%-such", which there is not' };
		{ { site_apps = { { name = "A"; platforms = 5 } } }; "a"; "app 1 %(A%): its platforms is not a table" };
	} do
		it("says once of a bad option what is wrong, and goes on: "..case[3], function ()
			assert.equal(case[2], ids(start(case[1])));
			assert.equal(1, #complaints(), table.concat(complaints(), "\n"));
			assert.truthy(complaints()[1]:find(case[3]), complaints()[1]);
		end);
	end

	it("goes on where names of pictures can't be read", function ()
		start();
		local sources = { base = base; paths = { "assets/\255.svg" }; offers = {}; by = {}; enabled = {} };
		local core = fixture:module "register_apps".require_once "invites_core";
		assert.equal(base.."/assets/logos/generic.svg", (assert(core.apps(sources)))[1].image);
	end);

	it("does nothing in prosodyctl", function ()
		new({ site_apps = 5 }, { process = "prosodyctl" });
		local environment = assert(server:load(host, "register_apps"));
		assert.same({}, environment.module:shared("register_apps/apps"));
		assert.is_nil(environment.module.items);
		assert.same({}, complaints());
	end);

	it("shows what other modules offer, as long as they offer it, in the table that they hold", function ()
		new { site_apps_show = { "gajim"; "converse-js"; "new" } };
		local one = neighbour "one";
		one:add_item("site-app-provider", { name = "New" }); -- before the list is there
		assert(server:load(host, "register_apps"));
		local list = apps();
		assert.equal("gajim converse-js new", ids(list));
		assert.equal("https://chat.conversejs.org/", list["converse-js"].download.buttons[1].url);
		-- as the community's mod_conversejs has it
		local item = {
			name = "Converse.js"; text = "Here."; image = "assets/logos/converse-js.svg"; link = "https://conversejs.org/"; platforms = { "Web" };
			magic_link_format = "/register?t={invite.token}&c=converse-js"; login_link_format = "https://example.com/conversejs";
			download = { buttons = { { text = "Open web chat"; url = "https://example.com/conversejs" } } };
		};
		one:provides("site-app", item);
		assert.same({ "https://example.com/conversejs"; base.."/"..item.image }, { list["converse-js"].login_link_format; list["converse-js"].image });
		assert.equal("assets/logos/converse-js.svg", item.image);
		assert(server:reload(host, "register_apps"));
		assert.equal(list, apps());
		assert.equal("gajim converse-js new", ids(list));
		server:unload(host, "one");
		assert.equal("gajim converse-js", ids(list));
		assert.equal("https://chat.conversejs.org/", list["converse-js"].download.buttons[1].url);
		assert(server:unload(host, "register_apps"));
		assert.equal("", ids(list));
	end);

	it("takes options that change while it runs", function ()
		local list = start { site_apps_show = { "gajim" } };
		require "core.configmanager".set(host, "site_apps_show", { "dino"; "no-such" });
		_G.prosody.events.fire_event "config-reloaded";
		assert.equal("dino", ids(list));
		assert.truthy(table.concat(complaints(), "\n"):find("no-such", 1, true));
	end);

	it("says once what is wrong with what two of them offer", function ()
		local list = start { site_apps = {} };
		for _, name in ipairs { "one"; "two" } do neighbour(name):add_item("site-app-provider", { name = "New"; text = name }); end
		assert.equal("new new-2", ids(list));
		assert.equal(1, #complaints());
		server:unload(host, "one");
		assert.same({ "new"; "two"; 1 }, { ids(list); list.new.text; #complaints() });
		local one = neighbour "one";
		for _, item in ipairs { {}; { name = 5 }; "text"; 5 } do one:add_item("site-app-provider", item); end
		assert.equal("new", ids(list));
		assert.equal(5, #complaints());
	end);

	it("takes only so much of what they offer, and says so", function ()
		local many, deep = {}, { name = "Deep" };
		for i = 1, 300 do many[i] = { name = "App "..i }; end
		for i = 1, 100 do
			deep[i] = {};
			for n = 1, 900 do deep[i][n] = { n }; end
		end
		for _, case in ipairs { { many; 200 }; { { { name = "First" }; deep }; 1 } } do
			new { site_apps = {} };
			local one = neighbour "one";
			for _, item in ipairs(case[1]) do one:add_item("site-app-provider", item); end
			assert(server:load(host, "register_apps"));
			assert.equal(case[2], #apps());
			assert.same({ "Modules offer more apps than are taken: 200, with 20000 fields in sum. The others are left out" }, complaints());
		end
	end);

	it("waits for them before it calls ids unknown", function ()
		new({ site_apps_hide = { "new"; "no-such" } }, { running = false });
		assert(server:load(host, "register_apps"));
		neighbour("one"):add_item("site-app-provider", { name = "New" });
		assert.same({}, complaints());
		server:started();
		assert.equal(1, #complaints());
		assert.truthy(complaints()[1]:find("no-such", 1, true));
	end);

	-- What the community's mod_invites_page and mod_invites_register_web do with an app.
	it("gives them what they make links of", function ()
		local render = require "util.interpolation".new("%b{}", require "util.http".urlencode, {});
		local list, invite = start(), { token = "abc"; uri = "xmpp:example.com?register;preauth=abc" };
		for id, expected in pairs {
			conversations = "https://play.google.com/store/apps/details?id=eu.siacs.conversations&referrer=xmpp%3aexample.com%3fregister%3bpreauth%3dabc";
			monal = "setup/monal?abc"; ["siskin-im"] = "setup/siskin-im?abc"; gajim = "register?t=abc&c=gajim";
		} do
			local app = setmetatable({}, { __index = list[id] });
			local format = app.magic_link_format or app.supports_preauth_uri and "setup/{app.id}?{invite.token}" or "register?t={invite.token}&c={app.id}";
			assert.equal(expected, render(format, { app = app; invite = invite }));
		end
		assert.equal("", render("{app.login_link_format?}{app.setup.text?}{app.download.text?}", { app = list.gajim }));
	end);
end);
