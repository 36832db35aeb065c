-- Facts for the command check: whose modules there are, whether Prosody can read them, and what the running server has of them.

local lfs = require "lfs";
local modulemanager = require "core.modulemanager";
local pposix = require "util.pposix";

local reader = require_once "invites_config/reader";
local ask_running = require_once "terminal/running_server";

local this_folder = debug.getinfo(1, "S").source:match("^@(.*)[/\\][^/\\]*$") or ".";
local root = this_folder:match("^(.*)/mod_invites/commands/check$") or ".";
local lua_version = _VERSION:match("%d+%.%d+");

-- Folders of the suite in a folder that others may have put theirs into, too.
local function is_ours(folder)
	return folder:find("^mod_invites") or folder:find("^invites_") or folder == "mod_register_apps";
end

-- Whoever is not root learns it by trying. Root can read everything, so it is worked out for the owner of the data directory.
-- (path) → can the user read it whom Prosody runs as?
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

-- (path of a folder, function (path, attributes)) visits what is in it, folders before what they hold, as far as we can see it ourselves
local function walk(path, visit)
	if not visit(path, lfs.attributes(path) or {}) then return; end
	for name in lfs.dir(path) do
		local inner = path.."/"..name;
		local mode = name ~= "." and name ~= ".." and (lfs.attributes(inner, "mode") or "unknown");
		if mode == "directory" then walk(inner, visit); elseif mode then visit(inner, lfs.attributes(inner) or {}); end
	end
end

-- () → names of the modules in our folder, paths that Prosody can't read, when the newest file was changed
local function look()
	local names, unreadable, newest = {}, {}, 0;
	local ok = pcall(function ()
		for folder in lfs.dir(root) do
			local name = folder:match("^mod_([%w_]+)$");
			if is_ours(folder) and lfs.attributes(root.."/"..folder, "mode") == "directory" then
				if name then table.insert(names, name); end
				walk(root.."/"..folder, function (path, attributes)
					local can_read = readable(path);
					if not can_read then table.insert(unreadable, path); end
					newest = math.max(newest, attributes.mode == "file" and attributes.modification or 0);
					return can_read;
				end);
			end
		end
	end);
	if not ok then table.insert(unreadable, root); end
	table.sort(names);
	table.sort(unreadable);
	return names, unreadable, newest;
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

-- (host as terminal/hosts.lib.lua has it) → facts for src/command/check/modules.rs
return function (host)
	local names, unreadable, newest = look();
	local server, silence;
	if prosody.process_type ~= "prosody" then server, silence = ask_running(host.name); end
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
		root = root; prosody_user = reader.read("*", "prosody_user"); unreadable = unreadable; newest = newest; copies = copies;
		server = server and { version = server.version; started = server.started }; silence = not server and silence or nil;
	};
end
