-- A contact who presents an invite with a subscription request (XEP-0379: Pre-Authenticated Roster Subscription).

local jid = require "util.jid";
local st = require "util.stanza";

local invites = require_once "invites";
local rosters = require_once "rosters";

-- (bare JID) → the party for the rate limit: a user of this server, or another server, which could invent any number of users
local function sender(contact)
	local _, domain = jid.split(contact);
	return { sender = prosody.hosts[domain] and contact or domain };
end

local function spend(token, username, contact)
	local api = invites.api();
	local validated, code = api.present(token, sender(contact), username);
	if not validated then return nil, code; end
	return api.spend(validated, nil, contact);
end

-- (username, bare JID of the contact, does the user ask for the same?)
-- mod_presence can't do this: it looks in the contact's roster if only the contact is online.
local function answer(username, contact, ask)
	local from = username.."@"..module.host;
	module:send(st.presence({ type = "subscribed", from = from, to = contact }));
	local user = prosody.bare_sessions[from];
	for _, session in pairs(user and user.sessions or {}) do -- RFC 6121, section 3.1.5
		if session.presence then
			local presence = st.clone(session.presence);
			presence.attr.to = contact;
			module:send(presence, session);
		end
	end
	if ask then module:send(st.presence({ type = "subscribe", from = from, to = contact })); end
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
	local ask, err = rosters.approve(username, contact);
	if ask == nil then
		module:log("error", "The invite of %s is spent, but %s could not be added to the roster: %s", username, contact, err);
		return;
	end
	answer(username, contact, ask);
	return true;
end
