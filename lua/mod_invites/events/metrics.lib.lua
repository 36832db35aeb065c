-- Metrics of this host's invites for mod_http_openmetrics, each as prosody_mod_invites__NAME with the label `host`.

local async = require "util.async";
local statsmanager = require "core.statsmanager";
local now = require "util.time".now;

local kinds = require_once "invites_core".web.kinds;

local function metric(kind, name, unit, description, ...)
	return module:metric(kind, name, unit, description, { ... });
end

local counters = {
	created = metric("counter", "created", "", "Invites that were made", "kind");
	checked = metric("counter", "checked", "", "Tokens that were shown and are good");
	claimed = metric("counter", "claimed", "", "Invites that were claimed for a registration");
	redeemed = metric("counter", "redeemed", "", "Uses of invites", "kind");
	revoked = metric("counter", "revoked", "", "Invites that were taken back");
	refused = metric("counter", "refused", "", "What was refused, by the code of the reason", "code");
	swept = metric("counter", "swept", "", "Invites that were removed from the database, long after they were over");
};
local sweep = metric("summary", "sweep", "seconds", "Time that the removal takes");

local metrics = {};

-- (name of a counter, its label or nil, how many)
function metrics.count(name, label, count)
	local counter = counters[name];
	(label and counter:with_labels(label) or counter:with_labels()):add(count);
end

-- (seconds)
function metrics.time_sweep(seconds)
	sweep:with_labels():sample(seconds);
end

-- (map code of a refusal → anything): counters start at zero, so that rates can be computed
function metrics.begin(codes)
	for _, name in ipairs { "checked"; "claimed"; "revoked"; "swept" } do metrics.count(name, nil, 0); end
	for kind in pairs(kinds) do
		metrics.count("created", kind, 0);
		metrics.count("redeemed", kind, 0);
	end
	for code in pairs(codes) do
		if code ~= "ask" then metrics.count("refused", code, 0); end -- it never leaves mod_invites
	end
end

local is_usable = { pending = true; claimed = true };
local rest = 100; -- times the duration of a count until the next one

-- (function stats of the API): the metric `pending`, counted when metrics are collected. It is counted page by page: one query over a million
-- invites stops the server for 0.2 seconds; an index would make that 0.03, but each change of an invite would pay for it.
function metrics.watch_pending(stats)
	if not statsmanager.get_metric_registry() then return; end
	local gauge = metric("gauge", "pending", "", "Invites that can be used");
	local is_counting = false;

	local runner = async.runner(function ()
		local began, total = now(), 0;
		local rows = stats();
		for _, row in ipairs(rows or {}) do total = total + (is_usable[row.state] and row.count or 0); end
		if rows then gauge:with_labels():set(total); end
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
