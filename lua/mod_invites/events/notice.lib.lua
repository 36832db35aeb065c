-- A message from the host to somebody, in the language that they chose, or else in that of their client.
--
-- Returns function (bare JID; id of the text; name → text or number; tag of the language that they chose, or nil; id of the stanza, or nil).

local jid = require "util.jid";
local st = require "util.stanza";

local i18n = require_once "i18n";
local stanza_language = require_once "invites_lib/stanza_language";

-- (bare JID) → the presence of the client that messages go to first, which has the language of its stream; nil where nobody is online
local function presence_of(who)
	local username, host = jid.split(who);
	local sessions = prosody.hosts[host] and prosody.hosts[host].sessions;
	local user = sessions and sessions[username];
	local client = user and user.top_resources and user.top_resources[1];
	return client and client.presence;
end

return function (to, text, told, language, id)
	local spoken = type(language) == "string" and st.message { ["xml:lang"] = language } or presence_of(to);
	local say, tag = stanza_language.to(spoken, i18n);
	module:send(st.message({ type = "chat"; id = id; from = module.host; to = to; ["xml:lang"] = tag }):text_tag("body", say(text, told)));
end
