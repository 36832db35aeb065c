-- Fills templates of addresses, as options and lists of apps have them: function (template, values) → address. Values are escaped for URLs, and
-- {…|noscheme} leaves out what comes before the first colon.

local interpolation = require "util.interpolation";
local urlencode = require "util.http".urlencode;

local web_address = require_once "invites_lib/url/web_address";

local function without_scheme(url)
	return (url:gsub("^[^:]*:", ""));
end

local interpolate = interpolation.new("%b{}", urlencode, { urlescape = urlencode; noscheme = without_scheme });

return function (template, values)
	return web_address(interpolate(template, values));
end
