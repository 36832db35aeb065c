-- The page that says why there is nothing to be seen or done: which kind of dead an invite is, or what has gone wrong.
--
-- Returns function (code, invite or nil) → page, see render.lib.lua

local inviter = require_once "invites_web/page/inviter";
local refusals = require_once "invites_core".web.refusals;

return function (code, invite)
	local row = refusals[code];
	if not row or not row.page then row = refusals["internal-server-error"]; end
	local words = invite and row[invite.kind] or row.page;
	return {
		status = row.status; template = "error_page"; by = inviter(invite); retry_after = row.retry_after;
		i18n = { heading = words.."-heading"; lead = words.."-lead" };
		values = { msg_class = "alert-danger" }; -- as templates for the community's module know it
		complete = function (values) values.message = values.text.lead; end;
	};
end
