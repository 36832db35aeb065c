-- The list of apps and their pictures on a real server, for two hosts, with another module that reads the list and adds to it.

local Http = require "spec.live.harness.http";
local Server = require "spec.live.harness.server";
local server_log = require "spec.live.harness.server_log";
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
	local server, http, other_http;

	local function write(path, content)
		local file = assert(io.open(path, "w"));
		file:write(content);
		file:close();
	end

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
		write(plugins.."/mod_spec_web_chat.lua", web_chat);
		write(plugins.."/mod_spec_page.lua", page);
		server.settings.plugin_paths = { plugins; paths.root.."/lua" };
		server:start();
		http, other_http = Http.new(server.http_port, host), Http.new(server.http_port, other_host);
	end);

	teardown(function ()
		server_log.assert(server);
		server:stop();
	end);

	-- (host or nil) → list of the apps there
	local function apps(of)
		return server:eval(of or host, [[
			local list = {};
			for i, app in ipairs(module:shared("/"..host.."/register_apps/apps")) do
				list[i] = { id = app.id; image = app.image; asset = app.asset; platforms = app.platforms };
			end
			return list;
		]]);
	end

	-- (host or nil) → ids, separated by blanks
	local function ids(of)
		local names = {};
		for i, app in ipairs(apps(of)) do names[i] = app.id; end
		return table.concat(names, " ");
	end

	it("has a list for each host, by its options and modules", function ()
		assert.equal("conversations monal web-chat", ids());
		assert.equal("gajim monal monal-2 web-chat", ids(other_host));
	end);

	it("says what is wrong with options, once", function ()
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
		for _, app in ipairs(apps()) do
			local origin, path = app.image:match("^(http://[^/]+)(/.*)$");
			assert.equal(("http://%s:%d"):format(host, server.http_port), origin);
			assert.equal("/register_apps/"..app.asset, path);
			local answer = http:ask { path = path };
			assert.equal(200, answer.status);
			assert.equal("image/svg+xml", answer.headers["content-type"]);
			assert.truthy(answer.body:find("^<svg "));
		end
		assert.equal("https://www.mantua.example/chat/register_apps/assets/logos/gajim.svg", apps(other_host)[1].image);
		assert.equal(200, other_http:ask({ path = "/register_apps/assets/logos/gajim.svg" }).status);
	end);

	it("serves pages of other modules", function ()
		local body = http:ask({ path = "/spec_page" }).body;
		assert.equal("conversations https://play.google.com/store/apps/details?id=eu.siacs.conversations&referrer=xmpp%3aa\nmonal -\nweb-chat -", body);
	end);

	describe("serves pictures", function ()
		local path = "/register_apps/assets/logos/gajim.svg";

		it("with what caches need to know", function ()
			local answer = http:ask { path = path; headers = { Origin = "https://evil.example" } };
			assert.equal("public, max-age=86400", answer.headers["cache-control"]);
			assert.equal("nosniff", answer.headers["x-content-type-options"]);
			assert.truthy(answer.headers["content-security-policy"]:find("default-src 'none'", 1, true));
			assert.is_nil(answer.headers["access-control-allow-origin"]);
			assert.equal(#answer.body, tonumber(answer.headers["content-length"]));
			local again = http:ask { path = path.."?v=1"; headers = { ["If-None-Match"] = answer.headers.etag } };
			assert.equal(304, again.status);
			assert.equal("", again.body);
			assert.equal(304, http:ask({ path = path; headers = { ["If-Modified-Since"] = answer.headers["last-modified"] } }).status);
			local twice = http:ask { path = path };
			assert.equal(answer.body, twice.body);
			assert.equal("image/svg+xml", twice.headers["content-type"]);
		end);

		it("to HEAD without a body", function ()
			local answer = http:ask { method = "HEAD"; path = path };
			assert.equal(200, answer.status);
			assert.equal("image/svg+xml", answer.headers["content-type"]);
			assert.equal(404, http:ask({ method = "HEAD"; path = path.."x" }).status);
		end);

		it("and refuses all other methods", function ()
			for _, method in ipairs { "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
				local body = method ~= "OPTIONS" and "body" or nil;
				local answer = http:ask { method = method; path = path; body = body; headers = { Origin = "https://evil.example" } };
				assert.equal(405, answer.status, method);
				assert.equal("GET, HEAD", answer.headers.allow);
				assert.is_nil(answer.headers["access-control-allow-origin"]);
			end
		end);

		it("and no other file", function ()
			for _, other in ipairs {
				"../mod_register_apps.lua"; "logos/../../mod_register_apps.lua"; "%2e%2e/mod_register_apps.lua"; "..%2f..%2f..%2fetc%2fpasswd";
				"logos/%2e%2e/%2e%2e/mod_register_apps.lua"; "..%5cmod_register_apps.lua"; "logos/gajim.svg%00"; "logos/gajim.svg/"; "logos"; "logos/";
				""; "/etc/passwd";
			} do
				local answer = http:ask { path = "/register_apps/assets/"..other };
				assert.truthy(answer.status == 404 or answer.status == 400 and other:find("%2f", 1, true), other); -- 400 is Prosody's own
				assert.is_nil(answer.body:find("module", 1, true));
			end
		end);
	end);

	it("comes and goes with reloads, under the table that pages hold", function ()
		local before = http:ask({ path = "/spec_page" }).body;
		for _, name in ipairs { "register_apps"; "spec_web_chat"; "register_apps" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.equal(before, http:ask({ path = "/spec_page" }).body);
			assert.equal(200, http:ask({ path = "/register_apps/assets/logos/gajim.svg" }).status);
		end
		server:eval(host, "assert(modulemanager.unload(host, 'spec_web_chat'))");
		assert.equal("conversations monal", ids());
		server:eval(host, "assert(modulemanager.unload(host, 'register_apps'))");
		assert.equal(404, http:ask({ path = "/spec_page" }).status); -- Prosody unloads what depends on it
		assert.equal(404, http:ask({ path = "/register_apps/assets/logos/gajim.svg" }).status);
		assert.equal(200, other_http:ask({ path = "/register_apps/assets/logos/gajim.svg" }).status);
		server:eval(host, "assert(modulemanager.load(host, 'spec_web_chat'))");
		server:eval(host, "assert(modulemanager.load(host, 'spec_page'))");
		assert.equal(before, http:ask({ path = "/spec_page" }).body);
	end);

	it("takes options that change while it runs", function ()
		server.settings.hosts[host].site_apps_show = { "dino" };
		server:write_config();
		server:signal("HUP");
		assert.truthy(server:wait_until(function () return ids() == "dino"; end, 10));
		server.settings.hosts[host].site_apps_show = { "conversations"; "monal"; "web-chat" };
		server:write_config();
		server:signal("HUP");
		assert.truthy(server:wait_until(function () return ids() == "conversations monal web-chat"; end, 10));
	end);

	it("keeps out of prosodyctl's way", function ()
		for _, arguments in ipairs { { "mod_register_apps" }; { "check"; "config" } } do
			local output = server:ctl(table.unpack(arguments));
			assert.is_nil(output:find("traceback", 1, true) or output:find("attempt to", 1, true) or output:find("site_apps", 1, true), output);
		end
		assert.equal(0, select(2, server:ctl("mod_invites", "generate", host)));
	end);
end);
