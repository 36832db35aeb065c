-- Coroutines that wait for the thread of the library, and what may happen meanwhile.

local async = require "util.async";
local socket = require "socket";
local it_count = require "util.iterators".count;
local Fixture = require "spec.support.fixture";

Fixture.describe("waiting", nil, function (fixture)
	local host, refused = fixture.host, Fixture.refused;
	local server, invites, validated, others, timers, jump;

	-- Before modules are loaded: the clock can be put forward without a pause in which the thread would answer, and timers are known.
	local function before()
		local time, timer = require "util.time", require "util.timer";
		local monotonic, add_task = time.monotonic, timer.add_task;
		timers, jump = {}, 0;
		function time.monotonic() return monotonic() + jump; end
		function timer.add_task(delay, callback, ...)
			if delay == 1 then timers[callback] = true; end
			return add_task(delay, callback, ...);
		end
	end

	before_each(function ()
		invites, server = fixture:start(nil, { before = before });
		server:advance(0); -- modules are loaded, so from now on there is waiting
		validated, others = {}, {};
		for i = 1, 3 do validated[i] = assert(invites.get(invites.create_account().token)); end
	end);

	-- (function): calls it in a coroutine → table with what it has returned, once it has; .waits: is it waiting?
	local function begin(work)
		local state = { waits = true };
		async.runner(function () state.result = table.pack(work()); state.waits = false; end):run(true);
		return state;
	end

	it("lets the server do other things, and hands each its own answer", function ()
		for i, name in ipairs { "juliet", "romeo", "nurse" } do
			others[i] = begin(function () return invites.claim(validated[i], name); end);
			assert.is_true(others[i].waits);
		end
		server:settle();
		for i, name in ipairs { "juliet", "romeo", "nurse" } do
			assert.same({ true; n = 1 }, others[i].result);
			refused("username-reserved", invites.open_name(name));
		end
	end);

	it("gives no name away that got an account meanwhile, and the invite stays good", function ()
		local claim = begin(function () return invites.claim(validated[1], "juliet"); end);
		assert.is_true(claim.waits);
		server:create_user("juliet", host, "secret");
		server:settle();
		assert.same({ nil, "account-exists"; n = 2 }, claim.result);
		assert.is_true(invites.claim(validated[1], "rosaline"));
	end);

	-- Those who wait are told that nothing came of it.
	local function lose_patience()
		jump = invites.require_once "invites_core".longest_wait + 1;
		for callback in pairs(timers) do callback(); end
	end

	it("is given up in time, and what is done afterwards is taken back: a claim, new invites", function ()
		local pending = it_count(invites.pending_account_invites());
		local claim = begin(function () return invites.claim(validated[1], "juliet"); end);
		local creation = begin(function () return invites.create_account(); end);
		assert.is_true(claim.waits and creation.waits);
		lose_patience();
		assert.same({ nil, "internal-server-error"; n = 2 }, claim.result);
		assert.is_nil(creation.result[1]);
		server:settle();
		assert.is_true(invites.open_name("juliet"));
		assert.is_true(invites.claim(validated[2], "juliet"));
		assert.equal(pending, it_count(invites.pending_account_invites()));
	end);

	it("is not given up where nobody waits: the account is there, and its invite is used", function ()
		assert.is_true(invites.claim(validated[1], "juliet"));
		server:create_user("juliet", host, "secret");
		local redemption = begin(function () return invites.redeem(validated[1], "juliet"); end);
		assert.same({ true; n = 2 }, redemption.result);
		lose_patience();
		server:settle();
		assert.same({}, server:logged "error");
		assert.equal("redeemed", invites.info(validated[1].token).state);
	end);

	-- A database server that accepts connections and never says anything keeps the thread busy for a second.
	-- → ledger of the library at such a server; it is waited for already
	local function silent()
		local listening = assert(socket.bind("127.0.0.1", 0));
		finally(function () listening:close(); end);
		local settings = {};
		for name, value in pairs(invites.require_once "settings") do settings[name] = value; end
		settings.database = ("postgresql://invites@127.0.0.1:%d/invites"):format(select(2, listening:getsockname()));
		local ledger = assert(invites.require_once "invites_core".open(settings));
		assert.equal("wait", select(2, ledger:health(true, nil, os.time())));
		return ledger;
	end

	it("is refused to strangers before all places are taken, so that others still have some", function ()
		local ledger, taken = silent(), -1;
		local code;
		repeat
			taken = taken + 1;
			code = select(2, ledger:check(true, nil, os.time(), ("x"):rep(24)));
		until code ~= "wait";
		assert.same({ 250, "busy" }, { taken, code });
		assert.equal("wait", select(2, ledger:imported(true, nil, os.time())));
		server:settle();
	end);

	it("is refused at once if too many wait, which is no outage, and no failed attempt either", function ()
		local id, ledger, taken = invites.create_account().id, silent(), 0;
		while select(2, ledger:imported(true, nil, os.time())) == "wait" do taken = taken + 1; end
		assert.equal(1000, taken);
		for _ = 1, 2 do
			assert.same({ nil, "busy" }, { table.unpack(begin(function () return invites.revoke(id); end).result, 1, 2) });
		end
		assert.equal(1, #server:logged("warn", "some requests are refused"));
		assert.same({}, server:logged "error");
		assert.is_nil(invites.require_once "rate_limit":failed({ ip = "192.0.2.1" }, "busy"));
		server:settle();
	end);

	it("does not stop Prosody in the middle of what it does: a deletion, a new password", function ()
		server:create_user("juliet", host, "secret");
		local token = invites.create_account_reset("juliet").token;
		local deletion = begin(function () return server:delete_user("juliet", host); end);
		assert.is_false(deletion.waits);
		server:settle();
		assert.is_nil((invites.get(token)));
	end);

	it("ends when the module is unloaded, with an answer", function ()
		local claim = begin(function () return invites.claim(validated[1], "juliet"); end);
		assert.is_true(claim.waits);
		server:unload(host, "invites");
		assert.is_false(claim.waits);
		assert.is_true(claim.result[1]);
	end);
end);
