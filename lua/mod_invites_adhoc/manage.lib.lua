-- The commands that show and change invites: one's own, and for admins all. Each is function (actor, request) → answer.
--
-- The steps are: which invites (admins only); one of them, and what to do with it; the values for that. Hidden fields carry earlier choices, so
-- nothing has to be remembered of clients that go away.

local async = require "util.async";
local cache = require "util.cache";
local new_throttle = require "util.throttle".create;
local split_jid = require "util.jid".split;

local invites = module:depends "invites";
local access = require_once "access";
local answers = require_once "answers";

local settings = invites.require_once "settings";

local need = answers.need;

local managing = {};

-- Each change is written to the disk while the server waits. A user who makes many in a row has to wait in between.
local changes_in_a_row, in_seconds, most_known = 20, 5, 10000;
local paces = cache.new(most_known); -- username → throttle

local look = 100; -- rows between two yields
local page_size = 50; -- a page ends after so many entries, with the rows that were read together

-- Options that stand for no invite: the next page (a prefix), and the list of all one's own.
local next_page, all_of_them = "page:", "list:all";

local default_which, default_verb = "usable", "show";

-- (actor, filter of mod_invites.list, creator or nil, cursor or nil, with their creators?) → array of { value = id, label }, the newest first;
-- cursor of the next page, or nil
local function page_of(actor, which, creator, cursor, with_creator)
	local found, options = {}, {};
	repeat
		local some, next_cursor = need(actor, invites.list(which, creator, cursor, look, true));
		for _, invite in ipairs(some) do table.insert(found, invite); end
		cursor = next_cursor;
		if cursor and async.ready() then async.sleep(0); end
	until not cursor or #found >= page_size;
	for i, line in ipairs(actor.dialog:lines(found, with_creator)) do options[i] = { value = found[i].id; label = line }; end
	return options, cursor;
end

-- (actor; { title; which = filter; creator: username or nil; user: chosen address, or nil; with_creator = show creators?; page: value of the option
-- for a page, or nil; further = offer the list of all? }; what was wrong with the last choice, or nil) → answer that asks for an invite, and what
-- to do with it
local function list(actor, asked, problem)
	local say, page = actor.say, asked.page;
	local options, next_cursor = page_of(actor, asked.which, asked.creator, page and page:sub(#next_page + 1), asked.with_creator);
	if next_cursor then table.insert(options, { value = next_page..next_cursor; label = say "adhoc-more-invites" }); end
	if asked.further and options[1] then
		table.insert(options, { value = all_of_them; label = say "adhoc-all-of-them" });
	elseif asked.further and not page then
		asked.which, asked.further = "all", false;
		return list(actor, asked, problem);
	end
	if not options[1] and problem then return answers.bad_request(problem); end
	if not options[1] then return { status = "completed"; info = say(page and "adhoc-no-more-invites" or "adhoc-no-such-invites") }; end
	return answers.ask(actor.dialog:list_form(asked.title, options, asked.which, asked.user), "next", problem);
end

-- (actor, id, creator or nil, news) → answer with the invite. Only those who may give what it grants see the link: they could create such an invite.
local function show(actor, id, creator, news)
	local invite = need(actor, invites.info(id, creator));
	return answers.details(actor, invite, news, access.give(actor, invite));
end

-- verb → function (actor, id, request, username of the creator or nil for any, may any lifetime be chosen, is it the last step) → answer
local perform = {};

function perform.show(actor, id, _, creator) return show(actor, id, creator); end

function perform.extend(actor, id, request, creator, unlimited)
	local say = actor.say;
	local invite = need(actor, invites.info(id, creator));
	if not access.give(actor, invite) then return answers.forbidden(say "adhoc-extend-gives-more"); end
	-- It is on the server's authority, and would outlive its creator's permission: a former admin or a program created it.
	if not unlimited and invite.authority ~= "user" then return answers.forbidden(say "adhoc-extend-admins"); end
	local form = actor.dialog:extend_form(id, settings, unlimited, invite.type == "roster");
	if not answers.has(request.form, "lifetime") then return answers.ask(form, "complete"); end
	local again = answers.again(form, "complete", request.form);
	local fields = answers.read(form, request.form, again);
	local expires, extended = invites.extend(id, access.seconds(fields.lifetime), not unlimited and creator or nil);
	if not expires then error(answers.refused(actor, extended, again)); end
	return show(actor, id, creator, actor.dialog:extended(extended));
end

function perform.label(actor, id, request, creator, _, is_last)
	local invite = need(actor, invites.info(id, creator));
	local form = actor.dialog:label_form(id, invite.note);
	if not is_last and not answers.has(request.form, "note") then return answers.ask(form, "complete"); end
	local again = answers.again(form, "complete", request.form);
	local fields = answers.read(form, request.form, again);
	local done, code = invites.label(id, fields.note, creator);
	if not done then error(answers.refused(actor, code, again)); end
	return show(actor, id, creator, actor.say(fields.note and "adhoc-labelled" or "adhoc-label-removed"));
end

function perform.revoke(actor, id, _, creator)
	need(actor, invites.revoke(id, creator));
	return { status = "completed"; info = actor.say "adhoc-revoked" };
end

-- (username) waits until they may make another change; meanwhile Prosody reads nothing from the session
local function keep_pace(username)
	local pace = paces:get(username) or new_throttle(changes_in_a_row, in_seconds);
	paces:set(username, pace);
	while not pace:poll(1) and async.ready() do async.sleep(in_seconds / changes_in_a_row); end
end

-- (values of a form) → do they ask for a page of the list?
local function asks_for_page(fields)
	return not fields.invite or fields.invite == all_of_them or fields.invite:sub(1, #next_page) == next_page;
end

-- (actor; request; values of its form; creator or nil; may any lifetime be chosen?; function (what is wrong) → answer with the list) → answer
-- What can't be done with this invite may be done with another one, so the list is shown again.
local function act(actor, request, fields, creator, unlimited, list_again)
	local verb = fields.action or default_verb;
	local ok, answer = pcall(perform[verb], actor, fields.invite, request, creator, unlimited, fields.step == "last");
	if ok then return answer; end
	local condition = type(answer) == "table" and answer.status == "error" and answer.error.condition;
	if condition ~= "bad-request" then error(answer, 0); end
	return list_again(answer.error.text);
end

function managing.own(actor, request)
	local unlimited = access.unlimited(actor);
	local title = actor.say "adhoc-own-title";
	local function list_own(which, page, problem)
		return list(actor, { title = title; which = which; creator = actor.username; page = page; further = which ~= "all" }, problem);
	end
	local function list_again(problem) return list_own(default_which, nil, problem); end
	local fields = answers.read(actor.dialog:step_form(), request.form, list_again);
	if asks_for_page(fields) then
		if fields.invite == all_of_them then return list_own "all"; end
		return list_own(fields.which or default_which, fields.invite);
	end
	if not unlimited and (fields.action or default_verb) ~= default_verb then keep_pace(actor.username); end
	return act(actor, request, fields, actor.username, unlimited, function (problem) return list_own(fields.which or default_which, nil, problem); end);
end

function managing.all(actor, request)
	local say, dialog = actor.say, actor.dialog;
	local question = dialog:find_form();
	if not answers.submitted(request) then return answers.ask(question, "next"); end
	local ask_again = answers.again(question, "next", request.form);
	local fields = answers.read(dialog:step_form(), request.form, ask_again);
	local username, host = split_jid(fields.user);
	if fields.user and (not username or host ~= module.host) then
		return ask_again(say("adhoc-whole-address", { address = "juliet@"..module.host }));
	end
	local function list_all(problem)
		return list(actor, {
			title = say "adhoc-list-title"; which = fields.which or default_which; creator = username; user = fields.user; with_creator = true;
			page = asks_for_page(fields) and fields.invite or nil;
		}, problem);
	end
	return asks_for_page(fields) and list_all() or act(actor, request, fields, nil, true, list_all);
end

return managing;
