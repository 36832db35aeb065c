-- Invites in a form of a chat client: one line for each to choose from, and the whole of one.

local async = require "util.async";
local datetime = require "util.datetime";

local invites = module:depends "invites";
local answers = module:require "answers";
local nodes = module:require "nodes";

local listing = {};

local look = 100; -- invites that are looked at in one go: others get their turn in between
local page_size = 50; -- entries after which a page ends; with it end those that were looked at in the same go
local longest_note = 40; -- characters

local words = { claimed = "in use now"; redeemed = "used up"; revoked = "revoked"; expired = "expired" };
local rank = { pending = 1; claimed = 1 }; -- what can be used comes first

-- (text in UTF-8) → its beginning, where it is long
local function shortened(text)
	local characters = {};
	for character in text:gmatch("[%z\1-\127\194-\247][\128-\191]*") do
		if #characters == longest_note then
			table.insert(characters, "…");
			break;
		end
		table.insert(characters, character);
	end
	return table.concat(characters);
end

-- (invite) → its note in one line, or nil
function listing.note(invite)
	local note = invite.additional_data and invite.additional_data.note;
	return type(note) == "string" and note ~= "" and note:gsub("[%c%s]+", " ") or nil;
end

-- (invite) → what it is for
local function purpose(invite)
	if invite.additional_data and invite.additional_data.allow_reset then return "new password for "..invite.jid; end
	if invite.type == "roster" then return invite.allow_registration and "account and contact" or "contact"; end
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
	return ("%s%s [%s]"):format(note and shortened(note)..": " or "", table.concat(parts, ", "), invite.id);
end

-- (which as mod_invites lists, maker or nil, cursor or nil, is it to be said who made them) → options { value = id, label }, the newest first
-- among those that can be used and among the others; cursor of the next page, or nil; or nil, code
function listing.page(which, maker, cursor, with_maker)
	local found = {};
	repeat
		local some, next_cursor = invites.list(which, maker, cursor, look);
		if not some then return nil, next_cursor; end
		for _, invite in ipairs(some) do table.insert(found, invite); end
		cursor = next_cursor;
		if cursor and async.ready() then async.sleep(0); end
	until not cursor or #found >= page_size;
	table.sort(found, function (a, b)
		local rank_a, rank_b = rank[a.state] or 2, rank[b.state] or 2;
		if rank_a ~= rank_b then return rank_a < rank_b; end
		if a.created_at ~= b.created_at then return a.created_at > b.created_at; end
		return a.id < b.id;
	end);
	local options = {};
	for i, invite in ipairs(found) do
		options[i] = { value = invite.id; label = line(invite, with_maker) };
	end
	return options, cursor;
end

-- (invite with its state; what has just been done to it, or nil) → answer with all about it
function listing.details(invite, news)
	local rows = answers.links(invite);
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
	return { status = "completed"; info = news; result = answers.form(nodes.details, "Invite", rows) };
end

return listing;
