-- Setting a new password for an existing account with a reset invite.
--
-- This does not fire user-registering. Its handlers judge *new* names (mod_mimicking, mod_tombstones, block lists) and would refuse every reset.
-- Modules that judge passwords see the stanza before this one.

local nodeprep = require "util.encodings".stringprep.nodeprep;
local st = require "util.stanza";
local usermanager = require "core.usermanager";

local form = require_once "form";
local invites = require_once "invites";
local provider = require_once "invites_lib/provider";
local registration = require_once "registration";

local reset = {};

-- (session, iq stanza) → is this a filled form on a stream that presented a reset invite?
function reset.asked_for(session, stanza)
	local data = session.validated_invite and session.validated_invite.additional_data;
	return stanza.attr.type == "set" and not stanza.tags[1]:get_child("remove") and data and data.allow_reset;
end

-- (validated reset invite, username, password, about the request: { ip, source, session or nil }) → prepared username, or nil, code or refusal
function reset.set_password(validated, username, password, about)
	username = type(username) == "string" and nodeprep(username, true);
	if not username or username == "" then return nil, "username-invalid"; end
	local ok, reason = registration.check_password(password);
	if not ok then return nil, reason; end
	if not provider.sets_passwords(module.host) then return nil, "managed-elsewhere"; end
	ok, reason = registration.claim(validated, username, about.session);
	if not ok then return nil, reason; end

	-- Not by create_user: set_password keeps a disabled account disabled, and logs out other sessions.
	ok, reason = usermanager.set_password(username, password, module.host);
	if not ok and provider.says_never(reason) then
		return nil, "managed-elsewhere";
	elseif not ok then
		module:log("error", "Could not set a new password for %s: %s", username, reason);
		return nil, "internal-server-error";
	end
	registration.announce("user-password-reset", {
		username = username, password = password, host = module.host, ip = about.ip, session = about.session, source = about.source;
		validated_invite = validated, additional = {}, allowed = true, allow_reset = username;
	});
	return username;
end

-- (session, iq stanza) → reply
function reset.perform(session, stanza)
	local username, password = form.read(stanza.tags[1]);
	local about = { ip = session.ip; source = module.name; session = session };
	local ok, reason = reset.set_password(session.validated_invite, username, password, about);
	if ok then return st.reply(stanza); end
	local err = invites.refusal(reason);
	session.log("debug", "Password reset refused: %s", err.context.reason);
	return invites.translate(st.error_reply(stanza, err), stanza, reason);
end

return reset;
