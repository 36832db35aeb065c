-- What mod_http_openmetrics shows of the invites of this host, each as prosody_mod_invites__NAME with the label `host`;
-- one more is in events/pending_gauge.lib.lua.

local function metric(kind, name, unit, description, ...)
	return module:metric(kind, name, unit, description, { ... });
end

local metrics = {
	created = metric("counter", "created", "", "Invites that were made", "kind");
	checked = metric("counter", "checked", "", "Tokens that were shown and are good");
	claimed = metric("counter", "claimed", "", "Invites that were claimed for a registration");
	redeemed = metric("counter", "redeemed", "", "Uses of invites", "kind");
	revoked = metric("counter", "revoked", "", "Invites that were taken back");
	refused = metric("counter", "refused", "", "What was refused, by the code of the reason", "code");
	swept = metric("counter", "swept", "", "Invites that were removed from the database, long after they were over");
	sweep = metric("summary", "sweep", "seconds", "Time that the removal takes");
};

local kinds = { account = true; contact = true; ["contact-account"] = true; reset = true };

-- (metric; map label → anything, or nil where it has none)
local function from_zero(of, labels)
	if not labels then of:with_labels():add(0); end
	for label in pairs(labels or {}) do
		if label ~= "ask" then of:with_labels(label):add(0); end -- which leaves mod_invites never
	end
end

-- (map code of a refusal → anything)
function metrics.begin(codes)
	for _, name in ipairs { "checked"; "claimed"; "revoked"; "swept" } do from_zero(metrics[name]); end
	for _, name in ipairs { "created"; "redeemed" } do from_zero(metrics[name], kinds); end
	from_zero(metrics.refused, codes);
end

return metrics;
