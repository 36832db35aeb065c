-- The list of apps, and the pictures that go with it, on Prosody's real mod_http without sockets. What is in the list is tested in src/web/apps.

local lfs = require "lfs";
local paths = require "spec.support.paths";
local prosody = require "spec.support.prosody";

local host, other_host = "example.com", "example.org";
local base = "https://example.com/prefix/register_apps";
local directory = paths.root.."/lua/mod_register_apps";

for _, version in ipairs(prosody.versions) do
	describe("mod_register_apps on Prosody "..version, function ()
		local server;

		local function new(options, more)
			options.http_external_url = options.http_external_url or "https://example.com/prefix/";
			local wish = { version = version; hosts = { [host] = options; [other_host] = {} }; global = { http_ports = {}; https_ports = {} } };
			for name, value in pairs(more or {}) do wish[name] = value; end
			server = prosody.new(wish);
			return server;
		end

		-- Another module on the host, which offers apps and reads the list. ("one" or "two") → the API of that module
		local function neighbour(name)
			return assert(server:load(host, name)).module;
		end

		-- (host or nil) → the shared table as other modules find it
		local function apps(of)
			return assert(_G.prosody.hosts[of or host].modules.register_apps).module:shared("register_apps/apps");
		end

		-- (options or nil) → the shared table
		local function start(options)
			new(options or {});
			assert(server:load(host, "register_apps"));
			return apps();
		end

		-- (list) → ids, separated by blanks
		local function ids(list)
			local names = {};
			for i, app in ipairs(list) do
				names[i] = app.id;
				assert.equal(app, list[app.id]);
			end
			local keys = 0;
			for _ in pairs(list) do keys = keys + 1; end
			assert.equal(2 * #names, keys);
			return table.concat(names, " ");
		end

		-- Everything worse than information that was logged.
		local function complaints()
			local lines = {};
			for _, line in ipairs(server.logs) do
				-- Without ports there are two lines of Prosody's own.
				local of_prosody = line.text:find("^Not listening on any ports") or line.text:find("^No http ports enabled");
				if (line.level == "warn" or line.level == "error") and not of_prosody then table.insert(lines, line.text); end
			end
			return lines;
		end

		after_each(function ()
			server:stop();
		end);

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
				server:stop();
				assert.equal("gajim", ids(start { site_apps_show = { "gajim"; "dino" }; site_apps_hide = "dino" }));
				server:stop();
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

			it("again when the configuration is reloaded, in the same table", function ()
				local list = start { site_apps_show = { "gajim" } };
				require "core.configmanager".set(host, "site_apps_show", { "dino" });
				_G.prosody.events.fire_event("config-reloaded");
				assert.equal(list, apps());
				assert.equal("dino", ids(list));
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
				new(options or {}, { plugin_path = plugins..";"..paths.root.."/lua" });
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

		describe("serves pictures:", function ()
			-- ({ method, path (below the module), headers }) → { status, headers, body }
			local function ask(path, method, headers)
				local answer;
				local response = { headers = { access_control_allow_origin = "*"; access_control_max_age = "7200" } };
				function response.send(_, body) answer = { status = 200; headers = response.headers; body = body }; return true; end
				function response.send_file(self, file) return self:send(file:read("a")); end
				local request = { method = method or "GET"; ip = "127.0.0.1"; path = "/register_apps/"..path; url = { path = "/register_apps/"..path };
					headers = headers or {}; body = ""; httpversion = "1.1" };
				local result = require "net.http.server"._events.fire_event(("%s %s/register_apps/%s"):format(request.method, host, path),
					{ request = request; response = response });
				return answer or { status = result or 404; headers = response.headers };
			end

			before_each(function ()
				start { http_external_url = "https://example.com/" };
			end);

			it("with their type, for a day, to nobody's scripts", function ()
				local answer = ask("assets/logos/gajim.svg");
				assert.equal(200, answer.status);
				assert.equal("image/svg+xml", answer.headers.content_type);
				assert.equal("public, max-age=86400", answer.headers.cache_control);
				assert.equal("nosniff", answer.headers.x_content_type_options);
				assert.truthy(answer.headers.content_security_policy:find("default-src 'none'", 1, true));
				assert.is_nil(answer.headers.access_control_allow_origin);
				assert.equal(assert(io.open(directory.."/assets/logos/gajim.svg")):read("a"), answer.body);
				assert.equal(200, ask("assets/logos/gajim.svg", "HEAD").status);
			end);

			it("not again to those who have them", function ()
				local answer = ask("assets/logos/gajim.svg");
				assert.equal(304, ask("assets/logos/gajim.svg", "GET", { if_none_match = answer.headers.etag }).status);
				assert.equal(304, ask("assets/logos/gajim.svg", "GET", { if_modified_since = answer.headers.last_modified }).status);
			end);

			it("and nothing else", function ()
				local none = {
					""; "logos"; "logos/"; "/"; "//logos/gajim.svg"; "logos//gajim.svg"; "logos/no-such.svg"; "logos/gajim"; "logos/gajim.svg/";
					"../mod_register_apps.lua"; "../assets/logos/gajim.svg"; "logos/../../mod_register_apps.lua"; "logos/../logos/gajim.svg";
					"./logos/gajim.svg"; "%2e%2e/mod_register_apps.lua"; "..%2fmod_register_apps.lua"; "..\\mod_register_apps.lua"; "logos/%67ajim.svg";
					"logos/gajim.svg%00.png"; "logos/gajim.svg\0"; "logos/.hidden.svg"; ".svg"; ("a"):rep(5000)..".svg"; "/etc/passwd"; "logos/\255.svg";
				};
				for _, path in ipairs(none) do
					local answer = ask("assets/"..path);
					assert.equal(404, answer.status, path);
					assert.is_nil(answer.headers.cache_control);
					assert.is_nil(answer.headers.access_control_allow_origin);
				end
			end);

			it("to GET and HEAD alone", function ()
				for _, method in ipairs { "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
					local answer = ask("assets/logos/gajim.svg", method);
					assert.equal(405, answer.status, method);
					assert.equal("GET, HEAD", answer.headers.allow);
					assert.is_nil(answer.headers.access_control_allow_origin);
				end
			end);

			it("until it is unloaded", function ()
				assert(server:unload(host, "register_apps"));
				assert.equal(404, ask("assets/logos/gajim.svg").status);
			end);
		end);

		it("keeps hosts apart", function ()
			start { site_apps_show = { "gajim" } };
			assert(server:load(other_host, "register_apps"));
			assert.equal("gajim", ids(apps()));
			assert.truthy(#apps(other_host) > 5);
			assert(server:unload(host, "register_apps"));
			assert.truthy(#apps(other_host) > 5);
		end);

		it("does nothing in prosodyctl", function ()
			new({ site_apps = 5 }, { process = "prosodyctl" });
			local environment = assert(server:load(host, "register_apps"));
			assert.same({}, environment.module:shared("register_apps/apps"));
			assert.is_nil(environment.module.items);
			assert.same({}, complaints());
		end);
	end);
end
