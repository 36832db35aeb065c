-- The apps to recommend: what mod_register_apps has collected, in an order that suits the reader's device (src/web/apps/offers.rs).

local urlencode = require "util.http".urlencode;

local fill_url = require_once "invites_lib/url".fill;
local relative_url = require_once "invites_web/http/request".relative_url;
local templates = require_once "invites_web/page/templates";
local web = require_once "invites_core".web;

local catalogue = module:shared "register_apps/apps";

local template, app_template = templates.read "html/apps.html", templates.read "html/app.html";

local apps = {};

-- (platform as request.lib.lua names it, or nil) → array of up to three apps that run there, array of all others
function apps.choose(platform)
	local best, others = web.choose(catalogue, platform);
	for _, list in ipairs { best; others } do
		for i, place in ipairs(list) do list[i] = catalogue[place]; end
	end
	return best, others;
end

-- (app) → is it a web app, with nothing to install?
function apps.is_web(app) return web.runs_on(app, "web"); end

-- (id) → app or nil
function apps.find(id)
	local app = type(id) == "string" and catalogue[id];
	return type(app) == "table" and app or nil;
end

-- (app, invite) → link that opens the invite in the installed app, or nil
function apps.handed_over(app, invite) return app.supports_preauth_uri and invite.uri or nil; end

-- (app, username that is registered now) → address that opens the app's login, or nil. It never gets the password: addresses are kept in histories.
function apps.login_link(app, username)
	return app.login_link_format and fill_url(app.login_link_format, { username = username; domain = module.host; app = app; password = "" }) or nil;
end

-- (app, platform or nil, table of texts, invite or nil) → array of download links { url, text }, those for this device first; does one of them pass
-- the invite to the app? Reset invites are never passed through a store, since they open an existing account.
function apps.downloads(app, platform, t, invite)
	local links, brings_it = web.downloads(app, platform, invite ~= nil and invite.kind ~= "reset");
	for _, link in ipairs(links) do
		link.url = link.url or fill_url(link.format, { host = module.host; invite = invite; app = app });
		link.text = link.text or t.download;
	end
	return links, brings_it;
end

-- (app, what was asked for, table of texts) → its values for templates
function apps.view(app, asked, t)
	return {
		id = app.id; name = app.name; text = app.is_usual and t["app-"..app.listed_as] or app.text;
		platforms = table.concat(app.platforms or {}, ", "); image = relative_url(app.image, asked.root);
		initial = tostring(app.name):match("^[%z\1-\127\194-\244][\128-\191]*") or "?";
	};
end

-- Entries of the list: app → what they depend on → HTML, with {link} where requests differ. They took most of the time of a page.
local entries = setmetatable({}, { __mode = "k" });

local function entry(app, asked, values, is_other)
	local known = entries[app] or {};
	entries[app] = known;
	local key = ("%s %s %s"):format(values.lang, is_other, asked.root);
	if not known[key] then
		local view = apps.view(app, asked, values.t);
		view.is_other = is_other;
		known[key] = templates.fill(app_template, view); -- a variable that has no value is left as it is
	end
	local link = web.html(("%ssetup/%s?%s"):format(asked.below, urlencode(app.id), values.query));
	return (known[key]:gsub("{link}", function () return link; end, 1));
end

local function list_of(apps_of_list, asked, values, is_other)
	local html = {};
	for i, app in ipairs(apps_of_list) do html[i] = entry(app, asked, values, is_other); end
	return table.concat(html);
end

-- (what was asked for, values of the page) → list of the apps as HTML
function apps.list(asked, values)
	local best, others = apps.choose(asked.platform);
	return templates.fill(template, {
		best = list_of(best, asked, values, false); others = list_of(others, asked, values, true);
		has_best = best[1] ~= nil; has_others = others[1] ~= nil; t = values.t; text = values.text;
	});
end

return apps;
