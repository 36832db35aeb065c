-- The documentation, as specs read it: README.markdown and docs/*.md, their code blocks and their tables.
--
-- Each code block begins with ```LANGUAGE NAME, and a spec runs it or compares it with something (spec/fast/house/docs_spec.lua).

local lfs = require "lfs";

local docs = { files = { "README.markdown" } };

for name in lfs.dir "docs" do
	if name:find("%.md$") then table.insert(docs.files, "docs/"..name); end
end
table.sort(docs.files);

-- (path) → content
function docs.read(path)
	local file = assert(io.open(path));
	local text = file:read("a");
	file:close();
	return text;
end

-- (path) → array of { file, line = number, language, name, text } of its code blocks
local function blocks_of(path)
	local list, block, number = {}, nil, 0;
	for line in docs.read(path):gmatch("([^\n]*)\n") do
		number = number + 1;
		if line:find("^```") and block then
			block.text = table.concat(block, "\n").."\n";
			table.insert(list, block);
			block = nil;
		elseif line:find("^```") then
			local language, name = line:match("^```(%S*) ?(.*)$");
			block = { file = path; line = number; language = language; name = name };
		elseif block then
			table.insert(block, line);
		end
	end
	return list;
end

-- array of all code blocks
docs.blocks = {};
for _, path in ipairs(docs.files) do table.move(blocks_of(path), 1, 1000, #docs.blocks + 1, docs.blocks); end

-- (name) → the text of the code block with this name
function docs.block(name)
	for _, block in ipairs(docs.blocks) do
		if block.name == name then return block.text; end
	end
	error("the documentation has no code block "..name, 2);
end

-- (path, heading) → what stands between that heading and the next one of its level or a higher one
function docs.section(path, heading)
	local level, text;
	for line in docs.read(path):gmatch("([^\n]*)\n") do
		local marks, title = line:match("^(#+) (.*)$");
		if text and marks and #marks <= #level then break; end
		if text then table.insert(text, line); end
		if title == heading then level, text = marks, {}; end
	end
	return table.concat(assert(text, path.." has no heading "..heading), "\n").."\n";
end

-- (text) → the same with all that differs from run to run, and the schema, replaced: tokens, ids and secrets by numbered names, and times. So the
-- sample in the documentation and what a server says can be compared.
function docs.stable(text)
	local names, counts = {}, {};
	local function named(kind, word)
		if not names[word] then
			counts[kind] = (counts[kind] or 0) + 1;
			names[word] = kind..counts[kind];
		end
		return names[word];
	end
	text = text:gsub("schema %d+", "schema N");
	text = text:gsub("%d%d%d%d%-%d%d%-%d%d[T ]%d%d:%d%d:%d%dZ", "TIME");
	text = text:gsub("%d%d%d%d%-%d%d%-%d%d", "DATE"):gsub("%f[%w]1%d%d%d%d%d%d%d%d%d%f[%W]", "SECONDS");
	return (text:gsub("[%w_-]+", function (word)
		local kind = #word == 12 and word:find("^%x+$") and "ID" or #word == 24 and word:find("^%w*%u%w*$") and "TOKEN"
			or #word == 44 and word:find("%u") and "SECRET";
		return kind and named(kind, word) or nil;
	end));
end

return docs;
