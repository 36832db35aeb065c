-- Says on the standard error what is being measured: which step of how many, and for how long it has been going on.

local socket = require "socket";

local Progress = {};
Progress.__index = Progress;

-- (seconds that all of it will take, about) → progress
function Progress.new(estimate)
	local self = setmetatable({ began = socket.gettime(); estimate = estimate; done = 0; total = 0 }, Progress);
	return self;
end

-- (seconds) → "m:ss"
local function clock(seconds)
	return ("%d:%02d"):format(seconds // 60, math.floor(seconds % 60));
end

-- (number) more steps are to come.
function Progress:expect(steps)
	self.total = self.total + steps;
end

-- (format, arguments) begins a step.
function Progress:step(format, ...)
	self.done = self.done + 1;
	local where = ("[%d of %d, %s of about %s] "):format(self.done, self.total, clock(self:elapsed()), clock(self.estimate));
	io.stderr:write(where, format:format(...), "\n");
end

-- () → seconds so far
function Progress:elapsed()
	return socket.gettime() - self.began;
end

return Progress;
