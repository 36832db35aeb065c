-- Cookies that only our own forms see: no script reads them, and no other site makes a browser send them (SameSite=Strict).
--
-- Returns { read = function (request, name) → value or nil; write = function (request, name, value) → header Set-Cookie }

local is_private = module:require "invites_web/private";

local cookies = {};

-- Values are what we have made: letters, digits, - and _.
function cookies.read(http, name)
	for field in (http.headers.cookie or ""):gmatch("[^;%s]+") do
		local value = field:sub(1, #name + 1) == name.."=" and field:match("^[%w_-]+$", #name + 2);
		if value then return value; end
	end
end

-- Without a path: a proxy may have put one in front of ours. Encrypted alone, where that is how the browser came.
function cookies.write(http, name, value)
	local _, encrypted = is_private(http);
	return ("%s=%s; HttpOnly; SameSite=Strict%s"):format(name, value, encrypted and "; Secure" or "");
end

return cookies;
