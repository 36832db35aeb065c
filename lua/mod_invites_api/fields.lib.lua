-- What the body of a request may say about the invite to be made. Nothing in it gives power: what accounts may do, whose passwords can be
-- reset and who answers for an invite is not for outsiders to say, so that fields of those names are unknown here like any other.
--
-- Returns function (body, header Content-Type or nil) → { username, ttl, uses, note }, each of which may be nil; or nil, code, name of the field

local json = require "util.json";
local utf8 = require "util.encodings".utf8;

local media_type = module:require "invites_web/body".media_type;
local decode_form = module:require "invites_web/body".decode;
local read_period = module:require "mod_invites/period".seconds;

local longest_text = 1000; -- bytes
local largest_number = 2 ^ 32 - 1; -- as seconds, 136 years. 1e999 is a number, too, in Lua, and means "for ever" elsewhere.

local function text(value)
	if type(value) ~= "string" or #value > longest_text or value:find("%c") or not utf8.valid(value) then return nil; end
	return value;
end

local function whole_number(value)
	local number = value ~= nil and tonumber(value);
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

-- (media type) → function (body) → table, or nil
local decoders = {
	["application/json"] = function (body)
		local ok, decoded = pcall(json.decode, body);
		return ok and type(decoded) == "table" and decoded ~= json.null and decoded or nil;
	end;
	["application/x-www-form-urlencoded"] = function (body)
		if not body:find("=", 1, true) then return nil; end
		local decoded = {};
		for _, field in ipairs(decode_form(body)) do decoded[field.name] = field.value; end
		return decoded;
	end;
};

return function (body, content_type)
	if body == "" then return {}; end
	local decode = decoders[media_type(content_type)];
	if not decode then return nil, "type-unsupported"; end
	local decoded = decode(body);
	if not decoded then return nil, "body-invalid"; end
	local wish = {};
	for name, value in pairs(decoded) do
		local reader = readers[name];
		if not reader then return nil, "field-unknown", type(name) == "string" and #name <= 40 and name:match("^[%w_-]+$") or nil; end
		if value ~= "" and value ~= json.null then -- forms send what was not filled in
			local target, read = reader[1], reader[2];
			local result = read(value);
			if result == nil or wish[target] ~= nil then return nil, "field-invalid", name; end
			wish[target] = result;
		end
	end
	return wish;
end
