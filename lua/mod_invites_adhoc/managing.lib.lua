-- The commands that show invites and change them: one's own, and for admins all. Each is function (actor, request) → answer.
--
-- The steps: which invites (admins only); one of them, and what to do with it; what that needs to know. Hidden fields carry what was chosen
-- before, so that there is nothing to remember of clients that go away in the middle.

local hex = require "util.hex";
local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = module:require "access";
local answers = module:require "answers";
local choices = module:require "choices";
local forms = module:require "forms";
local listing = module:require "listing";

local managing = {};

-- Options that stand for no invite, among those that do: the next page (the beginning of it), and the list of all that are one's own
local next_page, all_of_them = "page:", "list:all";

local which_invites = {
	{ value = "usable"; label = "that can be used"; default = true };
	{ value = "pending"; label = "that can be used to make an account or set a password" };
	{ value = "used"; label = "that were used" };
	{ value = "all"; label = "all, also revoked and expired ones" };
};
local verbs = {
	{ value = "show"; label = "Show it, with its link"; default = true };
	{ value = "extend"; label = "Let it be valid for longer or shorter" };
	{ value = "label"; label = "Write a note on it" };
	{ value = "revoke"; label = "Revoke it: its link stops working" };
};

local find_form = {
	title = "Manage all invites"; instructions = "Which invites do you want to see?";
	{ name = "which"; type = "list-single"; label = "Invites"; options = which_invites };
	{ name = "user"; type = "jid-single"; label = "Only those made by this user" };
};

-- (may any lifetime be chosen) → layout of what a client may send back, in any step
local function everything(unlimited)
	return {
		{ name = "which"; type = "text-single"; label = "Invites"; options = which_invites };
		{ name = "user"; type = "jid-single"; label = "Only those made by this user" };
		{ name = "invite"; type = "text-single"; label = "Invite" };
		{ name = "action"; type = "text-single"; label = "What to do"; options = verbs };
		{ name = "lifetime"; type = "text-single"; label = "Valid for"; options = choices.lifetimes(unlimited) };
		{ name = "note"; type = "text-single"; label = "Note" };
		{ name = "step"; type = "hidden" };
	};
end

-- (title; which invites; username of their maker or nil; value of the option for a page, or nil; is it to be said who made them; hidden fields;
-- option that leads to all of them, or nil) → answer that asks for an invite, and what to do with it
local function list(title, which, maker, page, with_maker, hidden, further)
	local cursor = page and hex.decode(page:sub(#next_page + 1));
	local options, next_cursor = listing.page(which, maker, cursor, with_maker);
	if not options then return answers.refused(next_cursor); end
	if next_cursor then table.insert(options, { value = next_page..hex.encode(next_cursor); label = "… (more invites)" }); end
	if further and options[1] then
		table.insert(options, further);
	elseif further and not page then
		return list(title, "all", maker, nil, with_maker, { which = "all" });
	end
	if not options[1] then return { status = "completed"; info = page and "There are no more invites" or "There are no such invites" }; end
	local form = {
		title = title; instructions = "Choose an invite, and what to do with it.";
		{ name = "invite"; type = "list-single"; required = true; label = "Invite"; options = options };
		{ name = "action"; type = "list-single"; required = true; label = "What to do"; options = verbs };
	};
	for name, value in pairs(hidden) do
		table.insert(form, { name = name; type = "hidden"; value = value });
	end
	return answers.ask(form, "next");
end

-- (what to do, id of the invite, instructions, field for what it needs) → answer
local function ask(verb, id, instructions, field)
	return answers.ask({
		title = "Invite "..id; instructions = instructions;
		{ name = "invite"; type = "hidden"; value = id };
		{ name = "action"; type = "hidden"; value = verb };
		{ name = "step"; type = "hidden"; value = "last" };
		field;
	}, "complete");
end

-- (id, maker or nil) → invite with its state, or nil, code. What others made does not exist for somebody who may only see their own.
local function find(id, maker)
	local invite, code = invites.info(id);
	if not invite then return nil, code; end
	if maker and invite.maker ~= maker then return nil, "token-invalid"; end
	return invite;
end

-- (actor, id, maker or nil, what has been done to it) → answer with the invite as it is now. The link only for those who may give what it gives: they
-- could make such an invite themselves.
local function show(actor, id, maker, news)
	local invite, code = find(id, maker);
	if not invite then return answers.refused(code); end
	return listing.details(invite, news, access.give(actor, invite));
end

-- verb → function (actor, id, fields, username of whoever must have made it or nil, may any lifetime be chosen) → answer
local perform = {};

function perform.show(actor, id, _, maker)
	return show(actor, id, maker);
end

function perform.extend(actor, id, fields, maker, unlimited)
	local invite, code = find(id, maker);
	if not invite then return answers.refused(code); end
	if not access.give(actor, invite) then return answers.forbidden("You can't extend an invite that gives more than you may give"); end
	-- It stands on the server's authority, and would go on whatever becomes of its maker's right: made by somebody who was an admin, or by a program.
	if not unlimited and not invite.own_right then return answers.forbidden("Only an admin can let this invite be valid for longer"); end
	if not fields.lifetime then
		return ask("extend", id, "Counted from now.", {
			name = "lifetime"; type = "list-single"; required = true; label = "Valid for"; options = choices.lifetimes(unlimited);
		});
	end
	local expires, refused = invites.extend(id, choices.seconds(fields.lifetime), not unlimited and maker or nil);
	if not expires then return answers.refused(refused); end
	return show(actor, id, maker, "The invite is valid until another time now");
end

function perform.label(actor, id, fields, maker)
	local invite, code = find(id, maker);
	if not invite then return answers.refused(code); end
	if not fields.note and fields.step ~= "last" then
		return ask("label", id, "Whoever made the invite and admins can see it. Leave it empty to remove it.", {
			name = "note"; type = "text-single"; label = "Note"; value = listing.note(invite);
		});
	end
	local done, refused = invites.label(id, fields.note, maker);
	if not done then return answers.refused(refused); end
	return show(actor, id, maker, fields.note and "The note is written" or "The note is removed");
end

function perform.revoke(_, id, _, maker)
	local done, code = invites.revoke(id, maker);
	if not done then return answers.refused(code); end
	return { status = "completed"; info = "The invite is revoked" };
end

-- (values of a form) → is a page of the list to be shown
local function asks_for_page(fields)
	return not fields.invite or fields.invite == all_of_them or fields.invite:sub(1, #next_page) == next_page;
end

function managing.own(actor, request)
	local unlimited = access.unlimited(actor);
	local fields, err = forms.read(everything(unlimited), request.form);
	if not fields then return answers.bad_request(err); end
	if not asks_for_page(fields) then return perform[fields.action or "show"](actor, fields.invite, fields, actor.username, unlimited); end
	if fields.invite == all_of_them then fields.which, fields.invite = "all", nil; end
	local which = fields.which or "usable";
	local further = which ~= "all" and { value = all_of_them; label = "… (all, also those that were used or are over)" } or nil;
	return list("My invites", which, actor.username, fields.invite, false, { which = which }, further);
end

function managing.all(actor, request)
	if not forms.submitted(request) then return answers.ask(find_form, "next"); end
	local fields, err = forms.read(everything(true), request.form);
	if not fields then return answers.bad_request(err); end
	if not asks_for_page(fields) then return perform[fields.action or "show"](actor, fields.invite, fields, nil, true); end

	local username, host = split_jid(fields.user);
	if fields.user and (not username or host ~= module.host) then
		return answers.bad_request("Give the whole address of a user, such as juliet@"..module.host);
	end
	local which = fields.which or "usable";
	return list("All invites", which, username, fields.invite, true, { which = which; user = fields.user });
end

return managing;
