-- The templates of web pages: those of this folder, which all modules with pages share, and those of the module at hand.

local interpolation = require "util.interpolation";
local urlencode = require "util.http".urlencode;

local web = require_once "invites_core".web;

local folder = debug.getinfo(1, "S").source:match("^@(.*[/\\])").."../";

local templates = {};

local function content(file, err)
	if not file then error(("a file for web pages can't be read: %s"):format(err), 0); end
	local text = file:read("*a");
	file:close();
	return text;
end

-- (path below this folder) → content
function templates.read(path) return content(io.open(folder..path, "rb")); end

-- (names of files in static/style/) → them in one
function templates.styles(names)
	local styles = {};
	for i, name in ipairs(names) do styles[i] = templates.read(("static/style/%s.css"):format(name)); end
	return table.concat(styles);
end

-- What each form of ours has (see csrf), and a template that was written for the community's module lacks.
local function with_form_token(template)
	if template:find("{form_token}", 1, true) then return template; end
	return (template:gsub("<form[^>]*>", "%0<input type=\"hidden\" name=\"form_token\" value=\"{form_token}\">"));
end

-- (name → our file, without ".html", or false where we have none; folder with files NAME.html of the admin's own, relative to the module's or
-- absolute, or nil) → name → { text, is_whole = is it the admin's, and a whole page? }
function templates.load(names, own_folder)
	local loaded = {};
	for name, ours in pairs(names) do
		local own = own_folder and module:load_resource(own_folder.."/"..name..".html");
		if own then
			loaded[name] = { text = with_form_token(content(own)); is_whole = true };
		elseif ours then
			loaded[name] = { text = content(module:load_resource("html/"..ours..".html")) };
		end
	end
	return loaded;
end

-- (template of util.interpolation, values) → HTML. Everything is escaped; what a text was told stands in <bdi>, so that a name keeps its direction of
-- writing. {…|plain} does without, where no element may be.
templates.fill = interpolation.new("%b{}", web.html, { plain = web.unmarked; urlescape = urlencode });

-- (text that was told a point in time and nothing else, that time as ISO 8601) → HTML, with the time as <time>, which page.js writes in the reader's
-- zone
function templates.timed(text, iso)
	local open = ("<bdi><time datetime=\"%s\">"):format(web.html(iso));
	return (web.html(text):gsub("<bdi>", open):gsub("</bdi>", "</time></bdi>"));
end

return templates;
