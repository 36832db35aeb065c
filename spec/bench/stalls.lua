-- `make bench`, third part: does a server with 100,000 invites stand still while somebody works on all of them?
--
-- lua5.4 spec/bench/stalls.lua [how many invites]
--
-- While a command runs in the admin shell, another client pings the server, one ping after the other. What a ping takes at the most is how long the
-- server did nothing else. Nothing here fails because a figure is bad: the figures are there to be read.

local lfs = require "lfs";
local socket = require "socket";
local paths = require "spec.support.paths";
local Database = require "spec.live.harness.database";
local Subject = require "spec.bench.benchmark_server";
local figures = require "spec.bench.figures";

local host = "localhost";
local size = tonumber(arg[1]) or 100000;
local aim = 0.020; -- seconds

-- (client; function () → is it over) → list of seconds that each ping took
local function pings(client, is_over)
	local times = {};
	collectgarbage();
	collectgarbage("stop");
	repeat
		local sent = socket.gettime();
		assert(client:ping());
		table.insert(times, socket.gettime() - sent);
	until is_over();
	collectgarbage("restart");
	return times;
end

-- (server, client, words of the command) → seconds, list of seconds that each ping took meanwhile
local function measure(server, client, words)
	local output, done = server.directory.."/output", server.directory.."/done";
	os.remove(done);
	local command = server:command("prosodyctl", "shell invite "..words);
	local began = socket.gettime();
	os.execute(("{ (%s) >'%s' 2>&1 </dev/null; echo $? >'%s.new'; mv '%s.new' '%s'; } &"):format(command, output, done, done, done));
	local times = pings(client, function () return lfs.attributes(done); end);
	local took = socket.gettime() - began;
	local file = assert(io.open(done));
	local status = file:read("n");
	file:close();
	if status ~= 0 then
		local text = assert(io.open(output)):read("a");
		error(("%s failed: %s"):format(words, text:sub(-300)));
	end
	return took, times;
end

local rows = { { "invite …", "takes, s", "pings", "a ping, ms (p10–p90)", "p99, ms", "the slowest, ms", "≤ 20 ms" } };

-- (words, seconds, list of seconds that each ping took, is that to be within the aim?)
local function report(words, took, times, is_judged)
	local slowest = figures.quantile(times, 1);
	table.insert(rows, {
		words, ("%.2f"):format(took), figures.count(#times), figures.spread(times), figures.digits(figures.quantile(times, 0.99) * 1000);
		figures.digits(slowest * 1000), not is_judged and "" or slowest <= aim and "met" or "MISSED";
	});
end

figures.run(function ()
	local subject = Subject.new(false, size, { "admin_shell", "ping" });
	local server = subject.server;
	assert(server:eval(host, "return usermanager.create_user('pinger', 'secret', host)"));
	local client = server:client(host);
	assert(client:login("pinger", "secret", "r"));

	-- A user who has made all of these, and has invited ten, who have invited ten, and so on.
	local database = Database.of(server);
	database:run("UPDATE invites SET creator = 'juliet', user_authority = 1");
	database:run([[WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
		INSERT INTO invite_tree (id, host, username, parent, joined_at)
		SELECT CAST(printf('%016d', i) AS BLOB), ?, CASE WHEN i = 0 THEN 'juliet' ELSE 'guest' || i END,
		CASE WHEN i > 0 THEN CAST(printf('%016d', (i - 1) / 10) AS BLOB) END, i FROM n]], size // 2, host);
	database:close();

	report("(nothing)", 3, pings(client, (function ()
		local until_then = socket.gettime() + 3;
		return function () return socket.gettime() > until_then; end;
	end)()));
	for _, words in ipairs {
		"list "..host, "list "..host.." --json", "list "..host.." --by juliet", "stats "..host, "tree juliet@"..host;
		"bulk "..host.." 10000", "revoke "..host.." --by juliet --dry-run", "revoke "..host.." --by juliet";
	} do
		local took, times = measure(server, client, words);
		report((words:gsub(" "..host, "", 1):gsub("@"..host, "")), took, times, true);
	end
	local began = socket.gettime();
	local output, status = server:ctl("mod_invites", "bulk", host, "10000");
	assert(status == 0 and select(2, output:gsub("\n", "")) > 10000, output:sub(-300));
	client:close();

	print(("Prosody %s, %s invites, half as many accounts in the tree, everything on this machine"):format(
		paths.version, figures.count(size)));
	figures.print_table(rows);
	print(("  prosodyctl mod_invites bulk 10000, beside the server, with the start of prosodyctl: %.2f s (aim < 2)"):format(socket.gettime() - began));
end);
