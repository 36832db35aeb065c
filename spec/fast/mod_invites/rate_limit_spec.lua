-- The rate limit for tokens that do not work.

local Fixture = require "spec.support.fixture";

Fixture.describe("rate_limit", nil, function (fixture)
	local invites, server, rate_limit, refused;

	local function start(options, global)
		local frozen = fixture:frozen();
		frozen.global = global;
		invites, server = fixture:start(options, frozen);
		refused = {};
		invites.module:hook("invite-refused", function (event) table.insert(refused, event.code); end);
		rate_limit = invites.rate_limit;
	end

	-- → number of failures until one was too many
	local function failures(make, most)
		for i = 1, most or 3000 do
			if rate_limit:failed(make()) then return i; end
		end
	end

	-- (address) → function that makes streams from there
	local function from(ip)
		return function () return { type = "c2s_unauthed"; ip = ip }; end
	end

	-- (address, address) → are they the same to the rate limit?
	local function alike(one, other)
		start();
		failures(from(one), 20);
		return rate_limit:failed({ ip = other }) == "throttled";
	end

	it("stands before whatever is presented", function ()
		start();
		local token, session = assert(invites.create_account()).token, { ip = "192.0.2.1" };
		for _ = 1, 5 do assert.same({ nil, "token-invalid" }, { invites.present("guess", session) }); end
		assert.equal(token, invites.present(token, session).token); -- what works is no guess
		assert.same({ nil, "throttled" }, { invites.present("guess", session) });
		assert.same({ nil, "throttled" }, { invites.present(token, session) });
		assert.equal(token, invites.present(token, { ip = "192.0.2.1" }).token);
		assert.same({ nil, "token-not-for-contact" }, { invites.present(token, { sender = "capulet.example" }, "romeo") });
	end);

	it("forgets a look-up that failed", function ()
		start { invites_guess_limit = 1 };
		local session = { ip = "192.0.2.1" };
		rate_limit:failed(session, "token-invalid"); -- its address is known from now on
		for _ = 1, 50 do assert.is_false((pcall(rate_limit.look_up, rate_limit, session, error, "broken"))); end
		assert.is_nil((rate_limit:blocked(session)));
		assert.same({ nil, "why" }, { rate_limit:look_up(session, function (...) return ...; end, nil, "why") });
	end);

	it("lets an address fail twenty times on any number of streams, then once on each, and twenty times again after ten minutes", function ()
		start();
		local streams = from "192.0.2.1";
		assert.equal(21, failures(streams));
		for _ = 1, 50 do
			local session = streams();
			assert.is_nil(rate_limit:blocked(session)); -- what it shows may be good
			assert.equal("throttled", rate_limit:failed(session));
		end
		assert.equal(21, failures(from "192.0.2.2"));
		server:advance(600);
		assert.equal(21, failures(streams));
	end);

	-- who guesses; who does not; both are made anew for each token
	for _, case in ipairs { { "192.0.2.1"; "192.0.2.2"; field = "ip" }; { "capulet.example"; "romeo@example.com"; field = "sender" } } do
		it("looks at nothing more after two hundred failures of an address, for a while: "..case.field, function ()
			start();
			local function who(n) return { [case.field] = case[n] }; end
			for _ = 1, 200 do
				assert.is_nil(rate_limit:blocked(who(1)));
				rate_limit:failed(who(1));
			end
			assert.equal("throttled", rate_limit:blocked(who(1)));
			assert.is_nil(rate_limit:blocked(who(2)));
			server:advance(60);
			assert.is_nil(rate_limit:blocked(who(1)));
		end);
	end

	it("takes an IPv6 network for one address", function ()
		assert.is_true(alike("2001:db8:1:2::1", "2001:db8:1:2:3:4:5:6"));
		assert.is_false(alike("2001:db8:1:2::1", "2001:db8:1:3::1"));
		assert.is_true(alike("::ffff:192.0.2.1", "192.0.2.1"));
		assert.is_false(alike("::ffff:192.0.2.1", "::ffff:192.0.2.2"));
	end);

	for _, ip in ipairs { "127.0.0.1"; "203.0.113.9"; "no address" } do
		it("counts those together who come from "..ip..", and locks none of them out", function ()
			start(nil, { trusted_proxies = { "203.0.113.0/24" } });
			assert.equal(201, failures(from(ip)));
			for _ = 1, 300 do rate_limit:failed(from(ip)()); end
			assert.is_nil(rate_limit:blocked(from(ip)()));
			server:advance(600);
			local session = from(ip)();
			assert.equal(6, failures(function () return session; end)); -- but each stream
		end);
	end

	it("takes those without an address or a stream as they come, and counts failures of ours for nobody", function ()
		start();
		assert.is_nil(failures(function () return {}; end, 100));
		assert.is_nil(rate_limit:blocked({}));
		local session = { ip = "192.0.2.1" };
		for _ = 1, 100 do assert.is_nil(rate_limit:failed(session, "internal-server-error")); end
		assert.equal(6, failures(function () return session; end));
	end);

	it("is as strong as the option says", function ()
		start({ invites_guess_limit = 2 });
		assert.equal(9, failures(from "192.0.2.1"));
		start({ invites_guess_limit = 0 });
		local session = { ip = "192.0.2.1" };
		assert.is_nil(failures(function () return session; end));
		assert.is_nil(rate_limit:blocked(session));
	end);

	it("remembers ten thousand addresses, and forgets the others", function ()
		start();
		assert.equal(21, failures(from "192.0.2.1"));
		local function strangers(first, last)
			for i = first, last do
				rate_limit:failed({ ip = ("10.%d.%d.%d"):format(i >> 16, i >> 8 & 255, i & 255) });
				if i % 10000 == 0 then collectgarbage(); end -- so that what Lua needs for garbage is the same in each round
			end
		end
		strangers(1, 9999);
		assert.equal("throttled", rate_limit:failed({ ip = "192.0.2.1" }));
		strangers(100001, 112000); -- Lua's own table of strings grows to its size now
		collectgarbage();
		local before = collectgarbage("count");
		strangers(200001, 212000);
		collectgarbage();
		assert.is_true(collectgarbage("count") - before < 2000);
		assert.is_nil(rate_limit:failed({ ip = "192.0.2.1" }));
	end);
end);
