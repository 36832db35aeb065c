-- Fills templates of Prosody's util.interpolation with values for HTML: function (template, values) → HTML. Everything is escaped; what a text was
-- told stands in <bdi>, so that a name keeps its direction of writing. {…|plain} does without, where no element may be.

local interpolation = require "util.interpolation";
local urlencode = require "util.http".urlencode;
local xml_escape = require "util.stanza".xml_escape;

local clean = require_once "invites_core".input.clean;

-- U+2068 and U+2069, as Fluent puts them around what a text is told. (Lua 5.2 knows no escapes for them.)
local first_isolate, end_isolate = "\226\129\168", "\226\129\169";
local longest = 100000; -- characters of a value

local function html(text)
	if text:find("[%c\127-\255]") then text = clean(text, longest); end
	local escaped = text:find("[&<>'\"]") and xml_escape(text) or text;
	if not escaped:find(first_isolate, 1, true) then return escaped; end
	return (escaped:gsub(first_isolate, "<bdi>"):gsub(end_isolate, "</bdi>"));
end

local function plain(text)
	return (tostring(text):gsub(first_isolate, ""):gsub(end_isolate, ""));
end

return interpolation.new("%b{}", html, { plain = plain; urlescape = urlencode });
