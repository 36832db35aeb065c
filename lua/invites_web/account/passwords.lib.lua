-- The password policy: our minimum length (option invites_password_min_length), and the community's mod_password_policy where that is loaded.

local modulemanager = require "core.modulemanager";
local saslprep = require "util.encodings".stringprep.saslprep;

local option = require_once "invites_config/option";
local web = require_once "invites_core".web;

local site_name = option "site_name";
local shortest = option "invites_password_min_length"; -- characters

local passwords = {};

local function loaded()
	local policy = modulemanager.get_module(module.host, "password_policy");
	return policy and policy.check_password and policy;
end

-- () → the settings of mod_password_policy, where length is the larger of both
function passwords.policy()
	local policy = loaded();
	local settings = policy and policy.get_policy and policy.get_policy();
	local both = {};
	for name, value in pairs(type(settings) == "table" and settings or {}) do both[name] = value; end
	both.length = math.max(tonumber(both.length) or 0, shortest);
	return both;
end

-- (password, username or nil) → nil, or id of the text that says what is wrong, or nil and the policy's own words
function passwords.problem(password, username)
	local problem = web.password_problem(password, saslprep(password) ~= nil, math.ceil(passwords.policy().length));
	if problem then return problem; end
	local policy = loaded();
	if not policy then return nil; end
	local called, ok, words, name = pcall(policy.check_password, password, username and { username = username });
	if called and ok then return nil; end
	if not called then
		module:log("error", "mod_password_policy could not judge a password: %s", ok);
		return "failed-lead";
	end
	if name == "length" then return "error-password-short"; end
	if name == "username" then return "error-password-username"; end
	return nil, words;
end

-- (password, invite, username or nil) → id of the text that says how strong it is, is it weak?
function passwords.strength(password, invite, username)
	local known = { site_name; module.host };
	table.insert(known, username);
	table.insert(known, invite.inviter);
	return web.password_strength(password, known);
end

return passwords;
