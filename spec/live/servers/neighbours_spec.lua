-- Modules that were written for Prosody's own mod_invites work with ours: bundled ones and community ones.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";
local st = require "util.stanza";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

local is_old = paths.version == "0.12";

-- (names of modules, settings as of Server.new) → a server with these modules of ours and no others
local function server_with(modules, settings)
	settings.hosts = { host };
	local server = Server.new(settings);
	local plugins = server.directory.."/plugins";
	assert(os.execute(("mkdir '%s' && cd '%s/lua' && ln -s \"$PWD\"/invites_* '%s'"):format(plugins, paths.root, plugins)));
	for _, name in ipairs(modules) do
		assert(os.execute(("cd '%s/lua' && ln -s \"$PWD\"/mod_%s '%s'"):format(paths.root, name, plugins)));
	end
	server.settings.plugin_paths = { plugins };
	return server;
end

describe("Prosody's mod_invites_adhoc", function ()
	local fixture, admin, romeo;

	setup(function ()
		local server = server_with({ "invites"; "invites_register" }, { modules = { "invites_adhoc" }, options = { admins = { "admin@"..host } } });
		fixture = Fixture.on(server:start(), host);
		fixture:account("admin");
		fixture:account("romeo");
		admin, romeo = fixture:login("admin"), fixture:login("romeo");
	end);

	teardown(function ()
		admin:close();
		romeo:close();
		server_log.assert(fixture.server);
		fixture:stop();
	end);

	-- (client, node of the command, fields of a form as table, or nil) → table of the fields of the form that comes back, status; or nil, condition
	local function command(client, node, fields, session)
		local element = st.stanza("command", { xmlns = "http://jabber.org/protocol/commands", node = node, sessionid = session,
			action = fields and "complete" or "execute" });
		if fields then
			element:tag("x", { xmlns = "jabber:x:data", type = "submit" });
			for name, value in pairs(fields) do
				element:tag("field", { var = name }):text_tag("value", value):up();
			end
		end
		local answer = client:iq("set", host, element);
		local ok, err = Client.outcome(answer);
		if not ok then return nil, err.condition; end
		local done = answer:get_child("command", "http://jabber.org/protocol/commands");
		local form, values = done:get_child("x", "jabber:x:data"), {};
		for field in form:childtags("field") do
			values[field.attr.var] = field:get_child_text("value") or "";
		end
		return values, done.attr.status, done.attr.sessionid;
	end

	it("makes contact invites for a user", function ()
		local values, status = command(romeo, "urn:xmpp:invite#invite");
		assert.equal("completed", status);
		local token = values.uri:match("^xmpp:romeo@verona%.example%?roster;preauth=(%w+)$");
		assert.is_truthy(token, values.uri);
		assert.is_truthy(values.expire:find("^%d+%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"), values.expire);
		refused(invalid, fixture:stream():preauth(token)); -- users may not invite to the server here
		assert.same({ source = "romeo@"..host.."/r" }, fixture.server:invites(host, "get", token, "romeo").additional_data);
	end);

	it("makes contact invites that allow registration for an admin", function ()
		local values = command(admin, "urn:xmpp:invite#invite");
		local token = values.uri:match("^xmpp:admin@verona%.example%?roster;preauth=(%w+);ibr=y$");
		fixture:register("mercutio", token);
		local client = fixture:login("mercutio");
		assert.equal("both", client:roster()["admin@"..host].subscription);
	end);

	it("makes account invites for an admin, and for nobody else", function ()
		local values = command(admin, "urn:xmpp:invite#create-account");
		local token = values.uri:match("^xmpp:verona%.example%?register;preauth=(%w+)$");
		fixture:register("benvolio", token);
		assert.same({ nil, "forbidden" }, { command(romeo, "urn:xmpp:invite#create-account") });
	end);

	it("makes password resets for an admin", function ()
		if is_old then return; end -- which has no such command
		local node = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
		local _, _, session = command(admin, node);
		local values, status = command(admin, node, { accountjid = "romeo@"..host }, session);
		assert.equal("completed", status);
		assert.is_true(fixture:stream(values.uri:match("preauth=(%w+)")):register("romeo", "remembered"));
	end);
end);

describe("Prosody's mod_invites_register on our mod_invites", function ()
	local fixture;

	setup(function ()
		fixture = Fixture.on(server_with({ "invites" }, {}):start(), host);
		fixture:account("romeo");
	end);

	teardown(function ()
		server_log.assert(fixture.server);
		fixture:stop();
	end);

	it("registers accounts, and marks their invites as used afterwards", function ()
		local token = fixture:invite("create_account");
		local client, late = fixture:stream(token), fixture:stream(token);
		assert.is_true(client:register("juliet", "secret"));
		assert.is_nil((fixture:stream():preauth(token)));
		fixture:login("juliet"):close();
		-- It does not claim: who has presented in time gets an account too. That is what our own module is for; the log says so.
		assert.is_true(late:register("nurse", "secret"));
		assert.is_truthy(fixture.server:log():find("An account was made or a contact added through an invite that could not be used: token-used", 1, true));
		assert.is_nil((fixture:stream():register("mallory", "secret")));
	end);

	it("makes contacts, with an account and without", function ()
		local token = fixture:invite("create_contact", "romeo", true);
		fixture:register("mercutio", token);
		local client = fixture:login("mercutio");
		assert.equal("both", client:roster()["romeo@"..host].subscription);
		client:close();
		assert.is_nil((fixture:stream():preauth(token)));

		token = fixture:invite("create_contact", "romeo", false);
		fixture:account("benvolio");
		client = fixture:login("benvolio");
		client:roster();
		client:presence();
		client:presence("subscribe", "romeo@"..host, Client.xml.preauth(token));
		assert.is_truthy(client:wait_for(function (stanza) return stanza.attr.type == "subscribe" and stanza.attr.from == "romeo@"..host; end));
		assert.is_true(fixture.server:wait_until(function () return not (fixture.server:invites(host, "get", token, "romeo")); end));
	end);

	it("resets passwords", function ()
		local token = fixture:invite("create_account_reset", "romeo");
		assert.is_true(fixture:stream(token):register("romeo", "remembered"));
		fixture:login("romeo", "remembered"):close();
		assert.is_nil((fixture:stream():preauth(token)));
	end);
end);

describe("modules that have a say about accounts", function ()
	local fixture, admin;

	setup(function ()
		fixture = Fixture.new(host, {
			modules = { "register", "tombstones", "mimicking", "watchregistrations", "welcome", "register_limits", "offline",
				is_old and "posix" or "account_activity" };
			options = { admins = { "admin@"..host }, registration_watchers = { "admin@"..host }, min_seconds_between_registrations = 0,
				welcome_message = "Well met, $username" };
		});
		fixture:account("admin");
		admin = fixture:login("admin");
		admin:presence();
		admin:ping();
	end);

	teardown(function ()
		admin:close();
		server_log.assert(fixture.server);
		fixture:stop();
	end);

	it("welcome, and watch", function ()
		fixture:register("juliet");
		local function body(text) return function (stanza) return stanza.name == "message" and stanza:get_child_text("body"):find(text, 1, true); end; end
		assert.is_truthy(admin:wait_for(body "juliet just registered"));
		local client = fixture:login("juliet");
		client:presence();
		assert.is_truthy(client:wait_for(body "Well met, juliet"));
	end);

	it("refuse names that look like another's, and the invite stays good", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		fixture:register("paypal");
		assert.is_nil((client:register("paypa1", "secret")));
		assert.is_false(fixture:account_exists("paypa1"));
		assert.is_true(client:register("capulet", "secret"));
		assert.is_false(fixture:usable(token));
	end);

	it("refuse names of the dead, and the invite stays good", function ()
		fixture:account("tybalt");
		fixture:eval("assert(usermanager.delete_user('tybalt', host))");
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		assert.is_nil((client:register("tybalt", "secret")));
		assert.is_true(client:register("paris", "secret"));
	end);

	it("let users change their password and leave, with their invites", function ()
		fixture:register("rosaline");
		local client = fixture:login("rosaline");
		assert.is_true(client:register("rosaline", "changed"));
		client:close();
		client = fixture:login("rosaline", "changed");
		local contact, with_account = fixture:invite("create_contact", "rosaline"), fixture:invite("create_contact", "rosaline", true);
		local waiting = fixture:stream(with_account);
		client:iq("set", nil, "<query xmlns='jabber:iq:register'><remove/></query>");
		assert.is_true(fixture.server:wait_until(function () return not fixture:account_exists("rosaline"); end));
		assert.is_nil((fixture.server:invites(host, "get", contact, "rosaline")));
		refused(invalid, fixture:stream():preauth(with_account));
		refused(invalid, waiting:register("mallory", "secret"));
	end);
end);
