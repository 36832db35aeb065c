-- Loaded by busted before the live specs: keeps the list of servers in one place for all files, stops them when the specs are over, and keeps
-- what they have left where a spec failed.

local busted = require "busted";
local Server = require "spec.live.harness.server";

for _, event in ipairs { "failure", "error" } do
	busted.subscribe({ event }, function ()
		Server.keep();
		return nil, true;
	end);
end

busted.subscribe({ "suite", "end" }, function ()
	local kept = Server.finish();
	if kept then io.write("\nLogs and data of this run's servers are in ", kept, "\n"); end
	return nil, true;
end);
