-- A contact who presents an invite with a subscription request (XEP-0379: Pre-Authenticated Roster Subscription).

local jid = require "util.jid";

local contacts = require_once "contacts";
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
	ok, code = contacts.make(user, contact);
	if not ok then module:log("error", "The invite of %s is spent, but %s could not be added to the roster: %s", username, contact, code); end
	return ok;
end
