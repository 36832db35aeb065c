-- Roles that an invite grants: additional_data.roles, a list with the primary role first or, as on Prosody 0.12, a map role → true.

local compat = module:require "compat";

local roles = {};

-- (additional_data) → true, or nil, "data-invalid": does every role exist that it names? Checked when an invite is made and again when it
-- is claimed: Prosody 13.0 raises an error for a role that it does not know, and by then there would be an account.
function roles.check(additional_data)
	local wanted = type(additional_data) == "table" and additional_data.roles;
	if not wanted then return true; end
	if type(wanted) ~= "table" then return nil, "data-invalid"; end
	for key, value in next, wanted do
		local name = type(key) == "number" and value or value and key;
		if name and not compat.role_exists(name) then
			module:log("warn", "There is no role %q, so an invite that grants it can't be used", tostring(name));
			return nil, "data-invalid";
		end
	end
	return true;
end

return roles;
