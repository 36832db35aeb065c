-- What is typed after the name of a command, in either front end, and how a command is told about.
--
-- Commands are those of terminal/registry.lib.lua.

local split_jid = require "util.jid".prepped_split;

local nearest = require_once "mod_invites/terminal/nearest";

local unpack = table.unpack;

local options = {};

local function spelt(name)
	return "--"..name:gsub("_", "-");
end

-- (what there is none of, the word that was meant for one, array of those that there are) → error
function options.unknown(what, word, known)
	local meant = nearest(word, known);
	local text = ("there is no %s %s"):format(what, what == "flag" and spelt(word) or word);
	return meant and ("%s. Did you mean %s?"):format(text, what == "flag" and spelt(meant) or meant) or text;
end

-- (command, name as typed without its dashes) → flag, or nil, error
local function find(command, typed)
	local name, names = typed:gsub("%-", "_"), { "help" };
	for _, flag in ipairs(command.flags) do
		if flag.name == name or flag.short == typed then return flag; end
		table.insert(names, flag.name);
	end
	return nil, #typed == 1 and "there is no flag -"..typed or options.unknown("flag", typed, names);
end

local function note(given, flag, value)
	local name = flag.name;
	if flag.means then name, value = unpack(flag.means); end
	if flag.many or flag.means then
		given[name] = given[name] or {};
		table.insert(given[name], value);
	else
		given[name] = value;
	end
end

-- (command, array of words) → array of those that are no flags, flags as given: { name → text, array of texts, or true }; or nil, error
function options.split(command, words)
	local plain, given = {}, {};
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
			given.help = true;
		else
			local flag, err = find(command, typed);
			if not flag then return nil, err; end
			if not flag.value and equals == "=" then return nil, words[i]..": this flag takes no value"; end
			if flag.value and equals ~= "=" then
				i = i + 1;
				value = words[i];
				if not value then return nil, words[i - 1].." needs a value: "..flag.value; end
			end
			note(given, flag, flag.value and value or true);
		end
	end
	return plain, given;
end

-- (flag, text, host) → value, or nil, error
local function read_one(flag, text, host)
	if type(text) == "number" then text = ("%d"):format(text); end
	if type(text) ~= "string" or text == "" then return nil, spelt(flag.name).." needs a value: "..flag.value; end
	if not flag.read then return text; end
	local value, err = flag.read(text, host);
	if value == nil then return nil, spelt(flag.name)..": "..err; end
	return value;
end

-- (flag, text or array of texts, host) → value or array of values, or nil, error
local function read_all(flag, given, host)
	local values = {};
	for i, text in ipairs(flag.many and type(given) == "table" and given or { given }) do
		local value, err = read_one(flag, text, host);
		if value == nil then return nil, err; end
		values[i] = value;
	end
	if flag.many then return values; end
	return values[1];
end

-- (command, flags as given, host) → { name → value, array of values, or true }, or nil, error
function options.read(command, given, host)
	local i18n, values = {}, {};
	for name, value in pairs(given) do
		local flag, err = find(command, tostring(name));
		if not flag then return nil, err; end
		if flag.value then
			i18n[name] = value;
		elseif not flag.means then
			values[name] = value and true or nil;
		end
	end
	-- A table has no order, so short forms count as the first of their kind.
	for _, flag in ipairs(command.flags) do
		if flag.means and given[flag.name] then
			local name, value = unpack(flag.means);
			local others = i18n[name];
			i18n[name] = { value, unpack(type(others) == "table" and others or { others }) };
		end
	end
	for name, text in pairs(i18n) do
		local value, err = read_all(find(command, name), text, host);
		if value == nil then return nil, err; end
		values[name] = value;
	end
	return values;
end

-- (command, array of what was typed without the flags) → { name → value; host; username, if the first one is a JID }, or nil, error
function options.name_arguments(command, plain)
	local named = {};
	for i, name in ipairs(command.args) do
		local key = name:gsub("%?$", "");
		local value = plain[i];
		if value == "" then value = nil; end
		if value == nil and key == name then return nil, (command.places and command.places[key] or key:upper()).." is missing"; end
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

-- (command, arguments, flags, both as read) → do they go together? Or nil, error
function options.fit(command, arg, flags)
	local err = command.clash and command.clash(arg, flags);
	return not err, err;
end

-- (command, what comes before its name) → text
function options.usage(command, prefix)
	local words = { prefix..command.name };
	for _, name in ipairs(command.args) do
		local key = name:gsub("%?$", "");
		local place = command.places and command.places[key] or key:upper();
		table.insert(words, key ~= name and "["..place.."]" or place);
	end
	for _, flag in ipairs(command.flags) do
		table.insert(words, ("[%s%s]%s"):format(spelt(flag.name), flag.value and " "..flag.value or "", flag.many and "..." or ""));
	end
	return table.concat(words, " ");
end

-- (flag) → line of a help
function options.explain(flag)
	local short = flag.short and "-"..flag.short..", " or "";
	return ("%-24s %s"):format(short..spelt(flag.name)..(flag.value and " "..flag.value or ""), flag.help);
end

-- (command, what comes before its name) → text of several lines
function options.help(command, prefix)
	local lines = { "usage: "..options.usage(command, prefix); ""; command.desc };
	if command.more then table.insert(lines, command.more); end
	if command.flags[1] then table.insert(lines, ""); end
	for _, flag in ipairs(command.flags) do table.insert(lines, "    "..options.explain(flag)); end
	return table.concat(lines, "\n");
end

return options;
