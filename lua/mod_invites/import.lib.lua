-- Takes over the invites of the mod_invites that Prosody bundles, once for each host. Their store stays as it is.
--
-- Store "invite_token": under the host (no user) token → invite; under a user token → expiry of an invite to become that user's contact.

local async = require "util.async";
local nodeprep = require "util.encodings".stringprep.nodeprep;
local split_jid = require "util.jid".split;

local unpack = table.unpack;

local chunk_size = 500; -- how many invites are written before the server gets to do something else

local function user_of(jid)
	local username = type(jid) == "string" and split_jid(jid);
	return username and (nodeprep(username) or username) or nil;
end

local function host_entry(token, invite)
	if type(token) ~= "string" or type(invite) ~= "table" then return nil; end
	local user = user_of(invite.jid);
	local to_contact = invite.type == "roster";
	return {
		token = token; type = invite.type; allow_registration = invite.allow_registration;
		username = not to_contact and user or nil; inviter = to_contact and user or nil;
		created_at = invite.created_at; expires = invite.expires; reusable = invite.reusable;
		additional_data = invite.additional_data; landing_page = invite.landing_page;
	};
end

local function user_entry(token, username, expires)
	if type(token) ~= "string" or type(expires) ~= "number" then return nil; end
	return { token = token; type = "roster"; allow_registration = false; inviter = username; expires = expires };
end

-- (store) → array of usernames. SQL storages have "" here for the host, memory has a function.
local function users_of(store)
	local names = {};
	local ok, err = pcall(function ()
		for username in store:users() do
			if type(username) == "string" and username ~= "" then table.insert(names, username); end
		end
	end);
	return ok and names, err;
end

-- (store) → array of entries, how many rows were none, was everything readable?
local function read(store)
	local entries, odd, complete = {}, 0, true;
	local by_token = {};
	local function add(entry)
		if not entry then
			odd = odd + 1;
		elseif not by_token[entry.token] then -- an invite with registration stands in both places
			by_token[entry.token] = entry;
			table.insert(entries, entry);
		end
	end
	local function each(username, entry_of)
		local ok, rows, err = pcall(store.get, store, username);
		if not ok or err or type(rows or {}) ~= "table" then
			module:log("error", "Could not read the old invites of %s: %s", username or "the host", ok and err or rows);
			complete = false;
			return;
		end
		for token, value in pairs(rows or {}) do
			add(entry_of(token, value));
		end
	end
	each(nil, host_entry);
	local names, err = users_of(store);
	if not names then
		module:log("error", "Could not list who has old invites: %s", err);
		return entries, odd, false;
	end
	for _, username in ipairs(names) do
		each(username, function (token, expires) return user_entry(token, nodeprep(username) or username, expires); end);
	end
	return entries, odd, complete;
end

-- (entries) → counts, or nil, code
local function write(ask, ledger, entries)
	local counts = { imported = 0; merged = 0; conflicts = 0; skipped = 0 };
	for from = 1, #entries, chunk_size do
		if from > 1 and async.ready() then async.sleep(0); end
		local chunk = { unpack(entries, from, math.min(from + chunk_size - 1, #entries)) };
		local done, code = ask(function (_, now) return ledger:import(chunk, now); end);
		if not done then return nil, code; end
		for name in pairs(counts) do
			counts[name] = counts[name] + (done[name] or 0);
		end
	end
	return counts;
end

-- (ask, ledger) → nothing: imports if that has not been done yet on this host, and logs what came of it.
return function (ask, ledger)
	local imported_before, code = ask(function () return ledger:imported(); end);
	if imported_before or code then return; end

	local store, err = module:open_store("invite_token");
	if not store then return module:log("error", "Could not open the store of the old invites: %s", err); end
	local entries, odd, complete = read(store);
	local counts, failure = write(ask, ledger, entries);
	if not counts then return module:log("error", "The old invites could not be imported (%s), the next start tries again", failure); end

	if #entries + odd > 0 then
		module:log("info", "Imported %d invites of the bundled mod_invites (known already: %d)", counts.imported, counts.merged);
	end
	if counts.conflicts + counts.skipped + odd > 0 then
		module:log("warn", "Of the old invites %d share their username with another one, %d could not be kept and %d are not invites at all",
			counts.conflicts, counts.skipped, odd);
	end
	if complete then
		ask(function (_, now) return ledger:mark_imported(now); end);
	end
end
