-- What a command answers, as mod_adhoc takes it.

local dataforms = require "util.dataforms";
local datetime = require "util.datetime";
local errors = require "util.error";

local invites = module:depends "invites";
local nodes = require_once "nodes";
local owner_messages = require_once "invites_lib/owner_messages";

local clean = invites.input.clean;
local unpack = table.unpack;

local answers = {};

local xmlns_commands = "http://jabber.org/protocol/commands"; -- XEP-0050: Ad-Hoc Commands

local function stanza_error(kind, condition, text, detail)
	return { status = "error"; error = errors.new({
		type = kind; condition = condition; text = text;
		extra = detail and { namespace = xmlns_commands; condition = detail };
	}, nil, nil, module.name) };
end

-- (text) → answer to somebody who may not do this
function answers.forbidden(text)
	return stanza_error("auth", "forbidden", text);
end

-- (text; condition of XEP-0050 section 4.5, or nil) → answer to what can't be done as it was asked for
function answers.bad_request(text, detail)
	return stanza_error("modify", "bad-request", text, detail or "bad-payload");
end

-- (say, refusal code of mod_invites) → answer
function answers.refused(say, code)
	if not invites.refusals[code] then code = "internal-server-error"; end
	local condition = invites.refusals[code].condition;
	local text = say((owner_messages[code] and "adhoc-refusal-" or "refusal-")..code);
	if condition == "forbidden" then return answers.forbidden(text); end
	if condition == "internal-server-error" then return stanza_error("wait", condition, text); end
	return answers.bad_request(text);
end

local longest = 8000; -- characters of a text in a form: more than any address or note of ours

-- (layout of dataforms): what is in it may come from anywhere, such as the names of groups. Clients end the stream over what XML forbids.
local function cleaned(layout)
	for _, field in ipairs(layout) do
		for _, part in ipairs { field, unpack(field.options or {}) } do
			for _, key in ipairs { "label"; "desc"; "value" } do
				if type(part[key]) == "string" then part[key] = clean(part[key], longest); end
			end
		end
	end
	return layout;
end

-- (FORM_TYPE; title; array of { name, label, value }, left out where there is no value) → form with results
function answers.form(form_type, title, rows)
	local form = { title = title; { name = "FORM_TYPE"; type = "hidden"; value = form_type } };
	for _, row in ipairs(rows) do
		if row[3] then table.insert(form, { name = row[1]; type = "text-single"; label = row[2]; value = row[3] }); end
	end
	return dataforms.new(cleaned(form));
end

-- (say; invite; are the links themselves to be left out) → rows with its links and their end
function answers.links(say, invite, without)
	return {
		{ "uri"; say "adhoc-link"; not without and invite.uri or nil };
		{ "landing-url"; say "adhoc-page"; not without and invite.landing_page or nil };
		{ "expire"; say "adhoc-valid-until"; invite.valid_until and datetime.datetime(invite.valid_until) };
	};
end

-- (say; invite that was just made; warning or nil) → answer (XEP-0401, sections 5.1 and 5.4)
function answers.invitation(say, invite, warning)
	return {
		status = "completed"; warn = warning;
		result = answers.form(nodes.invitation, say "adhoc-created", answers.links(say, invite));
	};
end

-- (layout of dataforms; "next" or "complete") → answer that asks for more
function answers.ask(layout, action)
	return { status = "executing"; actions = { action; default = action }; form = dataforms.new(cleaned(layout)) };
end

return answers;
