-- New passwords for existing accounts, set in-band through a reset invite.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("a reset", function ()
	local fixture;
	local count = 0;

	fixture = Fixture.shared(host, { modules = { "mimicking" } }, function ()
		-- mod_mimicking refuses each name that looks like one it knows, so that of each account.
	end, { "Traceback[^\n]*star%-crossed", "^\tstack traceback:$", "star%-crossed" });

	-- () → name of a new account that has the password "forgotten", token that resets it
	local function forgetful()
		count = count + 1;
		local username = "romeo"..count;
		fixture:account(username, "forgotten");
		fixture:eval("module:fire_event('user-registered', { username = ..., host = host })", username); -- for mod_mimicking
		return username, fixture:invite("create_account_reset", username);
	end

	local function has_password(username, password)
		return fixture:eval("local name, password = ...; return not not usermanager.test_password(name, host, password)", username, password);
	end

	it("sets the password, once, and tells other modules", function ()
		local username, token = forgetful();
		fixture:hook("user-password-reset", [[
			spec.reset = { event.username, event.host, event.validated_invite.token, event.session.validated_invite.token };
		]]);
		fixture:eval([[
			local spec = prosody.spec;
			local function changed(event) spec.changed = event.username; end
			module:hook_global("user-password-changed", changed);
		]]);
		local client = fixture:stream(token);
		assert.is_true(client:register(username, "remembered"));
		fixture:login(username, "remembered"):close();
		assert.is_false(has_password(username, "forgotten"));
		assert.same({ username, host, token, token }, fixture:eval("return prosody.spec.reset"));
		assert.equal(username, fixture:eval("return prosody.spec.changed"));

		refused("cancel/item-not-found", client:register(username, "again"));
		assert.is_true(has_password(username, "remembered"));
		refused(invalid, fixture:stream():preauth(token));
	end);

	it("shows whose password it sets", function ()
		local username, token = forgetful();
		local client = fixture:stream(token);
		assert.equal(username, client:registration_form():get_child_text("username"));
	end);

	it("takes the data form as well", function ()
		local username, token = forgetful();
		local client = fixture:stream(token);
		local x = [[<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>
			<field var='FORM_TYPE'><value>jabber:iq:register</value></field>
			<field var='username'><value>%s</value></field><field var='password'><value>remembered</value></field></x></query>]];
		refused("modify/not-acceptable", Client.outcome(client:iq("set", nil, x:format("somebody"))));
		assert.is_true(Client.outcome(client:iq("set", nil, x:format(username:upper()))));
		assert.is_true(has_password(username, "remembered"));
	end);

	it("is for one account", function ()
		local username, token = forgetful();
		local other = forgetful();
		local client = fixture:stream(token);
		refused("modify/not-acceptable", client:register(other, "stolen"));
		assert.is_false(has_password(other, "stolen"));
		assert.is_true(client:register(username, "remembered"));
	end);

	it("on two streams works on one", function ()
		local username, token = forgetful();
		local one, two = fixture:stream(token), fixture:stream(token);
		assert.is_true(one:register(username, "first"));
		refused(invalid, two:register(username, "second"));
		assert.is_true(has_password(username, "first"));
	end);

	it("never makes an account", function ()
		local username, token = forgetful();
		local client = fixture:stream(token);
		fixture:eval("assert(usermanager.delete_user(..., host))", username);
		assert.is_nil((client:register(username, "risen")));
		assert.is_false(fixture:account_exists(username));
		refused(invalid, fixture:stream():preauth(token));
		assert.is_nil((client:register("lazarus", "risen")));
		assert.is_false(fixture:account_exists("lazarus"));
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

	describe("leaves the invite as good as before", function ()
		local username, token, client;
		before_each(function ()
			username, token = forgetful();
			client = fixture:stream(token);
		end);

		after_each(function ()
			assert.is_true(has_password(username, "forgotten"));
			assert.is_true(fixture:usable(token));
			fixture:undo();
			assert.is_true(client:register(username, "remembered"));
			assert.is_false(fixture:usable(token));
		end);

		it("when the password cannot be used", function ()
			refused("modify/not-acceptable", client:register(username, ""));
			refused("modify/not-acceptable", client:register(username, "\127"));
			refused("modify/not-acceptable", client:register(username, "a\238\128\128"));
		end);

		it("when the name is none", function ()
			refused("modify/jid-malformed", client:register("", "remembered"));
			refused("modify/jid-malformed", client:register("a b", "remembered"));
			refused("modify/jid-malformed", Client.outcome(client:iq("set", nil, "<query xmlns='jabber:iq:register'/>")));
			refused("auth/registration-required", Client.outcome(client:iq("set", nil, "<query xmlns='jabber:iq:register'><remove/></query>")));
		end);

		it("when another module refuses the password", function ()
			fixture:hook("stanza/iq/jabber:iq:register:query", [[
				event.origin.send(require "util.stanza".error_reply(event.stanza, "modify", "policy-violation", "too short"));
				return true;
			]], 10);
			refused("modify/policy-violation", client:register(username, "x"));
		end);

		it("when the password cannot be stored", function ()
			fixture:replace("prosody.hosts[host].users", "set_password", "return nil, 'read-only'");
			refused("wait/internal-server-error", client:register(username, "remembered"));
		end);

		it("when the provider fails", function ()
			fixture:replace("prosody.hosts[host].users", "set_password", "error('star-crossed')");
			client:request("set", nil, Client.xml.register(username, "remembered"));
			assert.is_truthy(fixture.server:wait_log("Traceback[^\n]*star%-crossed"));
		end);
	end);

	it("by other ways than streams counts as well", function ()
		local username, token = forgetful();
		local allowed, allow_reset, other = fixture:eval([[
			local username, token = ...;
			local validated = invites.get(token);
			local event = { username = "mallory", host = host, allowed = true, validated_invite = validated };
			module:fire_event("user-registering", event);
			local other = event.allowed;
			event = { username = username, host = host, allowed = true, validated_invite = validated };
			module:unhook("user-registering", function () end);
			local mimicking = require "core.modulemanager".unload(host, "mimicking");
			module:fire_event("user-registering", event);
			if mimicking then require "core.modulemanager".load(host, "mimicking"); end
			assert(usermanager.set_password(username, "remembered", host));
			module:fire_event("user-password-reset", event);
			return event.allowed, event.allow_reset, other;
		]], username, token);
		assert.same({ true, username, false }, { allowed, allow_reset, other });
		assert.is_false(fixture:usable(token));
	end);

	it("that others announce with a mere name does no harm", function ()
		fixture:eval("module:fire_event('user-password-reset', 'romeo'); module:fire_event('user-password-reset')");
	end);

	it("leaves no error in the log but those that were asked for", function ()
		for line in fixture.server:log():gmatch("[^\n]+") do
			local wanted = not line:find("\terror\t", 1, true) or line:find("star-crossed", 1, true) or line:find("read-only", 1, true)
				or line:find("was registered without an invite by an unknown module", 1, true);
			assert.is_truthy(wanted, line);
		end
	end);
end);
