-- kill -9 at each point of a registration: afterwards each account has used an invite exactly once, and no invite is lost.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

local is_old = paths.version == "0.12";
-- Passwords are hashed as rarely as each version accepts it: the specs are not about that.
local cheap = { default_iteration_count = is_old and 100 or 4096 };

-- For code inside the server.
local die = "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9); ";

-- (code of a condition on n, the number of the write) makes the server die before a write of its storage for which that holds
local function die_at_write(fixture, condition)
	fixture:replace("storagemanager.olddm", "store", ([[
		spec.writes = (spec.writes or 0) + 1;
		local n = spec.writes;
		if %s then %s end
		return old(...);
	]]):format(condition, die));
end

-- (fixture, client, username, password) registers → has the server survived it?
local function survives(fixture, client, username, password)
	client:request("set", nil, Client.xml.register(username, password));
	local answer = client:reply("c"..client.ids);
	client:drop();
	if not pcall(fixture.eval, fixture, "") then return false; end
	assert.equal("result", answer.attr.type);
	return true;
end

-- The next start after a death.
local function rise(fixture)
	assert.same({ "signal", 9 }, { fixture.server:reap() });
	fixture.server:start();
end

-- (fixture, token, username, password) asserts that there is either a complete account and a used invite, or neither of the two and nothing in the
-- way of another attempt, by anybody
local function assert_one_or_none(fixture, token, username, password)
	local client = fixture.server:client(host);
	if fixture:account_exists(username) then
		refused(invalid, client:preauth(token));
		fixture:login(username, password):close();
		return true;
	end
	assert.is_true(client:preauth(token));
	local other = fixture:invite("create_account");
	assert.is_true(fixture:stream(other):register(username, "other"));
	fixture:login(username, "other"):close();
	assert.is_true(client:register(username.."-again", password));
	refused(invalid, fixture.server:client(host):preauth(token));
	client:close();
	return false;
end

for _, provider in ipairs { "internal_hashed", "internal_plain" } do
	describe("a death while an account is made, with authentication "..provider, function ()
		local fixture = Fixture.shared(host, { options = {
			authentication = provider, default_iteration_count = cheap.default_iteration_count;
		} }, function (server) Fixture.on(server, host):account("nurse"); end);

		it("leaves a used invite or none, before each of its writes", function ()
			local writes = 0;
			repeat
				writes = writes + 1;
				local token = fixture:invite("create_account");
				local client = fixture:stream(token);
				die_at_write(fixture, "n == "..writes);
				local done = survives(fixture, client, "romeo"..writes, "secret");
				if not done then
					rise(fixture);
					assert_one_or_none(fixture, token, "romeo"..writes, "secret");
				end
			until done;
			fixture:undo();
			-- The account and its details; on 13.0 first the account alone, then its password, that it is enabled, and its details.
			assert.is_true(writes > (is_old and 2 or 3), writes);
		end);

		it("leaves a used invite and all that it promises, if only the invite had to be redeemed", function ()
			local token = fixture:invite("create_contact", "nurse", true, { roles = is_old and { admin = true } or { "prosody:admin" } });
			local client = fixture:stream(token);
			fixture:hook("user-registered", die, 2000);
			assert.is_false(survives(fixture, client, "juliet", "secret"));
			rise(fixture);
			assert.is_truthy(fixture.server:wait_log("Unfinished registrations: 1 had made an account, 0 had not"));
			assert.is_true(assert_one_or_none(fixture, token, "juliet", "secret"));
			fixture:followed_up();
			assert.equal("both", fixture:login("juliet"):roster()["nurse@"..host].subscription);
			assert.is_true(fixture:eval(is_old and "return usermanager.get_roles('juliet@'..host, host).admin == true"
				or "return usermanager.get_user_role('juliet', host).name == 'prosody:admin'"));
		end);

		it("leaves a name that was reserved to the one it was reserved for", function ()
			local token = fixture:invite("create_account", "viola");
			local client = fixture:stream(token);
			die_at_write(fixture, "n == "..(is_old and 1 or 2));
			assert.is_false(survives(fixture, client, "viola", "secret"));
			rise(fixture);
			refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("viola", "secret"));
			fixture:register("viola", token);
			fixture:login("viola"):close();
		end);
	end);
end

describe("a death", function ()
	local fixture = Fixture.shared(host, { options = cheap }, nil, { "accounts storage", "Could not read the account mercutio" });

	it("while a password is reset leaves a reset that works", function ()
		fixture:account("romeo", "forgotten");
		local token = fixture:invite("create_account_reset", "romeo");
		local client = fixture:stream(token);
		die_at_write(fixture, "n == 1");
		assert.is_false(survives(fixture, client, "romeo", "remembered"));
		rise(fixture);
		fixture:login("romeo", "forgotten"):close();
		assert.is_true(fixture:stream(token):register("romeo", "remembered"));
		refused(invalid, fixture:stream():preauth(token));
		fixture:login("romeo", "remembered"):close();
	end);

	it("just after an invite was made, or revoked, leaves it so", function ()
		local kept, revoked = fixture:invite("create_account"), fixture:invite("create_account");
		fixture.server:invites(host, "delete_account_invite", revoked);
		fixture.server:kill();
		fixture.server:start();
		assert.is_true(fixture:usable(kept));
		assert.is_false(fixture:usable(revoked));
	end);

	it("leaves the claim open while nobody can say whether there is an account, and no longer", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		fixture:hook("user-registered", die, 2000);
		assert.is_false(survives(fixture, client, "mercutio", "secret"));
		local file = ("'%s'/*/accounts/mercutio.dat"):format(fixture.server.data);
		assert(os.execute("chmod 000 "..file));
		rise(fixture);
		assert.equal("claimed", fixture:eval("return invites.get_account_invite_info(...).state", token));
		local other = fixture:stream(token); -- which may present it: the use may come free again
		refused("wait/resource-constraint", other:register("benvolio", "secret"));
		assert.is_false(fixture:account_exists("benvolio"));
		assert.is_truthy(fixture.server:log():find("Could not read the account mercutio", 1, true));

		assert(os.execute("chmod 600 "..file));
		refused(invalid, other:register("benvolio", "secret"));
		assert.is_false(fixture:account_exists("benvolio"));
		fixture:login("mercutio"):close();
	end);

	it("with an account that the invite did not make leaves the invite good", function ()
		if is_old then return; end -- 0.12 does not write down when an account was made
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		die_at_write(fixture, "n == 1");
		assert.is_false(survives(fixture, client, "tybalt", "secret"));
		assert.same({ "signal", 9 }, { fixture.server:reap() });
		fixture.server.settings.without = { "invites", "invites_register" };
		fixture.server:start();
		fixture:account("tybalt");
		fixture:eval([[ -- An hour ago, as its admin's clock was then.
			local store = module:open_store("accounts");
			local account = store:get("tybalt");
			account.created, account.updated = account.created - 3600, account.updated - 3600;
			assert(store:set("tybalt", account));
		]]);
		fixture.server:restart { without = false };
		assert.is_true(fixture:usable(token));
		fixture:login("tybalt"):close();
		fixture:register("petruchio", token);
	end);
end);
