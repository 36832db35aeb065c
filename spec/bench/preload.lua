-- Invites that are stored before anything is measured: the same ones in our database, and in both storages of the modules that come with Prosody.

local socket = require "socket";
local datamanager = require "util.datamanager";
local json = require "util.json";
local paths = require "spec.support.paths";
local Database = require "spec.live.harness.database";
local run = require "spec.live.harness.run";

local preload = {};

preload.host = "localhost";
-- One a second, from a while ago on: what is bought as a million invites at once, nobody has.
local created = os.time() - 1000000;
local expires = created + 365 * 86400;
local chunk_size = 500; -- as mod_invites imports them

-- (number of a stored invite) → token, kind, user name. Of ten, six are for anybody, three are bound to a name, one is a contact's.
function preload.stored(i)
	local token = ("stored%08dabcdefghij"):format(i);
	local digit = i % 10;
	if digit < 6 then return token, "free"; end
	if digit < 9 then return token, "bound", "guest"..i; end
	return token, "contact", "inviter"..i % 100;
end

-- (number of a stored invite) → token, the invite as the bundled module stores it
local function as_bundled(i)
	local token, kind, username = preload.stored(i);
	local contact, jid = kind == "contact", (username and username.."@" or "")..preload.host;
	return token, {
		type = contact and "roster" or "register", jid = jid, token = token, allow_registration = true;
		uri = ("xmpp:%s?%s;preauth=%s%s"):format(jid, contact and "roster" or "register", token, contact and ";ibr=y" or "");
		created_at = created, expires = expires;
	};
end

-- (data folder, how many) Into the store of the bundled module, in its own form, by Prosody's own library.
function preload.internal(data, count)
	local invites = {};
	for i = 1, count do
		local token, invite = as_bundled(i);
		invites[token] = invite;
	end
	datamanager.set_data_path(data);
	assert(datamanager.store(nil, preload.host, "invite_token", invites));
end

-- (server that has used its database, path of it, how many) Into the tables of Prosody's storage in SQLite.
function preload.sqlite(path, count)
	local database = Database.open(path);
	database:run("BEGIN");
	for i = 1, count do
		local token, invite = as_bundled(i);
		database:run("INSERT INTO prosody (host, user, store, key, type, value) VALUES (?, '', 'invite_token', ?, 'json', ?)",
			preload.host, token, json.encode(invite));
	end
	database:run("COMMIT");
	database:close();
end

local kept = {}; -- how many → path of a database with them

-- (data folder, how many) Into our database, by the library itself; the same number the next time as a copy. → invites a second, or nil for a copy
function preload.ours(data, count)
	local path = data.."/invites.sqlite";
	if kept[count] then
		assert(os.execute(("cp --reflink=auto %s %s"):format(run.quoted(kept[count]), run.quoted(path))));
		return nil;
	end
	local open, err = package.loadlib(paths.root.."/lua/invites_core/invites_core.so", "luaopen_invites_core");
	local ledger = assert(open, err)().open {
		database = path, host = preload.host, store_tokens = true, ttl = 7 * 86400, reset_ttl = 86400, contact_ttl = 365 * 86400, history = 30 * 86400;
	};
	local began = socket.gettime();
	for from = 1, count, chunk_size do
		local chunk = {};
		for i = from, math.min(from + chunk_size - 1, count) do
			local token, kind, username = preload.stored(i);
			table.insert(chunk, { token = token; user = username; invite = {
				type = kind == "contact" and "roster" or "register"; allow_registration = true; created_at = created + i; expires = expires + i;
			} });
		end
		local counts = assert(ledger:import(false, nil, created, chunk));
		assert(counts.imported == #chunk, "some invites were not imported");
		local done = from + #chunk - 1;
		if done % 100000 == 0 then io.stderr:write(("  %d of %d, %.0f a second\n"):format(done, count, done / (socket.gettime() - began))); end
	end
	local rate = count / (socket.gettime() - began);
	assert(ledger:mark_imported(false, nil, created));
	ledger:close();
	kept[count] = run.directory().."/invites."..count;
	assert(os.execute(("cp --reflink=auto %s %s"):format(run.quoted(path), run.quoted(kept[count]))));
	return rate;
end

return preload;
