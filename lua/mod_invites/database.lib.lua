-- Which database the invites live in: the option `invites_database`.
--
-- Returns function () → what the library opens (a path or postgresql://...), and the same for the log, without the password.

local resolve_relative_path = require "util.paths".resolve_relative_path;
local urlencode = require "util.http".urlencode;

-- The socket directory of PostgreSQL, which clients in C know by themselves.
local local_server = "/var/run/postgresql";

-- Prosody's `sql` option → URL
local function url_of(sql)
	if type(sql) ~= "table" or sql.driver ~= "PostgreSQL" or not sql.database then
		local err = "invites_database = \"sql\" needs sql = { driver = \"PostgreSQL\"; database = ... } in the configuration";
		module:log("error", "%s (without invites_database, invites are kept in a file of their own, beside any SQL database)", err);
		error(err, 0);
	end
	local user = sql.username and urlencode(sql.username) or "";
	local password = sql.password and ":"..urlencode(sql.password) or "";
	local server = urlencode(sql.host and sql.host ~= "" and sql.host or local_server);
	local port = sql.port and (":%d"):format(sql.port) or "";
	return ("postgresql://%s%s%s%s%s/%s"):format(user, password, user ~= "" and "@" or "", server, port, urlencode(sql.database));
end

return function ()
	local database = module:get_option_string("invites_database", "invites.sqlite");
	if database == "sql" then
		database = url_of(module:get_option("sql"));
	elseif not database:find("^postgres%a*://") then
		database = resolve_relative_path(prosody.paths.data, database);
	end
	return database, (database:gsub("^(%a+://[^:/@]*):[^/]*@", "%1@"):gsub("([?&]password=)[^&]*", "%1"));
end
