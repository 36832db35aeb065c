-- Addresses of web pages as every browser, mail program and HTTP header takes them: a host name with other letters than ASCII stands there in its
-- A-label form (RFC 5891), xn--bcher-kva.example for bücher.example.
--
-- Returns function (address, or anything that is none) → address

local to_ascii = require "util.encodings".idna.to_ascii;
local urldecode = require "util.http".urldecode;

return function (address)
	local before, authority, after = address:match("^(%a[%w+.-]*://)([^/?#]+)(.*)$");
	if not authority or not authority:find("[%%\128-\255]") then return address; end
	local user, host, port = authority:match("^(.-@?)([^@:]+)(:?%d*)$");
	local ascii = host and to_ascii(urldecode(host));
	return ascii and before..user..ascii..port..after or address;
end
