-- The pages of invites in Chromium, which Playwright drives (spec/browser/main.mjs). This file starts the server, gives the order, and logs in to
-- the accounts that were created. Screenshots are in target/screenshots afterwards.

local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local json = require "util.json";

local host, guarded_host = "verona.example", "chat.grandmothers-of-mantua.example";

-- journey → account that it makes, whose password it sets, or that is its own
local accounts = {
	form = { username = "mercutio"; password = "queen mab's wagon" };
	appAfterwards = { username = "abram"; password = "thumb, biting" };
	bound = { username = "the.nurse-of-juliet-who-has-been-with-her-since-she-was-born"; password = "angelica, good angelica" };
	filling = { username = "romeo.of.montague"; password = "o, teach me how" };
	weak = { username = "peter"; password = "musician1" };
	contactAccount = { username = "benvolio"; password = "part, fools" };
	reset = { username = "rosaline"; password = "new and better" };
	withoutScripts = { username = "friar.laurence"; password = "wisely & slow" };
	german = { username = "balthasar"; password = "schöne Grüße" };
	start = { username = "capulet"; password = "a villain that is hither come in spite" };
	startWithoutScripts = { username = "nurse"; password = "by my maidenhead" };
	behindProxy = { username = "potpan"; password = "where is he, that he helps not" };
	desktopNewcomer = { username = "lady.montague"; password = "my heart is full of woe" };
	arabic = { username = "gregory"; password = "كلمة السر" };
	keyboard = { username = "sampson"; password = "no, for then we should be colliers" };
};

local function write(path, text)
	local file = assert(io.open(path, "w"));
	assert(file:write(text));
	assert(file:close());
end

-- (fixture) → name → address of an invite's page
local function make_links(fixture)
	local server = fixture.server;
	local function link(...) return server:invites(host, ...).landing_page; end
	local expired, revoked = server:invites(host, "create_account", nil, nil, 60), server:invites(host, "create_account");
	server:invites(host, "revoke", revoked.token);
	fixture:pass(61);
	local links = {
		bound = link("create_account", accounts.bound.username); contact = link("create_contact", "romeo");
		contactAccount = link("create_contact", "romeo", true); reset = link("create_account_reset", accounts.reset.username);
		expired = expired.landing_page; revoked = revoked.landing_page;
		guarded = server:invites(guarded_host, "create_account").landing_page;
	};
	for _, name in ipairs {
		"app"; "form"; "filling"; "weak"; "appAfterwards"; "withoutScripts"; "german"; "arabic"; "keyboard"; "living"; "proxied"; "desktopNewcomer";
	} do
		links[name] = link "create_account";
	end
	return links;
end

-- (fixture) → journey → { checks = how many there were, arrives = did it come to its end, failed = array of texts }
local function go(fixture)
	local folder, screenshots = Server.directory(), ("%s/target/screenshots/%s"):format(paths.root, fixture.version);
	assert(os.execute(("rm -rf '%s' && mkdir -p '%s'"):format(screenshots, screenshots)));
	write(folder.."/order.json", json.encode {
		port = fixture.server.http_port; hosts = { host; guarded_host }; secureHost = guarded_host; screenshots = screenshots;
		scheme = fixture.version == "0.12" and "dark" or "light"; -- the pages are the same on both
		links = make_links(fixture); taken = "romeo"; accounts = accounts;
	});
	local pipe = io.popen(("cd '%s' && timeout 300 node spec/browser/main.mjs '%s/order.json' 2>'%s/browser.log'"):format(paths.root, folder, folder));
	local journeys = setmetatable({}, { __index = function (known, name)
		known[name] = { checks = 0; failed = {} };
		return known[name];
	end });
	for line in pipe:lines() do
		local check = json.decode(line);
		local journey = journeys[check.journey];
		journey.checks = journey.checks + 1;
		journey.arrives = journey.arrives or check.name == "arrives";
		if not check.ok then table.insert(journey.failed, check.name..": "..tostring(check.detail)); end
	end
	assert(pipe:close(), "the browser has failed, see "..folder.."/browser.log");
	return journeys;
end

describe("in a browser", function ()
	local fixture, journeys;

	setup(function ()
		assert(io.open(paths.root.."/target/browser/installed"), "Playwright is not installed: make browser");
		fixture = Fixture.new(host, {
			http = true; modules = { "register_apps"; "invites_page"; "invites_register_web"; "invites_start" };
			hosts = {
				[host] = { site_name = "Verona"; allow_user_invites = true; invites_links = { contact = "mailto:prince@verona.example" } };
				[guarded_host] = {
					site_name = "Mantua"; invites_links = { contact = "https://mantua.example/contact" }; c2s_require_encryption = true; invites_guess_limit = 3;
				};
			};
			options = { trusted_proxies = { "127.0.0.1" } };
		});
		fixture:account "romeo";
		fixture:account(accounts.reset.username, "old");
		for _, journey in ipairs { "start"; "startWithoutScripts" } do fixture:account(accounts[journey].username, accounts[journey].password); end
		journeys = go(fixture);
	end);

	teardown(function () fixture:stop(); end);

	for _, name in ipairs {
		"app"; "form"; "filling"; "weak"; "appAfterwards"; "bound"; "contact"; "contactAccount"; "reset"; "dead"; "unencrypted"; "throttled";
		"withoutScripts"; "german"; "arabic"; "keyboard"; "copying"; "start"; "startWithoutScripts"; "behindProxy";
		"androidNewcomer"; "iphoneNewcomer"; "desktopNewcomer"; "hasApp"; "messenger"; "chinese";
	} do
		it("goes all the way: "..name, function ()
			local journey = journeys[name];
			assert.equal("", table.concat(journey.failed, "\n"));
			assert.is_true(journey.arrives);
			assert.is_true(journey.checks > 5);
		end);
	end

	it("makes accounts with which one logs in over XMPP", function ()
		for _, account in pairs(accounts) do
			fixture:login(account.username, account.password):close();
		end
	end);

	it("replaces the old password", function ()
		local client = fixture.server:client(host);
		assert.same({ n = 2; nil, "not-authorized" }, table.pack(client:login(accounts.reset.username, "old")));
	end);

	it("makes contacts of those who are to be some", function ()
		local account = accounts.contactAccount;
		local client = fixture:login(account.username, account.password);
		assert.equal("both", client:roster()["romeo@"..host].subscription);
	end);

	it("leaves no password in the log", function ()
		local log = fixture.server:log();
		assert.is_nil(log:match("[^\n]*[Tt]raceback[^\n]*"));
		for _, account in pairs(accounts) do
			assert.is_nil(log:find(account.password, 1, true), account.username);
		end
	end);
end);
