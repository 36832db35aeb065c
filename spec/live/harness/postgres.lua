-- PostgreSQL for live specs: a database of one's own in the cluster of this test run, or a whole cluster where one is to be suspended or killed.

local socket = require "socket";
local paths = require "spec.support.paths";

local script = paths.root.."/spec/tools/postgres.sh";

local Postgres = {};
Postgres.__index = Postgres;

-- Starts a cluster. → cluster with .url (of an empty database) and .pid. It ends with :stop(), or with this process.
function Postgres.start()
	local self = setmetatable({ output = os.tmpname() }, Postgres);
	self.process = io.popen(("exec '%s' serve >%s"):format(script, self.output), "w");
	local deadline = socket.gettime() + 60;
	repeat
		socket.sleep(0.02);
		local file = assert(io.open(self.output));
		self.url, self.pid = file:read("a"):match("^(%S+)\n(%d+)\n");
		file:close();
	until self.url or socket.gettime() > deadline;
	os.remove(self.output);
	assert(self.url, "PostgreSQL did not start");
	return self;
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
