-- Points in time for people. They never promise more than there is: what is cut off is cut off downwards.
--
-- Returns { text, iso, left }

local time_text = {};

-- (Unix seconds or nil for never) → "2030-01-31 04:27 UTC" or nil. With the zone, as readers are in different ones.
function time_text.text(time)
	return time and os.date("!%Y-%m-%d %H:%M UTC", time) or nil;
end

-- (Unix seconds or nil for never) → the same for programs and scripts (RFC 3339), or nil
function time_text.iso(time)
	return time and os.date("!%Y-%m-%dT%H:%M:%SZ", time) or nil;
end

-- (Unix seconds or nil for never) → id of the text that says how long it is until then, number for it; or nil
function time_text.left(time)
	local seconds = time and time - os.time();
	if not seconds then return nil; end
	if seconds >= 2 * 86400 then return "expires-days", math.floor(seconds / 86400); end
	if seconds >= 3600 then return "expires-hours", math.floor(seconds / 3600); end
	if seconds >= 60 then return "expires-minutes", math.floor(seconds / 60); end
	return "expires-soon", 0;
end

return time_text;
