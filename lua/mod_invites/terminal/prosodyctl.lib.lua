-- prosodyctl mod_invites COMMAND HOST ...
--
-- Works while the server runs and while it does not, on the same database. Returns function (arguments) → exit status: 0; 1 for a refusal; 2 for
-- what was typed wrongly.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

local terminal_text = require_once "invites_lib/terminal_text".text;
local commands = require_once "terminal/registry";
local new_host = require_once "terminal/hosts";
local options = require_once "terminal/arguments";
local output = require_once "terminal/output";
local reason = require_once "commands/error_text";

local prefix = "prosodyctl mod_invites ";

local function complain(...)
	io.stderr:write(terminal_text(string.format(...)), "\n");
end

-- (out, exit status if everything could be written, last line or nil) → exit status
local function finish(out, status, text)
	local ok, err = out.finish(text);
	if ok then return status; end
	complain("%s", err);
	return 1;
end

-- (commands, name) → command, or nil
local function find(list, name)
	for _, command in ipairs(list) do
		if command.name == name then return command; end
	end
end

local function overview(out)
	out.write("usage: "..prefix.."COMMAND ...");
	out.write("Works while Prosody runs and while it does not. \""..prefix.."COMMAND --help\" says more.");
	for _, command in ipairs(commands) do
		out.write(("\n  %s\n      %s"):format(options.usage(command, ""), command.desc));
	end
end

-- All hosts share one event bus under prosodyctl, so one process serves one host. (host, with the module that makes the landing pages?) → mod_invites
-- of that host, or nil, error
local function load_on(host, with_page)
	storagemanager.initialize_host(host);
	usermanager.initialize_host(host);
	-- Prosody has loaded this module without a host, only to find the command, and would take that for the one of the host.
	modulemanager.unload("*", "invites");
	local invites, err = modulemanager.load(host, "invites");
	if not invites then return nil, (tostring(err):gsub("\n.*", "")); end -- without the traceback
	if not with_page then return invites; end
	local page_module = invites.require_once "invites_config/option" "invites_page_module";
	if modulemanager.get_modules_for_host(host):contains(page_module) then
		local page, page_err = modulemanager.load(host, page_module);
		if not page then complain("mod_%s could not be loaded, so there is no web link: %s", page_module, page_err); end
	end
	return invites;
end

-- (name of a host that is not in the configuration) → error
local function unknown(name)
	local names = {};
	for known in pairs(prosody.hosts) do
		if known ~= "*" then table.insert(names, known); end
	end
	return options.unknown("host", name, names).." (in the configuration)";
end

-- (host, command) → why the command makes no sense there, or nil
local function unfit(name, command)
	if not prosody.hosts[name] or name == "*" then return unknown(name); end
	local host = new_host(name);
	return (command.makes_links or host.is_component and not command.alone) and host.unfit() or nil;
end

-- (command, what follows its name, out) → exit status
local function run(command, words, out)
	local plain, given = options.split(command, words);
	if plain and given.help then
		out.write(options.help(command, prefix));
		return finish(out, 0);
	end
	local arg, flags, err;
	if plain then arg, err = options.name_arguments(command, plain); else err = given; end
	local why = arg and unfit(arg.host, command);
	if why then
		complain("%s", why);
		return 1;
	end
	local invites, load_err;
	if arg then
		invites, load_err = load_on(arg.host, command.makes_links);
		flags, err = options.read(command, given, arg.host);
	end
	local fits = flags;
	if flags then fits, err = options.fit(command, arg, flags); end
	if not fits then
		io.stderr:write("usage: ", options.usage(command, prefix), "\n");
		complain("%s", err);
		return 2;
	end
	if not invites and not command.alone then
		complain("mod_invites could not be loaded on %s: %s", arg.host, load_err);
		return 1;
	end

	-- The files of the host's own module read that host's options; ours, which prosodyctl has loaded for no host, would not.
	local its_command = invites and find(invites.require_once "terminal/registry", command.name) or command;
	local ok, text, detail = its_command.run(invites, out, arg, flags, load_err);
	local written = finish(out, 0, ok and text or nil) == 0;
	if not ok and written then complain("%s", reason(invites, text, detail)); end
	return ok and written and 0 or 1;
end

return function (words)
	output.log_elsewhere();
	local out = output.terminal();
	local name = table.remove(words, 1);
	local command = find(commands, name);
	if command then return run(command, words, out); end
	if not name or name == "--help" or name == "-h" or name == "help" then
		overview(out);
		return finish(out, name and 0 or 2);
	end
	local names = {};
	for i, known in ipairs(commands) do names[i] = known.name; end
	complain("%s (\"%shelp\" lists the commands)", options.unknown("command", name, names), prefix);
	return 2;
end
