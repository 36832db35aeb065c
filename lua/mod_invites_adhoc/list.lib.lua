-- Invites in a form of a chat client: one line for each to choose from, and the whole of one.

local async = require "util.async";
local datetime = require "util.datetime";

local invites = module:depends "invites";
local answers = require_once "answers";
local nodes = require_once "nodes";

local clean = invites.input.clean;

local listing = {};

local look = 100; -- invites that are looked at in one go: others get their turn in between
local page_size = 50; -- entries after which a page ends; with it end those that were looked at in the same go
local longest_in_line = 40; -- characters of a note in the line of an invite

-- State of an invite that can't be used now → what it is called
local words = {
	claimed = "adhoc-state-claimed"; redeemed = "adhoc-state-redeemed"; revoked = "adhoc-state-revoked"; expired = "adhoc-state-expired";
};
-- Kind of an invite → what it is for
local purposes = { contact = "adhoc-purpose-contact"; ["contact-account"] = "adhoc-purpose-contact-account" };

-- (say, invite) → what it is for
local function purpose(say, invite)
	if invite.kind == "reset" then return say("adhoc-purpose-reset", { address = invite.jid }); end
	if invite.kind ~= "account" then return say(purposes[invite.kind] or purposes["contact-account"]); end
	return not invite.username and say "adhoc-purpose-account" or say("adhoc-purpose-account-named", { address = invite.jid });
end

-- (say, invite with its state) → what has become of it
local function state(say, invite)
	if words[invite.state] then return say(words[invite.state]); end
	if not invite.valid_until then return say "adhoc-without-end"; end
	return say("adhoc-state-until", { date = datetime.date(invite.valid_until) });
end

-- (say, invite) → how often it was used, or nil where that is what its state says
local function uses(say, invite)
	if invite.max_uses == 1 then return nil; end
	local count = invite.uses + 0.0; -- a text is told no integers beyond 32 bits
	return invite.max_uses and say("adhoc-used-of", { count = count; most = invite.max_uses + 0.0 }) or say("adhoc-used", { count = count });
end

-- (say; invite; is it to be said who made it) → one line
local function line(say, invite, with_creator)
	local parts = { purpose(say, invite), state(say, invite) };
	table.insert(parts, uses(say, invite));
	if with_creator and invite.creator then table.insert(parts, say("adhoc-made-by", { creator = invite.creator })); end
	local about, note = table.concat(parts, say "adhoc-comma"), invite.note;
	if not note then return say("adhoc-line", { about = about; id = invite.id }); end
	return say("adhoc-line-note", { about = about; id = invite.id; note = clean(note, longest_in_line) });
end

-- (say, which as mod_invites lists, creator or nil, cursor or nil, is it to be said who made them) → options { value = id, label }, the newest first;
-- cursor of the next page, or nil; or nil, code
function listing.page(say, which, creator, cursor, with_creator)
	local options = {};
	repeat
		local some, next_cursor = invites.list(which, creator, cursor, look, true);
		if not some then return nil, next_cursor; end
		for _, invite in ipairs(some) do table.insert(options, { value = invite.id; label = line(say, invite, with_creator) }); end
		cursor = next_cursor;
		if cursor and async.ready() then async.sleep(0); end
	until not cursor or #options >= page_size;
	return options, cursor;
end

-- (say; invite with its state; what has just been done to it, or nil; is its link for this user) → answer with all about it
function listing.details(say, invite, news, with_link)
	local rows = answers.links(say, invite, not with_link);
	for _, row in ipairs {
		{ "purpose"; say "adhoc-purpose"; purpose(say, invite) };
		{ "state"; say "adhoc-state"; say(words[invite.state] or "adhoc-state-usable") };
		{ "uses"; say "adhoc-uses"; uses(say, invite) };
		{ "note"; say "adhoc-note"; invite.note };
		{ "maker"; say "adhoc-maker"; invite.creator and invite.creator.."@"..module.host };
		{ "created"; say "adhoc-created-at"; datetime.datetime(invite.created_at) };
		{ "id"; say "adhoc-id"; invite.id };
	} do
		table.insert(rows, row);
	end
	local warning = not with_link and say "adhoc-link-left-out" or nil;
	return { status = "completed"; info = news; warn = warning; result = answers.form(nodes.details, say "adhoc-invite", rows) };
end

return listing;
