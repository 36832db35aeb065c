-- The settings of this host's ledger: the database, lifetimes, and limits for users.

local resolve_relative_path = require "util.paths".resolve_relative_path;

local core = require_once "invites_core";
local option = require_once "invites_config/option";

-- Of what is not understood, the log says more.
local database = option "invites_database" or error("invites_database is not understood", 0);
if database == "sql" then
	database = core.sql_url(option "sql" or error("the option sql names no PostgreSQL database", 0));
elseif not database:find("^postgres%a*://") then
	database = resolve_relative_path(prosody.paths.data, database);
end

-- (name) → whole number, or nil for "no limit"
local function limit(name)
	local number = option(name);
	return number < math.huge and number or nil;
end

return {
	host = module.host; is_server = prosody.process_type == "prosody"; store_tokens = option "invites_store_tokens";
	database = database; address = core.address(database) or { shown = "the database" }; -- as the log may show it, and how it is reached
	-- Seconds, math.huge for ever.
	ttl = option "invite_expiry"; reset_ttl = option "invites_reset_expiry"; history = option "invites_history";
	longest_ttl = option "invites_longest_expiry"; contact_ttl = option "invites_contacts_longest_expiry";
	-- Limits for invites on a user's authority.
	per_user = limit "invites_per_user"; per_day = limit "invites_per_day"; most_uses = limit "invites_most_uses";
	welcomes = option "invites_welcome" ~= nil;
	default_rooms = option "invites_default_rooms"; group_rooms = option "invites_group_rooms";
	webhooks = option "invites_webhooks";
	invites_after = option "invites_after"; -- math.huge for never
	tree_accounts = limit "invites_tree_accounts"; tree_depth = limit "invites_tree_depth"; tree_period = option "invites_tree_period";
	contacts_per_user = limit "invites_contacts_per_user"; contacts_per_day = limit "invites_contacts_per_day";
};
