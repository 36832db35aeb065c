-- What the body of a request may say about the invite to be made. Nothing in it gives power: what accounts may do, whose passwords can be
-- reset and who answers for an invite is not for outsiders to say, so that fields of those names are unknown here like any other.
--
-- Returns { read, printable }. What is read: { username, ttl, uses, note }, each of which may be nil.

local input = module:depends "invites".input;
local media_type = require_once "invites_web/http/body".media_type;
local read_period = require_once "invites_lib/duration".seconds;

local longest_text = 1000; -- characters
local largest_number = 2 ^ 32 - 1; -- as seconds, 136 years. 1e999 is a number, too, in Lua, and means "for ever" elsewhere.

local function text(value)
	if type(value) ~= "string" then return nil; end
	return (input.line(value, longest_text));
end

-- A number, or its decimal digits: Lua would also take " 5", "+5", "0x10" and "1e3".
local function whole_number(value)
	local number = type(value) == "number" and value or type(value) == "string" and #value <= 20 and value:find("^%d+$") and tonumber(value);
	if not number or number % 1 ~= 0 or number < 1 or number > largest_number then return nil; end
	return math.floor(number);
end

local function period(value)
	return whole_number(read_period(value));
end

-- field → { what it is called elsewhere, how it is read }
local readers = {
	username = { "username", text };
	ttl = { "ttl", whole_number }; -- seconds
	expires_after = { "ttl", period }; -- "2 days"
	uses = { "uses", whole_number };
	note = { "note", text };
};

-- media type → function (body) → table, or nil
local decoders = {
	["application/json"] = input.object;
	["application/x-www-form-urlencoded"] = function (body) return body:find("=", 1, true) and input.fields(body); end;
};

local fields = {};

-- (name of a field as it was sent) → the same if it can be told in an answer, or nil
function fields.printable(name)
	return type(name) == "string" and #name <= 40 and name:match("^[%w_-]+$") or nil;
end

-- (body, header Content-Type or nil) → table as above; or nil, code, name of the field
function fields.read(body, content_type)
	if body == "" then return {}; end
	local decode = decoders[media_type(content_type)];
	if not decode then return nil, "type-unsupported"; end
	local decoded = decode(body);
	if not decoded then return nil, "body-invalid"; end
	local request = {};
	for name, value in pairs(decoded) do
		local reader = readers[name];
		if not reader then return nil, "field-unknown", fields.printable(name); end
		if value ~= "" then -- forms send what was not filled in
			local target, read = reader[1], reader[2];
			local result = read(value);
			if result == nil or request[target] ~= nil then return nil, "field-invalid", name; end
			request[target] = result;
		end
	end
	return request;
end

return fields;
