-- Numbers, times and the frame of JSON in answers of commands. (Invites as text: src/command/text.rs.)

local datetime = require "util.datetime".datetime;

local format = {};

-- (Unix seconds, or nil for never) → "valid until 2030-01-31T04:27:00Z", or that it never expires
function format.validity(seconds) return seconds and "valid until "..datetime(seconds) or "that never expires"; end

-- (number, singular) → "1 invite", "2 invites"
function format.count(number, noun)
	return ("%d %s%s"):format(number, noun, number == 1 and "" or "s");
end

-- (out) → function (JSON object, or nil after the last one): prints an array, one object a line
function format.array(out)
	out.machine();
	local held = "[";
	return function (object)
		out.print(held..(held ~= "[" and object and "," or ""));
		held = object;
		if not object then out.print("]"); end
	end;
end

return format;
