-- An account provider for specs whose accounts come from elsewhere: one account, and none can be made, as with LDAP, PAM and many community modules.

local new_sasl = require "util.sasl".new;

local provider = { name = "spec_elsewhere" };

function provider.test_password(username, password) return username == "juliet" and password == "secret"; end
function provider.user_exists(username) return username == "juliet"; end
function provider.create_user(_, _) return nil, "Account creation/modification not available with LDAP."; end
function provider.set_password(_, _) return nil, "Passwords unavailable for LDAP."; end
function provider.delete_user(_) return nil; end
function provider.get_sasl_handler(_)
	return new_sasl(module.host, { plain_test = function (_, username, password) return provider.test_password(username, password), true; end });
end

module:provides("auth", provider);
