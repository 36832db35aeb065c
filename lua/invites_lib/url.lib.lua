-- Addresses of web pages.

local new_set = require "util.set".new;
local interpolation = require "util.interpolation";
local to_ascii = require "util.encodings".idna.to_ascii;
local urlencode = require "util.http".urlencode;
local urldecode = require "util.http".urldecode;

local option = require_once "invites_config/option";

local url = {};

-- (address, or anything that is none) → the same as every browser, mail program and HTTP header takes it: a host name with other letters than ASCII
-- stands there in its A-label form (RFC 5891), xn--bcher-kva.example for bücher.example.
function url.ascii(address)
	local before, authority, after = address:match("^(%a[%w+.-]*://)([^/?#]+)(.*)$");
	if not authority or not authority:find("[%%\128-\255]") then return address; end
	local user, host, port = authority:match("^(.-@?)([^@:]+)(:?%d*)$");
	local ascii = host and to_ascii(urldecode(host));
	return ascii and before..user..ascii..port..after or address;
end

local interpolate = interpolation.new("%b{}", urlencode, {
	urlescape = urlencode; noscheme = function (address) return (address:gsub("^[^:]*:", "")); end;
});

-- (template, as options and lists of apps have them; values) → address. Values are escaped for URLs, and {…|noscheme} leaves out what comes before
-- the first colon.
function url.fill(template, values) return url.ascii(interpolate(template, values)); end

-- (function (name) → value of an option, host, name of a module without "mod_") → the address under which Prosody serves the pages of the module, or
-- nil if there is no HTTP server; http_external_url or nil; HTTP port or nil; host of the web server. Prosody's own function for it works only in a
-- running server.
function url.of_module(read, host, page_module)
	local external = read "http_external_url";
	local web_host = read "http_host" or host;
	local https, http = (read "https_ports")[1], (read "http_ports")[1];
	local base = external or https and ("https://%s:%d/"):format(web_host, https) or http and ("http://%s:%d/"):format(web_host, http);
	local path = (read "http_paths" or {})[page_module] or page_module;
	local address = base and base:gsub("/*$", "/")..path:gsub("^/+", ""):gsub("%$(%w+)", { host = host });
	return address and url.ascii(address), external, http, web_host;
end

local supports = new_set(option "invites_page_supports");

-- (template or nil, invite) sets invite.landing_page, the web link that goes with the invite, where nobody has set it yet and the option
-- `invites_page_supports` allows it.
function url.landing_page(template, invite)
	if not template or invite.landing_page then return; end
	local kinds = require_once "invites_core".web.kinds;
	local kind = kinds[invite.kind] or kinds.account; -- a handler may have blanked it, and the sample of `check` has none
	for _, word in ipairs(kind.supported_as) do
		if supports:contains(word) then invite.landing_page = url.fill(template, { host = module.host; invite = invite }); end
	end
end

return url;
