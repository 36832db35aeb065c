-- Two hosts of one server have nothing to do with each other's invites.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";

local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;

describe("two hosts", function ()
	local server, verona, mantua;

	setup(function ()
		server = Server.start_new { hosts = { "verona.example", "mantua.example" } };
		verona, mantua = Fixture.on(server, "verona.example"), Fixture.on(server, "mantua.example");
	end);

	teardown(function ()
		server:stop();
	end);

	it("accept their own invites", function ()
		local token = verona:invite("create_account");
		refused(invalid, mantua:stream():preauth(token));
		local client = verona:stream(token);
		assert.is_true(client:register("romeo", "secret"));
		assert.is_false(mantua:account_exists("romeo"));
	end);

	it("reserve their own names", function ()
		local token = verona:invite("create_account", "juliet");
		local there = mantua:stream(mantua:invite("create_account"));
		assert.is_true(there:register("juliet", "secret"));
		local here = verona:stream(token);
		assert.is_true(here:register("juliet", "secret"));
	end);

	it("list their own invites", function ()
		local token = verona:invite("create_account");
		local function listed(fixture)
			return fixture:eval("for token in invites.pending_account_invites() do if token == ... then return true; end end return false;", token);
		end
		assert.is_true(listed(verona));
		assert.is_false(listed(mantua));
		assert.is_nil((server:invites("mantua.example", "get_account_invite_info", token)));
		server:invites("mantua.example", "delete_account_invite", token);
		assert.is_true(verona:usable(token));
	end);

	it("are not confused by a stream to one that speaks to the other", function ()
		local function register(to) return "set", to, Client.xml.register("apothecary", "secret"); end
		local token = mantua:invite("create_account");
		local client = verona:stream();
		refused("cancel/service-unavailable", Client.outcome(client:iq("set", "mantua.example", Client.xml.preauth(token))));
		refused(not_invited, Client.outcome(client:iq(register "mantua.example")));
		refused(not_invited, Client.outcome(client:iq(register "verona.example")));

		local here = verona:invite("create_account");
		assert.is_true(client:preauth(here));
		refused(invalid, Client.outcome(client:iq(register "mantua.example")));
		assert.is_false(mantua:account_exists("apothecary"));
		assert.is_true(mantua:usable(token));
		assert.is_true(verona:usable(here));
		assert.is_true(Client.outcome(client:iq(register "verona.example")));
	end);

	it("are not confused by modules either", function ()
		local token = verona:invite("create_account");
		local condition = server:eval("mantua.example", [[
			local verona = require "core.modulemanager".get_module("verona.example", "invites");
			local event = { username = "tybalt", host = host, allowed = true, validated_invite = verona.get(...) };
			module:fire_event("user-registering", event);
			return event.error.condition;
		]], token);
		assert.equal("item-not-found", condition);
		assert.is_true(verona:usable(token));
	end);
end);
