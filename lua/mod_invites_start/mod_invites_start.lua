-- A page on which users make invites, if their client can't. They log in with address and password, make an invite or a sheet of cards, see their
-- unused invites and revoke them. mod_invites decides what they may make, as it does for clients.
--
--   GET  /invites_start             the form to log in, or the user's page
--   POST /invites_start             a form of that page: what to do is in its field `action`
--   GET  /invites_start/sheet       the cards that were just made
--   GET  /invites_start/qr.svg      the link that was just made as a QR code
--   GET  /invites_start/static/*    stylesheet, script, logo
--
-- Passwords and sessions are accepted over https or from this machine only. After each form the browser is redirected to the page, so that a reload
-- repeats nothing.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- nobody sends requests to prosodyctl

local urlencode = require "util.http".urlencode;

module:depends "http";
local invites = module:depends "invites";
assert(invites.i18n, "mod_invites_start needs the mod_invites that comes with it");

local error_page = require_once "invites_web/page/error_page";
local templates = require_once "invites_web/page/templates".load { login = "login"; start = "start" };
templates.sheet = require_once "invites_web/page/sheet".template;
local sessions = require_once "sessions";
local actions = require_once "actions";
local pages = require_once "pages";

local function forget(event)
	if type(event) == "table" and event.host == module.host then sessions.forget(event.username); end
end
for _, event in ipairs { "user-deleted"; "user-password-changed"; "user-disabled" } do module:hook_global(event, forget); end

local function start(_, http, session)
	return session and pages.start(session) or pages.login(http, {});
end

local function next_place(asked, to_sheet)
	local place = to_sheet and asked.below.."sheet" or asked.main;
	return asked.language and place.."?lang="..urlencode(asked.language) or place;
end

local function act(asked, http, session)
	local done = actions.take(http, asked, session);
	if done.code then return error_page(done.code); end
	if done.problem then return pages.login(http, done); end
	return { location = next_place(asked, done.to_sheet); cookie = done.cookie };
end

local function show_code(_, _, session)
	local made = session and session.made;
	return { picture = made and invites.qr(made.link, "svg") or false };
end

local function show_sheet(asked, http, session)
	return session and session.cards and pages.sheet(session) or start(asked, http, session);
end

local function with_session(make)
	return function (asked, http) return make(asked, http, sessions.of(http)); end;
end

module:provides("http", require_once "invites_web/http/site" {
	templates = templates; has_forms = true; is_private = true;
	paths = {
		[""] = { GET = with_session(start); POST = with_session(act) };
		["/sheet"] = { GET = with_session(show_sheet) };
		["/qr.svg"] = { GET = with_session(show_code) };
	};
});
