-- Periods as people write them. Prosody's own reader is more generous, and 0.12 has none: "5 sausages" are five seconds to it.
--
-- Returns function (anything) → seconds, or nil

local units = {
	s = 1; sec = 1; second = 1; min = 60; minute = 60; h = 3600; hour = 3600; d = 86400; day = 86400; w = 7 * 86400; week = 7 * 86400;
	mon = 31 * 86400; month = 31 * 86400; y = 365.2425 * 86400; year = 365.2425 * 86400;
};

return function (text)
	if type(text) ~= "string" or #text > 40 then return nil; end
	local count, unit = text:lower():match("^%s*(%d+)%s*(%a+)%s*$");
	local seconds = count and (units[unit] or units[unit:match("^(%a%a+)s$")]);
	return seconds and tonumber(count) > 0 and math.floor(tonumber(count) * seconds) or nil;
end
