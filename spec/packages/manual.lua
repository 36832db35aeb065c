-- Prints the manual page of the commands under prosodyctl, or what bash needs to complete them, from what the commands' own help says.
-- Run in the checkout, with the library built: lua5.4 spec/packages/manual.lua page (or: completion)

local core = assert(package.loadlib("./lua/invites_core/invites_core.so", "luaopen_invites_core"))();

-- (section of commands, words...) → the help for them
local function help_for(section, ...)
	local _, _, text = core.command.read("prosodyctl", section, { n = select("#", ...); ... });
	return assert(text);
end

-- (section) → array of { name, usage, says = array of lines, flags = array of { shape, says } }
local function commands_of(section)
	local commands = {};
	for name in help_for(section):gmatch("\n  ([%w_]+) ") do
		local text = help_for(section, name, "--help");
		local command = { name = name; says = {}; flags = {} };
		for line in text:gmatch("[^\n]+") do
			if line:find("^usage: ") then
				command.usage = line:match("^usage: (.*)");
			elseif line:find("^    %-") then
				local shape, says = line:match("^    (.-)  +(.+)$");
				table.insert(command.flags, { shape = assert(shape, line); says = says });
			else
				table.insert(command.says, line);
			end
		end
		table.insert(commands, command);
	end
	return commands;
end

local modules = {
	{ name = "mod_invites"; title = "INVITES"; commands = commands_of "invite" };
	{ name = "mod_invites_api"; title = "KEYS OF THE HTTP API"; commands = commands_of "invites_api" };
};

local function escaped(text)
	return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"):gsub("\n([.'])", "\n\\&%1"));
end

local function page()
	local lines = {};
	local function add(...)
		for _, line in ipairs { ... } do table.insert(lines, line); end
	end
	add('.TH PROSODYCTL\\-MOD_INVITES 1 "" "prosody\\-invites" "Prosody"', ".SH NAME",
		"prosodyctl\\-mod_invites \\- manage invites to a Prosody XMPP server", ".SH SYNOPSIS");
	for i, module in ipairs(modules) do
		if i > 1 then add ".br"; end
		add(".B prosodyctl "..module.name, "COMMAND HOST ...");
	end
	add(".SH DESCRIPTION", "With an invite, somebody can register an account on the server, set a new password, or become a user's contact.",
		"The commands work whether or not Prosody is running, on the same invites. Run them as root, or as the user prosody.");
	for _, module in ipairs(modules) do
		add(".SH "..module.title);
		for _, command in ipairs(module.commands) do
			add(".SS "..escaped(command.name), ".B "..escaped(command.usage), ".PP");
			for i, line in ipairs(command.says) do
				if i > 1 then add ".br"; end
				add(escaped(line)..(line:find("[.?]$") and "" or "."));
			end
			for _, flag in ipairs(command.flags) do add(".TP", ".B "..escaped(flag.shape), escaped(flag.says)); end
		end
	end
	add(".SH EXIT STATUS", "0 if it was done; 1 if it was refused or failed, or if", ".B check", "found something to do; 2 for a usage error.");
	add(".SH FILES", ".TP", ".I /var/lib/prosody/invites.sqlite", "The invites of all hosts, unless the option", ".B invites_database",
		"says otherwise.", ".TP", ".I /etc/prosody/prosody.cfg.lua", "Prosody's configuration.");
	add(".SH SEE ALSO", ".BR prosodyctl (1),", ".BR prosody (8)", "");
	return table.concat(lines, "\n");
end

local function completion()
	local lines, own = {}, {};
	for _, module in ipairs(modules) do
		local names = {};
		table.insert(own, module.name);
		for _, command in ipairs(module.commands) do
			local flags = { "--help" };
			table.insert(names, command.name);
			for _, flag in ipairs(command.flags) do table.insert(flags, flag.shape:match("%-%-[%w-]+")); end
			table.insert(lines, ('\t\t"%s %s") words="%s" ;;'):format(module.name, command.name, table.concat(flags, " ")));
		end
		table.insert(lines, ('\t\t"%s ") words="%s" ;;'):format(module.name, table.concat(names, " ")));
	end
	return ([[
# Completes the commands of mod_invites in bash, and the names of prosodyctl's own.
_prosodyctl()
{
	local word=${COMP_WORDS[COMP_CWORD]} words=
	case $COMP_CWORD in
	1) words="about adduser cert check deluser install list passwd reload remove restart shell start status stop %s" ;;
	2) _prosodyctl_words "${COMP_WORDS[1]} " ;;
	*) [ "${word#-}" = "$word" ] || _prosodyctl_words "${COMP_WORDS[1]} ${COMP_WORDS[2]}" ;;
	esac
	COMPREPLY=($(compgen -W "$words" -- "$word"))
}
_prosodyctl_words()
{
	case $1 in
%s
	esac
}
complete -o default -F _prosodyctl prosodyctl
]]):format(table.concat(own, " "), (table.concat(lines, "\n"):gsub("\t\t", "\t")));
end

local wanted = ...;
io.write(assert(({ page = page; completion = completion })[wanted], "page or completion?")());
