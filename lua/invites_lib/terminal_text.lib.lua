-- Text for a terminal, from whoever: nothing in it can steer the terminal. (src/text/terminal.rs says what could.)
--
-- Returns { text, json }, which also work where the library is missing: `check` has to say that it is.

local core; -- nil: not looked for yet; false: missing

local function library()
	if core == nil then
		local ok, found = pcall(function () return require_once "invites_core"; end);
		core = ok and found or false;
	end
	return core;
end

local not_plain = "[^ -~]"; -- what is not ASCII, and needs a closer look

local clean = {};

-- (anything) → its text, with "?" for each character that is not plain
function clean.text(value)
	local text = tostring(value);
	if not text:find(not_plain) then return text; end
	return library() and core.plain(text) or (text:gsub(not_plain, "?"));
end

-- (JSON) → JSON that means the same, in which such characters are written as \uXXXX
function clean.json(text)
	if not text:find(not_plain) then return text; end
	return library() and core.plain_json(text) or (text:gsub(not_plain, function (byte) return ("\\u%04x"):format(byte:byte()); end));
end

return clean;
