-- A disk that takes its time makes nobody wait but those who register.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Database = require "spec.live.harness.database";
local Fixture = require "spec.live.harness.fixture";
local SlowDisk = require "spec.live.faults.slow_disk";
local server_log = require "spec.live.harness.server_log";
local outage = require "spec.live.faults.outage";

local host = outage.host;
local slow = 600; -- milliseconds that each sync takes

describe("a slow disk", function ()
	local disk, server, fixture, mark;

	setup(function ()
		disk = SlowDisk.new();
		server = outage.new_server { env = disk.env };
		fixture = select(2, outage.populate(server));
		mark = server_log.mark(server);
	end);
	before_each(function () disk:set(0); end);
	teardown(function ()
		disk:set(0);
		assert.same({}, server_log.errors(server, mark));
		server:stop();
	end);

	-- (number of streams) → the streams, each of which has presented an invite of its own
	local function streams(count)
		local list = {};
		for i = 1, count do list[i] = fixture:stream(fixture:invite("create_account")); end
		return list;
	end

	local made = 0;
	-- (stream) asks for an account → id of the request, username
	local function ask(client)
		made = made + 1;
		return client:request("set", nil, Client.xml.register("guest"..made, "secret")), "guest"..made;
	end

	it("keeps nobody waiting who does not register", function ()
		local clients, turn, requests = streams(20), 0, {};
		disk:set(slow);
		local stall = outage.stall(server, function ()
			for i = turn * 4 + 1, turn * 4 + 4 do requests[i] = ask(clients[i]); end
			turn = turn + 1;
		end);
		assert.is_true(stall < slow / 2000, stall);
		for i, id in ipairs(requests) do assert.is_true(Client.outcome(clients[i]:reply(id, 20))); end
	end);

	it("is waited for once by all who come together", function ()
		local clients, requests = streams(20), {};
		disk:set(slow);
		ask(streams(1)[1]); -- the thread is busy with it when the others come
		local began = socket.gettime();
		for i, client in ipairs(clients) do requests[i] = ask(client); end
		for i, id in ipairs(requests) do assert.is_true(Client.outcome(clients[i]:reply(id, 20))); end
		local syncs = (socket.gettime() - began) / (slow / 1000);
		assert.is_true(syncs < 10, syncs); -- 20, if each waited for its own
	end);

	it("has all that anybody was told when the server stops in the middle of it, and each invite is either used or free", function ()
		local tokens, clients, requests = {}, {}, {};
		for i = 1, 4 do
			tokens[i] = fixture:invite("create_account");
			clients[i] = fixture:stream(tokens[i]);
		end
		disk:set(slow);
		for i, client in ipairs(clients) do requests[i] = { ask(client) }; end
		socket.sleep(slow / 4000);
		server:restart();
		disk:set(0);
		for i, request in ipairs(requests) do
			local is_there = fixture:account_exists(request[2]);
			assert.equal(is_there and "redeemed" or "pending", fixture:state(tokens[i]));
			if Client.outcome(clients[i]:reply(request[1], 1)) then assert.is_true(is_there, request[2]); end
		end
	end);

	it("does not keep a server from stopping in time, however slow it is, and what was told to people holds", function ()
		local tokens, clients, requests = {}, {}, {};
		for i = 1, 10 do
			tokens[i] = fixture:invite("create_account");
			clients[i] = fixture:stream(tokens[i]);
		end
		disk:set(8000);
		for i, client in ipairs(clients) do
			requests[i] = { ask(client) };
			socket.sleep(0.05);
		end
		local began = socket.gettime();
		server:stop();
		local seconds = socket.gettime() - began;
		disk:set(0);
		server:start();
		assert.is_true(seconds < 30, seconds);
		for i, request in ipairs(requests) do
			local is_there = fixture:account_exists(request[2]);
			assert.equal(is_there and "redeemed" or "pending", fixture:state(tokens[i]));
			if Client.outcome(clients[i]:reply(request[1], 1)) then assert.is_true(is_there, request[2]); end
		end
		mark = server_log.mark(server);
	end);

	it("leaves no claim behind when its host is deactivated while people wait", function ()
		local clients, requests = streams(4), {};
		disk:set(slow);
		for i, client in ipairs(clients) do requests[i] = { ask(client) }; end
		socket.sleep(slow / 4000);
		server:eval(outage.open_host, "require 'core.hostmanager'.deactivate(...)", host);
		disk:set(0);
		local database = Database.of(server);
		assert.equal(0, database:number "SELECT COUNT(*) AS n FROM invite_names WHERE presentation IS NOT NULL");
		database:close();
		server:eval(outage.open_host, "require 'core.hostmanager'.activate(...)", host);
		for _, request in ipairs(requests) do assert.is_true(fixture:account_exists(request[2])); end
	end);

	it("that takes longer than anybody waits has registered nobody who was told that it failed", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		disk:set(17000);
		local id, username = ask(client);
		Fixture.refused("wait/internal-server-error", Client.outcome(client:reply(id, 25)));
		disk:set(0);
		server:eval(host, ""); -- the thread has taken the claim back, which would last for a minute
		assert.is_false(fixture:account_exists(username));
		assert.equal("pending", fixture:state(token));
		assert.is_true(Client.outcome(client:reply(client:request("set", nil, Client.xml.register(username, "secret")), 20)));
		mark = server_log.mark(server);
	end);
end);
