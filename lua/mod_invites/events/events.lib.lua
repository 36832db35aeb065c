-- The steps in the life of invites, for others to see: events for other modules, lines in the log, metrics, and entries for mod_audit.
--
-- Events on the host. `id` is the short id; tokens are only in `invite` and `validated`, which are tables of the API. What a handler returns
-- or changes has no effect, except for invite-created.
--
--   event              fields                                   when
--   invite-created     (the invite itself)                      before it is stored: handlers may change additional_data, landing_page,
--                                                               expires and reusable
--   invite-stored      id, kind, invite                         it is in the database
--   invite-checked     id, kind, validated                      somebody has shown its token, and it is good
--   invite-claimed     id, kind, validated, username            the use and the name are taken: the account is about to be made
--   invite-redeemed    id, kind, validated, creator (nil: none),  the use is counted: the account is there, the password reset, the contact added
--                      username (nil: unknown), settled          (settled, after a crash: the account was found, and nobody has given it anything)
--   invite-released    id, kind, validated, username            the attempt has ended without an account
--   invite-revoked     id, invite, by (username; nil: an admin) somebody took it back
--   invites-revoked    creators (array of usernames), count       all invites of these users were taken back at once
--   invite-extended    id, invite, expires, by                  it has another expiry
--   invite-labelled    id, invite, note (nil: none), by         it has another note
--   invite-refused     verb ("make", "check", "claim", "spend"), code, id (nil: no token), username      the answer was no
--   invites-forgotten  username, count                          so many contact and reset invites died with the account
--   invites-settled    redeemed, released                       registrations that nobody finished: so many had made an account, so many had not
--   invites-swept      count, seconds                           what was over for long was removed, and how long that took
--
-- `kind` is account, contact, contact-account or reset.
--
-- Returns { count_from_zero, tell, made, refused }.

local jid = require "util.jid";
local st = require "util.stanza";

local metrics = require_once "events/metrics";

local clean = require_once "invites_core".input.clean;

local longest = 2000; -- characters of an entry for mod_audit

local events = {};

local function by(who)
	return who and " by "..who or "";
end

-- event → what the log says of it
local lines = {
	["invite-redeemed"] = function (event)
		return "Invite %s was used (%s)%s", event.id, event.kind, by(event.username);
	end;
	["invite-revoked"] = function (event) return "Invite %s was revoked%s", event.id, by(event.by); end;
	["invites-revoked"] = function (event) return "%d invites of %s were revoked", event.count, table.concat(event.creators, ", "); end;
	["invite-extended"] = function (event)
		return "Invite %s is valid until %s now%s", event.id, os.date("!%Y-%m-%dT%H:%M:%SZ", event.expires), by(event.by);
	end;
	["invite-labelled"] = function (event) return "Invite %s has another note%s", event.id, by(event.by); end;
	["invites-forgotten"] = function (event) return "%d invites died with the account %s", event.count, event.username; end;
	["invites-settled"] = function (event)
		return "Unfinished registrations: %d had made an account, %d had not", event.redeemed, event.released;
	end;
};

-- A list of elements, as mod_audit walks through it today (ipairs), and as it did in 2023: "for _, child in list".
local elements = { __call = function (list, _, at) return next(list, at); end };

-- mod_audit, where it is loaded, gives each module the method :audit(JID or nil for the whole host, type, extra); it shows the text of a note.
local function audit(name, username, words)
	if not module.audit then return; end
	local about = setmetatable({ st.stanza("note", { xmlns = "xmpp:prosody.im/audit" }):text(clean(words, longest)) }, elements);
	local ok, err = pcall(module.audit, module, username and jid.join(username, module.host), name, { custom = about });
	if not ok then module:log("warn", "mod_audit did not take %s: %s", name, err); end
end

-- event → whose entry it is
local audited = {
	["invite-redeemed"] = function (event) return event.username; end;
	["invite-revoked"] = function (event) return event.by; end;
	["invites-revoked"] = function () return nil; end;
	["invite-extended"] = function (event) return event.by; end;
	["invite-labelled"] = function (event) return event.by; end;
	["invites-forgotten"] = function (event) return event.username; end;
};

-- event → counts it
local counted = {
	["invite-checked"] = function () metrics.checked:with_labels():add(1); end;
	["invite-claimed"] = function () metrics.claimed:with_labels():add(1); end;
	["invite-redeemed"] = function (event) metrics.redeemed:with_labels(event.kind):add(1); end;
	["invite-revoked"] = function () metrics.revoked:with_labels():add(1); end;
	["invites-revoked"] = function (event) metrics.revoked:with_labels():add(event.count); end;
	["invite-refused"] = function (event) metrics.refused:with_labels(event.code):add(1); end;
	["invites-swept"] = function (event)
		metrics.swept:with_labels():add(event.count);
		metrics.sweep:with_labels():sample(event.seconds);
	end;
};

local function fire(name, event)
	local ok, err = pcall(module.fire_event, module, name, event);
	if not ok then module:log("error", "A module failed on the event %s: %s", name, err); end
end

-- (table with the codes of all refusals): metrics that are not there until something happens can't be compared with what was before
function events.count_from_zero(codes)
	metrics.begin(codes);
end

-- (name of an event, its fields): makes it known
function events.tell(name, event)
	if counted[name] then counted[name](event); end
	if lines[name] then
		local words = string.format(lines[name](event));
		module:log("info", "%s", words);
		if audited[name] then audit(name, audited[name](event), words); end
	end
	fire(name, event);
end

-- (array of invites of one kind that were stored at once)
function events.made(invites)
	local first, count = invites[1], #invites;
	local words = count == 1 and ("Invite %s was made (%s)%s"):format(first.id, first.kind, by(first.creator))
		or ("%d invites were made (%s)%s"):format(count, first.kind, by(first.creator));
	metrics.created:with_labels(first.kind):add(count);
	module:log("info", "%s", words);
	audit("invite-stored", first.creator, words);
	for _, invite in ipairs(invites) do
		fire("invite-stored", { id = invite.id; kind = invite.kind; invite = invite });
	end
end

-- (what was asked for, code, short id or nil, username or nil) → nil, code
function events.refused(verb, code, id, username)
	events.tell("invite-refused", { verb = verb; code = code; id = id; username = username });
	return nil, code;
end

return events;
