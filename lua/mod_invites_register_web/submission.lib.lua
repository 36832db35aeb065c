-- A submitted form. It is checked (is it ours, is its invite valid, are the fields), and then the account is made or its password set.

local async = require "util.async";
local cache = require "util.cache";
local nodeprep = require "util.encodings".stringprep.nodeprep;

local invites, gate = module:depends "invites", module:depends "invites_register";
local error_page = require_once "invites_web/page/error_page";
local csrf = require_once "invites_web/http/csrf";
local web = require_once "invites_core".web;
local extras = require_once "extras";
local names = require_once "invites_web/account/names";
local pages = require_once "pages";
local passwords = require_once "invites_web/account/passwords";

local remembered, for_how_long = 1000, 600; -- number of submitted forms; seconds

local done = cache.new(remembered); -- form_token → { invite, username, at }
local under_way = {}; -- form_token → true, while such a form waits for the database or a provider
local look_again = 0.05; -- seconds

-- (refusal as util.error object, values of the form) → the same with the error; or nil, code: the invite is not valid
local function explain(refusal, filled)
	local reason = refusal.context and refusal.context.reason;
	local row = web.refusals[reason];
	if not (row and row.form) and refusal.condition == "conflict" then row = web.refusals["account-exists"]; end -- another module may say so
	if row and row.form then
		filled.status = row.form_status;
		filled[row.field and row.field.."_problem" or "problem"] = row.form;
	elseif invites.refusals[reason] then
		return nil, reason;
	else
		filled.status, filled.words = 403, refusal.text;
	end
	return filled;
end

-- (values of the form, password, invite) adds what is wrong to the values → is anything?, prepared username or nil. A weak password is refused once,
-- and only by a form that asks for it: templates of others have no field for that.
local function find_problems(filled, password, invite)
	local problem, username = names.problem(filled.user, invite);
	local known_name = username ~= "" and username or nil;
	filled.user_problem, filled.status = problem, 422;
	filled.password_problem, filled.password_words = passwords.problem(password, known_name);
	local is_wrong = filled.user_problem or filled.password_problem or filled.password_words or filled.extra_problems;
	if not is_wrong and not filled.is_warned then -- judging takes a while
		local _, is_weak = passwords.strength(password, invite, known_name);
		if is_weak then filled.password_problem, filled.is_warned = "error-password-weak", true; end
		is_wrong = is_weak;
	end
	return is_wrong, username;
end

-- (form_token, invite, name) → what this form has just done with this invite, or nil. A second click gets the same answer again.
local function made_by(form_token, invite, name)
	local before = done:get(form_token);
	if not before or os.time() - before.at >= for_how_long then return nil; end
	return before.invite.id == invite.id and name and before.username == nodeprep(name, true) and before or nil;
end

local function with_suggestions(asked, http, invite, filled)
	local is_empty = filled.user_problem == "error-username-empty";
	filled.suggestions = filled.user_problem and not is_empty and names.suggest(invite, filled.user or filled.typed) or nil;
	return pages.form(asked, http, invite, filled);
end

-- (what was asked for, request, its fields, is the form ours?) → page
local function submit(asked, http, fields, is_ours)
	asked.token, asked.app = fields.token or asked.token, fields.app_id;

	local invite, code = invites.view(asked.token, asked.who);
	local before = is_ours and invite and made_by(fields.form_token, invite, names.wanted(fields, invite));
	if before then return pages.success(asked, before.invite, before.username, fields.app_id); end
	if code then return error_page(code, invite); end
	asked.token = invite.token; -- the clean one, if the link had other text attached

	local filled = { app_id = fields.app_id; user = names.wanted(fields, invite); typed = fields.user or ""; is_warned = fields.warn ~= "1" };
	local password = fields.password or "";
	local additional, extra_problems;
	if invite.kind ~= "reset" then additional, extra_problems, filled.extras = extras.read(fields); end
	if not is_ours then
		filled.status, filled.problem, filled.once_more = 403, csrf.advice(fields.form_token), true;
		return pages.form(asked, http, invite, filled);
	end
	if fields.pick and not invite.username then -- one of the names that were suggested
		filled.user = fields.pick;
		return pages.form(asked, http, invite, filled);
	end
	filled.extra_problems = extra_problems;
	local is_wrong, username = find_problems(filled, password, invite);
	if is_wrong then return with_suggestions(asked, http, invite, filled); end

	local validated;
	validated, code = invites.present(invite, asked.who);
	if not validated then return error_page(code, invite); end
	local request = { username = username; password = password; ip = asked.who.ip; additional = additional; source = "mod_"..module.name };
	local refusal;
	username, refusal = gate[invite.kind == "reset" and "reset_password" or "register"](validated, request);
	if username then
		done:set(fields.form_token, { invite = invite; username = username; at = os.time() });
		return pages.success(asked, invite, username, fields.app_id);
	end
	filled, code = explain(refusal, filled);
	if not filled then return error_page(code, invite); end
	return with_suggestions(asked, http, invite, filled);
end

-- (what was asked for, request) → page
return function (asked, http)
	local fields, code = csrf.fields(http);
	if not fields then return error_page(code); end
	local form_token = fields.form_token;
	if not csrf.accepts(http, form_token) then return submit(asked, http, fields, false); end
	while under_way[form_token] and async.ready() do async.sleep(look_again); end -- pressed twice: the second one is told what the first one did
	under_way[form_token] = true;
	local ok, page = xpcall(submit, debug.traceback, asked, http, fields, true);
	under_way[form_token] = nil;
	if not ok then error(page, 0); end
	return page;
end
