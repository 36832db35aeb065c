-- One registration: admitted through an invite, then either completed or settled.

local filters = require "util.filters";
local saslprep = require "util.encodings".stringprep.saslprep;
local st = require "util.stanza";

local form = require_once "form";
local invites = require_once "invites";
local provider = require_once "invites_lib/provider";
local promises = require_once "promises";

local registration = {};

local not_invited = {
	type = "modify", condition = "not-acceptable", text = "Registration on this server is through invitation only", id = "not-invited";
};
local bad_password = { type = "modify", condition = "not-acceptable", text = "This password cannot be used", id = "password-unusable" };

-- Both survive a reload of this module during a registration, and hold no entry that nobody else holds.
local attempts = module:shared("attempts-cache"); -- session → { claimed = validated invite, refused = why }, while its registration stanza is handled
local claims = module:shared("claims-cache"); -- validated invite → name that it was claimed for

-- (event) → the validated invite of this registration, or nil
-- A closed stream has lost its fields, so the attempt comes before the session.
local function presented(event)
	local attempt = attempts[event.session or false];
	return event.validated_invite or attempt and attempt.claimed or event.session and event.session.validated_invite;
end

-- (validated invite, username, session or nil) → true, or nil, code
function registration.claim(validated, username, session)
	local ok, code = invites.api().claim(validated, username);
	if not ok then return nil, code; end
	claims[validated] = username;
	local attempt = attempts[session or false];
	if attempt then attempt.claimed = validated; end
	return true;
end

-- (validated invite): its registration or reset has failed, or the outcome is unknown
function registration.settle(validated)
	local settled, code = invites.api().settle(validated);
	if not settled then module:log("warn", "The claim of a registration that failed stays open for now: %s", code); end
end

-- (password of the client) → true, or nil, refusal
-- Prosody would create the account and then fail to set such a password (RFC 4013: SASLprep).
function registration.check_password(password)
	if type(password) ~= "string" or password == "" or not saslprep(password) then return nil, bad_password; end
	return true;
end

local function check(event, invite_only)
	if event.password ~= nil then
		local ok, refusal = registration.check_password(event.password);
		if not ok then return nil, refusal; end
	end
	if not provider.creates(event.host or module.host) then return nil, "managed-elsewhere"; end
	local api, is_loaded = invites.api();
	if not is_loaded then return nil, "internal-server-error"; end
	local validated = presented(event);
	if not validated then
		if invite_only then return nil, not_invited; end
		return api.open_name(event.username);
	end
	local ok, code = registration.claim(validated, event.username, event.session);
	if not ok then return nil, code; end
	local data = validated.additional_data;
	event.validated_invite = validated;
	event.allow_reset = data and data.allow_reset;
	event.role = event.role and (promises.roles(data) or {})[1] or event.role; -- on 13.0: made with this role, the account never has another one
	return true;
end

-- (event "user-registering" that all other handlers have allowed, invite only?)
-- The event stays allowed, and its invite (if any) is claimed; or it gets the refusal.
function registration.on_registering(event, invite_only)
	local ok, reason = check(event, invite_only);
	if ok then return; end
	local err = invites.refusal(reason);
	local log = event.session and event.session.log or module._log;
	log("debug", "Registration of %s refused: %s", event.username, err.context.reason);
	local attempt = attempts[event.session or false];
	if attempt then attempt.refused = reason; end
	event.allowed, event.error = false, err;
	event.reason, event.error_type, event.error_condition = err.text, err.type, err.condition;
end

-- (event "user-registered" or "user-password-reset") → the validated invite, or nil if there is none or it is worthless
function registration.redeem(event)
	local validated = presented(event);
	if not validated then return; end
	local claimed = claims[validated];
	if not claimed then
		module:log("error", "The invite of %s was not claimed: what registered this account did not fire user-registering", event.username);
	end
	local ok, code = invites.api().redeem(validated, event.username);
	if not ok then
		module:log("error", "The invite of %s could not be redeemed: %s", event.username, code);
		return claimed and validated or nil; -- what was claimed is settled later, and was valid
	end
	local attempt = attempts[event.session or false];
	if attempt and attempt.claimed == validated then attempt.claimed = nil; end
	event.validated_invite = validated; -- for the handlers that follow, should the stream be closed meanwhile
	return validated;
end

-- (name of an event, event): fires it after the fact, so a failing handler must not undo anything
function registration.announce(name, event)
	local ok, err = xpcall(function () module:fire_event(name, event); end, debug.traceback);
	if not ok then module:log("error", "A module failed on %s of %s: %s", name, event.username, err); end
end

-- (event "user-registered", invite only?): redeems the invite, and gives the account what it promises
function registration.on_registered(event, invite_only)
	local username = event.username;
	if invite_only and not presented(event) then
		module:log("error", "%s was registered without an invite by %s", username, event.source or "an unknown module");
	end
	local validated = registration.redeem(event);
	if validated then promises.give(username, validated); end
end

-- (request stanza, attempt, bound name of the invite, or nil) → filter for the session's outgoing stanzas, or nil if the reply stays as
-- mod_register_ibr sends it. The filter fills in the name, and translates our refusal: the event has it in English, for modules and logs.
local function adapted(request, attempt, bound_name)
	if not bound_name and invites.speaks_english(request) then return nil; end
	return function (stanza)
		local attr = stanza.attr;
		if stanza.name ~= "iq" or attr.id ~= request.attr.id then return stanza; end
		if bound_name and attr.type == "result" then return form.prefilled(stanza, bound_name); end
		if attempt.refused and attr.type == "error" then return invites.translate(st.clone(stanza), request, attempt.refused); end
		return stanza;
	end;
end

-- A wrapper around the handlers of a registration stanza (XEP-0077), which sees every way in which it can end.
function registration.wrap_registration(handlers, name, event)
	local session, stanza = event.origin, event.stanza;
	local validated = session.validated_invite;
	local bound_name = validated and validated.type == "register" and validated.username; -- else it names the inviter
	local attempt = {};
	attempts[session] = attempt;
	local filter = adapted(stanza, attempt, bound_name);
	if filter then filters.add_filter(session, "stanzas/out", filter); end

	local ok, answer = xpcall(handlers, debug.traceback, name, event); -- handlers may wait for a provider: unlike in Lua 5.1, they can from here

	if filter then filters.remove_filter(session, "stanzas/out", filter); end
	attempts[session] = nil;
	if attempt.claimed then registration.settle(attempt.claimed); end
	if not ok then error(answer, 0); end
	return answer;
end

return registration;
