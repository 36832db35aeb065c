-- The metric of the invites that can be used: counted when the metrics are collected, page by page so that nobody has to wait for it.
--
-- Returns function (list of the API).

local async = require "util.async";
local statsmanager = require "core.statsmanager";
local time = require "util.time".now;

local yield_points = require_once "jobs/yield_points";

local rest = 100; -- times as long as the last count took, nothing is counted again: one part in a hundred of the time is enough for this

return function (list)
	if not statsmanager.get_metric_registry() then return; end
	local gauge = module:metric("gauge", "pending", "", "Invites that can be used", {});
	local counting, due = false, 0;

	local function count()
		local began, total = time(), 0;
		local yield = yield_points();
		local page, cursor = list("usable");
		while page and cursor do
			total = total + #page;
			yield();
			page, cursor = list("usable", nil, cursor);
		end
		counting, due = false, time() + rest * (time() - began);
		if page then gauge:with_labels():set(total + #page); end
	end

	local runner = async.runner(count, { error = function (_, err)
		counting = false;
		module:log("error", "The pending invites could not be counted: %s", err);
	end });

	module:hook_global("stats-update", function ()
		if counting or time() < due then return; end
		counting = true;
		runner:run(true);
	end);
end
