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

	-- how it is in the configuration; admins of the host; for all hosts; reserved names; free names
	for _, case in ipairs {
		{ "is registered only with an invite of the server that is bound to it"; { "boss@"..host }; nil; { "boss" }; { "romeo" } };
		{ "may be written in any way, for any host"; { "Chief@Example.COM"; "phone@"..host.."/Laptop"; "tom@"..other; host };
			{ "Global@"..host; "friend@elsewhere.example" }; { "chief"; "phone"; "global"; "other" }; { "boss"; "friend"; "tom" } };
		{ "may be the only one, without a list around it"; "boss@"..host; nil; { "boss" }; { "romeo" } };
	} do
		it(case[1], function ()
			start({ allow_user_invites = true; admins = case[2] }, { admins = case[3] });
			for _, username in ipairs(case[4]) do reserved(username); end
			for _, username in ipairs(case[5]) do free(username); end
		end);
	end

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
		refused("internal-server-error", claim({ kind = "account" }, "romeo"));
		refused("internal-server-error", invites.open_name("romeo"));
		assert.is_true(invites.is_privileged("romeo"));
		for _, odd in ipairs { ""; "a b"; 5; {}; false } do assert.is_false(invites.is_privileged(odd)); end -- nobody can be called that
	end);
end);
