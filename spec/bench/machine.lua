-- This machine, and what runs on it: facts without which figures mean nothing.

local socket = require "socket";
local paths = require "spec.support.paths";
local figures = require "spec.bench.figures";
local run = require "spec.live.harness.run";

local machine = {};

-- (shell command) → its output, or "?" if it failed
local function ask(command)
	local output = paths.capture(command);
	return output and output ~= "" and output or "?";
end

-- () → table of texts and numbers
function machine.facts()
	return {
		processor = ask "sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1";
		processors = tonumber(ask "nproc");
		memory = tonumber(ask "sed -n 's/^MemTotal: *\\([0-9]*\\).*/\\1/p' /proc/meminfo") * 1024;
		kernel = ask "uname -sr";
		system = ask "sed -n 's/^PRETTY_NAME=\"\\(.*\\)\"/\\1/p' /etc/os-release";
		file_system = ask("stat -f -c %T "..run.quoted(run.directory()));
		load = tonumber(ask "cut -d' ' -f1 /proc/loadavg");
		suite = ask("git -C "..run.quoted(paths.root).." describe --always --dirty");
		rust = ask "rustc --version";
		postgresql = ask "ls /usr/lib/postgresql | sort -V | tail -n 1";
	};
end

-- (Prosody's version) → its exact version, and that of its Lua
function machine.prosody(version)
	local installation = paths.prosody(version);
	local file = assert(io.open(installation.source.."/prosody.version"));
	local exact = file:read("l");
	file:close();
	return exact, installation.interpreter:match("[^/]+$");
end

-- () → { median, low, high }: milliseconds that this disk takes to have 4 KiB for good, where the servers have their data
function machine.sync()
	local block = run.directory().."/block";
	local times = {};
	for _ = 1, 30 do
		local output = ask(("LC_ALL=C dd if=/dev/zero of=%s bs=4096 count=1 conv=notrunc oflag=dsync 2>&1"):format(run.quoted(block)));
		table.insert(times, tonumber(output:match("([%d.e-]+) s,")) * 1000);
	end
	table.remove(times, 1); -- it made the file
	return { median = figures.median(times); low = figures.quantile(times, 0.1); high = figures.quantile(times, 0.9) };
end

-- () → number of processors that this process may use, as the system numbers them
local last = ask "taskset -cp $PPID 2>/dev/null | sed 's/.*[^0-9]//'";

-- (server or nil for this process, "first", "last" or "any") has it run on that processor. On several, a round trip is mostly the time that an idle
-- one takes to wake up, so what is to be compared closely shares one with its client.
function machine.place(server, where)
	if last == "?" then return; end
	local processors = where == "any" and "0-"..last or where == "first" and "0" or last;
	os.execute(("taskset -acp %s %s >/dev/null 2>&1"):format(processors, server and ("%d"):format(server.pid) or "$PPID"));
end

-- (server) → bytes of its resident memory after a full collection
function machine.memory(server)
	server:eval(nil, "collectgarbage(); collectgarbage();");
	local file = assert(io.open(("/proc/%d/status"):format(server.pid)));
	local text = file:read("a");
	file:close();
	return tonumber(text:match("VmRSS:%s*(%d+)")) * 1024;
end

-- (command) runs it and throws if it fails. → seconds that it took
function machine.run(command)
	local began = socket.gettime();
	assert(os.execute(command), command.." failed");
	return socket.gettime() - began;
end

return machine;
