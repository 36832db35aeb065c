-- Guessing tokens on real streams, alone and in a crowd. All clients of a spec come from this machine, which the rate limit never counts as one
-- address, so the server is told other addresses for them.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused, invalid = Fixture.refused, Fixture.invalid;
local too_many = { type = "wait", condition = "policy-violation", text = "Too many invites that do not work, try again later" };

describe("whoever tries tokens", function ()
	local fixture;

	fixture = Fixture.shared(host, { hosts = { host, "example.net" } });

	-- (address) all streams come from there, until the end of the test
	local function everybody_from(address)
		fixture:hook("stream-features", ("event.origin.ip = %q"):format(address), 1000);
	end

	-- () → how many tokens the server has looked up so far and found bad
	local function count_lookups()
		fixture:eval("prosody.spec_lookups = 0");
		fixture:hook("invite-refused", "if event.code ~= 'throttled' then prosody.spec_lookups = prosody.spec_lookups + 1; end");
		return function () return fixture:eval("return prosody.spec_lookups"); end
	end

	it("on one stream is told so after five, and the stream is closed", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream();
		for _ = 1, 5 do refused(invalid, client:preauth("guess")); end
		assert.is_true(client:preauth(token));
		refused(too_many, client:preauth("guess"));
		assert.is_true(client:wait_closed());
		assert.same({ condition = "policy-violation", text = too_many.text }, client.stream_error);
		fixture:register("afterwards", token);
	end);

	it("three thousand times on one stream, all at once, is answered six times, and nobody waits for it", function ()
		local lookups = count_lookups();
		local client, other = fixture:stream(), fixture:stream();
		local guesses = {};
		for i = 1, 3000 do
			guesses[i] = ("<iq type='set' to='%s' id='g%d'>%s</iq>"):format(host, i, Client.xml.preauth("guess"..i));
		end
		client:send(table.concat(guesses));
		refused("modify/not-acceptable", other:register("nobody", "secret"));
		assert.is_true(client:wait_closed());
		local answers = 0;
		for _, stanza in ipairs(client.queue) do
			if stanza.name == "iq" then answers = answers + 1; end
		end
		assert.equal(6, answers);
		assert.equal(6, lookups());
	end);

	it("from one address is let try twenty times, and those who hold an invite there are let in", function ()
		everybody_from "192.0.2.1";
		for _ = 1, 4 do
			local client = fixture:stream();
			for _ = 1, 5 do refused(invalid, client:preauth("guess")); end
			client:close();
		end
		for _ = 1, 5 do
			local client = fixture:stream();
			refused(too_many, client:preauth("guess"));
			assert.is_true(client:wait_closed());
		end
		for i = 1, 10 do
			fixture:register("neighbour"..i);
		end
		fixture:undo();
		everybody_from "192.0.2.2";
		refused(invalid, fixture:stream():preauth("guess"));
	end);

	it("from one address two hundred times is not looked at any more", function ()
		everybody_from "192.0.2.3";
		local lookups = count_lookups();
		for _ = 1, 220 do
			local client = fixture:stream();
			client:preauth("guess");
			client:drop();
		end
		assert.equal(200, lookups());
		refused(too_many, fixture:stream():preauth(fixture:invite("create_account")));
	end);

	it("as twenty clients at once gets as far as one would, while twenty with invites get in", function ()
		everybody_from "2001:db8:1:2::7";
		local guessers, holders = {}, {};
		for i = 1, 20 do
			guessers[i] = fixture:stream();
			holders[i] = { client = fixture:stream(), token = fixture:invite("create_account") };
		end
		for i = 1, 20 do
			local guesses = {};
			for n = 1, 100 do guesses[n] = ("<iq type='set' to='%s' id='g%d'>%s</iq>"):format(host, n, Client.xml.preauth("guess")); end
			guessers[i]:send(table.concat(guesses));
			holders[i].id = holders[i].client:request("set", host, Client.xml.preauth(holders[i].token));
		end
		local answered = 0;
		for i = 1, 20 do
			assert.is_true(guessers[i]:wait_closed());
			for _, stanza in ipairs(guessers[i].queue) do
				if stanza.attr.type == "error" and stanza:get_error() == "cancel" then answered = answered + 1; end
			end
			assert.is_true(Client.outcome(holders[i].client:reply(holders[i].id)));
			assert.is_true(holders[i].client:register("holder"..i, "secret"));
			holders[i].client:close();
		end
		assert.is_true(answered > 10 and answered <= 20, answered);
	end);

	it("behind a proxy on this machine does not keep those out who have an invite", function ()
		for _ = 1, 60 do
			local client = fixture:stream();
			for n = 1, 5 do pcall(client.request, client, "set", host, Client.xml.preauth("guess"..n)); end
			client:drop();
		end
		fixture:register("proxied");
	end);

	it("of a user, in requests for subscriptions, is not looked at after two hundred, and the requests are as others", function ()
		fixture:account("romeo");
		fixture:account("tybalt");
		local lookups = count_lookups();
		fixture:account("benvolio");
		local clients = {};
		for i, name in ipairs { "romeo", "tybalt", "benvolio" } do
			clients[i] = fixture:login(name);
			clients[i]:roster();
			clients[i]:presence();
			clients[i]:ping();
		end
		local romeo, tybalt, benvolio = table.unpack(clients);
		for i = 1, 250 do
			tybalt:presence("subscribe", "romeo@"..host, ("<preauth xmlns='urn:xmpp:pars:0' token='guess%d'/>"):format(i));
		end
		tybalt:ping();
		assert.equal(200, lookups());
		assert.equal("tybalt@"..host, romeo:wait_for(function (stanza) return stanza.attr.type == "subscribe"; end).attr.from);
		benvolio:presence("subscribe", "romeo@"..host, ("<preauth xmlns='urn:xmpp:pars:0' token='%s'/>"):format(fixture:invite("create_contact", "romeo")));
		assert.is_truthy(benvolio:wait_for(function (stanza) return stanza.attr.type == "subscribed"; end));
		for _, client in ipairs(clients) do client:close(); end
	end);

	it("leaves no error in the log, and no token", function ()
		local log = fixture.server:log();
		assert.is_nil(log:match("[^\n]*\terror\t[^\n]*"));
		assert.is_truthy(log:find("closed: it has shown too many invites", 1, true));
	end);
end);
