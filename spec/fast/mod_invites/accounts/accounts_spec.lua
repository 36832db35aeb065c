-- What mod_invites tells the ledger about accounts.

local Fixture = require "spec.support.fixture";

Fixture.describe("accounts/status", nil, function (fixture)
	local host, is_13 = fixture.host, fixture.is_13;
	local server, invites, accounts, now;

	local function start(options)
		invites, server = fixture:start(options);
		accounts, now = invites.require_once "accounts/status", os.time();
	end

	-- As if the provider of the configuration were another one.
	local function provider(functions)
		start();
		_G.prosody.hosts[host].users = setmetatable(functions, getmetatable(_G.prosody.hosts[host].users));
	end

	local function store() return require "core.storagemanager".open(host, "accounts"); end

	local function break_storage()
		start();
		local module = { get = function () return nil, "disk on fire"; end };
		_G.prosody.hosts[host].events.add_handler("store-opened", function (event)
			if event.store_name == "accounts" then event.store = module; end
		end);
	end

	for _, name in ipairs { "internal_hashed"; "internal_plain" } do describe("with "..name, function ()
		before_each(function () start({ authentication = name }); end);

		it("knows which names are accounts", function ()
			server:create_user("juliet", host, "secret");
			assert.equal("active", accounts.state("juliet"));
			assert.equal("absent", accounts.state("romeo"));
			assert.equal("active", accounts.of_claim("juliet", now));
			assert.equal("absent", accounts.of_claim("romeo", now));
		end);

		it("takes somebody who is online for an account", function ()
			_G.prosody.hosts[host].sessions.juliet = { sessions = {} };
			assert.equal("active", accounts.state("juliet"));
		end);

		if not is_13 then return; end

		it("takes an account for that of a claim after all four writes of its creation, and no older one", function ()
			assert(require "core.usermanager".create_user_with_role("juliet", "secret", host, "prosody:registered"));
			assert.equal("active", accounts.state("juliet"));
			assert.same({ "active"; "absent" }, { accounts.of_claim("juliet", now); (accounts.of_claim("juliet", now + 100)) });
		end);

		it("removes an account that a claim left without a password, and no older one, and tells nobody that there was one", function ()
			local deleted = 0;
			_G.prosody.events.add_handler("user-deleted", function () deleted = deleted + 1; end);
			server:create_user("juliet", host, nil);
			assert.equal(name == "internal_hashed" and "disabled" or "active", accounts.state("juliet"));
			assert.equal("absent", accounts.of_claim("juliet", now + 100));
			assert.is_table(store():get("juliet"));
			assert.equal("absent", accounts.of_claim("juliet", now));
			assert.is_nil(store():get("juliet"));
			assert.equal(0, deleted);
		end);
	end); end

	if is_13 then
		it("removes an account that got its password but was not enabled any more", function ()
			start();
			server:create_user("juliet", host, nil);
			assert(require "core.usermanager".set_password("juliet", "secret", host));
			assert.equal("absent", accounts.of_claim("juliet", now));
			assert.is_nil(store():get("juliet"));
		end);

		it("does not remove an account that was disabled after it was complete", function ()
			start();
			local usermanager = require "core.usermanager";
			server:create_user("juliet", host, "secret");
			server:advance(300);
			assert(usermanager.disable_user("juliet", host));
			assert.equal("disabled", accounts.state("juliet"));
			assert.equal("active", accounts.of_claim("juliet", now));
			server:create_user("romeo", host, "secret");
			assert(usermanager.disable_user("romeo", host, { reason = "spam" }));
			assert.equal("active", accounts.of_claim("romeo", now));
			assert.is_table(store():get("juliet"));
			assert.is_table(store():get("romeo"));
		end);
	end

	it("knows nothing where the storage can't be read", function ()
		break_storage();
		assert.equal("unknown", accounts.state("juliet"));
		assert.equal("unknown", accounts.of_claim("juliet", now));
		_G.prosody.hosts[host].sessions.juliet = { sessions = {} };
		assert.equal("active", accounts.state("juliet"));
		assert.equal("unknown", accounts.of_claim("juliet", now));
		local validated = invites.get(invites.create_account().token);
		Fixture.refused("internal-server-error", invites.claim(validated, "romeo"));
	end);

	it("asks other providers, and tells their failures from their answers", function ()
		local answers = {
			{ "active"; true }; { "absent"; false }; { "absent" }; { "absent"; nil; "Auth failed. Invalid username" }; { "absent"; nil; "item-not-found" };
			{ "unknown"; nil; "connection refused" }; { "unknown"; nil; "method not implemented" }; { "unknown"; nil; { text = "timeout" } };
		};
		for _, answer in ipairs(answers) do
			provider { name = "other"; user_exists = function () return answer[2], answer[3]; end };
			assert.equal(answer[1], accounts.state("juliet"), tostring(answer[3]));
			assert.equal(answer[1], accounts.of_claim("juliet", now), tostring(answer[3]));
		end
		provider { name = "other"; user_exists = function () error("broken"); end };
		assert.equal("unknown", accounts.state("juliet"));
	end);

	it("does not take a directory that is away for one without the account", function ()
		local found, err = nil, "Can't contact LDAP server";
		provider { name = "ldap"; user_exists = function () return found ~= nil; end };
		_G.prosody.hosts[host].modules.auth_ldap = { module = {}; get_user = function () return found, err; end };
		assert.equal("unknown", accounts.state("juliet"));
		err = nil;
		assert.equal("absent", accounts.state("juliet"));
		found = "uid=juliet";
		assert.equal("active", accounts.state("juliet"));
		local token = assert(invites.create_contact("juliet")).token;
		found, err = nil, "Can't contact LDAP server";
		assert.same({ nil, "internal-server-error" }, { invites.view(token, { ip = "192.0.2.1" }) });
		found, err = "uid=juliet", nil;
		assert.is_nil((select(2, invites.view(token, { ip = "192.0.2.1" }))));
		_G.prosody.hosts[host].modules.auth_ldap = nil;
	end);

	it("asks other providers whether and since when an account is enabled, where Prosody can", function ()
		if not is_13 then return start(); end
		local enabled, info;
		provider { name = "other"; user_exists = function () return true; end;
			is_enabled = function () return enabled; end; get_account_info = function () return info; end };
		enabled, info = false, { created = now };
		assert.equal("disabled", accounts.state("juliet"));
		assert.equal("unknown", accounts.of_claim("juliet", now));
		enabled = true;
		assert.equal("active", accounts.state("juliet"));
		assert.equal("active", accounts.of_claim("juliet", now));
		assert.equal("absent", accounts.of_claim("juliet", now + 10));
		enabled, info = nil, nil;
		assert.equal("unknown", accounts.state("juliet"));
	end);

	it("waits for providers that answer later", function ()
		local answer;
		provider { name = "other"; user_exists = function ()
			local wait, done = require "util.async".waiter();
			answer = done;
			wait();
			return true;
		end };
		local state;
		require "util.async".runner(function () state = accounts.state("juliet"); end):run(true);
		assert.is_nil(state);
		answer();
		assert.equal("active", state);
		assert.equal("unknown", accounts.state("juliet")); -- where nobody can wait
	end);
end);
