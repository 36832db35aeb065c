-- Version 1 of the HTTP API: portals, which register accounts and set passwords with a token.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

local defaults = { modules = { "invites_register"; "invites_api" }; users = { "juliet" }; global = api.defaults.global };

Fixture.describe("a portal at /invites_api/v1", defaults, function (fixture)
	local host = fixture.host;
	local invites, key;

	local function start(options)
		fixture:start(options);
		invites = fixture:module "invites";
		key = assert(invites.http.add_key { scopes = { "register" } });
	end

	local function call(path, body, more) return api.v1(host, key, "POST "..path, body, more); end

	local function refused(answer, status, code, field)
		assert.same({ status; code; field }, { answer.status; answer.json and answer.json.code; answer.json and answer.json.field });
		return answer;
	end

	it("looks whether a token is good, and changes nothing", function ()
		start();
		local invite = invites.make { kind = "account"; username = "benno"; inviter = "juliet" };
		for _ = 1, 2 do
			local answer = call("/check", { token = invite.landing_page or invite.uri });
			assert.same({ 200; true; "account"; "benno"; "juliet"; invite.expires },
				{ answer.status; answer.json.valid; answer.json.kind; answer.json.username; answer.json.inviter; answer.json.expires });
		end
		invites.revoke(invite.token);
		assert.same({ valid = false; code = "token-revoked" }, call("/check", { token = invite.token }).json);
		assert.same({ valid = false; code = "token-invalid" }, call("/check", { token = "nonsense" }).json);
	end);

	it("registers one account with one invite", function ()
		start();
		local invite = invites.create_account();
		local answer = call("/register", { token = invite.token; username = "Benno"; password = "correct horse" });
		assert.same({ 201; { username = "benno"; jid = "benno@"..host } }, { answer.status; answer.json });
		assert.is_true(fixture:has_password("benno", "correct horse"));
		refused(call("/register", { token = invite.token; username = "paris"; password = "correct horse" }), 422, "token-used");
		assert.is_false(fixture:user_exists "paris");
	end);

	it("has the rules of the form for names and passwords", function ()
		start { invites_password_min_length = 10 };
		local token = invites.create_account().token;
		refused(call("/register", { token = token; username = "juliet"; password = "correct horse" }), 409, "account-exists");
		refused(call("/register", { token = token; username = "a b"; password = "correct horse" }), 422, "username-invalid", "username");
		refused(call("/register", { token = token; password = "correct horse" }), 422, "username-invalid", "username");
		local short = refused(call("/register", { token = token; username = "benno"; password = "short" }), 422, "password-invalid", "password");
		assert.truthy(short.json.detail:find("10", 1, true), short.json.detail);
		refused(call("/register", { token = invites.create_account("paris").token; username = "benno"; password = "correct horse" }),
			403, "username-mismatch", "username");
		refused(call("/register", { token = invites.create_contact("juliet").token; username = "benno"; password = "correct horse" }),
			422, "token-not-for-registration");
		assert.equal("pending", invites.info(token).state);
	end);

	it("sets a password with a reset, and nothing else with it", function ()
		start();
		local invite = invites.create_account_reset("juliet");
		refused(call("/register", { token = invite.token; username = "juliet"; password = "correct horse" }), 422, "token-not-for-registration");
		refused(call("/reset", { token = invites.create_account().token; password = "correct horse" }), 422, "token-not-for-registration");
		assert.equal(200, call("/reset", { token = invite.token; password = "correct horse" }).status);
		assert.is_true(fixture:has_password("juliet", "correct horse"));
		refused(call("/reset", { token = invite.token; password = "correct horse 2" }), 422, "token-used");
	end);

	it("has the brake of the form", function ()
		start();
		local answer;
		for i = 1, 21 do
			answer = call("/register", { token = ("%024d"):format(i); username = "benno"; password = "correct horse" },
				{ ip = "192.0.2.7"; secure = true });
		end
		refused(answer, 429, "throttled");
	end);

	it("registers nobody where no invites do", function ()
		fixture:start(nil, { modules = { "invites_api" } });
		invites = fixture:module "invites";
		require "core.modulemanager".unload(host, "invites_register");
		key = assert(invites.http.add_key { scopes = { "register" } });
		refused(call("/register", { token = invites.create_account().token; username = "benno"; password = "correct horse" }), 403, "unavailable");
	end);
end);
