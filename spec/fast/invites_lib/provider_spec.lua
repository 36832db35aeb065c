-- What account providers can do.

local Fixture = require "spec.support.fixture";

Fixture.describe("invites_lib/provider", nil, function (fixture)
	local host, provider = fixture.host, nil;

	local function start(options) provider = fixture:start(options).require_once "invites_lib/provider"; end

	-- What the provider of the host has in place of its own functions.
	local function with(functions)
		for name, f in pairs(functions) do rawset(_G.prosody.hosts[host].users, name, f); end
	end

	for _, name in ipairs { "internal_hashed"; "internal_plain"; "insecure" } do
		it("lets accounts be made with "..name, function ()
			start { authentication = name; insecure_open_authentication = "Yes please, I know what I'm doing!" };
			assert.is_true(provider.creates(host));
			assert.is_true(provider.sets_passwords(host));
		end);
	end

	it("knows that nobody can be made where guests come and go", function ()
		start { authentication = "anonymous" };
		assert.is_false(provider.creates(host));
		assert.is_false(provider.sets_passwords(host));
	end);

	it("knows that nobody can be made where there is no provider", function ()
		start { authentication = "no_such" };
		assert.is_false(provider.creates(host));
	end);

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
		with { create_user = function () return true; end };
		assert.is_true(provider.creates(host));
	end);

	it("does not call what could do something", function ()
		start();
		local called = 0;
		with { create_user = function () called = called + 1; end };
		assert.is_true(provider.creates(host));
		assert.equal(0, called);
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
