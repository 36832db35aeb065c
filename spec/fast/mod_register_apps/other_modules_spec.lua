-- The list of apps with those that other modules offer, on Prosody's real mod_http without sockets.

local Fixture = require "spec.support.fixture";
local paths = require "spec.support.paths";
local support = require "spec.support.apps";

local base = support.base;

Fixture.describe("mod_register_apps", { modules = {}; global = support.global }, function (fixture)
	local host = fixture.host;
	local server;

	local function new(options, more)
		local _;
		_, server = fixture:start(options, more);
	end

	-- Another module on the host, which offers apps and reads the list. ("one" or "two") → the API of that module
	local function neighbour(name)
		return assert(server:load(host, name)).module;
	end

	local function apps() return support.shared(fixture); end

	local ids = support.ids;

	local function complaints() return support.complaints(server); end

	describe("with other modules", function ()
		local plugins;

		setup(function ()
			plugins = os.tmpname();
			os.remove(plugins);
			assert(os.execute("mkdir "..plugins));
			for _, name in ipairs { "one"; "two" } do
				local file = assert(io.open(plugins.."/mod_"..name..".lua", "w"));
				file:write("");
				file:close();
			end
		end);

		teardown(function ()
			os.execute("rm -r "..plugins);
		end);

		local function start_with(options)
			new(options, { plugin_path = plugins..";"..paths.root.."/lua" });
			assert(server:load(host, "register_apps"));
			return apps();
		end

		-- as the community's mod_conversejs has it
		local function converse()
			return {
				name = "Converse.js"; text = "Here."; image = "assets/logos/converse-js.svg"; link = "https://conversejs.org/"; platforms = { "Web" };
				magic_link_format = "/register?t={invite.token}&c=converse-js"; login_link_format = "https://example.com/conversejs";
				download = { buttons = { { text = "Open web chat"; url = "https://example.com/conversejs" } } };
			};
		end

		it("shows what they offer, as long as they offer it", function ()
			local list = start_with { site_apps_show = { "gajim"; "converse-js"; "new" } };
			local one = neighbour("one");
			assert.equal("gajim converse-js", ids(list));
			assert.equal("https://conversejs.org/fullscreen.html", list["converse-js"].download.buttons[1].url);
			local item = converse();
			one:provides("site-app", item);
			one:add_item("site-app-provider", { name = "New" });
			assert.equal("gajim converse-js new", ids(list));
			assert.equal("https://example.com/conversejs", list["converse-js"].login_link_format);
			assert.equal(base.."/assets/logos/converse-js.svg", list["converse-js"].image);
			assert.equal("assets/logos/converse-js.svg", item.image);
			server:unload(host, "one");
			assert.equal("gajim converse-js", ids(list));
			assert.equal("https://conversejs.org/fullscreen.html", list["converse-js"].download.buttons[1].url);
		end);

		it("finds what they offered before", function ()
			new({ site_apps_show = { "new" } }, { plugin_path = plugins..";"..paths.root.."/lua" });
			neighbour("one"):add_item("site-app-provider", { name = "New" });
			assert(server:load(host, "register_apps"));
			assert.equal("new", ids(apps()));
			assert.same({}, complaints());
		end);

		it("lets the admin's own list go first", function ()
			local list = start_with { site_apps = { { name = "Converse.js"; text = "Mine." } } };
			neighbour("one"):provides("site-app", converse());
			assert.equal("converse-js", ids(list));
			assert.equal("Mine.", list["converse-js"].text);
		end);

		it("tells apart what two of them call the same", function ()
			local list = start_with { site_apps = {} };
			neighbour("one"):add_item("site-app-provider", { name = "New"; text = "1" });
			neighbour("two"):add_item("site-app-provider", { name = "New"; text = "2" });
			assert.equal("new new-2", ids(list));
			assert.equal(1, #complaints());
			server:unload(host, "one");
			assert.equal("new", ids(list));
			assert.equal("2", list.new.text);
			assert.equal(1, #complaints());
		end);

		it("survives nonsense of theirs", function ()
			local list = start_with { site_apps = {} };
			local one = neighbour("one");
			for _, item in ipairs { {}; { name = 5 }; "text"; 5 } do
				one:add_item("site-app-provider", item);
			end
			assert.equal("", ids(list));
			assert.equal(4, #complaints());
			server:unload(host, "one");
		end);

		it("waits for them before it calls ids unknown", function ()
			new({ site_apps_hide = { "new"; "no-such" } }, { plugin_path = plugins..";"..paths.root.."/lua"; running = false });
			assert(server:load(host, "register_apps"));
			neighbour("one"):add_item("site-app-provider", { name = "New" });
			assert.same({}, complaints());
			server:started();
			assert.equal(1, #complaints());
			assert.truthy(complaints()[1]:find("no-such", 1, true));
		end);

		it("keeps the table that they hold, over reloads and without it", function ()
			local list = start_with { site_apps_show = { "gajim"; "new" } };
			neighbour("one"):add_item("site-app-provider", { name = "New" });
			assert(server:reload(host, "register_apps"));
			assert.equal(list, apps());
			assert.equal("gajim new", ids(list));
			assert(server:unload(host, "register_apps"));
			assert.equal("", ids(list));
			assert(server:load(host, "register_apps"));
			assert.equal("gajim new", ids(apps()));
		end);

		-- What the community's mod_invites_page and mod_invites_register_web do with an app.
		it("gives them what they make links of", function ()
			local url_escape = require "util.http".urlencode;
			local render = require "util.interpolation".new("%b{}", url_escape, {});
			local list = start_with();
			local invite = { token = "abc"; uri = "xmpp:example.com?register;preauth=abc" };
			local proceed = {};
			for _, offered in ipairs(list) do
				local app = setmetatable({}, { __index = offered });
				local format = app.magic_link_format or app.supports_preauth_uri and "setup/{app.id}?{invite.token}" or "register?t={invite.token}&c={app.id}";
				proceed[app.id] = render(format, { app = app; invite = invite });
			end
			assert.equal("https://play.google.com/store/apps/details?id=eu.siacs.conversations&referrer=xmpp%3aexample.com%3fregister%3bpreauth%3dabc",
				proceed.conversations);
			assert.equal("setup/monal?abc", proceed.monal);
			assert.equal("setup/siskin-im?abc", proceed["siskin-im"]);
			assert.equal("register?t=abc&c=gajim", proceed.gajim);
			assert.equal("", render("{app.login_link_format?}{app.setup.text?}{app.download.text?}", { app = list.gajim }));
		end);
	end);
end);
