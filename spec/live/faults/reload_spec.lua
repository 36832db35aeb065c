-- Modules that are reloaded, unloaded and loaded again while streams hold invites.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("a stream that has shown an invite", function ()
	local fixture = Fixture.shared(host, { modules = { "register" } });

	-- (verb of modulemanager, modules...)
	local function manage(verb, ...)
		for _, name in ipairs { ... } do
			fixture:eval("local verb, name = ...; assert(modulemanager[verb](host, name))", verb, name);
		end
	end

	local sets = { { "invites" }, { "invites_register" }, { "invites", "invites_register" }, { "invites_register", "invites" }, { "register_ibr" } };
	for n, modules in ipairs(sets) do
		local what = table.concat(modules, " and ");

		it("registers after a reload of "..what, function ()
			local token = fixture:invite("create_account", "juliet"..n);
			local client, other = fixture:stream(token), fixture:stream(token);
			manage("reload", table.unpack(modules));
			assert.equal("juliet"..n, client:registration_form():get_child_text("username"));
			refused("modify/not-acceptable", client:register("mallory", "secret"));
			assert.is_true(client:register("juliet"..n, "secret"));
			refused(invalid, other:register("juliet"..n, "secret"));
			assert.is_false(fixture:usable(token));
		end);

		it("resets a password, and is refused if the invite was revoked, after a reload of "..what, function ()
			fixture:account("romeo"..n);
			local token, revoked = fixture:invite("create_account_reset", "romeo"..n), fixture:invite("create_account");
			local client, other = fixture:stream(token), fixture:stream(revoked);
			manage("reload", table.unpack(modules));
			assert.is_true(client:register("romeo"..n, "remembered"));
			fixture:login("romeo"..n, "remembered"):close();
			fixture.server:invites(host, "delete_account_invite", revoked);
			refused(invalid, other:register("rosaline", "secret"));
		end);

		it("registers if "..what.." is reloaded in the middle", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			local id = fixture:register_slowly(client, "paris"..n);
			manage("reload", table.unpack(modules));
			assert.is_true(Client.outcome(client:reply(id)));
			assert.is_truthy(fixture.server:wait_until(function () return not fixture:usable(token); end, 2));
		end);
	end

	it("is offered registration once, after all those reloads", function ()
		local features = {};
		for _, feature in ipairs(fixture:stream().features.tags) do
			local name = feature.name.." "..feature.attr.xmlns;
			features[name] = (features[name] or 0) + 1;
		end
		assert.same({ 1, 1, 1 }, {
			features["register urn:xmpp:invite"], features["register urn:xmpp:ibr-token:0"], features["register http://jabber.org/features/iq-register"];
		});
	end);

	it("is refused while mod_invites is gone, and registers when it is back", function ()
		local token = fixture:invite("create_account");
		local client, without = fixture:stream(token), fixture:stream();
		manage("unload", "invites");
		refused("wait/internal-server-error", client:register("nurse", "secret"));
		refused("wait/internal-server-error", without:register("mallory", "secret"));
		refused("wait/internal-server-error", without:preauth(token));
		manage("load", "invites");
		assert.is_true(client:register("nurse", "secret"));
		assert.is_false(fixture:usable(token));
	end);
end);
