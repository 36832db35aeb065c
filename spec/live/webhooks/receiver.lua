-- A receiver of webhooks, as a process of its own (receiver.py).

local json = require "util.json";
local socket = require "socket";
local paths = require "spec.support.paths";
local config = require "spec.live.harness.config";
local run = require "spec.live.harness.run";

local Receiver = {};
Receiver.__index = Receiver;

local patience = 30; -- seconds

-- (server, which has a directory) → receiver with .port, .tls_port, .certificate, .seen: array of { path, headers, body, mode }
function Receiver.new(server)
	local self = setmetatable({ seen = {} }, Receiver);
	local folder = server.directory.."/receiver";
	assert(os.execute("mkdir "..run.quoted(folder)));
	config.make_certificate { directory = folder; hosts = { "127.0.0.1" } };
	self.certificate = folder.."/cert.pem";
	local output = folder.."/ports";
	self.process = io.popen(("exec python3 %s %s %s >%s"):format(run.quoted(paths.root.."/spec/live/webhooks/receiver.py"),
		run.quoted(self.certificate), run.quoted(folder.."/key.pem"), run.quoted(output)), "w");
	local control = server:wait_until(function ()
		local file = io.open(output);
		if not file then return nil; end
		local last;
		self.port, self.tls_port, last = file:read("n", "n", "n");
		file:close();
		return last;
	end);
	self.control = assert(socket.connect("127.0.0.1", control));
	self.control:settimeout(0);
	self.partial = "";
	assert(self:wait_for(function () return self.is_ready; end));
	return self;
end

function Receiver:read()
	local line, err, partial = self.control:receive("*l");
	if not line then
		assert(err == "timeout", err);
		self.partial = self.partial..partial;
		return false;
	end
	local read = json.decode(self.partial..line);
	self.partial = "";
	if type(read) == "table" then table.insert(self.seen, read); end
	if read == "ready" then self.is_ready = true; end
	if read == "told" then self.is_told = true; end
	return true;
end

-- (function (), seconds or nil) → what it returned, once that is true; nil if it was not in time
function Receiver:wait_for(condition, seconds)
	local deadline = socket.gettime() + (seconds or patience);
	repeat
		while self:read() do end
		local result = condition();
		if result then return result; end
		socket.sleep(0.01);
	until socket.gettime() > deadline;
	return nil;
end

-- (path, what to do there from now on)
function Receiver:set(path, mode)
	self.is_told = false;
	self.control:send(path.." "..mode.."\n");
	assert(self:wait_for(function () return self.is_told; end));
end

-- (path, mode or nil for any) → array of the requests that it has got there so far, with their bodies read
function Receiver:at(path, mode)
	while self:read() do end
	local found = {};
	for _, request in ipairs(self.seen) do
		request.read = request.read or json.decode(request.body);
		if request.path == path and (not mode or request.mode == mode) then table.insert(found, request); end
	end
	return found;
end

function Receiver:stop()
	self.control:close();
	self.process:close();
end

return Receiver;
