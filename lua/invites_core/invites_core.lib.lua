-- Loads the Rust library of the suite.
--
-- Returns the functions of the library (src/lua/mod.rs), or raises an error after one log line with the cause and what to do.

local lua_version = _VERSION:match("%d+%.%d+");
local this_directory = debug.getinfo(1, "S").source:match("^@(.*[/\\])") or "./";

-- (path) → what is in the file, or nil
local function content(path)
	local file = io.open(path, "rb");
	if not file then return nil; end
	local text = file:read("*a");
	file:close();
	return text;
end

-- The id of the interface that these Lua files expect (spec/tools/interface.lua).
local interface = (content(this_directory.."interface") or ""):match("invites interface %x+") or "no interface";

-- Prosody's plugin installer keeps compiled libraries in a tree outside of package.cpath.
local function places()
	-- Two copies of the library in one process would break each other's locks on the database.
	if prosody.invites_core_path then return { prosody.invites_core_path }; end
	local list = { this_directory.."invites_core.so" };
	table.insert(list, (package.searchpath("invites_core", package.cpath)));
	if prosody.paths.installer then
		table.insert(list, prosody.paths.installer.."/lib/lua/"..lua_version.."/invites_core.so");
	end
	return list;
end

-- A library for another Lua misses functions of this one. That is all that the system's loader can say.
local function explain(err)
	err = tostring(err):gsub("%s+", " ");
	if err:find("undefined symbol: lua", 1, true) then
		return ("built for another Lua than %s (%s)"):format(lua_version, err:match("undefined symbol: [%w_]+"));
	end
	return err;
end

-- path → table of functions, or nil, reason
local function load_from(path)
	local file, err = io.open(path, "rb");
	if not file then return nil, err:find("No such file", 1, true) and "not there" or err:gsub("^.*: ", ""); end
	file:close();
	local open;
	open, err = package.loadlib(path, "luaopen_invites_core");
	if not open then return nil, explain(err); end
	local ok, library = pcall(open);
	if not ok then return nil, explain(library); end
	if library.interface ~= interface then
		-- A process keeps the library that it has loaded, even if the file is replaced.
		local is_replaced = (content(path) or ""):find(interface, 1, true);
		return nil, is_replaced and "newer than the one that Prosody has loaded: restart Prosody"
			or ("not of the same version as the Lua files (it has %s, they have %s)"):format(library.interface or "no interface", interface);
	end
	return library;
end

local tried = {};
for _, path in ipairs(places()) do
	local library, reason = load_from(path);
	if library then
		prosody.invites_core_path = path; -- luacheck: ignore 122
		return library;
	end
	table.insert(tried, ("%s: %s"):format(path, reason));
end
local what = table.concat(tried, "; ");
require_once "invites_lib/log_once"("invites_core.so", ("No registration by invite: the library invites_core.so (for Lua %s) could not be loaded. "
	.."Looked at: %s; and in Lua's package.cpath. Build it with 'make', or install it with 'make install PREFIX=...', for the Lua that runs Prosody")
	:format(lua_version, what));
error(("invites_core.so could not be loaded: %s"):format(what), 0);
