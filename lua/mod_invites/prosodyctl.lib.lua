-- prosodyctl mod_invites generate HOST [--reset USER | [--admin | --role ROLE] [--group ID]...]
--
-- Works without a running server, on the same database. Returns function (arguments) → exit status.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

local compat = module:require "compat";

local usage = [[
usage: prosodyctl mod_invites generate HOST [--admin | --role ROLE] [--group ID]...
       prosodyctl mod_invites generate HOST --reset USER

Makes an invite and prints its link. Options for a new account:
    --admin        make the new user an administrator (like --role prosody:admin)
    --role ROLE    give the new user this role; of several, the last one counts
    --group ID     add the new user to this group; may be repeated
Instead of these, for an account that exists:
    --reset USER   let this user set a new password]];

local function complain(...)
	io.stderr:write(string.format(...), "\n");
end

local takes_value = { ["--reset"] = true; ["--role"] = true; ["--group"] = true; ["-g"] = true };

-- (arguments after "generate") → { host, reset, role, groups }, or nil, what is wrong with them
local function parse(arg)
	local wish = { groups = {} };
	local i = 1;
	while arg[i] do
		local name, value = arg[i], arg[i + 1];
		if takes_value[name] then
			if not value then return nil, name.." needs a value"; end
			i = i + 1;
		end
		if name == "--reset" then
			wish.reset = value;
		elseif name == "--role" then
			wish.role = value;
		elseif name == "--admin" then
			wish.role = "prosody:admin";
		elseif name == "--group" or name == "-g" then
			table.insert(wish.groups, value);
		elseif name == "--help" or name == "-h" then
			return nil;
		elseif name:find("^%-") or wish.host then
			return nil, "unexpected argument: "..name;
		else
			wish.host = name;
		end
		i = i + 1;
	end
	if not wish.host then return nil, "the host is missing"; end
	if wish.reset and (wish.role or wish.groups[1]) then return nil, "--reset stands alone"; end
	return wish;
end

-- All hosts share one event bus under prosodyctl, so one process serves one host. (host) → mod_invites of that host, or nil, error
local function load_on(host)
	storagemanager.initialize_host(host);
	usermanager.initialize_host(host);
	-- Prosody has loaded this module without a host, only to find the command, and would take that for the one of the host.
	modulemanager.unload("*", "invites");
	local invites, err = modulemanager.load(host, "invites");
	if not invites then return nil, err; end
	-- Where a module makes the landing pages, it has to be there when the invite is made.
	local page_module = invites.module:get_option_string("invites_page_module", "invites_page");
	if modulemanager.get_modules_for_host(host):contains(page_module) then
		local page, page_err = modulemanager.load(host, page_module);
		if not page then complain("mod_%s could not be loaded, so there is no web link: %s", page_module, page_err); end
	end
	return invites;
end

return function (arg)
	local wish, err;
	if table.remove(arg, 1) == "generate" then wish, err = parse(arg); end
	if not wish then
		if err then complain("%s\n", err); end
		print(usage);
		return 2;
	end
	if not prosody.hosts[wish.host] then
		complain("The host %s is not in the configuration", wish.host);
		return 1;
	end

	local invites, load_err = load_on(wish.host);
	if not invites then
		complain("mod_invites could not be loaded on %s: %s", wish.host, load_err);
		return 1;
	end

	local invite, code;
	if wish.reset then
		invite, code = invites.create_account_reset(wish.reset);
	else
		invite, code = invites.create_account(nil, {
			roles = wish.role and compat.roles(wish.role);
			groups = wish.groups[1] and wish.groups;
		});
	end
	if not invite then
		complain("No invite was made: %s (%s)", invites.refusals[code].text, code);
		return 1;
	end
	print(invite.landing_page or invite.uri);
	return 0;
end
