-- Responses: the headers that go with pages, pictures and files.

local json = require "util.json";

local option = require_once "invites_config/option";

local response = {};

-- Does the admin say which sites' scripts may read what this module sends?
local sites_are_set = type((option "http_cors_override" or {})[module.name]) == "table";

-- Pages load only our own style, script and pictures, and nobody may frame them. A picture may load nothing.
local page_policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src %s; base-uri 'none'; form-action %s; "
	.."frame-ancestors 'none'";
local file_policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

-- (headers; does http_cors_override count here?) removes the headers with which Prosody lets scripts of all web sites read every response (CORS).
-- Prosody's own option to leave them out has a bug in 0.12: the module could not be unloaded any more.
function response.close(headers, is_admins_choice)
	for name in pairs(headers) do
		if name:find("^access_control_") and not (is_admins_choice and sites_are_set) then headers[name] = nil; end
	end
	headers.x_content_type_options = "nosniff";
end

-- (page as render.lib.lua takes it; its text and language; may it send forms to this module?)
function response.page(page, text, language, has_forms)
	local own = has_forms and "'self'" or "'none'";
	return { status = page.status; body = text; is_for_programs = true; is_large = true; headers = {
		cache_control = "no-store"; content_security_policy = page_policy:format(own, own);
		content_type = "text/html; charset=utf-8"; content_language = language; vary = "Accept-Language, User-Agent";
		link = page.uri and ("<%s>; rel=\"alternate\""):format(page.uri); set_cookie = page.cookie;
		retry_after = page.retry_after and ("%d"):format(math.ceil(page.retry_after));
	} };
end

-- ({ answer = table, status, retry_after or nil }) What a script of the page has asked.
function response.answer(page)
	return { status = page.status; body = json.encode(page.answer); headers = {
		cache_control = "no-store"; content_security_policy = file_policy; content_type = "application/json";
		retry_after = page.retry_after and ("%d"):format(page.retry_after);
	} };
end

-- ({ location, cookie or nil })
function response.moved(page)
	return { status = 303; headers = { cache_control = "no-store"; location = page.location; set_cookie = page.cookie } };
end

-- (picture in SVG, or false)
function response.picture(picture)
	if not picture then return { status = 404; headers = { cache_control = "no-store" } }; end
	return { status = 200; body = picture; headers = {
		cache_control = "no-store"; content_security_policy = file_policy; content_type = "image/svg+xml";
	} };
end

-- ({ type, body } or nil) Links to files contain their version, so browsers may cache them for ever.
function response.file(file)
	if not file then return { status = 404; headers = {} }; end
	return { status = 200; body = file.body; is_large = true; headers = {
		cache_control = "public, max-age=31536000, immutable"; content_security_policy = file_policy; content_type = file.type;
	} };
end

-- (picture as PNG, may it be cached?; or nil, is it awaited?) The name of a picture comes from what it shows.
function response.drawn(png, is_so)
	if not png then
		return { status = is_so and 503 or 404; headers = { cache_control = "no-store"; retry_after = is_so and "1" or nil } };
	end
	local made = response.file { type = "image/png"; body = png };
	if not is_so then made.headers.cache_control = "no-store"; end
	return made;
end

-- (methods that there are; is it OPTIONS that asks?)
function response.methods(methods, is_asked)
	return { status = is_asked and 204 or 405; is_for_programs = is_asked; headers = { allow = methods } };
end

-- (response of Prosody's HTTP server, one of ours; may scripts of other sites read pages?) → what the handler returns. Programs that have a link to
-- an open page may read the invite from it, web clients on other sites included.
function response.send(outgoing, made, is_open)
	local headers, conn = outgoing.headers, outgoing.conn;
	response.close(headers);
	headers.referrer_policy, headers.x_robots_tag = "no-referrer", "noindex, nofollow";
	if is_open and made.is_for_programs then
		headers.access_control_allow_origin, headers.access_control_allow_methods = "*", "GET";
		headers.access_control_expose_headers = "Link";
	end
	for name, value in pairs(made.headers) do headers[name] = value; end
	-- Prosody sends more than 8 KB in pieces; on a kept-alive connection the last one would wait for the browser's delayed acknowledgement.
	-- Prosody raises an error if the client has left while the page waited for the database.
	if made.is_large and conn and conn.setoption then pcall(conn.setoption, conn, "tcp-nodelay", true); end
	return made.body and { status_code = made.status; headers = {}; body = made.body } or made.status;
end

return response;
