-- The address under which Prosody serves the pages of a module, from the configuration alone: Prosody's own function for it works only in a
-- running server.
--
-- Returns function (option: function (name) → value, host, name of the module without "mod_") → address or nil if there is no HTTP server;
-- http_external_url or nil; HTTP port or nil; host of the web server

local web_address = require_once "invites_lib/url/web_address";

return function (option, host, page_module)
	local external = option "http_external_url";
	local web_host = option "http_host" or host;
	local https, http = (option "https_ports")[1], (option "http_ports")[1];
	local base = external or https and ("https://%s:%d/"):format(web_host, https) or http and ("http://%s:%d/"):format(web_host, http);
	local path = (option "http_paths" or {})[page_module] or page_module;
	local address = base and base:gsub("/*$", "/")..path:gsub("^/+", ""):gsub("%$(%w+)", { host = host });
	return address and web_address(address), external, http, web_host;
end
