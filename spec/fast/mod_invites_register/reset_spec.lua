-- New passwords through reset invites, where something fails. Real streams are in spec/live/registration/reset_spec.lua.

local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

Fixture.describe("password resets", { modules = { "invites_register" }; options = { allow_registration = true } }, function (fixture)
	local register = stream.register;
	local gate, host = stream.gate(fixture), fixture.host;
	local steps, holder, refused, provider, errors = gate.steps, gate.holder, gate.refused, gate.provider, gate.errors;
	local invites, server, bus;

	local function start(...) invites, server, bus = gate.start(...); end

	local session, fired;
	before_each(function ()
		start();
		server:create_user("juliet", host, "old");
		session, fired = holder(invites.create_account_reset "juliet"), {};
		bus.add_handler("user-registering", function () table.insert(fired, "registering"); end);
		bus.add_handler("user-password-reset", function (event) table.insert(fired, "reset "..tostring(event and event.username)); end);
	end);

	local function unchanged(with, reply)
		refused(with, reply);
		assert.is_true(fixture:has_password("juliet", "old"));
		assert.same({}, fired);
	end

	it("change nothing that the ledger does not claim", function ()
		unchanged("modify/not-acceptable", register(session, "mallory", "new"));
		assert.equal("", steps());
	end);

	it("change and settles if the password could not be set", function ()
		rawset(provider(), "set_password", function () return nil, session and "read-only"; end);
		unchanged("wait/internal-server-error", register(session, "juliet", "new"));
		assert.equal("claimed released", steps());
	end);

	it("change nothing where passwords are managed elsewhere, as far as that is known before", function ()
		rawset(provider(), "set_password", function () return nil, "no"; end);
		unchanged("cancel/not-allowed", register(session, "juliet", "new"));
		assert.equal("", steps());
	end);

	it("change nothing where passwords are managed elsewhere, as it turns out", function ()
		rawset(provider(), "set_password", function () return nil, session and "not supported"; end);
		unchanged("cancel/not-allowed", register(session, "juliet", "new"));
		assert.equal("claimed released", steps());
		assert.equal(0, errors());
	end);

	it("change only what is a reset", function ()
		assert.equal("result", register(holder(invites.create_account()), "romeo", "new").attr.type);
		assert.is_true(fixture:user_exists "romeo");
	end);
end);
