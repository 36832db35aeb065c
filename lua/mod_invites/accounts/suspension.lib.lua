-- Accounts that are suspended: disabled, with a mark in Prosody's own store of accounts that says with whom. Whoever enables an account, disables it
-- otherwise, or deletes it takes the mark away with that, so it can't be older than the account or than what an admin has done since.

local usermanager = require "core.usermanager";

local suspension = {};

local reason = "invites-suspended";

local store; -- opened when needed: under prosodyctl there is no storage yet while modules are loaded

-- () → can accounts of this host be disabled with a mark? Others than this provider might not keep it.
function suspension.is_possible()
	local provider = usermanager.get_provider(module.host);
	return provider ~= nil and provider.name == "internal_hashed" and rawget(provider, "disable") ~= nil;
end

-- (prepared username; with whom) → when it was suspended; nil if it is not, or with somebody else; nil, error
function suspension.of(username, with)
	store = store or module:open_store "accounts";
	local ok, account, err = pcall(store.get, store, username);
	if not ok or err then
		err = tostring(ok and err or account);
		module:log("warn", "Could not read the account %s: %s", username, err);
		return nil, err;
	end
	local mark = type(account) == "table" and account.disabled and account.disabled_meta;
	if type(mark) ~= "table" or mark.reason ~= reason or mark.with ~= with then return nil; end
	return tonumber(mark.when) or 0;
end

local function try(verb, username, ...)
	local ok, done, err = pcall(usermanager[verb], username, module.host, ...);
	if ok and done then return true; end
	module:log("warn", "The account %s could not be written: %s", username, ok and err or done);
	return false;
end

-- (prepared username; with whom) → boolean. The mark has the fields of Prosody's own ones, and `with`.
function suspension.disable(username, with)
	return try("disable_user", username, { reason = reason; comment = "Suspended with "..with; when = os.time(); with = with });
end

-- (prepared username) → boolean
function suspension.enable(username) return try("enable_user", username); end

return suspension;
