-- The files that pages use. They are read once and served from memory: names outside this table do not exist.
--
-- Returns { files = name → { type, body }, version = text that changes with them, logo = name or nil }

local sha256 = require "util.hashes".sha256;

local colours = require_once "invites_core".web.colours;
local templates = require_once "invites_web/page/templates";
local option = require_once "invites_config/option";

local accent, logo_path = option "invites_accent_color", option "invites_logo";

local types = { css = "text/css; charset=utf-8"; js = "text/javascript; charset=utf-8"; svg = "image/svg+xml"; png = "image/png"; jpg = "image/jpeg";
	jpeg = "image/jpeg"; webp = "image/webp"; gif = "image/gif" };

local files = {
	["style.css"] = { type = types.css; body = templates.styles { "base"; "landing"; "form"; "start"; "sheet" }..colours(accent) };
	["icon.svg"] = { type = types.svg; body = templates.read "static/icon.svg" };
	["form.js"] = { type = types.js; body = templates.read "static/form.js" };
	["page.js"] = { type = types.js; body = templates.read "static/page.js" };
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
