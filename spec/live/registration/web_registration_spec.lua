-- A host whose accounts are managed elsewhere: nobody can register there, clients and pages say so, and no invite is used.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local elsewhere = { type = "cancel", condition = "not-allowed", text = "Accounts of this server are managed elsewhere" };

describe("where accounts are managed elsewhere,", function ()
	local server, fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "register_apps", "invites_register_web" }; hosts = { host };
		options = { authentication = "spec_elsewhere" };
	}, function (...)
		server, http = ...;
	end);

	local function is_pending(token)
		return server:invites(host, "info", token).state == "pending";
	end

	it("registration by invite is not offered", function ()
		local client = fixture:stream();
		for _, xmlns in ipairs { "urn:xmpp:invite", "urn:xmpp:ibr-token:0" } do
			assert.is_nil(client.features:get_child("register", xmlns));
		end
	end);

	it("a client is told so for good", function ()
		local token = fixture:invite "create_account";
		local holder = fixture:stream(token);
		for _ = 1, 2 do Fixture.refused(elsewhere, holder:register("romeo", "secret")); end
		holder:close();
		assert.is_true(is_pending(token));
	end);

	it("a client is told so of a new password", function ()
		local token = fixture:invite("create_account_reset", "juliet");
		local holder = fixture:stream(token);
		Fixture.refused(elsewhere, holder:register("juliet", "better"));
		holder:close();
		assert.is_true(is_pending(token));
	end);

	it("the web form says so", function ()
		for _, token in ipairs { fixture:invite "create_account", fixture:invite("create_account_reset", "juliet") } do
			local answer = http:ask { path = "/register?t="..token };
			assert.equal(403, answer.status);
			assert.is_nil(answer.headers["retry-after"]);
			assert.truthy(answer.body:find("managed elsewhere", 1, true));
			assert.is_true(is_pending(token));
		end
	end);

	it("the log has no error", function ()
		assert.is_nil(server:log():find("%serror%s"));
	end);
end);
