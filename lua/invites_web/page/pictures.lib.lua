-- Pictures that the library draws (src/picture): what messengers show of a link, and avatars.

local async = require "util.async";
local new_cache = require "util.cache".new;

local option = require_once "invites_config/option";
local templates = require_once "invites_web/page/templates";
local url = require_once "invites_lib/url";

local drawn = require_once "invites_core".pictures;

local site, accent = option "site_name", option "invites_accent_color";

local template = templates.read "html/preview.html";

local step, patience = 0.02, 10; -- seconds

local pictures = {};

-- (who invites, see inviter.lib.lua, or nil) → id of the picture for a link, or nil
local function preview(by)
	by = by or {};
	return drawn.preview {
		site = site; accent = accent; name = by.nickname or by.name; address = by.nickname and by.address; initial = by.initial; colour = by.colour;
		avatar = by.avatar;
	};
end

-- The tags as HTML, by what they say: to fill them in took a tenth of the time of a page.
local known_tags = new_cache(200);

-- (heading and lead of a page; who invites, or nil; the module's own path or nil for its name) → tags for messengers as HTML. The address of the
-- picture is the one that others see. The token is not in it, because those who fetch it write it down elsewhere than the link.
function pictures.tags(heading, lead, by, default_path)
	local base, id = module:http_url(nil, default_path), preview(by);
	if not id or base == "http://disabled.invalid/" then return nil; end
	local key = ("%s\0%s\0%s\0%s"):format(heading, lead or "", base, id);
	local tags = known_tags:get(key);
	if not tags then
		local address = url.ascii(base):gsub("/*$", "/", 1).."preview/"..id..".png";
		tags = templates.fill(template, { heading = heading; lead = lead; site = site; address = address });
		known_tags:set(key, tags);
	end
	return tags;
end

-- (name of a file, does the picture of the site stand in for one that is not there?) → PNG; or nil, is it awaited?; or PNG, false: that of the site.
-- A picture is not there any more when Prosody was restarted. The thread that draws is given some time, and others are served meanwhile.
function pictures.file(name, is_preview)
	local id, is_kept = name:match "^(%x+)%.png$", true;
	for _ = 0, patience / step do
		local png, why = drawn.take(id or "");
		if png then return png, is_kept; end
		if why == "unknown" and is_preview and is_kept then
			id, is_kept = preview(), false;
		elseif why ~= "awaited" then
			return nil, false;
		elseif not async.ready() then
			break;
		else
			async.sleep(step);
		end
	end
	return nil, true;
end

return pictures;
