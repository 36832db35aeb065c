-- Facts for the command check: the database and its files.
--
-- It opens no file: closing a file of SQLite's would drop the locks that SQLite holds on it in this process.

local lfs = require "lfs";

-- (path of the database) → facts for src/command/check/database.rs
local function look_at_files(path)
	local data, directory, parts = prosody.paths.data, path:match("^(.*)/[^/]*$"), {};
	local owner = (lfs.attributes(data) or {}).uid;
	for _, suffix in ipairs { ""; "-wal"; "-shm" } do
		local file = lfs.attributes(path..suffix);
		if file then
			table.insert(parts, {
				path = path..suffix; is_foreign = owner ~= nil and file.uid ~= owner; is_open = file.permissions:sub(7) ~= "---";
			});
		end
	end
	return {
		path = path; data = data; parts = parts; has_wal = lfs.attributes(path.."-wal", "mode") ~= nil;
		missing_directory = not lfs.attributes(directory, "mode") and directory or nil;
	};
end

-- (mod_invites of the host) → likewise
return function (invites)
	local location, place, address = invites.require_once "database"();
	local health, _, words = invites.health(); -- this makes the file if there is none
	return {
		place = place; problem = not health and (words or "no reason given") or nil;
		engine = health and health.engine; version = health and health.version; servers = health and invites.servers() or 0;
		file = location:sub(1, 1) == "/" and look_at_files(location) or nil;
		is_local = address.is_local == true; is_encrypted = address.is_encrypted == true;
	};
end
