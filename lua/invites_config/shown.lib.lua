-- Values of options as people may read them in the log and in the terminal: one line, printable ASCII, never long.
--
-- Returns function (value) → text

local longest = 60; -- bytes of a text
local most_elements = 4; -- of a table

local names = { ["function"] = "a function"; userdata = "an object"; thread = "a thread" };

-- (text) → the same as Lua would write it. What stands before "@" in an address may be a password.
local function text(value)
	local cut = value:sub(1, 1000):gsub("://.*@", "://...@");
	local is_long = #value > 1000 or #cut > longest;
	cut = cut:sub(1, longest):gsub("[^\32-\126]", function (byte) return ("\\%03d"):format(byte:byte()); end);
	return "\""..cut:gsub("\"", "\\\"").."\""..(is_long and "..." or "");
end

local function scalar(value)
	if type(value) == "string" then return text(value); end
	if type(value) == "number" then return ("%.14g"):format(value); end
	if type(value) == "table" then return next(value) == nil and "{}" or "{...}"; end
	return names[type(value)] or tostring(value);
end

local function elements(value)
	local list, seen = {}, 0;
	for key, element in next, value do
		seen = seen + 1;
		if seen > most_elements then
			table.insert(list, "...");
			break;
		end
		local is_name = type(key) == "string" and #key <= longest and key:find("^[%a_][%w_]*$");
		local place = type(key) == "number" and key == seen and "" or is_name and key.." = " or "["..scalar(key).."] = ";
		table.insert(list, place..scalar(element));
	end
	return "{ "..table.concat(list, ", ").." }";
end

return function (value)
	if type(value) == "table" and next(value) ~= nil then return elements(value); end
	return scalar(value);
end
