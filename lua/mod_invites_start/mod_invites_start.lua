-- A page on which users make invites: for those whose chat program can't. They log in with address and password, make an invite or a sheet of cards,
-- see those that were not used yet, and withdraw them. What they may make is decided by mod_invites, as it is for their chat programs.
--
--   GET  /invites_start             the form to log in, or the user's page
--   POST /invites_start             a form of that page: what to do is in its field `action`
--   GET  /invites_start/sheet       the cards that were just made
--   GET  /invites_start/qr.svg      the link that was just made as a QR code
--   GET  /invites_start/static/*    stylesheet, script, logo
--
-- Passwords and sessions travel encrypted alone: over https, or on this machine itself. After each form the browser is sent back to the page, so that
-- loading it anew repeats nothing.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- nobody sends requests to prosodyctl

-- Dependencies

local urlencode = require "util.http".urlencode;

module:depends "http";
local invites = module:depends "invites";
assert(invites.i18n, "mod_invites_start needs the mod_invites that comes with it");

local answer = require_once "invites_web/http/response" { has_forms = true };
local assets = require_once "invites_web/page/assets";
local error_page = require_once "invites_web/page/error_page";
local files = require_once "invites_web/page/files";
local is_private = require_once "invites_web/http/is_secure";
local sheet = require_once "invites_web/page/sheet";
local templates = files.templates { login = "login"; start = "start" };
templates.sheet = sheet.template;
local render = require_once "invites_web/page/render"(invites, assets, templates);
local request = require_once "invites_web/http/request";
local routes = require_once "invites_web/http/routes";
local sessions = require_once "sessions";
local actions = require_once "actions"(invites, sessions);
local pages = require_once "pages"(invites, actions, sessions);

-- Hooks

local function forget(event)
	if type(event) == "table" and event.host == module.host then sessions.forget(event.username); end
end
for _, event in ipairs { "user-deleted"; "user-password-changed"; "user-disabled" } do module:hook_global(event, forget); end

-- HTTP

-- (function (request, what was asked for, session or nil) → page, how many parts the path has below ours) → handler
local function show(make, depth)
	return function (event)
		local asked = request.read(event.request, depth);
		local page = not is_private(event.request) and error_page "not-encrypted" or make(event.request, asked, sessions.of(event.request));
		if page.location then return answer.moved(event.response, page); end
		return answer.page(event.response, page, render(asked, page));
	end;
end

local function start(http, asked, session)
	return session and pages.start(asked, session) or pages.login(http, asked, {});
end

-- Where the browser goes after a form: to the page, where the session tells what has come of it.
local function next_place(asked, to_sheet)
	local place = to_sheet and asked.below.."sheet" or asked.main;
	return asked.language and place.."?lang="..urlencode(asked.language) or place;
end

local function act(http, asked, session)
	local done = actions.take(http, asked, session);
	if done.code then return error_page(done.code); end
	if done.problem then return pages.login(http, asked, done); end
	return { status = 303; location = next_place(asked, done.to_sheet); cookie = done.cookie };
end

local function show_code(event)
	local session = is_private(event.request) and sessions.of(event.request);
	local made = session and session.made;
	return answer.picture(event.response, made and invites.qr(made.link, "svg"));
end

local function show_sheet(http, asked, session)
	return session and session.cards and pages.sheet(session) or start(http, asked, session);
end

module:provides("http", routes(answer, assets, {
	[""] = { GET = show(start, 0); POST = show(act, 0) };
	["/"] = { GET = show(start, 1); POST = show(act, 1) };
	["/sheet"] = { GET = show(show_sheet, 1) };
	["/qr.svg"] = { GET = show_code };
}));
