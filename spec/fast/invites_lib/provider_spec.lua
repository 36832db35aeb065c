-- What account providers can do.

local Fixture = require "spec.support.fixture";

Fixture.describe("invites_lib/provider", nil, function (fixture)
	local host, provider = fixture.host, nil;

	local function start(options) provider = fixture:start(options).require_once "invites_lib/provider"; end

	-- What the provider of the host has in place of its own functions.
	local function with(functions)
		for name, f in pairs(functions) do rawset(_G.prosody.hosts[host].users, name, f); end
	end

	for name, can in pairs { internal_hashed = true; internal_plain = true; insecure = true; anonymous = false; no_such = false } do
		it((can and "lets" or "knows that nobody can let").." accounts be made with "..name, function ()
			start { authentication = name; insecure_open_authentication = "Yes please, I know what I'm doing!" };
			assert.same({ can, can }, { provider.creates(host), provider.sets_passwords(host) });
		end);
	end

	it("sees what always answers that it can't", function ()
		start();
		for _, never in ipairs {
			function () return nil, "Account creation not available with LDAP."; end;
			function (_, _) return nil; end;
			function () return false; end;
			function (username) return nil, username.." can't be made"; end;
			function () end;
		} do
			with { create_user = never };
			assert.is_false(provider.creates(host));
			assert.is_true(provider.sets_passwords(host));
			with { set_password = never };
			assert.is_false(provider.sets_passwords(host));
			with { set_password = function () return provider; end };
		end
		local called = 0;
		with { create_user = function () called = called + 1; end }; -- it could do something, so it is not called
		assert.same({ true, 0 }, { provider.creates(host), called });
	end);

	it("understands those who say at last that they never will", function ()
		start();
		for _, err in ipairs { "method not implemented"; "Account creation/modification not supported."; "Not available with LDAP"; "Unsupported" } do
			assert.is_true(provider.says_never(err));
		end
		for _, err in ipairs { "disk on fire"; "timeout"; "" } do assert.is_false(provider.says_never(err)); end
		assert.is_false(provider.says_never(nil));
	end);
end);
