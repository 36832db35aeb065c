-- The fields of Prosody's option additional_registration_fields, for which mod_register_ibr asks in clients. Forms elsewhere have the same fields,
-- and their values are stored in the same place.

local new_form = require "util.dataforms".new;
local st = require "util.stanza";

local option = require_once "invites_config/option";

-- Fields with a predefined name; "email+" is required. mod_register_ibr logs other names as unknown.
local known = {
	nick = true; name = true; first = true; last = true; email = true; address = true; city = true; state = true; zip = true; phone = true; url = true;
	date = true;
};

local fields = {};
for _, field in ipairs(option "additional_registration_fields" or {}) do
	if type(field) == "table" then
		if type(field.name) == "string" and field.type ~= "fixed" then table.insert(fields, field); end
	else
		local name, mark = field:match("^(%l+)(%+?)$");
		if known[name] then table.insert(fields, { name = name; type = "text-single"; required = mark == "+"; is_known = true }); end
	end
end

local form = new_form { table.unpack(fields) };

local additional = { fields = fields };

-- (map name → text or array of texts) → data as mod_register_ibr has it, and map name → what is wrong, or nil
function additional.read(values)
	local x = st.stanza("x", { xmlns = "jabber:x:data"; type = "submit" });
	for _, field in ipairs(fields) do
		local value = values[field.name];
		x:tag("field", { var = field.name });
		for _, text in ipairs(type(value) == "table" and value or { value }) do x:text_tag("value", text); end
		x:up();
	end
	local data, problems = form:data(x);
	return data or {}, problems and next(problems) and problems or nil;
end

-- (username of a new account, data) → true, or false, why: it can't be kept
function additional.keep(username, data)
	data.registered = os.time();
	local called, kept, err = pcall(function () return module:open_store("account_details"):set(username, data); end);
	if not called then return false, kept; end
	return kept and true or false, err;
end

return additional;
