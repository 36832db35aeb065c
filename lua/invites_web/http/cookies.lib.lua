-- Cookies that no script can read (src/web/cookie.rs).
--
-- Returns { read = function (request, name) → value or nil; write = function (request, name, value, "Strict" or "Lax") → header Set-Cookie }

local is_secure = require_once "invites_web/http/client".is_secure;
local web = require_once "invites_core".web;

local cookies = {};

function cookies.read(http, name)
	return web.read_cookie(http.headers.cookie or "", name, (select(2, is_secure(http))));
end

function cookies.write(http, name, value, same_site)
	return web.write_cookie(name, value, same_site, (select(2, is_secure(http))));
end

return cookies;
