-- prosodyctl mod_invites_api create|list|delete HOST …
--
-- Works with and without a running server, on the storage of the host. Returns function (arguments) → exit status.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";

local new_keys = module:require "keys";
local management = module:require "management";
local options = module:require "mod_invites/options";
local output = module:require "mod_invites/output";
local record = module:require "mod_invites/record";

local prefix = "prosodyctl mod_invites_api ";

local function complain(...)
	io.stderr:write(string.format(...), "\n");
end

-- As options.lib.lua of mod_invites takes them; run(keys, output, arguments, flags) prints its answer → true, or nil, what is wrong.
local commands = {
	{
		name = "create"; args = { "host"; "name?" };
		desc = "makes a key and prints it. Nobody can tell it again: the server keeps only its hash.";
		flags = {
			{ name = "expires_after"; value = "PERIOD"; help = "after which the key is worth nothing, such as \"90 days\"" };
			{ name = "methods"; value = "GET,POST"; help = "HTTP methods that it may be used with (both)" };
		};
		run = function (keys, out, arg, flags)
			local shown, err = management.create(keys, arg.name, flags);
			if not shown then return nil, err; end
			out.print(shown);
			return true;
		end;
	};
	{
		name = "list"; args = { "host" };
		desc = "prints id, name, creation, expiry, last use and methods of each key, with tabs between";
		flags = { { name = "json"; help = "prints that as JSON" } };
		run = function (keys, out, _, flags)
			if flags.json then return management.list_json(keys, record.array(out)); end
			local list, err = management.list(keys);
			if not list then return nil, err; end
			for _, key in ipairs(list) do
				out.print(key.id, key.name, key.created, key.expires, key.last_used, key.methods);
			end
			return true;
		end;
	};
	{
		name = "delete"; args = { "host"; "id" };
		desc = "deletes a key, at once";
		flags = {};
		run = function (keys, out, arg)
			local done, err = management.delete(keys, arg.id);
			if not done then return nil, err; end
			out.print(done);
			return true;
		end;
	};
};

local by_name, all_flags = {}, {};
for _, command in ipairs(commands) do
	by_name[command.name] = command;
	for _, flag in ipairs(command.flags) do table.insert(all_flags, flag); end
end

local function usage()
	local lines = {};
	for i, command in ipairs(commands) do lines[i] = (i == 1 and "usage: " or "       ")..options.usage(command, prefix); end
	table.insert(lines, "\nKeys with which invites can be made over HTTP. HOST may also come first.");
	for _, command in ipairs(commands) do
		table.insert(lines, ("    %-9s %s"):format(command.name, command.desc));
		for _, flag in ipairs(command.flags) do table.insert(lines, "        "..options.explain(flag)); end
	end
	return table.concat(lines, "\n");
end

-- (words) → command, its arguments, its flags; or nil, what is wrong with them
local function parse(words)
	local plain, given = options.split({ flags = all_flags }, words);
	if not plain then return nil, given; end
	if given.help or not plain[1] then return nil; end
	if not by_name[plain[1]] and by_name[plain[2]] then -- as older versions of the community's module have it
		plain[1], plain[2] = plain[2], plain[1];
	end
	local command = by_name[table.remove(plain, 1)];
	if not command then return nil, "there is no such command"; end
	local arguments, err = options.name_arguments(command, plain);
	if not arguments then return nil, err; end
	local flags, flags_err = options.read(command, given, arguments.host);
	if not flags then return nil, flags_err; end
	return command, arguments, flags;
end

return function (words)
	local command, arg, flags = parse(words);
	if not command then
		if arg then complain("%s\n", arg); end
		print(usage());
		return 2;
	end
	if not prosody.hosts[arg.host] then
		complain("Error: the host %s is not in the configuration", arg.host);
		return 1;
	end
	local out = output.terminal();
	out.machine(); -- scripts read this, so that the log must go elsewhere
	storagemanager.initialize_host(arg.host);
	local done, failure = command.run(new_keys(arg.host), out, arg, flags);
	if not done then
		complain("Error: %s", failure);
		return 1;
	end
	if not modulemanager.get_modules_for_host(arg.host):contains("invites_api") then
		complain("Note: mod_invites_api is not enabled on %s, so its keys open nothing", arg.host);
	end
	return 0;
end
