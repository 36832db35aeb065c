-- The store of Prosody's own mod_invites.
--
-- Store "invite_token": under the host (no user) token → invite; under a user token → expiry of an invite to become that user's contact.

local nodeprep = require "util.encodings".stringprep.nodeprep;
local split_jid = require "util.jid".split;

local legacy_store = {};

local function user_of(jid)
	local username = type(jid) == "string" and split_jid(jid);
	return username and (nodeprep(username) or username) or nil;
end

-- (store) → array of usernames. SQL storages have "" for the host, memory has a function. Some storages can't list their users.
local function users_of(store)
	local names = {};
	if not store.users then return names; end -- nor has storage = "none"
	local ok, err = pcall(function ()
		for username in store:users() do
			if type(username) == "string" and username ~= "" then table.insert(names, username); end
		end
	end);
	return ok and names, err;
end

-- Prosody's own storage also remembers that the invites were imported: a new, empty database (after a change of invites_database) must not bring
-- back used invites. (value to set, or nil to ask) → value, or nil, error
local function memory(value)
	local store = module:open_store("invites_imported");
	local ok, result, err = pcall(value and store.set or store.get, store, nil, value);
	if not ok then return nil, result; end
	return result, err;
end

-- () → { at, exported }: time of the import, and of a later `export` back into this store, or nil; or nil, error
function legacy_store.taken_over()
	local before, err = memory();
	return before and before.at and before or nil, err; -- with storage = "none" there is an empty table
end

-- ({ at, exported }) → true, or nil, error
function legacy_store.remember(value)
	return memory(value);
end

-- () → the store, or nil, error
function legacy_store.open()
	return module:open_store("invite_token");
end

-- (store) → { host = { token → invite }, users = { username → { token → expiry } } }, was everything readable?
function legacy_store.rows(store)
	local rows, complete = { host = {}; users = {} }, true;
	local function get(username)
		local ok, row, err = pcall(store.get, store, username);
		if ok and not err and type(row or {}) == "table" then return row or {}; end
		module:log("error", "Could not read the old invites of %s: %s", username or "the host", ok and err or row);
		complete = false;
		return {};
	end
	rows.host = get(nil);
	local names, err = users_of(store);
	if not names then
		module:log("error", "Could not list who has old invites: %s", err);
		return rows, false;
	end
	for _, username in ipairs(names) do
		rows.users[username] = get(username);
	end
	return rows, complete;
end

-- (rows) → function (size) → array of the next entries for mod_invites.import: { token, invite, user: of its JID, or the inviter }, or false for
-- a row that is no invite; number of invites; number of the other rows
function legacy_store.entries(rows)
	local entries, odd, known = {}, 0, {};
	local function add(token, invite, user)
		if type(token) ~= "string" or type(invite) ~= "table" then
			odd = odd + 1;
			table.insert(entries, false);
		elseif not known[token] then -- an invite with registration is in both places
			known[token] = true;
			table.insert(entries, { token = token; invite = invite; user = user });
		end
	end
	for token, invite in pairs(rows.host) do
		add(token, invite, type(invite) == "table" and user_of(invite.jid) or nil);
	end
	for username, row in pairs(rows.users) do
		local user = nodeprep(username) or username;
		for token, expires in pairs(row) do
			local is_invite = type(expires) == "number";
			add(token, is_invite and { type = "roster"; allow_registration = false; expires = expires }, user);
		end
	end
	local done = 0;
	return function (size)
		local first = done + 1;
		done = math.min(done + size, #entries);
		return { table.unpack(entries, first, done) };
	end, #entries - odd, odd;
end

-- (invite) → its value in the host's row
function legacy_store.invite(invite)
	return {
		type = invite.type; jid = invite.jid; token = invite.token; allow_registration = invite.allow_registration;
		additional_data = invite.additional_data; uri = invite.uri; created_at = invite.created_at; expires = invite.expires;
		reusable = invite.max_uses == nil or nil; landing_page = invite.landing_page;
	};
end

return legacy_store;
