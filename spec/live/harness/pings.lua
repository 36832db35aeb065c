-- How long a client waits for the server while somebody else is served. Of the time that a ping takes, that counts in which the server was at work
-- (Linux tells): a busy machine is not its fault.

local socket = require "socket";
local assert = require "luassert";

local Pings = {};
Pings.__index = Pings;

local longest_answer = 30; -- seconds

-- (server, client that is online) → pings
function Pings.new(server, witness) return setmetatable({ server = server; witness = witness }, Pings); end

-- () → seconds that the server has been at work so far
function Pings:at_work()
	local file = assert(io.open(("/proc/%d/schedstat"):format(self.server.pid)));
	local nanoseconds = file:read("n");
	file:close();
	return nanoseconds / 1e9;
end

-- (function () → connection, function () → what came of it) → seconds that a ping waited for the server at the most, what came of it
function Pings:slowest(begin)
	local conn, finish = begin();
	local slowest, deadline = 0, socket.gettime() + longest_answer;
	collectgarbage();
	collectgarbage("stop");
	repeat
		local sent, worked = socket.gettime(), self:at_work();
		assert(self.witness:ping());
		slowest = math.max(slowest, math.min(socket.gettime() - sent, self:at_work() - worked));
	until socket.select({ conn }, nil, 0)[1] or socket.gettime() > deadline;
	collectgarbage("restart");
	return slowest, finish();
end

return Pings;
