-- The apps of this host as others see them: a list in order, and in the same table a map by id. That table is shared with other modules, which
-- keep it, so it is always the same one and filled anew when something changes.
--
-- First come the apps of the configuration (site_apps), or ours, then those that other modules offer. Where a module offers what we have in our
-- list, as mod_conversejs does, it knows better and takes the place. An app of the admin's own list gives way to none. site_apps_show and
-- site_apps_hide say which of them are shown.
--
-- Returns { select, add, remove, clear, complain_of_unknown }

local modulemanager = require "core.modulemanager";
local new_set = require "util.set".new;

local entry = require_once "entry";
local option = require_once "invites_config/option";
local usual_apps = require_once "apps";
local web_address = require_once "invites_lib/url/web_address";

local usual_by_id = {};
for _, app in ipairs(usual_apps) do usual_by_id[app.id] = app; end

local catalogue = {};

local shared = module:shared "apps";
local images; -- see entry
local selected, is_own = {}, false; -- the apps of the configuration; are they the admin's?
local show, hide; -- sets of ids, or nil
local offers = {}; -- of modules: array of { item, app }

local function warn(...) module:log("warn", ...); end

-- (what was written or offered, function (name of it, complaint)) → app or nil
local function read(written, complain)
	local name = type(written) == "table" and written.name or "no name";
	return entry.read(written, images, function (what) complain(tostring(name), what); end);
end

-- (list of apps) gives apps that have the same id different ones, so that none is lost. Each keeps in `listed_as` by what options know it.
local function tell_apart(apps)
	local taken = {};
	for _, app in ipairs(apps) do
		app.listed_as = app.listed_as or app.id;
		local id, n = app.listed_as, 1;
		while taken[id] do
			n = n + 1;
			id = ("%s-%d"):format(app.listed_as, n);
		end
		if n > 1 and id ~= app.id then
			warn("There are several apps with the id %s: number %d of them gets the id %s. Better give it one of its own", app.listed_as, n, id);
		end
		app.id, taken[id] = id, true;
	end
end

-- Is one of these modules enabled here? (list or nil)
local function has_one(needs)
	if not needs then return true; end
	local enabled = modulemanager.get_modules_for_host(module.host);
	for _, name in ipairs(needs) do
		if enabled:contains(name) then return true; end
	end
	return false;
end

-- () → those of our apps that are of use here, or asked for
local function usual()
	local result = {};
	for _, app in ipairs(usual_apps) do
		if has_one(app.needs) or show and show:contains(app.id) then table.insert(result, app.id); end
	end
	return result;
end

-- (list of apps as site_apps has them: tables, or ids of ours) → apps
local function read_all(list)
	local apps = {};
	for i, written in ipairs(list) do
		local known = usual_by_id[written];
		local app;
		if type(written) == "string" and not known then
			warn("The option site_apps names the app %q, which we do not know", written);
		else
			app = read(known or written, function (name, what) warn("The option site_apps, app %d (%s): %s", i, name, what); end);
		end
		if app then
			app.is_usual = known and true or nil;
			table.insert(apps, app);
		end
	end
	return apps;
end

-- () → list of all apps, those that are not shown too
local function all()
	local offered, by_id, list = {}, {}, {};
	for _, offer in ipairs(offers) do table.insert(offered, offer.app); end
	table.sort(offered, function (a, b) return a.listed_as < b.listed_as; end); -- modules are loaded in no fixed order
	for _, app in ipairs(offered) do by_id[app.id] = app; end
	for _, app in ipairs(selected) do
		table.insert(list, not is_own and by_id[app.id] or app);
		by_id[app.id] = nil;
	end
	for _, app in ipairs(offered) do
		if by_id[app.id] then table.insert(list, app); end
	end
	return list;
end

function catalogue.clear()
	for key in pairs(shared) do shared[key] = nil; end
end

local function fill()
	local offered = {};
	for _, offer in ipairs(offers) do table.insert(offered, offer.app); end
	tell_apart(offered);
	catalogue.clear();
	for _, app in ipairs(all()) do
		local id = app.listed_as;
		if not (show and not show:contains(id) or hide and hide:contains(id)) then
			table.insert(shared, app);
			shared[app.id] = app;
		end
	end
end

-- (item) reads what a module offers.
local function read_offer(item)
	local by = type(item) == "table" and item._provided_by or "?";
	local app = read(item, function (name, what) warn("The app that mod_%s offers (%s): %s", by, name, what); end);
	if app then table.insert(offers, { item = item; app = app }); end
end

-- Reads the options, and what modules offer, which depends on where pictures are.
function catalogue.select()
	local own, shown, hidden = option "site_apps", option "site_apps_show", option "site_apps_hide";
	images = entry.images(web_address(module:http_url()));
	show, hide = shown and new_set(shown), hidden and new_set(hidden);
	is_own = own ~= nil;
	selected = read_all(own or usual());
	tell_apart(selected);
	local before = offers;
	offers = {};
	for _, offer in ipairs(before) do read_offer(offer.item); end
	fill();
end

-- (item "site-app-provider")
function catalogue.add(item)
	read_offer(item);
	fill();
end

function catalogue.remove(item)
	for i, offer in ipairs(offers) do
		if offer.item == item then
			table.remove(offers, i);
			return fill();
		end
	end
end

-- Says which ids in the configuration are none. To be called once all modules are there.
function catalogue.complain_of_unknown()
	local known = {};
	for _, app in ipairs(all()) do known[app.listed_as] = true; end
	for name, ids in pairs { site_apps_show = show; site_apps_hide = hide } do
		for id in ids:items() do
			if not known[id] and not usual_by_id[id] then warn("The option %s names the app %q, which there is not", name, id); end
		end
	end
end

return catalogue;
