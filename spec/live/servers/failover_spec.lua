-- Four servers of both versions of Prosody on a PostgreSQL whose primary dies while people register. Its standby takes over.
-- Their accounts are in files that they share: LuaDBI 0.7.2, through which Prosody has accounts in PostgreSQL, crashes when it connects once more.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local Postgres = require "spec.live.harness.postgres";
local paths = require "spec.support.paths";

local host = "verona.example";
local lease = 60; -- seconds, after which a claim may be settled by others (src/ledger/mod.rs)
local streams_each = 3; -- on each server, in each wave
local uses = 40; -- of each of the two invites, which everybody shares
local longest = 5; -- seconds from the promotion until each server registers people again

-- Both versions are in it, so one run of it is enough.
if paths.version ~= paths.versions[#paths.versions] then return; end

describe("a PostgreSQL whose standby takes over", function ()
	local pair;
	local servers = {};

	setup(function ()
		pair = Postgres.pair();
		for i = 1, 4 do
			local fixture = Fixture.new(host, {
				version = paths.versions[i % #paths.versions + 1]; data = i > 1 and servers[1].server.data or nil;
				options = { invites_database = pair.url; default_iteration_count = 4096 };
			});
			servers[i] = fixture;
		end
	end);
	teardown(function ()
		for _, fixture in ipairs(servers) do fixture.server:stop(); end -- their logs have errors
		pair:stop();
	end);

	local count = 0;

	-- (tokens, function that is called while the answers are under way, or nil) → names of those who were told that they have an account, list of
	-- servers that told somebody so
	local function wave(tokens, meanwhile)
		local tries = {};
		for i = 1, streams_each * #servers do
			local at = i % #servers + 1;
			local client = servers[at].server:client(host);
			table.insert(tries, { at = at; client = client; id = client:request("set", host, Client.xml.preauth(tokens[i % #tokens + 1])) });
		end
		for _, try in ipairs(tries) do
			if Client.outcome(try.client:reply(try.id)) then
				count = count + 1;
				try.name = "servant"..count;
				try.id = try.client:request("set", nil, Client.xml.register(try.name, "secret-"..try.name));
			end
		end
		if meanwhile then meanwhile(); end
		local told, served = {}, {};
		for _, try in ipairs(tries) do
			if try.name and Client.outcome(try.client:reply(try.id)) then
				table.insert(told, try.name);
				served[try.at] = true;
			end
			try.client:drop();
		end
		return told, served;
	end

	it("is told of by check: which server is used, and which stands by", function ()
		local output = servers[1].server:ctl("mod_invites", "check", host);
		assert.is_truthy(output:find("127%.0%.0%.1:%d+ is used; 127%.0%.0%.1:%d+ is a standby"), output);
	end);

	it("loses nothing that was acknowledged, and gives no use twice", function ()
		local tokens, told = {}, {};
		for i = 1, 2 do tokens[i] = servers[i]:make("make", { kind = "account"; uses = uses }).token; end
		local function note(names)
			for _, name in ipairs(names) do table.insert(told, name); end
		end
		for _ = 1, 2 do note((wave(tokens))); end
		assert.equal(2 * streams_each * #servers, #told);

		note((wave(tokens, function () pair:kill_primary(); end)));
		note((wave(tokens)));
		pair:promote();
		local promoted, waiting = socket.gettime(), { true, true, true, true };
		repeat
			local names, served = wave(tokens);
			note(names);
			for at in pairs(served) do waiting[at] = nil; end
		until not next(waiting) or socket.gettime() > promoted + 30;
		local took = socket.gettime() - promoted;
		assert.is_true(not next(waiting) and took < longest, ("%.1f s"):format(took));

		-- What is left of them can be used, and no more. Claims whose fate nobody knew are settled once they are old.
		for _, fixture in ipairs(servers) do fixture:pass(lease + 1); end
		repeat
			local names = wave(tokens);
			note(names);
		until #names == 0;
		local number = 0;
		for i = 1, count do number = number + (servers[1]:account_exists("servant"..i) and 1 or 0); end
		for _, name in ipairs(told) do assert.is_true(servers[1]:account_exists(name), name); end
		assert.equal(#tokens * uses, number);
		local counted = Postgres.query(pair.url, "SELECT SUM(uses) || ' ' || (SELECT COUNT(DISTINCT username) FROM invite_redemptions) FROM invites");
		assert.equal(("%d %d"):format(number, number), counted);
	end);
end);
