-- The commands about keys, in the shell (section "invites_api") and under prosodyctl. (src/command/keys.rs is the table of what they take.)
--
-- Their environment is { keys, invites }: under prosodyctl a table, in a server the environment of the module. Keys without scopes are in Prosody's
-- storage, those with scopes in the database of mod_invites.

local human_io = require "util.human.io";
local storagemanager = require "core.storagemanager";

local format = require_once "mod_invites/commands/format";
local open_invites = require_once "mod_invites/commands/commands".open;
local new_keys = require_once "keys";
local reader = require_once "invites_config/reader";

local words = {
	["key-unknown"] = "There is no key with this id";
	["internal-server-error"] = "The keys could not be read or written (the log says more)";
};

-- (title and key of the second last column, its width) → columns of a table
local function columns(title, key, width)
	return {
		{ title = "Id"; key = "id"; width = 12 };
		{ title = "Created"; key = "created"; width = 20 };
		{ title = "Expires"; key = "expires"; width = 20 };
		{ title = "Last use"; key = "last_used"; width = 20 };
		{ title = title; key = key; width = width };
		{ title = "Name"; key = "name"; width = "100%" };
	};
end

local commands = {};

function commands.create(api, _, request)
	local shown, code = api.keys:create { name = request.name; ttl = request.expires_after; methods = request.methods or { GET = true; POST = true } };
	return shown and true, shown or words[code];
end

-- (output, request, last column, its title, its width, function (key, as JSON?) → JSON or texts) → function (key, or nil at the end)
local function printer(out, request, column, title, width, show)
	if request.json then
		local put = format.array(out);
		return function (key) put(key and show(key, true)); end;
	elseif out.is_shell then
		local row_of = human_io.table(columns(title, column, width), out.width);
		out.print(row_of());
		return function (key)
			if key then out.print(row_of(show(key, false))); end
		end;
	end
	out.machine(); -- scripts read this
	return function (key)
		local row = key and show(key, false);
		if row then out.print(row.id, row.name, row.created, row.expires, row.last_used, row[column]); end
	end;
end

local function print_all(put, keys)
	for _, key in ipairs(keys) do put(key); end
	put(nil);
	return true, format.count(#keys, "key");
end

function commands.list(api, out, request)
	local keys, code = api.keys:list();
	if not keys then return nil, words[code]; end
	return print_all(printer(out, request, "methods", "Methods", 8, require_once "invites_core".api.key), keys);
end

function commands.delete(api, _, request)
	local key, code = api.keys:delete(request.id);
	if not key then return nil, words[code]; end
	return true, ("The key %s (%s) is deleted"):format(request.id, key.name or "no name");
end

function commands.new_key(api, _, request)
	local shown, code = api.invites.http.add_key(request);
	return shown and true, shown or words[code] or code;
end

function commands.keys(api, out, request)
	local keys, code = api.invites.http.keys();
	if not keys then return nil, words[code] or code; end
	return print_all(printer(out, request, "scopes", "Scopes", 28, function (key, as_json) return as_json and key.json or key; end), keys);
end

function commands.revoke_key(api, _, request)
	local key, code = api.invites.http.remove_key(request.id);
	if not key then return nil, words[code] or code; end
	return true, ("The key %s (%s) is revoked"):format(key.id, key.name);
end

local is_in_database = { new_key = true; keys = true; revoke_key = true };

local function open(name, request)
	local host = reader.host(name);
	storagemanager.initialize_host(name);
	if not host.modules:contains "invites_api" or host.is_disabled then
		io.stderr:write(("Note: mod_invites_api is not enabled on %s, so its keys open nothing\n"):format(name));
	end
	if not is_in_database[request.command] then return { keys = new_keys(name) }; end
	local invites, err = open_invites(name, request);
	return invites and { invites = invites }, err;
end

return { name = "invites_api"; error_prefix = "Error: "; open = open; run = function (_, name) return commands[name]; end };
