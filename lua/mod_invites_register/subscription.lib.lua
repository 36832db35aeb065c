-- A contact who presents an invite with a subscription request (XEP-0379: Pre-Authenticated Roster Subscription).

local sessionmanager = require "core.sessionmanager";
local jid = require "util.jid";
local st = require "util.stanza";

local invites = require_once "invites";
local rosters = require_once "rosters";

-- (bare JID) → the party for the rate limit: a user of this server, or another server, which could invent any number of users
local function sender(contact)
	local _, domain = jid.split(contact);
	return { sender = prosody.hosts[domain] and contact or domain; contact = contact };
end

local function spend(token, username, contact)
	local api = invites.api();
	local validated, code = api.present(token, sender(contact), username);
	if not validated then return nil, code; end
	return api.spend(validated, nil, contact);
end

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

-- (presence stanza of type subscribe) → true if it presented an invite of its recipient and was approved
-- Otherwise nothing has happened, and the request is treated as one without an invite (XEP-0379, section 4.1): the recipient's client may have
-- issued it.
return function (stanza)
	local preauth = stanza:get_child("preauth", "urn:xmpp:pars:0");
	local token = preauth and preauth.attr.token;
	local username = jid.node(stanza.attr.to);
	local contact = jid.bare(stanza.attr.from);
	if not token or not username or not rosters.can_approve(username, contact) then return; end

	local ok, code = spend(token, username, contact);
	if not ok then
		module:log("debug", "Invite of %s refused in a request by %s: %s", username, contact, code);
		return;
	end
	local user = username.."@"..module.host;
	if meet(user, contact) then return true; end
	ok, code = approve(user, contact);
	if not ok then module:log("error", "The invite of %s is spent, but %s could not be added to the roster: %s", username, contact, code); end
	return ok;
end
