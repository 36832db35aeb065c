-- The registration form of XEP-0077 (In-Band Registration): plain elements, and the same fields as a data form (XEP-0004).

local dataforms = require "util.dataforms";
local st = require "util.stanza";

-- The fields that mod_register_ibr always has.
local form = dataforms.new {
	{ name = "FORM_TYPE", type = "hidden", value = "jabber:iq:register" };
	{ name = "username", type = "text-single" };
	{ name = "password", type = "text-private" };
};

local function read(query)
	local x = query:get_child("x", "jabber:x:data");
	local data = x and form:data(x) or { username = query:get_child_text("username"), password = query:get_child_text("password") };
	return data.username, data.password;
end

-- (reply to a client, username) → a copy with this name in its form. mod_register_ibr sends the same element to everybody.
local function prefilled(answer, username)
	answer = st.clone(answer);
	local query = answer:get_child("query", "jabber:iq:register");
	if not query then return answer; end
	for element in query:childtags("username") do element[1] = username; end
	local x = query:get_child("x", "jabber:x:data");
	for _, field in ipairs(x and x.tags or {}) do
		if field.name == "field" and field.attr.var == "username" then
			field:remove_children("value");
			field:text_tag("value", username);
		end
	end
	return answer;
end

return { read = read, prefilled = prefilled };
