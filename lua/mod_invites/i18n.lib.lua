-- Texts for people in their language: one file of Fluent messages for each language in locales/. They are read with the first text.

local core = require_once "invites_core";

local folder = debug.getinfo(1, "S").source:match("^@(.*[/\\])").."locales/";

local i18n, catalogue = {}, nil;

local function opened()
	if not catalogue then
		local code, words;
		catalogue, code, words = core.i18n(folder);
		if not catalogue then error(("the texts in %s can't be read: %s"):format(folder, words or code), 0); end
	end
	return catalogue;
end

-- (requested tag or nil, Accept-Language or xml:lang or nil) → tag of the best language, is it written from right to left?
function i18n.choose(wished, accepted) return opened():choose(wished, accepted); end

-- () → array of all tags
function i18n.tags() return opened():tags(); end

-- (tag, id of a message, name → text or number, or nil) → text, with U+2068 and U+2069 around each text argument
function i18n.format(tag, id, told)
	local text, _, why = opened():format(tag, id, told);
	if not text then module:log("error", "A text is missing: %s", why); end
	return text or "";
end

-- (tag, Unix seconds or nil for never) → the time in words, in UTC, or nil
function i18n.moment(tag, seconds) return (opened():moment(tag, seconds)); end

-- (tag) → forms of ad-hoc commands in this language (src/lua/adhoc.rs), in the library's English if the files can't be read
function i18n.dialog(tag)
	local is_open, texts = pcall(opened);
	return (is_open and texts or core.i18n()):dialog(tag);
end

-- tag → id, with _ for - as in templates → text that is told nothing, or false
local constants = setmetatable({}, { __index = function (known, tag)
	known[tag] = setmetatable({}, { __index = function (texts, id)
		texts[id] = opened():constant(tag, (id:gsub("_", "-"))) or false;
		return texts[id];
	end });
	return known[tag];
end });

-- (tag, arguments or nil) → table id, with _ for - as in templates → text. Texts are made on demand.
function i18n.table(tag, told)
	local same = constants[tag];
	return setmetatable({}, { __index = function (known, id)
		known[id] = same[id] or i18n.format(tag, (id:gsub("_", "-")), told);
		return known[id];
	end });
end

return i18n;
