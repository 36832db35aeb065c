-- What the forms of the page do.
--
-- Returns { permissions; take = function (request, what was asked for, session or nil) → what has come of it }:
-- { code = of a refusal }, { problem = id of a text, user = address as it was typed, status } for the form to log in, or { cookie = header
-- Set-Cookie or nil, to_sheet = is the sheet to be shown now }; the session has the rest.

local async = require "util.async";

local invites = module:depends "invites";
local body = require_once "invites_web/http/body";
local log_in = require_once "login";
local option = require_once "invites_config/option";
local registers = require_once "invites_lib/provider".registers;
local csrf = require_once "invites_web/http/csrf";
local sessions = require_once "sessions";
local sheet = require_once "invites_web/page/sheet";
local web = require_once "invites_core".web;

local contacts_for_all = option "allow_contact_invites";

local by_name = {}; -- action → function (session, fields, tag of the language) → true: show the sheet

local function jid(session) return session.username.."@"..module.host; end

-- (session) → do their invites have the server's authority; may they make account invites; may they make contact invites
local function permissions(session)
	local unlimited = invites.is_admin(jid(session)) and true or false;
	return unlimited, registers() and (unlimited or invites.may_invite(session.username)), contacts_for_all or unlimited;
end

local function make(session, spec)
	spec.creator, spec.authority = session.username, permissions(session) and "server" or "user";
	spec.data = { source = jid(session); note = spec.note };
	return invites.make(spec);
end

local function refused(session, code)
	session.problem = web.refusals[code] and web.refusals[code].start or web.refusals["internal-server-error"].start;
end

function by_name.make(session, fields)
	local _, may_invite, may_contact = permissions(session);
	local for_newcomer = fields.kind == "contact-account";
	if not may_contact or for_newcomer and not may_invite then return refused(session, "not-allowed"); end
	local note;
	note, session.problem, session.count = web.note(fields.note or "");
	if session.problem then return; end
	local invite, code = make(session, { kind = for_newcomer and "contact-account" or "contact"; inviter = session.username; note = note });
	if not invite then return refused(session, code); end
	session.made = invite;
	session.news = for_newcomer and not invite.allow_registration and "start-made-contact-only" or nil;
end

-- Only what they have made themselves, whatever id was sent.
function by_name.revoke(session, fields)
	local invite, code = invites.info(fields.invite, session.username);
	if not invite and code == "internal-server-error" then return refused(session, code); end
	if not invite or invite.state ~= "pending" then
		session.problem = "error-not-revocable";
		return;
	end
	local done;
	done, code = invites.revoke(invite.id, session.username);
	if not done then return refused(session, code); end
	session.news = "start-revoked";
end

-- Invites are made one by one, since a quota may allow only some: the sheet shows those. They are plain account invites: somebody who gets a card
-- at an event does not become the creator's contact.
function by_name.sheet(session, fields, tag)
	local count;
	count, session.problem, session.count = web.card_count(fields.count or "");
	if session.problem then return; end
	local _, may_invite = permissions(session);
	if not may_invite then return refused(session, "not-allowed"); end
	local cards = {};
	for _ = 1, count do
		local invite, code = make(session, { kind = "account" });
		if not invite then
			refused(session, code);
			break;
		end
		table.insert(cards, sheet.card(invites, invite, tag));
		if async.ready() then async.sleep(0); end
	end
	if not cards[1] then return; end
	sessions.with_cards(session, table.concat(cards));
	return true;
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
	if csrf.is_foreign(http) then return { code = "form-foreign" }; end
	local fields, code = body.fields(http);
	if not fields then return { code = code }; end
	if fields.action == "login" then return begin(http, fields, asked.who.ip); end
	if not session then return { problem = "error-logged-out"; user = ""; status = 403 }; end
	if not sessions.accepts(session, fields.form_token) then return { code = "body-invalid" }; end
	if fields.action == "logout" then return { cookie = sessions.finish(http) }; end
	local act = by_name[fields.action];
	if not act then return { code = "body-invalid" }; end
	if not sessions.is_first(session, fields.once) then return { to_sheet = fields.action == "sheet" and session.cards ~= nil }; end -- pressed twice
	session.news, session.problem, session.count, session.made = nil, nil, nil, nil;
	return { to_sheet = act(session, fields, (invites.i18n.choose(asked.language, asked.accepted))) };
end

return actions;
