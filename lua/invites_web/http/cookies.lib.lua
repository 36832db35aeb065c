-- Cookies that no script can read. Over https their names begin with "__Host-", so that no other host of the same domain can set them (RFC 6265bis,
-- section 4.1.3.2). That prefix requires the path "/", which also works behind a proxy that adds a path prefix.
--
-- Returns { read = function (request, name) → value or nil; write = function (request, name, value, "Strict" or "Lax") → header Set-Cookie }

local is_secure = require_once "invites_web/http/client".is_secure;

local cookies = {};

-- (request, name) → name of the cookie in the browser, is it sent over https only?
local function full_name(http, name)
	local _, encrypted = is_secure(http);
	return encrypted and "__Host-"..name or name, encrypted;
end

-- Our values consist of letters, digits, - and _.
function cookies.read(http, name)
	name = full_name(http, name);
	for field in (http.headers.cookie or ""):gmatch("[^;%s]+") do
		local value = field:sub(1, #name + 1) == name.."=" and field:match("^[%w_-]+$", #name + 2);
		if value then return value; end
	end
end

-- A browser does not send a Strict cookie when a link on another site leads here. A form that is opened from a mail needs Lax: otherwise its second
-- tab would get another cookie.
function cookies.write(http, name, value, same_site)
	local full, encrypted = full_name(http, name);
	return ("%s=%s; Path=/; HttpOnly; SameSite=%s%s"):format(full, value, same_site, encrypted and "; Secure" or "");
end

return cookies;
