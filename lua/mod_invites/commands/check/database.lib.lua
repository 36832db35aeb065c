-- Part of the command check: is the database there, is it safe, can the server write it?
--
-- Files are looked at from outside alone: opening and closing a file of SQLite's in this process would drop the locks that SQLite holds on it.

local lfs = require "lfs";

-- (path of the database) → array of what to do, each a text
local function look_at_files(path)
	local to_do = {};
	local directory = path:match("^(.*)/[^/]*$");
	local owner = (lfs.attributes(prosody.paths.data) or {}).uid;
	for _, suffix in ipairs { ""; "-wal"; "-shm" } do
		local file = lfs.attributes(path..suffix);
		if file and owner and file.uid ~= owner then
			local data = prosody.paths.data;
			table.insert(to_do, ("%s is another user's than the data directory: chown --reference=%s %s"):format(path..suffix, data, path..suffix));
		end
		if file and file.permissions:sub(7) ~= "---" then
			table.insert(to_do, ("%s can be read by every user of this machine: chmod 600 %s"):format(path..suffix, path..suffix));
		end
	end
	if not lfs.attributes(directory, "mode") then
		table.insert(to_do, ("the directory %s is not there: make it, for the user that Prosody runs as"):format(directory));
	end
	return to_do;
end

-- (report, mod_invites of the host)
return function (report, invites)
	local location, place, address = invites.require_once "database"();
	local is_file = location:sub(1, 1) == "/";
	local health, _, words = invites.health();
	local to_do = is_file and look_at_files(location) or {};
	if not health then
		report.to_do("Database: %s does not work, so nobody can register: %s", place, words or "no reason given");
	elseif is_file and not lfs.attributes(location.."-wal", "mode") then
		table.insert(to_do, ("%s can't be used in WAL mode, which file systems of a network do not have: put it on a local disk"):format(location));
	elseif not address.is_local and not address.is_encrypted then
		table.insert(to_do, "the way to PostgreSQL is not encrypted: add ?sslmode=require to invites_database");
	end
	local servers = health and invites.servers() or 0;
	if servers > 1 then
		local several = "%d servers use %s at the same time: stop the one that should not, or give it another invites_database";
		table.insert(to_do, several:format(servers, place));
	end
	for _, text in ipairs(to_do) do report.to_do("Database: %s", text); end
	if health and not to_do[1] then
		report.ok("Database: %s, schema %d, at %s", health.engine == "sqlite" and "SQLite" or "PostgreSQL", health.version, place);
	end
end
