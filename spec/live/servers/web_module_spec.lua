-- A web module that was written for Prosody's own mod_invites works with ours.

local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("a web module of the community", function ()
	local fixture;

	fixture = Fixture.shared(host, { modules = { "spec_web" } }, function () fixture:account("romeo"); end);

	teardown(function ()
		server_log.assert(fixture.server, { "The account late was made through an invite that had no use left" });
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
	end);

	it("that makes the account and never comes back has used the invite", function ()
		local token = fixture:invite("create_account");
		web("assert(web.ask(assert(web.open(...)), 'malvolio')); assert(web.make('malvolio', 'secret'));", token);
		local client = fixture:stream(token);
		refused("wait/resource-constraint", client:register("mallory", "secret"));
		fixture:pass(61);
		refused(invalid, client:register("mallory", "secret"));
		fixture:login("malvolio"):close();
	end);

	it("that comes back late, after somebody else has had the invite, leaves an error in the log", function ()
		local token = fixture:invite("create_account");
		web("kept.late = assert(web.open(...)); assert(web.ask(kept.late, 'late'))", token);
		fixture:pass(61);
		fixture:register("soon", token);
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
