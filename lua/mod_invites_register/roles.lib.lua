-- The roles that an invite gives: a list with the primary role first (13.0), or a map role → true (invites made on 0.12).
-- That the roles exist is checked by mod_invites, when the invite is made and when it is claimed.

local compat = require_once "invites_lib/compat";

-- (additional_data) → array of role names, the primary one first; nil where the roles are none of that
local function list(additional_data)
	return require_once "invites_core".roles(additional_data);
end

-- (user name, additional_data of the invite, or nil) → true, or nil, error. Throws for a role that does not exist.
local function give(username, additional_data)
	local names = list(additional_data);
	if not names then return nil, "these are no roles"; end
	if not names[1] then return true; end
	return compat.give_roles(username, names);
end

return { give = give, list = list };
