-- What a request for a page says: which invite, in which language, on what device. Whatever it says, reading it raises no error.

local read = require_once "invites_core".input.page_request;

local client = require_once "invites_web/http/client";
local ascii = require_once "invites_lib/url".ascii;

local request = {};

-- (request of Prosody's HTTP server, how many parts of its path are below the module's own) → { who = { ip }, token, app = id of an app, language
-- wished for, languages accepted, platform, each of these maybe nil; main = link to the module's own page; below, beside, root: what relative links
-- begin with }. src/web/page_request.rs reads them.
function request.read(http, depth)
	local asked = read(http.url.query, http.path, depth, http.headers.user_agent);
	asked.who, asked.accepted = { ip = client.address(http) }, http.headers.accept_language;
	return asked;
end

-- (address; `root` of what was asked for) → relative link to it, which works behind a proxy with a path in front as well; or nil: it is elsewhere
function request.relative_url(url, up)
	local base = ascii(module:http_url("_", "/"));
	url = url and ascii(url);
	return url and url:sub(1, #base) == base and up..url:sub(#base + 1) or nil;
end

-- (the module's own path or nil for its name) → has the module all of the web server to itself (option http_paths)? Then its page has one address,
-- with and without a slash at its end.
function request.is_alone(default_path)
	local own, root = module:http_url(nil, default_path), module:http_url("_", "/");
	return own == root and own ~= "http://disabled.invalid/";
end

return request;
