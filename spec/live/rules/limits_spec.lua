-- Quotas and limits of the invites that users create, with many requests at once.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused = Fixture.refused;

-- (fixture, username, more of the spec) → invite, or nil, code: an account invite on this user's own right
local function own(fixture, username, more)
	local spec = { kind = "account", creator = username, authority = "user" };
	for key, value in pairs(more or {}) do spec[key] = value; end
	return fixture.server:invites(host, "make", spec);
end

local function contact(fixture, username)
	return fixture.server:invites(host, "make", { kind = "contact-account", inviter = username, authority = "user" });
end

-- (fixture, username) → how many account invites of this user are pending
local function pending(fixture, username)
	return #fixture.server:invites(host, "list", "pending", username, nil, 500);
end

-- Whoever looks at a new invite may wait, for instance for a database, and lets the others go on meanwhile: so all have been counted before the first
-- is stored.
local function everybody_waits(fixture)
	fixture:hook("invite-created", "require 'util.async'.sleep(0.05)");
end

describe("a user's own invites", function ()
	local fixture, count;

	fixture = Fixture.shared(host, {
		modules = { "invites_adhoc" };
		options = { allow_user_invites = true, invites_per_user = 5, invites_longest_expiry = 86400, invites_most_uses = 3 };
	}, function ()
		count = 0;
	end);

	local function user()
		count = count + 1;
		fixture:account("juliet"..count);
		return "juliet"..count;
	end

	-- (kind of invite, username) → how many of 20 that are made at the same time are for an account, codes of the refusals
	local function twenty_at_once(kind, username)
		return fixture:eval([[
			local kind, username = ...;
			local async = require "util.async";
			local wait, done = async.waiter(20);
			local accounts, codes = 0, {};
			for _ = 1, 20 do
				async.runner(function ()
					local invite, code = invites.make { kind = kind, creator = username, inviter = kind ~= "account" and username or nil, authority = "user" };
					if invite and invite.allow_registration then accounts = accounts + 1; end
					if code then codes[code] = (codes[code] or 0) + 1; end
					done();
				end):run(true);
			end
			wait();
			return accounts, codes;
		]], kind, username);
	end

	it("are five, of twenty that are made at once", function ()
		local juliet = user();
		everybody_waits(fixture);
		local made, codes = twenty_at_once("account", juliet);
		assert.equal(5, made);
		assert.same({ ["quota-pending"] = 15 }, codes);
		assert.equal(5, pending(fixture, juliet));
		assert.is_nil((own(fixture, juliet)));
	end);

	it("for contacts are twenty of twenty, five of them with registration", function ()
		local juliet = user();
		everybody_waits(fixture);
		local made, codes = twenty_at_once("contact-account", juliet);
		assert.equal(5, made);
		assert.same({}, codes);
		assert.equal(5, pending(fixture, juliet));
		assert.equal(20, #fixture.server:invites(host, "list", "usable", juliet, nil, 500));
	end);

	it("asked for by twenty clients are five with registration", function ()
		local juliet = user();
		local clients, ids = {}, {};
		for i = 1, 20 do clients[i] = fixture:login(juliet, nil, "r"..i); end
		everybody_waits(fixture);
		for i, client in ipairs(clients) do
			ids[i] = client:request("set", host, "<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#invite' action='execute'/>");
		end
		local with_registration, without = 0, 0;
		for i, client in ipairs(clients) do
			local reply = client:reply(ids[i]);
			assert.is_true(Client.outcome(reply));
			local form = reply:find("{http://jabber.org/protocol/commands}command/{jabber:x:data}x");
			for field in form:childtags("field") do
				if field.attr.var == "uri" then
					local uri = field:get_child_text("value");
					if uri:find(";ibr=y", 1, true) then with_registration = with_registration + 1; else without = without + 1; end
				end
			end
			client:close();
		end
		assert.same({ 5, 15 }, { with_registration, without });
		assert.equal(5, pending(fixture, juliet));
	end);

	it("asked for by twenty clients give none of them a role above their own", function ()
		local juliet = user();
		local clients, ids = {}, {};
		for i = 1, 20 do clients[i] = fixture:login(juliet, nil, "r"..i); end
		everybody_waits(fixture);
		for i, client in ipairs(clients) do
			ids[i] = client:request("set", host, [[
				<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#create-account' action='complete'>
				<x xmlns='jabber:x:data' type='submit'><field var='username'><value/></field>
				<field var='role'><value>prosody:admin</value></field></x></command>]]);
		end
		for i, client in ipairs(clients) do
			client:reply(ids[i]); -- refused, or made without what was never offered
			client:close();
		end
		for _, invite in ipairs(fixture.server:invites(host, "list", "all", juliet, nil, 500)) do
			assert.is_nil((invite.additional_data or {}).roles);
		end
		assert.same({ nil, "not-allowed" }, { own(fixture, juliet, { data = { roles = { "prosody:admin" } } }) });
		assert.is_true(pending(fixture, juliet) <= 5);
	end);

	it("over the limit still make contacts", function ()
		local juliet = user();
		for _ = 1, 5 do assert.is_table(own(fixture, juliet)); end
		local invite = contact(fixture, juliet);
		assert.is_nil(invite.uri:find("ibr=y", 1, true));
		refused(Fixture.invalid, fixture:stream():preauth(invite.token));
		assert.is_true(fixture:eval("return (invites.get(...)) ~= nil", invite.token, juliet));
	end);

	it("count no more once they were used, revoked or have expired", function ()
		local juliet = user();
		local first, second, third = own(fixture, juliet), own(fixture, juliet), own(fixture, juliet, { ttl = 60 });
		own(fixture, juliet);
		own(fixture, juliet);
		assert.is_nil((own(fixture, juliet)));
		assert.is_true(fixture:stream(first.token):register("mercutio"..count, "secret"));
		assert.is_table(own(fixture, juliet));
		assert.is_nil((own(fixture, juliet)));
		fixture.server:invites(host, "revoke", second.token);
		assert.is_table(own(fixture, juliet));
		assert.is_nil((own(fixture, juliet)));
		fixture:pass(61);
		assert.is_table(own(fixture, juliet));
		assert.is_nil((own(fixture, juliet)));
		assert.equal("expired", fixture.server:invites(host, "info", third.token).state);
	end);

	it("live and serve as long and as often as users may choose", function ()
		local juliet = user();
		local invite = own(fixture, juliet);
		assert.equal(86400, invite.expires - invite.created_at);
		assert.same({ nil, "ttl-too-long" }, { own(fixture, juliet, { ttl = 86401 }) });
		assert.same({ nil, "ttl-too-long" }, { fixture.server:invites(host, "extend", invite.token, 86401, juliet) });
		assert.same({ nil, "uses-too-many" }, { own(fixture, juliet, { uses = 4 }) });
		local thrice = own(fixture, juliet, { uses = 3 }).token;
		for i = 1, 3 do assert.is_true(fixture:stream(thrice):register(("thrice%d-%d"):format(count, i), "secret")); end
		refused(Fixture.invalid, fixture:stream():preauth(thrice));
	end);

	it("are all that is limited: what admins, the command line and other modules make is not", function ()
		local juliet = user();
		for _ = 1, 5 do own(fixture, juliet); end
		for _ = 1, 20 do fixture:invite("create_contact", juliet, true, nil, 10 * 86400); end
		for _ = 1, 20 do assert.is_table(fixture.server:invites(host, "make", { kind = "account", creator = juliet, uses = 100, ttl = 10 * 86400 })); end
		assert.equal(45, pending(fixture, juliet));
		assert.is_nil((own(fixture, juliet)));
		local output, code = fixture.server:ctl("mod_invites", "generate", host);
		assert.equal(0, code, output);
	end);

	it("leave no error in the log", function ()
		assert.is_nil(fixture.server:log():match("[^\n]*\terror\t[^\n]*"));
	end);
end);

describe("a user's invites of one day", function ()
	local fixture;

	fixture = Fixture.shared(host, { options = { allow_user_invites = true, invites_per_day = 3 } }, function ()
		fixture:account("juliet");
	end);

	it("are three, whatever becomes of them, also after a restart, and three on the next", function ()
		for _ = 1, 3 do fixture.server:invites(host, "revoke", own(fixture, "juliet").token); end
		assert.same({ nil, "quota-daily" }, { own(fixture, "juliet") });
		assert.is_false(contact(fixture, "juliet").allow_registration);
		fixture.server:restart();
		assert.same({ nil, "quota-daily" }, { own(fixture, "juliet") });
		assert.is_table(fixture.server:invites(host, "create_account"));
		fixture:pass(86400);
		for _ = 1, 3 do assert.is_table(own(fixture, "juliet")); end
		assert.same({ nil, "quota-daily" }, { own(fixture, "juliet") });
	end);
end);

describe("a user's contact invites", function ()
	local fixture;

	fixture = Fixture.shared(host, {
		modules = { "invites_adhoc" }; options = { invites_contacts_per_user = 3, invites_contacts_per_day = 5 };
	}, function ()
		fixture:account("juliet");
		fixture:account("capulet");
	end);

	local function make(username)
		return fixture.server:invites(host, "make", { kind = "contact", inviter = username, authority = "user" });
	end

	it("have a quota, and one of the day, which a client is told in words", function ()
		local tokens = {};
		for i = 1, 3 do tokens[i] = make("juliet").token; end
		assert.same({ nil, "quota-pending" }, { make("juliet") });

		local client = fixture:login("juliet");
		local command = "<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#invite' action='execute'/>";
		local answer = client:iq("set", host, command);
		assert.truthy(tostring(answer):find("still unused", 1, true), tostring(answer));
		client:close();

		for i = 1, 2 do
			assert.is_true((fixture.server:invites(host, "revoke", tokens[i])));
			assert.is_table((make("juliet")));
		end
		fixture.server:invites(host, "revoke", tokens[3]);
		assert.same({ nil, "quota-daily" }, { make("juliet") });
		assert.is_table((make("capulet")), "somebody else's are counted by themselves");
		assert.is_table((fixture.server:invites(host, "create_contact", "juliet")), "the server's own are not counted");
	end);
end);
