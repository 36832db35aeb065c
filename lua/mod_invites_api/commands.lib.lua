-- The commands about keys, in the shell (section "invites_api") and under prosodyctl. (src/command/keys.rs is the table of what they take.)
--
-- Their environment is { keys }: under prosodyctl a table, in a server the environment of the module.

local human_io = require "util.human.io";
local storagemanager = require "core.storagemanager";

local format = require_once "mod_invites/commands/format";
local new_keys = require_once "keys";
local reader = require_once "invites_config/reader";

local words = {
	["key-unknown"] = "There is no key with this id";
	["internal-server-error"] = "The keys could not be read or written (the log says more)";
};

local columns = {
	{ title = "Id"; key = "id"; width = 12 };
	{ title = "Created"; key = "created"; width = 20 };
	{ title = "Expires"; key = "expires"; width = 20 };
	{ title = "Last use"; key = "last_used"; width = 20 };
	{ title = "Methods"; key = "methods"; width = 8 };
	{ title = "Name"; key = "name"; width = "100%" };
};

local commands = {};

function commands.create(api, _, request)
	local shown, code = api.keys:create { name = request.name; ttl = request.expires_after; methods = request.methods or { GET = true; POST = true } };
	return shown and true, shown or words[code];
end

local function printer(out, request)
	local show = require_once "invites_core".api.key;
	if request.json then
		local put = format.array(out);
		return function (key) put(key and show(key, true)); end;
	elseif out.is_shell then
		local row_of = human_io.table(columns, out.width);
		out.print(row_of());
		return function (key)
			if key then out.print(row_of(show(key, false))); end
		end;
	end
	out.machine(); -- scripts read this
	return function (key)
		local row = key and show(key, false);
		if row then out.print(row.id, row.name, row.created, row.expires, row.last_used, row.methods); end
	end;
end

function commands.list(api, out, request)
	local keys, code = api.keys:list();
	if not keys then return nil, words[code]; end
	local put = printer(out, request);
	for _, key in ipairs(keys) do put(key); end
	put(nil);
	return true, format.count(#keys, "key");
end

function commands.delete(api, _, request)
	local key, code = api.keys:delete(request.id);
	if not key then return nil, words[code]; end
	return true, ("The key %s (%s) is deleted"):format(request.id, key.name or "no name");
end

local function open(name)
	local host = reader.host(name);
	storagemanager.initialize_host(name);
	if not host.modules:contains "invites_api" or host.is_disabled then
		io.stderr:write(("Note: mod_invites_api is not enabled on %s, so its keys open nothing\n"):format(name));
	end
	return { keys = new_keys(name) };
end

return { name = "invites_api"; error_prefix = "Error: "; open = open; run = function (_, name) return commands[name]; end };
