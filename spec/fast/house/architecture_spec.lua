-- The architecture of the Lua code: which folder may use which, and what only one file does.

require "spec.support.paths";
local lfs = require "lfs";

-- path below lua/ → text
local files = {};

local function read_folder(folder)
	for name in lfs.dir("lua/"..folder) do
		local path = folder..name;
		if name:sub(1, 1) ~= "." and lfs.attributes("lua/"..path, "mode") == "directory" then
			read_folder(path.."/");
		elseif name:find("%.lua$") then
			local file = assert(io.open("lua/"..path));
			files[path] = file:read("a");
			file:close();
		end
	end
end
read_folder("");

-- (text) → the same without comments; texts between quotes stay
local function code_of(text)
	return (("\n"..text):gsub("\n%s*%-%-[^\n]*", "\n"):gsub("([;,{})\n%w])%s+%-%- [^\n]*", "%1"));
end

-- path → its code
local code = {};
for path, text in pairs(files) do code[path] = code_of(text); end

-- (function (path, code) → what is wrong there, or nil) → sorted array of "path: what"
local function wrong(find)
	local found = {};
	for path, text in pairs(code) do
		local what = find(path, text);
		if what then table.insert(found, path..": "..what); end
	end
	table.sort(found);
	return found;
end

-- Folders that any module may use, and what they may use themselves.
local shared = {
	invites_core = { invites_lib = true };
	invites_config = { invites_lib = true; invites_core = true };
	invites_lib = { invites_config = true; invites_core = true };
	invites_web = { invites_lib = true; invites_config = true; invites_core = true };
};

-- What is used of another module's folder by its path. Everything else is asked of what module:depends returns.
local uses_of_others = {
	mod_invites_api = { "mod_invites/commands/"; "mod_invites/terminal/" }; -- its commands look like those of mod_invites
	mod_invites_start = { "mod_invites/jobs/yield_points" };
};

local function is_listed(own, required)
	for _, path in ipairs(uses_of_others[own] or {}) do
		if required:sub(1, #path) == path then return true; end
	end
	return false;
end

local function first_folder(path) return path:match("^([^/]+)/"); end

describe("The Lua half", function ()
	it("requires of other folders only the shared ones", function ()
		assert.same({}, wrong(function (path, text)
			local own = first_folder(path);
			for required in text:gmatch('require_once%s*%(?%s*"([^"]+)"') do
				local folder = required:match("^([%w_]+)/") or shared[required] and required;
				local is_own = not folder or folder == own or not folder:find("^mod_") and not folder:find("^invites_");
				local is_shared = shared[folder] and (not shared[own] or shared[own][folder]);
				if not is_own and not is_shared and not is_listed(own, required) then return "requires "..required; end
			end
		end));
	end);

	it("sets no globals but the functions that modules offer, in their main files, and require_once", function ()
		assert.same({}, wrong(function (path, text)
			local listing = assert(io.popen(("luac5.4 -p -l lua/%s 2>/dev/null"):format(path))):read("a");
			for name in listing:gmatch('SETTABUP[^\n]*_ENV "([%w_]+)"') do
				local is_api = path:find("^mod_[%w_]+/mod_[%w_]+%.lua$") ~= nil;
				if not is_api and not (path == "invites_lib/require_once.lib.lua" and name == "require_once") then return "sets "..name; end
			end
			return text:find("_G[%.%[]") and "names _G" or nil;
		end));
	end);

	it("reads the configuration in invites_config alone", function ()
		assert.same({}, wrong(function (path, text)
			return first_folder(path) ~= "invites_config" and (text:match("get_option[%w_]*") or text:match("configmanager")) or nil;
		end));
	end);

	it("speaks no SQL", function ()
		assert.same({}, wrong(function (_, text)
			for _, word in ipairs { "SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE %w+ SET", "CREATE TABLE", "PRAGMA " } do
				if text:find(word) then return word; end
			end
		end));
	end);

	it("knows in one file how versions of Prosody differ, and in one how their permissions do", function ()
		local may = { ["invites_lib/compat.lib.lua"] = true; ["mod_invites/accounts/permissions.lib.lua"] = true };
		assert.same({}, wrong(function (path, text)
			if may[path] then return; end
			if text:find('"0%.12"') or text:find('"13%.0"') then return "names a version"; end
			for _, name in ipairs { "module%.may%f[^%w_]"; "get_role_by_name"; "set_roles"; "get_jid_role"; "user_is_enabled"; "create_user_with_role";
				"get_account_info"; "get_all_roles"; "set_user_role" } do
				if text:find(name) then return "asks for "..name; end
			end
		end));
	end);

	it("stays out of Prosody's own tables", function ()
		assert.same({}, wrong(function (path, text)
			for _, pattern in ipairs { "module%.dependencies"; "module%.shared_data"; "__index = session"; "__index = event"; "module%.require =" } do
				if text:find(pattern) then return pattern; end
			end
			for line in text:gmatch("[^\n]+") do
				if line:find("prosody%.hosts[%[%.][^=]*%.[%w_]+%s*=[^=]") then return line; end
			end
			return path:find("^mod_invites_register/") and text:find("module:depends") and "the gate depends on another module" or nil;
		end));
	end);

	it("says in the first line of each file what it is for", function ()
		assert.same({}, wrong(function (path)
			return not files[path]:find("^%-%- %S") and "begins with something else" or nil;
		end));
	end);
end);
