-- The line of steps at the top of a page.
--
-- Returns function (tag of the language, texts of the page, ids of the steps' texts as templates write them, number of the step that the page is)
-- → HTML

local templates = require_once "invites_web/page/templates";

local template = templates.read "html/progress.html";

local made = {}; -- what it depends on → HTML

return function (tag, t, ids, now)
	local key = ("%s %d %s"):format(tag, now, table.concat(ids, " "));
	if not made[key] then
		local steps = {};
		for i, id in ipairs(ids) do steps[i] = { text = t[id]; is_past = i < now; is_now = i == now }; end
		made[key] = templates.fill(template, { steps = steps });
	end
	return made[key];
end
