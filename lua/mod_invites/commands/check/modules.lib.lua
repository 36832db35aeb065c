-- Part of the command check: whose modules there are, whether Prosody can read them, and what the running server has of them.

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
	return of_a and of_b and of_a.dev == of_b.dev and of_a.ino == of_b.ino;
end

-- (name of a module) → where its file is in our folder
local function our_copy(name)
	return ("%s/mod_%s/mod_%s.lua"):format(root, name, name);
end

-- A module of the suite next to somebody else's of another name works; next to somebody else's half of the suite it may not.
-- (report, host, names) → are all that are enabled ours?
local function look_at_copies(report, host, names)
	local all_ours = true;
	for _, name in ipairs(names) do
		local loaded = modulemanager.get_module(host.name, name);
		local taken = loaded and loaded.module.path or copy_of(name);
		if host.has(name) and not (taken and same_file(taken, our_copy(name))) then
			all_ours = false;
			report.to_do("Modules: mod_%s comes from %s instead of %s: put %s first in plugin_paths, or remove that copy", name, taken or "nowhere",
				our_copy(name), root);
		end
	end
	return all_ours;
end

-- (report, host, names, when the newest file was changed): what there is may not be what runs
local function look_at_server(report, host, names, newest)
	local running, why = ask_running(host.name);
	if not running then
		report.ok("Server: not asked what it has loaded, as it does not run or its admin_shell can't be reached (%s)", why);
		return;
	end
	local before = report.count;
	for _, name in ipairs(names) do
		local path = running.modules[name];
		if host.has(name) and not path then
			report.to_do("Server: mod_%s is not loaded in the running server: restart it (if it was restarted since, its log says why)", name);
		elseif path and not same_file(path, our_copy(name)) then
			report.to_do("Server: the running server has mod_%s from %s: restart it", name, path);
		end
	end
	if report.count == before and newest > running.started then
		report.to_do("Server: files of the modules are newer than the running server (since %s): restart it",
			os.date("!%Y-%m-%d %H:%M:%SZ", running.started));
	end
	if report.count == before then report.ok("Server: it runs these modules (Prosody %s)", running.version); end
end

-- (report, host as terminal/hosts.lib.lua has it)
return function (report, host)
	local names, unreadable, newest = look();
	if unreadable[1] then
		local more = #unreadable > 1 and (" and %d more"):format(#unreadable - 1) or "";
		report.to_do("Modules: Prosody (the user %s) can't read %s%s, and takes other modules instead or none: chmod -R a+rX %s",
			reader.read("*", "prosody_user") or "prosody", unreadable[1], more, root);
	end
	if look_at_copies(report, host, names) and not unreadable[1] then report.ok("Modules: all that are of this suite come from %s", root); end
	if prosody.process_type ~= "prosody" then look_at_server(report, host, names, newest); end
end
