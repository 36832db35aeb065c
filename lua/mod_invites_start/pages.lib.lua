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

local parts = templates.load { carried = "carried"; lifetime = "lifetime" }; -- of both forms
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

-- (rooms that may be offered, array of the JIDs that were ticked, or nil) → boxes to tick
local function boxes(offers, ticked)
	local is_ticked, list = set.new(ticked), {};
	for i, room in ipairs(offers) do list[i] = { number = i; id = room.id; name = room.name; is_ticked = is_ticked:contains(room.id) }; end
	return list;
end

-- (session, name of a form, what the ids of its fields begin with, lifetimes and rooms to choose from, values of the page) → what the form shows:
-- what was filled in if something was wrong with it, and where that is; carried = the fields of the message and the rooms as HTML, lifetime likewise
local function form(session, name, prefix, lifetimes, offers, values)
	local problem = session.problem and session.problem.form == name and session.problem;
	local shown = { user = ""; message = ""; note = ""; title = ""; is_open = problem; wrong = problem and { [problem.at] = true } or {} };
	for key, value in pairs(problem and session.filled or {}) do shown[key] = value; end
	local t, text, rooms = values.t, values.text, boxes(offers, shown.ticked);
	shown.carried = templates.fill(parts.carried.text, {
		t = t; text = text; id = prefix.."message"; wrong = shown.wrong; message = html_lines(shown.message); rooms = rooms;
		has_rooms = rooms[1] ~= nil;
	});
	local choices = {};
	for i, choice in ipairs(lifetimes) do
		local is_chosen = choice.is_default;
		if shown.lifetime then is_chosen = choice.value == shown.lifetime; end
		choices[i] = { value = choice.value; label = choice.label; is_chosen = is_chosen };
	end
	shown.lifetime = templates.fill(parts.lifetime.text, {
		t = t; text = text; id = prefix.."lifetime"; is_wrong = shown.wrong.lifetime; choices = choices;
	});
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
			local offers = (may_contact or may_invite) and invites.rooms.offers(session.username) or {};
			local make = form(session, "make", "", dialog:lifetimes(settings, unlimited, true), offers, values);
			local sheet = form(session, "sheet", "cards-", dialog:lifetimes(settings, unlimited, false), offers, values);
			sheet.is_open = sheet.is_open or not may_contact;
			make.for_contact = make.kind == "contact" or not may_invite;
			if may_invite and not unlimited then sheet.room = invites.room(session.username); end
			sheet.most = math.min(most_cards, math.max(sheet.room or most_cards, 1));
			sheet.count = sheet.count or ("%d"):format(math.min(usual_cards, sheet.most));
			sheet.room = sheet.room and sheet.room < most_cards and invites.i18n.format(tag, "start-sheet-room", { count = sheet.room });
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
