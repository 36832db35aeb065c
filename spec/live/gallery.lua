-- `make screenshots`: pictures of every page of the suite in every state, into target/screenshots/gallery, for people to look at: in a language that
-- is written from left to right, one from right to left, and one in characters, on a telephone and on a computer, in light and in dark.

local paths = require "spec.support.paths";
local json = require "util.json";
local Fixture = require "spec.live.harness.fixture";
local Server = require "spec.live.harness.server";

local host, guarded, broken = "verona.example", "mantua.example", "padua.example";
local readers = {
	{ language = "en"; locale = "en-GB"; address = "198.51.100.21"; note = "for Benvolio"; title = "Masked ball at the Capulets’" };
	{ language = "ar"; locale = "ar"; address = "198.51.100.22"; note = "من أجل بنفوليو"; title = "حفلة تنكرية" };
	{ language = "zh-Hans"; locale = "zh-CN"; address = "198.51.100.23"; note = "给班伏里奥"; title = "凯普莱特家的化装舞会" };
};

-- (fixture, one of the readers) gives them accounts, and links: name → address.
local function prepare(fixture, reader)
	local server, name = fixture.server, reader.language:lower():gsub("%W.*", "");
	local function link(...) return server:invites(host, ...).landing_page; end
	local function account(ttl) return link("make", { kind = "account"; inviter = "romeo"; creator = "romeo"; ttl = ttl }); end
	local function reset(username, ttl)
		fixture:account(username.."-"..name, "old");
		return link("create_account_reset", username.."-"..name, ttl);
	end
	reader.maker = { username = "capulet-"..name; password = "a villain" };
	reader.newcomers = { "benvolio-"..name, "mercutio-"..name, "abram-"..name };
	fixture:account(reader.maker.username, reader.maker.password);
	local revoked = server:invites(host, "create_account");
	server:invites(host, "revoke", revoked.token);
	reader.links = {
		account = account(); bound = link("create_account", "paris-"..name); contact = link("create_contact", "romeo");
		contactAccount = link("create_contact", "romeo", true); reset = reset "tybalt"; living = link "create_account";
		form = account(); formContact = link("create_contact", "romeo", true); formReset = reset "rosaline"; phone = link "create_account";
		expired = account(60); expiredReset = reset("sampson", 60); revoked = revoked.landing_page;
		guarded = server:invites(guarded, "create_account").landing_page; broken = server:invites(broken, "create_account").landing_page;
	};
end

local ok, err = xpcall(function ()
	local folder = paths.root.."/target/screenshots/gallery";
	assert(os.execute(("rm -rf '%s' && mkdir -p '%s'"):format(folder, folder)));
	local fixture = Fixture.new(host, {
		http = true; modules = { "register_apps"; "invites_page"; "invites_register_web"; "invites_start" };
		hosts = {
			[host] = { site_name = "Verona Chat"; allow_user_invites = true; invites_links = { contact = "mailto:prince@verona.example" } };
			[guarded] = { site_name = "Mantua"; c2s_require_encryption = true; invites_guess_limit = 3 };
			[broken] = { site_name = "Padua" };
		};
		options = { trusted_proxies = { "127.0.0.1" } };
	});
	fixture:account "romeo";
	for _, reader in ipairs(readers) do prepare(fixture, reader); end
	fixture:pass(61);
	fixture.server:eval(broken, "invites.view = function () return nil, 'internal-server-error'; end");
	local order = Server.directory().."/gallery.json";
	local file = assert(io.open(order, "w"));
	assert(file:write(json.encode {
		port = fixture.server.http_port; hosts = { host; guarded; broken }; secureHost = guarded; screenshots = folder; readers = readers;
	}));
	file:close();
	assert(os.execute(("cd '%s' && node spec/browser/pictures/gallery.mjs '%s'"):format(paths.root, order)), "some pages are not as they should be");
	fixture.server:stop();
end, debug.traceback);
Server.finish();
if not ok then error(err, 0); end
print "The pictures are in target/screenshots/gallery";
