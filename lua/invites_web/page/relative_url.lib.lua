-- Addresses of this server as relative links, which work behind a proxy with a path in front as well.
--
-- Returns function (address; what leads from the page to where all modules begin) → relative link, or nil: the address is elsewhere

local web_address = require_once "invites_lib/url/web_address";

return function (url, root)
	local base = web_address(module:http_url("_", "/"));
	url = url and web_address(url);
	if not url or url:sub(1, #base) ~= base then return nil; end
	return root..url:sub(#base + 1);
end
