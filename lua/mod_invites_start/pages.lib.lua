-- The pages of this module, as invites_web/page/render takes them.

local set = require "util.set";

local invites = module:depends "invites";
local actions = require_once "actions";
local listed = require_once "listed";
local sessions = require_once "sessions";
local csrf = require_once "invites_web/http/csrf";
local templates = require_once "invites_web/page/templates";
local web = require_once "invites_core".web;
local html_lines, most_cards = web.html_lines, web.most_cards;

local lifetime = templates.load({ lifetime = "lifetime" }).lifetime.text;
local settings = invites.require_once "settings";

local usual_cards = 10;
local pause = 60; -- seconds in Retry-After

local pages = {};

-- (request, { problem = id of a text, user = address as it was typed, status, once_more = see csrf }, each of which may be
-- nil) → page
function pages.login(http, filled)
	local set_cookie, token = csrf.issue(http, filled.once_more);
	return {
		status = filled.status or 200; template = "login"; retry_after = filled.status == 429 and pause or nil; cookie = set_cookie;
		i18n = { heading = "start-heading"; lead = "start-lead"; problem = filled.problem };
		values = { form_token = token; user = filled.user or ""; is_wrong = filled.problem };
	};
end

-- (session, name of a form, id of its field for the lifetime, lifetimes to choose from, values of the page) → what the form shows: what was filled in
-- if something was wrong with it, and where that is; lifetime = that field as HTML
local function form(session, name, id, lifetimes, values)
	local problem = session.problem and session.problem.form == name and session.problem;
	local shown = { user = ""; message = ""; note = ""; title = ""; is_open = problem; wrong = problem and { [problem.at] = true } or {} };
	for key, value in pairs(problem and session.filled or {}) do shown[key] = value; end
	shown.message = html_lines(shown.message);
	local choices = {};
	for i, choice in ipairs(lifetimes) do
		local is_chosen = choice.is_default;
		if shown.lifetime then is_chosen = choice.value == shown.lifetime; end
		choices[i] = { value = choice.value; label = choice.label; is_chosen = is_chosen };
	end
	shown.lifetime = templates.fill(lifetime, { t = values.t; text = values.text; id = id; is_wrong = shown.wrong.lifetime; choices = choices });
	return shown;
end

-- (session) → page
function pages.start(session)
	local unlimited, may_invite, may_contact = actions.permissions(session);
	local made, problem, news = session.made, session.problem, session.news or {};
	local has_form = { make = may_contact; sheet = may_invite };
	return {
		status = 200; template = "start"; is_wide = true;
		i18n = { heading = "start-heading"; news = news.text; problem = problem and problem.text };
		told = { address = session.username.."@"..module.host; count = problem and problem.count or news.count };
		values = {
			form_token = session.form_token; once = sessions.number(session); may_invite = may_invite; may_make = may_contact;
			may_any = may_contact or may_invite;
			made = made and made.link; news = news.text; is_wrong = problem and not has_form[problem.form];
		};
		complete = function (values, tag)
			local dialog = invites.i18n.dialog(tag);
			local make = form(session, "make", "lifetime", dialog:lifetimes(settings, unlimited, true), values);
			local sheet = form(session, "sheet", "cards-lifetime", dialog:lifetimes(settings, unlimited, false), values);
			sheet.is_open = sheet.is_open or not may_contact;
			make.for_contact = make.kind == "contact" or not may_invite;
			if may_invite and not unlimited then sheet.room = invites.room(session.username); end
			sheet.most = math.min(most_cards, math.max(sheet.room or most_cards, 1));
			sheet.count = sheet.count or ("%d"):format(math.min(usual_cards, sheet.most));
			sheet.room = sheet.room and sheet.room < most_cards and invites.i18n.format(tag, "start-sheet-room", { count = sheet.room });
			local is_ticked = set.new(make.ticked);
			make.rooms = may_contact and invites.rooms.offers(session.username) or {};
			for i, room in ipairs(make.rooms) do room.number, room.is_ticked = i, is_ticked:contains(room.id); end
			make.has_rooms = make.rooms[1] ~= nil;
			values.make, values.sheet = make, sheet;
			values.invites, values.has_more = listed.entries(session.username, tag);
			values.has_invites = values.invites and values.invites[1] ~= nil;
			values.is_lost = values.invites == nil;
		end;
	};
end

-- (session) → page
function pages.sheet(session)
	return { status = 200; template = "sheet"; i18n = {}; values = { cards = session.cards; file = false; back = true } };
end

return pages;
