-- The pages of invites, on Prosody's real mod_http without sockets.

local dirty_tokens = require "spec.support.dirty_tokens";
local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_page", { modules = { "invites_page" }; users = { "romeo" } }, function (fixture)
	local host = fixture.host;
	local server, invites;

	local function start(options, global)
		local all = { site_apps = {} };
		for _, some in ipairs { Fixture.web; global or {} } do
			for name, value in pairs(some) do all[name] = value; end
		end
		invites, server = fixture:start(options, { global = all });
	end

	-- (query, { method; and what Web:ask takes }) → answer
	local function ask(query, wish)
		return Web.new(host, "/invites_page"):ask(wish and wish.method or "GET", query, wish);
	end

	-- The catalogue, as mod_register_apps fills it.
	local function fill_catalogue()
		local context = fixture:module "invites".module;
		local apps = context:shared("register_apps/apps");
		local function add(app) table.insert(apps, app); apps[app.id] = app; end
		add { id = "rider"; name = "Rider"; text = "Rides"; platforms = { "Android" }; supports_preauth_uri = true;
			image = "https://chat.example.com/register_apps/assets/rider.svg";
			download = { buttons = {
				{ text = "F-Droid"; url = "https://rider.example/fdroid" };
				{ text = "Play"; url = "https://rider.example/play"; magic_link_format = "https://rider.example/play?referrer={invite.uri}" };
			} } };
		add { id = "walker"; name = "Walker <3"; text = "Walks"; platforms = { "iOS"; "macOS" }; supports_preauth_uri = true;
			image = "https://elsewhere.example/walker.png"; link = "https://walker.example/" };
		add { id = "old"; name = "Old"; text = "Sits"; platforms = { "Linux"; "Windows" }; link = "https://old.example/" };
		add { id = "web"; name = "Web"; text = "Floats"; platforms = { "Web" }; magic_link_format = "https://web.example/#{invite.token}" };
	end

	it("leaves links to the options where they say so", function ()
		start { invites_page = "https://{host}/i?{invite.token}"; invites_page_supports = { "account" } };
		assert.truthy(invites.create_account().landing_page:find("^https://example.com/i%?%w+$"));
		assert.is_nil(invites.create_contact("romeo").landing_page);
		start { invites_page_external = true };
		assert.is_nil(invites.create_account().landing_page);
		assert.is_nil(require "net.http.server"._events.fire_event("GET example.com/invites_page", {}));
	end);

	it("shows every kind, and changes nothing", function ()
		start { site_name = "The <Smiths>"; invites_links = { terms = "https://example.com/terms" } };
		local all = {
			[invites.create_account()] = "You’re invited to <bdi>The &lt;Smiths&gt;</bdi>";
			[invites.create_account("juliet")] = "Your address will be <bdi>juliet@example.com</bdi>";
			[invites.make { kind = "account"; inviter = "romeo" }] = "<bdi>romeo</bdi> invited you to";
			[invites.create_contact("romeo")] = "The address is <bdi>romeo@example.com";
			[invites.create_contact("romeo", true)] = "I’m new here";
			[invites.create_account_reset("romeo")] = "set a new password for <bdi>romeo@example.com</bdi>";
		};
		for invite, text in pairs(all) do
			for _ = 1, 3 do
				local answer = ask(invite.token.."&fbclid=x&utm_source=%3Cb%3E");
				assert.equal(200, answer.status);
				assert.truthy(answer.body:find(text, 1, true), text);
				assert.equal(("<%s>; rel=\"alternate\""):format(invite.uri), answer.headers.link);
				assert.truthy(answer.body:find("<link rel=\"alternate\" href=\""..invite.uri:gsub("&", "&amp;"), 1, true));
				assert.truthy(answer.body:find("https://example.com/terms", 1, true));
				for _, pattern in ipairs { "[{}]"; "fbclid"; "style=\""; "<style"; " on%l+="; "<script>" } do
					assert.is_nil(answer.body:find(pattern), pattern);
				end
			end
			local code = ask(invite.token, { path = "/qr.svg" });
			assert.same({ "image/svg+xml"; invites.qr(invite.landing_page, "svg") }, { code.headers.content_type; code.body });
			assert.equal("pending", invites.info(invite.token).state);
		end
		assert.same({}, server:logged("error", "text"));
	end);

	it("shows nothing of one invite to the holder of another", function ()
		start { invites_registration_page = "join?a=1&b='{invite.token}'<>" };
		fill_catalogue();
		server:create_user("nurse", host, "secret");
		local function kinds(inviter, name)
			return {
				invites.create_account(), invites.create_account(name), invites.make { kind = "account"; inviter = inviter };
				invites.create_contact(inviter), invites.create_contact(inviter, true), invites.create_account_reset(inviter);
			};
		end
		local ones, others = kinds("romeo", "juliet"), kinds("nurse", "peter");
		server:advance(10); -- away from the second in which all of them have just seven days left
		for _, path in ipairs { ""; "/setup/rider"; "/setup/old" } do
			for i, one in ipairs(ones) do
				local first, second, again = ask(one.token, { path = path }), ask(others[i].token, { path = path }), ask(one.token, { path = path });
				assert.equal(first.body, again.body);
				for _, word in ipairs { one.token; "romeo"; "juliet" } do assert.is_nil(second.body:find(word, 1, true), word); end
				for _, word in ipairs { others[i].token; "nurse"; "peter" } do assert.is_nil(first.body:find(word, 1, true), word); end
				local function neutral(body, invite, inviter, name)
					body = body:gsub("<time .-</time>", ""):gsub("<svg class=\"face\".-</svg>", ""):gsub("preview/%x+", "");
					return (body:gsub(invite.token, "T"):gsub(inviter, "I"):gsub(name, "N"));
				end
				assert.equal(neutral(first.body, one, "romeo", "juliet"), neutral(second.body, others[i], "nurse", "peter"));
			end
		end
	end);

	it("shows apps that have come, and a server that has changed", function ()
		start();
		local token = invites.create_account(nil, nil, 7 * 86400 + 600).token;
		assert.is_nil(ask(token).body:find("Rider", 1, true));
		fill_catalogue();
		assert.truthy(ask(token).body:find("Rider", 1, true));
		assert.is_nil(ask(token).body:find("register?t=", 1, true));
		assert(server:load(host, "invites_register_web"));
		assert.truthy(ask(token).body:find("register?t=", 1, true));
	end);

	it("says until when, never promises more, and warns on the last day", function ()
		start();
		for ttl, words in pairs { [330] = "<bdi>5</bdi> more minutes"; [59] = "less than a minute"; [90] = "one more minute";
			[3700] = "one more hour"; [86400 - 60] = "<bdi>23</bdi> more hours"; [86400 + 60] = false; [60 * 3600] = false } do
			local invite = invites.create_account(nil, nil, ttl);
			local chip = ask(invite.token).body:match("<p class=\"chip.-</p>");
			assert.truthy(not words or chip:find(words, 1, true), words);
			assert.equal(words ~= false, chip:find("chip late", 1, true) ~= nil, ttl);
			assert.truthy(chip:find(os.date("!<time datetime=\"%Y-%m-%dT%H:%M:%SZ\">%Y-%m-%d %H:%M UTC</time>", invite.expires), 1, true));
		end
		assert.is_nil(ask(invites.create_account(nil, nil, math.huge).token).body:find("chip", 1, true));
	end);

	it("says so where the inviter is gone, however often, and where there is no token", function ()
		start();
		local token = invites.create_contact("romeo", true).token;
		server:delete_user("romeo", host);
		local function heading(answer) return answer.status, answer.body:match("<h1>(.-)</h1>"); end
		for _ = 1, 50 do assert.same({ 410, "This invitation is no longer valid" }, { heading(ask(token)) }); end
		assert.same({ 404, "This link is incomplete" }, { heading(ask(nil)) });
	end);

	it("recommends what runs on the reader's device", function ()
		start();
		fill_catalogue();
		local token = invites.create_account().token;
		local function first_on(system)
			return ask(token, { headers = { user_agent = system } }).body:match("setup/(%w+)%?");
		end
		for system, app in pairs { Android = "rider"; ["(iPhone; like Mac OS X)"] = "walker"; ["Windows NT 10.0"] = "old"; ["curl/8"] = "rider" } do
			assert.equal(app, first_on(system), system);
		end
		local body = ask(token, { headers = { user_agent = "Android" } }).body;
		local before, after = body:match("^(.*)<details>(.*)$");
		assert.truthy(before:find("invites_page/setup/web", 1, true) and after:find("setup/old", 1, true));
		assert.truthy(body:find("src=\"register_apps/assets/rider.svg\"", 1, true));
		assert.is_nil(body:find("elsewhere.example", 1, true));
		assert.truthy(body:find("Walker &lt;3", 1, true));
	end);

	it("guides through each app", function ()
		start();
		fill_catalogue();
		local invite = invites.create_account();
		local function setup(id) return ask(invite.token, { path = "/setup/"..id }); end
		local body = setup("rider").body;
		assert.truthy(body:find("Install <bdi>Rider</bdi>.*https://rider.example/fdroid.*href=\"xmpp:example.com%?register;preauth="));
		assert.truthy(body:find("https://rider.example/play?referrer=xmpp%3aexample.com%3fregister%3bpreauth%3d"..invite.token, 1, true));
		assert.truthy(body:find("../../invites_page?"..invite.token, 1, true) and body:find("../static/style.css", 1, true));
		assert.truthy(setup("web").body:find("https://web.example/#"..invite.token, 1, true));
		assert.truthy(setup("old").body:find("can’t open this link", 1, true));
		for _, id in ipairs { "nonsense"; "1"; "" } do assert.equal(404, setup(id).status); end
		for _, path in ipairs { "/setup/rider"; "/qr.svg" } do assert.equal(404, ask("unknown", { path = path }).status); end
		body = ask(invites.create_account_reset("romeo").token, { path = "/setup/rider" }).body; -- which stores must not get, as it opens an account
		assert.truthy(body:find("https://rider.example/play\"", 1, true));
		assert.is_nil(body:find("referrer=", 1, true));
	end);

	it("offers registration in the browser where there is a page for it", function ()
		start { invites_registration_page = "join?t={invite.token}&c={app.id}" };
		fill_catalogue();
		local invite = invites.create_account();
		assert.truthy(ask(invite.token).body:find(("href=\"join?t=%s&amp;c=\""):format(invite.token), 1, true));
		local away = ask(invite.token, { path = "/setup/old" }); -- the account first
		assert.same({ 303, ("../../join?t=%s&c=old"):format(invite.token) }, { away.status, away.headers.location });
		assert.truthy(ask(invite.token).body:find(("href=\"join?t=%s&amp;c=old\""):format(invite.token), 1, true));
		local body;
		assert.is_nil(ask(invites.create_contact("romeo").token).body:find("join?t=", 1, true));
		body = ask(invites.create_account_reset("romeo").token).body;
		assert.truthy(body:find("join?t=", 1, true));
		assert.is_nil(body:find("setup/", 1, true)); -- they have an app
		start { invites_registration_page = "/join?{invite.token}" };
		assert.truthy(ask(invites.create_account().token).body:find("href=\"/join?", 1, true));
		start(nil, { http_paths = { invites_register_web = "/sign/up"; invites_page = "/talk/invites" } });
		assert(server:load(host, "invites_register_web"));
		body = Web.new(host, "/talk/invites"):get(invites.create_account().token).body;
		assert.truthy(body:find("href=\"../sign/up?t=", 1, true));
		start(nil, { http_paths = { invites_page = "/" } });
		assert.truthy(Web.new(host, "/"):get(invites.create_account().token).body:find("\"static/style.css", 1, true));
	end);

	it("speaks the reader's language", function ()
		start();
		local token = invites.create_contact("romeo").token;
		local answer = ask(token, { headers = { accept_language = "xx, de-AT;q=0.9, en;q=0.5" } });
		assert.equal("de", answer.headers.content_language);
		assert.truthy(answer.body:find("<html lang=\"de\" dir=\"ltr\">", 1, true));
		assert.truthy(answer.body:find("möchte mit dir chatten", 1, true));
		answer = ask(token.."&lang=ar", { headers = { accept_language = "de" } });
		assert.truthy(answer.body:find("<html lang=\"ar\" dir=\"rtl\">", 1, true));
		for _, odd in ipairs { "&lang="; "&lang=%ff"; "&lang=../../x"; "&lang=%00" } do
			assert.equal("en", ask(token..odd).headers.content_language);
		end
		assert.equal("en", ask(token, { headers = { accept_language = "\255\0;q=x" } }).headers.content_language);
	end);

	it("has the server's own logo and links", function ()
		local path = os.tmpname();
		local file = assert(io.open(path..".png", "w"));
		file:write("a picture"):close();
		start { invites_logo = path..".png"; invites_links = { privacy = "https://example.com/p?a=1&b=2"; imprint = 5; nonsense = "https://x" } };
		local body = ask(invites.create_account().token).body;
		local logo = assert(body:match("<img src=\"invites_page/static/(logo%.png)%?%x+\" alt=\"\""));
		local answer = ask(nil, { path = "/static/"..logo });
		assert.same({ "image/png"; "a picture" }, { answer.headers.content_type; answer.body });
		assert.truthy(body:find("<a href=\"https://example.com/p?a=1&amp;b=2\">Privacy</a>", 1, true));
		assert.is_nil(body:find("https://x", 1, true) or body:find("About us", 1, true));
		os.remove(path);
		os.remove(path..".png");
		for _, wrong in ipairs { path..".png"; "/etc/passwd"; "/nonexistent.svg" } do
			start { invites_logo = wrong; invites_accent_color = "red;}body{top:0" };
			assert.is_nil(ask(invites.create_account().token).body:find("logo", 1, true));
			assert.equal(1, #server:logged("error", "invites_logo"));
			assert.equal(1, #server:logged("error", "invites_accent_color"));
			assert.is_nil(ask(nil, { path = "/static/style.css" }).body:find("top:0", 1, true));
		end
		start { invites_accent_color = "#ffee00" };
		assert.truthy(ask(nil, { path = "/static/style.css" }).body:find("%-%-accent:#ffee00;%-%-accent%-hover:#%x+;%-%-on%-accent:#000000"));
	end);

	it("has links that every browser takes where the host has other letters than ASCII", function ()
		local idn = "b\195\188cher.example";
		local function link(options, global)
			fixture:start(nil, { hosts = { [idn] = options }; global = global; modules = {}; users = {} });
			assert(fixture.server:load(idn, "invites_page"));
			return require "core.modulemanager".get_module(idn, "invites").create_account();
		end
		local invite = link({}, { http_ports = {}; https_ports = {}; http_external_url = "https://b\195\188cher.example:8443/x/" });
		assert.equal("https://xn--bcher-kva.example:8443/x/invites_page?"..invite.token, invite.landing_page);
		assert.truthy(Web.new(idn, "/invites_page"):get(invite.token).body:find("value=\""..invite.landing_page.."\"", 1, true));
		for _, name in ipairs { "{host}"; idn } do
			invite = link({ invites_page = "https://"..name.."/i?{invite.token}" }, { http_ports = {}; https_ports = {} });
			assert.equal("https://xn--bcher-kva.example/i?"..invite.token, invite.landing_page);
		end
		invite = link({ invites_page = "https://example.com/{host}/{invite.uri}" }, { http_ports = {}; https_ports = {} });
		assert.truthy(invite.landing_page:find("^https://example.com/b%%c3%%bccher.example/xmpp"));
		assert.truthy(invite.uri:find("^xmpp:b%%C3%%BCcher.example%?"));
	end);

	it("finds the token in a link that something is stuck to, and leads on with the token alone", function ()
		start();
		local token = invites.create_account().token;
		local function encoded(text) return (text:gsub("[^%w._~?&=;/:-]", function (c) return ("%%%02X"):format(c:byte()); end)); end
		for _, format in ipairs(dirty_tokens) do
			local answer = ask(encoded(format:format(token)));
			assert.equal(200, answer.status, format);
			assert.truthy(answer.body:find("href=\"?"..token.."&amp;lang=de\"", 1, true), format);
		end
		for _, query in ipairs { "utm=x&"..token; "t="..token; token:sub(1, 9).."%0A"..token:sub(10) } do assert.equal(200, ask(query).status, query); end
	end);

	it("leads on with the token and the language of each request, though parts of the page are kept", function ()
		start();
		fill_catalogue();
		local one, other = invites.create_account().token, invites.create_account().token;
		for _, query in ipairs { one; other; other.."&lang=de"; one.."&lang=ar"; one } do
			local body = ask(query).body;
			local token, links = query:match("^%w+"), 0;
			for link in body:gmatch("href=\"([^\"]*[?][^\"]*)\"") do
				if not link:find("/static/", 1, true) and not link:find("^xmpp:") and not link:find("^static/") then
					assert.truthy(link:find(token, 1, true), link);
					links = links + 1;
				end
			end
			assert.is_true(links >= 16, links);
			assert.is_nil(body:find(token == one and other or one, 1, true));
			local language = query:match("lang=(%l+)");
			assert.truthy(body:find(language and "setup/rider?"..token.."&amp;lang="..language.."\"" or "setup/rider?"..token.."\"", 1, true));
			assert.truthy(body:find(({ de = "lang=\"de\" dir=\"ltr\""; ar = "dir=\"rtl\"" })[language] or "More apps", 1, true), language);
		end
	end);

	it("counts a link that does not work as one guess, and a link with two tokens as its first", function ()
		start();
		local good, wrong = invites.create_account().token, ("x"):rep(24);
		for _ = 1, 20 do assert.equal(404, ask(wrong..".%20"..good).status); end
		assert.equal(429, ask(wrong).status);
		assert.equal(200, ask(good..".").status);
	end);
end);
