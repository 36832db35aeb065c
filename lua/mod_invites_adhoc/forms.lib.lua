-- Filled forms (XEP-0004: Data Forms), read against the layout that was sent. Nothing is taken for granted: any client may send anything.

local dataforms = require "util.dataforms";
local st = require "util.stanza";

local forms = {};

local nothing = st.stanza("x", { xmlns = "jabber:x:data"; type = "submit" });

-- (request of a command) → has the client answered the form, be it by leaving it out, or is this the first step
function forms.submitted(request)
	return request.form ~= nil or request.action ~= "execute";
end

-- (field of a layout, value or array of values) → is each of them an option, where the field has options
local function offered(field, value)
	if not field.options then return true; end
	local known = {};
	for _, option in ipairs(field.options) do known[option.value] = true; end
	for _, one in ipairs(type(value) == "table" and value or { value }) do
		if not known[one] then return false; end
	end
	return true;
end

-- Type of a field → what is wrong where Prosody can't read it. Of the others, it only says that a value is missing.
local problem_with = { ["jid-single"] = "adhoc-value-address"; boolean = "adhoc-value-boolean" };

-- (say; layout of dataforms; form element, or nil if the client sent none) → values by the names of their fields, without those that are empty;
-- or nil, what is wrong
function forms.read(say, layout, element)
	local function wrong(field, problem) return nil, say("adhoc-problem", { field = field.label or field.name; problem = say(problem) }); end
	local values, problems = dataforms.new(layout):data(element or nothing);
	for _, field in ipairs(layout) do
		local value = values[field.name];
		if type(value) == "string" then value = value:match("^%s*(.-)%s*$"); end
		if problems and problems[field.name] then
			return wrong(field, problem_with[field.type] or "adhoc-value-missing");
		elseif value == "" then
			value = nil;
		elseif value ~= nil and not offered(field, value) then
			return wrong(field, "adhoc-value-choice");
		end
		values[field.name] = value;
	end
	return values;
end

return forms;
