-- The unused invites of a user, as the page lists them: the cards of a sheet as one entry.

local invites = module:depends "invites";
local yield_points = require_once "mod_invites/jobs/yield_points";
local time_text = require_once "invites_core".time;
local kinds = require_once "invites_core".web.kinds;

local most_listed = 50; -- entries
local most_pages, page = 20, 100; -- of the database that are read for one list, and invites in each: one ends early where they carry much data

local listed = {};

-- (invite) → does it give neither roles, groups, a new password nor a name with power? Then its link may be shown again.
local function is_plain(invite)
	local data = type(invite.additional_data) == "table" and invite.additional_data or {};
	return invite.kind ~= "reset" and not data.roles and not data.groups and not data.allow_reset
		and not (invite.username and invites.is_privileged(invite.username));
end

-- (username, function (invite) → true to stop, called for each, the newest first; function (invite with which a page ends) → is what came so far not
-- enough, however much that is? or nil) → is there more? nil: they can't be looked up
local function visit(username, take, lacks)
	local looks, yield, cursor = 0, yield_points(), nil;
	repeat
		local some;
		some, cursor = invites.list("usable", username, cursor, page, true);
		if not some then return nil; end
		for _, invite in ipairs(some) do
			if take(invite) then return true; end
		end
		looks = looks + 1;
		yield();
	until not cursor or looks >= most_pages and not (lacks and some[1] and lacks(some[#some]));
	return cursor ~= nil;
end

-- (username, id of a sheet) → array of its cards that can still be used and be shown, by number; nil: they can't be looked up. Then: are there so
-- many newer invites that those of the sheet, if it has any left, were not reached?
function listed.cards(username, sheet)
	local cards, created = {}, nil;
	local is_read = visit(username, function (invite)
		if not (invite.card and invite.card.sheet == sheet) then return; end
		created = invite.created_at; -- of all its cards, since they were made at once
		if invite.state == "pending" and invite.link and is_plain(invite) then table.insert(cards, invite); end
	end, function (last) return created and last.created_at >= created; end);
	if is_read == nil then return nil; end
	table.sort(cards, function (one, other) return one.card.number < other.card.number; end);
	return cards, is_read and not created;
end

-- (username, tag of the language) → array of their invites as the template has them, are there more?; or nil: they can't be looked up
function listed.entries(username, tag)
	local function say(id, told) return invites.i18n.format(tag, id, told); end
	local entries, sheets, latest, is_full = {}, {}, nil, false;
	local has_more = visit(username, function (invite)
		local card, link = invite.card, is_plain(invite) and invite.link or nil;
		local entry = card and sheets[card.sheet];
		if entry then
			entry.left, entry.can_print, latest = entry.left + 1, entry.can_print or link ~= nil, entry;
			return false;
		end
		is_full = #entries == most_listed;
		if is_full then return true; end
		local kind, note = say(kinds[invite.kind].listed), invite.note;
		entry = {
			what = note or kind; kind = note and kind or false;
			valid = say(invite.valid_until and "start-valid-until" or "start-valid-always", { date = invites.i18n.moment(tag, invite.valid_until) });
			ends_iso = time_text.iso(invite.valid_until);
		};
		if card then
			entry.what = card.title or say "start-cards";
			entry.sheet, entry.left, entry.of, entry.can_print = card.sheet, 1, card.of, link ~= nil;
			sheets[card.sheet] = entry;
		else
			entry.id, entry.link = invite.id, link;
		end
		table.insert(entries, entry);
		latest = entry;
	end);
	if has_more == nil then return nil; end
	for _, entry in ipairs(entries) do
		local is_cut = has_more and not is_full and entry == latest; -- nobody knows how many more cards it has
		if entry.sheet and not is_cut then entry.kind = say("start-sheet-left", { left = entry.left; most = entry.of }); end
		entry.revoke = say("start-revoke-this", { note = entry.what });
		entry.copy, entry.share = say("start-copy-this", { note = entry.what }), say("start-share-this", { note = entry.what });
	end
	return entries, has_more;
end

return listed;
