-- A section of commands in the admin shell.
--
-- Returns function (section, as commands/commands.lib.lua has it) → the same in the form that compat.add_shell_commands takes.

local core = require_once "invites_core";
local output = require_once "mod_invites/terminal/output";
local run = require_once "mod_invites/terminal/runner";

return function (section)
	local commands = core.command.section(section.name);
	for _, command in ipairs(commands) do
		function command.help(session)
			session.print(command.text);
			return true, "Help about "..command.name;
		end

		function command.run(environment, session, ...)
			local out = output.shell(session);
			local typed = { n = select("#", ...) + 1; command.name, ... };
			local outcome, text, usage = run("shell", section, typed, out, function () return environment; end);
			if outcome == "help" then return command.help(session); end
			out.finish(outcome == "done");
			if outcome == "mistyped" then session.print("usage: "..usage); end -- the error comes last, where it is seen
			return outcome == "done" or nil, output.clean(text);
		end
	end
	return commands;
end
