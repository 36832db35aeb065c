-- What differs between Prosody 0.12 and 13.0, except for permissions (accounts/permissions).
-- The rest of the suite is written as if there were one Prosody.

local array = require "util.array";
local human_io = require "util.human.io";
local it = require "util.iterators";
local split_jid = require "util.jid".prepped_split;
local modulemanager = require "core.modulemanager";
local usermanager = require "core.usermanager";

local option = require_once "invites_config/option";

local compat = {};

-- 13.0 gives each account roles with permissions, where 0.12 has sets of names.
local has_roles = usermanager.get_role_by_name ~= nil;

-- () → has the server loaded its modules? Prosody sets prosody.start_time right after "server-starting", the event that loads them. A module that is
-- loaded later than that has missed "server-started", or is loaded during it.
function compat.started() return prosody.process_type == "prosody" and prosody.start_time ~= nil; end

-- (name, host or nil for this one) → is there such a role? 0.12 keeps no list of roles: any name may be one.
function compat.role_exists(name, host)
	if type(name) ~= "string" or name == "" then return false; end
	if not has_roles then return true; end
	local ok, role = pcall(usermanager.get_role_by_name, name, host or module.host);
	return ok and role and true or false;
end

-- () → array of the names of roles that an invite can grant. 0.12 has no list of roles: these are the admin role and the roles in our options.
function compat.role_names()
	local known = has_roles and usermanager.get_all_roles(module.host) or { ["prosody:admin"] = not has_roles or nil };
	for _, name in ipairs(has_roles and {} or { "allow_user_invites_by_roles"; "deny_user_invites_by_roles" }) do
		local roles = option(name);
		for _, role in ipairs(roles ~= "all" and roles or {}) do known[role] = true; end
	end
	return array.collect(it.keys(known)):sort();
end

-- (array of role names, the primary one first) → additional_data.roles that grants them
function compat.roles(names)
	if has_roles then return names; end
	local set = {};
	for _, name in ipairs(names) do set[name] = true; end
	return set;
end

-- (username, array of role names, the primary one first) → true, or nil, error. Raises an error for an unknown role. 13.0 gives an account one
-- primary and any number of secondary roles, and 0.12 an unordered set. A role that the account has is left alone: a change ends its sessions.
function compat.give_roles(username, names)
	if not has_roles then return usermanager.set_roles(username.."@"..module.host, module.host, compat.roles(names)); end
	local current = usermanager.get_user_role(username, module.host);
	if not current or current.name ~= names[1] then
		local ok, err = usermanager.set_user_role(username, module.host, names[1]);
		if not ok then return nil, err; end
	end
	local others = usermanager.get_user_secondary_roles(username, module.host) or {};
	for i = 2, #names do
		local ok, err = true, nil;
		if not others[names[i]] then ok, err = usermanager.add_user_secondary_role(username, module.host, names[i]); end
		if not ok then return nil, err; end
	end
	return true;
end

-- (username) → array of the names of the account's roles, empty on 0.12; or nil if they can't be told
function compat.roles_of(username)
	if not has_roles then return {}; end
	local role, err = usermanager.get_user_role(username, module.host);
	local others, other_err = usermanager.get_user_secondary_roles(username, module.host);
	if err or other_err then return nil; end
	local names = { role and role.name };
	for name in pairs(others or {}) do table.insert(names, name); end
	return names;
end

-- (permission, event with session and stanza) → boolean; or nil on 0.12, which has no permissions
function compat.may(permission, event)
	if not has_roles then return nil; end
	return module:may(permission, event, true) and true or false;
end

-- (username, session or nil) → has the session another role than its user? 0.12 knows no role of a session.
function compat.is_restricted(username, session)
	local role = has_roles and session and session.role;
	local own = role and usermanager.get_user_role(username, module.host);
	return own and own.name ~= role.name or false;
end

-- (username, password, host, role: for 13.0 alone) → true, or nil, error
compat.create_user = usermanager.create_user_with_role or usermanager.create_user;

-- (username of an existing account) → true, false, or nil if it can't be told. 0.12 has no disabled accounts.
function compat.is_enabled(username)
	if not usermanager.user_is_enabled then return true; end
	local ok, enabled, err = pcall(usermanager.user_is_enabled, username, module.host);
	if not ok then return nil; end
	if enabled == nil and (err == "method not implemented" or err == "method not supported") then return true; end -- by the provider
	return enabled;
end

-- (username) → when the account was created (Unix seconds), or nil if it can't be told
function compat.created(username)
	if not usermanager.get_account_info then return nil; end
	local ok, info = pcall(usermanager.get_account_info, username, module.host);
	return ok and type(info) == "table" and tonumber(info.created) or nil;
end

-- () → can it be told at all when accounts were created?
function compat.tells_ages()
	return usermanager.get_account_info ~= nil and rawget(usermanager.get_provider(module.host) or {}, "get_account_info") ~= nil;
end

-- () → how wide the terminal of prosodyctl is, or nil. 0.12 can't ask it.
function compat.terminal_width()
	return human_io.term_width and human_io.term_width() or tonumber(os.getenv("COLUMNS"));
end

-- (arguments of a shell command) → is "--help" among them, as 0.12 or as 13.0 hands it over?
local function asks_for_help(...)
	for i = 1, select("#", ...) do
		local value = select(i, ...);
		if value == "--help" or value == "-h" or type(value) == "table" and value.help == true then return true; end
	end
	return false;
end

-- Adds a section of commands to the admin shell. section: { name, desc, module = name of the module without "mod_", and in its array part the
-- commands: { name, desc, args, host_selector, flags, run, help } }, run(environment, session, arguments...) → true, text or nil, error;
-- `environment` is that module's on the host that the first argument names. help(session), which may be missing, needs no host and returns the same.
function compat.add_shell_commands(section)
	local function with_help(command, run)
		return function (self, ...)
			if command.help and asks_for_help(...) then return command.help(self.session); end
			return run(self, ...);
		end;
	end

	if has_roles then -- 13.0 also has items for the commands of the shell
		for _, command in ipairs(section) do
			module:add_item("shell-command", {
				section = section.name; section_desc = section.desc;
				name = command.name; desc = command.desc; args = command.args; host_selector = command.host_selector; flags = command.flags;
				handler = function (self, ...) return command.run(module.environment, self.session, ...); end;
			});
		end
		-- Prosody looks for the host among the arguments before it calls any module, so the help has to stand before that.
		local helped = module:shared("/*/invites/helped");
		local function give_help()
			local functions = module:shared("/*/admin_shell/env")[section.name] or {};
			for _, command in ipairs(section) do
				local run = functions[command.name];
				if run and not helped[run] then
					functions[command.name] = with_help(command, run);
					helped[functions[command.name]] = true;
				end
			end
		end
		give_help();
		module:hook_global("server-started", give_help);
		return;
	end
	-- 0.12 has one table for all hosts, filled by whichever is loaded last: the host is looked up when the command runs.
	local functions = {};
	for _, command in ipairs(section) do
		functions[command.name] = with_help(command, function (self, reference, ...)
			local _, host = split_jid(type(reference) == "string" and reference or nil);
			local environment = host and modulemanager.get_module(host, section.module);
			if not environment then return nil, ("mod_%s is not loaded on %s"):format(section.module, tostring(host or reference)); end
			return command.run(environment, self.session, reference, ...);
		end);
	end
	module:shared("/*/admin_shell/env")[section.name] = functions;
end

return compat;
