-- The files of texts, as they are written.

local source = {};

source.languages = { "ar"; "de"; "en"; "es"; "fr"; "it"; "nl"; "pl"; "pt-BR"; "pt-PT"; "ru"; "uk"; "zh-Hans" };
source.folder = "lua/mod_invites/locales/";

-- (path) → its content
function source.content(path)
	local file = assert(io.open(path));
	local content = file:read("*a");
	file:close();
	return content;
end

-- (tag) → table id of a text → its source without the id; ids in the order of the file
function source.read(tag)
	local texts, order, id = {}, {}, nil;
	for line in io.lines(source.folder..tag..".ftl") do
		local begun, rest = line:match("^(%l[%w-]*) =%s?(.*)$");
		if begun then
			assert(not texts[begun], tag..": "..begun.." is there twice");
			id, texts[begun] = begun, rest;
			table.insert(order, id);
		elseif id and line:find("^[ \t}]") then
			texts[id] = texts[id].."\n"..line;
		else
			id = nil;
		end
	end
	return texts, order;
end

-- (texts, id) → the source of the text, with that of another one where it refers to it
function source.whole(texts, id)
	return (texts[id]:gsub("{ ([%l-]+) }", function (other) return texts[other] and source.whole(texts, other); end));
end

-- (source of a text) → array of { text of a plural form, its category }, or { { text } } where there are no forms
function source.forms(text)
	local forms = {};
	for category, form in text:gmatch("%*?%[(%w+)%] ([^\n]*)") do table.insert(forms, { form, category }); end
	return forms[1] and forms or { { text } };
end

-- (form) → what is written, with X for what is inserted
function source.words(form) return (form:gsub("{[^}]*}", "X")); end

-- (UTF-8) → iterator of its characters
function source.characters(text) return text:gmatch("[%z\1-\127\194-\244][\128-\191]*"); end

return source;
