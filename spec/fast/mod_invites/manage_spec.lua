-- The functions of the API that manage existing invites.

local Fixture = require "spec.support.fixture";

Fixture.describe("api/manage", { options = { allow_user_invites = true }; users = { "juliet"; "romeo" } }, function (fixture)
	local refused = Fixture.refused;
	local server, invites;

	local function start(options) invites, server = fixture:start(options); end
	local function own(username) return fixture:own_invite(username).token; end

	it("revokes all that some users have made", function ()
		start();
		for _ = 1, 3 do own("juliet"); end
		own("romeo");
		local other = invites.create_account().token;
		assert.equal(4, invites.revoke_all({ "JULIET"; "romeo"; "nobody" }));
		assert.equal(other, invites.list("usable")[1].token);
		assert.equal(1, #invites.list "usable");
		assert.equal(0, invites.revoke_all({}));
		refused("username-invalid", invites.revoke_all({ "a b" }));
		refused("data-invalid", invites.revoke_all("juliet"));
	end);

	it("answers nil and a code to whatever it is given", function ()
		start();
		local token = own("juliet");
		for _, odd in ipairs { false; true; 0; -1; 1.5; math.huge; 0/0; ""; "\0"; "\255"; ("x"):rep(100000); print; {}; { {} } } do
			for _, call in ipairs {
				{ "list", odd }; { "list", "all", odd }; { "list", "all", nil, odd }; { "list", "all", nil, nil, odd }; { "info", odd };
				{ "revoke", odd }; { "revoke", "unknown", odd }; { "revoke_all", { odd } }; { "extend", odd, 60 }; { "extend", "unknown", odd };
				{ "extend", token, 60, odd }; { "label", odd }; { "label", token, odd, "romeo" }; { "tree", odd }; { "tree", "juliet", odd };
			} do
				local name = table.remove(call, 1);
				local ok, result, code = pcall(invites[name], table.unpack(call, 1, 4));
				assert.is_true(ok, ("%s: %s"):format(name, result));
				if result == nil then assert.is_table(invites.refusals[code], ("%s: %s"):format(name, code)); end
			end
		end
		assert.same({}, server:logged("error"));
	end);
end);
