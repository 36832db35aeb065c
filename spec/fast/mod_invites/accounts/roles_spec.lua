-- Roles of invites: a list with the primary role first, or a map as Prosody 0.12 has it.

local Fixture = require "spec.support.fixture";

Fixture.describe("accounts/roles", nil, function (fixture)
	local roles;

	before_each(function () roles = fixture:start().require_once "accounts/roles"; end);

	it("are read from a list, or from a map without what is false", function ()
		assert.same({ "b", "a" }, roles.names { roles = { "b", "a" } });
		assert.same({ "prosody:member" }, roles.names { roles = { ["prosody:admin"] = false, ["prosody:member"] = true } });
		for _, none in ipairs { {}, { roles = {} }, { roles = { ["prosody:admin"] = false } } } do assert.same({}, roles.names(none)); end
		assert.same({}, roles.names(nil));
	end);

	it("are refused where they are neither", function ()
		for _, odd in ipairs { "x", { 1 }, { {} }, { "a", x = true } } do
			assert.is_nil(roles.names { roles = odd });
			assert.is_false(roles.all({ roles = odd }, function () return true; end));
		end
	end);
end);
