-- Which apps this host wants: the options site_apps, site_apps_show and site_apps_hide.
--
-- Returns function (images) → { apps: list, is_own: are these the admin's?, shows: function, complain_of_unknown: function }

local modulemanager = require "core.modulemanager";

local read_entry = require_once "entry";
local option = require_once "invites_config/option";
local usual_apps = require_once "apps";

local usual_by_id = {};
for _, app in ipairs(usual_apps) do usual_by_id[app.id] = app; end

-- (name of an option) → map id → true, or nil
local function ids(name)
	local list = option(name);
	if not list then return nil; end
	local map = {};
	for _, id in ipairs(list) do map[id] = true; end
	return map;
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

-- (list of what was written) → list of { number, what was written, or of ours what it is the id of }
local function written_apps(value)
	local result = {};
	for i, written in ipairs(value) do
		if type(written) == "string" and not usual_by_id[written] then
			module:log("warn", "The option site_apps names the app %q, which we do not know", written);
		else
			table.insert(result, { number = i; written = usual_by_id[written] or written; usual = usual_by_id[written] ~= nil });
		end
	end
	return result;
end

-- (show: map or nil) → the same for the apps that we offer
local function of_ours(show)
	local result = {};
	for i, app in ipairs(usual_apps) do
		if has_one(app.needs) or show and show[app.id] then table.insert(result, { number = i; written = app; usual = true }); end
	end
	return result;
end

return function (images)
	local own, show, hide = option "site_apps", ids("site_apps_show"), ids("site_apps_hide");
	local selection = { apps = {}; is_own = own ~= nil };

	for _, entry in ipairs(own and written_apps(own) or of_ours(show)) do
		local name = type(entry.written) == "table" and entry.written.name or "no name";
		local app = read_entry(entry.written, images, function (what)
			module:log("warn", "The option site_apps, app %d (%s): %s", entry.number, tostring(name), what);
		end);
		if app then
			app.is_usual = entry.usual or nil;
			table.insert(selection.apps, app);
		end
	end

	function selection.shows(id)
		return not (show and not show[id] or hide and hide[id]);
	end

	-- (map id → anything of all that there are)
	function selection.complain_of_unknown(known)
		for name, map in pairs { site_apps_show = show or {}; site_apps_hide = hide or {} } do
			for id in pairs(map) do
				if not known[id] and not usual_by_id[id] then module:log("warn", "The option %s names the app %q, which there is not", name, id); end
			end
		end
	end

	return selection;
end
