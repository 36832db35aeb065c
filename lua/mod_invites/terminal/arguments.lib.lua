-- What is typed after the name of a command, in either front end, and how a command is explained. (util.argparse of 0.12 knows neither repeated flags
-- nor flags after arguments.)
--
-- Commands are those of terminal/registry.lib.lua.

local split_jid = require "util.jid".prepped_split;

local nearest = require_once "mod_invites/terminal/nearest";

local arguments = {};

local function spelt(name)
	return "--"..name:gsub("_", "-");
end

-- (what there is none of, the word that was meant for one, array of those that there are) → error
function arguments.unknown(what, word, known)
	local meant = nearest(word, known);
	local text = ("there is no %s %s"):format(what, what == "flag" and spelt(word) or word);
	return meant and ("%s. Did you mean %s?"):format(text, what == "flag" and spelt(meant) or meant) or text;
end

-- (command, name of a flag as typed, without its dashes) → flag, or nil, error
local function find(command, typed)
	local name, names = typed:gsub("%-", "_"), { "help" };
	for _, flag in ipairs(command.flags) do
		if flag.name == name or flag.short == typed then return flag; end
		table.insert(names, flag.name);
	end
	return nil, #typed == 1 and "there is no flag -"..typed or arguments.unknown("flag", typed, names);
end

-- (command, array of words) → array of those that are no flags, array of { flag, its text }, is --help among them? Or nil, error
local function split(command, words)
	local plain, flags, wants_help = {}, {}, false;
	local i, only_plain = 0, false;
	while i < #words do
		i = i + 1;
		local typed, equals, value = words[i]:match("^%-%-([%a_][%w_-]*)(=?)(.*)$");
		typed = typed or words[i]:match("^%-(%a)$"); -- other words with a dash are tokens that other software made
		if words[i] == "--" and not only_plain then
			only_plain = true;
		elseif only_plain or not typed then
			table.insert(plain, words[i]);
		elseif typed == "help" or typed == "h" then
			wants_help = true;
		else
			local flag, err = find(command, typed);
			if not flag then return nil, err; end
			if not flag.value and equals == "=" then return nil, words[i]..": this flag takes no value"; end
			if flag.value and equals ~= "=" then
				i = i + 1;
				value = words[i];
				if not value then return nil, words[i - 1].." needs a value: "..flag.value; end
			end
			table.insert(flags, { flag, value });
		end
	end
	return plain, flags, wants_help;
end

-- (command, name of an argument with "?" if it may be missing) → its key, what stands for it in the help, may it be missing?
local function describe(command, name)
	local key = name:gsub("%?$", "");
	return key, command.places and command.places[key] or key:upper(), key ~= name;
end

-- (command, array of what was typed without the flags) → { name → value; host; username, if the first one is a JID }, or nil, error
local function name_arguments(command, plain)
	local named = {};
	for i, name in ipairs(command.args) do
		local key, place, is_optional = describe(command, name);
		local value = plain[i] ~= "" and plain[i] or nil;
		if value == nil and not is_optional then return nil, place.." is missing"; end
		local reader = command.read and command.read[key];
		if reader and value ~= nil then
			local err;
			value, err = reader(value);
			if value == nil then return nil, err; end
		end
		named[key] = value;
	end
	if #plain > #command.args then return nil, ("there is no place for %q"):format(plain[#command.args + 1]); end
	local first = named[command.args[1]];
	named.username, named.host = split_jid(first);
	if not named.host then return nil, ("%q is no host"):format(first); end
	if named.username and command.args[1] == "host" then return nil, ("give a host (%s) instead of %s"):format(named.host, first); end
	if command.whose and not named.username then return nil, ("give the JID of %s (USER@%s) instead of %s"):format(command.whose, named.host, first); end
	return named;
end

-- (command, array of words) → named arguments, flags for arguments.read; or "help"; or nil, error
function arguments.parse(command, words)
	local plain, flags, wants_help = split(command, words);
	if not plain then return nil, flags; end
	if wants_help then return "help"; end
	local named, err = name_arguments(command, plain);
	if not named then return nil, err; end
	return named, flags;
end

-- (flag, text, host) → value, or nil, error
local function read_one(flag, text, host)
	if not flag.value then return true; end
	if text == "" then return nil, spelt(flag.name).." needs a value: "..flag.value; end
	if not flag.read then return text; end
	local value, err = flag.read(text, host);
	if value == nil then return nil, spelt(flag.name)..": "..err; end
	return value;
end

-- (command, named arguments, flags: both of arguments.parse) → name → value, array of values, or true; or nil, error. Roles can be looked up only
-- once the host is set up.
function arguments.read(command, named, flags)
	local values = {};
	for _, typed in ipairs(flags) do
		local flag, text = typed[1], typed[2];
		if flag.means then flag, text = find(command, flag.means[1]), flag.means[2]; end
		local value, err = read_one(flag, text, named.host);
		if value == nil then return nil, err; end
		if flag.many then
			values[flag.name] = values[flag.name] or {};
			table.insert(values[flag.name], value);
		else
			values[flag.name] = value;
		end
	end
	local clash = command.clash and command.clash(named, values);
	if clash then return nil, clash; end
	return values;
end

-- (command, what comes before its name) → text
function arguments.usage(command, prefix)
	local words = { prefix..command.name };
	for _, name in ipairs(command.args) do
		local _, place, is_optional = describe(command, name);
		table.insert(words, is_optional and "["..place.."]" or place);
	end
	for _, flag in ipairs(command.flags) do
		table.insert(words, ("[%s%s]%s"):format(spelt(flag.name), flag.value and " "..flag.value or "", flag.many and "..." or ""));
	end
	return table.concat(words, " ");
end

-- (command, what comes before its name) → text of several lines
function arguments.help(command, prefix)
	local lines = { "usage: "..arguments.usage(command, prefix); ""; command.desc };
	if command.more then table.insert(lines, command.more); end
	if command.flags[1] then table.insert(lines, ""); end
	for _, flag in ipairs(command.flags) do
		local short = flag.short and "-"..flag.short..", " or "";
		table.insert(lines, ("    %-24s %s"):format(short..spelt(flag.name)..(flag.value and " "..flag.value or ""), flag.help));
	end
	return table.concat(lines, "\n");
end

return arguments;
