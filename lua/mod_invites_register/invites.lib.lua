-- Access to mod_invites for the files of this module. It is looked up for each call, because it can be reloaded between two stanzas.

local errors = require "util.error";
local modulemanager = require "core.modulemanager";

local stanza_language = require_once "invites_lib/stanza_language";

local invites = {};

-- The refusal while mod_invites is missing, and with it all translations.
local closed = { type = "wait", condition = "internal-server-error", text = "Invitations cannot be checked at the moment" };

-- Stands in for mod_invites while that is missing: each function refuses.
local away = setmetatable({ refusals = {}; i18n = false }, { __index = function ()
	return function () return nil, "internal-server-error"; end;
end });

-- () → environment of mod_invites; is it there? Another module of that name does not count, because it has no claims.
function invites.api()
	local environment = modulemanager.get_module(module.host, "invites");
	local is_ours = environment and environment.claim;
	return is_ours and environment or away, is_ours and true or false;
end

-- (refusal code, or { type, condition, text, id } of this module's own) → { type, condition, text } for the client
function invites.words(reason)
	if type(reason) == "table" then return reason; end
	return invites.api().refusals[reason] or closed;
end

-- (the same) → util.error object, for events and their readers
function invites.refusal(reason)
	local template = invites.words(reason);
	return errors.new(template, { reason = type(reason) == "table" and template.text or reason }, nil, module.name);
end

-- (stanza) → is its reply in English?
function invites.speaks_english(stanza) return stanza_language.language(stanza) == nil; end

-- (error reply to this stanza, not shared with others; the same reason) → the same reply in the language of the stanza
function invites.translate(reply, stanza, reason)
	if invites.speaks_english(stanza) then return reply; end
	local api = invites.api();
	local id = type(reason) == "table" and reason.id or api.refusals[reason] and reason;
	if not api.i18n or not id then return reply; end
	local say, tag = stanza_language.to(stanza, api.i18n);
	local message = "refusal-"..id;
	local text = say(message);
	return text ~= message and stanza_language.translate(reply, text, tag) or reply;
end

return invites;
