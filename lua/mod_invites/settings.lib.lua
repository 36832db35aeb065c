-- The settings of this host's ledger: the database, lifetimes, and limits for users.

local option = require_once "invites_config/option";

local settings = { host = module.host; store_tokens = option "invites_store_tokens" };

settings.database, settings.place = require_once "database"();

-- Seconds, math.huge for ever.
settings.ttl = option "invite_expiry";
settings.reset_ttl = option "invites_reset_expiry";
settings.history = option "invites_history";
settings.longest_ttl = option "invites_longest_expiry";

-- (name) → whole number, or nil for "no limit"
local function limit(name)
	local number = option(name);
	return number < math.huge and number or nil;
end

-- Limits for invites on a user's authority.
settings.per_user = limit "invites_per_user";
settings.per_day = limit "invites_per_day";
settings.contacts_per_user = limit "invites_contacts_per_user";
settings.contacts_per_day = limit "invites_contacts_per_day";
settings.most_uses = limit "invites_most_uses";

return settings;
