-- Writes the tree of lua/ and src/ into ARCHITECTURE.md: each file with the first sentence that stands in it (`make code-map`). A spec compares them.

local lfs = require "lfs";

local width = 34; -- of the column with the names
local not_code = { assets = true; html = true; locales = true; static = true };

-- (path) → the first sentence of the comment at the top of a file
local function purpose(path)
	local words = {};
	for line in io.lines(path) do
		local text = line:match("^%-%-+%s?(.*)$") or line:match("^//!%s?(.*)$");
		if not text or text == "" then break; end
		table.insert(words, text);
	end
	local text = table.concat(words, " ").." ";
	return (text:match("^(.-)[.:;?]%s") or text):gsub("%s+$", "");
end

local function sorted(path)
	local files, folders = {}, {};
	for name in lfs.dir(path) do
		if name:sub(1, 1) ~= "." then
			table.insert(lfs.attributes(path.."/"..name, "mode") == "directory" and folders or files, name);
		end
	end
	table.sort(files);
	table.sort(folders);
	return files, folders;
end

local function add(lines, path, name, depth)
	local indent = ("  "):rep(depth);
	table.insert(lines, indent..name.."/");
	if not_code[name] then return; end
	local files, folders = sorted(path);
	for _, file in ipairs(files) do
		if file:find("%.lua$") or file:find("%.rs$") then
			local column = ("%s  %s"):format(indent, (file:gsub("%.lib%.lua$", "")));
			table.insert(lines, column..(" "):rep(math.max(1, width - #column))..purpose(path.."/"..file));
		end
	end
	for _, folder in ipairs(folders) do add(lines, path.."/"..folder, folder, depth + 1); end
end

local lines = {};
for _, root in ipairs { "lua"; "src" } do add(lines, root, root, 0); end
local map = table.concat(lines, "\n");
if ... == "spec.tools.code_map" then return map; end

local file = assert(io.open("ARCHITECTURE.md"));
local before, after = file:read("a"):match("^(.*\n```tree\n).-(```\n.*)$");
file:close();
file = assert(io.open("ARCHITECTURE.md", "w"));
file:write(before, map, "\n", after);
file:close();
