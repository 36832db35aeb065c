-- Invites in a form of a chat client: one line for each to choose from, and the whole of one.

local async = require "util.async";
local datetime = require "util.datetime";
local ellipsis = require "util.human.io".ellipsis;

local invites = module:depends "invites";
local answers = module:require "answers";
local nodes = module:require "nodes";

local listing = {};

local look = 100; -- invites that are looked at in one go: others get their turn in between
local page_size = 50; -- entries after which a page ends; with it end those that were looked at in the same go
local longest_note = 40; -- characters, in the line of an invite

local words = { claimed = "in use now"; redeemed = "used up"; revoked = "revoked"; expired = "expired" };

-- (invite) → its note in one line, or nil
function listing.note(invite)
	local note = invite.additional_data and invite.additional_data.note;
	return type(note) == "string" and note ~= "" and note:gsub("[%c%s]+", " ") or nil;
end

-- (invite) → what it is for
local function purpose(invite)
	if invite.kind == "reset" then return "new password for "..invite.jid; end
	if invite.kind ~= "account" then return invite.kind == "contact" and "contact" or "account and contact"; end
	return invite.jid == module.host and "account" or "account "..invite.jid;
end

-- (invite with its state) → what has become of it
local function state(invite)
	return words[invite.state] or answers.instant(invite.expires) and "until "..datetime.date(invite.expires) or "without end";
end

-- (invite) → how often it was used, or nil where that is what its state says
local function uses(invite)
	if invite.max_uses == 1 then return nil; end
	return invite.max_uses and ("used %d of %d times"):format(invite.uses, invite.max_uses) or ("used %d times"):format(invite.uses);
end

-- (invite; is it to be said who made it) → one line
local function line(invite, with_maker)
	local parts = { purpose(invite), state(invite) };
	table.insert(parts, uses(invite));
	if with_maker and invite.maker then table.insert(parts, "by "..invite.maker); end
	local note = listing.note(invite);
	return ("%s%s [%s]"):format(note and ellipsis(note, longest_note)..": " or "", table.concat(parts, ", "), invite.id);
end

-- (which as mod_invites lists, maker or nil, cursor or nil, is it to be said who made them) → options { value = id, label }, the newest first;
-- cursor of the next page, or nil; or nil, code
function listing.page(which, maker, cursor, with_maker)
	local options = {};
	repeat
		local some, next_cursor = invites.list(which, maker, cursor, look, true);
		if not some then return nil, next_cursor; end
		for _, invite in ipairs(some) do table.insert(options, { value = invite.id; label = line(invite, with_maker) }); end
		cursor = next_cursor;
		if cursor and async.ready() then async.sleep(0); end
	until not cursor or #options >= page_size;
	return options, cursor;
end

-- (invite with its state; what has just been done to it, or nil; is its link for this user) → answer with all about it
function listing.details(invite, news, with_link)
	local rows = answers.links(invite, not with_link);
	for _, row in ipairs {
		{ "purpose"; "What it is for"; purpose(invite) };
		{ "state"; "State"; words[invite.state] or "can be used" };
		{ "uses"; "Uses"; uses(invite) };
		{ "note"; "Note"; listing.note(invite) };
		{ "maker"; "Made by"; invite.maker and invite.maker.."@"..module.host };
		{ "created"; "Made at"; datetime.datetime(invite.created_at) };
		{ "id"; "Short name in lists and logs"; invite.id };
	} do
		table.insert(rows, row);
	end
	local warning = not with_link and "The link is left out, as the invite gives more than you may give" or nil;
	return { status = "completed"; info = news; warn = warning; result = answers.form(nodes.details, "Invite", rows) };
end

return listing;
