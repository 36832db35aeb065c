-- Cookies that only our own forms see: no script reads them. Over https their names begin with "__Host-", so that no other name of the same domain
-- can set them (RFC 6265bis, section 4.1.3.2); that asks for the path "/", which works behind a proxy with a path in front, too.
--
-- Returns { read = function (request, name) → value or nil; write = function (request, name, value, "Strict" or "Lax") → header Set-Cookie }

local is_secure = require_once "invites_web/http/client".is_secure;

local cookies = {};

-- (request, name) → name that the cookie has for the browser, is it for encrypted requests alone?
local function full_name(http, name)
	local _, encrypted = is_secure(http);
	return encrypted and "__Host-"..name or name, encrypted;
end

-- Values are what we have made: letters, digits, - and _.
function cookies.read(http, name)
	name = full_name(http, name);
	for field in (http.headers.cookie or ""):gmatch("[^;%s]+") do
		local value = field:sub(1, #name + 1) == name.."=" and field:match("^[%w_-]+$", #name + 2);
		if value then return value; end
	end
end

-- Strict: not sent when a link on another site leads here. A form that is opened from a mail needs Lax, as its second tab would else get another
-- cookie.
function cookies.write(http, name, value, same_site)
	local full, encrypted = full_name(http, name);
	return ("%s=%s; Path=/; HttpOnly; SameSite=%s%s"):format(full, value, same_site, encrypted and "; Secure" or "");
end

return cookies;
