-- A disk that takes longer: a library that is preloaded into servers (slow_disk.c), and the file that says by how much.

local lfs = require "lfs";
local paths = require "spec.support.paths";
local run = require "spec.live.harness.run";

local SlowDisk = {};
SlowDisk.__index = SlowDisk;

-- (name of a source file in this folder) → path of the library that it becomes
function SlowDisk.library(name)
	local folder = paths.root.."/target/preloaded";
	lfs.mkdir(folder);
	local library, source = ("%s/%s.so"):format(folder, name), ("%s/spec/live/faults/%s.c"):format(paths.root, name);
	assert(os.execute(("cc -O2 -shared -fPIC -o %s %s -ldl"):format(run.quoted(library), run.quoted(source))));
	return library;
end

-- () → slow disk, with .env for the servers that have it, and .path of the file that says by how much
function SlowDisk.new()
	local path = run.directory().."/delay";
	local env = { LD_PRELOAD = SlowDisk.library "slow_disk", SLOW_DISK_DELAY = path };
	local self = setmetatable({ file = assert(io.open(path, "w")); path = path; env = env }, SlowDisk);
	self:set(0);
	return self;
end

-- (milliseconds) From now on, each sync of the servers takes so much longer.
function SlowDisk:set(milliseconds)
	self.file:seek("set");
	assert(self.file:write(string.pack("=I4", milliseconds * 1000)));
	assert(self.file:flush());
end

return SlowDisk;
