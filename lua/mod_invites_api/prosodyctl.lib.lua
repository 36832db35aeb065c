-- prosodyctl mod_invites_api create|list|delete HOST …
--
-- Works with and without a running server, on the storage of the host. Returns function (arguments) → exit status.

local storagemanager = require "core.storagemanager";

local terminal_text = require_once "invites_lib/terminal_text".text;
local new_keys = require_once "keys";
local management = require_once "management";
local new_host = require_once "mod_invites/terminal/hosts";
local options = require_once "mod_invites/terminal/arguments";
local output = require_once "mod_invites/terminal/output";
local format = require_once "mod_invites/commands/format";

local prefix = "prosodyctl mod_invites_api ";

local function complain(...)
	io.stderr:write(terminal_text(string.format(...)), "\n");
end

-- As options.lib.lua of mod_invites takes them; run(keys, output, arguments, flags) prints its answer → true, or nil,
-- what is wrong, was it typed wrongly?
local commands = {
	{
		name = "create"; args = { "host"; "name?" };
		desc = "makes a key and prints it. Nobody can tell it again: the server keeps only its hash.";
		flags = {
			{ name = "expires_after"; value = "PERIOD"; help = "after which the key is worth nothing, such as \"90 days\"" };
			{ name = "methods"; value = "GET,POST"; help = "HTTP methods that it may be used with (both)" };
		};
		run = function (keys, out, arg, flags)
			local shown, err, is_mistyped = management.create(keys, arg.name, flags);
			if not shown then return nil, err, is_mistyped; end
			out.print(shown);
			return true;
		end;
	};
	{
		name = "list"; args = { "host" };
		desc = "prints id, name, creation, expiry, last use and methods of each key, with tabs between";
		flags = { { name = "json"; help = "prints that as JSON" } };
		run = function (keys, out, _, flags)
			if flags.json then return management.list_json(keys, format.array(out)); end
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

local function help(out)
	for i, command in ipairs(commands) do out.write((i == 1 and "usage: " or "       ")..options.usage(command, prefix)); end
	out.write("\nKeys with which invites can be made over HTTP. HOST may also come first.");
	for _, command in ipairs(commands) do
		out.write(("    %-9s %s"):format(command.name, command.desc));
		for _, flag in ipairs(command.flags) do out.write("        "..options.explain(flag)); end
	end
end

-- (array of what was typed without the flags) → command, its arguments; or nil, error; or command, nil, error
local function find(plain)
	if not by_name[plain[1]] and by_name[plain[2]] then -- as older versions of the community's module have it
		plain[1], plain[2] = plain[2], plain[1];
	end
	local name = table.remove(plain, 1);
	if not by_name[name] then
		local names = {};
		for i, command in ipairs(commands) do names[i] = command.name; end
		return nil, options.unknown("command", name, names);
	end
	return by_name[name], options.name_arguments(by_name[name], plain);
end

-- (command or nil, error) → exit status; the error comes last, where it is seen
local function mistyped(command, err)
	for _, each in ipairs(command and { command } or commands) do io.stderr:write("usage: ", options.usage(each, prefix), "\n"); end
	complain("Error: %s", err);
	return 2;
end

local function refused(err)
	complain("Error: %s", err);
	return 1;
end

-- (out, exit status if everything could be written) → exit status
local function finish(out, status)
	local ok, err = out.finish();
	return ok and status or refused(err);
end

return function (words)
	output.log_elsewhere();
	local out = output.terminal();
	local plain, given = options.split({ flags = all_flags }, words);
	if not plain then return mistyped(nil, given); end
	if given.help or not plain[1] then
		help(out);
		return finish(out, given.help and 0 or 2);
	end
	local command, arg, err = find(plain);
	if not command then return mistyped(nil, arg); end
	if not arg then return mistyped(command, err); end
	local flags, flags_err = options.read(command, given, arg.host);
	if not flags then return mistyped(command, flags_err); end

	if not prosody.hosts[arg.host] then return refused(("the host %s is not in the configuration"):format(arg.host)); end
	local host = new_host(arg.host);
	if host.is_component then return refused(("%s is a component, where nobody has an account"):format(arg.host)); end
	out.machine(); -- scripts read this
	storagemanager.initialize_host(arg.host);
	local done, failure, is_mistyped = command.run(new_keys(arg.host), out, arg, flags);
	if not done then return is_mistyped and mistyped(command, failure) or refused(failure); end
	if not host.has "invites_api" or host.is_disabled then
		complain("Note: mod_invites_api is not enabled on %s, so its keys open nothing", arg.host);
	end
	return finish(out, 0);
end
