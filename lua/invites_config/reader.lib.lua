-- Reads options, as the table of them in the library says (src/options), and what else the configuration says of hosts. What it finds is the same
-- wherever it is asked: in a module, in a command, for another host.
--
-- Without the library, no option has a value and there are no rows. A caller that works without the library must treat nil as the strictest value.

local lfs = require "lfs";
local array = require "util.array";
local it = require "util.iterators";
local jid = require "util.jid";
local resolve_relative_path = require "util.paths".resolve_relative_path;
local set = require "util.set";

local config = require "core.configmanager";
local modulemanager = require "core.modulemanager";

local folders = require_once "invites_lib/folders";

local longest_text = 2000; -- bytes

local rows; -- nil: the library is not there, or not yet

local reader = {};

-- () → array of the options that there are, each { name, is_global, … }, and by their names
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

-- (text, or table with texts and such tables; map to add to, or nil) → those that are addresses of accounts or rooms → the same, bare and prepared
local function find_accounts(written, found)
	local accounts = found or {};
	for _, text in next, type(written) == "table" and written or { written } do
		if type(text) == "table" and not found then find_accounts(text, accounts); end
		local address = type(text) == "string" and #text <= longest_text and jid.prep(text);
		if address and jid.node(address) then accounts[text] = jid.bare(address); end
	end
	return accounts;
end

-- (host, name of an option) → value, and what is wrong with what is written there as text, or nil
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

-- () → sorted array of hosts, with "*" for what is set for all
function reader.hosts() return array.collect(it.keys(config.getconfig())):sort(); end

-- (host or "*") → sorted array of the options that are set there, be they known or not
function reader.names(host)
	return array.collect(it.keys(rawget(config.getconfig(), host) or {})):filter(function (name) return type(name) == "string"; end):sort();
end

-- (host) → set of the names that the option `admins` makes powerful there, be it set on this host, on another one, or on a component: prepared
-- username → true. The option is read each time, because the configuration can be reloaded.
function reader.admins(host)
	local names = {};
	for _, any_host in ipairs(reader.hosts()) do
		-- Prosody ignores an admin with a resource. We don't, because the admin meant that account.
		for _, address in ipairs((reader.read(any_host, "admins")) or {}) do
			local username, of_host = jid.split(address);
			if of_host == host then names[username] = true; end
		end
	end
	return names;
end

function reader.is_component(name)
	return name ~= "*" and config.get(name, "component_module") ~= nil;
end

-- (name of a host) → { name; option(name); modules = util.set of those that are loaded, or (under prosodyctl) going to be; is_component,
-- is_disabled }
function reader.host(name)
	local is_server = prosody.process_type == "prosody";
	return {
		name = name; option = function (option) return (reader.read(name, option)); end;
		modules = is_server and set.new(it.to_array(it.keys(modulemanager.get_modules(name) or {}))) or modulemanager.get_modules_for_host(name);
		is_component = reader.is_component(name) or (prosody.hosts[name] or {}).type == "component";
		is_disabled = config.get(name, "enabled") == false;
	};
end

return reader;
