-- An account provider for specs whose accounts come from elsewhere, as with LDAP and many community modules: one account, and none can be made.
-- While prosody.spec_away is set it can't be reached. Like mod_auth_ldap it says "no such account" then, and only its function get_user tells why.

local new_sasl = require "util.sasl".new;

local function get_user(username)
	if prosody.spec_away then return nil, "Can't contact LDAP server"; end
	return username == "juliet" and "uid=juliet" or nil;
end
module.environment.get_user = get_user;

local provider = { name = "spec_directory" };

function provider.test_password(username, password) return get_user(username) ~= nil and password == "secret"; end
function provider.user_exists(username) return get_user(username) ~= nil; end
function provider.create_user(_, _) return nil, "Account creation/modification not available with LDAP."; end
function provider.set_password(_, _) return nil, "Passwords unavailable for LDAP."; end
function provider.delete_user(_) return nil; end
function provider.get_sasl_handler(_)
	return new_sasl(module.host, { plain_test = function (_, username, password) return provider.test_password(username, password), true; end });
end

module:provides("auth", provider);
