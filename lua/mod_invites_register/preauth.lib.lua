-- A token that a client presents before it registers (XEP-0445: Pre-Authenticated In-Band Registration, section 4).

local st = require "util.stanza";

local invites = module:require "invites";

-- { type, condition, text } → the element <error/> that says so. Whoever guesses can have it as often as they like, so it is not made each time.
local elements = setmetatable({}, { __mode = "k" });

-- (iq stanza, { type, condition, text }) → error reply
local function refuse(stanza, words)
	local reply = st.reply(stanza);
	elements[words] = elements[words] or st.error_reply(stanza, words.type, words.condition, words.text).tags[1];
	reply.attr.type = "error";
	reply:add_direct_child(elements[words]);
	return reply;
end

-- (session, iq stanza with the preauth element) → reply, and the stream error to close the stream with, if it has shown too many that don't work
-- The last token presented is the one that counts: after a refused one, the stream has no invite, even if an earlier one was good.
-- Who goes on to register then must not use up an invite that they meant to replace.
local function present(session, stanza)
	local token = stanza.tags[1].attr.token;
	if not token or token == "" then
		return st.error_reply(stanza, "modify", "bad-request", "The token is missing");
	end
	local validated, code = invites.ask("present", token, session);
	session.validated_invite = validated;
	if validated then return st.reply(stanza); end
	session.log("debug", "Invite refused: %s", code);
	local words = invites.words(code);
	local reply = refuse(stanza, words);
	if code ~= "throttled" then return reply; end
	session.log("info", "Stream of %s closed: it has shown too many invites that do not work", session.ip);
	return reply, { condition = words.condition, text = words.text };
end

return { present = present };
