-- Subscriptions through an invite on real streams: XEP-0379 (Pre-Authenticated Roster Subscription), with the people of its examples. Which
-- requests go the ordinary way: spec/fast/mod_invites_register/contacts_spec.lua.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";

local host, elsewhere = "montague.net", "capulet.net";
local romeo = "romeo@"..host;
local preauth = Client.xml.preauth;

-- (client, type, seconds or nil) → the next presence of that type, or nil, why
local function presence(client, kind, seconds)
	return client:wait_for(function (stanza) return stanza.name == "presence" and stanza.attr.type == kind; end, seconds);
end

-- (client of the inviter romeo, of the contact, the contact's bare JID, token) presents it, and asserts that it goes as in the examples 3 to 8
local function assert_friends(client, contact, jid, token)
	contact:presence("subscribe", romeo, preauth(token));
	local pushed = client:roster_push(jid);
	assert.same({ "from", "subscribe" }, { pushed.attr.subscription, pushed.attr.ask });
	local first = contact:wait_for(function (stanza)
		return stanza.name == "presence" and stanza.attr.from == romeo and (stanza.attr.type or ""):find("^subscribe");
	end);
	assert.equal("subscribed", first.attr.type);
	assert.equal(romeo, presence(contact, "subscribe").attr.from);
	assert.is_truthy(contact:wait_for(function (stanza) return stanza.attr.from == romeo.."/r"; end));
	assert.equal("to", contact:roster_push(romeo, "to").attr.subscription);

	contact:presence("subscribed", romeo);
	assert.equal("both", contact:roster_push(romeo, "both").attr.subscription);
	assert.is_truthy(client:roster_push(jid, "both"));
	assert.is_nil(presence(client, "subscribe", 0));
end

describe("a request with an invite", function ()
	local fixture, client;
	local count = 0;

	fixture = Fixture.shared(host, { hosts = { host, elsewhere } }, function ()
		fixture:account("romeo");
		fixture:account("mercutio");
		client = fixture:online("romeo");
	end);

	-- () → client of somebody new on the other host, bare JID
	local function stranger()
		count = count + 1;
		local name = "juliet"..count;
		local other = Fixture.on(fixture.server, elsewhere);
		other:account(name);
		return other:online(name), name.."@"..elsewhere;
	end

	it("is approved, added, asked back and pushed (examples 3 to 8), once", function ()
		local contact, jid = stranger();
		local token = fixture:invite("create_contact", "romeo");
		assert_friends(client, contact, jid, token);
		assert.is_false(fixture:usable(token, "romeo"));
		local late, late_jid = stranger();
		late:presence("subscribe", romeo, preauth(token));
		local request = presence(client, "subscribe"); -- as by everybody, and with the token: it may be an invite that romeo's client knows of
		assert.equal(late_jid, request.attr.from);
		assert.equal(token, request:get_child("preauth", "urn:xmpp:pars:0").attr.token);
		assert.is_nil(client:roster()[late_jid]);
		assert.is_nil(presence(late, "subscribed", 0));
	end);

	it("makes both friends at once where the contact has approved in advance (example 4)", function ()
		local contact, jid = stranger();
		contact:presence("subscribed", romeo);
		contact:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(client:roster_push(jid, "both"));
		assert.is_truthy(contact:roster_push(romeo, "both"));
	end);
end);

describe("a request with an invite from another server", function ()
	it("is approved, and asked back", function ()
		local one, two = Server.new { hosts = { host }, s2s = true }, Server.new { hosts = { elsewhere }, s2s = true };
		local montague, capulet = Fixture.on(one:route(two):start(), host), Fixture.on(two:route(one):start(), elsewhere);
		montague:account("romeo");
		capulet:account("juliet");
		assert_friends(montague:online("romeo"), capulet:online("juliet"), "juliet@"..elsewhere, montague:invite("create_contact", "romeo"));
		montague:stop();
		capulet:stop();
	end);
end);
