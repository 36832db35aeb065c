-- What mod_http_openmetrics shows of the invites of this host, each as prosody_mod_invites__NAME with the label `host`;
-- one more is in pending.lib.lua.

local function metric(kind, name, unit, description, ...)
	return module:metric(kind, name, unit, description, { ... });
end

return {
	created = metric("counter", "created", "", "Invites that were made", "kind");
	checked = metric("counter", "checked", "", "Tokens that were shown and are good");
	claimed = metric("counter", "claimed", "", "Invites that were claimed for a registration");
	redeemed = metric("counter", "redeemed", "", "Uses of invites", "kind");
	revoked = metric("counter", "revoked", "", "Invites that were taken back");
	refused = metric("counter", "refused", "", "What was refused, by the code of the reason", "code");
	swept = metric("counter", "swept", "", "Invites that were removed from the database, long after they were over");
	sweep = metric("summary", "sweep", "seconds", "Time that the removal takes");
};
