-- Serves assets/: pictures, to whoever shows a page with apps. Only GET and HEAD, and only what plainly is the name of a picture.
--
-- Returns the routes for Prosody's HTTP server

local http_files = require "net.http.files";

local option = require_once "invites_config/option";

local types = {
	svg = "image/svg+xml"; png = "image/png"; jpg = "image/jpeg"; jpeg = "image/jpeg"; gif = "image/gif"; webp = "image/webp"; ico = "image/x-icon";
};

local serve_file = http_files.serve { path = module:get_directory().."/assets"; mime_map = types };

-- Prosody invites the scripts of all web sites (CORS), who have no business here; images need no invitation.
local sites_are_welcome = type((option "http_cors_override" or {})[module.name]) == "table";

local function prepare(headers)
	for name in pairs(headers) do
		if not sites_are_welcome and name:find("^access_control_") then headers[name] = nil; end
	end
	headers.x_content_type_options = "nosniff";
end

-- (path below assets/) → does it name a picture, with plain names all the way? None leads upwards, is hidden, or means something else when decoded.
local function is_picture(path)
	for name in (path.."/"):gmatch("([^/]*)/") do
		if not name:find("^[%w_-][%w_.-]*$") then return false; end
	end
	return types[path:match("%.(%w+)$")] ~= nil;
end

local function serve(event, path)
	local headers = event.response.headers;
	prepare(headers);
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
	prepare(event.response.headers);
	event.response.headers.allow = "GET, HEAD";
	return 405;
end

local routes = { ["GET /assets/*"] = serve; ["HEAD /assets/*"] = serve };
for _, method in ipairs { "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
	routes[method.." /assets/*"] = refuse;
end

return routes;
