-- Two Prosody servers on one data directory, by mistake or for a moment: each invite still creates one account.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local tokens_tried, streams_each = 12, 6; -- streams on each server, for each token

describe("two servers on one data directory", function ()
	local first, second;

	before_each(function ()
		first = Fixture.new(host);
		second = Fixture.new(host, { data = first.server.data });
	end);

	after_each(function ()
		second:stop();
		first:stop();
	end);

	it("make one account of each invite, whoever tries at the same moment", function ()
		for round = 1, tokens_tried do
			local token = first:invite("create_account");
			local clients, requests, made, there = {}, {}, 0, 0;
			for i = 1, 2 * streams_each do clients[i] = (i % 2 == 0 and first or second):stream(token); end
			for i, client in ipairs(clients) do
				requests[i] = client:request("set", nil, Client.xml.register(("twin%d-%d"):format(round, i), "secret"));
			end
			for i, client in ipairs(clients) do
				if Client.outcome(client:reply(requests[i])) then made = made + 1; end
				client:drop();
			end
			for i = 1, 2 * streams_each do there = there + (first:account_exists(("twin%d-%d"):format(round, i)) and 1 or 0); end
			assert.same({ 1, 1 }, { made, there });
		end
	end);

	it("are told of each other: in the log of the one that came later, and by check", function ()
		assert.is_truthy(second.server:wait_log("1 more server uses the invite database", 5));
		assert.is_nil(first.server:log():find("more server", 1, true));
		local output = first.server:ctl("mod_invites", "check", host);
		assert.truthy(output:find("2 servers use", 1, true), output);
		second.server:kill();
		output = first.server:ctl("mod_invites", "check", host);
		assert.is_nil(output:find("servers use", 1, true), output);
	end);

	it("take over at once what a server left behind that was killed", function ()
		local token = first:invite("create_account");
		second:replace("usermanager", "create_user", "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9)");
		second:hook("user-registering", "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9)", -1e9);
		second:stream(token):request("set", nil, Client.xml.register("mercutio", "secret"));
		second.server:reap();
		first:register("romeo", token);
	end);
end);
