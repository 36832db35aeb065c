-- The client of a request: its address, whether anybody on the way can have read what it sent (src/web/client), and its cookies.

local option = require_once "invites_config/option";

local web = require_once "invites_core".web;

local proxies = web.proxies(option "trusted_proxies");
local outside_is_encrypted = (option "http_external_url" or ""):lower():find("^https:") ~= nil;

local silent = module:shared "/*/invites_web/silent_proxies"; -- address → true, for the log and for the command check
local clients = setmetatable({}, { __mode = "k" }); -- request → its client

local client = {};

local function of(http)
	if not clients[http] then
		clients[http] = proxies:client(http.ip, http.conn:ip(), http.headers, http.secure and true or false, http.forwarded, outside_is_encrypted);
	end
	return clients[http];
end

-- (request of Prosody's HTTP server) → address of the client as text. Where a proxy does not say for which client it speaks, it is the proxy's own:
-- all its clients are counted together then.
function client.address(http)
	local found = of(http);
	if found.silent and not silent[found.silent] then
		silent[found.silent] = true;
		module:log("warn", "The proxy %s does not say for which address it forwards requests (X-Forwarded-For: %q), so that all who come through it are "
			.."counted together when they try invites or passwords. Let it set that header to the address of its client", found.silent,
			http.headers.x_forwarded_for or "");
	end
	return found.address;
end

-- (request) → did it leave the browser encrypted, or come from this machine?
function client.is_secure(http) return of(http).is_secure; end

-- (request, our own address) → does it say that another web site sent it, be it another name of the same domain?
function client.is_foreign(http, own) return proxies:is_foreign(http.conn:ip(), http.headers, own); end

-- (address as text) → what attempts from there are counted under, do many people share that?
function client.key(address) return proxies:key(address); end

-- (request, name) → value of a cookie that no script can read (src/web/cookie.rs), or nil
function client.read_cookie(http, name)
	return web.read_cookie(http.headers.cookie or "", name, of(http).is_encrypted);
end

-- (request, name, value, "Strict" or "Lax") → header Set-Cookie
function client.write_cookie(http, name, value, same_site)
	return web.write_cookie(name, value, same_site, of(http).is_encrypted);
end

return client;
