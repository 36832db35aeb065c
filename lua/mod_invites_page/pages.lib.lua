-- The pages of an invite. Each is made as invites_web/http/site wants it.

local modulemanager = require "core.modulemanager";
local urlencode = require "util.http".urlencode;

local invites = module:depends "invites";
local apps = require_once "invites_web/page/apps";
local error_page = require_once "invites_web/page/error_page";
local inviter = require_once "invites_web/page/inviter";
local fill_url = require_once "invites_lib/url".fill;
local progress = require_once "invites_web/page/progress";
local templates = require_once "invites_web/page/templates";
local web = require_once "invites_core".web;
local time_text = require_once "invites_core".time;
local links = require_once "links";
local relative_url = require_once "invites_web/http/request".relative_url;
local option = require_once "invites_config/option";

local shows_rooms = option "invites_show_rooms";
local registration_template, about = option "invites_registration_page", option "site_description";
local expires_template = templates.load({ expires = "expires" }).expires.text;

-- (what was asked for, texts of its kind, invite) → function (app or nil) → address of the registration form, with that app chosen; or nil
local function registration(asked, kind, invite)
	if not kind.browser then return nil; end
	local request = asked.language and "&lang="..urlencode(asked.language) or "";
	if registration_template then
		return function (app)
			local address = fill_url(registration_template, { host = module.host; invite = invite; app = { id = app and app.id or "" } });
			return (address:find("^%a[%w+.-]*:") or address:find("^/")) and address or asked.beside..address..request;
		end
	elseif modulemanager.is_loaded(module.host, "invites_register_web") then
		local address = relative_url(module:http_url("invites_register_web", "/register"), asked.root);
		address = ("%s?t=%s&c="):format(address, urlencode(invite.token));
		return function (app) return address..(app and urlencode(app.id) or "")..request; end
	end
end

-- (name of the template, invite, what texts are told besides) → page
local function page_for(template, invite, told)
	local kind, by = web.kinds[invite.kind].welcome, inviter(invite);
	if by and by.nickname then invite.uri = web.named_uri(invite.uri, by.nickname); end
	local left, count = time_text.left(invite.valid_until, os.time());
	told.address, told.inviter, told.date, told.count = invite.jid, invite.inviter, time_text.text(invite.valid_until), count;
	return {
		status = 200; template = template; uri = invite.uri; by = by; told = told;
		i18n = setmetatable({ heading = by and kind.heading_inviter or kind.heading; left = left }, { __index = kind });
		values = {
			kind = kind; uri = invite.uri; jid = invite.jid; address_uri = invite.uri:match("^[^?]*"); is_contact = invite.kind == "contact";
		};
	};
end

-- (invite, values of the page) → when it ends, as HTML: the date, and on the last day how long that is
local function expiry(invite, values)
	if not invite.valid_until then return ""; end
	return templates.fill(expires_template, {
		left = values.text.left; until_when = templates.timed(values.t.expires_at, time_text.iso(invite.valid_until));
	});
end

-- (function (what was asked for, invite, what * stands for) that makes the page of a valid invite) → page for any request
local function of_invite(make)
	return function (asked, _, rest)
		if rest and rest:find("/", 1, true) then return { file = false }; end
		asked.app = nil; -- its place is in the path
		local invite, code = invites.view(asked.token, asked.who);
		if code then return error_page(code, invite); end
		asked.token = invite.token; -- the clean one, if the link had other text attached
		return make(asked, invite, rest);
	end;
end

-- Users who need a new password have an app already: their page shows no list of apps where the form can be used.
local function welcome(asked, invite)
	local first = apps.first(asked.platform, invite);
	local page = page_for("welcome", invite, { app = first and first.name });
	local values, kind = page.values, page.values.kind;
	local form = registration(asked, kind, invite);
	local way = web.main_way(invite.kind, asked.platform, first ~= nil, form ~= nil);
	page.i18n.by = false; -- the heading names who invites
	values.ways, values.about, values.is_in_app = { [way] = true }, about, asked.is_in_app;
	values.link, values.registration = links.of(invite), form and form();
	values.message = invite.message and web.html_lines(invite.message);
	values.bound = invite.kind == "account" and invite.username ~= nil;
	local rooms = shows_rooms and invite.kind ~= "reset" and invites.rooms.names(invite.rooms) or {};
	values.rooms, page.told.rooms = rooms[1] ~= nil, table.concat(rooms, ", ");
	values.names_contact = invite.kind == "contact" or invite.kind == "contact-account";
	values.lists_apps = invite.kind ~= "reset" or not values.registration;
	function page.complete(all)
		all.expires = expiry(invite, all);
		if way == "app" then
			local link = apps.downloads(first, asked.platform, all.t, invite)[1];
			all.first = { id = first.id; url = link and link.url; brings = link and link.brings; is_paid = link and link.is_paid };
		end
		if values.lists_apps then
			all.app_list = apps.list(asked, all, invite.kind, function (app) -- straight to the form where the app does not open invites
				return form and not apps.opens(app, invite.kind) and form(app) or ("%ssetup/%s?%s"):format(asked.below, urlencode(app.id), all.query);
			end);
		end
	end
	return page;
end

local function setup(asked, invite, app_id)
	local app = apps.find(app_id);
	if not app then return error_page("app-unknown", invite); end
	local page = page_for("setup", invite, { app = app.name });
	local values, i18n = page.values, page.i18n;
	local form = registration(asked, values.kind, invite);
	values.app, values.hand_over, values.is_web = app, apps.handed_over(app, invite) ~= nil, apps.is_web(app);
	if form and not values.hand_over then return { location = form(app) }; end -- the account first
	i18n.heading, i18n.title = "setup-heading", "setup-title";
	function page.complete(all)
		local downloads = apps.downloads(app, asked.platform, all.t, invite);
		for i, link in ipairs(downloads) do
			link.is_first = i == 1;
			all.brings, all.is_paid = all.brings or i == 1 and link.brings, all.is_paid or link.is_paid;
			all.has_more = all.has_more or not link.brings;
		end
		all.downloads, all.has_store = downloads, downloads[1] ~= nil;
		all.has_button = all.has_store or values.hand_over;
		i18n.last = web.last_step(invite.kind, values.hand_over or all.brings, form ~= nil);
		all.progress = progress(all.lang, all.t, { "progress_install"; values.hand_over and "progress_open" or "progress_account"; "progress_chat" }, 1);
	end
	return page;
end

local function code(_, invite)
	local picture, problem = invites.qr(links.of(invite) or invite.uri, "svg");
	return picture and { picture = picture } or error_page(problem);
end

return { welcome = of_invite(welcome); setup = of_invite(setup); code = of_invite(code) };
