-- Who may invite, who is an admin, and who may grant a role. Prosody 13.0 gives each account one role with permissions and a priority; 0.12 gives
-- it a set of role names without a meaning.

local array = require "util.array";
local jid = require "util.jid";
local set = require "util.set";
local usermanager = require "core.usermanager";

local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local reader = require_once "invites_config/reader";
local role_names = require_once "invites_core".roles;

local permissions = {};

-- Everybody without a role that says more.
local everybody_may = option "allow_user_invites";

local function address(who)
	if type(who) ~= "string" then return nil; end
	return who:find("@", 1, true) and jid.prep(jid.bare(who)) or jid.join(who, module.host);
end

local on = {};

if usermanager.get_jid_role then -- 13.0
	local permission = "invites_adhoc:invite-users";
	-- Prosody's own mod_invites_adhoc does the same, but may not be loaded.
	if prosody.hosts[module.host].authz then
		module:default_permission(everybody_may and "prosody:registered" or "prosody:admin", permission);
	end

	local admin_priority = 50; -- that of prosody:admin

	function on.may_invite(bare_jid)
		local role, err = usermanager.get_jid_role(bare_jid, module.host);
		if not role and err and err ~= "unknown-role" then return nil; end
		return role and role:may(permission) or false;
	end

	local function is_one_of_admins(role)
		if role.name == "prosody:admin" or role.name == "prosody:operator" then return true; end
		for _, inherited in ipairs(role.inherits or {}) do
			if is_one_of_admins(inherited) then return true; end
		end
		return false;
	end

	function on.is_admin(bare_jid)
		local role, err = usermanager.get_jid_role(bare_jid, module.host);
		if not role and err and err ~= "unknown-role" then return nil; end
		return role and is_one_of_admins(role) or false;
	end

	-- Prosody reads the roles of all who have one, so other things are done between two roles.
	function on.add_admins(admins, rest)
		for name, role in pairs(usermanager.get_all_roles(module.host)) do
			if is_one_of_admins(role) then
				for _, username in ipairs(usermanager.get_users_with_role(name, module.host)) do admins:add(jid.join(username, module.host)); end
				rest();
			end
		end
	end

	-- The priority of a role, or the highest that it inherits.
	local function height(role)
		local highest = role.priority or 0;
		for _, inherited in ipairs(not role.priority and role.inherits or {}) do
			highest = math.max(highest, height(inherited));
		end
		return highest;
	end

	local default_role = option "default_user_role";

	function on.has_role(bare_jid)
		local username = jid.split(bare_jid);
		local role, err = usermanager.get_user_role(username, module.host);
		local others, others_err = usermanager.get_user_secondary_roles(username, module.host);
		if others_err or err and err ~= "unknown-role" then return nil; end
		return err ~= nil or role and role.name ~= default_role or next(others or {}) ~= nil;
	end

	function on.may_grant(bare_jid, name)
		local wanted = usermanager.get_role_by_name(name, module.host); -- raises where there is none
		local username, host = jid.split(bare_jid);
		if host == module.host and usermanager.user_can_assume_role(username, host, name) then return true; end
		local own = usermanager.get_jid_role(bare_jid, module.host);
		-- A role of the configuration without priority may allow more than those that it inherits: such a role is for admins to give.
		return own and height(own) >= (wanted.priority or math.max(height(wanted), admin_priority)) or false;
	end
else -- 0.12
	local may_by_role = option "allow_user_invites_by_roles";
	local may_not_by_role = option "deny_user_invites_by_roles";

	local function has_one_of(own, names)
		if names == "all" then return true; end
		for _, name in ipairs(names or {}) do
			if own[name] then return true; end
		end
		return false;
	end

	function on.may_invite(bare_jid)
		local own = usermanager.get_roles(bare_jid, module.host) or {};
		if own["prosody:admin"] or has_one_of(own, may_by_role) then return true; end
		return not has_one_of(own, may_not_by_role) and everybody_may;
	end

	function on.is_admin(bare_jid) return usermanager.is_admin(bare_jid, module.host) or false; end

	function on.add_admins() end -- those of the configuration are all there are

	on.may_grant = on.is_admin;

	function on.has_role(bare_jid)
		-- usermanager.get_roles would treat an unreadable store as an account without roles.
		local own, err = prosody.hosts[module.host].authz.get_user_roles((jid.split(bare_jid)));
		if err then return nil; end
		for _, given in pairs(own or {}) do
			if given then return true; end
		end
		return false;
	end
end

-- (name of a question above, who, further arguments) → answer; nil if that can't be found out
local function ask(question, who, ...)
	local bare_jid = address(who);
	if not bare_jid then return false; end
	local ok, answer = pcall(on[question], bare_jid, ...);
	if not ok then
		module:log("warn", "Could not find out what %s may do: %s", bare_jid, answer);
		return nil;
	end
	return answer;
end

-- (prepared username; state of the account if known) → may this user invite people to register? nil if that can't be found out
function permissions.may_invite(username, state)
	state = state or accounts.state(username);
	if state == "unknown" then return nil; end
	return state == "active" and ask("may_invite", username);
end

-- (prepared username) → does the name give power to whoever registers it, by the configuration or a stored role? nil if that can't be found out
function permissions.privileged(username)
	return reader.admins(module.host)[username] or ask("has_role", username);
end

-- (JID, or username of this host) → boolean
function permissions.is_admin(who) return ask("is_admin", who) == true; end

-- (the same) → boolean: is that an admin, or can't it be found out?
function permissions.may_be_admin(who) return ask("is_admin", who) ~= false; end

-- (function that lets the server do other things) → sorted array of bare JIDs: the admins of the configuration, and accounts of this host that have a
-- role of an admin
function permissions.admins(rest)
	local admins = set.new(option "admins" or {});
	local ok, err = pcall(on.add_admins, admins, rest);
	if not ok then module:log("warn", "Could not find out which accounts have a role of an admin: %s", err); end
	return array.collect(admins:items()):sort();
end

-- (JID, or username of this host; name of a role) → boolean: is the role not above their own? On 0.12 only admins grant roles.
function permissions.may_grant(who, role)
	return type(role) == "string" and ask("may_grant", who, role) == true;
end

-- (additional_data of an invite, whose `roles` are a list with the primary role first or, as on Prosody 0.12, a map role → true;
-- function (role) → boolean) → is each role allowed? False if the roles are malformed.
function permissions.all_roles(data, allowed)
	local list = role_names(data);
	for _, name in ipairs(list or {}) do
		if not allowed(name) then return false; end
	end
	return list ~= nil;
end

-- (additional_data) → boolean: does each role exist? Checked at creation and again at the claim, because Prosody 13.0 raises an error for an
-- unknown role, and by then there would be an account.
function permissions.roles_exist(data)
	return permissions.all_roles(data, function (name)
		local exists = compat.role_exists(name);
		if not exists then module:log("warn", "There is no role %q, so an invite that grants it can't be used", name); end
		return exists;
	end);
end

-- (additional_data of an invite; JID or username of the creator) → may they give away its roles, and membership of its groups?
function permissions.may_give(data, who)
	local groups = type(data) == "table" and data.groups;
	if groups and (type(groups) ~= "table" or next(groups) ~= nil) and not permissions.is_admin(who) then return false; end
	return permissions.all_roles(data, function (role) return permissions.may_grant(who, role); end);
end

return permissions;
