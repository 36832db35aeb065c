-- The database of the invites: the option `invites_database`.
--
-- Returns function () → argument for the library (a path or postgresql://...); the same for the log; { is_local, is_encrypted }.

local resolve_relative_path = require "util.paths".resolve_relative_path;
local urlencode = require "util.http".urlencode;

local core = require_once "invites_core";
local option = require_once "invites_config/option";

-- PostgreSQL's socket directory. The C library knows it by itself, ours does not.
local local_server = "/var/run/postgresql";

-- Prosody's `sql` option → URL
local function url_of(sql)
	if not sql then error("the option sql names no PostgreSQL database", 0); end -- the log says more
	local user = sql.username and urlencode(sql.username) or "";
	local password = sql.password and ":"..urlencode(sql.password) or "";
	local server = urlencode(sql.host and sql.host ~= "" and sql.host or local_server);
	local port = sql.port and (":%d"):format(sql.port) or "";
	return ("postgresql://%s%s%s%s%s/%s"):format(user, password, user ~= "" and "@" or "", server, port, urlencode(sql.database));
end

return function ()
	local database = option "invites_database";
	if not database then error("invites_database is not understood", 0); end -- the log says more
	if database == "sql" then
		database = url_of(option "sql");
	elseif not database:find("^postgres%a*://") then
		database = resolve_relative_path(prosody.paths.data, database);
	end
	local address = core.address(database) or { shown = "the database" };
	return database, address.shown, address;
end
