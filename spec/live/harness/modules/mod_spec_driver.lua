-- For tests only: runs Lua code that the specs send, inside the server, and tells them when the server has started. A port of its own,
-- so that nothing about client streams (limits, encryption, features) can get in the way, or be changed by it.
--
-- Protocol: netstrings; a serialized { host, code, arguments } one way, a serialized { ok, n, values } back.
-- Options: spec_driver_ports, spec_driver_ready (file that gets the process id once the server has started),
-- spec_driver_routes (domain → port on 127.0.0.1: where other test servers are, as they have no DNS).

local async = require "util.async";
local modulemanager = require "core.modulemanager";
local pposix = require "util.pposix";
local serialization = require "util.serialization";
local service = require "net.resolvers.service";
local manual = require "net.resolvers.manual";
local timer = require "util.timer";
local unpack = table.unpack;

module:set_global();

local ready_file = module:get_option_string("spec_driver_ready");
local routes = module:get_option("spec_driver_routes", {});

local hosts = {}; -- host → module API of this module on that host

function module.add_host(host_module)
	hosts[host_module.host] = host_module;
end

-- (host) → environment of the code to run: the host's own module API, Prosody's managers, and `invites`, which is
-- looked up anew each time (module:depends would tie this module to the reloads of that one).
local function environment(host)
	local env = { module = hosts[host] or module, host = host, prosody = prosody };
	return setmetatable(env, { __index = function (_, name)
		if name == "invites" then
			return modulemanager.get_module(host, "invites");
		elseif name:find("manager$") then
			return require("core."..name);
		end
		return _G[name];
	end });
end

local serialize = serialization.new({ preset = "compact", fatal = false, fallback = function (value)
	return ("%q"):format(tostring(value));
end });

-- Waits until the library's thread has done what it was asked, and those who wait for it have gone on.
local function settle()
	if not prosody.invites_core_path or not async.ready() then return; end
	local drain = package.loadlib(prosody.invites_core_path, "luaopen_invites_core")().drain;
	for _ = 1, 2 do -- who goes on may ask once more
		drain(10);
		for _ = 1, 2 do async.sleep(0); end -- timers come before descriptors
	end
end

local function run(request)
	settle();
	local code, err = load(request.code, "=eval", "t", environment(request.host));
	if not code then return false, err; end
	return xpcall(code, function (message)
		return type(message) == "string" and debug.traceback(message, 2) or message;
	end, unpack(request.arguments, 1, request.arguments.n));
end

-- Netstrings may arrive in pieces, and several connections may wait for a provider at the same time: one buffer and one runner each.
local listener = { default_port = 5582 };
local buffers, runners = {}, {};

function listener.onconnect(conn)
	buffers[conn] = "";
	runners[conn] = async.runner(function (text)
		local results = table.pack(run(serialization.deserialize(text)));
		local answer = serialize({ ok = results[1], n = results.n - 1, values = { unpack(results, 2, results.n) } });
		conn:write(#answer..":"..answer..",");
	end);
end

function listener.onincoming(conn, data)
	buffers[conn] = buffers[conn]..data;
	while true do
		local length, from = buffers[conn]:match("^(%d+):()");
		if not length or #buffers[conn] < from + length then break; end
		local text = buffers[conn]:sub(from, from + length - 1);
		buffers[conn] = buffers[conn]:sub(from + length + 1);
		runners[conn]:run(text);
	end
end

function listener.ondisconnect(conn)
	buffers[conn], runners[conn] = nil, nil;
end

module:provides("net", { name = "spec_driver", listener = listener, default_port = 5582, private = true });

-- Last of all, so that whatever else waits for this event has had its turn; and in the process that serves, not the one that
-- Prosody 0.12 forked from.
module:hook("server-started", function ()
	if not ready_file then return; end
	local file = assert(io.open(ready_file..".new", "w"));
	file:write(tostring(pposix.getpid()));
	file:close();
	os.rename(ready_file..".new", ready_file);
end, -2000);

-- A server that has closed everything still waits for its next timer, which may be a second away, before it ends.
module:hook("server-stopped", function ()
	timer.add_task(0.01, function () end);
end);

if next(routes) then
	local new = service.new;
	function service.new(domain, name, kind, extra)
		local port = routes[domain];
		if not port then return new(domain, name, kind, extra); end
		return manual.new(name == "xmpp-server" and { { "tcp4", "127.0.0.1", port, extra } } or {}, kind, extra);
	end
	function module.unload() service.new = new; end
end
