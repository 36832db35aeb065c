-- The pages of this module, as invites_web/page/render takes them.

local invites = module:depends "invites";
local actions = require_once "actions";
local sessions = require_once "sessions";
local yield_points = require_once "mod_invites/jobs/yield_points";
local time_text = require_once "invites_core".time;
local kinds = require_once "invites_core".web.kinds;
local csrf = require_once "invites_web/http/csrf";

local most_listed = 50;
local most_pages = 20; -- of the database that are read for one list: a page ends early where the invites carry much data
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

-- (invite) → does it give neither roles, groups nor a new password? Then its link may be shown again.
local function is_plain(invite)
	local data = type(invite.additional_data) == "table" and invite.additional_data or {};
	return invite.kind ~= "reset" and not data.roles and not data.groups and not data.allow_reset;
end

-- (username, tag of the language) → array of their invites as the template has them, are there more?; or nil: they can't be looked up
local function list(username, tag)
	local found, cursor, looks, yield = {}, nil, 0, yield_points();
	repeat
		local some;
		some, cursor = invites.list("usable", username, cursor, most_listed, true);
		if not some then return nil; end
		for _, invite in ipairs(some) do table.insert(found, invite); end
		looks = looks + 1;
		yield();
	until not cursor or #found >= most_listed or looks == most_pages;
	local entries = {};
	for i, invite in ipairs(found) do
		local kind, note = invites.i18n.format(tag, kinds[invite.kind].listed), invite.note;
		entries[i] = {
			id = invite.id; what = note or kind; kind = note and kind or false; link = is_plain(invite) and invite.link or nil;
			valid = invites.i18n.format(tag, invite.valid_until and "start-valid-until" or "start-valid-always", {
				date = time_text.text(invite.valid_until);
			});
			ends_iso = time_text.iso(invite.valid_until); revoke = invites.i18n.format(tag, "start-revoke-this", { note = note or kind });
		};
	end
	return entries, cursor ~= nil;
end

-- (session) → page
function pages.start(session)
	local _, may_invite, may_contact = actions.permissions(session);
	local made = session.made;
	return {
		status = 200; template = "start"; is_wide = true;
		i18n = { heading = "start-heading"; news = session.news; problem = session.problem };
		told = { address = session.username.."@"..module.host; count = session.count };
		values = {
			form_token = session.form_token; once = sessions.number(session); may_invite = may_invite; may_make = may_contact;
			made = made and made.link; news = session.news; is_wrong = session.problem;
		};
		complete = function (values, tag)
			values.invites, values.has_more = list(session.username, tag);
			values.has_invites = values.invites and values.invites[1] ~= nil;
			values.is_lost = values.invites == nil;
		end;
	};
end

-- (session) → page
function pages.sheet(session)
	return { status = 200; template = "sheet"; i18n = {}; values = { cards = session.cards; style = false; back = true } };
end

return pages;
