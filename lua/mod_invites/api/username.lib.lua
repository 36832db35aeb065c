-- Usernames that other modules hand over, prepared by Prosody, as accounts are compared with them.
--
-- Returns function (anything) → prepared username (JULIET becomes juliet); false where it can be none, which the ledger refuses; nil for nil

local nodeprep = require "util.encodings".stringprep.nodeprep;

local longest = 1023; -- bytes (RFC 7622, section 3.3.1): what is longer is not looked at

return function (value)
	if value == nil then return nil; end
	local name = type(value) == "string" and #value <= longest and nodeprep(value, true);
	return name and name ~= "" and name or false;
end
