-- The page that says why there is nothing to be seen or done: which kind of dead an invite is, or what has gone wrong. It has one button, for what to
-- do next.
--
-- Returns function (code, invite or nil) → page, see render.lib.lua

local apps = require_once "invites_web/page/apps";
local inviter = require_once "invites_web/page/inviter";
local option = require_once "invites_config/option";
local refusals = require_once "invites_core".web.refusals;
local webchat = require_once "invites_web/page/webchat";

local contact = (option "invites_links" or {}).contact;

-- what the button does (src/web/refusals.rs) → function (values of the page, invite or nil, what was asked for, what texts are told) → { url, text },
-- or nil
local steps = {};

function steps.again(values) return { url = ("%s?%s"):format(values.main, values.query); text = values.t.try_again }; end

function steps.invite(values) return { url = ("%s?%s"):format(values.main, values.query); text = values.t.to_invitation }; end

function steps.open(values, invite) return invite and { url = invite.uri; text = values.t.open_contact }; end

-- The invite has done what it was for: the next thing is to chat.
function steps.chat(values, invite, asked, told)
	if not invite or invite.kind == "reset" then return nil; end
	if invite.kind == "contact" then return { url = invite.uri:match("^[^?]*"); text = values.t.open_my_app }; end
	local address = webchat();
	if address then return { url = address; text = values.t.success_webchat_open }; end
	local app = apps.choose(asked.platform)[1];
	local link = app and apps.downloads(app, asked.platform, values.t)[1];
	if not link then return nil; end
	told.app = app.name;
	return { url = link.url; text = values.t.get_app };
end

return function (code, invite)
	local row = refusals[code];
	if not row or not row.page then row = refusals["internal-server-error"]; end
	local words = invite and row[invite.kind] or row.page;
	local told = { inviter = invite and invite.inviter; address = invite and invite.jid };
	return {
		status = row.status; template = "error_page"; by = inviter(invite); drawing = "dead"; told = told; retry_after = row.retry_after;
		i18n = { heading = words.."-heading"; lead = words.."-lead" };
		values = { msg_class = "alert-danger" }; -- as templates for the community's module know it
		complete = function (values, _, asked)
			values.message = values.text.lead;
			values.next = row.next and steps[row.next](values, invite, asked, told) or contact and { url = contact; text = values.t.contact_server };
		end;
	};
end
