-- What forms offer to choose from: lifetimes, roles, groups. Options are { value, label, default }, as util.dataforms takes them.

local modulemanager = require "core.modulemanager";

local invites = module:depends "invites";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local settings = invites.require_once "settings";

local choices = {};

choices.many_uses = settings.most_uses ~= 1; -- may users let an invite be used more than once?

local usual_lifetime, longest_lifetime = math.floor(settings.ttl), math.floor(settings.longest_ttl);
local lifetimes = { 3600; 86400; 7 * 86400; 30 * 86400; 365 * 86400 };
local units = { { 86400, "adhoc-days" }; { 3600, "adhoc-hours" }; { 60, "adhoc-minutes" }; { 1, "adhoc-seconds" } };

local function in_words(say, seconds)
	if seconds == math.huge then return say "adhoc-without-end"; end
	for _, unit in ipairs(units) do
		local count = seconds / unit[1];
		if count % 1 == 0 then return say(unit[2], { count = count }); end
	end
end

-- (say; may it be any lifetime, or what the configuration lets users choose) → options
function choices.lifetimes(say, unlimited)
	local longest = unlimited and math.huge or longest_lifetime;
	local usual = math.min(usual_lifetime, longest);
	local offered = { [usual] = true };
	for _, seconds in ipairs(lifetimes) do
		if seconds <= longest then offered[seconds] = true; end
	end
	if unlimited then offered[math.huge] = true; end

	local options = {};
	for seconds in pairs(offered) do
		table.insert(options, {
			value = seconds == math.huge and "never" or ("%d"):format(seconds); label = in_words(say, seconds); default = seconds == usual;
			seconds = seconds;
		});
	end
	table.sort(options, function (a, b) return a.seconds < b.seconds; end);
	return options;
end

-- (value of a lifetime that was chosen, or nil) → seconds, or nil
function choices.seconds(value)
	return value == "never" and math.huge or tonumber(value);
end

-- What an account gets, or is not meant to have, anyway.
local needless_roles = {
	["prosody:guest"] = true;
	[option "register_ibr_default_role"] = true;
};

-- (say; function (role name) → may it be given away) → options; empty if there are no such roles
function choices.roles(say, may_grant)
	local options = {};
	for _, name in ipairs(compat.role_names()) do
		if not needless_roles[name] and may_grant(name) then
			table.insert(options, { value = name; label = name });
		end
	end
	table.sort(options, function (a, b) return a.value < b.value; end);
	if options[1] then table.insert(options, 1, { value = "usual"; label = say "adhoc-role-usual"; default = true }); end
	return options;
end

-- (value of a role that was chosen, or nil) → additional_data.roles, or nil
function choices.granted(value)
	return value and value ~= "usual" and compat.roles(value) or nil;
end

-- () → options: the groups of mod_groups_internal; empty if it is not there
function choices.groups()
	local options = {};
	local groups = modulemanager.get_module(module.host, "groups_internal");
	if not groups then return options; end
	local ok, err = pcall(function ()
		for id in groups.groups() do
			local info = groups.get_info(id);
			table.insert(options, { value = id; label = info and info.name or id });
		end
	end);
	if not ok then
		module:log("warn", "The groups could not be listed: %s", err);
		return {};
	end
	table.sort(options, function (a, b) return a.label < b.label; end);
	return options;
end

return choices;
