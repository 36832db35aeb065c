-- Roles that an invite grants: additional_data.roles, a list with the primary role first or, as on Prosody 0.12, a map role → true.

local compat = require_once "invites_lib/compat";

local roles = {};

-- (additional_data) → array of role names, the primary one first; nil where the roles are none of that
function roles.names(additional_data)
	return require_once "invites_core".roles(additional_data);
end

-- (additional_data) → true, or nil: does every role exist that it names? Looked at when an invite is made and again when it is claimed: Prosody
-- 13.0 raises an error for a role that it does not know, and by then there would be an account.
function roles.exist(additional_data)
	local names = roles.names(additional_data);
	if not names then return nil; end
	for _, name in ipairs(names) do
		if not compat.role_exists(name) then
			module:log("warn", "There is no role %q, so an invite that grants it can't be used", tostring(name));
			return nil;
		end
	end
	return true;
end

-- (additional_data; function (role) → boolean) → is each of its roles allowed?
function roles.all(additional_data, allowed)
	local names = roles.names(additional_data);
	for _, name in ipairs(names or {}) do
		if not allowed(name) then return false; end
	end
	return names ~= nil;
end

return roles;
