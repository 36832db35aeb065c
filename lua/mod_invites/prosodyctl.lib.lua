-- prosodyctl mod_invites COMMAND HOST ...
--
-- Works while the server runs and while it does not, on the same database. Returns function (arguments) → exit status: 0; 1 for a refusal; 2 for
-- what was typed wrongly.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

local commands = module:require "commands";
local options = module:require "options";
local output = module:require "output";
local reason = module:require "reason";

local prefix = "prosodyctl mod_invites ";

local function complain(...)
	io.stderr:write(string.format(...), "\n");
end

local function find(name)
	for _, command in ipairs(commands) do
		if command.name == name then return command; end
	end
end

local function overview()
	print("usage: "..prefix.."COMMAND ...");
	print("Works while Prosody runs and while it does not. \""..prefix.."COMMAND --help\" says more.");
	for _, command in ipairs(commands) do
		print(("\n  %s\n      %s"):format(options.usage(command, ""), command.desc));
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
	local page_module = invites.module:get_option_string("invites_page_module", "invites_page");
	if modulemanager.get_modules_for_host(host):contains(page_module) then
		local page, page_err = modulemanager.load(host, page_module);
		if not page then complain("mod_%s could not be loaded, so there is no web link: %s", page_module, page_err); end
	end
	return invites;
end

-- (command, what follows its name) → exit status
local function run(command, words)
	local plain, given = options.split(command, words);
	if plain and given.help then
		print(options.help(command, prefix));
		return 0;
	end
	local arg, flags, err;
	if plain then arg, err = options.name_arguments(command, plain); else err = given; end
	if arg and not prosody.hosts[arg.host] then
		complain("The host %s is not in the configuration", arg.host);
		return 1;
	end
	local invites, load_err;
	if arg then
		invites, load_err = load_on(arg.host, command.makes_links);
		flags, err = options.read(command, given, arg.host);
	end
	if not flags then
		complain("%s\nusage: %s", err, options.usage(command, prefix));
		return 2;
	end
	if not invites and not command.alone then
		complain("mod_invites could not be loaded on %s: %s", arg.host, load_err);
		return 1;
	end

	local out = output.terminal();
	local ok, text, detail = command.run(invites, out, arg, flags, load_err);
	if not ok then
		complain("%s", reason(invites, text, detail));
		return 1;
	end
	out.finish(text);
	return 0;
end

return function (words)
	output.log_elsewhere();
	local name = table.remove(words, 1);
	local command = find(name);
	if command then return run(command, words); end
	if name == "--help" or name == "-h" or name == "help" then
		overview();
		return 0;
	end
	if name then complain("There is no command %s\n", name); end
	overview();
	return 2;
end
