-- PostgreSQL for live specs: a database of one's own in the cluster of this test run, or a whole cluster where one is to be suspended or killed.

local socket = require "socket";
local paths = require "spec.support.paths";

local script = paths.root.."/spec/tools/postgres.sh";

local Postgres = {};
Postgres.__index = Postgres;

-- (what postgres.sh is to serve, Lua pattern of all that it says then, command to run it under or nil) → cluster, what the pattern caught
local function serve(what, pattern, prefix)
	local self = setmetatable({ output = os.tmpname() }, Postgres);
	self.process = io.popen(("exec %s '%s' %s >%s"):format(prefix or "", script, what, self.output), "w");
	local deadline = socket.gettime() + 60;
	repeat
		socket.sleep(0.02);
		local file = assert(io.open(self.output));
		self.said = table.pack(file:read("a"):match(pattern));
		file:close();
	until self.said[1] or socket.gettime() > deadline;
	os.remove(self.output);
	assert(self.said[1], "PostgreSQL did not start");
	return self, table.unpack(self.said);
end

-- Starts a cluster. → cluster with .url (of an empty database) and .pid. It ends with :stop(), or with this process.
-- (command to run it under, or nil)
function Postgres.start(prefix)
	local self, url, pid = serve("serve", "^(%S+)\n(%d+)\n", prefix);
	self.url, self.pid = url, pid;
	return self;
end

-- Starts a cluster on a disk of its own of so many megabytes, where the system lets it have one. → as start; or nil
function Postgres.on_small_disk(megabytes)
	local prefix = ("unshare --mount sh -c 'mount -t tmpfs -o size=%dm none /mnt && TMPDIR=/mnt exec \"$@\"' sh"):format(megabytes);
	return os.execute(prefix.." true 2>/dev/null") and Postgres.start(prefix) or nil;
end

-- Starts a primary, and a standby for which its commits wait. → both, with .url, which has both. They end as one cluster does.
function Postgres.pair()
	local self, url, primary, standby = serve("pair", "^(%S+)\n(%d+)\n(%d+)\n");
	self.url, self.primary, self.standby = url, primary, standby;
	return self;
end

-- Ends the primary of a pair as a power cut would.
function Postgres:kill_primary()
	assert(os.execute(("'%s' kill %s"):format(script, self.primary)));
end

-- The standby of a pair takes over. It returns once that is done.
function Postgres:promote()
	Postgres.query(self.url:gsub("@.*,", "@"), "SELECT pg_promote()");
end

-- (URL) → value for Prosody's option sql for this database; the URL may have several servers
function Postgres.option(url)
	local user, servers, database = url:match("^postgresql://(.-)@(.-)/(.*)$");
	if servers:find(",", 1, true) then
		return { driver = "PostgreSQL"; username = user; database = ("postgresql://%s/%s?target_session_attrs=read-write"):format(servers, database) };
	end
	local address, port = servers:match("^(.*):(%d+)$");
	return { driver = "PostgreSQL"; username = user; host = address; port = math.tointeger(port); database = database };
end

local shared, databases = nil, 0;

-- Makes an empty database, in the cluster that `make test` has started, or else in one that is started now for all specs.
-- → its URL
function Postgres.database()
	local url = os.getenv("INVITES_TEST_POSTGRES");
	if not url then
		shared = shared or Postgres.start();
		url = shared.url;
	end
	databases = databases + 1;
	local name = ("live_%d_%d"):format(os.time(), math.random(1000000) * 1000 + databases);
	Postgres.query(url, "CREATE DATABASE "..name);
	return (url:gsub("[^/]*$", name));
end

-- (URL of a database, SQL) → output of psql without decoration: rows on lines, columns separated by "|". Throws where the SQL fails.
function Postgres.query(url, sql)
	local pipe = io.popen(("psql -X -q -A -t -v ON_ERROR_STOP=1 -d '%s' -c '%s' 2>&1"):format(url, (sql:gsub("'", "'\\''"))));
	local output = pipe:read("a"):gsub("\n$", "");
	assert(pipe:close(), output);
	return output;
end

-- Suspends the cluster with all its processes, so that it neither answers nor refuses; :resume() lets it go on.
function Postgres:pause()
	assert(os.execute(("'%s' pause %s"):format(script, self.pid)));
end

function Postgres:resume()
	assert(os.execute(("'%s' resume %s"):format(script, self.pid)));
end

-- Stops the cluster and removes it.
function Postgres:stop()
	self.process:close();
end

return Postgres;
