-- Other modules, written for Prosody's own mod_invites, on ours: those that Prosody brings, and such as the community has.

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
		assert.is_true(fixture:stream(token):register("mercutio", "secret"));
		local client = fixture:login("mercutio");
		assert.equal("both", client:roster()["admin@"..host].subscription);
		client:close();
	end);

	it("makes account invites for an admin, and for nobody else", function ()
		local values = command(admin, "urn:xmpp:invite#create-account");
		local token = values.uri:match("^xmpp:verona%.example%?register;preauth=(%w+)$");
		assert.is_true(fixture:stream(token):register("benvolio", "secret"));
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

describe("a web module of the community", function ()
	local fixture;

	setup(function ()
		fixture = Fixture.new(host, { modules = { "spec_web" } });
		fixture:account("romeo");
	end);

	teardown(function ()
		server_log.assert(fixture.server, { "The account late was made through an invite that had no use left" });
		fixture:stop();
	end);

	after_each(function ()
		fixture:undo();
	end);

	-- (code that finds the functions of mod_spec_web in `web`, a table to keep things in as `kept`, arguments as ...) → what it returned
	local function web(code, ...)
		return fixture:eval([[
			local web = modulemanager.get_module(host, "spec_web").module.web;
			prosody.spec_kept = prosody.spec_kept or {};
			local kept = prosody.spec_kept;
		]]..code, ...);
	end

	it("registers accounts with the events alone", function ()
		local token = fixture:invite("create_account", nil, { note = "kept" });
		fixture:hook("user-registered", "spec.seen = { event.validated_invite.token, event.validated_invite.additional_data.note }");
		local client = fixture:stream(token);
		assert.is_true(web([[
			local invite = assert(web.open(...));
			assert(web.ask(invite, "juliet"));
			assert(web.make("juliet", "secret"));
			web.tell(invite, "juliet");
			return true;
		]], token));
		assert.same({ token, "kept" }, fixture:eval("return prosody.spec.seen"));
		refused(invalid, client:register("mallory", "secret"));
		refused(invalid, fixture:stream():preauth(token));
		fixture:login("juliet"):close();
		client:close();
	end);

	it("is told what is wrong in time, and may let the user try again", function ()
		local free, bound = fixture:invite("create_account"), fixture:invite("create_account", "viola");
		assert.same({ "username-mismatch", "account-exists", "username-reserved", true }, { web([[
			local free, bound = ...;
			local function ask(invite, username)
				local ok, err = web.ask(invite, username);
				return ok or err.context.reason;
			end
			kept.invite = assert(web.open(free));
			return ask(assert(web.open(bound)), "mallory"), ask(kept.invite, "romeo"), ask(kept.invite, "viola"), ask(kept.invite, "sebastian");
		]], free, bound) });
		refused("wait/resource-constraint", fixture:stream(free):register("other", "secret"));
		web("web.make('sebastian', 'secret'); web.tell(kept.invite, 'sebastian');");
		assert.is_false(fixture:usable(free));
		assert.is_true(fixture:usable(bound));
	end);

	it("that never comes back costs nobody the invite, once the lease is over", function ()
		local token = fixture:invite("create_account");
		web("assert(web.ask(assert(web.open(...)), 'orsino'))", token);
		local client = fixture:stream(token);
		refused("wait/resource-constraint", client:register("olivia", "secret"));
		fixture:pass(61);
		assert.is_true(client:register("olivia", "secret"));
		assert.is_false(fixture:account_exists("orsino"));
		client:close();
	end);

	it("that makes the account and never comes back has used the invite", function ()
		local token = fixture:invite("create_account");
		web("assert(web.ask(assert(web.open(...)), 'malvolio')); assert(web.make('malvolio', 'secret'));", token);
		local client = fixture:stream(token);
		refused("wait/resource-constraint", client:register("mallory", "secret"));
		fixture:pass(61);
		refused(invalid, client:register("mallory", "secret"));
		fixture:login("malvolio"):close();
		client:close();
	end);

	it("that comes back late, after somebody else has had the invite, leaves an error in the log", function ()
		local token = fixture:invite("create_account");
		web("kept.late = assert(web.open(...)); assert(web.ask(kept.late, 'late'))", token);
		fixture:pass(61);
		assert.is_true(fixture:stream(token):register("soon", "secret"));
		local mark = server_log.mark(fixture.server);
		web("web.make('late', 'secret'); web.tell(kept.late, 'late')");
		local errors = server_log.errors(fixture.server, mark);
		assert.same({ "The account late was made through an invite that had no use left" }, errors);
	end);

	it("may keep an invite for as long as a form is open, and through a reload", function ()
		local token = fixture:invite("create_account", nil, nil, 60);
		web("kept.open = assert(web.open(...))", token);
		fixture:pass(600);
		fixture:eval("assert(modulemanager.reload(host, 'invites'))");
		assert.is_true(web("return web.ask(kept.open, 'feste') and web.make('feste', 'secret')"));
		web("web.tell(kept.open, 'feste')");
		assert.is_false(fixture:usable(token));
	end);

	it("gets tables of its own, which it may change", function ()
		local token = fixture:invite("create_account", nil, { groups = { "a" }, source = "romeo@"..host });
		assert.same({ "a", "register", token }, { fixture:eval([[
			local token = ...;
			local info, validated = invites.get_account_invite_info(token), invites.get(token);
			for _, table in ipairs { info, validated, info.additional_data, validated.additional_data } do
				for key in pairs(table) do table[key] = nil; end
			end
			validated = invites.get(token);
			return validated.additional_data.groups[1], validated.type, validated.token;
		]], token) });
	end);

	it("that copies a validated invite can use the copy, once", function ()
		local token = fixture:invite("create_account");
		assert.same({ true, false }, { web([[
			local original, copy = assert(web.open(...)), {};
			for key, value in pairs(original) do copy[key] = value; end
			local first = web.ask(copy, "antonio") and web.make("antonio", "secret");
			web.tell(copy, "antonio");
			return first, (web.ask(original, "shylock")) or false;
		]], token) });
		assert.is_false(fixture:usable(token));
	end);

	it("finds the functions that it looks for", function ()
		local parameters, module_name = fixture:eval([[
			local parameters = {};
			for _, name in ipairs { "create_account", "create_account_reset", "create_contact", "create_group", "get" } do
				local info = debug.getinfo(invites[name], "uS");
				parameters[name] = info.what == "Lua" and info.nparams;
			end
			return parameters, module:depends("invites").module.name;
		]]);
		assert.same({ create_account = 3, create_account_reset = 3, create_contact = 4, create_group = 3, get = 2 }, parameters);
		assert.equal("invites", module_name);
		for _, arguments in ipairs { { "romeo", 3600 }, { "romeo", { note = "x" }, 3600 }, { "romeo" } } do
			local invite = fixture.server:invites(host, "create_account_reset", table.unpack(arguments));
			assert.equal("romeo", invite.additional_data.allow_reset);
			assert.equal(#arguments == 1 and 86400 or 3600, invite.expires - invite.created_at);
		end
	end);

	it("may add to an invite while it is made, and what it adds is kept", function ()
		fixture:hook("invite-created", [[
			event.landing_page = "https://example.com/"..event.token;
			event.additional_data = event.additional_data or {};
			event.additional_data.groups = { "montague" };
			event.additional_data.nested = { list = { 1, 2.5, "x" }, flag = false };
		]]);
		local token = fixture:invite("create_account");
		local info = fixture.server:invites(host, "get_account_invite_info", token);
		assert.equal("https://example.com/"..token, info.landing_page);
		assert.same({ groups = { "montague" }, nested = { list = { 1, 2.5, "x" }, flag = false } }, info.additional_data);
		fixture:undo();
		fixture:hook("invite-created", "event.additional_data = { f = function () end }");
		assert.same({ nil, "data-invalid" }, { fixture.server:invites(host, "create_account") });
		fixture:undo();
		fixture:hook("invite-created", "event.additional_data = { allow_reset = 'romeo' }");
		assert.same({ nil, "data-invalid" }, { fixture.server:invites(host, "create_account") });
		assert.is_true(fixture:eval("return (invites.open_name('romeo'))"));
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
		assert.is_true(fixture:stream(token):register("mercutio", "secret"));
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
		client:close();
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
		assert.is_true(fixture:stream(fixture:invite("create_account")):register("juliet", "secret"));
		local function body(text) return function (stanza) return stanza.name == "message" and stanza:get_child_text("body"):find(text, 1, true); end; end
		assert.is_truthy(admin:wait_for(body "juliet just registered"));
		local client = fixture:login("juliet");
		client:presence();
		assert.is_truthy(client:wait_for(body "Well met, juliet"));
		client:close();
	end);

	it("refuse names that look like another's, and the invite stays good", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		assert.is_true(fixture:stream(fixture:invite("create_account")):register("paypal", "secret"));
		assert.is_nil((client:register("paypa1", "secret")));
		assert.is_false(fixture:account_exists("paypa1"));
		assert.is_true(client:register("capulet", "secret"));
		assert.is_false(fixture:usable(token));
		client:close();
	end);

	it("refuse names of the dead, and the invite stays good", function ()
		fixture:account("tybalt");
		fixture:eval("assert(usermanager.delete_user('tybalt', host))");
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		assert.is_nil((client:register("tybalt", "secret")));
		assert.is_true(client:register("paris", "secret"));
		client:close();
	end);

	it("let users change their password and leave, with their invites", function ()
		assert.is_true(fixture:stream(fixture:invite("create_account")):register("rosaline", "secret"));
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
		waiting:close();
		client:drop();
	end);
end);
