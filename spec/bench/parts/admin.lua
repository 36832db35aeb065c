-- Does a server with many invites stand still while an admin works on all of them? While a command runs in the admin shell, another client pings the
-- server, one ping after the other.

local lfs = require "lfs";
local socket = require "socket";
local Database = require "spec.live.harness.database";
local figures = require "spec.bench.figures";
local Subject = require "spec.bench.subject";

local host = "localhost";
local calm = 2; -- seconds

-- (plan) → list of commands
local function commands(plan)
	return {
		"list "..host, "list "..host.." --json", "list "..host.." --by juliet", "stats "..host, "tree juliet@"..host;
		"bulk "..host.." "..plan.admin // 10, "revoke "..host.." --by juliet --dry-run", "revoke "..host.." --by juliet";
	};
end

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

-- (plan, progress) → { count, rows: list of { command, seconds, ping, p99, slowest } }
local function measure_all(plan, progress)
	progress:step("a server with %s invites and an admin", figures.count(plan.admin));
	local subject = Subject.new("ours", plan.admin, { modules = { "admin_shell", "ping" } });
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
		CASE WHEN i > 0 THEN CAST(printf('%016d', (i - 1) / 10) AS BLOB) END, i FROM n]], plan.admin // 2, host);
	database:close();

	local rows = {};
	local function add(command, seconds, times)
		table.insert(rows, {
			command = command, seconds = seconds, ping = figures.median(times), p99 = figures.quantile(times, 0.99);
			slowest = figures.quantile(times, 1);
		});
	end
	local until_then = socket.gettime() + calm;
	add("(nothing)", calm, pings(client, function () return socket.gettime() > until_then; end));
	for _, words in ipairs(commands(plan)) do
		progress:step("invite %s", words);
		add("invite "..words:gsub(" "..host, "", 1):gsub("@"..host, ""), measure(server, client, words));
	end
	client:close();
	server:stop();
	server:remove();
	return { count = plan.admin, rows = rows };
end

return { name = "admin"; steps = function (plan) return 1 + #commands(plan); end; measure = measure_all };
