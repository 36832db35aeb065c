-- What the specs of rooms have in common: a server with rooms, and what is in them and in the bookmarks of its users.

local support = { host = "verona.example"; elsewhere = "mantua.example"; rooms = "rooms.verona.example" };

-- For code inside the server: muc, room(name) → room, bookmarks(username, host or nil) → items of util.pubsub
support.inside = [[
	local muc = prosody.hosts["rooms.verona.example"].modules.muc;
	local function room(name) return muc.get_room_from_jid(name.."@rooms.verona.example"); end
	local function bookmarks(username, of)
		local service = prosody.hosts[of or host].modules.pep.get_pep_service(username);
		local ok, items = service:get_items("urn:xmpp:bookmarks:1", true);
		return ok and items or {}, service;
	end
]];

-- (options of a server) → the same with hosts, a component for rooms, and the modules for bookmarks
function support.options(options)
	options.modules = { "pep"; "bookmarks"; "mam"; table.unpack(options.modules or {}) };
	options.components = ('Component "%s" "muc"\n'):format(support.rooms);
	options.hosts = { support.host, support.elsewhere };
	return options;
end

-- (fixture, name of a room, configuration: name, members_only, allow_member_invites, password, hidden, persistent = false)
function support.make(fixture, name, settings)
	fixture:eval(support.inside..[[
		local name, settings = ...;
		local new = assert(muc.create_room(name.."@rooms.verona.example"));
		new:set_name(settings.name);
		new:set_members_only(settings.members_only);
		new:set_allow_member_invites(settings.allow_member_invites);
		new:set_password(settings.password);
		new:set_public(not settings.hidden);
		new:set_persistent(settings.persistent ~= false);
		for jid, affiliation in pairs(settings.affiliations or {}) do assert(new:set_affiliation(true, jid, affiliation)); end
		new:save(true);
	]], name, settings or {});
end

-- (name of a room) → its JID
function support.address(name) return name.."@"..support.rooms; end

-- (fixture, username, host or nil) → map room → { name, nick, autojoin, password } of the bookmarks
function support.bookmarks(fixture, username, of)
	return fixture:eval(support.inside..[[
		local found = {};
		for _, id in ipairs((bookmarks(...))) do
			local conference = (bookmarks(...))[id]:get_child("conference", "urn:xmpp:bookmarks:1");
			found[id:match("^[^@]*")] = { name = conference.attr.name; autojoin = conference.attr.autojoin; nick = conference:get_child_text("nick");
				password = conference:get_child_text("password") };
		end
		return found;
	]], username, of);
end

-- (fixture, name of a room, JID) → affiliation
function support.affiliation(fixture, name, jid)
	return fixture:eval(support.inside.."local name, jid = ...; return room(name):get_affiliation(jid) or 'none'", name, jid);
end

return support;
