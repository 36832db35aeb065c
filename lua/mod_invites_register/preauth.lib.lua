-- A token that a client presents before it registers (XEP-0445: Pre-Authenticated In-Band Registration, section 4).

local st = require "util.stanza";

local invites = module:require "invites";

-- (session, iq stanza with the preauth element) → reply
-- The last token presented is the one that counts: after a refused one, the stream has no invite, even if an earlier one was good.
-- Who goes on to register then must not use up an invite that they meant to replace.
local function present(session, stanza)
	local token = stanza.tags[1].attr.token;
	if not token or token == "" then
		return st.error_reply(stanza, "modify", "bad-request", "The token is missing");
	end
	local validated, code = invites.ask("get", token);
	session.validated_invite = validated;
	if not validated then
		session.log("debug", "Invite refused: %s", code);
		return st.error_reply(stanza, invites.refusal(code));
	end
	return st.reply(stanza);
end

return { present = present };
