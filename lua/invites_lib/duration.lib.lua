-- Periods as people write them, in options, commands and requests: "2 days". Prosody's own reader is more generous, and 0.12 has none: "5 sausages"
-- are five seconds to it.

local period = {};

local longest_text = 40; -- bytes: requests may bring anything

local units = {
	s = 1; sec = 1; second = 1; min = 60; minute = 60; h = 3600; hr = 3600; hour = 3600; d = 86400; day = 86400; w = 7 * 86400; week = 7 * 86400;
	mo = 31 * 86400; mon = 31 * 86400; month = 31 * 86400; y = 365.2425 * 86400; yr = 365.2425 * 86400; year = 365.2425 * 86400;
};

-- (anything; "2 weeks") → seconds, at least one; or nil
function period.seconds(text)
	if type(text) ~= "string" or #text > longest_text then return nil; end
	local count, unit = text:lower():match("^%s*(%d+)%s*(%a+)%s*$");
	local seconds = count and (units[unit] or units[unit:match("^(%a%a+)s$")]);
	return seconds and tonumber(count) > 0 and math.floor(tonumber(count) * seconds) or nil;
end

-- (the same, or "never") → seconds, math.huge for "never"; or nil
function period.or_never(text)
	if type(text) == "string" and text:lower() == "never" then return math.huge; end
	return period.seconds(text);
end

return period;
