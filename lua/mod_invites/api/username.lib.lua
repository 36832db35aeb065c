-- Usernames from other modules, prepared by Prosody, because accounts are compared with them.
--
-- Returns function (anything) → prepared username (JULIET becomes juliet); false for an invalid one, which the ledger refuses; nil for nil

local nodeprep = require "util.encodings".stringprep.nodeprep;

local longest = 1023; -- bytes (RFC 7622, section 3.3.1)

return function (value)
	if value == nil then return nil; end
	local name = type(value) == "string" and #value <= longest and nodeprep(value, true);
	return name and name ~= "" and name or false;
end
