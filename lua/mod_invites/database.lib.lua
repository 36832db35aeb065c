-- The database of the invites: the option `invites_database`.
--
-- Returns function () → argument for the library (a path or postgresql://...); the same for the log; { is_local, is_encrypted }.

local resolve_relative_path = require "util.paths".resolve_relative_path;

local core = require_once "invites_core";
local option = require_once "invites_config/option";

-- What is not understood is in the log.
return function ()
	local database = option "invites_database";
	if not database then error("invites_database is not understood", 0); end
	if database == "sql" then
		database = core.sql_url(option "sql" or error("the option sql names no PostgreSQL database", 0));
	elseif not database:find("^postgres%a*://") then
		database = resolve_relative_path(prosody.paths.data, database);
	end
	local address = core.address(database) or { shown = "the database" };
	return database, address.shown, address;
end
