-- The list of apps on a real server, for two hosts, with another module that reads the list and one that adds to it.

local Server = require "spec.live.harness.server";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";

-- Is loaded before and after mod_register_apps, as the configuration has it: the order is Prosody's secret.
local web_chat = [[
	module:provides("site-app", { name = "Web chat"; image = "assets/logos/converse-js.svg"; platforms = { "Web" }; login_link_format = "/chat" });
]];

-- Renders links of apps as web pages of others do.
local page = [[
	module:depends "http";
	module:depends "register_apps";
	local apps = module:shared("register_apps/apps");
	local render = require "util.interpolation".new("%b{}", require "util.http".urlencode);
	module:provides("http", { route = { GET = function (event)
		local lines = {};
		for _, app in ipairs(apps) do
			table.insert(lines, app.id.." "..render(app.magic_link_format or "-", { app = app; invite = { uri = "xmpp:a" } }));
		end
		return table.concat(lines, "\n");
	end } });
]];

describe("mod_register_apps", function ()
	local server, fixture, http;
	local links = "conversations https://play.google.com/store/apps/details?id=eu.siacs.conversations&referrer=xmpp%3aa\nmonal -\nweb-chat -";

	setup(function ()
		server = Server.new {
			http = true; modules = { "register_apps"; "spec_web_chat"; "spec_page" };
			hosts = {
				[host] = { site_apps_show = { "conversations"; "monal"; "web-chat"; "no-such" } };
				[other_host] = {
					http_external_url = "https://www.mantua.example/chat/"; site_apps = { "gajim"; { name = "Monal" }; { name = "Monal" }; { name = 5 } };
				};
			};
		};
		local plugins = server.directory.."/plugins";
		assert(os.execute(("mkdir '%s'"):format(plugins)));
		for name, content in pairs { web_chat = web_chat; page = page } do
			local file = assert(io.open(("%s/mod_spec_%s.lua"):format(plugins, name), "w"));
			file:write(content);
			file:close();
		end
		server.settings.plugin_paths = { plugins; paths.root.."/lua" };
		fixture = Fixture.on(server:start(), host);
		http = Http.new(server.http_port, host);
	end);

	teardown(function () fixture:stop(); end);

	-- (host or nil) → ids, separated by blanks; list of the apps there
	local function ids(of)
		local apps = server:eval(of or host, [[
			local list = {};
			for i, app in ipairs(module:shared("/"..host.."/register_apps/apps")) do list[i] = { id = app.id; image = app.image; asset = app.asset }; end
			return list;
		]]);
		local names = {};
		for i, app in ipairs(apps) do names[i] = app.id; end
		return table.concat(names, " "), apps;
	end

	it("has a list for each host, by its options and modules, and says once what is wrong with options", function ()
		assert.equal("conversations monal web-chat", (ids()));
		assert.equal("gajim monal monal-2 web-chat", (ids(other_host)));
		local log = server:log();
		for _, text in ipairs {
			"site_apps_show names the app \"no-such\", which there is not"; "site_apps, app 4 (5): it needs a name"; "number 2 of them gets the id monal-2";
		} do
			local from, to = log:find(text, 1, true);
			assert.truthy(from, text);
			assert.is_nil(log:find(text, to, true));
		end
		assert.is_nil(log:find("names the app \"web-chat\"", 1, true));
	end);

	it("names pictures where they are, to this host and to the world", function ()
		for _, app in ipairs((select(2, ids()))) do
			local origin, path = app.image:match("^(http://[^/]+)(/.*)$");
			assert.same({ ("http://%s:%d"):format(host, server.http_port), "/register_apps/"..app.asset }, { origin, path });
			local answer = http:ask { path = path };
			assert.same({ 200, "image/svg+xml" }, { answer.status, answer.headers["content-type"] });
			assert.truthy(answer.body:find("^<svg "));
		end
		local gajim = select(2, ids(other_host))[1];
		assert.equal("https://www.mantua.example/chat/register_apps/assets/logos/gajim.svg", gajim.image);
	end);

	it("comes and goes with reloads, under the table that pages of other modules hold", function ()
		local logo = "/register_apps/assets/logos/gajim.svg";
		local function statuses()
			return { http:ask({ path = "/spec_page" }).status, http:ask({ path = logo }).status, http:ask({ path = logo; host = other_host }).status };
		end
		for _, name in ipairs { "register_apps"; "spec_web_chat"; "register_apps" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.equal(links, http:ask({ path = "/spec_page" }).body);
			assert.same({ 200, 200, 200 }, statuses());
		end
		server:eval(host, "assert(modulemanager.unload(host, 'spec_web_chat'))");
		assert.equal("conversations monal", (ids()));
		server:eval(host, "assert(modulemanager.unload(host, 'register_apps'))"); -- Prosody unloads what depends on it
		assert.same({ 404, 404, 200 }, statuses());
		for _, name in ipairs { "spec_web_chat"; "spec_page" } do server:eval(host, "assert(modulemanager.load(host, ...))", name); end
		assert.equal(links, http:ask({ path = "/spec_page" }).body);
	end);

	it("takes options that change while it runs", function ()
		server.settings.hosts[host].site_apps_show = { "dino" };
		server:write_config();
		server:signal("HUP");
		assert.truthy(server:wait_until(function () return (ids()) == "dino"; end, 10));
	end);

	it("keeps out of prosodyctl's way", function ()
		for _, arguments in ipairs { { "mod_register_apps" }; { "check"; "config" } } do
			local output = server:ctl(table.unpack(arguments));
			assert.is_nil(output:find("traceback", 1, true) or output:find("attempt to", 1, true) or output:find("site_apps", 1, true), output);
		end
		assert.equal(0, select(2, server:ctl("mod_invites", "generate", host)));
	end);
end);
