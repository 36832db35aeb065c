-- prosodyctl mod_invites_api create|list|delete HOST …
--
-- Works with and without a running server, on the storage of the host. Returns function (arguments) → exit status.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";

local new_keys = module:require "keys";
local management = module:require "management";
local output = module:require "mod_invites/output";
local record = module:require "mod_invites/record";

local usage = [[
usage: prosodyctl mod_invites_api create HOST [NAME] [--expires-after PERIOD] [--methods GET,POST]
       prosodyctl mod_invites_api list HOST [--json]
       prosodyctl mod_invites_api delete HOST ID

Keys with which invites can be made over HTTP. HOST may also come first.
    create    makes a key and prints it. Nobody can tell it again: the server keeps only its hash.
        --expires-after PERIOD    after which the key is worth nothing, such as "90 days"
        --methods GET,POST        HTTP methods that it may be used with (both)
    list      prints id, name, creation, expiry, last use and methods of each key, with tabs between
        --json                    prints that as JSON
    delete    deletes a key, at once]];

local function complain(...)
	io.stderr:write(string.format(...), "\n");
end

local commands = {};

-- command → how many arguments it takes after HOST, and its options; true for an option with value
local takes = {
	create = { least = 0; most = 1; ["--expires-after"] = true; ["--methods"] = true };
	list = { least = 0; most = 0; ["--json"] = false };
	delete = { least = 1; most = 1 };
};

-- Each prints its answer and returns true, or nil, what is wrong.

function commands.create(keys, out, arg, options)
	local shown, err = management.create(keys, arg[1], { expires_after = options["--expires-after"]; methods = options["--methods"] });
	if not shown then return nil, err; end
	out.print(shown);
	return true;
end

function commands.list(keys, out, _, options)
	if options["--json"] then return management.list_json(keys, record.array(out)); end
	local list, err = management.list(keys);
	if not list then return nil, err; end
	for _, key in ipairs(list) do
		out.print(key.id, key.name, key.created, key.expires, key.last_used, key.methods);
	end
	return true;
end

function commands.delete(keys, out, arg)
	local done, err = management.delete(keys, arg[1]);
	if not done then return nil, err; end
	out.print(done);
	return true;
end

-- (arguments) → { command, host, …further ones; options = { [name] = value } }, or nil, what is wrong with them
local function parse(arg)
	local plain, options = {}, {};
	local i, all_plain = 1, false;
	while arg[i] do
		local name = arg[i];
		if all_plain or not name:find("^%-%-") and name ~= "-h" then
			table.insert(plain, name);
		elseif name == "--" then
			all_plain = true;
		else
			local value;
			name, value = name:match("^([^=]+)=?(.*)$");
			options[name] = value;
			if value == "" and takes.create[name] then
				i = i + 1;
				options[name] = arg[i];
				if not arg[i] then return nil, name.." needs a value"; end
			end
		end
		i = i + 1;
	end
	if options["--help"] or options["-h"] or not plain[1] then return nil; end
	if not commands[plain[1]] and commands[plain[2]] then -- as older versions of the community's module have it
		plain[1], plain[2] = plain[2], plain[1];
	end
	local command = takes[plain[1]];
	if not command then return nil, "unknown command: "..plain[1]; end
	if not plain[2] then return nil, "the host is missing"; end
	if #plain - 2 < command.least then return nil, "the id of the key is missing"; end
	if #plain - 2 > command.most then return nil, "unexpected argument: "..plain[#plain].." (names with spaces need quotes)"; end
	for name in pairs(options) do
		if command[name] == nil then return nil, "unexpected option: "..name; end
	end
	return { command = table.remove(plain, 1); host = table.remove(plain, 1); arguments = plain; options = options };
end

return function (arg)
	local wish, err = parse(arg);
	if not wish then
		if err then complain("%s\n", err); end
		print(usage);
		return 2;
	end
	if not prosody.hosts[wish.host] then
		complain("Error: the host %s is not in the configuration", wish.host);
		return 1;
	end
	local out = output.terminal();
	out.machine(); -- scripts read this, so that the log must go elsewhere
	storagemanager.initialize_host(wish.host);
	local done, failure = commands[wish.command](new_keys(wish.host), out, wish.arguments, wish.options);
	if not done then
		complain("Error: %s", failure);
		return 1;
	end
	if not modulemanager.get_modules_for_host(wish.host):contains("invites_api") then
		complain("Note: mod_invites_api is not enabled on %s, so its keys open nothing", wish.host);
	end
	return 0;
end
