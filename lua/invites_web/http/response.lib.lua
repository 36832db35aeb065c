-- Responses: the headers that go with pages, pictures and files.
--
-- Returns { close, new }

local option = require_once "invites_config/option";

local response = {};

-- Does the admin say which sites' scripts may read what this module sends?
local sites_are_set = type((option "http_cors_override" or {})[module.name]) == "table";

-- Pages load only our own style, script and pictures, and nobody may frame them. A picture may load nothing.
local page_policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action %s; "
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

local function close(headers)
	response.close(headers);
	headers.referrer_policy = "no-referrer";
	headers.x_robots_tag = "noindex, nofollow";
end

-- (response of Prosody's HTTP server) turns off Nagle's algorithm. Prosody sends more than 8 KB in pieces; on a kept-alive connection the last one
-- would wait for the browser's delayed acknowledgement.
local function hurry(outgoing)
	local conn = outgoing.conn;
	if conn and conn.setoption then conn:setoption("tcp-nodelay", true); end
end

-- Programs that have a link to the page may read the invite from it, web clients on other sites included.
local function open(headers)
	headers.access_control_allow_origin = "*";
	headers.access_control_allow_methods = "GET";
	headers.access_control_expose_headers = "Link";
end

-- ({ has_forms = may pages send forms to this module; is_open = may scripts of other sites read pages }) → answer
function response.new(pages)
	local answer = {};
	local policy = page_policy:format(pages.has_forms and "'self'" or "'none'");
	local prepare = close;
	if pages.is_open then
		function prepare(headers)
			close(headers);
			open(headers);
		end
	end

	-- (response, page as render.lib.lua takes it, its text and language) → what the handler returns
	function answer.page(outgoing, page, text, language)
		local headers = outgoing.headers;
		hurry(outgoing);
		prepare(headers);
		headers.cache_control = "no-store";
		headers.content_security_policy = policy;
		headers.content_type = "text/html; charset=utf-8";
		headers.content_language = language;
		headers.vary = "Accept-Language, User-Agent";
		headers.link = page.uri and ("<%s>; rel=\"alternate\""):format(page.uri);
		headers.retry_after = page.retry_after and ("%d"):format(math.ceil(page.retry_after));
		headers.set_cookie = page.cookie;
		return { status_code = page.status; headers = {}; body = text };
	end

	-- (response, { status, location, cookie or nil }) → what the handler returns
	function answer.moved(outgoing, page)
		close(outgoing.headers);
		outgoing.headers.cache_control = "no-store";
		outgoing.headers.location = page.location;
		outgoing.headers.set_cookie = page.cookie;
		return page.status;
	end

	-- (response, picture in SVG or nil) → what the handler returns
	function answer.picture(outgoing, picture)
		close(outgoing.headers);
		outgoing.headers.cache_control = "no-store";
		if not picture then return 404; end
		outgoing.headers.content_security_policy = file_policy;
		outgoing.headers.content_type = "image/svg+xml";
		return picture;
	end

	-- (response, { type, body } or nil) → what the handler returns. Links to assets contain their version, so browsers may cache them for ever.
	function answer.asset(outgoing, file)
		hurry(outgoing);
		close(outgoing.headers);
		if not file then return 404; end
		outgoing.headers.cache_control = "public, max-age=31536000, immutable";
		outgoing.headers.content_security_policy = file_policy;
		outgoing.headers.content_type = file.type;
		return file.body;
	end

	-- (response, array of methods that there are) → what the handler returns; likewise below
	function answer.options(outgoing, methods)
		prepare(outgoing.headers);
		outgoing.headers.allow = table.concat(methods, ", ");
		return 204;
	end

	function answer.not_allowed(outgoing, methods)
		close(outgoing.headers);
		outgoing.headers.allow = table.concat(methods, ", ");
		return 405;
	end

	return answer;
end

return response;
