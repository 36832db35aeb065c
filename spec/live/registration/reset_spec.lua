-- New passwords for existing accounts, set in-band through a reset invite. What fails: failures_spec.lua.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("a reset", function ()
	local fixture;
	local count = 0;

	-- mod_mimicking refuses each name that looks like one it knows, so that of each account.
	fixture = Fixture.shared(host, { modules = { "mimicking" } }, nil, { "was registered without an invite by an unknown module" });

	-- () → name of a new account that has the password "forgotten", token that resets it
	local function forgetful()
		count = count + 1;
		local username = "romeo"..count;
		fixture:account(username, "forgotten");
		fixture:eval("module:fire_event('user-registered', { username = ..., host = host })", username); -- for mod_mimicking
		return username, fixture:invite("create_account_reset", username);
	end

	it("sets the password, once, for one account, and tells other modules", function ()
		local username, token = forgetful();
		fixture:hook("user-password-reset", [[
			spec.reset = { event.username, event.host, event.validated_invite.token, event.session.validated_invite.token };
		]]);
		fixture:eval([[
			local spec = prosody.spec;
			local function changed(event) spec.changed = event.username; end
			module:hook_global("user-password-changed", changed);
		]]);
		local client, late = fixture:stream(token), fixture:stream(token);
		assert.equal(username, client:registration_form():get_child_text("username"));
		refused("modify/not-acceptable", client:register((forgetful()), "stolen"));
		assert.is_true(client:register(username, "remembered"));
		assert.same({ nil, "not-authorized" }, { fixture.server:client(host):login(username, "forgotten") });
		assert.same({ username, host, token, token }, fixture:eval("return prosody.spec.reset"));
		assert.equal(username, fixture:eval("return prosody.spec.changed"));

		refused("cancel/item-not-found", client:register(username, "again"));
		refused(invalid, late:register(username, "second"));
		refused(invalid, fixture:stream():preauth(token));
		fixture:login(username, "remembered");
	end);

	it("takes the data form as well", function ()
		local username, token = forgetful();
		local client = fixture:stream(token);
		local x = [[<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>jabber:iq:register</value></field>
			<field var='username'><value>%s</value></field><field var='password'><value>remembered</value></field></x></query>]];
		refused("modify/not-acceptable", Client.outcome(client:iq("set", nil, x:format("somebody"))));
		assert.is_true(Client.outcome(client:iq("set", nil, x:format(username:upper()))));
		fixture:login(username, "remembered");
	end);

	it("does not enable a disabled account", function ()
		if fixture.version == "0.12" then return; end -- which knows no disabled accounts
		local username, token = forgetful();
		local client = fixture:stream(token);
		fixture:eval("assert(usermanager.disable_user(..., host))", username);
		client:register(username, "remembered");
		assert.is_false(fixture:eval("return usermanager.user_is_enabled(..., host)", username));
	end);

	it("does not ask those who judge new names", function ()
		local username, token = forgetful();
		fixture:hook("user-registering", "event.allowed = false; return true;", 100);
		fixture:register(username, token, "remembered");
	end);
end);
