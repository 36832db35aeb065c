-- The line of steps at the top of a page.
--
-- Returns function (texts of the page, ids of the steps' texts as templates write them, number of the step that the page is) → HTML

local templates = require_once "invites_web/page/templates";

local template = templates.read "html/progress.html";

return function (t, ids, now)
	local steps = {};
	for i, id in ipairs(ids) do steps[i] = { text = t[id]; is_past = i < now; is_now = i == now }; end
	return templates.fill(template, { steps = steps });
end
