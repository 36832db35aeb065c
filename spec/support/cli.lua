-- The command line for the fast specs: the same commands through the admin shell of a server, and through prosodyctl.
--
--   local cli = require "spec.support.cli";
--   local shell = cli.shell(server, "example.com");
--   local ok, text, lines = shell("list", "example.com", { json = true });
--   local ctl = cli.prosodyctl(server, "example.com"); -- a server with process = "prosodyctl"
--   local status, output, errors = ctl("list", "example.com", "--json");

local cli = {};

-- (server; a host of it; fields of the shell's session, such as repl = false, or nil; section of the commands, "invite" if nil) → function (command,
-- arguments...) → what the shell is told: true, text or nil, error; array of what was printed
function cli.shell(server, host, fields, section)
	local modulemanager = require "core.modulemanager";
	local invites = modulemanager.get_module(host, "invites");
	section = section or "invite";
	return function (name, ...)
		local printed = {};
		local session = { width = 130; print = function (...) table.insert(printed, table.concat({ ... }, "\t")); end };
		for key, value in pairs(fields or {}) do session[key] = value; end
		local shell = { session = session };
		local handler = server.version == "0.12" and invites.module:shared("/*/admin_shell/env")[section][name];
		for _, item in ipairs(modulemanager.get_items("shell-command", host) or {}) do
			if item.section == section and item.name == name then handler = item.handler; end
		end
		assert(handler, "the shell has no command "..name);
		local ok, text = handler(shell, ...);
		return ok, text, printed;
	end;
end

-- (function (arguments) of a module, arguments) → exit status, what was printed, what went to stderr
function cli.captured(command, arguments)
	local errors = {};
	local real_stdout, real_stderr = io.stdout, io.stderr;
	io.stdout = assert(io.tmpfile()); -- luacheck: ignore 122
	io.stderr = { write = function (_, ...) table.insert(errors, table.concat({ ... })); end }; -- luacheck: ignore 122
	local ok, status = pcall(command, arguments);
	io.stdout:seek("set");
	local output = (io.stdout:read("*a") or ""):gsub("\n$", "");
	io.stdout:close();
	io.stdout, io.stderr = real_stdout, real_stderr; -- luacheck: ignore 122
	assert(ok, status);
	return status, output, table.concat(errors);
end

-- (server, host) → function (arguments...) → exit status, what was printed, what went to stderr
function cli.prosodyctl(server, host)
	return function (...)
		local modulemanager = require "core.modulemanager";
		-- Each run begins without the modules of the one before, except what keeps the data.
		for name in pairs(prosody.hosts[host].modules) do
			if not name:find("^storage_") then server:unload(host, name); end
		end
		assert(modulemanager.load("*", "invites"));
		local module = modulemanager.get_module("*", "invites");
		local status, output, errors = cli.captured(module.module.command, { ... });
		if modulemanager.is_loaded("*", "invites") then server:unload("*", "invites"); end
		return status, output, errors;
	end;
end

-- (shell of a host, the host, arguments...) runs the command export → what it says, array of what was printed
function cli.export(shell, host, ...)
	local ok, text, printed = shell("export", host, ...);
	assert(ok, text);
	return text, printed;
end

-- (host, the time now, fields that differ or nil) → an invite as Prosody's own module stores it
function cli.bundled_invite(host, now, fields)
	local invite = { type = "register"; jid = host; allow_registration = true; created_at = now - 10; expires = now + 1000; uri = "xmpp:x" };
	for name, value in pairs(fields or {}) do invite[name] = value; end
	return invite;
end

-- (text with a link) → the token in it
function cli.token(text) return text:match("preauth=([%w_-]+)"); end

return cli;
