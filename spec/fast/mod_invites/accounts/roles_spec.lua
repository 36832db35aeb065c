-- Roles of invites: a list with the primary role first, or a map as Prosody 0.12 has it.

local Fixture = require "spec.support.fixture";

Fixture.describe("accounts/permissions", nil, function (fixture)
	local names_of, permissions;

	before_each(function ()
		local invites = fixture:start();
		names_of, permissions = invites.require_once "invites_core".roles, invites.require_once "accounts/permissions";
	end);

	it("reads roles from a list, or from a map without what is false", function ()
		assert.same({ "b", "a" }, names_of { roles = { "b", "a" } });
		assert.same({ "prosody:member" }, names_of { roles = { ["prosody:admin"] = false, ["prosody:member"] = true } });
		for _, none in ipairs { {}, { roles = {} }, { roles = { ["prosody:admin"] = false } } } do assert.same({}, names_of(none)); end
		assert.same({}, names_of(nil));
	end);

	it("refuses roles that are neither", function ()
		for _, odd in ipairs { "x", { 1 }, { {} }, { "a", x = true } } do
			assert.is_nil(names_of { roles = odd });
			assert.is_false(permissions.all_roles({ roles = odd }, function () return true; end));
		end
	end);
end);
