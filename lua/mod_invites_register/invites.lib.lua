-- mod_invites, as the files of this module reach it: looked up for each question, because it can be reloaded between two stanzas.

local errors = require "util.error";
local modulemanager = require "core.modulemanager";

local stanza_language = require_once "invites_lib/stanza_language";

-- Said while nobody can be asked for a translation.
local closed = { type = "wait", condition = "internal-server-error", text = "Invitations cannot be checked at the moment" };

-- () → environment of mod_invites; nil if it is not there, or is another module of that name, whose invites can't be claimed
local function loaded()
	local invites = modulemanager.get_module(module.host, "invites");
	return invites and invites.claim and invites;
end

-- (name of a function of mod_invites, its arguments) → what it returns; nil, code if it refuses or is not there to be asked
local function ask(name, ...)
	local invites = loaded();
	if not invites then return nil, "internal-server-error"; end
	return invites[name](...);
end

-- (refusal code, or { type, condition, text, id } of a refusal of this module's own) → { type, condition, text } for the client
local function words(reason)
	if type(reason) == "table" then return reason; end
	local invites = loaded();
	return invites and invites.refusals[reason] or closed;
end

-- (the same) → util.error object, for events and their readers
local function refusal(reason)
	local template = words(reason);
	return errors.new(template, { reason = type(reason) == "table" and template.text or reason }, nil, module.name);
end

-- (stanza) → is English the language for its answer
local function speaks_english(stanza)
	return stanza_language.language(stanza) == nil;
end

-- (error reply to this stanza, of nobody else's; the same reason) → the same reply, in the language of the stanza
local function translate(reply, stanza, reason)
	local invites = stanza_language.language(stanza) and loaded();
	local id = type(reason) == "table" and reason.id or invites and invites.refusals[reason] and reason;
	if not invites or not id then return reply; end
	local say, tag = stanza_language.to(stanza, invites.i18n);
	local message = "refusal-"..id;
	local text = say(message);
	return text ~= message and stanza_language.translate(reply, text, tag) or reply;
end

return { ask = ask, loaded = loaded, refusal = refusal, speaks_english = speaks_english, translate = translate, words = words };
