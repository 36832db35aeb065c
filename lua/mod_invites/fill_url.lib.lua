-- Fills templates of addresses, as options and lists of apps have them: function (template, values) → address. Values are escaped for URLs, and
-- {…|noscheme} leaves out what comes before the first colon.

local interpolation = require "util.interpolation";
local urlencode = require "util.http".urlencode;

local function without_scheme(url)
	return (url:gsub("^[^:]*:", ""));
end

return interpolation.new("%b{}", urlencode, { urlescape = urlencode; noscheme = without_scheme });
