-- A real Prosody in a directory of its own: started, asked, stopped, killed, started again on the same data.
-- All servers of a run live below one directory in target/live, and none outlives the run (see kill_on_exit.sh).

local socket = require "socket";
local paths = require "spec.support.paths";
local Client = require "spec.live.harness.client";
local config = require "spec.live.harness.config";
local run = require "spec.live.harness.run";
local alive, quoted = run.alive, run.quoted;
local serialization = require "util.serialization";

local Server = { directory = run.directory; keep = run.keep; watch = run.watch; finish = run.finish; free_port = run.free_port };
Server.__index = Server;

-- How long a server may take to start or to stop before that counts as a failure, in seconds. It takes less than one.
local patience = 30;

-- (shell command) → true, or nil, "exit" or "signal", number
local function shell(command, ...)
	return os.execute(command:format(...));
end

-- (path) → content, or nil if there is no such file
local function read_file(path)
	local file = io.open(path);
	if not file then return nil; end
	local content = file:read("a");
	file:close();
	return content;
end

local function write_file(path, content)
	local file = assert(io.open(path, "w"));
	assert(file:write(content));
	assert(file:close());
end

-- For root, permissions of files mean nothing, so a server started by root goes without that privilege: specs that make a
-- file unreadable or read-only then see the same as an ordinary user would.
local unprivileged = "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search ";
if not shell("test $(id -u) = 0 && %s test -r %s 2>/dev/null", unprivileged, quoted(paths.root.."/spec/live/harness/launch.lua")) then
	unprivileged = "";
end

-- Makes a server, without starting it.
-- (options, each of which may be left out) → server with .directory, .data, .port (c2s), .s2s_port, .http_port, .hosts, .version, .log_file
--   version       "0.12" or "13.0"; default: PROSODY from the environment, or the installed one
--   hosts         list of virtual hosts, or table host → options or configuration text; default { "localhost" }
--   modules       list of modules to enable besides the usual ones
--   without       list of usual modules that are not wanted
--   options       table of global options
--   config        text for the global section of the configuration
--   components    text that goes to the end of the configuration
--   written       text of a whole configuration, such as the documentation shows; only directories, ports and .options are changed in it
--   bundled       true: Prosody's own mod_invites and mod_invites_register instead of ours
--   plugin_paths  list of plugin folders instead of the checkout's lua/
--   storage       value for Prosody's option of that name
--   env           table of environment variables
--   prefix        a command to run the server under, such as "strace -f -o file"
--   daemonize     true: start with -D
--   tls, s2s, http, https   true: with a self-signed certificate; connections to other servers (see :route); an HTTP port; one for https
--   data          directory for the data instead of one inside .directory
function Server.new(options)
	run.begin();
	local self = setmetatable({ settings = options or {}, routes = {}, controls = {}, clients = {} }, Server);
	self.version = self.settings.version or paths.version;
	self.installation = paths.prosody(self.version);
	table.insert(run.servers, self);
	self.directory = ("%s/%d"):format(run.path, #run.servers);
	self.data = self.settings.data or self.directory.."/data";
	self.log_file = self.directory.."/prosody.log";
	self.port, self.driver_port = Server.free_port(), Server.free_port();
	self.s2s_port = self.settings.s2s and Server.free_port();
	self.http_port, self.https_port = self.settings.http and Server.free_port(), self.settings.https and Server.free_port();
	self.hosts = {};
	for key, value in pairs(self.settings.hosts or { "localhost" }) do
		table.insert(self.hosts, type(key) == "number" and value or key);
	end
	table.sort(self.hosts);
	assert(shell("mkdir -p %s %s", quoted(self.directory.."/certs"), quoted(self.data)));
	if self.settings.tls then config.make_certificate(self); end
	return self;
end

-- Makes a server and starts it. (options as in Server.new) → server
function Server.start_new(options)
	return Server.new(options):start();
end

-- (other server) tells this server, before it starts, where the hosts of another one are
function Server:route(other)
	for _, host in ipairs(other.hosts) do
		self.routes[host] = other.s2s_port;
	end
	return self;
end

function Server:write_config()
	write_file(self.directory.."/prosody.cfg.lua", config.text(self));
end

-- (script, its arguments as shell text) → shell text that runs one of this Prosody's scripts on this server's directories
function Server:command(script, arguments)
	local environment = {};
	for name, value in pairs(self.settings.env or {}) do table.insert(environment, quoted(name.."="..value)); end
	-- A server has a session of its own: Ctrl-C is for us, and we stop the server.
	local session = script == "prosody" and "setsid "..(self.settings.prefix or "") or "";
	return ("cd %s && exec env -u LUA_INIT -u LUA_PATH -u LUA_CPATH %s %s %s %s %s %s %s %s --config %s %s"):format(
		quoted(self.directory), table.concat(environment, " "), unprivileged, session,
		self.installation.interpreter, quoted(paths.root.."/spec/live/harness/launch.lua"), quoted(self.installation[script]),
		quoted(self.installation.source), quoted(self.directory).." "..quoted(self.data),
		quoted(self.directory.."/prosody.cfg.lua"), arguments);
end

-- Starts the server and waits until it serves. → itself. Throws, with the end of its log, if it ends before that.
function Server:start()
	assert(not self.pid, "this server runs already");
	self:write_config();
	os.remove(self.directory.."/ready");
	local command = self:command("prosody", self.settings.daemonize and "-D" or "-F");
	-- The shell tells its process id and becomes the server, which leaves the pipe to learn how it ended.
	self.process = io.popen(("echo $$; %s >>%s 2>&1 </dev/null"):format(command, quoted(self.directory.."/output.log")));
	self.pid = math.tointeger(self.process:read("n"));
	Server.watch(self.pid);
	local ready = self:wait_until(function ()
		return read_file(self.directory.."/ready") or not (self.settings.daemonize or self:running()) and "ended";
	end);
	if not ready or ready == "ended" then
		local state = ready and "Prosody ended while starting" or "Prosody did not start in time";
		self:kill();
		error(("%s:\n%s\n%s"):format(state, read_file(self.directory.."/output.log") or "", (self:log() or ""):sub(-3000)), 2);
	end
	if math.tointeger(ready) ~= self.pid then -- The one that serves is not the one that we started: it was forked (-D), or has a prefix.
		if self.settings.daemonize then
			Server.watch(self.pid, true);
			self.process:close();
			self.process = nil;
		else
			self.wrapper = self.pid;
		end
		self.pid = math.tointeger(ready);
		Server.watch(self.pid);
	end
	return self;
end

-- () → whether the server's process lives
function Server:running() return self.pid ~= nil and alive(self.pid); end

-- (function, seconds or nil) → what the function returned, once that is true; nil if it was not in time
function Server:wait_until(condition, seconds) -- luacheck: ignore 212/self
	local deadline = socket.gettime() + (seconds or patience);
	repeat
		local result = condition();
		if result then return result; end
		socket.sleep(0.005);
	until socket.gettime() > deadline;
	return nil;
end

-- (name of a signal) sends it to the server: "STOP" and "CONT" suspend and resume it, "HUP" reloads its configuration
function Server:signal(name)
	return shell("kill -%s %d 2>/dev/null", name, self.pid);
end

-- Waits for the process to be gone and forgets it. → "exit", code or "signal", number (nothing for a server that was started with -D)
function Server:reap()
	for host, control in pairs(self.controls) do
		control:close();
		self.controls[host] = nil;
	end
	if not self:wait_until(function () return not alive(self.pid) and not (self.wrapper and alive(self.wrapper)); end) then
		self:signal("KILL");
		error("Prosody did not stop in time:\n"..(self:log() or ""):sub(-3000), 3);
	end
	Server.watch(self.pid, true);
	if self.wrapper then Server.watch(self.wrapper, true); end
	local process = self.process;
	self.pid, self.process, self.wrapper = nil, nil, nil;
	if process then
		local _, how, code = process:close();
		return how, code;
	end
end

-- Stops the server in the ordinary way and waits for its end. → as Server:reap
function Server:stop()
	self:signal("TERM");
	return self:reap();
end

-- Kills the server (kill -9), so that nothing of it gets a chance to tidy up. → as Server:reap
function Server:kill()
	self:signal("CONT");
	self:signal("KILL");
	return self:reap();
end

-- Stops the server and starts it again with the same data, after changing its settings where a table of them is given. → itself
function Server:restart(settings)
	self:stop();
	for name, value in pairs(settings or {}) do self.settings[name] = value; end
	return self:start();
end

-- Removes what the server has left, which must be stopped. The end of the run does that too.
function Server:remove()
	assert(not self.pid, "this server still runs");
	if not (run.kept or os.getenv("KEEP")) then assert(shell("rm -rf %s", quoted(self.directory))); end
end

-- (host or nil, options of Client.connect or nil) → client with an open stream
function Server:client(host, options)
	local settings = { host = host or self.hosts[1], port = self.port };
	for name, value in pairs(options or {}) do settings[name] = value; end
	local client = Client.connect(settings);
	table.insert(self.clients, client);
	return client;
end

-- Runs Lua code inside the server, where it finds `module` (the API on that host), `invites` (what mod_invites offers), `prosody`,
-- `usermanager` and Prosody's other managers, and may wait for asynchronous work.
-- (host or nil, code, arguments for it as ...) → what the code returned (plain data: functions and the like come as strings). Throws what it threw.
function Server:eval(host, code, ...)
	host = host or self.hosts[1];
	local control = self.controls[host];
	if not control then
		control = assert(socket.tcp());
		control:settimeout(patience);
		assert(control:connect("127.0.0.1", self.driver_port));
		control:setoption("tcp-nodelay", true);
		self.controls[host] = control;
	end
	local request = serialization.serialize({ host = host, code = code, arguments = table.pack(...) }, "compact");
	local function receive(what)
		local answer, err = control:receive(what);
		if answer then return answer; end
		control:close();
		self.controls[host] = nil;
		error("no answer from inside the server: "..err, 3);
	end
	control:send(#request..":"..request..",");
	local length = "";
	repeat
		local digit = receive(1);
		length = length..digit;
	until digit == ":";
	local answer = assert(serialization.deserialize(receive(tonumber(length:sub(1, -2)))));
	receive(1);
	if not answer.ok then
		error(answer.values[1], 2);
	end
	return table.unpack(answer.values, 1, answer.n);
end

-- Calls a function of mod_invites. (host or nil, its name, arguments...) → what it returned
function Server:invites(host, name, ...)
	return self:eval(host, "local name = ...; return assert(invites, 'mod_invites is not loaded')[name](select(2, ...))", name, ...);
end

-- Runs prosodyctl on this server's configuration. (arguments...) → output, exit code
function Server:ctl(...)
	self:write_config();
	local pipe = io.popen("("..self:ctl_command(...)..") 2>&1 </dev/null");
	local output = pipe:read("a");
	local _, _, code = pipe:close();
	return output, code;
end

-- (words...) → shell text that runs prosodyctl on this server's configuration
function Server:ctl_command(...)
	local words = table.pack(...);
	for i = 1, words.n do words[i] = quoted(words[i]); end
	return self:command("prosodyctl", table.concat(words, " "));
end

-- Runs prosodyctl as a script would. (words...) → what it printed, exit code, what went to the standard error.
-- Where a library is missing that it could make use of, Prosody begins with advice between two lines of stars. That is left out.
function Server:prosodyctl(...)
	self:write_config();
	local errors = self.directory.."/errors";
	local pipe = io.popen(("(%s) 2>%s </dev/null"):format(self:ctl_command(...), quoted(errors)));
	local output = pipe:read("a"):gsub("^%s*%*%*%*+\n.-\n%*%*%*+\n+", "");
	local _, _, code = pipe:close();
	return output, code, read_file(errors);
end

-- () → all that the server has logged since it was made
function Server:log()
	return read_file(self.log_file);
end

-- (Lua pattern, seconds or nil) → the part of the log that matched, as soon as there is one, or nil
function Server:wait_log(pattern, seconds)
	return self:wait_until(function () return (self:log() or ""):match(pattern); end, seconds);
end

return Server;
