-- Answers of commands for mod_adhoc, and submitted forms. The library makes the forms and reads them (src/adhoc).

local dataforms = require "util.dataforms";
local errors = require "util.error";
local st = require "util.stanza";

local invites = module:depends "invites";

local answers = {};

local invitation, details = "urn:xmpp:invite#invitation", "xmpp:prosody-invites/adhoc#details"; -- types of forms: of XEP-0401, and of ours
local xmlns_commands = "http://jabber.org/protocol/commands"; -- XEP-0050: Ad-Hoc Commands

local function stanza_error(kind, condition, text, detail)
	return { status = "error"; error = errors.new({
		type = kind; condition = condition; text = text;
		extra = detail and { namespace = xmlns_commands; condition = detail };
	}, nil, nil, module.name) };
end

-- (text) → answer: not allowed
function answers.forbidden(text) return stanza_error("auth", "forbidden", text); end

-- (text; condition of XEP-0050 section 4.5, or nil) → answer: impossible in this way
function answers.bad_request(text, detail)
	return stanza_error("modify", "bad-request", text, detail or "bad-payload");
end

-- (actor, refusal code of mod_invites, function as answers.again returns it or nil) → answer: the form once more, if another input may be accepted
function answers.refused(actor, code, again)
	if not invites.refusals[code] then code = "internal-server-error"; end
	local refusal = invites.refusals[code];
	local condition, text = refusal.condition, actor.say((refusal.owner_text and "adhoc-refusal-" or "refusal-")..code);
	if condition == "forbidden" then return answers.forbidden(text); end
	if condition == "internal-server-error" or code == "busy" then return stanza_error("wait", condition, text); end
	if again and (refusal.type == "modify" or condition == "conflict") then return again(text); end
	return answers.bad_request(text);
end

-- (actor; result, code as mod_invites answers) → the same; without a result it ends the command
function answers.need(actor, result, ...)
	if not result then error(answers.refused(actor, (...))); end
	return result, ...;
end

local function result(form_type, title, fields)
	return dataforms.new { title = title; { name = "FORM_TYPE"; type = "hidden"; value = form_type }; table.unpack(fields) };
end

-- (actor; new invite; warning or nil; hint or nil) → answer (XEP-0401, sections 5.1 and 5.4)
function answers.invitation(actor, invite, warning, hint)
	return {
		status = "completed"; warn = warning; info = hint;
		result = result(invitation, actor.say "adhoc-created", actor.dialog:links(invite));
	};
end

-- (actor; invite with its state; news or nil; may this user see the link?) → answer with all about it
function answers.details(actor, invite, news, with_link)
	return {
		status = "completed"; info = news; warn = not with_link and actor.say "adhoc-link-left-out" or nil;
		result = result(details, actor.say "adhoc-invite", actor.dialog:details(invite, module.host, with_link));
	};
end

-- (form of the library; "next" or "complete"; what was wrong with the last input, or nil) → answer that asks for more
function answers.ask(form, action, problem)
	return {
		status = "executing"; actions = { action; default = action }; form = dataforms.new(form:layout());
		error = problem and { message = problem } or nil;
	};
end

-- (request of a command) → has the client submitted the form (perhaps without one), or is this the first step?
function answers.submitted(request) return request.form ~= nil or request.action ~= "execute"; end

local most_elements, longest_value = 100, 4096; -- what a client may send: elements of a form, or values of a field; bytes of a value

local nothing = st.stanza("x", { xmlns = "jabber:x:data"; type = "submit" });

-- (form element) → is it larger than any client can have made it? Searching for a field would go through all of it. Second, the name of the field
-- with a value that is too long
local function is_oversized(element)
	if #element.tags > most_elements then return true; end
	for _, field in ipairs(element.tags) do
		if #field.tags > most_elements then return true; end
	end
	for field in element:childtags("field") do
		for value in field:childtags("value") do
			if #value:get_text() > longest_value then return true, field.attr.var or ""; end
		end
	end
	return false;
end

-- (form element) → name of a field → array of its texts
local function texts_in(element)
	local texts = {};
	for field in element:childtags("field") do
		local values = {};
		for value in field:childtags("value") do table.insert(values, value:get_text()); end
		if field.attr.var then texts[field.attr.var] = values; end
	end
	return texts;
end

-- (form of the library; "next" or "complete"; form element, or nil) → function (what is wrong) → answer with the form again, as it was filled in
-- (XEP-0050, sections 3.4 and 4.3)
function answers.again(form, action, element)
	return function (problem)
		local oversized, field = is_oversized(element or nothing);
		local is_kept = element and (not oversized or field); -- with too many elements, no person has filled it in
		return answers.ask(is_kept and form:refilled(texts_in(element)) or form, action, problem);
	end
end

-- (form of the library; form element, or nil; function as answers.again returns it) → values by the names of their fields, without empty ones; with
-- others, the command goes on with again(what is wrong)
function answers.read(form, element, again)
	element = element or nothing;
	local oversized, field = is_oversized(element);
	if oversized then error(again(form:too_long(field))); end
	local fields, err = form:read(dataforms.new(form:layout()):data(element));
	return fields or error(again(err));
end

-- (form element, or nil; name of a field) → was it sent?
function answers.has(element, name)
	for field in (element or nothing):childtags("field") do
		if field.attr.var == name and field:get_child("value") then return true; end
	end
	return false;
end

return answers;
