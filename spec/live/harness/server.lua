-- A real Prosody in a directory of its own: started, asked, stopped, killed, started again on the same data.
-- All servers of a run live below one directory in target/live, and none outlives the run (see kill_on_exit.sh).

local socket = require "socket";
local paths = require "spec.support.paths";
local Client = require "spec.live.harness.client";
local serialization = require "util.serialization";

local Server = {};
Server.__index = Server;

-- How long a server may take to start or to stop before that counts as a failure, in seconds. It takes less than one.
local patience = 30;

-- (shell command) → true, or nil, "exit" or "signal", number
local function shell(command, ...)
	return os.execute(command:format(...));
end

-- (text) → the same text as one word for the shell
local function quoted(text)
	return "'"..tostring(text):gsub("'", "'\\''").."'";
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

-- One directory and one guard for all servers of this process; made when the first one is.
local run = { servers = {} };

local function begin_run()
	if run.guard then return; end
	local parent = paths.root.."/target/live";
	assert(shell("mkdir -p %s", quoted(parent)));
	run.directory = assert(paths.capture("mktemp -d "..quoted(parent.."/XXXXXX")));
	run.guard = io.popen(("exec setsid sh %s %s"):format(quoted(paths.root.."/spec/live/harness/kill_on_exit.sh"), quoted(run.directory)), "w");
	run.guard:setvbuf("line");
end

-- () → the directory of this run. It goes with the run, unless Server.keep() was called or KEEP=1 is in the environment.
function Server.directory()
	begin_run();
	return run.directory;
end

-- Tells that this run's directory is wanted afterwards: something failed.
function Server.keep()
	if run.guard and not run.kept then
		run.kept = true;
		run.guard:write("keep\n");
	end
end

-- (pid) registers a process that must not outlive this run; (pid, true) takes it off again.
function Server.watch(pid, ended)
	begin_run();
	run.guard:write(ended and "stop " or "start ", math.tointeger(pid), "\n");
end

-- Ends the run: stops what still runs, removes the directory. → the directory, if it was kept
function Server.finish()
	for _, server in ipairs(run.servers) do
		if server.pid then pcall(server.kill, server); end
	end
	local guard, kept = run.guard, run.kept and run.directory;
	run = { servers = {} };
	if guard then guard:close(); end
	return kept or nil;
end

-- Outside the range that the system takes for outgoing connections, where the port could be lost again before the server has it.
local taken = {};
-- () → number of a port on 127.0.0.1 that is free, and was not given out before
function Server.free_port()
	for _ = 1, 1000 do
		local port = math.random(10000, 32000);
		local listening = not taken[port] and socket.bind("127.0.0.1", port);
		if listening then
			taken[port] = true;
			listening:close();
			return port;
		end
	end
	error("no free port found");
end

-- For root, permissions of files mean nothing, so a server started by root goes without that privilege: specs that make a
-- file unreadable or read-only then see the same as an ordinary user would.
local unprivileged = "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search ";
if not shell("test $(id -u) = 0 && %s test -r %s 2>/dev/null", unprivileged, quoted(paths.root.."/spec/live/harness/launch.lua")) then
	unprivileged = "";
end

-- (table option → value) → lines for Prosody's configuration
local function config_lines(options)
	local names, lines = {}, {};
	for name in pairs(options) do table.insert(names, name); end
	table.sort(names);
	for _, name in ipairs(names) do
		table.insert(lines, ("%s = %s;"):format(name, serialization.serialize(options[name], "oneline")));
	end
	return table.concat(lines, "\n").."\n";
end

-- (list, list of what to leave out) → list
local function without(list, unwanted)
	local result = {};
	for _, name in ipairs(list) do
		for _, other in ipairs(unwanted or {}) do
			if name == other then name = nil; end
		end
		table.insert(result, name);
	end
	return result;
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
--   bundled       true: Prosody's own mod_invites and mod_invites_register instead of ours
--   plugin_paths  list of plugin folders instead of the checkout's lua/
--   storage       value for Prosody's option of that name
--   env           table of environment variables
--   prefix        a command to run the server under, such as "strace -f -o file"
--   daemonize     true: start with -D
--   tls, s2s, http   true: with a self-signed certificate; connections to other servers (see :route); an HTTP port
--   data          directory for the data instead of one inside .directory
function Server.new(options)
	begin_run();
	local self = setmetatable({ settings = options or {}, routes = {}, controls = {} }, Server);
	self.version = self.settings.version or paths.version;
	self.installation = paths.prosody(self.version);
	table.insert(run.servers, self);
	self.directory = ("%s/%d"):format(run.directory, #run.servers);
	self.data = self.settings.data or self.directory.."/data";
	self.log_file = self.directory.."/prosody.log";
	self.port, self.driver_port = Server.free_port(), Server.free_port();
	self.s2s_port = self.settings.s2s and Server.free_port();
	self.http_port = self.settings.http and Server.free_port();
	self.hosts = {};
	for key, value in pairs(self.settings.hosts or { "localhost" }) do
		table.insert(self.hosts, type(key) == "number" and value or key);
	end
	table.sort(self.hosts);
	assert(shell("mkdir -p %s %s", quoted(self.directory.."/certs"), quoted(self.data)));
	if self.settings.tls then self:make_certificate(); end
	return self;
end

-- Makes a server and starts it. (options as in Server.new) → server
function Server.start_new(options)
	return Server.new(options):start();
end

function Server:make_certificate()
	local log = self.directory.."/openssl.log";
	assert(shell("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=%s"
		.." -addext subjectAltName=DNS:%s -keyout %s -out %s 2>%s", self.hosts[1], table.concat(self.hosts, ",DNS:"),
		quoted(self.directory.."/key.pem"), quoted(self.directory.."/cert.pem"), quoted(log)), "openssl failed, see "..log);
end

-- (other server) tells this server, before it starts, where the hosts of another one are
function Server:route(other)
	for _, host in ipairs(other.hosts) do
		self.routes[host] = other.s2s_port;
	end
	return self;
end

function Server:write_config()
	local settings = self.settings;
	local plugin_paths = settings.plugin_paths or (settings.bundled and {} or { paths.root.."/lua" });
	local modules = without({ "roster", "saslauth", "disco", "ping", "invites", "invites_register", "spec_driver" }, settings.without);
	local disabled = {};
	if settings.tls then table.insert(modules, "tls"); end
	if settings.s2s then
		table.insert(modules, "dialback");
	else
		disabled = { "s2s", "s2s_auth_certs" };
	end
	for _, name in ipairs(settings.modules or {}) do table.insert(modules, name); end

	local options = {
		data_path = self.data, pidfile = self.directory.."/prosody.pid";
		plugin_paths = { paths.root.."/spec/live/harness/modules", table.unpack(plugin_paths) };
		modules_enabled = modules, modules_disabled = disabled;
		log = { debug = self.log_file };
		interfaces = { "127.0.0.1" }, local_interfaces = { "127.0.0.1" }, use_ipv6 = false;
		c2s_ports = { self.port }, c2s_direct_tls_ports = {}, s2s_ports = { self.s2s_port or nil }, s2s_direct_tls_ports = {};
		http_ports = { self.http_port or nil }, https_ports = {}, http_interfaces = { "127.0.0.1" };
		spec_driver_ports = { self.driver_port }, spec_driver_ready = self.directory.."/ready", spec_driver_routes = self.routes;
		admin_socket = self.directory.."/admin.sock";
		network_default_read_size = Client.read_size; -- see there
		run_as_root = true;
		c2s_require_encryption = false, allow_unencrypted_plain_auth = true;
		s2s_require_encryption = false, s2s_secure_auth = false;
		storage = settings.storage;
	};
	if settings.tls then
		options.ssl = { key = self.directory.."/key.pem", certificate = self.directory.."/cert.pem" };
	end
	for name, value in pairs(settings.options or {}) do options[name] = value; end

	local text = { config_lines(options), settings.config or "" };
	for _, host in ipairs(self.hosts) do
		local of_host = settings.hosts and settings.hosts[host] or "";
		table.insert(text, ("VirtualHost %q\n"):format(host)..(type(of_host) == "table" and config_lines(of_host) or of_host));
	end
	table.insert(text, settings.components or "");
	write_file(self.directory.."/prosody.cfg.lua", table.concat(text, "\n"));
end

-- (script, its arguments as shell text) → shell text that runs one of this Prosody's scripts on this server's directories
function Server:command(script, arguments)
	local environment = {};
	for name, value in pairs(self.settings.env or {}) do
		table.insert(environment, quoted(name.."="..value));
	end
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

-- (pid) → whether there is such a process that is not merely waiting to be reaped
local function alive(pid)
	local status = read_file(("/proc/%d/stat"):format(pid));
	return status ~= nil and status:match("%) (%a)") ~= "Z";
end

-- () → whether the server's process lives
function Server:running()
	return self.pid ~= nil and alive(self.pid);
end

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
	return Client.connect(settings);
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
	local arguments = table.pack(...);
	for i = 1, arguments.n do arguments[i] = quoted(arguments[i]); end
	self:write_config();
	local pipe = io.popen("("..self:command("prosodyctl", table.concat(arguments, " "))..") 2>&1 </dev/null");
	local output = pipe:read("a");
	local _, _, code = pipe:close();
	return output, code;
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
