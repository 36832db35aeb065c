-- An account that is registered again under an old name gets nothing of the old account's invites, and a reset belongs to one password: with what
-- each storage and prosodyctl do. The rules themselves: spec/ledger/accounts.

local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local invalid = Fixture.invalid;

for name, options in pairs {
	internal_hashed = {};
	internal_plain = { options = { authentication = "internal_plain" } };
	["SQL storage"] = { storage = "sql"; options = { sql = { driver = "SQLite3"; database = "prosody.sqlite" } } };
} do describe("an account in "..name, function ()
	local count = 0;
	options.modules = { "user_account_management" };
	local fixture = Fixture.shared(host, options);

	-- () → name of a new account
	local function account()
		count = count + 1;
		fixture:account("juliet"..count, "first");
		return "juliet"..count;
	end

	-- (username) → tokens of what ends with that account, by kind
	local function of_each_kind(username)
		return {
			reset = fixture:invite("create_account_reset", username); contact = fixture:invite("create_contact", username);
			both = fixture:invite("create_contact", username, true);
		};
	end

	local function assert_all(expected, tokens, username)
		for kind, token in pairs(tokens) do
			assert.equal(expected, fixture:usable(token, kind == "contact" and username or nil), kind);
		end
	end

	-- What the server is not told: prosodyctl of 0.12 changes the storage itself. That of 13.0 asks the server, so there the storage is changed here.
	local beside = {};

	local function ctl(...)
		local output, code = fixture.server:ctl(...);
		assert.equal(0, code or 0, output);
	end

	function beside.deluser(username)
		if fixture.version == "0.12" then return ctl("deluser", username.."@"..host); end
		fixture:eval("assert(require 'core.storagemanager'.open(host, 'accounts'):set(..., nil))", username);
	end

	function beside.adduser(username, password)
		if fixture.version == "0.12" then return ctl("register", username, host, password); end
		fixture:eval("local name, password = ...; assert(usermanager.get_provider(host).create_user(name, password))", username, password);
	end

	it("that is deleted beside the server takes along what it made, when its name is registered again", function ()
		local username = account();
		local old = of_each_kind(username);
		assert_all(true, old, username);
		beside.deluser(username);
		fixture:register(username, nil, "second");
		assert_all(false, old, username);
		assert.same({}, fixture:eval("return (invites.list('all', ...))", username));
		assert_all(true, of_each_kind(username), username);
		Fixture.refused(invalid, fixture:stream():preauth(old.reset));
		fixture:login(username, "second");
	end);

	it("that is deleted and made again beside the server is another one for its resets", function ()
		local username = account();
		local old = of_each_kind(username);
		beside.deluser(username);
		fixture:pass(2);
		beside.adduser(username, "second");
		assert.is_false(fixture:usable(old.reset));
		if fixture.version == "0.12" then return; end -- which does not know when an account was created
		assert_all(false, old, username);
		assert_all(true, of_each_kind(username), username);
	end);

	it("has no reset for a password that was changed in the server or beside it", function ()
		local username = account();
		local first = of_each_kind(username);
		fixture:login(username, "first"):register(username, "second");
		assert.is_false(fixture:usable(first.reset));
		local second = of_each_kind(username).reset;
		fixture:eval("assert(usermanager.set_password(..., 'third', host))", username);
		assert.is_false(fixture:usable(second));
		assert.is_true(fixture:usable(of_each_kind(username).reset));
		first.reset = nil;
		assert_all(true, first, username);
	end);

	it("has one reset that sets its password, however many there were", function ()
		local username = account();
		local other = fixture:stream(of_each_kind(username).reset);
		fixture:register(username, of_each_kind(username).reset, "second");
		Fixture.refused("cancel/item-not-found", other:register(username, "third"));
		fixture:login(username, "second");
	end);
end); end
