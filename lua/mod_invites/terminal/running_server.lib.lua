-- Asks a running server through the socket of its admin shell what it has loaded. For prosodyctl, which is another process.
--
-- Returns function (host) → { version; started = Unix seconds; modules = { name → path } }, or nil, why: nobody answers, or not in time

local resolve_relative_path = require "util.paths".resolve_relative_path;
local st = require "util.stanza";

local command = require_once "invites_core".command;
local reader = require_once "invites_config/reader";

local patience = 3; -- seconds

-- The shell runs what follows ">" as Lua code. Each line of its answer: name, tab, value.
local question = [[>(function ()
	local lines = { "version\t"..tostring(prosody.version), "started\t"..tostring(prosody.start_time) };
	for name, loaded in pairs((prosody.hosts[%q] or {}).modules or {}) do
		table.insert(lines, "mod_"..name.."\t"..tostring(loaded.module.path));
	end
	return table.concat(lines, "\n");
end)()]];

local function connect()
	local have_unix, unix = pcall(require, "socket.unix");
	if not have_unix then return nil, "no unix sockets"; end
	local connection = (type(unix) == "table" and unix.stream or unix)(); -- it has been a function
	connection:settimeout(patience);
	local path = resolve_relative_path(prosody.paths.data, reader.read("*", "admin_socket"));
	local ok, err = connection:connect(path);
	if not ok then return nil, ("%s: %s"):format(path, err); end
	return connection;
end

return function (host)
	local connection, err = connect();
	if not connection then return nil, err; end
	connection:send("<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='xmpp:prosody.im/admin'>"
		..tostring(st.stanza("repl-input", { width = "130"; repl = "0" }):text(question:format(host))));
	local received = "";
	while not received:find("</repl-result>", -14, true) do
		local byte = connection:receive(1);
		if not byte or #received > 100000 then break; end
		received = received..byte;
	end
	connection:close();
	return command.running(received);
end
