-- Whatever becomes of the database, others don't wait for it: people present tokens and register, and somebody else pings the server.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Database = require "spec.live.harness.database";
local Postgres = require "spec.live.harness.postgres";
local Fixture = require "spec.live.harness.fixture";
local SlowDisk = require "spec.live.faults.slow_disk";
local outage = require "spec.live.faults.outage";
local paths = require "spec.support.paths";

local host, shell = outage.host, outage.shell;
local longest_ping = 0.02; -- seconds

-- (process id, or "self") → seconds for which it could have run, and others ran: a busy machine is nobody's fault here
local function kept_waiting(pid)
	local file = assert(io.open(("/proc/%s/schedstat"):format(pid)));
	local _, nanoseconds = file:read("n", "n");
	file:close();
	return nanoseconds / 1e9;
end

local tokens, made = {}, 0;

-- (fixture with its streams) somebody comes: a token is presented, and every other time an account is asked for, too
local function come(crowd)
	made = made + 1;
	local client = crowd[made % #crowd + 1];
	client:request("set", host, Client.xml.preauth(tokens[made % #tokens + 1]));
	if made % 2 == 0 then client:request("set", nil, Client.xml.register("guest"..made, "secret")); end
end

-- (server that runs, seconds, function that is called once in between or nil) → seconds that the longest ping took while people came all the time,
-- number of pings
local function pings(server, seconds, change)
	local crowd, witness = {}, server:client(host);
	for i = 1, 20 do crowd[i] = server:client(host); end
	witness:login("romeo", "secret", "r");
	local function waited() return kept_waiting(server.pid) + kept_waiting "self"; end
	local begun = socket.gettime();
	local longest, count, next_one = 0, 0, begun;
	repeat
		local now = socket.gettime();
		if change and now > begun + 0.3 then
			change();
			change = nil;
		elseif now > next_one then
			come(crowd);
			next_one = now + 0.05;
		end
		local sent, before = socket.gettime(), waited();
		assert(witness:ping());
		longest, count = math.max(longest, socket.gettime() - sent - (waited() - before)), count + 1;
		socket.sleep(0.002);
	until socket.gettime() - begun > seconds;
	for _, client in ipairs(crowd) do client:drop(); end
	witness:close();
	return longest, count;
end

-- (server, words for what is wrong, seconds or nil, function as above) prints how long the longest ping took, and asserts that it was short: in the
-- best of several tries, for what else runs on this machine only adds to it
local function assert_short(server, what, seconds, change)
	local best = math.huge;
	for _ = 1, 3 do
		local longest, count = pings(server, seconds or 1, change);
		print(("  %s: the longest of %d pings took %.1f ms"):format(what, count, longest * 1000));
		best = math.min(best, longest);
		if best < longest_ping then return; end
	end
	error(("%s: %.1f ms"):format(what, best * 1000), 0);
end

-- (options of the server, URL of the database or nil) → server that runs
local function start(settings, url)
	local server = outage.new_server(settings);
	server.settings.options.invites_database = url;
	server.settings.options.invites_guess_limit = 1000000000; -- all come from one address
	local _, fixture = outage.populate(server);
	tokens = {};
	for i = 1, 40 do tokens[i] = fixture:invite("create_account"); end
	return server;
end

describe("others don't wait while the file", function ()
	it("is on a slow disk", function ()
		local disk = SlowDisk.new();
		local server = start { env = disk.env };
		for _, milliseconds in ipairs { 20, 900 } do
			disk:set(milliseconds);
			assert_short(server, ("each sync takes %d ms more"):format(milliseconds));
		end
		disk:set(0);
		server:stop();
	end);

	it("is on a full one", function ()
		local server = start { prefix = "sh -c 'trap \"\" XFSZ; exec \"$@\"' sh " };
		assert(os.execute(("prlimit --pid %d --fsize=4096:unlimited"):format(server.pid)));
		assert_short(server, "the disk is full");
		assert(os.execute(("prlimit --pid %d --fsize=unlimited:unlimited"):format(server.pid)));
		server:stop();
	end);

	it("is locked, or can't be written any more", function ()
		local server = start();
		local locker = Database.of(server);
		locker:lock();
		assert_short(server, "another process has locked it");
		locker:unlock();
		locker:close();
		shell(server, "chmod 400 invites.sqlite*");
		assert_short(server, "it is read-only");
		server:restart();
		assert_short(server, "it was read-only at the start");
		shell(server, "chmod 600 invites.sqlite*");
		server:stop();
	end);
end);

describe("others don't wait while PostgreSQL", function ()
	local cluster;
	setup(function () cluster = Postgres.start(); end);
	teardown(function () cluster:stop(); end);

	it("is slow", function ()
		local delay = SlowDisk.new();
		local proxy = io.popen(("exec python3 '%s/spec/live/faults/slow_proxy.py' %s '%s' >'%s.port'"):format(
			paths.root, cluster.url:match(":(%d+)/"), delay.path, delay.path), "w");
		local port;
		repeat
			socket.sleep(0.02);
			local file = io.open(delay.path..".port");
			port = file and file:read("l");
			if file then file:close(); end
		until port;
		local server = start(nil, (cluster.url:gsub(":%d+/", ":"..port.."/")));
		for _, milliseconds in ipairs { 20, 900 } do
			delay:set(milliseconds);
			assert_short(server, ("each answer takes %d ms more"):format(milliseconds));
		end
		delay:set(0);
		server:stop();
		proxy:close();
	end);

	it("hangs, and goes on", function ()
		local server = start(nil, cluster.url);
		assert_short(server, "it is suspended", 2, function () cluster:pause(); end);
		cluster:resume();
		assert_short(server, "it goes on");
		server:stop();
	end);

	it("is started again", function ()
		local server = start(nil, cluster.url);
		assert_short(server, "all connections end", 1.5, function ()
			Postgres.query(cluster.url, "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'prosody-invites'");
		end);
		server:stop();
	end);

	it("has no room left", function ()
		local small = Postgres.on_small_disk(160);
		if not small then return pending("this system lets nobody give PostgreSQL a small disk"); end
		local server = start(nil, small.url);
		Postgres.query(small.url, "COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; dd if=/dev/zero of=ballast bs=64k 2>/dev/null; true'");
		local code = server:eval(host, "for _ = 1, 2000 do local made, code = invites.create_account(); if not made then return code; end end");
		assert.equal("internal-server-error", code);
		assert_short(server, "its disk is full");
		server:stop();
		small:stop();
	end);

	it("has a name that nobody can look up", function ()
		local server = outage.new_server { env = { LD_PRELOAD = SlowDisk.library "slow_names" } };
		server.settings.options.invites_database = "postgresql://invites@database.silent/invites";
		Fixture.on(server:start(), host):account("romeo");
		tokens = { "a", "b" };
		assert_short(server, "its name server does not answer");
		server:stop();
	end);
end);
