-- The pages of an invite. Each is made as invites_web/http/site wants it.

local modulemanager = require "core.modulemanager";
local urlencode = require "util.http".urlencode;

local invites = module:depends "invites";
local apps = require_once "invites_web/page/apps";
local error_page = require_once "invites_web/page/error_page";
local inviter = require_once "invites_web/page/inviter";
local fill_url = require_once "invites_lib/url".fill;
local web = require_once "invites_core".web;
local time_text = require_once "invites_core".time;
local links = require_once "links";
local relative_url = require_once "invites_web/http/request".relative_url;
local option = require_once "invites_config/option";

local registration_template = option "invites_registration_page";

-- (what was asked for, texts of its kind, invite, app or nil) → address of the registration form; nil if there is none
local function registration(asked, kind, invite, app)
	if not kind.browser then return nil; end
	local request = asked.language and "&lang="..urlencode(asked.language) or "";
	if registration_template then
		local address = fill_url(registration_template, { host = module.host; invite = invite; app = { id = app and app.id or "" } });
		return (address:find("^%a[%w+.-]*:") or address:find("^/")) and address or asked.beside..address..request;
	elseif modulemanager.is_loaded(module.host, "invites_register_web") then
		local address = relative_url(module:http_url("invites_register_web", "/register"), asked.root);
		return ("%s?t=%s&c=%s%s"):format(address, urlencode(invite.token), app and urlencode(app.id) or "", request);
	end
end

local function page_for(template, asked, invite, app)
	local kind = web.kinds[invite.kind].welcome;
	local left, count = time_text.left(invite.valid_until, os.time());
	local by = inviter(invite);
	local heading = by and kind.heading_inviter or kind.heading;
	return {
		status = 200; template = template; uri = invite.uri; by = by; i18n = setmetatable({ heading = heading; expires = left }, { __index = kind });
		told = { address = invite.jid; inviter = invite.inviter; app = app and app.name; count = count };
		values = {
			kind = kind; uri = invite.uri; link = links.of(invite); registration = registration(asked, kind, invite, app); expires = left ~= nil;
			bound = invite.kind == "account" and invite.username ~= nil;
			ends = time_text.text(invite.valid_until); ends_iso = time_text.iso(invite.valid_until);
		};
	};
end

-- (function (what was asked for, invite, what * stands for) that makes the page of a valid invite) → page for any request
local function of_invite(make)
	return function (asked, _, rest)
		if rest and rest:find("/", 1, true) then return { file = false }; end
		asked.app = nil; -- its place is in the path
		local invite, code = invites.view(asked.token, asked.who);
		if code then return error_page(code, invite); end
		asked.token = invite.token; -- the clean one, if the link had other text attached
		local by = inviter(invite);
		if by and by.nickname and invite.uri then invite.uri = web.named_uri(invite.uri, by.nickname); end
		return make(asked, invite, rest);
	end;
end

-- Users who need a new password have an app already: their page shows no list of apps where the form can be used.
local function welcome(asked, invite)
	local page = page_for("welcome", asked, invite);
	page.i18n.by = false; -- the heading names who invites
	local values = page.values;
	values.lists_apps = not (values.kind.by_browser and values.registration);
	if values.lists_apps then
		function page.complete(all) all.app_list = apps.list(asked, all); end
	end
	return page;
end

local function setup(asked, invite, app_id)
	local app = apps.find(app_id);
	if not app then
		local page = error_page "app-unknown";
		page.values.back = true;
		return page;
	end
	local page = page_for("setup", asked, invite, app);
	local values, i18n = page.values, page.i18n;
	local _, brings_it = apps.downloads(app, asked.platform, {}, invite);
	values.app, values.hand_over, values.is_web = app, apps.handed_over(app, invite), apps.is_web(app);
	i18n.heading = "setup-heading";
	i18n.last = web.last_step(invite.kind, values.hand_over ~= nil or brings_it, values.registration ~= nil);
	values.register_first = i18n.last == "step-log-in";
	function page.complete(all) all.downloads = apps.downloads(app, asked.platform, all.t, invite); end
	return page;
end

local function code(_, invite)
	local picture, problem = invites.qr(links.of(invite) or invite.uri, "svg");
	return picture and { picture = picture } or error_page(problem);
end

return { welcome = of_invite(welcome); setup = of_invite(setup); code = of_invite(code) };
