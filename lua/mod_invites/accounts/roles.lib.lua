-- Roles that an invite grants: additional_data.roles, a list with the primary role first or, as on Prosody 0.12, a map role → true.

local compat = require_once "invites_lib/compat";
local names = require_once "invites_core".roles;

local roles = { names = names };

-- (additional_data; function (role) → boolean) → is each role allowed? False if the roles are malformed.
function roles.all(additional_data, allowed)
	local list = names(additional_data);
	for _, name in ipairs(list or {}) do
		if not allowed(name) then return false; end
	end
	return list ~= nil;
end

-- (additional_data) → boolean: does each role exist? Checked at creation and again at the claim, because Prosody 13.0 raises an error for an
-- unknown role, and by then there would be an account.
function roles.exist(additional_data)
	return roles.all(additional_data, function (name)
		local exists = compat.role_exists(name);
		if not exists then module:log("warn", "There is no role %q, so an invite that grants it can't be used", name); end
		return exists;
	end);
end

return roles;
