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
	local fixture, here, there;
	local count = 0;

	fixture = Fixture.shared(host, { hosts = { host, elsewhere } }, function ()
		there = Fixture.on(fixture.server, elsewhere);
		fixture:account("romeo");
		here = { fixture:online("romeo", "secret", "garden"), fixture:online("romeo", "secret", "square") };
	end);

	-- (fixture of a host) → two clients of somebody new, bare JID
	local function stranger(of)
		count = count + 1;
		local name = "juliet"..count;
		of:account(name);
		return { of:online(name, "secret", "balcony"), of:online(name, "secret", "chapel") }, name.."@"..of.host;
	end

	-- (clients, bare JID of the contact): each has the contact, is asked nothing, and sees where the contact is
	local function assert_has(clients, jid, resources)
		for _, client in ipairs(clients) do
			local item = client:roster_push(jid, "both");
			assert.same({ "both" }, { item.attr.subscription, item.attr.ask });
			for _, resource in ipairs(resources) do
				assert.truthy(client:wait_for(function (stanza)
					return stanza.name == "presence" and stanza.attr.from == jid.."/"..resource and stanza.attr.type == nil;
				end), resource);
			end
			assert.is_true(client:ping());
			assert.is_nil(client:wait_for(function (stanza) return stanza.attr.type == "subscribe" and stanza.attr.from == jid; end, 0));
			assert.same({ subscription = "both" }, client:roster()[jid]);
		end
	end

	for name, of in pairs { ["of this host"] = function () return fixture; end; ["of another host of this server"] = function () return there; end } do
		it("by a user "..name.." makes both contacts at once, on all their clients, without a question", function ()
			local clients, jid = stranger(of());
			local token = fixture:invite("create_contact", "romeo");
			clients[1]:presence("subscribe", romeo, preauth(token));
			assert.equal(romeo, presence(clients[1], "subscribed").attr.from);
			assert_has(here, jid, { "balcony"; "chapel" });
			assert_has(clients, romeo, { "garden"; "square" });
			assert.is_false(fixture:usable(token, "romeo"));
		end);
	end

	it("is one like everybody's where the invite is used, or for somebody else", function ()
		local _, friend = stranger(there);
		local used = fixture:invite("create_contact", "romeo");
		local first = stranger(fixture);
		first[1]:presence("subscribe", romeo, preauth(used));
		assert.truthy(presence(first[1], "subscribed"));
		local bound = fixture:make("make", { kind = "contact"; inviter = "romeo"; data = { invitee = friend } }).token;
		for _, token in ipairs { used; bound } do
			local late, late_jid = stranger(there);
			late[1]:presence("subscribe", romeo, preauth(token));
			local request = presence(here[1], "subscribe"); -- with the token: it may be an invite that romeo's client knows of
			assert.equal(late_jid, request.attr.from);
			assert.equal(token, request:get_child("preauth", "urn:xmpp:pars:0").attr.token);
			assert.is_nil(here[1]:roster()[late_jid]);
			assert.is_nil(presence(late[1], "subscribed", 0));
		end
	end);

	it("serves the one person whom the invite is for, whatever the case of the address", function ()
		local clients, jid = stranger(there);
		local invite = fixture:make("make", { kind = "contact"; inviter = "romeo"; data = { invitee = jid:upper().."/phone" } });
		clients[2]:presence("subscribe", romeo, preauth(invite.token));
		assert_has(here, jid, { "balcony"; "chapel" });
		assert_has(clients, romeo, { "garden"; "square" });
	end);

	it("answers what one of them has asked the other before", function ()
		local clients, jid = stranger(there);
		here[1]:presence("subscribe", jid);
		assert.equal(romeo, presence(clients[1], "subscribe").attr.from);
		clients[1]:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert_has(here, jid, { "balcony"; "chapel" });
		assert.truthy(clients[1]:roster_push(romeo, "both"));
		clients[1]:close();
		local again = there:online(jid:match("^[^@]+"), "secret", "tomb"); -- it is not asked any more
		assert.is_true(again:ping());
		assert.is_nil(presence(again, "subscribe", 0));
	end);
end);

describe("a request with an invite from another server", function ()
	it("is approved, added, asked back and pushed (examples 3 to 8)", function ()
		local one, two = Server.new { hosts = { host }, s2s = true }, Server.new { hosts = { elsewhere }, s2s = true };
		local montague, capulet = Fixture.on(one:route(two):start(), host), Fixture.on(two:route(one):start(), elsewhere);
		montague:account("romeo");
		capulet:account("juliet");
		assert_friends(montague:online("romeo"), capulet:online("juliet"), "juliet@"..elsewhere, montague:invite("create_contact", "romeo"));
		montague:stop();
		capulet:stop();
	end);
end);
