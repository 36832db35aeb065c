-- An account that is registered again under an old name gets nothing of the old account's invites, and a reset belongs to one password.

local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local invalid = Fixture.invalid;

local storages = {
	{ name = "internal_hashed"; options = {} };
	{ name = "internal_plain"; options = { options = { authentication = "internal_plain" } } };
	{ name = "SQL storage"; options = { storage = "sql"; options = { sql = { driver = "SQLite3"; database = "prosody.sqlite" } } } };
};

for _, storage in ipairs(storages) do describe("an account in "..storage.name, function ()
	local fixture;
	local count = 0;

	setup(function ()
		storage.options.modules = { "user_account_management" };
		fixture = Fixture.new(host, storage.options);
	end);

	teardown(function ()
		fixture:stop();
	end);

	after_each(function ()
		fixture:undo();
	end);

	-- () → name of a new account
	local function account()
		count = count + 1;
		fixture:account("juliet"..count, "first");
		return "juliet"..count;
	end

	-- (spec for mod_invites.make) → token
	local function make(spec)
		return fixture:eval("return assert(invites.make(...)).token", spec);
	end

	-- (username) → tokens of what ends with that account
	local function of_each_kind(username)
		return {
			reset = make { kind = "reset"; username = username };
			contact = make { kind = "contact"; inviter = username };
			both = make { kind = "contact-account"; inviter = username };
		};
	end

	-- (token, username) → can it be presented, in the way of its kind
	local function works(kind, token, username)
		return fixture:eval("return (invites.get(...)) ~= nil", token, kind == "contact" and username or nil);
	end

	local function assert_all(expected, tokens, username)
		for kind, token in pairs(tokens) do
			assert.equal(expected, works(kind, token, username), kind);
		end
	end

	-- (username) somebody else registers that name through an invite of the server's
	local function registers(username)
		fixture:register(username, make { kind = "account" }, "second");
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
		make { kind = "contact"; inviter = username; data = { note = "old" } };
		assert_all(true, old, username);
		beside.deluser(username);
		registers(username);
		assert_all(false, old, username);
		assert.same({}, fixture:eval("return (invites.list('all', ...))", username));
		assert_all(true, of_each_kind(username), username);
		local client = fixture:stream();
		Fixture.refused(invalid, client:preauth(old.reset));
		client:close();
		fixture:login(username, "second"):close();
	end);

	it("that is deleted and made again beside the server is another one for its resets", function ()
		local username = account();
		local old = of_each_kind(username);
		beside.deluser(username);
		fixture:pass(2);
		beside.adduser(username, "second");
		assert.is_false(works("reset", old.reset, username));
		if fixture.version == "0.12" then return; end -- which does not know when an account was created
		assert_all(false, old, username);
		assert_all(true, of_each_kind(username), username);
	end);

	it("has no reset for a password that was changed in the server or beside it", function ()
		local username = account();
		local first = of_each_kind(username);
		local client = fixture:login(username, "first");
		local query = "<query xmlns='jabber:iq:register'><username>%s</username><password>second</password></query>";
		client:iq("set", nil, query:format(username));
		client:close();
		assert.is_false(works("reset", first.reset, username));
		local second = of_each_kind(username).reset;
		fixture:eval("assert(usermanager.set_password(..., 'third', host))", username);
		assert.is_false(works("reset", second, username));
		local third = of_each_kind(username).reset;
		assert.is_true(works("reset", third, username));
		first.reset = nil;
		assert_all(true, first, username);
	end);

	it("has one reset that sets its password, however many there were", function ()
		local username = account();
		local tokens = { of_each_kind(username).reset, of_each_kind(username).reset };
		local other = fixture:stream(tokens[1]);
		fixture:register(username, tokens[2], "second");
		Fixture.refused("cancel/item-not-found", other:register(username, "third"));
		other:close();
		fixture:login(username, "second"):close();
	end);
end); end
