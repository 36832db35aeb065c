-- Options with values that are not understood, on a running server: they open nothing. All options and values: spec/fast/invites_config/zoo_spec.lua.

local Fixture = require "spec.live.harness.fixture";
local refused = Fixture.refused;

local host = "verona.example";

-- (fixture, text that check prints) → all that it prints
local function assert_to_do(fixture, text)
	local output, status = fixture.server:ctl("mod_invites", "check", host);
	assert.equal(1, status);
	assert.truthy(output:find(text, 1, true), output);
	return output;
end

describe("an option that is not understood", function ()
	for _, value in ipairs { "yes", {}, true } do
		it(("lets nobody register without encryption or an invite: %s"):format(type(value) == "table" and "{}" or value), function ()
			local fixture = Fixture.new(host, { tls = true; options = {
				registration_invite_only = value; allow_registration = true; c2s_require_encryption = value;
			} }, { "is not understood%. Expected: true or false%. It counts as true", "^Config option 'c2s_" });
			local token, client = fixture:invite("create_account"), fixture:stream();
			for _, xmlns in ipairs { "urn:xmpp:ibr-token:0", "urn:xmpp:invite" } do assert.is_nil(client.features:get_child("register", xmlns)); end
			refused("cancel/service-unavailable", client:preauth(token));
			refused("modify/policy-violation", client:register("mallory", "secret"));
			client:starttls();
			for _, xmlns in ipairs { "urn:xmpp:ibr-token:0", "urn:xmpp:invite" } do assert.truthy(client.features:get_child("register", xmlns)); end
			refused(Fixture.not_invited, client:register("mallory", "secret"));
			assert.is_true(client:preauth(token));
			assert.is_true(client:register("romeo", "secret"));
			for _, name in ipairs { "registration_invite_only", "c2s_require_encryption" } do
				if value == true then break; end
				assert.equal(1, select(2, fixture.server:log():gsub("\terror\t"..name.."[^\n]* is not understood", "")));
				local output = assert_to_do(fixture, "TO DO  Options: "..name.." = ");
				assert.truthy(output:find("Expected: true or false. It counts as true", 1, true), output);
			end
			fixture:stop();
		end);
	end

	it("lets nobody register: allow_registration", function ()
		local options = { registration_invite_only = false; allow_registration = "yes" };
		local fixture = Fixture.new(host, { modules = { "register_ibr" }; options = options }, { "^allow_registration = .* is not understood" });
		refused(Fixture.not_invited, fixture:stream():register("mallory", "secret"));
		assert.is_false(fixture:account_exists("mallory"));
		assert.equal(1, select(2, fixture.server:log():gsub("\terror\tallow_registration[^\n]* is not understood", "")));
		fixture:stop();
	end);

	it("gives users nothing: quotas, uses and lifetimes", function ()
		local fixture = Fixture.new(host, { options = {
			allow_user_invites = true; invites_per_user = "ten"; invites_per_day = "x"; invites_most_uses = "x"; invites_longest_expiry = {};
		} }, { "is not understood" });
		fixture:account("romeo");
		for code, fields in pairs { ["quota-pending"] = {}; ["uses-too-many"] = { uses = 1000 }; ["ttl-too-long"] = { ttl = 30 * 86400 } } do
			assert.same({ nil, code }, { fixture:own("romeo", fields) });
		end
		fixture:stop();
	end);

	it("closes the gate where it is the database, in one line without its password", function ()
		local fixture = Fixture.new(host, { options = { invites_database = "mysql://me:sesame@host/db" } }, { "invites_database", "stack traceback:" });
		fixture:secret "sesame";
		refused("wait/internal-server-error", fixture:stream():register("romeo", "secret"));
		assert.equal(1, select(2, fixture.server:log():gsub("\terror\tinvites_database[^\n]* is not understood", "")));
		assert.is_nil(assert_to_do(fixture, "TO DO  Options: invites_database is not understood"):find("sesame", 1, true));
		fixture:stop();
	end);
end);

describe("allow_registration", function ()
	it("is needed by nothing, and check says so", function ()
		local options = { invites_page = "https://verona.example/{invite.token}"; c2s_require_encryption = true };
		local fixture = Fixture.new(host, { tls = true; options = options });
		local output = fixture.server:ctl("mod_invites", "check", host);
		assert.truthy(output:find("ok     Registration: for holders of an invite alone", 1, true), output);
		options.allow_registration = true;
		fixture.server:restart();
		assert_to_do(fixture, "TO DO  Registration: remove allow_registration = true");
		fixture:stop();
	end);
end);
