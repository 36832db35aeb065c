-- Each language has all messages that English has, with the same arguments.

local lfs = require "lfs";

local languages = { "ar"; "de"; "en"; "es"; "fr"; "it"; "nl"; "pl"; "pt"; "ru"; "uk"; "zh" };
local folder = "lua/mod_invites/locales/";

-- (tag) → table id of a text → its source
local function read_texts(tag)
	local texts, id = {}, nil;
	for line in io.lines(folder..tag..".ftl") do
		id = line:match("^([a-z][a-z0-9-]*) =") or id;
		if id and line:sub(1, 1) ~= "#" then
			assert(not texts[id] or not line:find("^%l"), id);
			texts[id] = (texts[id] or "")..line.."\n";
		end
	end
	return texts;
end

-- (source of a text) → "address inviter"
local function arguments(source)
	local seen, list = {}, {};
	for name in source:gmatch("%$(%l+)") do
		if not seen[name] and name ~= "count" then table.insert(list, name); end
		seen[name] = true;
	end
	table.sort(list);
	return table.concat(list, " ");
end

describe("The texts", function ()
	local english = read_texts "en";

	it("are in these languages", function ()
		local found = {};
		for name in lfs.dir(folder) do table.insert(found, name:match("^(.*)%.ftl$")); end
		table.sort(found);
		assert.same(languages, found);
	end);

	for _, tag in ipairs(languages) do
		it("lack none in "..tag..", and say what the English ones say", function ()
			local texts = read_texts(tag);
			for id, source in pairs(english) do
				assert.truthy(texts[id], id);
				assert.equal(arguments(source), arguments(texts[id]), id);
			end
			for id in pairs(texts) do assert.truthy(english[id], id); end
		end);
	end

	it("are what the library can read", function ()
		local core = assert(package.loadlib("lua/invites_core/invites_core.so", "luaopen_invites_core"))();
		local sources = {};
		for _, tag in ipairs(languages) do
			local file = assert(io.open(folder..tag..".ftl"));
			sources[tag] = file:read("*a");
			file:close();
		end
		local texts = assert(core.i18n(sources));
		assert.same(languages, texts:tags());
		for id, source in pairs(english) do
			for _, count in ipairs { 0; 1; 2; 3; 5; 11; 21; 22; 100 } do
				local told = {};
				for name in source:gmatch("%$(%l+)") do told[name] = source:find("{ $"..name.." ->", 1, true) and count or "Juliet"; end
				for _, tag in ipairs(languages) do
					local text = texts:format(tag, id, told);
					assert.is_nil(text:find("{", 1, true), tag.." "..id..": "..text);
					assert.truthy(#text > 0, id);
				end
			end
		end
	end);
end);
