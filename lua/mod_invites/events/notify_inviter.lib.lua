-- A message to the creator of an invite when somebody has registered through it (option `invites_notify_inviter`).
--
-- Returns function (event invite-redeemed).

local jid = require "util.jid";
local st = require "util.stanza";

local clean = require_once "invites_core".input.clean;

local longest_note = 200; -- characters

return function (event)
	local creator, username = event.creator, event.username;
	if not creator or not username or creator == username or event.kind == "reset" then return; end
	local note = event.validated.note and (" (%s)"):format(clean(event.validated.note, longest_note)) or "";
	local text = ("%s has made an account through your invite%s."):format(jid.join(username, module.host), note);
	module:send(st.message({ type = "chat"; from = module.host; to = jid.join(creator, module.host); ["xml:lang"] = "en" })
		:text_tag("body", text));
end
