-- Subscriptions through an invite on real streams: XEP-0379 (Pre-Authenticated Roster Subscription), with the people of its examples.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";

local host, elsewhere = "montague.net", "capulet.net";
local romeo, juliet = "romeo@"..host, "juliet@"..elsewhere;

-- (XML of an attribute value) → element
local function preauth(token)
	return ("<preauth xmlns='urn:xmpp:pars:0' token='%s'/>"):format(token);
end

-- (client, type) → the next presence of that type, or nil, why
local function presence(client, kind, seconds)
	return client:wait_for(function (stanza) return stanza.name == "presence" and stanza.attr.type == kind; end, seconds);
end

-- (fixture, username, resource or nil) → client that is online, and told of changes of its roster
local function online(fixture, username, resource)
	local client = fixture:login(username, nil, resource);
	client:roster();
	client:presence();
	client:ping();
	return client;
end

-- (fixture) → is this token good for becoming a contact of that user?
local function usable(fixture, token, username)
	return fixture:eval("return (invites.get(...)) ~= nil", token, username);
end

describe("a request with an invite", function ()
	local fixture, client;
	local count = 0;

	fixture = Fixture.shared(host, { hosts = { host, elsewhere } }, function ()
		fixture:account("romeo");
		fixture:account("mercutio");
		client = online(fixture, "romeo");
	end);

	-- () → client of somebody new on the other host, bare JID
	local function stranger()
		count = count + 1;
		local name = "juliet"..count;
		local other = Fixture.on(fixture.server, elsewhere);
		other:account(name);
		return online(other, name), name.."@"..elsewhere;
	end

	-- (bare JID) asserts that romeo is asked, as he is by everybody
	local function assert_asked(jid, token)
		local request = presence(client, "subscribe");
		assert.equal(jid, request.attr.from);
		-- With what the contact has sent: it may be an invite that romeo's client knows of.
		assert.equal(token, request:get_child("preauth", "urn:xmpp:pars:0").attr.token);
		assert.is_nil(client:roster()[jid]);
	end

	it("is answered where something is stuck to its token", function ()
		for _, format in ipairs { "%s.", "xmpp:"..romeo.."?roster;preauth=%s;ibr=y", "%s\226\128\139" } do
			local token = fixture:invite("create_contact", "romeo");
			local juliet_client = stranger();
			juliet_client:presence("subscribe", romeo, preauth((format:format(token))));
			assert.truthy(presence(juliet_client, "subscribed"), format);
			assert.is_false(usable(fixture, token, "romeo"));
			juliet_client:close();
		end
	end);

	it("is approved, added, asked back and pushed (examples 3 to 8)", function ()
		local contact, jid = stranger();
		local token = fixture:invite("create_contact", "romeo");
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
		assert.is_false(usable(fixture, token, "romeo"));
	end);

	it("makes both friends at once where the contact has approved in advance (example 4)", function ()
		local contact, jid = stranger();
		contact:presence("subscribed", romeo);
		contact:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(client:roster_push(jid, "both"));
		assert.is_truthy(contact:roster_push(romeo, "both"));
	end);

	it("works once", function ()
		local contact, other = stranger(), stranger();
		local token = fixture:invite("create_contact", "romeo");
		contact:presence("subscribe", romeo, preauth(token));
		assert.is_truthy(presence(contact, "subscribed"));
		local jid = other.jid:match("^[^/]+");
		other:presence("subscribe", romeo, preauth(token));
		assert_asked(jid, token);
		assert.is_nil(presence(other, "subscribed", 0));
	end);

	it("works while the inviter is away", function ()
		local contact, jid = stranger();
		contact:presence("subscribe", "mercutio@"..host, preauth(fixture:invite("create_contact", "mercutio")));
		assert.is_truthy(presence(contact, "subscribed"));
		assert.is_truthy(presence(contact, "subscribe"));
		local mercutio = online(fixture, "mercutio");
		assert.same({ subscription = "from", ask = "subscribe" }, mercutio:roster()[jid]);
	end);

	it("works within one host", function ()
		fixture:account("benvolio");
		local contact = online(fixture, "benvolio");
		contact:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(presence(contact, "subscribed"));
		assert.is_truthy(client:roster_push("benvolio@"..host, "from"));
	end);

	it("spends an invite that would have allowed a registration", function ()
		local contact = stranger();
		local token = fixture:invite("create_contact", "romeo", true);
		local stream = fixture:stream(token);
		contact:presence("subscribe", romeo, preauth(token));
		assert.is_truthy(presence(contact, "subscribed"));
		Fixture.refused(Fixture.invalid, stream:register("sampson", "secret"));
		Fixture.refused(Fixture.invalid, stream:preauth(token));
	end);

	it("answers one that is waiting", function ()
		local contact, jid = stranger();
		contact:presence("subscribe", romeo);
		assert.equal(jid, presence(client, "subscribe").attr.from);
		contact:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(presence(contact, "subscribed"));
		local again = online(fixture, "romeo", "again");
		assert.is_nil((again:wait_for(function (stanza) return stanza.attr.from == jid and stanza.attr.type == "subscribe"; end, 0)));
	end);

	it("does not spend it for a contact who is approved already", function ()
		local contact = stranger();
		contact:presence("subscribe", romeo, preauth(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(presence(contact, "subscribed"));
		local token = fixture:invite("create_contact", "romeo");
		contact:presence("subscribe", romeo, preauth(token));
		contact:ping();
		assert.is_true(usable(fixture, token, "romeo"));
	end);

	for what, make in pairs {
		["is unknown"] = function () return "1tMFqYDdKhfe2pwp"; end;
		["is nothing"] = function () return ""; end;
		["was revoked"] = function ()
			local token = fixture:invite("create_contact", "romeo", true);
			fixture.server:invites(host, "delete_account_invite", token);
			return token;
		end;
		["has expired"] = function ()
			local token = fixture:invite("create_contact", "romeo", false, nil, 60);
			fixture:pass(61);
			return token;
		end;
		["is somebody else's"] = function () return fixture:invite("create_contact", "mercutio"); end;
		["is for an account"] = function () return fixture:invite("create_account"); end;
		["is for the account of that name on another host"] = function ()
			local other = Fixture.on(fixture.server, elsewhere);
			if not other:account_exists("romeo") then other:account("romeo"); end
			return other:invite("create_contact", "romeo");
		end;
	} do
		it("goes the ordinary way where the invite "..what, function ()
			local token = make();
			local contact, jid = stranger();
			contact:presence("subscribe", romeo, preauth(token));
			assert_asked(jid, token);
		end);
	end

	it("goes the ordinary way where no invite can be looked up", function ()
		local contact, jid = stranger();
		local token = fixture:invite("create_contact", "romeo");
		fixture:eval("require 'core.modulemanager'.unload(host, 'invites')");
		contact:presence("subscribe", romeo, preauth(token));
		assert_asked(jid, token);
		fixture:eval("assert(require 'core.modulemanager'.load(host, 'invites'))");
		contact:presence("subscribe", romeo, preauth(token));
		assert.is_truthy(presence(contact, "subscribed"));
	end);

	it("to oneself or with other types does nothing", function ()
		local token = fixture:invite("create_contact", "romeo");
		for _, kind in ipairs { "subscribe", "subscribed", "unsubscribe", "unsubscribed", "probe" } do
			client:presence(kind, romeo, preauth(token));
		end
		client:ping();
		assert.is_true(usable(fixture, token, "romeo"));
		client:presence();
	end);

	it("leaves no error in the log", function ()
		assert.is_nil(fixture.server:log():match("[^\n]*\terror\t[^\n]*"));
	end);
end);

describe("a request with an invite from another server", function ()
	it("is approved, and asked back", function ()
		local one, two = Server.new { hosts = { host }, s2s = true }, Server.new { hosts = { elsewhere }, s2s = true };
		one:route(two):start();
		two:route(one):start();
		local montague, capulet = Fixture.on(one, host), Fixture.on(two, elsewhere);
		montague:account("romeo");
		capulet:account("juliet");
		local inviter, contact = online(montague, "romeo"), online(capulet, "juliet");
		local token = montague:invite("create_contact", "romeo");

		contact:presence("subscribe", romeo, preauth(token));
		local pushed = inviter:roster_push(juliet);
		assert.same({ "from", "subscribe" }, { pushed.attr.subscription, pushed.attr.ask });
		assert.is_truthy(presence(contact, "subscribed"));
		assert.equal(romeo, presence(contact, "subscribe").attr.from);
		contact:presence("subscribed", romeo);
		assert.is_truthy(inviter:roster_push(juliet, "both"));
		assert.is_truthy(contact:roster_push(romeo, "both"));
		assert.is_false(usable(montague, token, "romeo"));

		one:stop();
		two:stop();
	end);
end);
