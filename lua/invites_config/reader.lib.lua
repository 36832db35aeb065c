-- Reads options, as the table of them in the library says (src/options). What it finds is the same wherever it is asked: in a module, in a command,
-- for another host.
--
-- Returns { read = function (host, name) → value, and what is wrong with what is written there as text, or nil;
-- hosts = function () → array of hosts, with "*" for what is set for all; is_component, is_disabled = function (host) → boolean;
-- names = function (host or "*") → sorted array of the options that are set there, be they known or not;
-- rows = function () → array of the options that there are, each { name, is_global, … }, and by their names }
--
-- Without the library, no option has a value and there are no rows. A caller that works without the library must treat nil as the strictest value.

local lfs = require "lfs";
local jid = require "util.jid";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local config = require "core.configmanager";

local folders = require_once "invites_lib/folders";

local longest_text = 2000; -- bytes

local rows; -- nil: the library is not there, or not yet

local reader = {};

function reader.rows()
	if not rows then
		local loaded, core = pcall(require_once, "invites_core");
		if not loaded then return {}; end
		rows = { read = core.options.read };
		for i, row in ipairs(core.options.rows) do rows[i], rows[row.name] = row, row; end
	end
	return rows;
end

-- (path as it is written, "file" or "directory") → the same from the root, if that is there and can be read. Relative paths begin where the
-- configuration is, or at the form whose templates a folder holds.
local function find(path, mode)
	local own_folder = (folders.root:sub(1, 1) == "/" and "" or lfs.currentdir().."/")..folders.root.."/"..folders.of "invites_register_web";
	local found = resolve_relative_path(mode == "file" and (prosody.paths.config or ".") or own_folder, path);
	local file = lfs.attributes(found, "mode") == mode and io.open(found, "rb");
	if file then file:close(); end
	return file and found or nil;
end

-- (text, or table with texts) → those that are addresses of accounts → the same, bare and prepared
local function find_accounts(written)
	local accounts = {};
	for _, text in next, type(written) == "table" and written or { written } do
		local address = type(text) == "string" and #text <= longest_text and jid.prep(text);
		if address and jid.node(address) then accounts[text] = jid.bare(address); end
	end
	return accounts;
end

function reader.read(host, name)
	local row = reader.rows()[name];
	if not row then
		assert(not rows, "there is no such option in src/options: "..tostring(name));
		return nil;
	end
	local written = config.get(row.is_global and "*" or host, name);
	local path = type(written) == "string" and #written <= longest_text and (row.looks == "file" or row.looks == "directory")
		and find(written, row.looks) or nil;
	return rows.read(name, written, host, row.other and reader.read(host, row.other), path, row.looks == "accounts" and find_accounts(written) or nil);
end

function reader.hosts()
	local list = {};
	for host in next, config.getconfig() do table.insert(list, host); end
	table.sort(list);
	return list;
end

function reader.names(host)
	local list = {};
	for name in next, rawget(config.getconfig(), host) or {} do
		if type(name) == "string" then table.insert(list, name); end
	end
	table.sort(list);
	return list;
end

function reader.is_component(host)
	return host ~= "*" and config.get(host, "component_module") ~= nil;
end

function reader.is_disabled(host)
	return config.get(host, "enabled") == false;
end

return reader;
