-- Long work in a running server is done in pieces, and yields in between.
--
-- Returns function () → yield. yield() returns at once if it can't wait (under prosodyctl, or outside of a coroutine of util.async), or if the last
-- yield was only a moment ago.

local async = require "util.async";
local now = require "util.time".now;

local is_server = prosody.process_type == "prosody"; -- prosodyctl of 0.12 claims to be ready, too
local one_turn = 0.002; -- seconds

return function ()
	local since = now();
	return function ()
		if not is_server or now() - since < one_turn or not async.ready() then return; end
		async.sleep(0);
		since = now();
	end;
end
