-- Where does a form come from? Browsers say so: in Sec-Fetch-Site (https and this machine alone), or else in Origin. A form that another web site
-- sends in a visitor's name is refused, also one of another name of the same domain. A request that says neither, or "null" as browsers do for
-- pages that send no referrer, is left to the cookie (csrf).
--
-- Returns { is_foreign = function (request of Prosody's HTTP server) → boolean }

local is_proxy = require_once "invites_lib/trusted_proxies";
local address = require_once "invites_lib/ip_address";
local web_address = require_once "invites_lib/url/web_address";

local origin = {};

-- ("https://Chat.Example:443/path") → "chat.example"; ports are the proxy's business
local function host_of(url)
	local authority = url:lower():match("^%a[%w+.-]*://([^/?#]*)");
	return authority and authority:gsub("^.*@", ""):gsub(":%d*$", "") or nil;
end

-- (request) → the names under which this server may have been asked
local function own_names(http)
	local headers = http.headers;
	local names = { [host_of("http://"..(headers.host or "")) or ""] = true; [host_of(web_address(module:http_url("_", "/"))) or ""] = true };
	local peer = headers.x_forwarded_host and address.read(http.conn:ip());
	if peer and is_proxy(peer) then
		for name in headers.x_forwarded_host:sub(1, 1024):gmatch("[^,%s]+") do names[host_of("http://"..name) or ""] = true; end
	end
	return names;
end

function origin.is_foreign(http)
	local site, from = http.headers.sec_fetch_site, http.headers.origin;
	if site then
		site = site:lower();
		return site ~= "same-origin" and site ~= "none";
	end
	if not from or from == "null" then return false; end
	local name = host_of(from);
	return not name or name == "" or not own_names(http)[name];
end

return origin;
