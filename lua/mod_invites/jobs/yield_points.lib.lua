-- Long work in a running server, in pieces: between two of them the others have their turn.
--
-- Returns function () → breathe; breathe() goes on at once where it may not wait (under prosodyctl, or outside of a coroutine of util.async), and
-- where only a moment has passed since the last turn of the others.

local async = require "util.async";
local now = require "util.time".now;

local is_server = prosody.process_type == "prosody"; -- prosodyctl of 0.12 claims to be ready, too
local one_turn = 0.002; -- seconds for which the server does nothing else

return function ()
	local since = now();
	return function ()
		if not is_server or now() - since < one_turn or not async.ready() then return; end
		async.sleep(0);
		since = now();
	end;
end
