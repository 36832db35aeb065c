-- The form, with its errors, and the page after it, as invites_web/page/render takes them. The values keep the names that templates for the
-- community's module use; `password` is always empty.

local apps = require_once "invites_web/page/apps";
local error_page = require_once "invites_web/page/error_page";
local fill_url = require_once "invites_lib/url".fill;
local inviter = require_once "invites_web/page/inviter";
local kinds = require_once "invites_core".web.kinds;
local csrf = require_once "invites_web/http/csrf";
local extras = require_once "extras";
local passwords = require_once "invites_web/account/passwords";
local progress = require_once "invites_web/page/progress";

local pages = {};

-- (values of a page, app that was chosen or nil, number of the step): the way to the first chat
local function add_progress(values, app, now)
	local steps = { "progress_account"; "progress_app"; "progress_chat" };
	if not app and apps.webchat() then table.remove(steps, 2); end
	values.progress = progress(values.lang, values.t, steps, now);
end

local with_keyboard = { linux = true; macos = true; windows = true }; -- on others the cursor in a field would cover half of the page

-- (platform or nil, values) → name of the field to begin with, or nil
local function first_field(platform, filled, bound)
	if filled.user_problem then return "user"; end
	if filled.password_problem or filled.password_words then return "password"; end
	if not with_keyboard[platform] or filled.extra_problems then return nil; end
	return (bound or filled.user) and "password" or "user";
end

-- (what was asked for, request, invite, { app_id, user, status = 422 …; user_problem, password_problem, problem = ids of texts, or nil; extras,
-- extra_problems = see extras.lib.lua; once_more = see csrf; words = of another module that has refused, or nil; suggestions = array of free names,
-- or nil; is_warned = has it been said already that the password is weak? }) → page
function pages.form(asked, http, invite, filled)
	local form = kinds[invite.kind].form;
	if not form then return error_page("token-not-for-registration"); end
	local bound = invite.username;
	local policy, app = passwords.policy(), apps.find(filled.app_id);
	local cookie, token = csrf.issue(http, filled.once_more);
	local needed, focus = policy.length, first_field(asked.platform, filled, bound);
	return {
		status = filled.status or 200; template = form.template; cookie = cookie; by = inviter(invite);
		i18n = {
			heading = form.heading; lead = bound and form.lead_bound or form.lead; submit = form.submit; password = form.password;
			user_problem = filled.user_problem; password_problem = filled.password_problem; problem = filled.problem;
		};
		told = { address = bound and invite.jid or ("%s@%s"):format(filled.user or "", module.host); inviter = invite.inviter; count = needed };
		values = {
			token = invite.token; form_token = token; uri = invite.uri; type = invite.type; jid = invite.jid;
			inviter = invite.inviter; app = app; app_id = app and app.id; password_policy = policy; needed = needed;
			bound = bound; user = bound or filled.user or ""; words = filled.words;
			user_is_wrong = filled.user_problem; password_is_wrong = filled.password_problem or filled.password_words; is_wrong = filled.problem;
			password_words = filled.password_words; suggestions = filled.suggestions; warns = not filled.is_warned;
			focuses_user = focus == "user"; focuses_password = focus == "password";
		};
		complete = function (values)
			if invite.kind ~= "reset" then add_progress(values, app, 1); end
			values.extras = invite.kind ~= "reset" and extras.show(values.t, filled.extras, filled.extra_problems) or {};
			values.message = values.text.problem or values.words or values.text.user_problem or values.text.password_problem;
			for _, field in ipairs(values.extras) do
				values.message = values.message or field.problem and field.label..": "..field.problem;
			end
			values.msg_class = values.message and "alert-warning";
		end;
	};
end

local function offers(asked, t)
	local list = {};
	for i, app in ipairs((apps.choose(asked.platform))) do
		list[i] = apps.view(app, asked, t);
		list[i].downloads, list[i].is_web = apps.downloads(app, asked.platform, t), apps.is_web(app);
	end
	return list;
end

-- (values of the page after the form, what its texts are told): adds the one thing to do next (button), and what else there is. Whoever has chosen an
-- app gets that, others the web chat or the first app for their device. Users with a new password have an app, which the button opens where there is
-- no web chat.
local function add_next_step(values, told)
	local chosen, webchat_url = values.app, values.webchat_url;
	local list = values.apps or {};
	values.is_webchat_first = not chosen and webchat_url ~= nil;
	if values.is_webchat_first then
		values.button = { url = webchat_url; text = values.t.success_webchat_open };
	else
		if not chosen then values.first = list[1]; end
		local offer = chosen and { name = chosen.name; downloads = values.downloads; is_web = values.is_web } or values.first or {};
		local download = (offer.downloads or {})[1];
		if download then
			download.is_first, told.app = true, offer.name;
			values.button = { url = download.url; text = offer.is_web and values.t.success_open_app or values.t.get_app; is_away = true };
		end
	end
	values.button = values.button or { url = fill_url("xmpp:{username}@{domain}", values); text = values.t.open_my_app; is_app = true };
	values.others = { table.unpack(list, values.first and 2 or 1) };
	values.has_others = values.others[1] ~= nil or chosen and webchat_url ~= nil;
end

-- (what was asked for, invite, username, id of an app or nil) → page
function pages.success(asked, invite, username, app_id)
	local success, is_reset = kinds[invite.kind].success, invite.kind == "reset";
	local app = not is_reset and apps.find(app_id) or nil;
	local address = username.."@"..module.host;
	local told = { address = address; inviter = invite.inviter; app = app and app.name };
	return {
		status = 200; is_last = true; by = inviter(invite); drawing = "done"; template = app and success.template_app or success.template;
		i18n = { heading = success.heading; lead = success.lead };
		told = told;
		values = {
			username = username; address = address; password = ""; app = app; webchat_url = apps.webchat(); inviter = invite.inviter;
			is_reset = is_reset; steps = app ~= nil; login_link = app and apps.login_link(app, username); is_web = app and apps.is_web(app);
		};
		complete = function (values)
			if app then values.downloads = apps.downloads(app, asked.platform, values.t); end
			if not app and not is_reset then values.apps = offers(asked, values.t); end
			add_next_step(values, told);
			if not is_reset then add_progress(values, app, 2); end
		end;
	};
end

return pages;
