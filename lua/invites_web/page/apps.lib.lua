-- The apps to recommend: what mod_register_apps has collected, in an order that suits the reader's device (src/web/apps/offers.rs).

local modulemanager = require "core.modulemanager";

local option = require_once "invites_config/option";
local url = require_once "invites_lib/url";
local relative_url = require_once "invites_web/http/request".relative_url;
local templates = require_once "invites_web/page/templates";
local web = require_once "invites_core".web;

local catalogue, webchat_url = module:shared "register_apps/apps", option "webchat_url";

local template, app_template = templates.read "html/apps.html", templates.read "html/app.html";

local apps = {};

-- app → what has been found out about it. The library reads all of an app for each question, and to write its entry takes most of the time of a page.
local known = setmetatable({}, { __mode = "k" });

-- (app, question, function that finds the answer) → the answer
local function once(app, question, find)
	local answers = known[app] or {};
	known[app] = answers;
	if answers[question] == nil then answers[question] = find(); end
	return answers[question];
end

-- platform and kind → { of = array of the apps for which it was found, best, others }
local chosen = {};

local function is_same(list)
	for i, app in ipairs(list) do
		if catalogue[i] ~= app then return false; end
	end
	return #list == #catalogue;
end

-- (platform as request.lib.lua names it, or nil; kind of an invite, or nil for an account) → array of up to three apps that run there, array of all
-- others
function apps.choose(platform, kind)
	local key = ("%s %s"):format(platform, kind);
	local found = chosen[key];
	if not found or not is_same(found.of) then
		local best, others = web.choose(catalogue, platform, kind or "account");
		for _, list in ipairs { best; others } do
			for i, place in ipairs(list) do list[i] = catalogue[place]; end
		end
		found = { of = { table.unpack(catalogue) }; best = best; others = others };
		chosen[key] = found;
	end
	return found.best, found.others;
end

local function runs_on(app, platform)
	return once(app, "runs on "..platform, function () return web.runs_on(app, platform); end);
end

-- () → address of this server's web chat, by the option or of mod_conversejs, or nil
function apps.webchat()
	local conversejs = not webchat_url and modulemanager.get_module(module.host, "conversejs");
	return webchat_url or conversejs and url.ascii(conversejs.module:http_url()) or nil;
end

-- (app) → is it a web app, with nothing to install?
function apps.is_web(app) return runs_on(app, "web"); end

-- (app, kind) → does it open the links of such invites?
function apps.opens(app, kind)
	return once(app, "opens "..kind, function () return web.opens(app, kind); end);
end

-- (id) → app or nil
function apps.find(id)
	local app = type(id) == "string" and catalogue[id];
	return type(app) == "table" and app or nil;
end

-- (app, invite) → link that opens the invite in the installed app, or nil
function apps.handed_over(app, invite) return apps.opens(app, invite.kind) and invite.uri or nil; end

-- (app, platform or nil, may a store get the invite?) → array of its links for this device, as the library has them
local function links_to(app, platform, passes_invite)
	return once(app, ("links %s %s"):format(platform, passes_invite), function () return web.downloads(app, platform, passes_invite); end);
end

-- (platform or nil, invite) → the app that we would give to somebody new, if it opens such invites and can be had somewhere, or nil
function apps.first(platform, invite)
	local app = platform and apps.choose(platform, invite.kind)[1];
	local is_it = app and runs_on(app, platform) and apps.opens(app, invite.kind) and links_to(app, platform, true)[1];
	return is_it and app or nil;
end

-- (app, username that is registered now) → address that opens the app's login, or nil. It never gets the password: addresses are kept in histories.
function apps.login_link(app, username)
	return app.login_link_format and url.fill(app.login_link_format, { username = username; domain = module.host; app = app; password = "" }) or nil;
end

-- (app, platform or nil, table of texts, invite or nil) → array of links to it for this device: { url, text, lead = words before the text; is_paid,
-- system: see src/web/apps/offers.rs; brings = does it pass the invite to the app? }. Reset invites are never passed through a store, since they
-- open an existing account.
function apps.downloads(app, platform, t, invite)
	local links = {};
	for i, link in ipairs(links_to(app, platform, invite ~= nil and invite.kind ~= "reset")) do
		links[i] = {
			url = link.url or url.fill(link.format, { host = module.host; invite = invite; app = app }); text = link.text or t.download;
			lead = link.text and (link.is_store and t.download_store or t.download_site) or nil;
			is_paid = link.is_paid; system = link.system; brings = link.format ~= nil;
		};
	end
	return links;
end

-- (app, what was asked for, table of texts) → its values for templates
function apps.view(app, asked, t)
	return {
		id = app.id; name = app.name; text = app.is_usual and t["app-"..app.listed_as] or app.text or "";
		platforms = table.concat(app.platforms or {}, ", "); image = relative_url(app.image, asked.root);
		initial = tostring(app.name):match("^[%z\1-\127\194-\244][\128-\191]*") or "?";
	};
end

-- (app, what was asked for, values of the page, is it one of the others?, where it leads) → entry of the list. What is kept has {link} where requests
-- differ: a variable that has no value is left as it is.
local function entry(app, asked, values, is_other, link)
	local html = once(app, ("entry %s %s %s"):format(values.lang, is_other, asked.root), function ()
		local view = apps.view(app, asked, values.t);
		view.is_other = is_other;
		return templates.fill(app_template, view);
	end);
	link = web.html(link);
	return (html:gsub("{link}", function () return link; end, 1));
end

-- (what was asked for, values of the page, kind of the invite, function (app) → where its entry leads) → list of the apps as HTML
function apps.list(asked, values, kind, link_of)
	local function list_of(some, is_other)
		local html = {};
		for i, app in ipairs(some) do html[i] = entry(app, asked, values, is_other, link_of(app)); end
		return table.concat(html);
	end
	local best, others = apps.choose(asked.platform, kind);
	return templates.fill(template, {
		best = list_of(best, false); others = list_of(others, true); has_best = best[1] ~= nil; has_others = others[1] ~= nil;
		t = values.t; text = values.text;
	});
end

return apps;
