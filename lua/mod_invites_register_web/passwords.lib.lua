-- The password policy: our minimum length (option invites_password_min_length), and the community's mod_password_policy where that is loaded.
--
-- Returns { length, policy, problem }

local modulemanager = require "core.modulemanager";
local saslprep = require "util.encodings".stringprep.saslprep;

local option = require_once "invites_config/option";

local shortest = option "invites_password_min_length"; -- characters
local longest = 1024; -- bytes, as SASL PLAIN and SCRAM clients send it, since hashing takes time

local passwords = {};

-- (text of UTF-8) → how many characters (code points). Prosody's util.encodings.utf8.length counts bytes (0.12.3, 13.0.1).
function passwords.length(text)
	return select(2, text:gsub("[^\128-\191]", ""));
end

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

-- (password) → nil, or id of the text that says why no client could log in with it
local function unusable(password)
	if #password > longest then return "error-password-long"; end
	if password:find("%c") then return "error-password-control"; end
	if not saslprep(password) then return "error-password-characters"; end
end

-- (password, username or nil) → nil, or id of the text that says what is wrong, or nil and the policy's own words
function passwords.problem(password, username)
	if password == "" then return "error-password-empty"; end
	local problem = unusable(password);
	if problem then return problem; end
	if passwords.length(password) < passwords.policy().length then return "error-password-short"; end
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

return passwords;
