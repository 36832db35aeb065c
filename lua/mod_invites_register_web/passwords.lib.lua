-- What makes a good password here: mod_password_policy of the community says, where it is loaded.
--
-- Returns { policy, problem }

local modulemanager = require "core.modulemanager";

local passwords = {};

local function loaded()
	local policy = modulemanager.get_module(module.host, "password_policy");
	return policy and policy.check_password and policy;
end

-- () → its settings, such as { length = 8 }; empty where there is no policy
function passwords.policy()
	local policy = loaded();
	local settings = policy and policy.get_policy and policy.get_policy();
	return type(settings) == "table" and settings or {};
end

-- (password, username or nil) → nil, or id of the text that says what is wrong, or nil and the policy's own words
function passwords.problem(password, username)
	if password == "" then return "error-password-empty"; end
	local policy = loaded();
	if not policy then return nil; end
	local called, ok, words, name = pcall(policy.check_password, password, username and { username = username });
	if called and ok then return nil; end
	if not called then
		module:log("error", "mod_password_policy could not judge a password: %s", ok);
		return "error-password-unusable";
	end
	if name == "length" then return "error-password-short"; end
	if name == "username" then return "error-password-username"; end
	return nil, words;
end

return passwords;
