-- Client streams before authentication, for the fast specs: stanzas go straight to Prosody's modules.

local assert = require "luassert";

local stream = {};

-- (host, changes or nil) → session of an encrypted stream, with what it was sent in .sent and why it was closed in .closed
function stream.new(host, changes)
	local session = { type = "c2s_unauthed"; host = host; secure = true; ip = "192.0.2.1"; conn = {}; sent = {} };
	function session.close(_, reason) session.closed = reason; end
	function session.log(level, ...) require "util.logger".init("spec")(level, ...); end
	require "util.filters".initialize(session);
	function session.send(stanza) table.insert(session.sent, session.filter("stanzas/out", stanza)); return true; end
	for key, value in pairs(changes or {}) do session[key] = value; end
	return session;
end

-- (session, type of the iq, payload, language or nil) → the answer or nil, was the stanza handled
function stream.iq(session, kind, payload, language)
	local iq = require "util.stanza".iq({ type = kind; to = session.host; id = "i"; ["xml:lang"] = language }):add_child(payload);
	local event = "stanza/iq/"..payload.attr.xmlns..":"..payload.name;
	local handled = _G.prosody.hosts[_G.prosody.hosts[session.host] and session.host or next(_G.prosody.hosts)].events.fire_event(event,
		{ origin = session; stanza = iq });
	return handled and table.remove(session.sent), handled;
end

-- (session, token or nil, type of the iq or nil, language or nil) → as above
function stream.preauth(session, token, kind, language)
	return stream.iq(session, kind or "set", require "util.stanza".stanza("preauth", { xmlns = "urn:xmpp:pars:0"; token = token }), language);
end

-- (session, username, password or nil, language or nil) → as above
function stream.register(session, username, password, language)
	local query = require "util.stanza".stanza("query", { xmlns = "jabber:iq:register" });
	return stream.iq(session, "set", query:text_tag("username", username):text_tag("password", password or "secret"), language);
end

-- (answer) → "type/condition", text, language of the text
function stream.error_of(answer)
	assert.equal("error", answer.attr.type);
	local kind, condition, text = answer:get_error();
	local element = answer:get_child("error"):get_child("text", "urn:ietf:params:xml:ns:xmpp-stanzas");
	return kind.."/"..condition, text, element and element.attr["xml:lang"];
end

-- (fixture) → functions for the specs of mod_invites_register
function stream.gate(fixture)
	local gate, happened = {}, {};

	-- (what fixture:start takes) → mod_invites, server, events of the host
	function gate.start(...)
		local invites, server = fixture:start(...);
		local bus = _G.prosody.hosts[fixture.host].events;
		happened = {};
		for _, name in ipairs { "invite-checked"; "invite-claimed"; "invite-redeemed"; "invite-released" } do
			bus.add_handler(name, function () table.insert(happened, (name:gsub("^invite%-", ""))); end);
		end
		return invites, server, bus;
	end

	-- () → what became of invites since this was asked for the last time
	function gate.steps()
		local text = table.concat(happened, " ");
		happened = {};
		return text;
	end

	-- (name, code) makes a function of mod_invites fail, as long as the test runs
	function gate.fails(name, code)
		fixture.invites[name] = function () return nil, code; end
	end

	function gate.new_session(changes) return stream.new(fixture.host, changes); end

	-- (invite) → stream that has presented it
	function gate.holder(invite)
		local session = gate.new_session();
		assert.equal("result", stream.preauth(session, invite.token).attr.type);
		gate.steps();
		return session;
	end

	function gate.refused(with, reply) assert.equal(with, (stream.error_of(reply))); end
	function gate.state(invite) return fixture.invites.info(invite.token).state; end
	function gate.provider() return _G.prosody.hosts[fixture.host].users; end
	function gate.errors(pattern) return #fixture.server:logged("error", pattern); end
	return gate;
end

return stream;
