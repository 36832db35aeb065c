-- Usernames that have power before they are registered: they are in `admins`, or a role is stored for them.

local Fixture = require "spec.support.fixture";

local other = "example.net";

Fixture.describe("A name that gives power,", { users = { "nurse" } }, function (fixture)
	local host, is_13, refused = fixture.host, fixture.is_13, Fixture.refused;
	local invites;

	local function start(options, global)
		invites = fixture:start(options, { global = global; hosts = { [other] = { admins = { "other@"..host; "boss@"..other } } } });
	end

	-- (spec of an invite, username) → whether that name can be claimed with such an invite, code
	local function claim(spec, username)
		local invite = assert(invites.make(spec));
		return invites.claim(assert(invites.get(invite.token)), username);
	end

	local function reserved(username)
		for _, spec in ipairs {
			{ kind = "account" };
			{ kind = "account"; uses = math.huge };
			{ kind = "contact-account"; inviter = "nurse" };
			{ kind = "account"; creator = "nurse"; authority = "user" };
			{ kind = "contact-account"; inviter = "nurse"; creator = "nurse"; authority = "user" };
		} do
			refused("username-reserved", claim(spec, username));
		end
		refused("username-reserved", invites.open_name(username));
		refused("username-reserved", invites.make { kind = "account"; username = username; creator = "nurse"; authority = "user" });
		assert.is_true(invites.is_privileged(username));
		assert.is_true(claim({ kind = "account"; username = username }, username));
	end

	local function free(username)
		assert.is_true(invites.open_name(username));
		assert.is_true(claim({ kind = "account" }, username));
	end

	it("is registered only with an invite of the server that is bound to it", function ()
		start({ allow_user_invites = true; admins = { "boss@"..host } });
		reserved("boss");
		free("romeo");
	end);

	it("may be written in any way in the configuration of any host", function ()
		start({ allow_user_invites = true; admins = { "Chief@Example.COM"; "phone@"..host.."/Laptop"; "tom@"..other; host } },
			{ admins = { "Global@"..host; "friend@elsewhere.example" } });
		for _, username in ipairs { "chief"; "phone"; "global"; "other" } do reserved(username); end
		for _, username in ipairs { "boss"; "friend"; "tom" } do free(username); end
	end);

	it("may be the only one, without a list around it", function ()
		start({ allow_user_invites = true; admins = "boss@"..host });
		reserved("boss");
	end);

	it("is known as soon as the configuration says so", function ()
		start({ allow_user_invites = true });
		require "core.configmanager".set(host, "admins", { "boss@"..host });
		reserved("boss");
	end);

	local function store() return require "core.storagemanager".open(host, is_13 and "account_roles" or "roles"); end

	it("may have a role that was stored for it", function ()
		start({ allow_user_invites = true });
		for username, roles in pairs {
			boss = is_13 and { _default = "prosody:admin" } or { ["prosody:admin"] = true };
			odd = is_13 and { _default = "gone" } or { gone = true };
			second = is_13 and { ["prosody:operator"] = true } or { ["prosody:operator"] = true };
		} do
			assert(store():set(username, roles));
			reserved(username);
		end
		assert(store():set("romeo", is_13 and { _default = "prosody:registered" } or { ["prosody:admin"] = false }));
		free("romeo");
	end);

	it("is anybody's guess while the roles can't be read: then nobody registers", function ()
		start();
		for _, name in ipairs { "get_user_role"; "get_user_roles"; "get_user_secondary_roles" } do
			_G.prosody.hosts[host].authz[name] = function () return nil, "disk on fire"; end;
		end
		local token = invites.make({ kind = "account" }).token;
		refused("internal-server-error", invites.claim(assert(invites.get(token)), "romeo"));
		refused("internal-server-error", invites.open_name("romeo"));
		assert.is_true(invites.is_privileged("romeo"));
	end);

	it("is not what nobody can be called", function ()
		start();
		for _, odd in ipairs { ""; "a b"; 5; {}; false } do assert.is_false(invites.is_privileged(odd)); end
	end);
end);
