-- What the forms of the page do.
--
-- Returns { permissions; take = function (request, what was asked for, session or nil) → what has come of it }:
-- { code = of a refusal }, { problem = id of a text, user = address as it was typed, status } for the form to log in, or { cookie = header
-- Set-Cookie or nil, to_sheet = is the sheet to be shown now }; the session has the rest.

local async = require "util.async";
local new_id = require "util.id".medium;
local nodeprep = require "util.encodings".stringprep.nodeprep;

local invites = module:depends "invites";
local log_in = require_once "login";
local option = require_once "invites_config/option";
local registers = require_once "invites_lib/provider".registers;
local csrf = require_once "invites_web/http/csrf";
local listed = require_once "listed";
local sessions = require_once "sessions";
local sheet = require_once "invites_web/page/sheet";
local web = require_once "invites_core".web;

local contacts_for_all = option "allow_contact_invites";

local most_kept = 2000; -- bytes of a field that is shown again

local by_name = {}; -- action → function (session, fields, tag of the language) → true: show the sheet

local function jid(session) return session.username.."@"..module.host; end

-- (session) → do their invites have the server's authority; may they make account invites; may they make contact invites
local function permissions(session)
	local unlimited = invites.is_admin(jid(session)) and true or false;
	return unlimited, registers() and (unlimited or invites.may_invite(session.username)), contacts_for_all or unlimited;
end

-- (session, spec of mod_invites.make, with its note and message; tag of the user's language) → the same on the user's authority
local function own(session, spec, tag)
	spec.creator, spec.authority = session.username, permissions(session) and "server" or "user";
	spec.data = { source = jid(session); note = spec.note; message = spec.message; rooms = spec.rooms; language = tag ~= "en" and tag or nil };
	spec.note, spec.message, spec.rooms = nil, nil, nil;
	return spec;
end

local most_rooms = 100; -- boxes to tick in the form

-- (fields) → array of the rooms that were ticked, or nil
local function ticked(fields)
	local rooms = {};
	for i = 1, most_rooms do table.insert(rooms, fields["room-"..i]); end
	return rooms[1] and rooms or nil;
end

-- (session, code, field that it is about if it is about none of its own)
local function refused(session, code, at)
	local row = web.refusals[code];
	if not (row and row.start) then row = web.refusals["internal-server-error"]; end
	session.problem = { text = row.start; at = row.field or at or "form" };
end

-- (session, name of a field, function that reads what was typed, fields) → value or nil. The first field that can't be read is the problem.
local function read(session, name, reader, fields)
	local value, problem, count = reader(fields[name] or "");
	if problem and not session.problem then session.problem = { text = problem; at = name; count = count }; end
	return value;
end

-- (what was typed) → the name to which the invite is bound, or nil: none; or nil, id of a text
local function bound_name(typed)
	if not typed:find("%S") then return nil; end
	local name = web.wanted_name(typed, module.host);
	local problem = web.name_problem(name, name and nodeprep(name, true), true);
	if not problem and invites.is_privileged(name) then problem = web.refusals["username-reserved"].start; end
	return name, problem;
end

function by_name.make(session, fields, tag)
	local _, may_invite, may_contact = permissions(session);
	local for_newcomer = fields.kind == "contact-account";
	if not may_contact or for_newcomer and not may_invite then return refused(session, "not-allowed"); end
	local username = for_newcomer and read(session, "user", bound_name, fields) or nil;
	local message, note = read(session, "message", web.message, fields), read(session, "note", web.note, fields);
	local ttl = read(session, "lifetime", web.lifetime, fields);
	if session.problem then return; end
	local kind = username and "account" or for_newcomer and "contact-account" or "contact";
	local spec = {
		kind = kind; username = username; inviter = session.username; ttl = ttl; note = note; message = message; rooms = ticked(fields);
	};
	local invite, code = invites.make(own(session, spec, tag));
	if not invite then return refused(session, code); end
	session.made = invite;
	if for_newcomer and not invite.allow_registration then session.news = { text = "start-made-contact-only" }; end
end

-- Only what they have made themselves, whatever id was sent.
local function revoke(session, id)
	local invite, code = invites.info(id, session.username);
	if not invite and (code == "internal-server-error" or code == "busy") then return nil, code; end
	if invite and invite.state == "revoked" then return 1; end -- pressed twice
	if not invite or invite.state ~= "pending" then return 0; end
	local done;
	done, code = invites.revoke(invite.id, session.username);
	return done and 1, code;
end

function by_name.revoke(session, fields)
	local count, code;
	if fields.sheet then
		count, code = invites.revoke_sheet(session.username, fields.sheet);
	else
		count, code = revoke(session, fields.invite);
	end
	if not count then return refused(session, code); end
	if count == 0 then
		session.problem = { text = "error-not-revocable"; at = "form" };
		return;
	end
	session.news = { text = fields.sheet and "start-revoked-cards" or "start-revoked"; count = count };
end

-- (session, invites, tag of the language) → true: show them as cards
local function print_cards(session, cards, tag)
	local html = {};
	for i, invite in ipairs(cards) do
		html[i] = sheet.card(invites, invite, tag);
		if async.ready() then async.sleep(0); end
	end
	sessions.with_cards(session, table.concat(html));
	return true;
end

-- They are plain account invites: somebody who gets a card at an event does not become the creator's contact.
function by_name.sheet(session, fields, tag)
	local title, ttl = read(session, "title", web.title, fields), read(session, "lifetime", web.lifetime, fields);
	local count = read(session, "count", web.card_count, fields);
	if session.problem then return; end
	local _, may_invite = permissions(session);
	if not may_invite then return refused(session, "not-allowed"); end
	local spec = own(session, { kind = "account"; ttl = ttl; note = title }, tag);
	spec.data.sheet = { id = new_id(); title = title; of = count; number = 1 };
	local cards, code = invites.make_many(spec, count);
	if not cards then return refused(session, code, "count"); end
	return print_cards(session, cards, tag);
end

-- Prints the cards that are left once more.
function by_name.print(session, fields, tag)
	local cards, is_buried = listed.cards(session.username, fields.sheet);
	if not cards then return refused(session, "internal-server-error"); end
	if cards[1] then return print_cards(session, cards, tag); end
	session.problem = { text = is_buried and "start-list-more" or "error-no-cards"; at = "form" };
end

-- (action, session, fields) keeps what was filled in beside what is wrong with it; of an entry of the list, nothing
local function keep(action, session, fields)
	session.filled = nil;
	if not session.problem or action ~= "make" and action ~= "sheet" then return; end
	session.problem.form, session.filled = action, {};
	for _, name in ipairs { "kind"; "user"; "message"; "note"; "lifetime"; "title"; "count" } do
		session.filled[name] = fields[name] and fields[name]:sub(1, most_kept);
	end
	session.filled.ticked = ticked(fields);
end

local actions = { permissions = permissions };

local function begin(http, fields, ip)
	local user = fields.user or "";
	if not csrf.accepts(http, fields.form_token) then
		return { problem = csrf.advice(fields.form_token); user = user; status = 403; once_more = true };
	end
	local username, problem = log_in(user, fields.password or "", ip);
	if not username then return { problem = problem; user = user; status = problem == "error-login" and 403 or 429 }; end
	local _, cookie = sessions.begin(http, username);
	module:log("info", "%s logged in on the page for invites, from %s", username, ip);
	return { cookie = cookie };
end

function actions.take(http, asked, session)
	local fields, code = csrf.fields(http);
	if not fields then return { code = code }; end
	if fields.action == "login" then return begin(http, fields, asked.who.ip); end
	if not session then return { problem = "error-logged-out"; user = ""; status = 403 }; end
	if not sessions.accepts(session, fields.form_token) then return { code = "body-invalid" }; end
	if fields.action == "logout" then return { cookie = sessions.finish(http) }; end
	local act = by_name[fields.action];
	if not act then return { code = "body-invalid" }; end
	if not sessions.is_first(session, fields.once) then return { to_sheet = fields.action == "sheet" and session.cards ~= nil }; end -- pressed twice
	session.news, session.problem, session.made = nil, nil, nil;
	local to_sheet = act(session, fields, (invites.i18n.choose(asked.language, asked.accepted)));
	if not to_sheet then keep(fields.action, session, fields); end -- while cards were made, another form may have been submitted
	return { to_sheet = to_sheet };
end

return actions;
