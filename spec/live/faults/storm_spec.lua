-- kill -9 at random moments while many clients register: there are as many accounts as uses of invites.

local socket = require "socket";
local Database = require "spec.live.harness.database";
local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;
local cheap = { default_iteration_count = paths.version == "0.12" and 100 or 4096 };

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
