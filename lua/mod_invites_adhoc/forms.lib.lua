-- Filled forms (XEP-0004: Data Forms), read against the layout that was sent. Nothing is taken for granted: any client may send anything.

local dataforms = require "util.dataforms";
local st = require "util.stanza";

local input = module:depends "invites".input;

local forms = { longest_note = 1000 }; -- characters, as the ledger has it

local most_elements, longest_value = 100, 4096; -- what a client may send: elements of a form, or values of a field; bytes of a value

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

-- (form element) → is it so large that no client can have filled it in? Looking for a field goes through all of them.
local function is_oversized(element)
	if #element.tags > most_elements then return true; end
	for _, field in ipairs(element.tags) do
		if #field.tags > most_elements then return true; end
	end
	return false;
end

-- (form element) → name of a field that has a value of too many bytes, or nil
local function too_long_in(element)
	for field in element:childtags("field") do
		for value in field:childtags("value") do
			if #value:get_text() > longest_value then return field.attr.var or ""; end
		end
	end
end

local flaws = { ["text-too-long"] = "adhoc-value-long"; ["text-unclean"] = "adhoc-value-unclean" };

-- (say; layout of dataforms, in which a field may have `longest`, in characters; form element, or nil if the client sent none) → values by the names
-- of their fields, without those that are empty; or nil, what is wrong
function forms.read(say, layout, element)
	element = element or nothing;
	local function wrong(field, problem) return nil, say("adhoc-problem", { field = field.label or field.name; problem = say(problem) }); end
	if is_oversized(element) then return nil, say "refusal-form-invalid"; end
	local long = too_long_in(element);
	for _, field in ipairs(long and layout or {}) do
		if field.name == long then return wrong(field, "adhoc-value-long"); end
	end
	if long then return nil, say "refusal-form-invalid"; end

	local values, problems = dataforms.new(layout):data(element);
	for _, field in ipairs(layout) do
		local value, flaw = values[field.name], nil;
		if type(value) == "string" then value, flaw = input.line(value, field.longest or longest_value); end
		if problems and problems[field.name] then
			return wrong(field, problem_with[field.type] or "adhoc-value-missing");
		elseif flaw then
			return wrong(field, flaws[flaw]);
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
