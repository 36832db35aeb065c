-- Prosody for the fast specs: the server's own module loader, module API, user manager and storage (in memory), without sockets, timers
-- or files. Time passes when a spec says so.
--
--   local prosody = require "spec.support.prosody";
--   local server = prosody.new { version = "13.0"; hosts = { ["example.com"] = { invite_expiry = 60 } } };
--   local invites = server:load("example.com", "invites");
--   ...
--   server:stop();

-- luacheck: globals prosody

local lfs = require "lfs";
local socket = require "socket";
local paths = require "spec.support.paths";

local search_path, search_cpath = package.path, package.cpath;
local searchers = { table.unpack(package.searchers) };
local versions = paths.versions;
assert(versions[1], "no Prosody was found");

local real_time, real_monotonic, real_now = os.time, nil, nil;

local server_methods = {};
local server_mt = { __index = server_methods };

-- Lua's search for libraries as it was: what 13.0 adds to it would be added again for each file of specs.
local function restore_search()
	package.path, package.cpath = search_path, search_cpath; -- luacheck: ignore 122
	for i = #package.searchers, 1, -1 do package.searchers[i] = searchers[i]; end
	package.loaded.loader = nil;
end

-- (function of one argument) → the same, which keeps what it has found
local function kept(compute)
	local found = {};
	return function (key)
		local value = found[key];
		if value == nil then
			value = compute(key) or false;
			found[key] = value;
		end
		return value;
	end
end

local find_file = kept(function (path) return package.searchpath("", path, ""); end);
local compile_library = kept(loadfile);
local compiled_modules, filtered_modules = {}, {};

-- Each spec has a server of its own, and each server loads about a hundred files. It runs them anew, but they are read and compiled once.
local function compile_once(source)
	table.insert(package.searchers, 2, function (name)
		name = name:gsub("^prosody%.", "");
		local path = source.."/"..name:gsub("%.", "/");
		if find_file(path..".lua") then return assert(compile_library(path..".lua")), path; end
		if find_file(path..".so") then return assert(package.loadlib(path..".so", "luaopen_"..name:gsub("%.", "_"))), path; end
	end);
	local envload = require "util.envload";
	local load_text = envload.envload;
	function envload.envload(code, name, env)
		local key = name.."\n"..code;
		if not compiled_modules[key] then
			local compiled, err = load_text(code, name, env);
			if not compiled then return nil, err; end
			compiled_modules[key] = string.dump(compiled);
		end
		return load(compiled_modules[key], name, "b", env);
	end
	local pluginloader = require "util.pluginloader";
	local init = pluginloader.init;
	function pluginloader.init(options)
		local filter = options and options.load_filter_cb;
		if filter then
			function options.load_filter_cb(path, content)
				local key = source.."\n"..content;
				filtered_modules[key] = filtered_modules[key] or select(3, filter(path, content));
				if not filtered_modules[key] then return filter(path, content); end
				return path, content, filtered_modules[key];
			end
		end
		return init(options);
	end
end

-- Everything of Prosody that remembers the server it was loaded in.
local function use(source)
	for name in pairs(package.loaded) do
		if name:find("^core%.") or name:find("^util%.") or name:find("^prosody%.") or name:find("^net%.") then
			package.loaded[name] = nil;
		end
	end
	package.path, package.cpath = source.."/?.lua;"..search_path, source.."/?.so;"..search_cpath; -- luacheck: ignore 122
	pcall(require, "loader"); -- with which 13.0 finds its own libraries by either of their names
end

-- What net.server offers for descriptors. settle() waits for the library's thread, and calls whoever watches a descriptor that can be read.
local function new_watches()
	local watches, drain = {}, nil;
	local function watchfd(fd, onreadable)
		local watch = { getfd = function () return fd; end; onreadable = onreadable };
		function watch:close() watches[self] = nil; end
		watches[watch] = true;
		return watch;
	end
	local function settle()
		if next(watches) == nil then return; end
		drain = drain or package.loadlib(prosody.invites_core_path, "luaopen_invites_core")().drain;
		repeat
			assert(drain(10), "the thread of the library is stuck");
			local list = {};
			for watch in pairs(watches) do table.insert(list, watch); end
			local readable = socket.select(list, nil, 0);
			for _, watch in ipairs(readable) do watch.onreadable(); end
		until #readable == 0;
	end
	return watchfd, settle;
end

-- What util.timer offers, run by server:advance(). settle() is called after each.
local function new_timers(settle)
	local due, elapsed, last = {}, 0, 0;
	local timers = {};
	function timers.add_task(delay, callback, param)
		last = last + 1;
		due[last] = { at = elapsed + delay, callback = callback, param = param };
		return last;
	end
	function timers.stop(id) due[id] = nil; end
	function timers.reschedule(id, delay) due[id].at = elapsed + delay; end
	function timers.advance(seconds)
		local target = elapsed + seconds;
		settle();
		while true do
			local id;
			for candidate, task in pairs(due) do
				local first = not id or task.at < due[id].at or task.at == due[id].at and candidate < id;
				if first and task.at <= target then id = candidate; end
			end
			if not id then break; end
			local task = due[id];
			elapsed = math.max(elapsed, task.at);
			due[id] = nil;
			local again = task.callback(elapsed, id, task.param);
			settle();
			if type(again) == "number" then due[id] = { at = elapsed + again, callback = task.callback, param = task.param }; end
		end
		elapsed = target;
	end
	function timers.elapsed() return elapsed; end
	return timers;
end

-- new { version = one of .versions (the first); hosts = { [host] = { option = value } }; global = { option = value };
-- process = "prosody" or "prosodyctl"; running = is the server past its start? (true); plugin_path = directory;
-- paths = { installer = ... } } → server; server.posted: the stanzas that modules have sent with module:send
local function new(wish)
	local version = wish.version or versions[1];
	local source = paths.prosody(version).source;
	use(source);
	local watchfd, settle = new_watches();
	local timers = new_timers(settle);
	local data = os.tmpname();
	os.remove(data);
	assert(lfs.mkdir(data));

	local server = setmetatable({
		version = version; logs = {}; posted = {}; timers = timers; data = data; settle_watches = settle;
	}, server_mt);
	os.time = function (t) -- luacheck: ignore 122
		return t and real_time(t) or real_time() + math.floor(timers.elapsed()) + (server.clock_ahead or 0);
	end
	real_monotonic = real_monotonic or require "util.time".monotonic;
	require "util.time".monotonic = function () return real_monotonic() + timers.elapsed(); end
	real_now = real_now or require "util.time".now;
	require "util.time".now = function () return real_now() + timers.elapsed(); end

	package.loaded["util.timer"] = timers;
	package.loaded["net.server"] = {
		add_task = timers.add_task; watchfd = watchfd; hook_signal = function () end; get_backend = function () return "none"; end;
	};
	_G.CFG_PLUGINDIR = (wish.plugin_path or paths.root.."/lua")..";"..source.."/modules";
	_G.prosody = {
		events = require "util.events".new(); platform = "posix"; process_type = wish.process or "prosody";
		hosts = {}; bare_sessions = {}; full_sessions = {}; version = "spec";
		core_post_stanza = function (_, stanza) table.insert(server.posted, stanza); end;
		start_time = wish.running ~= false and (wish.process or "prosody") == "prosody" and real_time() or nil;
		paths = { data = data; source = source; plugins = _G.CFG_PLUGINDIR; config = data; installer = wish.paths and wish.paths.installer };
	};
	compile_once(source);
	require "util.import";
	require "util.logger".add_simple_sink(function (name, level, message)
		table.insert(server.logs, { name = name; level = level; text = message });
	end);
	require "util.async".set_nexttick(function (f) timers.add_task(0, f); end);
	require "util.async".set_schedule_function(timers.add_task);

	local config = require "core.configmanager";
	config.set("*", "storage", "memory");
	for name, value in pairs(wish.global or {}) do config.set("*", name, value); end
	for host, options in pairs(wish.hosts or { ["example.com"] = {} }) do
		config.set(host, "defined", true);
		for name, value in pairs(options) do config.set(host, name, value); end
	end

	require "core.modulemanager";
	require "core.storagemanager";
	require "core.usermanager";
	for host in pairs(wish.hosts or { ["example.com"] = {} }) do server:add_host(host); end
	return server;
end

function server_methods:add_host(host)
	local prosodyctl = prosody.process_type == "prosodyctl";
	prosody.hosts[host] = {
		host = host; type = "local"; modules = {}; sessions = {};
		events = prosodyctl and prosody.events or require "util.events".new();
		users = prosodyctl and require "core.usermanager".new_null_provider() or nil;
	};
	if not prosodyctl then
		require "core.storagemanager".initialize_host(host);
		require "core.usermanager".initialize_host(host);
	end
end

-- (host, module) → its environment, or nil, error
function server_methods:load(host, name) return require "core.modulemanager".load(host, name); end
function server_methods:reload(host, name) return require "core.modulemanager".reload(host, name); end
function server_methods:unload(host, name) return require "core.modulemanager".unload(host, name); end

-- What happens at the end of Prosody's start.
function server_methods:started()
	prosody.start_time = real_time();
	prosody.events.fire_event("server-started");
	self:settle();
end

-- Lets go on who waits for the thread of the library.
function server_methods:settle() self.settle_watches(); end

-- Lets so many seconds pass: timers run, os.time() moves on. Where server.clock_ahead is set, os.time() is wrong by so much.
function server_methods:advance(seconds) self.timers.advance(seconds); end

-- (username, host, password) → as registration makes an account; (…, nil) → the half-made one that 13.0 begins with
function server_methods:create_user(username, host, password)
	return assert(require "core.usermanager".create_user(username, password, host));
end
function server_methods:delete_user(username, host)
	local results = table.pack(require "core.usermanager".delete_user(username, host));
	self:settle();
	return table.unpack(results, 1, results.n);
end

-- (level, Lua pattern or nil) → array of the lines logged by modules at this level
function server_methods:logged(level, pattern)
	local found = {};
	for _, line in ipairs(self.logs) do
		if line.level == level and (not pattern or line.text:find(pattern)) then table.insert(found, line.text); end
	end
	return found;
end

function server_methods:stop()
	for host, session in pairs(prosody.hosts) do
		for name in pairs(session.modules) do self:unload(host, name); end
	end
	restore_search();
	os.time = real_time; -- luacheck: ignore 122
	require "util.time".monotonic, require "util.time".now = real_monotonic, real_now;
	if not lfs.rmdir(self.data) then os.execute("rm -rf "..self.data); end
	_G.prosody, _G.CFG_PLUGINDIR = nil, nil;
end

return { new = new; versions = versions };
