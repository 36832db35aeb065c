-- A message to the creator of an invite when somebody has registered through it (option `invites_notify_inviter`), in the language in which the
-- invite was created (additional_data.language), or else in that of the creator's client.
--
-- Returns function (event invite-redeemed).

local jid = require "util.jid";

local clean = require_once "invites_core".input.clean;
local send = require_once "events/notice";

local longest_note = 200; -- characters

return function (event)
	local creator, username = event.creator, event.username;
	if not creator or not username or creator == username or event.kind == "reset" then return; end
	local validated = event.validated;
	local data = validated.additional_data;
	local told = { address = jid.join(username, module.host); note = validated.note and clean(validated.note, longest_note) };
	send(jid.join(creator, module.host), told.note and "notice-joined-note" or "notice-joined", told, type(data) == "table" and data.language);
end
