-- How requests are answered: the headers that go with pages, pictures and files.
--
-- Returns function ({ has_forms = may pages send forms to this module; is_open = may scripts of other sites read pages }) → answer

-- Nothing but our own style, script and pictures; no page of others may frame ours. What a picture may do is nothing.
local page_policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action %s; "
	.."frame-ancestors 'none'";
local file_policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

-- Prosody invites the scripts of all web sites to everything (CORS). To tell it not to has its price on 0.12: the module could not be
-- unloaded any more.
local function close(headers)
	for name in pairs(headers) do
		if name:find("^access_control_") then headers[name] = nil; end
	end
	headers.x_content_type_options = "nosniff";
	headers.referrer_policy = "no-referrer";
	headers.x_robots_tag = "noindex, nofollow";
end

-- (response): all of an answer leaves at once. What is larger than 8 KB is sent in pieces, and over a connection that stays open the last one would
-- wait for the browser to say that it has got the others, which that puts off.
local function hurry(response)
	local conn = response.conn;
	if conn and conn.setoption then conn:setoption("tcp-nodelay", true); end
end

-- A program that was given a link to the page may read what the invite is: a browser on another site, too.
local function open(headers)
	headers.access_control_allow_origin = "*";
	headers.access_control_allow_methods = "GET";
	headers.access_control_expose_headers = "Link";
end

return function (request)
	local answer = {};
	local policy = page_policy:format(request.has_forms and "'self'" or "'none'");
	local prepare = close;
	if request.is_open then
		function prepare(headers)
			close(headers);
			open(headers);
		end
	end

	-- (response, page as render.lib.lua takes it, its text and language) → what the handler returns
	function answer.page(response, page, text, language)
		local headers = response.headers;
		hurry(response);
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
	function answer.moved(response, page)
		close(response.headers);
		response.headers.cache_control = "no-store";
		response.headers.location = page.location;
		response.headers.set_cookie = page.cookie;
		return page.status;
	end

	-- (response, picture in SVG or nil) → what the handler returns
	function answer.picture(response, picture)
		close(response.headers);
		response.headers.cache_control = "no-store";
		if not picture then return 404; end
		response.headers.content_security_policy = file_policy;
		response.headers.content_type = "image/svg+xml";
		return picture;
	end

	-- (response, { type, body } or nil) → what the handler returns. Links to these name their version.
	function answer.asset(response, file)
		hurry(response);
		close(response.headers);
		if not file then return 404; end
		response.headers.cache_control = "public, max-age=31536000, immutable";
		response.headers.content_security_policy = file_policy;
		response.headers.content_type = file.type;
		return file.body;
	end

	-- (response, array of methods that there are) → what the handler returns; likewise below
	function answer.options(response, methods)
		prepare(response.headers);
		response.headers.allow = table.concat(methods, ", ");
		return 204;
	end

	function answer.not_allowed(response, methods)
		close(response.headers);
		response.headers.allow = table.concat(methods, ", ");
		return 405;
	end

	return answer;
end
