-- A token that a client presents before it registers (XEP-0445: Pre-Authenticated In-Band Registration, section 4).

local st = require "util.stanza";

local invites = require_once "invites";

local missing = { type = "modify"; condition = "bad-request"; text = "The token is missing"; id = "token-missing" };

-- { type, condition, text } → the element <error/> in English. It is kept, because people who guess tokens get it often.
local elements = setmetatable({}, { __mode = "k" });

local function refuse(stanza, reason)
	local words = invites.words(reason);
	if not invites.speaks_english(stanza) then return invites.translate(st.error_reply(stanza, words), stanza, reason), words; end
	local reply = st.reply(stanza);
	elements[words] = elements[words] or st.error_reply(stanza, words.type, words.condition, words.text).tags[1];
	reply.attr.type = "error";
	reply:add_direct_child(elements[words]);
	return reply, words;
end

-- (session, iq stanza with the preauth element) → reply, and the stream error if the stream has presented too many tokens that don't work
-- The last presented token counts. After a refused one the stream has no invite, even if an earlier one was good: a client that goes on must not
-- use up the invite that it meant to replace.
return function (session, stanza)
	local token = stanza.tags[1].attr.token;
	if not token or token == "" then return (refuse(stanza, missing)); end
	local validated, code = invites.api().present(token, session);
	session.validated_invite = validated;
	if validated then return st.reply(stanza); end
	session.log("debug", "Invite refused: %s", code);
	local reply, words = refuse(stanza, code);
	if code ~= "throttled" then return reply; end
	session.log("info", "Stream of %s closed: it has shown too many invites that do not work", session.ip);
	return reply, { condition = words.condition, text = words.text };
end
