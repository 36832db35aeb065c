-- Invites in JSON, as `export --json` and `list --json` write them: read back, one after the other.

local json = require "util.json";

local json_file = {};

-- What JSON calls null is a table to Prosody's decoder. (value) → the same without any
local function without_null(value)
	if value == json.null then return nil; end
	if type(value) ~= "table" then return value; end
	local copy = {};
	for key, element in pairs(value) do copy[key] = without_null(element); end
	return copy;
end

local kinds = { account = true; contact = true; ["contact-account"] = true; reset = true };

-- (invite as JSON has it) → entry as the ledger imports it; nil for what is over, has no token, or is no invite
local function entry_of(invite)
	if type(invite) ~= "table" then return nil; end
	local function field(name, kind)
		local value = without_null(invite[name]);
		if type(value) == kind then return value; end
	end
	local token, kind, state = field("token", "string"), field("kind", "string"), field("state", "string");
	if not token or not kinds[kind] or state and state ~= "pending" and state ~= "claimed" then return nil; end
	local max_uses, unlimited = field("max_uses", "number"), invite.max_uses == json.null;
	local uses_left = max_uses and max_uses - (field("uses", "number") or 0);
	if uses_left and uses_left < 1 then return nil; end
	return {
		token = token; type = kind:find("^contact") and "roster" or "register"; allow_registration = kind ~= "contact";
		username = field("username", "string"); inviter = field("inviter", "string");
		creator = field("maker", "string"); authority = field("own_right", "boolean") and "user" or "server";
		created_at = field("created_at", "number"); expires = invite.expires == json.null and math.huge or field("expires", "number");
		reusable = unlimited; max_uses = uses_left;
		additional_data = field("additional_data", "table"); landing_page = field("landing_page", "string");
	};
end

-- What is decoded in one go has others wait; no invite is larger.
local largest, most_brackets = 128 * 1024, 5000; -- bytes; lists and objects, which may be within each other

-- (text) → value, or nil, error. Prosody's decoder raises one for what is nested too deep.
local function decode(text)
	if #text > largest then return nil, "too large to be read in one go: put one object in a line, as export does"; end
	local _, brackets = text:gsub("[%[{]", "");
	if brackets > most_brackets then return nil, "too large to be read in one go: put one object in a line, as export does"; end
	local called, value, err = pcall(json.decode, text);
	if not called then return nil, "nested too deep"; end
	return value, err;
end

local function is_end(line)
	return not line or line:match("^%s*%]%s*$");
end

-- (line of an array with one object a line) → object, or false
local function decode_line(line)
	return decode((line:gsub(",%s*$", ""))) or false;
end

-- (file) → iterator of decoded values, or nil, error. One object a line, as we write it, takes no more memory than that line; else all is read
-- at once. (Lua 5.2 knows the formats of file:read by their stars alone.)
local function values(file)
	local start = file:seek();
	local first, line = file:read("*l"), file:read("*l");
	if first and first:match("^%s*%[%s*$") and (is_end(line) or decode_line(line)) then
		return function ()
			if is_end(line) then return nil; end
			local value = decode_line(line);
			line = file:read("*l");
			return value;
		end;
	end
	if not start or not file:seek("set", start) then return nil, "from a pipe, this takes JSON with one object a line, as export writes it"; end
	local whole, err = decode(file:read(largest + 1) or "");
	if type(whole) ~= "table" then return nil, "no JSON: "..tostring(err); end
	local i = 0;
	return function ()
		i = i + 1;
		return whole[i];
	end;
end

-- (file) → iterator of entries, false for each that can't be imported; or nil, error
function json_file.entries(file)
	local next_value, err = values(file);
	if not next_value then return nil, err; end
	return function ()
		local value = next_value();
		if value == nil then return nil; end
		return entry_of(value) or false;
	end;
end

return json_file;
