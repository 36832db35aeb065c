-- One run of live specs: its directory, the processes that must not outlive it (see kill_on_exit.sh), and free ports.

local socket = require "socket";
local paths = require "spec.support.paths";

-- One directory and one guard for all servers of this process; made when the first one is.
local run = { servers = {} };

-- (text) → the same text as one word for the shell
function run.quoted(text)
	return "'"..tostring(text):gsub("'", "'\\''").."'";
end
local quoted = run.quoted;

-- (pid) → whether there is such a process that is not merely waiting to be reaped
function run.alive(pid)
	local file = io.open(("/proc/%d/stat"):format(pid));
	if not file then return false; end
	local status = file:read("a");
	file:close();
	return status ~= nil and status:match("%) (%a)") ~= "Z"; -- nil: it has gone since
end

function run.begin()
	if run.guard then return; end
	local parent = paths.root.."/target/live";
	assert(os.execute("mkdir -p "..quoted(parent)));
	run.path = assert(paths.capture("mktemp -d "..quoted(parent.."/XXXXXX")));
	run.guard = io.popen(("exec setsid sh %s %s"):format(quoted(paths.root.."/spec/live/harness/kill_on_exit.sh"), quoted(run.path)), "w");
	run.guard:setvbuf("line");
end

-- () → the directory of this run. It goes with the run, unless run.keep() was called or KEEP=1 is in the environment.
function run.directory()
	run.begin();
	return run.path;
end

-- Tells that this run's directory is wanted afterwards: something failed.
function run.keep()
	if run.guard and not run.kept then
		run.kept = true;
		run.guard:write("keep\n");
	end
end

-- (pid) registers a process that must not outlive this run; (pid, true) takes it off again.
function run.watch(pid, ended)
	run.begin();
	run.guard:write(ended and "stop " or "start ", math.tointeger(pid), "\n");
end

-- Ends the run: stops what still runs, removes the directory. → the directory, if it was kept
function run.finish()
	for _, server in ipairs(run.servers) do
		if server.pid then pcall(server.kill, server); end
	end
	local guard, kept = run.guard, run.kept and run.path;
	run.servers, run.guard, run.kept, run.path = {}, nil, nil, nil;
	if guard then guard:close(); end
	return kept or nil;
end

-- Outside the range that the system takes for outgoing connections, where the port could be lost again before the server has it. Each version of
-- Prosody has a range of its own: their specs run at once.
local taken, first = {}, os.getenv "PROSODY" == "13.0" and 21000 or 10000;
-- () → number of a port on 127.0.0.1 that is free, and was not given out before
function run.free_port()
	for _ = 1, 1000 do
		local port = math.random(first, first + 10999);
		local listening = not taken[port] and socket.bind("127.0.0.1", port);
		if listening then
			taken[port] = true;
			listening:close();
			return port;
		end
	end
	error("no free port found");
end

return run;
