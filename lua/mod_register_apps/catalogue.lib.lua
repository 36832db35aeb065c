-- The apps of this host as others see them: a list in order, and in the same table a map by id. That table is shared with other modules, which
-- keep it, so it stays the same table and is filled again when something changes. The library says what is in it (src/web/apps).

local modulemanager = require "core.modulemanager";

local core = require_once "invites_core";
local option = require_once "invites_config/option";
local url = require_once "invites_lib/url";

local catalogue = {};

local shared = module:shared "apps";
local sources; -- what the catalogue is made of
local unknown; -- what is to be said of unknown ids in options
local said = {}; -- warning → how often it was given since the options were read

function catalogue.clear()
	for key in pairs(shared) do shared[key] = nil; end
end

-- Fills the table with the apps of the options and those that other modules offer now.
function catalogue.fill()
	sources.offers, sources.by = module:get_host_items "site-app-provider", {};
	for i, item in ipairs(sources.offers) do sources.by[i] = tostring(type(item) == "table" and item._provided_by or "?"); end
	local apps, warnings;
	apps, warnings, unknown = core.apps(sources);
	if not apps then error(("the apps can't be listed: %s"):format(unknown or warnings), 0); end
	local given = {};
	for _, warning in ipairs(warnings) do
		given[warning] = (given[warning] or 0) + 1;
		if given[warning] > (said[warning] or 0) then
			said[warning] = given[warning];
			module:log("warn", "%s", warning);
		end
	end
	catalogue.clear();
	for i, app in ipairs(apps) do shared[i], shared[app.id] = app, app; end
end

-- Reads the options, and fills the table.
function catalogue.select()
	local enabled = {};
	for name in modulemanager.get_modules_for_host(module.host):items() do table.insert(enabled, tostring(name)); end
	sources = {
		site_apps = option "site_apps"; show = option "site_apps_show"; hide = option "site_apps_hide"; enabled = enabled;
		base = url.ascii(module:http_url()); paths = core.files(module:get_directory(), "assets");
	};
	said = {};
	catalogue.fill();
end

-- Says which ids in the configuration are none. To be called once all modules are there.
function catalogue.complain_of_unknown()
	for _, words in ipairs(unknown) do module:log("warn", "%s", words); end
end

return catalogue;
