-- A section of commands in the admin shell.
--
-- Returns function (section, as terminal/registry.lib.lua has it) → the same in the form that compat.add_shell_commands takes.

local terminal_text = require_once "invites_lib/terminal_text".text;
local arguments = require_once "mod_invites/terminal/arguments";
local output = require_once "mod_invites/terminal/output";
local run = require_once "mod_invites/terminal/runner";

-- (value of a flag, as a table has it) → the same as typed
local function typed(value)
	if type(value) == "number" then return ("%.14g"):format(value); end
	return type(value) == "string" and value or "";
end

-- (command, { name → value, array of values, or true }) → array of words. A table has no order: flags come in that of the command.
local function words_of_flags(command, given)
	local words, known = {}, {};
	for _, flag in ipairs(command.flags) do
		local value = given[flag.name];
		known[flag.name] = true;
		for _, each in ipairs(value and flag.many and type(value) == "table" and value or { value or nil }) do
			table.insert(words, "--"..flag.name..(flag.value and "="..typed(each) or ""));
		end
	end
	for name, value in pairs(given) do
		if type(name) == "string" and not known[name] and value then table.insert(words, "--"..name); end -- among them --help
	end
	return words;
end

-- A command is called with texts and, on 13.0, a table of flags. 0.12 hands flags over as they were typed, or as the Lua console has them.
-- (command, arguments...) → array of words, as they would be typed to prosodyctl
local function words_of(command, ...)
	local words, plain = {}, {};
	for i = 1, select("#", ...) do
		local value = select(i, ...);
		if type(value) == "table" then
			words = words_of_flags(command, value);
		elseif type(value) == "boolean" and command.as_boolean then
			if value then table.insert(words, "--"..command.as_boolean); end
		elseif value ~= nil then
			table.insert(plain, type(value) == "number" and typed(value) or tostring(value));
		end
	end
	for _, word in ipairs(plain) do table.insert(words, word); end
	return words;
end

return function (section)
	local prefix = section.name.." ";
	local for_shell = { name = section.name; desc = section.desc; module = section.module };

	local function add(command)
		local args, params = {}, { array_params = {}; value_params = {}; kv_params = { help = true }; short_params = { h = "help" } };
		for i, name in ipairs(command.args) do
			args[i] = { name = name:gsub("^(.*)%?$", "[%1]"); type = "string" }; -- the shell's help knows of no arguments that may be missing
		end
		for _, flag in ipairs(command.flags) do
			params[flag.many and "array_params" or flag.value and "value_params" or "kv_params"][flag.name] = true;
		end

		local function help(session)
			session.print(arguments.help(command, prefix));
			return true, "Help about "..command.name;
		end

		table.insert(for_shell, {
			name = command.name; desc = command.desc; args = args; host_selector = args[1].name; flags = params; help = help;
			run = function (environment, session, ...)
				local out = output.shell(session);
				local outcome, text = run(command, words_of(command, ...), out, function () return environment, command; end);
				if outcome == "help" then return help(session); end
				out.finish(outcome == "done");
				if outcome == "mistyped" then session.print("usage: "..arguments.usage(command, prefix)); end -- the error comes last, where it is seen
				return outcome == "done" or nil, terminal_text(text);
			end;
		});
	end

	for _, command in ipairs(section) do
		if not command.prosodyctl then add(command); end
	end
	return for_shell;
end
