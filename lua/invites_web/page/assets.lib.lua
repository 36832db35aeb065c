-- The files that pages use. They are read once and served from memory: names outside this table do not exist.
--
-- Returns { files = name → { type, body }, version = text that changes with them, logo = name or nil }

local sha256 = require "util.hashes".sha256;

local read_file = require_once "invites_web/page/templates".read;
local option = require_once "invites_config/option";

local accent, logo_path = option "invites_accent_color", option "invites_logo";

local types = { css = "text/css; charset=utf-8"; js = "text/javascript; charset=utf-8"; svg = "image/svg+xml"; png = "image/png"; jpg = "image/jpeg";
	jpeg = "image/jpeg"; webp = "image/webp"; gif = "image/gif" };

-- (two hex digits) → brightness of one colour (WCAG 2.2, relative luminance)
local function linear(digits)
	local part = tonumber(digits, 16) / 255;
	return part <= 0.04045 and part / 12.92 or ((part + 0.055) / 1.055) ^ 2.4;
end

-- (option) → CSS with that colour, and black or white for text on it, whichever has the better contrast
local function colours(text)
	local red, green, blue = text:match("^#(%x%x)(%x%x)(%x%x)$");
	local luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
	return (":root{--accent:%s;--on-accent:%s}\n"):format(text, luminance > 0.179 and "#000" or "#fff");
end

local files = {
	["style.css"] = { type = types.css; body = read_file "static/style.css"..colours(accent) };
	["icon.svg"] = { type = types.svg; body = read_file "static/icon.svg" };
	["page.js"] = { type = types.js; body = read_file "static/page.js" };
};

local logo;
if logo_path then
	local ending = (logo_path:match("%.(%w+)$") or ""):lower();
	local file = io.open(logo_path, "rb");
	if file then
		logo = "logo."..ending;
		files[logo] = { type = types[ending]; body = file:read("*a") };
		file:close();
	end
end

local all = {};
for name, file in pairs(files) do table.insert(all, sha256(name..file.body, true)); end
table.sort(all);

return { files = files; version = sha256(table.concat(all), true):sub(1, 8); logo = logo };
