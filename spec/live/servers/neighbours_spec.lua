-- Modules and hosts beside ours: those that were written for Prosody's own mod_invites, those that have a say about accounts, and another host.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";
local st = require "util.stanza";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;
local is_old = paths.version == "0.12";

-- (names of modules, settings of Server.new) → fixture of a server with these modules of ours and no others
local function with(modules, settings)
	settings.hosts = { host };
	local server = Server.new(settings);
	local plugins = server.directory.."/plugins";
	assert(os.execute(("mkdir '%s' && cd '%s/lua' && ln -s \"$PWD\"/invites_* '%s'"):format(plugins, paths.root, plugins)));
	for _, name in ipairs(modules) do
		assert(os.execute(("cd '%s/lua' && ln -s \"$PWD\"/mod_%s '%s'"):format(paths.root, name, plugins)));
	end
	server.settings.plugin_paths = { plugins };
	local fixture = Fixture.on(server:start(), host);
	for _, name in ipairs { "admin"; "romeo" } do fixture:account(name); end
	return fixture;
end

describe("Prosody's mod_invites_adhoc on our mod_invites", function ()
	local fixture, admin, romeo;

	setup(function ()
		fixture = with({ "invites"; "invites_register" }, { modules = { "invites_adhoc" }, options = { admins = { "admin@"..host } } });
		admin, romeo = fixture:login("admin"), fixture:login("romeo");
	end);
	teardown(function () fixture:stop(); end);

	-- (client, node of the command, fields of a form as table, or nil, session or nil) → what is in the form that comes back, status, session;
	-- or nil, condition
	local function command(client, node, fields, session)
		local element = st.stanza("command", { xmlns = "http://jabber.org/protocol/commands", node = node, sessionid = session,
			action = fields and "complete" or "execute" });
		if fields then
			element:tag("x", { xmlns = "jabber:x:data", type = "submit" });
			for name, value in pairs(fields) do element:tag("field", { var = name }):text_tag("value", value):up(); end
		end
		local answer = client:iq("set", host, element);
		local ok, err = Client.outcome(answer);
		if not ok then return nil, err.condition; end
		local done = answer:get_child("command", "http://jabber.org/protocol/commands");
		local form, values = done:get_child("x", "jabber:x:data"), {};
		for field in form:childtags("field") do values[field.attr.var] = field:get_child_text("value") or ""; end
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

	it("makes contacts and accounts for an admin, and accounts for nobody else", function ()
		local token = command(admin, "urn:xmpp:invite#invite").uri:match("^xmpp:admin@verona%.example%?roster;preauth=(%w+);ibr=y$");
		fixture:register("mercutio", token);
		assert.equal("both", fixture:login("mercutio"):roster()["admin@"..host].subscription);
		token = command(admin, "urn:xmpp:invite#create-account").uri:match("^xmpp:verona%.example%?register;preauth=(%w+)$");
		fixture:register("benvolio", token);
		assert.same({ nil, "forbidden" }, { command(romeo, "urn:xmpp:invite#create-account") });
	end);

	it("makes password resets for an admin", function ()
		if is_old then return; end -- which has no such command
		local node = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
		local _, _, session = command(admin, node);
		local values, status = command(admin, node, { accountjid = "romeo@"..host }, session);
		assert.equal("completed", status);
		fixture:register("romeo", values.uri:match("preauth=(%w+)"), "remembered");
	end);
end);

describe("Prosody's mod_invites_register on our mod_invites", function ()
	local fixture;
	setup(function () fixture = with({ "invites" }, {}); end);
	teardown(function () fixture:stop(); end);

	it("registers accounts, and marks their invites as used afterwards", function ()
		local token = fixture:invite("create_account");
		local client, late = fixture:stream(token), fixture:stream(token);
		assert.is_true(client:register("juliet", "secret"));
		assert.is_nil((fixture:stream():preauth(token)));
		-- It does not claim: who has presented in time gets an account too. That is what our own module is for; the log says so.
		assert.is_true(late:register("nurse", "secret"));
		assert.is_truthy(fixture.server:wait_log("An account was made or a contact added through an invite that could not be used: token%-used"));
		assert.is_nil((fixture:stream():register("mallory", "secret")));
	end);

	it("makes contacts, with an account and without, and resets passwords", function ()
		local both, contact, reset = fixture:invite("create_contact", "romeo", true), fixture:invite("create_contact", "romeo", false),
			fixture:invite("create_account_reset", "romeo");
		fixture:register("mercutio", both);
		assert.equal("both", fixture:login("mercutio"):roster()["romeo@"..host].subscription);
		fixture:account("benvolio");
		local client = fixture:online("benvolio");
		client:presence("subscribe", "romeo@"..host, Client.xml.preauth(contact));
		assert.is_truthy(client:wait_for(function (stanza) return stanza.attr.type == "subscribe" and stanza.attr.from == "romeo@"..host; end));
		assert.is_true(fixture.server:wait_until(function () return not fixture:usable(contact, "romeo"); end));
		fixture:register("romeo", reset, "remembered");
		fixture:login("romeo", "remembered");
		for _, token in ipairs { both, reset } do assert.is_nil((fixture:stream():preauth(token))); end
	end);
end);

-- What knows of invites and events what the bundled modules say, and no more.
describe("a web module of the community", function ()
	local late = "The account late was made through an invite that had no use left";
	local fixture = Fixture.shared(host, nil, nil, { late });

	-- (code that finds `ask` and `tell` and a table to keep things in, arguments as ...) → what it returned
	local function web(code, ...)
		return fixture:eval([[
			prosody.spec_kept = prosody.spec_kept or {};
			local kept = prosody.spec_kept;
			local function ask(invite, username)
				local event = { validated_invite = invite, username = username, host = host, ip = "192.0.2.1", allowed = true };
				module:fire_event("user-registering", event);
				return event.allowed or event.error.context.reason;
			end
			local function tell(invite, username)
				assert((usermanager.create_user_with_role or usermanager.create_user)(username, "secret", host, "prosody:registered"));
				module:fire_event("user-registered", { username = username, host = host, source = "mod_web", validated_invite = invite, ip = "192.0.2.1" });
			end
		]]..code, ...);
	end

	it("that comes back after the lease, when somebody else has had the invite, leaves an error in the log", function ()
		local token = fixture:invite("create_account");
		web("kept.late = assert(invites.get(...)); assert(ask(kept.late, 'late') == true)", token);
		refused("wait/resource-constraint", fixture:stream(token):register("soon", "secret"));
		fixture:pass(61);
		fixture:register("soon", token);
		web("tell(kept.late, 'late')");
		assert.is_truthy(fixture.server:wait_log(late));
	end);
end);

describe("modules that have a say about accounts", function ()
	local fixture, admin;

	fixture = Fixture.shared(host, {
		modules = { "register", "tombstones", "mimicking", "watchregistrations", "welcome", "register_limits", "offline",
			is_old and "posix" or "account_activity" };
		options = { admins = { "admin@"..host }, registration_watchers = { "admin@"..host }, min_seconds_between_registrations = 0,
			welcome_message = "Well met, $username" };
	}, function ()
		fixture:account("admin");
		admin = fixture:online("admin");
	end);

	it("welcome, and watch", function ()
		fixture:register("juliet");
		local function body(text) return function (stanza) return stanza.name == "message" and stanza:get_child_text("body"):find(text, 1, true); end; end
		assert.is_truthy(admin:wait_for(body "juliet just registered"));
		assert.is_truthy(fixture:online("juliet"):wait_for(body "Well met, juliet"));
	end);

	it("refuse names that look like another's and names of the dead, and the invite stays good", function ()
		fixture:register("paypal");
		fixture:account("tybalt");
		fixture:eval("assert(usermanager.delete_user('tybalt', host))");
		local client = fixture:stream(fixture:invite("create_account"));
		for _, name in ipairs { "paypa1", "tybalt" } do
			assert.is_nil((client:register(name, "secret")));
			assert.is_false(fixture:account_exists(name));
		end
		assert.is_true(client:register("capulet", "secret"));
	end);
end);

describe("another host of the server", function ()
	local verona, mantua;
	verona = Fixture.shared(host, { hosts = { host, other_host } }, function (server) mantua = Fixture.on(server, other_host); end);

	it("takes no invite of this one, and is not confused by a stream or a module of it", function ()
		local function register(to) return "set", to, Client.xml.register("apothecary", "secret"); end
		local here, there = verona:invite("create_account", "juliet"), mantua:invite("create_account");
		local client = verona:stream();
		refused(invalid, client:preauth(there));
		refused("cancel/service-unavailable", Client.outcome(client:iq("set", other_host, Client.xml.preauth(there))));
		for _, to in ipairs { host, other_host } do refused(not_invited, Client.outcome(client:iq(register(to)))); end
		local free = verona:invite("create_account");
		assert.is_true(client:preauth(free));
		refused(invalid, Client.outcome(client:iq(register(other_host))));
		assert.equal("item-not-found", mantua:eval([[
			local event = { username = "tybalt", host = host, allowed = true };
			event.validated_invite = require "core.modulemanager".get_module("verona.example", "invites").get(...);
			module:fire_event("user-registering", event);
			return event.error.condition;
		]], free));
		assert.is_false(mantua:account_exists("apothecary"));
		assert.is_true(mantua:usable(there));
		assert.is_true(Client.outcome(client:iq(register(host))));
		mantua:register("juliet", there); -- whose name is reserved here alone
		verona:register("juliet", here);
	end);
end);
