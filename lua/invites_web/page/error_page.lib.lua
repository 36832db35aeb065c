-- The page that says why there is nothing to be seen or done: which kind of dead an invite is, or what has gone wrong. It has one button, for what to
-- do next.
--
-- Returns function (code, invite or nil, address of the page under https or nil) → page, see render.lib.lua

local urlencode = require "util.http".urlencode;

local apps = require_once "invites_web/page/apps";
local inviter = require_once "invites_web/page/inviter";
local option = require_once "invites_config/option";
local refusals = require_once "invites_core".web.refusals;

local contact = (option "invites_links" or {}).contact;

local function open_app(values, uri) return { url = uri:match("^[^?]*"); text = values.t.open_my_app; is_app = true }; end

-- what the button does (src/web/refusals.rs) → function (values of the page, invite or nil, what was asked for, what texts are told, address of the
-- page under https or nil) → { url, text, is_app = does an app open it? }, or nil. Where it is nil, people turn to those who run the server.
local steps = {};

function steps.again(values) return { url = ("%s?%s"):format(values.main, values.query); text = values.t.try_again }; end

function steps.invite(values) return { url = ("%s?%s"):format(values.main, values.query); text = values.t.to_invitation }; end

function steps.open(values, invite) return invite and { url = invite.uri; text = values.t.open_contact; is_app = true }; end

function steps.secure(values, _, _, _, secure)
	return secure and { url = ("%s?%s"):format(secure, values.query); text = values.t.open_secure };
end

-- Who has an account or gets none here: the next thing is to chat.
function steps.chat(values, invite, asked, told)
	local kind = invite and invite.kind;
	if kind == "contact" then return open_app(values, invite.uri); end
	local address = apps.webchat();
	if address then return { url = address; text = values.t.success_webchat_open }; end
	local app = kind ~= "reset" and apps.choose(asked.platform)[1];
	local link = app and apps.downloads(app, asked.platform, values.t)[1];
	if not link then return open_app(values, invite and invite.uri or "xmpp:"..urlencode(module.host)); end
	told.app = app.name;
	return { url = link.url; text = values.t.get_app };
end

-- Somebody else may have used the link.
function steps.reset(...) return not contact and steps.chat(...); end

return function (code, invite, secure)
	local row = refusals[code];
	if not row or not row.page then row = refusals["internal-server-error"]; end
	local words = invite and row[invite.kind] or row.page;
	local next_step = words == "used-reset" and "reset" or row.next;
	local told = { inviter = invite and invite.inviter; address = invite and invite.jid };
	return {
		status = row.status; template = "error_page"; by = inviter(invite); drawing = "dead"; told = told; retry_after = row.retry_after;
		i18n = { heading = words.."-heading"; lead = words.."-lead" };
		values = { msg_class = "alert-danger"; asks = next_step == "ask" }; -- msg_class: as templates for the community's module know it
		complete = function (values, _, asked)
			values.message = values.text.lead;
			if values.asks then return; end
			values.next = steps[next_step] and steps[next_step](values, invite, asked, told, secure)
				or contact and { url = contact; text = values.t.contact_server } or steps.chat(values, invite, asked, told);
		end;
	};
end
