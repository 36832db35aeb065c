-- The commands about keys: section "invites_api" of the admin shell, and prosodyctl mod_invites_api. The rows are as in
-- mod_invites/terminal/registry.lib.lua.
--
-- What runs them is { keys }: under prosodyctl a table, in a server the environment of the module.

local array = require "util.array";
local human_io = require "util.human.io";
local json = require "util.json";
local storagemanager = require "core.storagemanager";

local read_period = require_once "invites_lib/duration".seconds;
local clean = require_once "invites_lib/terminal_text";
local terminal_text = clean.text;
local format = require_once "mod_invites/commands/format";
local new_host = require_once "mod_invites/terminal/hosts";
local new_keys = require_once "keys";

local words = {
	["key-unknown"] = "There is no key with this id";
	["internal-server-error"] = "The keys could not be read or written (the log says more)";
};

local longest_name = 200; -- bytes

-- What a key can be allowed to do.
local known_methods = { GET = true; POST = true };

-- ("get,post") → { GET = true; POST = true }, or nil, error
local function read_methods(text)
	local methods, are_known = {}, true;
	for method in text:gmatch("[^,%s]+") do
		method = method:upper();
		are_known = are_known and known_methods[method];
		methods[method] = true;
	end
	if are_known and next(methods) then return methods; end
	return nil, ("%q are no methods, try \"POST\" or \"GET,POST\""):format(text);
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

local columns = {
	{ title = "Id"; key = "id"; width = 12 };
	{ title = "Created"; key = "created"; width = 20 };
	{ title = "Expires"; key = "expires"; width = 20 };
	{ title = "Last use"; key = "last_used"; width = 20 };
	{ title = "Methods"; key = "methods"; width = 8 };
	{ title = "Name"; key = "name"; width = "100%" };
};

-- (key) → JSON object: always with all of these fields, in this order; null is what there is not. Times are Unix seconds.
local function as_json(key)
	local function field(name, value)
		local text = type(value) == "number" and ("%d"):format(value) or value == nil and "null" or json.encode(value);
		return ('"%s":%s'):format(name, text);
	end
	local fields = {
		field("id", key.id), field("name", key.name), field("created_at", key.created_at), field("expires", key.expires),
		field("last_used", key.last_used), field("methods", methods_of(key)),
	};
	return clean.json("{"..table.concat(fields, ",").."}");
end

local function create(api, _, arg, flags)
	local shown, code = api.keys:create { name = arg.name; ttl = flags.expires_after; methods = flags.methods or known_methods };
	return shown and true, shown or words[code];
end

local function list(api, out, _, flags)
	local keys, code = api.keys:list();
	if not keys then return nil, words[code]; end
	local put_json = flags.json and format.array(out);
	local print_row = not put_json and out.is_shell and human_io.table(columns, out.width);
	if print_row then out.print(print_row()); elseif not put_json then out.machine(); end
	for _, key in ipairs(keys) do
		local row = {
			id = terminal_text(key.id); name = key.name and terminal_text(key.name) or "<unknown>";
			created = timestamp(key.created_at, "unknown"); expires = timestamp(key.expires, "never");
			last_used = timestamp(key.last_used, "never"); methods = methods_of(key):concat(",");
		};
		if put_json then
			put_json(as_json(key));
		elseif print_row then
			out.print(print_row(row));
		else -- scripts read this
			out.print(row.id, row.name, row.created, row.expires, row.last_used, row.methods);
		end
	end
	if put_json then put_json(); end
	return true, format.count(#keys, "key");
end

local function delete(api, _, arg)
	local key, code = api.keys:delete(arg.id);
	if not key then return nil, words[code]; end
	return true, ("The key %s (%s) is deleted"):format(arg.id, key.name or "no name");
end

-- Under prosodyctl.
local function open(name, command)
	local host = new_host(name);
	storagemanager.initialize_host(name);
	if not host.has "invites_api" or host.is_disabled then
		io.stderr:write(("Note: mod_invites_api is not enabled on %s, so its keys open nothing\n"):format(name));
	end
	return { keys = new_keys(name) }, command;
end

return {
	name = "invites_api"; desc = "Keys with which invites can be made over HTTP"; module = "invites_api"; open = open;
	error_prefix = "Error: ";
	{
		name = "create"; args = { "host"; "name?" };
		desc = "Make a key with which invites can be made over HTTP, and show it: nobody can tell it again";
		read = {
			name = function (text)
				if #text <= longest_name and not text:find("%c") then return text; end
				return nil, "The name is too long, or has control characters";
			end;
		};
		flags = {
			{
				name = "expires_after"; value = "PERIOD"; help = "after which the key is worth nothing, such as \"90 days\"";
				read = function (text) return read_period(text), ("%q is no period, try for instance \"90 days\""):format(text); end;
			};
			{ name = "methods"; value = "GET,POST"; help = "HTTP methods that it may be used with (both)"; read = read_methods };
		};
		run = create;
	};
	{
		name = "list"; args = { "host" }; desc = "List the keys of a host: id, name, creation, expiry, last use and methods";
		flags = { { name = "json"; help = "as JSON" } };
		run = list;
	};
	{ name = "delete"; args = { "host"; "id" }; desc = "Delete a key, at once"; flags = {}; run = delete };
};
