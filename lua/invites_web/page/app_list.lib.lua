-- The list of apps on a page.
--
-- Returns { html = function (what was asked for, values of the page) → HTML; edition = function () → number that changes with the apps }

local apps = require_once "invites_web/page/apps";
local html_template = require_once "invites_web/page/html_template";
local template = require_once "invites_web/page/files".read "html/apps.html";

local catalogue = module:shared "register_apps/apps";

local app_list = {};

local function views(list, asked, t)
	local result = {};
	for i, app in ipairs(list) do result[i] = apps.view(app, asked, t); end
	return result;
end

function app_list.html(asked, values)
	local best, others = apps.choose(asked.platform);
	return html_template(template, {
		best = views(best, asked, values.t); others = views(others, asked, values.t); has_best = best[1] ~= nil; has_others = others[1] ~= nil;
		below = asked.below; query = values.query; t = values.t; text = values.text;
	});
end

return app_list;
