-- Registrations that fail: the invite stays usable, unless an account was created.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local invalid, refused = Fixture.invalid, Fixture.refused;

describe("a registration that fails", function ()
	local fixture;

	fixture = Fixture.shared(host, { modules = { "register" } }, nil, { "Traceback%[c2s%]: change:1: ", "^\tstack traceback:$" });

	describe("leaves the invite as good as before", function ()
		-- (token of an invite that a stream has failed to register with, that stream)
		local function assert_as_good(token, client, username)
			assert.is_false(fixture:account_exists(username));
			assert.is_true(fixture:usable(token));
			fixture:undo();
			assert.is_true(client:register(username, "secret"));
			assert.is_false(fixture:usable(token));
			fixture:login(username):close();
			client:close();
		end

		it("when the name is taken", function ()
			fixture:account("taken");
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			refused({ type = "cancel", condition = "conflict", text = "The requested username already exists." }, client:register("taken", "x"));
			refused("cancel/conflict", client:register("TAKEN", "x"));
			assert_as_good(token, client, "not-taken");
			fixture:login("taken"):close();
		end);

		it("when another stream tries it first and fails", function ()
			local token = fixture:invite("create_account");
			local one, other = fixture:stream(token), fixture:stream(token);
			fixture:hook("user-registering", "event.allowed = false");
			refused("modify/not-acceptable", one:register("other", "secret"));
			assert_as_good(token, other, "other");
		end);

		it("when another module refuses", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:hook("user-registering", "event.allowed, event.reason = false, 'I bite my thumb at you'; return true", -1000);
			refused({ type = "modify", condition = "not-acceptable", text = "I bite my thumb at you" }, client:register("sampson", "secret"));
			assert_as_good(token, client, "sampson");
		end);

		it("when the form is incomplete or wrong", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			refused("modify/not-acceptable", client:register("gregory", ""));
			refused("modify/not-acceptable", client:register("", "secret"));
			refused("modify/not-acceptable", client:register("a b", "secret"));
			refused("auth/registration-required", Client.outcome(client:iq("set", nil, "<query xmlns='jabber:iq:register'><remove/></query>")));
			assert_as_good(token, client, "gregory");
		end);

		it("when the password cannot be used", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			for _, password in ipairs { "\127", "a\238\128\128", "\239\191\189" } do -- DEL, private use, replacement character
				refused("modify/not-acceptable", client:register("abram", password));
			end
			assert_as_good(token, client, "abram");
		end);

		it("when the last write fails, and the account is taken back", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:replace("storagemanager.olddm", "store", [[
				if select(3, ...) == "account_details" and select(4, ...) then return nil, "disk full"; end
				return old(...);
			]]);
			refused("wait/internal-server-error", client:register("balthasar", "secret"));
			assert_as_good(token, client, "balthasar");
		end);

		it("when any write of the account fails", function ()
			for n = 1, 3 do -- one on 0.12; on 13.0 the account, its password, that it is enabled
				local token = fixture:invite("create_account");
				local client = fixture:stream(token);
							fixture:replace("storagemanager.olddm", "store", ([[
					if select(3, ...) == "accounts" and select(4, ...) then
						spec.writes = (spec.writes or 0) + 1;
						if spec.writes == %d then return nil, "disk full"; end
					end
					return old(...);
				]]):format(n));
				local ok, err = client:register("peter"..n, "secret");
				if ok then
					assert.equal("0.12", fixture.version);
					break;
				end
				refused("cancel/feature-not-implemented", ok, err);
				assert_as_good(token, client, "peter"..n);
			end
		end);

		it("when a module fails before the account is made", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:hook("user-registering", "error('a plague on both your houses')", -1000);
			client:request("set", nil, Client.xml.register("friar", "secret"));
			assert.is_truthy(fixture.server:wait_log("Traceback[^\n]*plague on both"));
			assert_as_good(token, client, "friar");
		end);

		it("when the provider fails", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:replace("prosody.hosts[host].users", "create_user", "error('poison, I see')");
			client:request("set", nil, Client.xml.register("mercutio", "secret"));
			assert.is_truthy(fixture.server:wait_log("Traceback[^\n]*poison, I see"));
			assert_as_good(token, client, "mercutio");
		end);
	end);

	describe("counts", function ()
		it("an account whose announcement fails", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:hook("user-registered", "error('these violent delights')", 2000);
			assert.is_true(client:register("tybalt", "secret"));
			assert.is_false(fixture:usable(token));
			fixture:login("tybalt"):close();
		end);

		it("before other modules hear of the account", function ()
			local token = fixture:invite("create_account");
			fixture:hook("user-registered", "spec.seen = event.validated_invite.token", 100);
			local client = fixture:stream(token);
			assert.is_true(client:register("paris", "secret"));
			assert.equal(token, fixture:eval("return prosody.spec.seen"));
		end);

		it("an account that is finished after its stream was lost", function ()
			local token = fixture:invite("create_account");
			local client, other = fixture:stream(token), fixture:stream(token);
			fixture:register_slowly(client, "benvolio");
			local ok, err = other:register("benvolio2", "secret");
			refused("wait/resource-constraint", ok, err);
			client:drop();
			assert.is_truthy(fixture.server:wait_until(function () return fixture:account_exists("benvolio"); end, 2));
			assert.is_truthy(fixture.server:wait_until(function () return not fixture:usable(token); end, 2));
			refused(invalid, other:register("benvolio2", "secret"));
		end);

		it("what modules register by other ways than streams", function ()
			local token = fixture:invite("create_account", "antonio");
			fixture:eval("prosody.spec = { undo = {}; validated = invites.get(...) }", token);
			local function web(username, step)
				return fixture:eval([[
					local username, step = ...;
					local event = { username = username, host = host, ip = "192.0.2.1", allowed = true, validated_invite = prosody.spec.validated };
					module:fire_event(step, event);
					return event.allowed, event.error and event.error.condition;
				]], username, step);
			end
			assert.same({ false, "not-acceptable" }, { web("shylock", "user-registering") });
			assert.is_true((web("antonio", "user-registering")));
			fixture:account("antonio");
			web("antonio", "user-registered");
			assert.is_false(fixture:usable(token));
		end);

		it("accounts for which nobody asked first, with an error in the log", function ()
			local token = fixture:invite("create_account");
			fixture:eval([[
				assert(usermanager.create_user('gobbo', 'secret', host));
				module:fire_event("user-registered", { username = "gobbo", host = host, source = "x", validated_invite = invites.get(...) });
			]], token);
			assert.is_false(fixture:usable(token));
			assert.is_truthy(fixture.server:wait_log("error[^\n]*The invite of gobbo was not claimed"));
		end);
	end);

	it("leaves no error in the log but those that were asked for", function ()
		local expected = { "not claimed", "plague", "poison", "violent", "could not be redeemed", "prosody:admin" };
		for line in fixture.server:log():gmatch("[^\n]+") do
			local wanted = not line:find("\terror\t", 1, true);
			for _, text in ipairs(expected) do wanted = wanted or line:find(text, 1, true); end
			assert.is_truthy(wanted, line);
		end
	end);
end);
