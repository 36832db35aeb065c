-- Who invites, as all pages of an invite show it.

local option = require_once "invites_config/option";
local face = require_once "invites_core".web.face;
local profile = require_once "invites_web/page/profile";

local is_shown = option "invites_show_inviter";

-- (invite or nil) → { name, address, initial and colour of the circle that stands for the person (XEP-0392), avatar = id of a picture instead, or
-- nil, nickname or nil }; or nil: nobody is to be named. A link to a new password invites nobody. Texts call the person by the username: a nickname
-- stands beside the address, since anybody may take any.
return function (invite)
	local username = invite and is_shown and invite.kind ~= "reset" and (invite.inviter or invite.creator);
	if not username then return nil; end
	local address = username.."@"..module.host;
	local initial, colour = face(username, address);
	local shown = profile.of(username);
	return { name = username; address = address; initial = initial; colour = colour; avatar = shown.avatar; nickname = shown.nickname };
end
