-- Runs commands of the admin shell inside the server while another client pings it, and lists the entry points of our modules.

local socket = require "socket";
local serialization = require "util.serialization";

local Inside = {};
Inside.__index = Inside;

-- (server, host) → inside
function Inside.new(server, host)
	return setmetatable({ server = server, host = host }, Inside);
end

-- The commands of the shell by their full names: on 13.0 they are items, on 0.12 there is a table of them.
local shell = [[
	local commands = {};
	for _, item in ipairs(module:get_host_items("shell-command")) do
		if item.section:find("^invite") then commands[item.section.." "..item.name] = item.handler; end
	end
	for section, functions in pairs(module:context("*"):shared("/*/admin_shell/env")) do
		for name, run in pairs(type(section) == "string" and section:find("^invite") and type(functions) == "table" and functions or {}) do
			commands[section.." "..name] = commands[section.." "..name] or type(run) == "function" and run or nil;
		end
	end
]];

-- () → sorted array of the commands
function Inside:commands()
	return self.server:eval(self.host, shell..[[
		local names = {};
		for name in pairs(commands) do table.insert(names, name); end
		table.sort(names);
		return names;
	]]);
end

-- (command, array of arguments, table of flags) → function () → connection, function () → was there an answer that is no traceback?
function Inside:run(command, arguments, flags)
	return function ()
		local conn = assert(socket.tcp());
		conn:settimeout(20);
		assert(conn:connect("127.0.0.1", self.server.driver_port));
		local request = serialization.serialize({ host = self.host; arguments = table.pack(command, arguments, flags); code = shell..[[
			local command, arguments, flags = ...;
			local session = { print = function () end; repl = false; width = 130 };
			table.insert(arguments, next(flags) and flags or nil);
			local ok, text = commands[command]({ session = session }, table.unpack(arguments));
			return ok and true or false, type(text), tostring(text);
		]] }, "compact");
		conn:send(#request..":"..request..",");
		return conn, function ()
			local length = tonumber((conn:receive(1) or ""), 10);
			if not length then return false; end
			repeat
				local digit = conn:receive(1);
				length = tonumber(digit, 10) and length * 10 + tonumber(digit, 10) or length;
			until digit == ":" or not digit;
			local answer = serialization.deserialize(conn:receive(length));
			conn:close();
			return answer.ok and (answer.values[1] == true or answer.values[2] == "string");
		end;
	end;
end

-- () → array of the entry points that our modules have: "event …", "adhoc …", "http …", "shell …"
function Inside:entries()
	local entries = self.server:eval(self.host, [[
		local found = {};
		for name, environment in pairs(prosody.hosts[host].modules) do
			local handlers = (name:find("^invites") or name == "register_apps") and environment.module.event_handlers;
			for _, event in (handlers or require "util.multitable".new()):iter(nil, nil, nil) do found["event "..event] = true; end
		end
		for _, item in ipairs(module:get_host_items("adhoc")) do found["adhoc "..item.node] = true; end
		for _, item in ipairs(module:get_host_items("http-provider")) do
			local name = item._provided_by or item.name;
			for route in pairs((name:find("^invites") or name == "register_apps") and item.route or {}) do
				found["http "..name..route:gsub("^%u+ ?", "")] = true;
			end
		end
		local list = {};
		for entry in pairs(found) do table.insert(list, entry); end
		table.sort(list);
		return list;
	]]);
	for _, command in ipairs(self:commands()) do table.insert(entries, "shell "..command); end
	return entries;
end

return Inside;
