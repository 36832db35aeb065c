-- The registration form of XEP-0077 (In-Band Registration): plain elements, and the same fields as a data form (XEP-0004).

local dataforms = require "util.dataforms";
local st = require "util.stanza";

-- The fields that mod_register_ibr always has.
local form = dataforms.new {
	{ name = "FORM_TYPE", type = "hidden", value = "jabber:iq:register" };
	{ name = "username", type = "text-single" };
	{ name = "password", type = "text-private" };
};

-- (query element) → user name and password as the client sent them, each nil if it is not there
local function read(query)
	local x = query:get_child("x", "jabber:x:data");
	local data = x and form:data(x) or { username = query:get_child_text("username"), password = query:get_child_text("password") };
	return data.username, data.password;
end

-- (query element, username): fills the name into its fields
local function fill_in(query, username)
	for element in query:childtags("username") do
		element[1] = username;
	end
	local x = query:get_child("x", "jabber:x:data");
	if not x then return; end
	for field in x:childtags("field") do
		if field.attr.var == "username" then
			field:remove_children("value");
			field:text_tag("value", username);
		end
	end
end

-- (reply to a client, username) → a copy with this name in its form. mod_register_ibr sends the same element to everybody.
local function prefilled(answer, username)
	if not answer:get_child("query", "jabber:iq:register") then return answer; end
	answer = st.clone(answer);
	fill_in(answer:get_child("query", "jabber:iq:register"), username);
	return answer;
end

return { read = read, prefilled = prefilled };
