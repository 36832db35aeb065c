-- The rooms of an invite, from its maker to its page.

local jid = require "util.jid";
local it = require "util.iterators";

local clean = require_once "invites_core".input.clean;
local bookmarks = require_once "rooms/bookmarks";
local muc = require_once "rooms/muc";
local yield_points = require_once "jobs/yield_points";

local is_server = prosody.process_type == "prosody"; -- prosodyctl has no rooms to look at

local rooms = {};

local longest = 3071; -- bytes of a JID (RFC 7622, section 3.1)
local longest_name = 60; -- characters
local most_seen = 100; -- rooms that are looked at to offer some

-- (array of texts, perhaps) → the same, bare and prepared; false for texts that are no rooms; what is no array stays
function rooms.prepared(list)
	if type(list) ~= "table" then return list; end
	local known = {};
	for _, text in ipairs(list) do
		local room = type(text) == "string" and #text <= longest and jid.prep(text);
		local node, _, resource = jid.split(room or nil);
		if not node or resource then return false; end
		table.insert(known, room);
	end
	return known;
end

-- (array of rooms, or nil; array of the usernames who stand behind the invite) → boolean: does each room exist, and may each of them invite there?
-- Of rooms elsewhere nobody can say.
function rooms.allowed(list, makers)
	if not is_server then return true; end
	local yield = yield_points();
	for _, room_jid in ipairs(type(list) == "table" and list or {}) do
		local room, why = muc.find(room_jid);
		if not room and why ~= "elsewhere" then return false; end
		for _, username in ipairs(room and makers or {}) do
			if not muc.power(room, username) then return false; end
		end
		yield(); -- a room that nobody is in is read from disk
	end
	return true;
end

-- (array of rooms) → array of their names: of a room elsewhere, and of one that is away, the first part of its address
function rooms.names(list)
	local names, yield = {}, yield_points();
	for _, room_jid in ipairs(list or {}) do
		local room, why = muc.find(room_jid);
		if room then
			table.insert(names, clean(muc.name(room), longest_name));
		elseif why ~= "gone" then
			table.insert(names, clean(jid.split(room_jid), longest_name));
		end
		yield();
	end
	return names;
end

-- Rooms that may be offered to somebody: those of their bookmarks, and those where people are now. To go through all rooms would read each from disk.
local function candidates(account)
	local found, seen = {}, 0;
	local function add(room_jid)
		if found[room_jid] or seen >= most_seen then return; end
		found[room_jid], seen = true, seen + 1;
	end
	for _, room_jid in ipairs(bookmarks.get(account) or {}) do add(room_jid); end
	for _, host in pairs(prosody.hosts) do
		local service = host.modules and host.modules.muc;
		if service then
			for room in service.live_rooms() do
				-- Nobody is shown a hidden room in which they have no part.
				if room:get_public() or room:get_affiliation(account) then add(room.jid); end
			end
		end
	end
	return found;
end

-- (username) → array of { id = bare JID, name }: rooms of this server to which they may invite
function rooms.offers(username)
	local offers, yield = {}, yield_points();
	for room_jid in it.sorted_pairs(candidates(jid.join(username, module.host))) do
		local room = muc.find(room_jid);
		if room and muc.power(room, username) then table.insert(offers, { id = room_jid; name = muc.name(room) }); end
		yield();
	end
	return offers;
end

return rooms;
