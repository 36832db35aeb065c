-- A disk that takes longer: a library that is preloaded into servers (slow_disk.c), and the file that says by how much.

local lfs = require "lfs";
local paths = require "spec.support.paths";
local run = require "spec.live.harness.run";

local SlowDisk = {};
SlowDisk.__index = SlowDisk;

-- () → slow disk, with .env for the servers that have it
function SlowDisk.new()
	local folder, file = paths.root.."/target/slow_disk", run.directory().."/delay";
	lfs.mkdir(folder);
	local library = folder.."/slow_disk.so";
	assert(os.execute(("cc -O2 -shared -fPIC -o %s %s -ldl"):format(run.quoted(library), run.quoted(paths.root.."/spec/live/faults/slow_disk.c"))));
	local self = setmetatable({ file = assert(io.open(file, "w")); env = { LD_PRELOAD = library, SLOW_DISK_DELAY = file } }, SlowDisk);
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
