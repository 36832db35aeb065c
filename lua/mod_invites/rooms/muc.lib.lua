-- Rooms of this server (XEP-0045: Multi-User Chat), and who may invite people to them.

local jid = require "util.jid";
local st = require "util.stanza";

local permissions = require_once "accounts/permissions";

local muc = {};

local xmlns_user = "http://jabber.org/protocol/muc#user";

-- (bare JID) → room; or nil, "elsewhere": not on this server, or on a component that is another program; "gone"; or "failed": it can't be read
function muc.find(room_jid)
	local _, domain = jid.split(room_jid);
	local host = prosody.hosts[domain];
	local service = host and host.modules and host.modules.muc;
	if not service then
		local is_ours = host and (host.type == "local" or host.modules and next(host.modules) and not host.modules.component);
		return nil, is_ours and "gone" or "elsewhere";
	end
	local ok, room = pcall(service.get_room_from_jid, room_jid);
	if not ok then
		module:log("error", "The room %s could not be looked up: %s", room_jid, room);
		return nil, "failed";
	end
	if room and room._data.locked == math.huge then return nil, "failed"; end -- Prosody's stand-in for a room that can't be read
	-- A destroyed room stays as a tombstone, which takes affiliations. A locked one is for its creator alone.
	if not room or room._data.destroyed or room._data.locked then return nil, "gone"; end
	return room;
end

-- (room) → its name, or the first part of its address
function muc.name(room)
	local name = room:get_name();
	return name ~= "" and name or jid.split(room.jid);
end

local function is_inside(room, who)
	for _, occupant in room:each_occupant() do
		if occupant.bare_jid == who then return true; end
	end
	return false;
end

-- (room; username of whoever invites, or nil for the server) → "admit": they may make people members; "invite": they may invite people by the room's
-- own rules; nil: neither. Somebody who can't enter must not hand out the password.
function muc.power(room, username)
	if not username or permissions.is_admin(username) then return "admit"; end
	local who = jid.join(username, module.host);
	local affiliation = room:get_affiliation(who);
	if affiliation == "owner" or affiliation == "admin" then return "admit"; end
	if affiliation == "outcast" then return nil; end
	if room:get_members_only() then return affiliation == "member" and room:get_allow_member_invites() and "invite" or nil; end
	local has_password = (room:get_password() or "") ~= "";
	return (not has_password or affiliation == "member" or is_inside(room, who)) and "invite" or nil;
end

-- (room, bare JID of an account, power; username as above) → true: they may enter, as far as we can help that; or nil, why not
-- Prosody would take an owner down to member, and let an outcast in again: only who is nobody there becomes a member.
function muc.admit(room, account, power, username)
	local affiliation = room:get_affiliation(account);
	if affiliation == "outcast" then return nil, "banned"; end
	if affiliation or not room:get_members_only() then return true; end
	if power == "admit" then
		local ok, _, condition = room:set_affiliation(true, account, "member");
		return ok, condition;
	end
	local refused;
	local origin = { type = "c2s"; username = username; host = module.host; send = function (reply) refused = reply; end };
	room:handle_mediated_invite(origin, st.message({ from = jid.join(username, module.host); to = room.jid })
		:tag("x", { xmlns = xmlns_user }):tag("invite", { to = account }):reset());
	if refused then return nil, select(2, refused:get_error()); end
	return room:get_affiliation(account) ~= nil, "not admitted";
end

return muc;
