-- Ad-hoc commands (XEP-0050) for the fast specs: requests straight to Prosody's mod_adhoc, without streams.

local assert = require "luassert";

local adhoc = {
	contact = "urn:xmpp:invite#invite"; friend = "xmpp:prosody-invites/adhoc#contact"; account = "urn:xmpp:invite#create-account";
	reset = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
	own = "xmpp:prosody-invites/adhoc#own"; all = "xmpp:prosody-invites/adhoc#all";
};
-- For Fixture.describe: with an admin here and one from elsewhere, and two users.
adhoc.defaults = {
	modules = { "invites_register"; "invites_adhoc" }; users = { "boss"; "romeo"; "juliet" };
	options = { admins = { "boss@example.com"; "remote@admin.example" } };
};

local xmlns_commands, xmlns_forms = "http://jabber.org/protocol/commands", "jabber:x:data";
local xmlns_items = "http://jabber.org/protocol/disco#items";

-- (host; username there, or a JID from elsewhere) → its session, with what it was sent in .sent
function adhoc.session(host, user)
	local get_role = require "core.usermanager".get_user_role;
	local guest = user:find("@", 1, true);
	local self = { type = guest and "s2sin" or "c2s"; host = host; sent = {}; full_jid = (guest and user or user.."@"..host).."/r" };
	if not guest then self.username, self.role = user, get_role and get_role(user, host); end
	function self.send(stanza) table.insert(self.sent, stanza); return true; end
	return self;
end

local function fire(event, origin, stanza, more)
	local data = { origin = origin; stanza = stanza };
	for key, value in pairs(more or {}) do data[key] = value; end
	_G.prosody.hosts[origin.host].events.fire_event(event, data);
	return data;
end

-- (session; node; values of a form, each a text or a list, or nil; action or nil; language or nil) → the stanza that answers
function adhoc.ask(origin, node, values, action, language)
	local iq = require "util.stanza".iq({ type = "set"; from = origin.full_jid; to = origin.host; id = "x"; ["xml:lang"] = language });
	iq:tag("command", { xmlns = xmlns_commands; node = node; action = action; sessionid = "s" });
	if values then
		iq:tag("x", { xmlns = xmlns_forms; type = "submit" });
		for name, value in pairs(values) do
			iq:tag("field", { var = name });
			for _, one in ipairs(type(value) == "table" and value or { value }) do iq:text_tag("value", one); end
			iq:up();
		end
	end
	fire("iq-set/host/"..xmlns_commands..":command", origin, iq);
	assert.equal(1, #origin.sent);
	return table.remove(origin.sent);
end

-- (the stanza that answers) → { error = "type/condition", text, detail } or { status, actions, note, form = type, order = names of its fields,
-- fields = table by name }
function adhoc.read(iq)
	local command = iq:get_child("command", xmlns_commands);
	if iq.attr.type == "error" then
		local kind, condition, text = iq:get_error();
		local detail = iq:get_child("error"):child_with_ns(xmlns_commands);
		assert.same({ "canceled", "s", text }, { command.attr.status, command.attr.sessionid, command:get_child_text("note") });
		return { error = kind.."/"..condition; text = text; detail = detail and detail.name };
	end
	local note = command:get_child("note");
	local answer = { status = command.attr.status; note = note and note:get_text(); note_type = note and note.attr.type; fields = {}; order = {} };
	answer.notes = {}; -- type → text
	for tag in command:childtags("note") do answer.notes[tag.attr.type] = tag:get_text(); end
	local actions = command:get_child("actions");
	answer.actions = actions and actions.attr.execute..":"..actions.tags[1].name;
	local x = command:get_child("x", xmlns_forms);
	answer.form = x and x.attr.type;
	for tag in x and x:childtags("field") or function () end do
		local field = { type = tag.attr.type; values = {}; options = {}; required = tag:get_child("required") ~= nil; label = tag.attr.label };
		for value in tag:childtags("value") do table.insert(field.values, value:get_text()); end
		for option in tag:childtags("option") do table.insert(field.options, { option:get_child_text("value"), option.attr.label }); end
		field.value = field.values[1];
		answer.fields[tag.attr.var] = field;
		table.insert(answer.order, tag.attr.var);
	end
	return answer;
end

-- (session, further nodes or nil) → nodes of the commands that are listed, sorted. These are also those that the session gets a description of.
function adhoc.discover(origin, others)
	local st = require "util.stanza";
	local listed, described = {}, {};
	local iq = st.iq({ type = "get"; from = origin.full_jid; to = origin.host; id = "d" }):tag("query", { xmlns = xmlns_items });
	local event = fire("host-disco-items-node", origin, iq, {
		node = xmlns_commands; reply = st.reply(iq):tag("query", { xmlns = xmlns_items; node = xmlns_commands });
	});
	for item in event.reply.tags[1]:childtags("item") do table.insert(listed, item.attr.node); end
	for _, node in ipairs { adhoc.contact; adhoc.friend; adhoc.account; adhoc.reset; adhoc.own; adhoc.all; table.unpack(others or {}) } do
		local refusal = adhoc.describe(origin, node);
		if refusal then
			assert.same({ "auth", "forbidden", "This is not available to you" }, { refusal:get_error() }, node);
		else
			table.insert(described, node);
		end
	end
	table.sort(listed);
	table.sort(described);
	assert.same(listed, described);
	return listed;
end

-- (session, node, language or nil) → the stanza that refuses a description of it, or nil
function adhoc.describe(origin, node, language)
	local st = require "util.stanza";
	local iq = st.iq({ type = "get"; from = origin.full_jid; to = origin.host; id = "d"; ["xml:lang"] = language }):tag("query"):reset();
	fire("host-disco-info-node", origin, iq, { node = node; reply = st.reply(iq):tag("query") });
	return table.remove(origin.sent);
end

function adhoc.sorted(list)
	table.sort(list);
	return list;
end

-- (field) → labels of its options
function adhoc.labels(field)
	local list = {};
	for i, option in ipairs(field.options) do list[i] = option[2]; end
	return list;
end

-- (fixture) → { session(user), discover(user, others), execute(user, node, values, action) → answer as read, result(…) → fields of a result, answer;
-- invite_of(fields) → the invite behind its link }; users are usernames, JIDs or sessions
function adhoc.client(fixture)
	local client = {};
	local function session(user) return type(user) == "table" and user or adhoc.session(fixture.host, user); end
	client.session = session;
	function client.discover(user, others) return adhoc.discover(session(user), others); end
	function client.execute(user, ...) return adhoc.read(adhoc.ask(session(user), ...)); end
	function client.result(...)
		local answer = client.execute(...);
		assert.same({ "completed", "result" }, { answer.status, answer.form }, answer.text or answer.note);
		return answer.fields, answer;
	end
	function client.invite_of(fields) return assert(fixture.invites.info(fields.uri.value:match("preauth=(%w+)"))); end
	return client;
end

-- (pattern of what is said to be wrong, answer as read): the form is there again
function adhoc.again(text, answer)
	assert.same({ "executing", "form", "error" }, { answer.status, answer.form, answer.note_type }, answer.text or answer.note);
	assert.truthy(answer.note:find(text), answer.note);
	return answer.fields;
end

-- (error as "type/condition", pattern of its text, answer as read)
function adhoc.refused(expected, text, answer)
	assert.equal(expected, answer.error, answer.note);
	assert.truthy(answer.text and answer.text:find(text), answer.text);
end

return adhoc;
