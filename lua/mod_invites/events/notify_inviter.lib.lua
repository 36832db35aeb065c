-- A message to the creator of an invite when somebody has registered through it (option `invites_notify_inviter`), in the creator's language.
--
-- Returns function (event invite-redeemed).

local jid = require "util.jid";
local st = require "util.stanza";

local clean = require_once "invites_core".input.clean;
local i18n = require_once "i18n";
local stanza_language = require_once "invites_lib/stanza_language";

local longest_note = 200; -- characters

-- (username) → the presence of the client that messages go to first, which has the language of its stream; nil where nobody is online
local function presence_of(username)
	local user = prosody.hosts[module.host].sessions[username];
	local client = user and user.top_resources and user.top_resources[1];
	return client and client.presence;
end

-- (validated invite, its creator) → function that says texts in the language in which the invite was created (additional_data.language), or else in
-- that of the creator's client; its tag
local function voice_for(validated, creator)
	local data = validated.additional_data;
	local language = type(data) == "table" and data.language;
	local spoken = type(language) == "string" and st.message { ["xml:lang"] = language } or presence_of(creator);
	return stanza_language.to(spoken, i18n);
end

return function (event)
	local creator, username = event.creator, event.username;
	if not creator or not username or creator == username or event.kind == "reset" then return; end
	local say, tag = voice_for(event.validated, creator);
	local told = { address = jid.join(username, module.host); note = event.validated.note and clean(event.validated.note, longest_note) };
	module:send(st.message({ type = "chat"; from = module.host; to = jid.join(creator, module.host); ["xml:lang"] = tag })
		:text_tag("body", say(told.note and "notice-joined-note" or "notice-joined", told)));
end
