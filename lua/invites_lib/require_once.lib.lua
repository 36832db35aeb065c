-- Each file of a module runs once for each load of the module, however many of its files require it. module:require would run it each time, and each
-- time with a state of its own.
--
-- The first line of each module of the suite requires this file. From then on all files of the module call require_once.

local folders = module:require "invites_lib/folders";

local files = { ["invites_lib/folders"] = { folders } };
local own_folder = "mod_"..tostring(module.name).."/"; -- as other modules of the suite name our files

-- (path of a file in the module's folder, or with another folder of the suite in front) → what the file returns
function require_once(path)
	local key = path:sub(1, #own_folder) == own_folder and path:sub(#own_folder + 1) or path;
	local known = files[key];
	if not known then
		known = { module:require((path:gsub("^mod_([%w_]+)", folders.of))) };
		files[key] = known;
	end
	return known[1];
end
