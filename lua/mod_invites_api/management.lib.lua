-- Making, listing and deleting keys, as an admin says it: what the shell and prosodyctl have in common.

local array = require "util.array";

local read_period = require_once "invites_lib/duration".seconds;
local terminal_text = require_once "invites_lib/terminal_text".text;
local format = require_once "mod_invites/commands/format";

local management = {};

local words = {
	["name-invalid"] = "The name is empty, too long, or has control characters";
	["key-unknown"] = "There is no key with this id";
	["internal-server-error"] = "The keys could not be read or written (the log says more)";
};

-- What a key can be allowed to do.
local known_methods = { GET = true; POST = true };

-- ("get,post") → { GET = true; POST = true }, or nil
local function read_methods(text)
	local methods = {};
	for method in text:gmatch("[^,%s]+") do
		method = method:upper();
		if not known_methods[method] then return nil; end
		methods[method] = true;
	end
	return next(methods) and methods;
end

-- (key) → array of the methods that it may be used with
local function methods_of(key)
	local names = array {};
	for name, allowed in pairs(key.allowed_methods or known_methods) do
		if allowed then names:push(tostring(name)); end
	end
	table.sort(names);
	return names;
end

local function timestamp(seconds, otherwise)
	return seconds and os.date("!%Y-%m-%dT%H:%M:%SZ", math.floor(seconds)) or otherwise;
end

-- (keys; name or nil; { expires_after = "90 days", methods = "POST" }, each of which may be nil) → "ID/SECRET", or nil, what is wrong, was it
-- typed wrongly?
function management.create(keys, name, request)
	local ttl, methods;
	if request.expires_after then
		ttl = read_period(request.expires_after);
		if not ttl then return nil, ("%q is no period, try for instance \"90 days\""):format(request.expires_after), true; end
	end
	if request.methods then
		methods = read_methods(request.methods);
		if not methods then return nil, ("%q are no methods, try \"POST\" or \"GET,POST\""):format(request.methods), true; end
	end
	local shown, code = keys:create { name = name; ttl = ttl; methods = methods or known_methods };
	if not shown then return nil, words[code], code == "name-invalid"; end
	return shown;
end

-- (keys) → array of { id, name, created, expires, last_used, methods }, all texts; or nil, what is wrong
function management.list(keys)
	local list, code = keys:list();
	if not list then return nil, words[code]; end
	for i, key in ipairs(list) do
		list[i] = {
			id = terminal_text(key.id); name = key.name and terminal_text(key.name) or "<unknown>";
			created = timestamp(key.created_at, "unknown"); expires = timestamp(key.expires, "never");
			last_used = timestamp(key.last_used, "never"); methods = methods_of(key):concat(",");
		};
	end
	return list;
end

-- The fields in JSON, in this order. Each key has all of them; null is what there is not. Times are Unix seconds.
local json_fields = {
	{ "id", function (key) return key.id; end };
	{ "name", function (key) return key.name; end };
	{ "created_at", function (key) return key.created_at; end };
	{ "expires", function (key) return key.expires; end };
	{ "last_used", function (key) return key.last_used; end };
	{ "methods", methods_of };
};

-- (keys, add(JSON object, or nil after the last one)) → true, or nil, what is wrong
function management.list_json(keys, add)
	local list, code = keys:list();
	if not list then return nil, words[code]; end
	for _, key in ipairs(list) do
		add(format.object(json_fields, key));
	end
	add();
	return true;
end

-- (keys, id) → what was done, or nil, what is wrong
function management.delete(keys, id)
	local key, code = keys:delete(id);
	if not key then return nil, words[code]; end
	return ("The key %s (%s) is deleted"):format(terminal_text(id), terminal_text(key.name or "no name"));
end

return management;
