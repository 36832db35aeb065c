-- Who invites, as all pages of an invite show it.

local option = require_once "invites_config/option";
local face = require_once "invites_core".web.face;

local is_shown = option "invites_show_inviter";

-- (invite or nil) → { name, initial and colour of the circle that stands for the person (XEP-0392), picture = path of a picture instead, or nil }; or
-- nil: nobody is to be named. A link to a new password invites nobody.
return function (invite)
	local username = invite and is_shown and invite.kind ~= "reset" and (invite.inviter or invite.creator);
	if not username then return nil; end
	local initial, colour = face(username, username.."@"..module.host);
	return { name = username; initial = initial; colour = colour };
end
