-- Each text is used, and buttons are short.

require "spec.support.paths";
local lfs = require "lfs";
local source = require "spec.fast.mod_invites.texts.source";

-- (folder, visit) calls visit(content, path) for each file of code below the folder
local function each_file(folder, visit)
	for name in lfs.dir(folder) do
		local path = folder.."/"..name;
		if name:sub(1, 1) ~= "." and lfs.attributes(path, "mode") == "directory" then
			each_file(path, visit);
		elseif name:find("%.lua$") or name:find("%.rs$") or name:find("%.html$") or name:find("%.json$") then
			visit(source.content(path), path);
		end
	end
end

local in_code, in_templates, buttons = {}, {}, {};

-- (source, pattern of an id, table, value) notes each id that is found, as the files of texts write it
local function note(content, pattern, where, value)
	for id in content:gmatch(pattern) do where[(id:gsub("_", "-"))] = value; end
end

for _, folder in ipairs { "lua"; "src" } do
	each_file(folder, function (content, path)
		if path:find("%.lua$") then content = content:gsub("%-%-[^\n]*", ""); end
		note(content, "[\"']([%l%d_-]+)[\"'{]", in_code, true);
		note(content, "[{.&~( ]t%.([%l_]+)", in_templates, path); -- {t.step_then}, and Lua that asks for one (t.web_site)
		for element in content:gmatch("<button.->(.-)</button>") do note(element, "{t%.([%l_]+)", buttons, true); end
		for element in content:gmatch("<a class=\"button[^>]*>(.-)</a>") do note(element, "{t%.([%l_]+)", buttons, true); end
	end);
end
for open, id in source.content("src/web/kinds.rs"):gmatch("(%l+): [Some(]*\"([%l-]+)\"") do
	if open == "open" or open == "browser" or open == "submit" then buttons[id] = true; end
end

-- (id) → is it written in the code, maybe in two parts ("adhoc-verb-" and "show"; "throttled" and "-heading")?
local function is_used(id)
	if in_code[id] or in_templates[id] then return true; end
	for at in id:gmatch("()%-") do
		local first, last = id:sub(1, at - 1), id:sub(at + 1);
		if in_code[first.."-"] and in_code[last] or in_code[first] and in_code["-"..last] then return true; end
	end
end

-- (text) → how many columns it takes: characters of Chinese take two
local function width(text)
	local columns = 0;
	for character in source.characters(text) do
		local is_wide = character >= "\227\128\128" and character <= "\237\158\163" or character >= "\239\188\129" and character <= "\239\189\160";
		local is_mark = character >= "\217\139" and character <= "\217\146" or character >= "\226\128\139" and character <= "\226\128\143";
		columns = columns + (is_wide and 2 or is_mark and 0 or 1);
	end
	return columns;
end

describe("Each text", function ()
	local english = source.read "en";

	it("is used", function ()
		local unused = {};
		for id in pairs(english) do if not is_used(id) then table.insert(unused, id); end end
		table.sort(unused);
		assert.same({}, unused);
	end);

	it("that a template shows is there", function ()
		for id, path in pairs(in_templates) do assert.truthy(english[id], path..": "..id); end
	end);

	for _, tag in ipairs(source.languages) do
		it("of a button fits into it in "..tag, function ()
			local texts, longest = source.read(tag), {};
			for id in pairs(buttons) do
				local words = source.words(texts[id] or "");
				if width(words) > math.max(28, 1.6 * width(source.words(english[id] or ""))) then table.insert(longest, id..": "..words); end
			end
			assert.same({}, longest);
		end);
	end
end);
