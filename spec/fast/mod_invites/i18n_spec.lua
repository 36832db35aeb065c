-- Each language has all texts that English has, is told the same, and has the plural forms of its grammar.

require "spec.support.paths";
local lfs = require "lfs";
local source = require "spec.fast.mod_invites.texts.source";

local core = assert(package.loadlib("lua/invites_core/invites_core.so", "luaopen_invites_core"))();

-- (source of a text) → "address inviter"
local function arguments(text)
	local seen, list = {}, {};
	for name in text:gmatch("%$(%l+)") do
		if not seen[name] and name ~= "count" then table.insert(list, name); end
		seen[name] = true;
	end
	table.sort(list);
	return table.concat(list, " ");
end

-- (tag) → category → how many of the numbers from 1 to 200 are in it
local function plurals(tag)
	local form = "x = { $count ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n}\n";
	local texts, categories = assert(core.i18n { [tag] = form; en = form }), {};
	for count = 1, 200 do
		local category = texts:format(tag, "x", { count = count });
		categories[category] = (categories[category] or 0) + 1;
	end
	return categories;
end

describe("The texts", function ()
	local english = source.read "en";

	it("are in these languages", function ()
		local found = {};
		for name in lfs.dir(source.folder) do table.insert(found, name:match("^(.*)%.ftl$")); end
		table.sort(found);
		assert.same(source.languages, found);
	end);

	for _, tag in ipairs(source.languages) do
		it("lack none in "..tag..", and are told what the English ones are told", function ()
			local texts = source.read(tag);
			for id in pairs(english) do
				assert.truthy(texts[id], id);
				assert.equal(arguments(source.whole(english, id)), arguments(source.whole(texts, id)), id);
			end
			for id in pairs(texts) do assert.truthy(english[id], id); end
		end);

		it("have the plural forms of "..tag, function ()
			local categories = plurals(tag);
			for id, text in pairs(source.read(tag)) do
				local written = {};
				for _, form in ipairs(source.forms(text)) do
					local words, category = form[1], form[2];
					if category and not category:find("%d") then
						assert.truthy(categories[category] or category == "other" or category == "zero", id..": "..category);
						assert.truthy((categories[category] or 1) == 1 or words:find("$count", 1, true), id..": "..category.." is for several numbers");
						written[category] = true;
					end
				end
				if next(written) then
					for category in pairs(categories) do assert.truthy(written[category], id..": "..category); end
				end
			end
		end);
	end

	it("are what the library can read", function ()
		local sources = {};
		for _, tag in ipairs(source.languages) do sources[tag] = source.content(source.folder..tag..".ftl"); end
		local texts = assert(core.i18n(sources));
		assert.same(source.languages, texts:tags());
		for id in pairs(english) do
			local text = source.whole(english, id);
			for _, count in ipairs(text:find("$count ->", 1, true) and { 0; 1; 2; 3; 5; 11; 21; 22; 100 } or { 1 }) do
				local told = {};
				for name in text:gmatch("%$(%l+)") do told[name] = text:find("{ $"..name.." ->", 1, true) and count or "Juliet"; end
				for _, tag in ipairs(source.languages) do
					local said = texts:format(tag, id, told);
					assert.is_nil(said:find("{", 1, true), tag.." "..id..": "..said);
					assert.truthy(#said > 0, id);
				end
			end
		end
	end);

	it("say points in time in words", function ()
		local texts = assert(core.i18n(source.folder));
		for tag, expected in pairs {
			en = "1 March 2027, 04:05 UTC"; de = "1. März 2027, 04:05 UTC"; fr = "1er mars 2027, 04:05 UTC"; ru = "1 марта 2027 г., 04:05 UTC";
			ar = "1 مارس 2027، 04:05 UTC";
		} do
			assert.equal(expected, texts:moment(tag, 1803873900), tag);
		end
		assert.is_nil((texts:moment("en", nil)));
	end);
end);
