-- Reads options by the table in options.lib.lua. What it finds is the same wherever it is asked: in a module, in a command, for another host.
--
-- Returns { read = function (host, name) → value, and what is wrong with it as text, or nil;
-- hosts = function () → array of hosts, with "*" for what is set for all; is_component, is_disabled = function (host) → boolean;
-- names = function (host or "*") → sorted array of the options that are set there, be they known or not; rows, by_name }

local config = require "core.configmanager";

local rows = require_once "invites_config/options";
local shown = require_once "invites_config/shown";

local by_name = {};
for _, row in ipairs(rows) do
	if row.name then by_name[row.name] = row; end
end

local function default_of(row, host, read)
	if type(row.default) == "function" then return row.default(function (name) return (read(host, name)); end, host); end
	if row.default == nil then return nil; end
	return (row.kind.read(row.default));
end

local function strictest_of(row)
	if row.strictest == "all" then return "all"; end
	return (row.kind.read(row.strictest));
end

-- (row) → what counts where its value is not understood, in words
local function instead(row)
	if row.strictest == "closed" then return "Until it is mended, nobody can register or be invited"; end
	if row.strictest ~= nil then return "It counts as "..shown(row.strictest); end
	if type(row.default) == "function" or row.default == nil then return "It counts as not set"; end
	return "It counts as "..shown(row.default);
end

local function plain(expects) return (expects:gsub("`", "")); end

-- (row, value) → text
local function not_understood(row, value)
	local what = row.is_secret and row.name or row.name.." = "..shown(value);
	return ("%s is not "..(value == nil and "set" or "understood")..". Expected: %s. %s"):format(what, plain(row.kind.expects), instead(row));
end

-- (row, array of elements) → text
local function left_out(row, elements)
	return ("%s: %s is not understood and left out. Expected: %s"):format(row.name, shown(#elements == 1 and elements[1] or elements),
		plain(row.kind.expects));
end

local function read(host, name)
	local row = assert(by_name[name], "there is no such option in invites_config/options: "..tostring(name));
	local raw = config.get(row.is_global and "*" or host, name);
	if raw == nil and not row.is_needed then return default_of(row, host, read); end
	if row.is_needed and not row.is_needed(function (other) return (read(host, other)); end) then return nil; end
	local called, value, bad = pcall(row.kind.read, raw); -- a configuration is a program: its tables may have methods
	if not called then value = nil; end
	if value ~= nil then return value, bad and bad[1] ~= nil and left_out(row, bad) or nil; end
	if row.strictest == "closed" then return nil, not_understood(row, raw); end
	if row.strictest ~= nil then return strictest_of(row), not_understood(row, raw); end
	return default_of(row, host, read), not_understood(row, raw);
end

local function hosts()
	local list = {};
	for host in next, config.getconfig() do table.insert(list, host); end
	table.sort(list);
	return list;
end

local function names(host)
	local list = {};
	for name in next, rawget(config.getconfig(), host) or {} do
		if type(name) == "string" then table.insert(list, name); end
	end
	table.sort(list);
	return list;
end

local function is_component(host)
	return host ~= "*" and config.get(host, "component_module") ~= nil;
end

local function is_disabled(host)
	return config.get(host, "enabled") == false;
end

return { read = read; is_disabled = is_disabled; is_component = is_component; hosts = hosts; names = names; rows = rows; by_name = by_name };
