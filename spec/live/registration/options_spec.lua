-- Registration that is open to everybody, or to nobody.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local invalid, refused = Fixture.invalid, Fixture.refused;

local fixture;

describe("open registration", function ()
	fixture = Fixture.shared(host, { options = { registration_invite_only = false, allow_registration = true } });

	it("is for everybody", function ()
		assert.is_true(fixture:stream():register("romeo", "secret"));
		fixture:login("romeo"):close();
	end);

	it("is for a name that nobody has reserved", function ()
		local token = fixture:invite("create_account", "juliet");
		refused("cancel/conflict", fixture:stream():register("JULIET", "secret"));
		fixture:register("juliet", token);
	end);

	it("lets an invite count where one is given", function ()
		local token = fixture:invite("create_account", "nurse");
		local client = fixture:stream(token);
		refused("modify/not-acceptable", client:register("mallory", "secret"));
		assert.is_true(client:register("nurse", "secret"));
		assert.is_false(fixture:usable(token));
	end);

	it("goes on after a refused token", function ()
		local client = fixture:stream();
		refused(invalid, client:preauth("TOKEN"));
		assert.is_true(client:register("peter", "secret"));
	end);
end);

describe("closed registration", function ()
	it("is closed to invites as well, if neither option opens it", function ()
		fixture = Fixture.new(host, { options = { registration_invite_only = false, allow_registration = false } });
		local client = fixture:stream(fixture:invite("create_account"));
		refused("cancel/service-unavailable", client:register("romeo", "secret"));
		fixture:stop();
	end);

	it("on a stream without encryption, where that is required", function ()
		fixture = Fixture.new(host, { tls = true, options = { c2s_require_encryption = true } });
		local token = fixture:invite("create_account");
		local client = fixture:stream();
		assert.is_nil(client.features:get_child("register", "urn:xmpp:ibr-token:0"));
		assert.is_nil(client.features:get_child("register", "urn:xmpp:invite"));
		refused("cancel/service-unavailable", client:preauth(token));
		refused("modify/policy-violation", client:register("romeo", "secret"));
		client:starttls();
		assert.is_truthy(client.features:get_child("register", "urn:xmpp:ibr-token:0"));
		assert.is_truthy(client.features:get_child("register", "urn:xmpp:invite"));
		assert.is_true(client:preauth(token));
		assert.is_true(client:register("romeo", "secret"));
		client:close();
		fixture:stop();
	end);

	it("while mod_invites cannot be loaded; the server runs on", function ()
		for _, invite_only in ipairs { true, false } do
			local made = Server.new {
				hosts = { host }, modules = { "register" }, options = { registration_invite_only = invite_only, allow_registration = not invite_only };
			};
			local plugins = made.directory.."/plugins";
			assert(os.execute(("mkdir -p '%s/mod_invites' && echo \"error('no library')\" > '%s/mod_invites/mod_invites.lua'"):format(plugins, plugins)));
			made.settings.plugin_paths = { plugins, require "spec.support.paths".root.."/lua" };
			fixture = Fixture.on(made:start(), host);
			local client = fixture:stream();
			refused("wait/internal-server-error", client:preauth("TOKEN"));
			refused("wait/internal-server-error", client:register("romeo", "secret"));
			fixture:account("juliet");
			fixture:login("juliet"):close();
			client:close();
			fixture:stop();
		end
	end);
end);
