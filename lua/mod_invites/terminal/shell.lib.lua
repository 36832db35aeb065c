-- The section "invite" of the admin shell.
--
-- Returns the section in the form that compat.add_shell_commands takes.

local terminal_text = require_once "invites_lib/terminal_text".text;
local new_host = require_once "terminal/hosts";
local options = require_once "terminal/arguments";
local output = require_once "terminal/output";
local reason = require_once "commands/error_text";

local prefix = "invite ";

-- What a command is called with: texts, and a table of flags. 0.12 hands flags over as they were typed, or as the Lua console has them.
-- (command, arguments...) → array of texts, flags as given; or nil, error
local function sort(command, ...)
	local words, given = {}, {};
	for i = 1, select("#", ...) do
		local value = select(i, ...);
		if type(value) == "table" then
			for name, of_flag in pairs(value) do
				if type(name) == "string" then given[name] = of_flag; end -- 13.0 leaves the texts in there too
			end
		elseif type(value) == "boolean" and command.name == "create_contact" then
			given.allow_registration = value; -- as Prosody 0.12 has it
		elseif value ~= nil then
			table.insert(words, type(value) == "number" and ("%d"):format(value) or tostring(value));
		end
	end
	local plain, typed = options.split(command, words);
	if not plain then return nil, typed; end
	for name, value in pairs(typed) do given[name] = value; end
	return plain, given;
end

-- (session, command, error) the error comes last, where it is seen
local function refuse(session, command, err)
	session.print("usage: "..options.usage(command, prefix));
	return nil, terminal_text(err);
end

-- (command, session of the shell) → true, text
local function help(command, session)
	session.print(options.help(command, prefix));
	return true, "Help about "..command.name;
end

-- (command, mod_invites, session of the shell, arguments...) → true, text, or nil, error
local function run(command, invites, session, ...)
	local plain, given = sort(command, ...);
	if not plain then return refuse(session, command, given); end
	if given.help then return help(command, session); end
	local arg, arg_err = options.name_arguments(command, plain);
	if not arg then return refuse(session, command, arg_err); end
	local flags, flags_err = options.read(command, given, arg.host);
	if not flags then return refuse(session, command, flags_err); end
	local fits, clash = options.fit(command, arg, flags);
	if not fits then return refuse(session, command, clash); end
	local why = command.makes_links and new_host(arg.host).unfit();
	if why then return nil, why; end

	local out = output.shell(session);
	local ok, text, words = command.run(invites, out, arg, flags);
	out.finish(ok);
	if not ok then return nil, terminal_text(reason(invites, text, words)); end
	return true, terminal_text(text);
end

local section = { name = "invite"; desc = "Create and manage invitations"; module = "invites" };
for _, command in ipairs(require_once "terminal/registry") do
	local args, params = {}, { array_params = {}; value_params = {}; kv_params = { help = true }; short_params = { h = "help" } };
	for i, name in ipairs(command.args) do
		args[i] = { name = name:gsub("^(.*)%?$", "[%1]"); type = "string" }; -- the shell's help knows of no arguments that may be missing
	end
	for _, flag in ipairs(command.flags) do
		params[flag.many and "array_params" or flag.value and "value_params" or "kv_params"][flag.name] = true;
	end
	if not command.prosodyctl then
		table.insert(section, {
			name = command.name; desc = command.desc; args = args; host_selector = args[1].name; flags = params;
			run = function (...) return run(command, ...); end;
			help = function (session) return help(command, session); end;
		});
	end
end
return section;
