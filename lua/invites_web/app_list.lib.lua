-- The list of apps on a page. It is the longest part, and the same for all who read one language on one kind of device, so it is kept.
--
-- Returns function (what was asked for, tag of the language, values of the page) → HTML

local cache = require "util.cache";

local apps = module:require "invites_web/apps";
local fill = module:require "invites_web/fill";
local template = module:require "invites_web/files".read "html/apps.html";

local catalogue = module:shared "register_apps/apps";

local most_kept = 200; -- languages times devices times places of links times words above the list
local place_of_query = "\0";

local kept, of = cache.new(most_kept), {};

-- Forgets all lists if the apps are others than those that they show.
local function look_for_changes()
	local same = #of == #catalogue;
	for i, app in ipairs(catalogue) do same = same and of[i] == app; end
	if same then return; end
	kept = cache.new(most_kept);
	of = { table.unpack(catalogue) };
end

local function views(list, asked, t)
	local result = {};
	for i, app in ipairs(list) do result[i] = apps.view(app, asked, t); end
	return result;
end

local function render(asked, values)
	local best, others = apps.choose(asked.platform);
	return fill(template, {
		best = views(best, asked, values.t); others = views(others, asked, values.t); has_best = best[1] ~= nil; has_others = others[1] ~= nil;
		below = asked.below; query = place_of_query; t = values.t; text = values.text;
	});
end

return function (asked, tag, values)
	look_for_changes();
	local key = table.concat({ tag; asked.platform or ""; asked.below; asked.root; values.text.apps_lead }, place_of_query);
	local html = kept:get(key);
	if not html then
		html = render(asked, values);
		kept:set(key, html);
	end
	return (html:gsub(place_of_query, (values.query:gsub("[%%&]", { ["%"] = "%%"; ["&"] = "&amp;" }))));
end
