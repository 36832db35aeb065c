-- What other modules hand over: anything may come, and only what makes sense goes on to the ledger.

local nodeprep = require "util.encodings".stringprep.nodeprep;

local arguments = {};

local longest_name, longest_token = 1023, 4096; -- bytes (RFC 7622, section 3.3.1; src/text/pasted.rs): what is longer is not looked at

-- (anything) → prepared username (JULIET becomes juliet), or nil, "username-invalid"
function arguments.username(value)
	local name = type(value) == "string" and #value <= longest_name and nodeprep(value, true);
	if not name or name == "" then return nil, "username-invalid"; end
	return name;
end

-- (anything) → token or short id of an invite, or nil, code
function arguments.token(value)
	if value == nil or value == false or value == "" then return nil, "no-token"; end
	if type(value) ~= "string" or #value > longest_token then return nil, "token-invalid"; end
	return value;
end

-- (anything, the most that makes sense) → is it a whole number from 1 to that?
function arguments.is_count(value, most)
	return type(value) == "number" and value % 1 == 0 and value >= 1 and value <= most;
end

-- (table or nil, key, value) → copy of the table with this value
function arguments.with(data, key, value)
	local copy = {};
	for k, v in next, data or {} do
		copy[k] = v;
	end
	copy[key] = value;
	return copy;
end

return arguments;
