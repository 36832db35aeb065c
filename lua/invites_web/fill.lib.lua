-- Fills templates of Prosody's util.interpolation with values for HTML: function (template, values) → HTML. Everything is escaped; what a text was
-- told stands in <bdi>, so that a name keeps its direction of writing. {…|plain} does without, where no element may be.

local interpolation = require "util.interpolation";
local urlencode = require "util.http".urlencode;
local xml_escape = require "util.stanza".xml_escape;

local first_isolate, end_isolate = "\u{2068}", "\u{2069}"; -- as Fluent puts them around what a text is told

local function html(text)
	local escaped = text:find("[&<>'\"]") and xml_escape(text) or text;
	if not escaped:find(first_isolate, 1, true) then return escaped; end
	return (escaped:gsub(first_isolate, "<bdi>"):gsub(end_isolate, "</bdi>"));
end

local function plain(text)
	return (tostring(text):gsub(first_isolate, ""):gsub(end_isolate, ""));
end

return interpolation.new("%b{}", html, { plain = plain; urlescape = urlencode });
