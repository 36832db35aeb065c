-- kill -9 at every point where it can hurt: afterwards each account stands for exactly one use of an invite, no invite is lost, none works twice.

local socket = require "socket";
local Database = require "spec.live.harness.database";
local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
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

-- (stage, client, username, password) registers → has the server survived it?
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

-- (stage, token, username, password) asserts that there is either a complete account and a used invite, or neither of the two and nothing in the
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
		local fixture;

		setup(function ()
			fixture = Fixture.new(host, { options = { authentication = provider, default_iteration_count = cheap.default_iteration_count } });
		end);

		teardown(function ()
			server_log.assert(fixture.server);
			fixture:stop();
		end);

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

		it("leaves a used invite, if only the invite had to be redeemed", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture:hook("user-registered", die, 2000);
			assert.is_false(survives(fixture, client, "juliet", "secret"));
			rise(fixture);
			assert.is_true(assert_one_or_none(fixture, token, "juliet", "secret"));
			assert.is_truthy(fixture.server:log():find("Unfinished registrations: 1 had made an account, 0 had not", 1, true));
		end);

		it("keeps from the account nothing of what the invite promises", function ()
			fixture:account("nurse");
			local role = is_old and { admin = true } or { "prosody:admin" };
			local invite = fixture.server:invites(host, "create_contact", "nurse", true, { roles = role });
			local client = fixture:stream(invite.token);
			fixture:hook("user-registered", die, 2000);
			assert.is_false(survives(fixture, client, "rosaline", "secret"));
			rise(fixture);
			assert.is_truthy(fixture.server:wait_log("Unfinished registrations: 1 had made an account"));
			client = fixture:login("rosaline");
			assert.equal("both", client:roster()["nurse@"..host].subscription);
			client:close();
			assert.is_true(fixture:eval(is_old and "return usermanager.get_roles('rosaline@'..host, host).admin == true"
				or "return usermanager.get_user_role('rosaline', host).name == 'prosody:admin'"));
		end);

		it("leaves a name that was reserved to the one it was reserved for", function ()
			local token = fixture:invite("create_account", "viola");
			local client = fixture:stream(token);
			die_at_write(fixture, "n == "..(is_old and 1 or 2));
			assert.is_false(survives(fixture, client, "viola", "secret"));
			rise(fixture);
			refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("viola", "secret"));
			assert.is_true(fixture:stream(token):register("viola", "secret"));
			fixture:login("viola"):close();
		end);

		it("does not keep the invite for ever from who is there at once", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			die_at_write(fixture, "n == 1");
			assert.is_false(survives(fixture, client, "sebastian", "secret"));
			rise(fixture);
			assert.is_true(fixture:stream(token):register("sebastian", "secret"));
		end);
	end);
end

describe("a death", function ()
	local fixture;

	fixture = Fixture.shared(host, { options = cheap });

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
		local mark = server_log.mark(fixture.server);
		assert.equal("claimed", fixture:eval("return invites.get_account_invite_info(...).state", token));
		local other = fixture:stream(token); -- which may present it: the use may come free again
		refused("wait/resource-constraint", other:register("benvolio", "secret"));
		assert.is_false(fixture:account_exists("benvolio"));
		assert.is_truthy(fixture.server:log():find("Could not read the account mercutio", 1, true));

		assert(os.execute("chmod 600 "..file));
		refused(invalid, other:register("benvolio", "secret"));
		assert.is_false(fixture:account_exists("benvolio"));
		fixture:login("mercutio"):close();
		for _, text in ipairs(server_log.errors(fixture.server, mark)) do assert.is_truthy(text:find("accounts storage"), text); end
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
		assert.is_true(fixture:stream(token):register("petruchio", "secret"));
	end);
end);

-- Many clients register at once through invites of all kinds, the server is killed in the middle of it and started again, and so on; what
-- is left over is tried again by others in each round. Then everything is counted.
-- (rounds)
local function storm(rounds)
	local singles_per_round, shared_uses = 8, 5;
	local fixture = Fixture.new(host, { options = cheap });
	local server = fixture.server;
	local database = Database.of(server);
	local singles, shared, reusable = {}, {}, fixture:invite("create_group", { "montague" }, nil, 86400);
	local clients_made = 0;
	local promised = {}; -- usernames of which the client was told that they are registered

	-- (list of tokens) presents each on a stream of its own and asks for an account, all at once and without waiting for any answer
	-- → table username → client
	local function rush(tokens)
		local clients, requests = {}, {};
		for i in ipairs(tokens) do clients[i] = server:client(host); end
		for i, token in ipairs(tokens) do
			clients_made = clients_made + 1;
			local username = ("user%d"):format(clients_made);
			requests[username] = clients[i];
			clients[i]:send(("<iq type='set' id='p'>%s</iq><iq type='set' id='r'>%s</iq>"):format(
				Client.xml.preauth(token), Client.xml.register(username, "secret")));
		end
		return requests;
	end

	for _ = 1, rounds do
		for _ = 1, singles_per_round do table.insert(singles, fixture:invite("create_account")); end
		local several = fixture:invite("create_account");
		database:run("UPDATE invites SET max_uses = ? WHERE token = ?", shared_uses, several);
		table.insert(shared, several);

		-- The newest singles and some older ones, each by two; those for several and for any number, by more than they allow.
		local wanted = { several, several, several, several, several, several, several, reusable, reusable, reusable, shared[math.random(#shared)] };
		for i = 1, singles_per_round do
			table.insert(wanted, singles[#singles + 1 - i]);
			table.insert(wanted, singles[#singles + 1 - i]);
			table.insert(wanted, singles[math.random(#singles)]);
		end
		for i = #wanted, 2, -1 do
			local j = math.random(i);
			wanted[i], wanted[j] = wanted[j], wanted[i];
		end

		local clients = rush(wanted);
		socket.sleep(math.random() * 0.1);
		server:kill();
		for username, client in pairs(clients) do
			local answer = client:reply("r", 1);
			if answer and answer.attr.type == "result" then table.insert(promised, username); end
			client:drop();
		end
		server:start();
	end

	-- Every account, whether it can be used, and its invite.
	local accounts = fixture:eval([[
		local accounts = {};
		for username in usermanager.users(host) do
			local enabled = not usermanager.user_is_enabled or usermanager.user_is_enabled(username, host);
			accounts[username] = enabled and usermanager.test_password(username, host, "secret") and true or false;
		end
		return accounts;
	]]);
	local redeemed, uses = {}, {};
	for _, row in ipairs(database:rows("SELECT r.username, i.token FROM invite_redemptions r JOIN invites i ON i.id = r.invite")) do
		assert.is_nil(redeemed[row.username], row.username.." counts twice");
		redeemed[row.username] = true;
		uses[row.token] = (uses[row.token] or 0) + 1;
	end
	local made = 0;
	for username, complete in pairs(accounts) do
		made = made + 1;
		assert.is_true(complete, username.." is incomplete");
		assert.is_true(redeemed[username], username.." has no invite");
	end
	for username in pairs(redeemed) do assert.is_true(accounts[username], username.." is counted and not there"); end
	for _, username in ipairs(promised) do assert.is_true(accounts[username], username.." was told that it is registered"); end
	assert.is_true(made > 0);

	-- What the invites say themselves, and what they are still good for.
	assert.equal(0, database:number("SELECT COUNT(*) AS n FROM invite_names WHERE presentation IS NOT NULL"));
	for _, row in ipairs(database:rows("SELECT token, uses, max_uses FROM invites")) do
		assert.equal(uses[row.token] or 0, row.uses);
		assert.is_true(not row.max_uses or row.uses <= row.max_uses);
	end
	local function assert_left(token, limit)
		local used = uses[token] or 0;
		for _ = 1, limit - used do
			local _, client = next(rush { token });
			assert.equal("result", client:reply("r").attr.type);
			client:drop();
		end
		refused(invalid, fixture:stream():preauth(token));
	end
	for _, token in ipairs(singles) do assert_left(token, 1); end
	for _, token in ipairs(shared) do assert_left(token, shared_uses); end
	assert.is_true(fixture:usable(reusable));
	assert.equal("ok", database:rows("PRAGMA integrity_check")[1].integrity_check);

	database:close();
	server_log.assert(server);
	server:stop();
end

describe("deaths at random moments under load", function ()
	it("leave as many accounts as uses", function ()
		storm(6);
	end);

	it("leave as many accounts as uses, however long it goes on #soak", function ()
		storm(200);
	end);
end);
