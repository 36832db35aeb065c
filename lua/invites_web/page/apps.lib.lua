-- The apps to recommend: what mod_register_apps has collected, in an order that suits the reader's device.
--
-- Returns { choose, find, is_web, handed_over, login_link, downloads, view, list }

local url_template = require_once "invites_lib/url/url_template";
local relative_url = require_once "invites_web/http/request".relative_url;
local templates = require_once "invites_web/page/templates";

local catalogue = module:shared "register_apps/apps";

local most_shown = 3;
local template = templates.read "html/apps.html";

local apps = {};

local function is_among(platforms, word)
	for _, platform in ipairs(platforms) do
		if tostring(platform):lower() == word then return true; end
	end
	return false;
end

local function runs_on(app, word)
	return is_among(app.platforms or {}, word);
end

-- A smaller rank is better: first the apps for this device (or all, if the device is unknown) that open invite links, then other apps for it, then
-- web apps.
local function rank(app, word)
	if not word or runs_on(app, word) then return app.supports_preauth_uri and 1 or 2; end
	return runs_on(app, "web") and 3 or 4;
end

-- (platform as request.lib.lua names it, or nil) → array of up to three apps that run there, array of all others
function apps.choose(platform)
	local ranked = {};
	for at, app in ipairs(catalogue) do
		table.insert(ranked, { app = app; at = at; rank = rank(app, platform) });
	end
	table.sort(ranked, function (a, b)
		if a.rank ~= b.rank then return a.rank < b.rank; end
		return a.at < b.at;
	end);
	local best, others = {}, {};
	for _, entry in ipairs(ranked) do
		table.insert(entry.rank < 4 and #best < most_shown and best or others, entry.app);
	end
	return best, others;
end

-- (app) → is it a web app, with nothing to install?
function apps.is_web(app)
	return runs_on(app, "web");
end

-- (id) → app or nil
function apps.find(id)
	local app = type(id) == "string" and catalogue[id];
	return type(app) == "table" and app or nil;
end

-- (app, invite) → link that opens the invite in the installed app, or nil
function apps.handed_over(app, invite)
	return app.supports_preauth_uri and invite.uri or nil;
end

-- (app, username that is registered now) → address that opens the app's login, or nil. It never gets the password: addresses are kept in histories.
function apps.login_link(app, username)
	return app.login_link_format and url_template(app.login_link_format, { username = username; domain = module.host; app = app; password = "" }) or nil;
end

-- (format or nil, app, invite or nil) → link that passes the invite to the app, even through its installation; or nil. Reset invites are never passed
-- through a store, since they open an existing account.
local function magic_link(format, app, invite)
	if not format or not invite or invite.kind == "reset" then return nil; end
	return url_template(format, { host = module.host; invite = invite; app = app });
end

-- (button) → its label. We do not show pictures from other hosts.
local function words(button, t)
	return button.text or button.alttext or tostring(button.url):match("^%a+://([^/:]+)") or t.download;
end

-- (app, platform or nil, table of texts, invite or nil) → array of download links { url, text }, those for this device first; does one of them pass
-- the invite to the app?
function apps.downloads(app, platform, t, invite)
	local fitting, others, magic = {}, {}, magic_link(app.magic_link_format, app, invite);
	local brings_it = false;
	for _, button in ipairs(app.download and app.download.buttons or {}) do
		local fits = not platform or not button.platforms or is_among(button.platforms, platform);
		local own_magic = magic_link(button.magic_link_format, app, invite) or button.url == app.link and magic or nil;
		brings_it = brings_it or own_magic ~= nil;
		table.insert(fits and fitting or others, { url = own_magic or button.url; text = words(button, t) });
	end
	if magic and not brings_it then table.insert(fitting, 1, { url = magic; text = t.download }); end
	for _, button in ipairs(others) do table.insert(fitting, button); end
	if not fitting[1] and app.link then table.insert(fitting, { url = app.link; text = t.download }); end
	return fitting, brings_it or magic ~= nil;
end

-- (app, what was asked for, table of texts) → its values for templates
function apps.view(app, asked, t)
	return {
		id = app.id; name = app.name; text = app.is_usual and t["app-"..app.listed_as] or app.text;
		platforms = table.concat(app.platforms or {}, ", "); image = relative_url(app.image, asked.root);
		initial = tostring(app.name):match("^[%z\1-\127\194-\244][\128-\191]*") or "?";
	};
end

local function views(list, asked, t)
	local result = {};
	for i, app in ipairs(list) do result[i] = apps.view(app, asked, t); end
	return result;
end

-- (what was asked for, values of the page) → list of the apps as HTML
function apps.list(asked, values)
	local best, others = apps.choose(asked.platform);
	return templates.fill(template, {
		best = views(best, asked, values.t); others = views(others, asked, values.t); has_best = best[1] ~= nil; has_others = others[1] ~= nil;
		below = asked.below; query = values.query; t = values.t; text = values.text;
	});
end

return apps;
