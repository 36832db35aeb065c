-- Options with values that are not understood, on a running server: they open nothing.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local refused = Fixture.refused;

local host = "verona.example";

describe("an option that is not understood", function ()
	local fixture;

	after_each(function ()
		if fixture then fixture:stop(); end
		fixture = nil;
	end);

	-- (options of the server, what Server.new takes besides or nil)
	local function start(options, more)
		local wish = { options = options };
		for key, value in pairs(more or {}) do wish[key] = value; end
		fixture = Fixture.new(host, wish);
	end

	-- (name of an option) → how many lines of the log name it and say that it is not understood
	local function told(name)
		return select(2, fixture.server:log():gsub("\terror\t"..name.."[^\n]* is not understood%. Expected: ", ""));
	end

	local odd = { ["yes"] = "yes"; ["True"] = "True"; ["2"] = 2; ["{}"] = {}; ["a long text"] = ("x"):rep(10000); ["{ false }"] = { false } };

	for name, value in pairs(odd) do
		it("lets nobody register without an invite: registration_invite_only = "..name, function ()
			start({ registration_invite_only = value; allow_registration = true }, {
				modules = { "register_ibr"; "invites_page"; "invites_register_web" }; http = true;
			});
			refused(Fixture.not_invited, fixture:stream():register("mallory", "secret"));
			assert.is_false(fixture:account_exists("mallory"));
			fixture:register("romeo");
			assert.equal(1, told("registration_invite_only"));
			local output, status = fixture.server:ctl("mod_invites", "check", host);
			assert.equal(1, status);
			assert.truthy(output:find("TO DO  Options: registration_invite_only = ", 1, true), output);
			assert.truthy(output:find("Expected: true or false. It counts as true", 1, true), output);
		end);
	end

	it("lets nobody register: allow_registration", function ()
		start({ registration_invite_only = false; allow_registration = "yes" }, { modules = { "register_ibr" } });
		refused(Fixture.not_invited, fixture:stream():register("mallory", "secret"));
		assert.is_false(fixture:account_exists("mallory"));
		assert.equal(1, told("allow_registration"));
	end);

	it("lets nobody register without encryption: c2s_require_encryption", function ()
		for _, options in ipairs { { c2s_require_encryption = "yes" }, { c2s_require_encryption = {} } } do
			options.registration_invite_only, options.allow_registration = false, true;
			start(options, { tls = true });
			local token = fixture:invite("create_account");
			local client = fixture:stream();
			refused("cancel/service-unavailable", client:preauth(token));
			refused("modify/policy-violation", client:register("mallory", "secret"));
			client:starttls();
			assert.is_true(client:preauth(token));
			assert.is_true(client:register("romeo", "secret"));
			client:close();
			fixture:stop();
		end
		fixture = nil;
	end);

	it("gives users nothing: quotas, uses, lifetimes and rights", function ()
		start { allow_user_invites = true; invites_per_user = "ten"; invites_per_day = "x"; invites_most_uses = "x"; invites_longest_expiry = {} };
		fixture:account("romeo");
		local function make(fields)
			return fixture:eval([[
				local spec = { kind = "account"; creator = "romeo"; authority = "user" };
				for key, value in pairs(...) do spec[key] = value; end
				local invite, code = invites.make(spec);
				return invite and invite.token, code;
			]], fields);
		end
		for code, fields in pairs { ["quota-pending"] = {}; ["uses-too-many"] = { uses = 1000 }; ["ttl-too-long"] = { ttl = 30 * 86400 } } do
			local token, reason = make(fields);
			assert.is_nil(token);
			assert.equal(code, reason);
		end
		for _, name in ipairs { "invites_per_user"; "invites_per_day"; "invites_most_uses"; "invites_longest_expiry" } do
			assert.equal(1, told(name), name);
		end
	end);

	it("closes the gate where it is the database, in one line without its password", function ()
		start { invites_database = "mysql://me:sesame@host/db" };
		refused("wait/internal-server-error", fixture.server:client(host):register("romeo", "secret"));
		assert.equal(1, told("invites_database"));
		assert.is_nil(fixture.server:log():find("sesame", 1, true));
		local output, status = fixture.server:ctl("mod_invites", "check", host);
		assert.equal(1, status);
		assert.truthy(output:find("TO DO  Options: invites_database is not understood", 1, true), output);
		assert.is_nil(output:find("sesame", 1, true));
	end);
end);

describe("allow_registration", function ()
	it("is needed by nothing, and check says so", function ()
		local server = Server.start_new { hosts = { host }; http = true; modules = { "invites_page"; "invites_register_web" }; tls = true;
			options = { invites_page = "https://verona.example/{invite.token}"; c2s_require_encryption = true } };
		local output = server:ctl("mod_invites", "check", host);
		assert.truthy(output:find("ok     Registration: for holders of an invite alone", 1, true), output);
		server:restart { options = { allow_registration = true; c2s_require_encryption = true } };
		local status;
		output, status = server:ctl("mod_invites", "check", host);
		assert.equal(1, status);
		assert.truthy(output:find("TO DO  Registration: remove allow_registration = true", 1, true), output);
		server:stop();
	end);
end);
