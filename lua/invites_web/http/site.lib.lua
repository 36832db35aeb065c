-- A module with pages: who is answered what under which path.
--
-- Returns function (site) → item for module:provides "http". The site: { templates, as templates.load has them;
-- default_path = the module's own path or nil for its name; has_forms = may pages send forms to it?; is_open = may scripts of other sites read
-- pages?; is_private = does it refuse requests that are not encrypted?;
-- is_of_invites = are its pages those of invites, with previews and avatars?; paths = path below the module's own → method → function (what was asked
-- for, see request.lib.lua; request; what * stands for) → page, see render.lib.lua, or { location, cookie }, { picture = SVG or false }, or
-- { file = false }: there is nothing, or for programs { answer = table for JSON, status, retry_after } }

local ascii = require_once "invites_lib/url".ascii;
local assets = require_once "invites_web/page/assets";
local error_page = require_once "invites_web/page/error_page";
local is_secure = require_once "invites_web/http/client".is_secure;
local pictures = require_once "invites_web/page/pictures";
local new_render = require_once "invites_web/page/render";
local request = require_once "invites_web/http/request";
local response = require_once "invites_web/http/response";

local all_methods = { "GET"; "POST"; "PUT"; "PATCH"; "DELETE" };

return function (site)
	local route, render = {}, new_render(site);

	local function send(event, made) return response.send(event.response, made, site.is_open); end

	local function made_of(asked, page)
		if page.location then return response.moved(page); end
		if page.picture ~= nil then return response.picture(page.picture); end
		if page.answer then return response.answer(page); end
		if page.file == false then return response.file(nil); end
		if page.template == "error_page" and site.templates.register_error then page.template = "register_error"; end
		local text, language = render(asked, page);
		return response.page(page, text, language, site.has_forms);
	end

	local function not_encrypted()
		local address = module:http_url(nil, site.default_path);
		return error_page("not-encrypted", nil, address:find("^https:") and ascii(address));
	end

	-- (function that makes a page, how many parts of the path are below the module's own, is it a picture?) → handler
	local function handler(make, depth, is_picture)
		return function (event, rest)
			local http = event.request;
			local asked = request.read(http, depth);
			local is_refused = site.is_private and not is_secure(http);
			local page = is_refused and (is_picture and { picture = false } or not_encrypted()) or make(asked, http, rest);
			return send(event, made_of(asked, page));
		end;
	end

	-- A method that a path does not support gets 405 with the methods that it does.
	local function add_path(path, handlers)
		local methods = handlers.POST and "GET, HEAD, POST, OPTIONS" or "GET, HEAD, OPTIONS"; -- Prosody asks the same handler for HEAD
		local function add(method, handle) route[path == "" and method or method.." "..path] = handle; end
		add("OPTIONS", function (event) return send(event, response.methods(methods, true)); end);
		for _, method in ipairs(all_methods) do
			add(method, handlers[method] or function (event) return send(event, response.methods(methods)); end);
		end
	end

	local function add_page(path, makers)
		local _, depth = path:gsub("/", "");
		local handlers = {};
		for method, make in pairs(makers) do handlers[method] = handler(make, depth, path:find("%.svg$")); end
		add_path(path, handlers);
	end

	for path, makers in pairs(site.paths) do
		if path == "" then add_page("/", makers); end
		if path ~= "" or not request.is_alone(site.default_path) then add_page(path, makers); end
	end
	add_path("/static/*", { GET = function (event, name) return send(event, response.file(assets.files[name])); end });
	if site.is_of_invites then
		for _, folder in ipairs { "preview"; "avatar" } do
			local function show(event, name) return send(event, response.drawn(pictures.file(name, folder == "preview"))); end
			add_path("/"..folder.."/*", { GET = show });
		end
	end
	return { route = route; default_path = site.default_path; streaming_uploads = true };
end
