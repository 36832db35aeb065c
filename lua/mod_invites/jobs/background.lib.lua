-- Work that keeps nobody waiting.
--
-- Returns function (chore): runs it in a coroutine of its own. If it does not have to wait, it is done when this returns.

local async = require "util.async";

local function failed(_, err) module:log("error", "A chore of the invites failed: %s", err); end

return function (chore) async.runner(chore, { error = failed }):run(true); end;
