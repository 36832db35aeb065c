-- Coroutines that wait for the thread of the library, and what may happen meanwhile.

local async = require "util.async";
local Fixture = require "spec.support.fixture";

Fixture.describe("waiting", nil, function (fixture)
	local host, refused = fixture.host, Fixture.refused;
	local server, invites, validated, others;

	before_each(function ()
		invites, server = fixture:start();
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
