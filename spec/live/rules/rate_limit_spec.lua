-- Guessing tokens on real streams, alone and in a crowd. All clients of a spec come from this machine, which the rate limit never counts as one
-- address, so the server is told other addresses for them. How it counts: spec/fast/mod_invites/rate_limit_spec.lua.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused, invalid = Fixture.refused, Fixture.invalid;
local too_many = { type = "wait", condition = "policy-violation", text = "Too many invalid invites. Try again later" };

describe("whoever tries tokens", function ()
	local fixture = Fixture.shared(host);

	-- () → how many tokens the server has looked up so far and found bad
	local function count_lookups()
		fixture:eval("prosody.spec_lookups = 0");
		fixture:hook("invite-refused", "if event.code ~= 'throttled' then prosody.spec_lookups = prosody.spec_lookups + 1; end");
		return function () return fixture:eval("return prosody.spec_lookups"); end
	end

	-- (client, how many) presents so many wrong tokens, and waits for nothing
	local function guess(client, number)
		local guesses = {};
		for i = 1, number do guesses[i] = ("<iq type='set' to='%s' id='g%d'>%s</iq>"):format(host, i, Client.xml.preauth("guess"..i)); end
		client:send(table.concat(guesses));
	end

	-- (client whose stream was closed) → how many answers it got, how many of them said that the token is wrong
	local function answers_of(client)
		assert.is_true(client:wait_closed());
		local answers, wrong = 0, 0;
		for _, stanza in ipairs(client.queue) do
			if stanza.name == "iq" then
				answers, wrong = answers + 1, wrong + (stanza:get_error() == "cancel" and 1 or 0);
			end
		end
		return answers, wrong;
	end

	it("on one stream is told so after five, and the stream is closed", function ()
		local token = fixture:invite("create_account");
		local client = fixture:stream();
		for _ = 1, 5 do refused(invalid, client:preauth("guess")); end
		assert.is_true(client:preauth(token));
		refused(too_many, client:preauth("guess"));
		assert.is_true(client:wait_closed());
		assert.same({ condition = "policy-violation", text = too_many.text }, client.stream_error);
		assert.truthy(fixture.server:log():find("closed: it has shown too many invites", 1, true));
		fixture:register("afterwards", token);
	end);

	it("three thousand times on one stream, all at once, is answered six times, and nobody waits for it", function ()
		local lookups = count_lookups();
		local client, other = fixture:stream(), fixture:stream();
		guess(client, 3000);
		refused("modify/not-acceptable", other:register("nobody", "secret"));
		assert.same({ 6, 5 }, { answers_of(client) });
		assert.equal(6, lookups());
	end);

	it("as twenty clients at once gets as far as one would, while twenty with invites get in", function ()
		fixture:hook("stream-features", "event.origin.ip = '2001:db8:1:2::7'", 1000);
		local guessers, holders = {}, {};
		for i = 1, 20 do
			guessers[i] = fixture:stream();
			holders[i] = { client = fixture:stream(), token = fixture:invite("create_account") };
		end
		for i = 1, 20 do
			guess(guessers[i], 100);
			holders[i].id = holders[i].client:request("set", host, Client.xml.preauth(holders[i].token));
		end
		local answered = 0;
		for i = 1, 20 do
			answered = answered + select(2, answers_of(guessers[i]));
			assert.is_true(Client.outcome(holders[i].client:reply(holders[i].id)));
			assert.is_true(holders[i].client:register("holder"..i, "secret"));
		end
		assert.is_true(answered > 10 and answered <= 20, answered);
		refused(too_many, fixture:stream():preauth("guess"));
	end);
end);
