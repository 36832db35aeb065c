-- What the log says about wrong tokens and keys.

local Fixture = require "spec.support.fixture";

Fixture.describe("events/failed_attempts", nil, function (fixture)
	local server, invites;

	before_each(function () invites, server = fixture:start(); end);

	local function lines() return server:logged("info", "^Wrong"); end

	it("says what was wrong, and where it came from, and nothing of what is no address", function ()
		for _, from in ipairs { "192.0.2.1"; "::ffff:192.0.2.2"; "2001:db8::1"; ""; "unknown"; ("1"):rep(100); 5; {}; false } do
			invites.wrong("token", from);
		end
		invites.wrong "token";
		invites.wrong("API key", "192.0.2.1\nWrong token from 192.0.2.9");
		assert.same({
			"Wrong token from 192.0.2.1"; "Wrong token from 192.0.2.2"; "Wrong token from 2001:db8::1"; "Wrong API key from 192.0.2.1";
		}, lines());
	end);

	it("does not fill the log", function ()
		for _ = 1, 1000 do invites.wrong("token", "192.0.2.1"); end
		assert.equal(20, #lines());
		for i = 1, 1000 do invites.wrong("token", ("2001:db8::%x"):format(i)); end
		assert.equal(40, #lines());
		for i = 1, 20000 do invites.wrong("token", ("10.%d.%d.1"):format(i // 256, i % 256)); end
		assert.is_true(#lines() < 650); -- some time has passed meanwhile
	end);

	it("is told of tokens that never were, and not of those that are over", function ()
		local token = invites.create_account().token;
		assert(invites.revoke(token));
		for _, show in ipairs { invites.present; invites.view } do
			show("nonsense", { ip = "192.0.2.1" });
			show(token, { ip = "192.0.2.2" });
			show("", { ip = "192.0.2.3" });
		end
		assert.same({ "Wrong token from 192.0.2.1"; "Wrong token from 192.0.2.1" }, lines());
		for _ = 1, 1000 do invites.present("nonsense", { sender = "romeo@elsewhere.example" }); end -- they have no address
		invites.present("nonsense", { ip = "192.0.2.4" });
		assert.equal("Wrong token from 192.0.2.4", lines()[3]);
		for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("nonsense", 1, true)); end
	end);
end);
