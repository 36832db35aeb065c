-- The commands that show invites and change them: one's own, and for admins all. Each is function (actor, request) → answer.
--
-- The steps: which invites (admins only); one of them, and what to do with it; what that needs to know. Hidden fields carry what was chosen
-- before, so that there is nothing to remember of clients that go away in the middle.

local async = require "util.async";
local cache = require "util.cache";
local new_throttle = require "util.throttle".create;
local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = require_once "access";
local answers = require_once "answers";
local choices = require_once "choices";
local forms = require_once "forms";
local listing = require_once "list";

local managing = {};

-- Each change is written to the disk, and the server waits for that. A user who makes more of them in a row has to wait in between.
local changes_in_a_row, in_seconds, most_known = 20, 5, 10000;
local paces = cache.new(most_known); -- username → throttle

-- Options that stand for no invite, among those that do: the next page (the beginning of it), and the list of all that are one's own
local next_page, all_of_them = "page:", "list:all";

local default_which, default_verb = "usable", "show";

-- (say, array of values, the one that is the default, how the messages that name them begin) → options
local function options_of(say, values, default, prefix)
	local options = {};
	for i, value in ipairs(values) do options[i] = { value = value; label = say(prefix..value); default = value == default }; end
	return options;
end

local function which_invites(say)
	return options_of(say, { "usable"; "pending"; "used"; "all" }, default_which, "adhoc-which-");
end

local function verbs(say)
	return options_of(say, { "show"; "extend"; "label"; "revoke" }, default_verb, "adhoc-verb-");
end

local function find_form(say)
	return {
		title = say "adhoc-all-title"; instructions = say "adhoc-all-lead";
		{ name = "which"; type = "list-single"; label = say "adhoc-invites"; options = which_invites(say) };
		{ name = "user"; type = "jid-single"; label = say "adhoc-user" };
	};
end

-- (say; may any lifetime be chosen) → layout of what a client may send back, in any step
local function everything(say, unlimited)
	return {
		{ name = "which"; type = "text-single"; label = say "adhoc-invites"; options = which_invites(say) };
		{ name = "user"; type = "jid-single"; label = say "adhoc-user" };
		{ name = "invite"; type = "text-single"; label = say "adhoc-invite" };
		{ name = "action"; type = "text-single"; label = say "adhoc-verb"; options = verbs(say) };
		{ name = "lifetime"; type = "text-single"; label = say "adhoc-valid-for"; options = choices.lifetimes(say, unlimited) };
		{ name = "note"; type = "text-single"; longest = forms.longest_note; label = say "adhoc-note" };
		{ name = "step"; type = "hidden" };
	};
end

-- (say; title; which invites; username of their creator or nil; value of the option for a page, or nil; say who created them; hidden fields;
-- option that leads to all of them, or nil) → answer that asks for an invite, and what to do with it
local function list(say, title, which, creator, page, with_creator, hidden, further)
	local cursor = page and page:sub(#next_page + 1);
	local options, next_cursor = listing.page(say, which, creator, cursor, with_creator);
	if not options then return answers.refused(say, next_cursor); end
	if next_cursor then table.insert(options, { value = next_page..next_cursor; label = say "adhoc-more-invites" }); end
	if further and options[1] then
		table.insert(options, further);
	elseif further and not page then
		return list(say, title, "all", creator, nil, with_creator, { which = "all" });
	end
	if not options[1] then return { status = "completed"; info = say(page and "adhoc-no-more-invites" or "adhoc-no-such-invites") }; end
	local form = {
		title = title; instructions = say "adhoc-choose-lead";
		{ name = "invite"; type = "list-single"; required = true; label = say "adhoc-invite"; options = options };
		{ name = "action"; type = "list-single"; required = true; label = say "adhoc-verb"; options = verbs(say) };
	};
	for name, value in pairs(hidden) do
		table.insert(form, { name = name; type = "hidden"; value = value });
	end
	return answers.ask(form, "next");
end

-- (say, what to do, id of the invite, instructions, field for what it needs) → answer
local function ask(say, verb, id, instructions, field)
	return answers.ask({
		title = say("adhoc-invite-title", { id = id }); instructions = instructions;
		{ name = "invite"; type = "hidden"; value = id };
		{ name = "action"; type = "hidden"; value = verb };
		{ name = "step"; type = "hidden"; value = "last" };
		field;
	}, "complete");
end

-- (actor, id, creator or nil, what was done to it) → answer with the invite as it is now. The link only for those who may give what it gives: they
-- could make such an invite themselves.
local function show(actor, id, creator, news)
	local invite, code = invites.info(id, creator);
	if not invite then return answers.refused(actor.say, code); end
	return listing.details(actor.say, invite, news, access.give(actor, invite));
end

-- verb → function (actor, id, fields, username of whoever must have made it or nil, may any lifetime be chosen) → answer
local perform = {};

function perform.show(actor, id, _, creator)
	return show(actor, id, creator);
end

function perform.extend(actor, id, fields, creator, unlimited)
	local say = actor.say;
	local invite, code = invites.info(id, creator);
	if not invite then return answers.refused(say, code); end
	if not access.give(actor, invite) then return answers.forbidden(say "adhoc-extend-gives-more"); end
	-- It stands on the server's authority, and would go on whatever becomes of its creator's right: made by somebody who was an admin, or by a program.
	if not unlimited and invite.authority ~= "user" then return answers.forbidden(say "adhoc-extend-admins"); end
	if not fields.lifetime then
		return ask(say, "extend", id, say "adhoc-extend-lead", {
			name = "lifetime"; type = "list-single"; required = true; label = say "adhoc-valid-for"; options = choices.lifetimes(say, unlimited);
		});
	end
	local expires, refused = invites.extend(id, choices.seconds(fields.lifetime), not unlimited and creator or nil);
	if not expires then return answers.refused(say, refused); end
	return show(actor, id, creator, say "adhoc-extended");
end

function perform.label(actor, id, fields, creator)
	local say = actor.say;
	local invite, code = invites.info(id, creator);
	if not invite then return answers.refused(say, code); end
	if not fields.note and fields.step ~= "last" then
		return ask(say, "label", id, say "adhoc-label-lead", {
			name = "note"; type = "text-single"; longest = forms.longest_note; label = say "adhoc-note"; value = invite.note;
		});
	end
	local done, refused = invites.label(id, fields.note, creator);
	if not done then return answers.refused(say, refused); end
	return show(actor, id, creator, say(fields.note and "adhoc-labelled" or "adhoc-label-removed"));
end

function perform.revoke(actor, id, _, creator)
	local done, code = invites.revoke(id, creator);
	if not done then return answers.refused(actor.say, code); end
	return { status = "completed"; info = actor.say "adhoc-revoked" };
end

-- (username) waits until they may make another change; meanwhile Prosody reads nothing from the session that asks
local function keep_pace(username)
	local pace = paces:get(username) or new_throttle(changes_in_a_row, in_seconds);
	paces:set(username, pace);
	while not pace:poll(1) and async.ready() do async.sleep(in_seconds / changes_in_a_row); end
end

-- (values of a form) → is a page of the list to be shown
local function asks_for_page(fields)
	return not fields.invite or fields.invite == all_of_them or fields.invite:sub(1, #next_page) == next_page;
end

function managing.own(actor, request)
	local say, unlimited = actor.say, access.unlimited(actor);
	local fields, err = forms.read(say, everything(say, unlimited), request.form);
	if not fields then return answers.bad_request(err); end
	if not asks_for_page(fields) then
		local verb = fields.action or default_verb;
		if not unlimited and verb ~= default_verb then keep_pace(actor.username); end
		return perform[verb](actor, fields.invite, fields, actor.username, unlimited);
	end
	if fields.invite == all_of_them then fields.which, fields.invite = "all", nil; end
	local which = fields.which or default_which;
	local further = which ~= "all" and { value = all_of_them; label = say "adhoc-all-of-them" } or nil;
	return list(say, say "adhoc-own-title", which, actor.username, fields.invite, false, { which = which }, further);
end

function managing.all(actor, request)
	local say = actor.say;
	if not forms.submitted(request) then return answers.ask(find_form(say), "next"); end
	local fields, err = forms.read(say, everything(say, true), request.form);
	if not fields then return answers.bad_request(err); end
	if not asks_for_page(fields) then return perform[fields.action or default_verb](actor, fields.invite, fields, nil, true); end

	local username, host = split_jid(fields.user);
	if fields.user and (not username or host ~= module.host) then
		return answers.bad_request(say("adhoc-whole-address", { address = "juliet@"..module.host }));
	end
	local which = fields.which or default_which;
	return list(say, say "adhoc-list-title", which, username, fields.invite, true, { which = which; user = fields.user });
end

return managing;
