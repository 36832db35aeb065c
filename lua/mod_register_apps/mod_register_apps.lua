-- The apps (XMPP clients) that people who are invited may choose from. Web pages of other modules show them.
--
-- They are in module:shared("register_apps/apps"): a list in order, and a map by id. Other modules add to them with items "site-app-provider",
-- as module:provides("site-app", app) makes them. Pictures are served at /register_apps/assets/.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- nobody sees web pages of prosodyctl

local http_files = require "net.http.files";

module:depends "http";
local catalogue = require_once "catalogue";
local close = require_once "invites_web/http/response".close;
local compat = require_once "invites_lib/compat";

catalogue.select();
module:handle_items("site-app-provider", catalogue.fill, catalogue.fill, false);
if compat.started() then
	catalogue.complain_of_unknown();
else
	module:hook_global("server-started", catalogue.complain_of_unknown, -1000); -- other modules have offered what they have by then
end
module:hook_global("config-reloaded", function ()
	catalogue.select();
	catalogue.complain_of_unknown();
end);

function module.unload() catalogue.clear(); end

-- HTTP: the pictures of apps, for pages that show them. Only GET and HEAD, and only plain names of pictures.

local types = {
	svg = "image/svg+xml"; png = "image/png"; jpg = "image/jpeg"; jpeg = "image/jpeg"; gif = "image/gif"; webp = "image/webp"; ico = "image/x-icon";
};

local serve_file = http_files.serve { path = module:get_directory().."/assets"; mime_map = types };

-- (path below assets/) → does it name a picture, with plain names all the way? None leads upwards, is hidden, or means something else when decoded.
local function is_picture(path)
	for name in (path.."/"):gmatch("([^/]*)/") do
		if not name:find("^[%w_-][%w_.-]*$") then return false; end
	end
	return types[path:match("%.(%w+)$")] ~= nil;
end

local function serve(event, path)
	local headers = event.response.headers;
	close(headers, true); -- images need no invitation
	if not is_picture(path) then return 404; end
	headers.cache_control = "public, max-age=86400";
	headers.content_security_policy = "default-src 'none'; style-src 'unsafe-inline'"; -- a picture (SVG) may be opened as a page
	local result = serve_file(event, path);
	if type(result) == "number" and result >= 400 then
		headers.cache_control, headers.content_security_policy = nil, nil;
	end
	return result;
end

local function refuse(event)
	close(event.response.headers, true);
	event.response.headers.allow = "GET, HEAD";
	return 405;
end

local routes = { ["GET /assets/*"] = serve; ["HEAD /assets/*"] = serve };
for _, method in ipairs { "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do routes[method.." /assets/*"] = refuse; end

module:provides("http", { route = routes; streaming_uploads = true });
