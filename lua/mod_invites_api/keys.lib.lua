-- The keys of a host. Who shows ID/SECRET of one may make invites there.
--
-- Store "invite_api_keys" (no user): id → { id, name, secret_sha256, created_at, expires, allowed_methods = { GET = true; … } or nil for all }.
-- Only the hash of a secret is kept (src/api/secret.rs). Keys of the community's module hold the secret itself, as `token`. It is replaced by its
-- hash when the key is first used.
--
-- Store "invite_api_uses" (no user): id → when the key was last used. It is apart from the keys, because storages rewrite a whole store for each
-- change: a note of use could bring a key back that prosodyctl deletes at that moment.

local storagemanager = require "core.storagemanager";

local core = require_once "invites_core".api;

local uses_written_every = 60; -- seconds

local methods = {};
local keys_mt = { __index = methods };

local function read(id, format)
	local allowed = format.allowed_methods;
	return {
		id = id; name = type(format.name) == "string" and format.name or nil; created_at = tonumber(format.created_at);
		expires = tonumber(format.expires); allowed_methods = allowed ~= nil and type(allowed) ~= "table" and {} or allowed;
	};
end

local function failed(what, err)
	module:log("error", "Keys of the API could not be %s: %s", what, err or "no reason given");
	return nil, "internal-server-error";
end

local function try(store, method, ...)
	local ok, result, err = pcall(store[method], store, ...);
	if not ok then return nil, result; end
	return result, err;
end

-- ({ name = text or nil; ttl = seconds or nil; methods = map or nil for all }) → "ID/SECRET", which nobody can tell again, key; or nil, code
function methods:create(request)
	local id, secret;
	repeat
		id, secret = core.new_key();
		if not id then return failed("made", "no random numbers"); end
		local taken, err = try(self.store, "get", nil, id);
		if err then return failed("read", err); end
	until not taken;
	local now = os.time();
	local key = {
		id = id; name = request.name; secret_sha256 = core.hash(secret);
		created_at = now; expires = request.ttl and now + math.floor(request.ttl); allowed_methods = request.methods;
	};
	local ok, err = try(self.store, "set", nil, id, key);
	if not ok then return failed("written", err); end
	return id.."/"..secret, key;
end

-- () → array of keys, oldest first, with `last_used`; or nil, code
function methods:list()
	local stored, err = try(self.all, "get");
	if not stored and err then return failed("read", err); end
	local uses = try(self.all_uses, "get") or {};
	local list = {};
	for id, format in pairs(stored or {}) do
		if type(format) == "table" then
			local key = read(id, format);
			key.last_used = tonumber(uses[id]);
			table.insert(list, key);
		end
	end
	table.sort(list, function (a, b)
		local before, after = a.created_at or 0, b.created_at or 0;
		return before < after or before == after and a.id < b.id;
	end);
	return list;
end

-- (id) → the key that is no more, or nil, "key-unknown" or another code
function methods:delete(id)
	if not core.is_key_id(id) then return nil, "key-unknown"; end
	local format, err = try(self.store, "get", nil, id);
	if err then return failed("read", err); end
	if not format then return nil, "key-unknown"; end
	local ok, write_err = try(self.store, "set", nil, id, nil);
	if not ok then return failed("written", write_err); end
	try(self.uses, "set", nil, id, nil);
	return read(id, type(format) == "table" and format or {});
end

-- ("ID/SECRET", or nil) → key, or nil, "key-invalid", "key-expired" or "internal-server-error"
function methods:find(shown)
	local id, secret = core.key_parts(shown);
	if not id then return nil, "key-invalid"; end
	local format, err = try(self.store, "get", nil, id);
	if err then return failed("read", err); end
	if type(format) ~= "table" or not core.key_fits(format, secret) then return nil, "key-invalid"; end
	local key = read(id, format);
	if key.expires and key.expires <= os.time() then return nil, "key-expired"; end
	if format.token ~= nil then -- from now on the hash of the secret stands in its place
		local hashed = { secret_sha256 = core.hash(secret) };
		for field, value in pairs(format) do
			if field ~= "token" and field ~= "secret_sha256" then hashed[field] = value; end
		end
		local ok, write_err = try(self.store, "set", nil, id, hashed);
		if not ok then failed("written", write_err); end
	end
	return key;
end

-- (id) notes that the key was used
function methods:used(id)
	local now = os.time();
	if now - (self.noted[id] or 0) < uses_written_every then return; end
	self.noted[id] = now;
	local ok, err = try(self.uses, "set", nil, id, now);
	if not ok then failed("marked as used", err); end
end

return function (host)
	local function open(name, kind) return assert(storagemanager.open(host, name, kind)); end
	return setmetatable({
		store = open("invite_api_keys", "map"); all = open("invite_api_keys", "keyval");
		uses = open("invite_api_uses", "map"); all_uses = open("invite_api_uses", "keyval");
		noted = {}; -- id → when the last use was written
	}, keys_mt);
end
