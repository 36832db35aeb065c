-- The store of Prosody's own mod_invites.
--
-- Store "invite_token": under the host (no user) token → invite; under a user token → expiry of an invite to become that user's contact. Here, its
-- rows are a table username → row, with "" for the host.

local it = require "util.iterators";
local nodeprep = require "util.encodings".stringprep.nodeprep;
local split_jid = require "util.jid".split;

local legacy_store = {};

-- (name of a store, method, arguments) → what it returned, or nil, error
local function call(name, method, ...)
	local ok, result, err = pcall(function (...)
		local store = assert(module:open_store(name));
		return store[method](store, ...);
	end, ...);
	if not ok then return nil, result; end
	return result, err;
end

-- Prosody's own storage also remembers that the invites were imported: a new, empty database (after a change of invites_database) must not bring
-- back used invites. () → { at, exported }: time of the import, and of a later `export` back into this store, or nil; or nil, error
function legacy_store.taken_over()
	local before, err = call("invites_imported", "get");
	return before and before.at and before or nil, err; -- with storage = "none" there is an empty table
end

-- ({ at, exported }) → true, or nil, error
function legacy_store.remember(value) return call("invites_imported", "set", nil, value); end

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

-- () → rows, was everything readable?; or nil, error: the store can't be opened
function legacy_store.read()
	local store, open_err = module:open_store("invite_token");
	if not store then return nil, open_err; end
	local rows, complete = {}, true;
	local function read(username)
		local row, err = call("invite_token", "get", username);
		rows[username or ""] = row or {};
		if not err and type(row or {}) == "table" then return; end
		module:log("error", "Could not read the old invites of %s: %s", username or "the host", err or row);
		rows[username or ""], complete = {}, false;
	end
	read(nil);
	local names, err = users_of(store);
	for _, username in ipairs(names or {}) do read(username); end
	if not names then module:log("error", "Could not list who has old invites: %s", err); end
	return rows, complete and names ~= false;
end

-- (rows) → true, or nil, error. One write for each row, as storages rewrite a whole row.
function legacy_store.write(rows)
	for username, row in pairs(rows) do
		local ok, err = call("invite_token", "set", username ~= "" and username or nil, next(row) and row or nil);
		if not ok then return nil, err; end
	end
	return true;
end

-- (rows) → function (size) → array of the next entries for mod_invites.import: { token, invite, user: of its JID, or the inviter }, or false for
-- a row that is no invite; number of invites; number of the other rows
function legacy_store.entries(rows)
	local entries, odd, known, done = {}, 0, {}, 0;
	for username, row in it.sorted_pairs(rows) do -- the host first
		for token, invite in pairs(row) do
			local user = username;
			if username ~= "" then
				invite = type(invite) == "number" and { type = "roster"; allow_registration = false; expires = invite };
			elseif type(invite) == "table" then
				user = type(invite.jid) == "string" and split_jid(invite.jid) or nil;
			end
			if type(token) ~= "string" or type(invite) ~= "table" then
				odd = odd + 1;
				table.insert(entries, false);
			elseif not known[token] then -- an invite with registration is in both places
				known[token] = true;
				table.insert(entries, { token = token; invite = invite; user = user and (nodeprep(user) or user) });
			end
		end
	end
	return function (size)
		local first = done + 1;
		done = math.min(done + size, #entries);
		return { table.unpack(entries, first, done) };
	end, #entries - odd, odd;
end

-- (rows, usable invite, its token) puts the invite where the bundled module looks for it
function legacy_store.put(rows, invite, token)
	if invite.type == "roster" then
		local row = rows[invite.inviter] or {};
		rows[invite.inviter], row[token] = row, invite.expires;
		if not invite.allow_registration then return; end
	end
	rows[""][token] = {
		type = invite.type; jid = invite.jid; token = token; allow_registration = invite.allow_registration;
		additional_data = invite.additional_data; uri = invite.uri; created_at = invite.created_at; expires = invite.expires;
		reusable = invite.max_uses == nil or nil; landing_page = invite.landing_page;
	};
end

return legacy_store;
