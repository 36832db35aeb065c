-- The language of somebody on a stream, and what they are told in it.
--
-- Prosody gives each stanza that says none the xml:lang of its stream (RFC 6120, section 4.7.4), or "en" where that says none either. Over BOSH
-- it does so for the first request of a session alone: there, a client that wants another language than English says so in each body or stanza.

local stanza_language = {};

local xmlns_errors = "urn:ietf:params:xml:ns:xmpp-stanzas";
local english = "en";
local longest = 35; -- bytes: what RFC 5646 (language tags) asks everybody to have room for, in section 4.4.1

-- (stanza or nil) → the language in which it is to be answered, as it says it; nil for English, and where there is nothing to go by
function stanza_language.language(stanza)
	local payload = stanza and stanza.tags[1];
	local tag = payload and payload.attr["xml:lang"] or stanza and stanza.attr["xml:lang"];
	if not tag or tag == english or tag == "" or #tag > longest or tag:find("^[Ee][Nn]%-") then return nil; end
	return tag;
end

-- (texts, name of a function of them, its arguments) → what it returns, or nil where it raises
local function try(i18n, name, ...)
	local ok, result = pcall(i18n and i18n[name], ...);
	if ok then return result; end
	module:log("error", "People are told less than they should be: %s", result);
end

-- (stanza to answer, or nil; texts of mod_invites) → function say, tag of the language that it speaks
-- say: (id of a message; name → text or number, or nil) → text, plain; the id where even the English texts can't be read
function stanza_language.to(stanza, i18n)
	local language = stanza_language.language(stanza);
	local tag = language and try(i18n, "choose", nil, language) or english;
	local said = {};
	return function (id, told)
		if said[id] then return said[id]; end
		local text = try(i18n, "format", tag, id, told);
		text = text and text ~= "" and text:gsub("\226\129[\168\169]", "") or id; -- U+2068, U+2069
		if not told then said[id] = text; end
		return text;
	end, tag;
end

local function text_of(reply)
	local problem = reply:get_child("error");
	return problem and problem:get_child("text", xmlns_errors);
end

-- (error reply, tag of the language of its text) → the same reply, which says so
function stanza_language.mark(reply, tag)
	local element = text_of(reply);
	-- In a table of its own: util.stanza gives one and the same to the texts of all errors.
	if element and tag ~= english then element.attr = { xmlns = xmlns_errors; ["xml:lang"] = tag }; end
	return reply;
end

-- (error reply of nobody else's, in English; text; tag of its language) → the same reply, with this text
function stanza_language.translate(reply, text, tag)
	local element = text_of(reply);
	if not element or element:get_text() == text then return reply; end -- what a language lacks is said in English
	element[1] = text;
	return stanza_language.mark(reply, tag);
end

return stanza_language;
