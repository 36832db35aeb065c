-- Metrics of this host's invites for mod_http_openmetrics (src/metrics.rs), each as prosody_mod_invites__NAME with the label `host`.

local async = require "util.async";
local statsmanager = require "core.statsmanager";
local now = require "util.time".now;

local core = require_once "invites_core";

local families, metrics = {}, {};

-- (name of a counter, its label or nil, how many)
function metrics.count(name, label, count)
	local family = families[name];
	(label and family:with_labels(label) or family:with_labels()):add(count);
end

-- (seconds)
function metrics.time_sweep(seconds) families.sweep:with_labels():sample(seconds); end

for _, row in ipairs(core.metrics) do
	families[row.name] = module:metric(row.kind, row.name, row.unit, row.description, { row.label });
	if row.kind == "counter" and not row.label then metrics.count(row.name, nil, 0); end
	for _, label in ipairs(row.labels) do metrics.count(row.name, label, 0); end
end

local is_usable = { pending = true; claimed = true };
local rest = 100; -- times the duration of a count until the next one

-- (function stats of the API): the metric `pending`, counted when metrics are collected. It is counted page by page: one query over a million
-- invites stops the server for 0.2 seconds; an index would make that 0.03, but each change of an invite would pay for it.
function metrics.watch_pending(stats)
	if not statsmanager.get_metric_registry() then return; end
	local is_counting = false;

	local runner = async.runner(function ()
		local began, total = now(), 0;
		local rows = stats();
		for _, row in ipairs(rows or {}) do total = total + (is_usable[row.state] and row.count or 0); end
		if rows then families.pending:with_labels():set(total); end
		async.sleep(rest * (now() - began));
		is_counting = false;
	end, { error = function (_, err)
		is_counting = false;
		module:log("error", "The pending invites could not be counted: %s", err);
	end });

	module:hook_global("stats-update", function ()
		if is_counting then return; end
		is_counting = true;
		runner:run(true);
	end);
end

return metrics;
