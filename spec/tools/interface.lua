-- Prints the id of the interface between the library and its Lua files, a digest of all words by which they know each other: what stands between
-- quotes in src/lua, and the codes of refusals and errors. `make interface` writes it to lua/invites_core/interface, where both sides read it.
-- Run in the checkout.

require "spec.support.paths";
local lfs = require "lfs";
local sha256 = require "util.hashes".sha256;

local words, known = {}, {};

-- (path, Lua pattern or nil) adds the words of this file that fit the pattern, without comments and tests
local function read(path, pattern)
	local file = assert(io.open(path));
	for line in file:lines() do
		if line:find("^#%[cfg%(test%)%]") then break; end
		for word in line:gsub("^%s*//.*", ""):gmatch('"([^"]*)"') do
			if not known[word] and word:find(pattern or "") then
				known[word] = true;
				table.insert(words, word);
			end
		end
	end
	file:close();
end

local function read_all(folder)
	for name in lfs.dir(folder) do
		local path = folder.."/"..name;
		if name:find("%.rs$") then
			read(path);
		elseif name:sub(1, 1) ~= "." and lfs.attributes(path, "mode") == "directory" then
			read_all(path);
		end
	end
end

read_all("src/lua");
read("src/refusal.rs", "^%l[%l-]*%l$");
read("src/error.rs", "^%l[%l-]*%l$");
table.sort(words);
print("invites interface "..sha256(table.concat(words, "\n"), true):sub(1, 12));
