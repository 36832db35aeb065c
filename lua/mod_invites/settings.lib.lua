-- How long invites live, and what users may choose: the options, with what counts where they are not set.

local compat = module:require "compat";

local settings = {};

-- Seconds, math.huge for ever.
settings.ttl = compat.period("invite_expiry", 7 * 86400);
settings.reset_ttl = compat.period("invites_reset_expiry", 86400);
settings.history = math.max(compat.period("invites_history", 30 * 86400), 1);

-- (name of an option, default, least) → whole number, or nil for "no limit"
local function limit(name, default, least)
	if module:get_option(name) == "unlimited" then return nil; end
	local number = module:get_option_number(name, default);
	return number and math.max(math.floor(number), least);
end

-- For what users make on their own right.
settings.per_user = limit("invites_per_user", nil, 0);
settings.per_day = limit("invites_per_day", nil, 0);
settings.most_uses = limit("invites_most_uses", 1, 1);
settings.longest_ttl = compat.period("invites_longest_expiry", math.max(settings.ttl, 30 * 86400));

return settings;
