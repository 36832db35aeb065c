-- Four servers of one host, of both versions of Prosody, on one PostgreSQL, which has their accounts too.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local Postgres = require "spec.live.harness.postgres";
local paths = require "spec.support.paths";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;
local lease = 60; -- seconds, after which a claim may be settled by others (src/ledger/mod.rs)

-- Both versions are in it, so one run of it is enough.
if paths.version ~= paths.versions[#paths.versions] then return; end

describe("four servers on one PostgreSQL", function ()
	local url;
	local fixtures = {};

	setup(function ()
		url = Postgres.database();
		for i = 1, 4 do
			fixtures[i] = Fixture.new(host, {
				version = paths.versions[i % #paths.versions + 1]; storage = "sql";
				options = {
					invites_database = "sql"; sql = Postgres.option(url); allow_user_invites = true; invites_per_user = 3; default_iteration_count = 4096;
				};
			});
		end
	end);
	teardown(function ()
		for _, fixture in ipairs(fixtures) do fixture:stop(); end
	end);
	after_each(function ()
		for _, fixture in ipairs(fixtures) do
			if fixture.server.pid then fixture:undo(); end
		end
	end);

	-- (token, number of streams on each server, prefix of names) everybody asks for an account at the same moment → number of those who were told
	-- that they have one
	local function rush(token, streams, prefix)
		local clients, requests, told = {}, {}, 0;
		for i = 1, streams * #fixtures do clients[i] = fixtures[i % #fixtures + 1]:stream(token); end
		for i, client in ipairs(clients) do requests[i] = client:request("set", nil, Client.xml.register(prefix..i, "secret")); end
		for i, client in ipairs(clients) do
			if Client.outcome(client:reply(requests[i])) then told = told + 1; end
			client:drop();
		end
		return told;
	end

	-- (prefix of names) → number of accounts
	local function accounts(prefix)
		local sql = "SELECT COUNT(DISTINCT \"user\") FROM prosody WHERE store = 'accounts' AND \"user\" LIKE '%s%%'";
		return tonumber(Postgres.query(url, sql:format(prefix)));
	end

	it("make one account of one invite, on whichever of 200 streams it is shown", function ()
		assert.equal(1, rush(fixtures[1]:invite("create_account"), 50, "twin"));
		assert.equal(1, accounts "twin");
	end);

	it("make as many accounts as an invite has uses", function ()
		local token = fixtures[2]:make("make", { kind = "account"; uses = 7 }).token;
		assert.equal(7, rush(token, 10, "cousin"));
		assert.equal(7, accounts "cousin");
		for _, fixture in ipairs(fixtures) do assert.is_false(fixture:usable(token)); end
	end);

	it("make one account of one name, and the password is that of the one who was told so", function ()
		for round = 1, 5 do
			local name, clients, requests, winner = "romeo"..round, {}, {}, nil;
			for i, fixture in ipairs(fixtures) do clients[i] = fixture:stream(fixture:invite("create_account")); end
			for i, client in ipairs(clients) do requests[i] = client:request("set", nil, Client.xml.register(name, "secret"..i)); end
			for i, client in ipairs(clients) do
				if Client.outcome(client:reply(requests[i])) then
					assert.is_nil(winner);
					winner = i;
				end
			end
			for _, fixture in ipairs(fixtures) do fixture:login(name, "secret"..winner); end
		end
	end);

	it("see each other's reservations, revocations and quotas", function ()
		local bound, revoked = fixtures[1]:invite("create_account", "juliet"), fixtures[2]:invite("create_account");
		refused("cancel/conflict", fixtures[3]:stream(revoked):register("juliet", "secret"));
		local late = fixtures[4]:stream(revoked);
		assert.is_true(fixtures[1].server:invites(host, "delete_account_invite", revoked));
		refused(invalid, fixtures[3]:stream():preauth(revoked));
		assert.is_nil((late:register("mallory", "secret")));
		fixtures[4]:register("juliet", bound);
		for i = 1, 3 do assert.is_table((fixtures[i]:own("juliet"))); end
		local invite, code = fixtures[4]:own("juliet");
		assert.same({ nil, "quota-pending" }, { invite, code });
	end);

	it("settle what a server left behind that was killed", function ()
		local kill = "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9)";
		local before, after = fixtures[1]:invite("create_account"), fixtures[1]:invite("create_account");

		-- Between the claim and the account: the use is free again.
		fixtures[4]:replace("prosody.hosts[host].users", "create_user", kill);
		fixtures[4]:stream(before):request("set", nil, Client.xml.register("tybalt", "secret"));
		fixtures[4].server:reap();
		refused("wait/resource-constraint", fixtures[2]:stream(before):register("mercutio", "secret"));
		fixtures[2]:pass(lease + 1);
		fixtures[2]:register("mercutio", before);
		assert.equal(0, accounts "tybalt");

		-- Between the account and the redemption: the use is counted.
		fixtures[3]:hook("user-registered", kill, 1e9);
		fixtures[3]:stream(after):request("set", nil, Client.xml.register("benvolio", "secret"));
		fixtures[3].server:reap();
		fixtures[2]:pass(2 * lease + 2);
		assert.is_nil((fixtures[2]:stream(after):register("paris", "secret")));
		assert.equal("redeemed", fixtures[1]:state(after));
		fixtures[1]:login("benvolio", "secret");
	end);
end);
