-- Facts for the command check: which copies of our modules Prosody takes, whether it can read them, and which ones the running server has.

local lfs = require "lfs";
local modulemanager = require "core.modulemanager";
local pposix = require "util.pposix";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local ask_running = require_once "invites_core".command.running;
local reader = require_once "invites_config/reader";

local this_folder = debug.getinfo(1, "S").source:match("^@(.*)[/\\][^/\\]*$") or ".";
local root = this_folder:match("^(.*)/mod_invites/commands/check$") or ".";
local lua_version = _VERSION:match("%d+%.%d+");

-- The folder may also hold modules of others.
local function is_ours(folder)
	return folder:find("^mod_invites") or folder:find("^invites_") or folder == "mod_register_apps";
end

-- (path) → can the user read it whom Prosody runs as? Root can read everything, so for root it is derived from the file mode and the owner of the
-- data directory. Others just try.
local function readable(path)
	local owner = lfs.attributes(prosody.paths.data);
	if pposix.getuid() ~= 0 or not owner or owner.uid == 0 then
		local file = io.open(path);
		if file then file:close(); end
		return file ~= nil;
	end
	local file = lfs.attributes(path);
	if not file then return false; end
	local from = file.uid == owner.uid and 1 or file.gid == owner.gid and 4 or 7;
	local mode = file.permissions:sub(from, from + 2);
	return mode:sub(1, 1) == "r" and (file.mode ~= "directory" or mode:sub(3, 3) ~= "-");
end

-- (path, { unreadable = array of paths, newest }) adds what Prosody can't read below the path, and when the newest file was changed
local function look_into(path, found)
	local file = lfs.attributes(path) or {};
	if not readable(path) then
		table.insert(found.unreadable, path);
	elseif file.mode == "directory" then
		for name in lfs.dir(path) do
			if name ~= "." and name ~= ".." then look_into(path.."/"..name, found); end
		end
	elseif file.mode == "file" then
		found.newest = math.max(found.newest, file.modification);
	end
end

-- () → names of the modules in our folder, { unreadable, newest }
local function look()
	local names, found = {}, { unreadable = {}; newest = 0 };
	local ok = pcall(function ()
		for folder in lfs.dir(root) do
			if is_ours(folder) and lfs.attributes(root.."/"..folder, "mode") == "directory" then
				table.insert(names, (folder:match("^mod_([%w_]+)$")));
				look_into(root.."/"..folder, found);
			end
		end
	end);
	if not ok then table.insert(found.unreadable, root); end
	table.sort(names);
	table.sort(found.unreadable);
	return names, found;
end

-- (name of a module) → path of the copy that Prosody takes, or nil
local function copy_of(name)
	local file = "mod_"..name..".lua";
	local shared = "share/lua/"..lua_version.."/";
	for directory in (prosody.paths.plugins or ""):gmatch("[^;]+") do
		-- Where Prosody's loader looks in each directory, in its order.
		for _, place in ipairs { "mod_"..name.."/"..name.."/"; "mod_"..name.."/"; name.."/"; ""; shared; shared.."mod_"..name.."/" } do
			local path = directory:gsub("/+$", "").."/"..place..file;
			if lfs.attributes(path, "mode") == "file" and readable(path) then return path; end
		end
	end
end

local function same_file(a, b)
	local of_a, of_b = lfs.attributes(a), lfs.attributes(b);
	return of_a ~= nil and of_b ~= nil and of_a.dev == of_b.dev and of_a.ino == of_b.ino;
end

-- (name of a module) → where its file is in our folder
local function our_copy(name)
	return ("%s/mod_%s/mod_%s.lua"):format(root, name, name);
end

-- (host as invites_config/reader has it) → facts for src/command/check/modules.rs
return function (host)
	local names, found = look();
	local server, silence;
	if prosody.process_type ~= "prosody" then
		server, silence = ask_running(resolve_relative_path(prosody.paths.data, reader.read("*", "admin_socket")), host.name);
	end
	local copies = {};
	for i, name in ipairs(names) do
		local loaded = modulemanager.get_module(host.name, name);
		local ours, taken = our_copy(name), loaded and loaded.module.path or copy_of(name);
		local running = server and server.modules[name];
		copies[i] = {
			name = name; ours = ours; taken = taken; is_ours = taken and same_file(taken, ours);
			running = running; is_running_ours = running and same_file(running, ours);
		};
	end
	return {
		root = root; prosody_user = reader.read("*", "prosody_user"); unreadable = found.unreadable; newest = found.newest; copies = copies;
		server = server and { version = server.version; started = server.started }; silence = not server and silence or nil;
	};
end
