-- Makes a user of this host and somebody who has used an invite contacts: rosters, and the presence that follows from them.

local sessionmanager = require "core.sessionmanager";
local jid = require "util.jid";
local st = require "util.stanza";

local rosters = require_once "rosters";

-- (bare JIDs): where the first one is online, the other one sees it (RFC 6121, section 3.1.5)
-- mod_presence can't do this: it looks in the contact's roster if only the contact is online.
local function show(account, contact)
	local user = prosody.bare_sessions[account];
	for _, session in pairs(user and user.sessions or {}) do
		if session.presence then
			local presence = st.clone(session.presence);
			presence.attr.to = contact;
			module:send(presence, session);
		end
	end
end

-- (bare JIDs of the user and the contact) → true if both are of this server, and contacts of each other now. The contact has asked, and the user has
-- said yes in advance: nobody has to be asked anything.
local function meet(user, contact)
	local name, domain = jid.split(contact);
	local host = name and prosody.hosts[domain];
	if not host or host.type ~= "local" then return false; end
	local ok, err = rosters.befriend(user, contact);
	if not ok then
		module:log("error", "%s and %s could not be made contacts of each other at once, so each is asked: %s", user, contact, err);
		return false;
	end
	sessionmanager.send_to_interested_resources(name, domain, st.presence({ type = "subscribed", from = user, to = contact }));
	show(user, contact);
	show(contact, user);
	return true;
end

-- (bare JIDs of the user and the contact) → true, or nil, error: the contact is approved, and asked for the same
local function approve(user, contact)
	local ask, err = rosters.approve(jid.node(user), contact);
	if ask == nil then return nil, err; end
	module:send(st.presence({ type = "subscribed", from = user, to = contact }));
	show(user, contact);
	if ask then module:send(st.presence({ type = "subscribe", from = user, to = contact })); end
	return true;
end

local contacts = {};

-- (bare JIDs of the user and the contact) → true, or nil, error
function contacts.make(user, contact)
	if meet(user, contact) then return true; end
	return approve(user, contact);
end

-- (the same) → true if nothing is left to do: they are contacts, or the contact of another server is approved and asked
function contacts.are_made(user, contact)
	local name, domain = jid.split(contact);
	local host = prosody.hosts[domain];
	local needs_both = host and host.type == "local";
	return not rosters.can_approve(jid.node(user), contact) and (not needs_both or rosters.is_both(name, domain, user));
end

return contacts;
