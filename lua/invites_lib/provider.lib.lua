-- What the account provider of a host can do. Where accounts come from LDAP, PAM or a web site, it can make none.
--
-- Returns { creates, sets_passwords = function (host) → boolean; says_never }

local usermanager = require "core.usermanager";

-- Prosody calls every function of a provider, so those that can't do it have one that always answers nil. Such a function has no upvalues: it can
-- reach nothing outside of itself, so it makes no account when it is called here.
local function does(name)
	return function (host)
		local provider = usermanager.get_provider(host);
		local method = provider and provider[name];
		if type(method) ~= "function" then return false; end
		local about = debug.getinfo(method, "Su");
		if about.what == "C" or about.nups > 0 then return true; end
		local ok, done = pcall(method);
		return ok and done and true or false;
	end;
end

local never = { "not supported"; "not implemented"; "not available"; "unsupported" };

-- (error of a provider) → does it say that it can never do this?
local function says_never(err)
	local text = tostring(err):lower();
	for _, words in ipairs(never) do
		if text:find(words, 1, true) then return true; end
	end
	return false;
end

return { creates = does "create_user"; sets_passwords = does "set_password"; says_never = says_never };
