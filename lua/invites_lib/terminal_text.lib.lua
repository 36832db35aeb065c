-- Text for a terminal, from anybody: nothing in it can steer the terminal (src/text/terminal.rs).
--
-- Returns { text = function (anything) → its text, with "?" for each character that is not plain }. It also works where the library is missing:
-- `check` has to say that it is.

local not_plain = "[^ -~]"; -- what is not ASCII, and needs a closer look

return {
	text = function (value)
		local text = tostring(value);
		if not text:find(not_plain) then return text; end
		local is_there, core = pcall(require_once, "invites_core");
		return is_there and core.plain(text) or (text:gsub(not_plain, "?"));
	end;
};
