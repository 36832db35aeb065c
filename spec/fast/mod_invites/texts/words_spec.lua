-- The words and signs of texts: one word for one thing, and the signs that books have.

require "spec.support.paths";
local source = require "spec.fast.mod_invites.texts.source";
local glossary = require "spec.fast.mod_invites.texts.glossary";

local function has(text, patterns)
	for _, pattern in ipairs(patterns) do if text:find(pattern) then return true; end end
	return false;
end

-- (text) → "." if it is a sentence, ":" if it leads to what follows, "" if it is a title, a button or a part of a line; nil if it calls or asks
local function ending(text)
	for sign, kind in pairs { ["."] = "."; ["。"] = "."; [":"] = ":"; ["："] = ":" } do if text:sub(-#sign) == sign then return kind; end end
	for _, sign in ipairs { "!"; "?"; "！"; "？"; "؟" } do if text:sub(-#sign) == sign then return nil; end end
	return "";
end

-- (texts, id) → what is written in all forms
local function all_words(texts, id)
	local written = {};
	for i, form in ipairs(source.forms(source.whole(texts, id))) do written[i] = source.words(form[1]); end
	return table.concat(written, " ");
end

local english = source.read "en";

for _, tag in ipairs(source.languages) do
	describe("The texts in "..tag, function ()
		local texts, order = source.read(tag);

		-- (test: function (id, words of a form, source of the text) → what is wrong or nil) asserts that nothing is
		local function all_pass(test)
			local wrong = {};
			for _, id in ipairs(order) do
				for _, form in ipairs(source.forms(texts[id])) do
					local problem = test(id, source.words(form[1]), form[1]);
					if problem then table.insert(wrong, ("%s: %s: %s"):format(id, problem, form[1])); end
				end
			end
			assert.same({}, wrong);
		end

		it("have the signs of books", function ()
			all_pass(function (_, words)
				if words:find("[\"']") then return "straight quotes"; end
				if words:find("%.%.%.") or words:find("  ") then return "dots or spaces"; end
				if tag == "fr" and (words:gsub("https?://", "")):gsub("\226\128\175[!?:;]", ""):find("[!?:;]") then return "no thin space"; end
				if tag == "zh-Hans" and words:find("[,;?()]") then return "narrow signs"; end
			end);
		end);

		it("end as the English ones do", function ()
			all_pass(function (id, words)
				local is_exact = id:find("^refusal%-"); -- programs compare the English ones
				local ours, theirs = ending(words), ending(source.words(source.forms(english[id])[1][1]));
				return ours and theirs and ours ~= theirs and not is_exact and "ends otherwise" or nil;
			end);
		end);

		it("say nothing twice", function ()
			local seen = {};
			all_pass(function (id, words, form)
				if select(2, words:gsub("[^\128-\191]", "")) < 40 or words == "X" or #source.forms(texts[id]) > 1 then return; end
				local first = seen[form];
				seen[form] = id;
				return first and "like "..first;
			end);
		end);

		local words_of = glossary.languages[tag];
		if words_of then
			it("have one word for one thing", function ()
				local missing = {};
				for _, id in ipairs(order) do
					local words, ours = all_words(english, id), all_words(texts, id);
					for term, patterns in pairs(glossary.free[id] and {} or glossary.english) do
						if has(words, patterns) and not has(ours, words_of[term]) then table.insert(missing, ("%s: %s: %s"):format(id, term, ours)); end
					end
				end
				assert.same({}, missing);
			end);

			it("have no words of others", function ()
				all_pass(function (_, words) return has(words, words_of.never) and "not our word" or nil; end);
			end);
		end
	end);
end
