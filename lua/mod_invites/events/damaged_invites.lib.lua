-- Damaged invites, whose rows another program or the disk changed: one line in the log for each, not for each query.
--
-- Returns function (short id, reason).

local cache = require "util.cache";
local monotonic = require "util.time".monotonic;

local told_again_after = 3600; -- seconds
local told = cache.new(100);

return function (id, reason)
	local now, before = monotonic(), told:get(id);
	if before and now - before < told_again_after then return; end
	told:set(id, now);
	module:log("warn", "The invite %s can't be used, as its row in the database is damaged: %s. Revoke it by this id, or mend the row", id, reason);
end
