-- Invites that users make on their own right, and many at once. What everybody has always been able to make is in mod_invites_spec.lua.

local Fixture = require "spec.support.fixture";

Fixture.describe("api/create", { options = { allow_user_invites = true }; users = { "juliet"; "romeo" } }, function (fixture)
	local host, is_13, refused = fixture.host, fixture.is_13, Fixture.refused;
	local server, invites;

	local function start(options) invites, server = fixture:start(options); end
	local function own(...) return fixture:own_invite(...); end
	local function promote(...) return fixture:give_roles(...); end

	it("makes an invite of each kind, and says who made it", function ()
		start({ invites_most_uses = "unlimited" });
		for kind, fields in pairs {
			account = { username = "Mercutio"; inviter = "JULIET"; creator = "juliet" };
			contact = { inviter = "juliet" };
			["contact-account"] = { inviter = "juliet" };
		} do
			local spec = { kind = kind; authority = "user"; uses = 3; ttl = 60; data = { note = "x" } };
			for key, value in pairs(fields) do spec[key] = value; end
			local invite = invites.make(spec);
			assert.equal(kind, invite.kind);
			assert.equal("juliet", invite.creator);
			assert.equal("juliet", invite.inviter);
			assert.equal(3, invite.max_uses);
			assert.equal(60, invite.expires - invite.created_at);
			assert.same({ note = "x" }, invite.additional_data);
			assert.equal("user", invite.authority);
			assert.equal(kind == "account" and "mercutio@"..host or "juliet@"..host, invite.jid);
		end
		local reset = invites.make({ kind = "reset"; username = "juliet" });
		assert.same({ "reset"; "juliet" }, { reset.kind; reset.additional_data.allow_reset });
		assert.is_nil(invites.make({ kind = "account" }).creator);
		-- What it gives may be more than the contact has, so it is not theirs to see or to extend.
		assert.is_nil(invites.make({ kind = "account"; inviter = "juliet" }).creator);
		assert.equal("server", invites.make({ kind = "account"; creator = "juliet" }).authority);
		assert.equal(math.huge, invites.make({ kind = "account"; uses = math.huge; ttl = math.huge }).max_uses or math.huge);
	end);

	it("writes no data down that could not be read again", function ()
		start();
		local function list_of(count)
			local list = {};
			for i = 1, count do list[i] = {}; end
			return { kind = "account"; data = { x = list } };
		end
		local token = assert(invites.make(list_of(3000))).token;
		assert.equal(3000, #invites.info(token).additional_data.x);
		token = assert(invites.make({ kind = "account"; data = { x = ("x"):rep(65000) } })).token;
		assert(invites.label(token, ("\240\159\142\137"):rep(1000)));
		assert.equal(65000, #invites.info(token).additional_data.x);
		for _, wish in ipairs { list_of(4000); { kind = "account"; data = { x = ("\1"):rep(20000) } } } do
			assert.same({ nil; "data-invalid" }, { invites.make(wish) });
		end
	end);

	it("answers nil and a code to whatever it is asked for", function ()
		start();
		local cyclic = {};
		cyclic.self = cyclic;
		for _, odd in ipairs { false; 5; "account"; {}; { kind = "wish" }; { kind = {} }; { kind = "contact" }; { kind = "contact-account" };
			{ kind = "reset" };
			{ kind = "account"; username = {} }; { kind = "account"; creator = "a b" }; { kind = "account"; creator = false };
			{ kind = "contact"; inviter = "juliet"; username = "romeo" }; { kind = "reset"; username = "juliet"; inviter = "romeo" };
			{ kind = "account"; uses = 0 }; { kind = "account"; uses = 1.5 }; { kind = "account"; uses = "often" }; { kind = "account"; uses = {} };
			{ kind = "account"; ttl = 0 }; { kind = "account"; ttl = "long" }; { kind = "account"; ttl = {} };
			{ kind = "account"; data = 5 }; { kind = "account"; data = cyclic }; { kind = "account"; data = { roles = 5 } };
			{ kind = "account"; data = { roles = { {} } } }; { kind = "account"; authority = "user" };
			{ kind = "account"; grantor = {}; data = { groups = { "a" } } };
			{ kind = "account"; authority = "user"; creator = "nobody" }; { kind = "reset"; username = "juliet"; authority = "user"; creator = "juliet" } } do
			local invite, code = invites.make(odd);
			assert.is_nil(invite);
			assert.is_table(invites.refusals[code], tostring(code));
			assert.not_equal("internal-server-error", code);
		end
		for _, count in ipairs { 0; -1; 501; 1.5; "2"; {}; 0/0; math.huge } do
			refused("data-invalid", invites.make_many({ kind = "account" }, count));
		end
		refused("data-invalid", invites.make());
		assert.same({}, server:logged("error"));
	end);

	it("makes many at once, all or none", function ()
		start();
		local seen = 0;
		invites.module:hook("invite-stored", function () seen = seen + 1; end);
		local made = invites.make_many({ kind = "account"; creator = "juliet"; data = { groups = { "a" } } }, 500);
		assert.equal(500, #made);
		assert.equal(500, seen);
		local tokens = {};
		for _, invite in ipairs(made) do tokens[invite.token] = true; end
		for _ = 1, 500 do tokens[next(tokens)] = nil; end
		assert.is_nil(next(tokens));
		assert.is_table(invites.get(made[500].token));
		refused("username-reserved", invites.make_many({ kind = "account"; username = "mercutio" }, 2));
		assert.is_true(invites.open_name("mercutio"));
		assert.equal(500, seen);
		assert.equal(1, #server:logged("info", "500 invites were made %(account%) by juliet"));
	end);

	describe("on a user's own right", function ()
		it("needs that right, when it is made, shown, and used", function ()
			start({ allow_user_invites = false });
			refused("not-allowed", own("juliet"));
			promote("juliet", "prosody:admin");
			local token = own("juliet").token;
			local validated = invites.get(token);
			promote("juliet", "prosody:registered");
			refused("inviter-gone", invites.get(token));
			refused("inviter-gone", invites.claim(validated, "mercutio"));
			promote("juliet", "prosody:admin");
			assert.is_true(invites.claim(validated, "mercutio"));
		end);

		it("needs the account", function ()
			start();
			local token, servers = own("juliet").token, invites.make({ kind = "account"; creator = "juliet" }).token;
			local validated = invites.get(token);
			server:delete_user("juliet", host);
			refused("token-revoked", invites.get(token));
			refused("token-revoked", invites.claim(validated, "mercutio"));
			assert.is_table(invites.get(servers));
		end);

		it("is not the next one's who has the name", function ()
			start();
			own("juliet");
			local servers = invites.make({ kind = "account"; creator = "juliet" });
			-- Nobody hears of an account that prosodyctl deletes: only of the one that comes after it.
			invites.module:fire_event("user-registered", { username = "juliet"; host = host });
			assert.same({}, invites.list("usable", "juliet"));
			assert.is_nil(invites.info(servers.token).creator);
			assert.equal("pending", invites.info(servers.token).state);
		end);

		if is_13 then
			it("needs it enabled", function ()
				start();
				local token = own("juliet").token;
				require "core.usermanager".disable_user("juliet", host);
				refused("inviter-gone", invites.get(token));
				require "core.usermanager".enable_user("juliet", host);
				assert.is_table(invites.get(token));
			end);
		end

		it("is for oneself", function ()
			start();
			refused("not-allowed", own("juliet", { inviter = "romeo" }));
			refused("not-allowed", invites.make({ kind = "contact"; inviter = "romeo"; creator = "juliet"; authority = "user" }));
			refused("not-allowed", invites.make({ kind = "reset"; username = "juliet"; creator = "juliet"; authority = "user" }));
			refused("not-allowed", own("juliet", { data = { allow_reset = "juliet" } }));
		end);

		it("gives at most as many pending ones as the option says, and contacts beyond that", function ()
			start({ invites_per_user = 2 });
			local first = own("juliet");
			assert.is_table(own("juliet"));
			refused("quota-pending", own("juliet"));
			local function both() return invites.make({ kind = "contact-account"; inviter = "juliet"; authority = "user" }); end
			assert.is_false(both().allow_registration);
			assert.is_falsy(both().uri:find("ibr=y", 1, true));
			assert.is_table(invites.make({ kind = "contact"; inviter = "juliet"; authority = "user" }));
			assert.is_table(own("romeo"));
			assert.is_table(invites.create_account());
			assert.is_table(invites.create_contact("juliet", true));
			assert.is_true(invites.revoke(first.token));
			assert.is_true(both().allow_registration);
			refused("quota-pending", own("juliet"));
		end);

		it("gives at most as many in a day as the option says", function ()
			start({ invites_per_day = 2 });
			for _ = 1, 2 do assert.is_true(invites.revoke(own("juliet").token)); end
			refused("quota-daily", own("juliet"));
			assert.is_false(invites.make({ kind = "contact-account"; inviter = "juliet"; authority = "user" }).allow_registration);
			server:advance(86400);
			assert.is_table(own("juliet"));
		end);

		it("gives no quota that somebody else has just used", function ()
			start({ invites_per_user = 1 });
			local others;
			invites.module:hook("invite-created", function ()
				if others then return; end
				others = true;
				others = own("juliet");
			end);
			refused("quota-pending", own("juliet"));
			assert.is_table(others);
			invites.revoke(others.token);
			others = nil;
			local both = invites.make({ kind = "contact-account"; inviter = "juliet"; authority = "user" });
			assert.is_table(others);
			assert.is_false(both.allow_registration);
			assert.is_table(invites.get(both.token, "juliet"));
		end);

		it("has the bounds of the options", function ()
			start({ invites_most_uses = 3; invites_longest_expiry = "2 days" });
			assert.equal(2 * 86400, own("juliet").expires - os.time());
			refused("ttl-too-long", own("juliet", { ttl = 3 * 86400 }));
			refused("ttl-too-long", own("juliet", { ttl = math.huge }));
			refused("uses-too-many", own("juliet", { uses = 4 }));
			refused("uses-too-many", own("juliet", { uses = math.huge }));
			assert.is_table(own("juliet", { uses = 3; ttl = 2 * 86400 }));
			assert.is_table(invites.make({ kind = "account"; creator = "juliet"; uses = math.huge; ttl = math.huge }));
			refused("ttl-too-long", invites.make({ kind = "contact"; inviter = "juliet"; authority = "user"; ttl = 3 * 86400 }));
		end);

		it("gives no role above one's own, nor membership in a group", function ()
			start();
			refused("not-allowed", own("juliet", { data = { roles = { "prosody:admin" } } }));
			refused("not-allowed", own("juliet", { data = { roles = { ["prosody:admin"] = true } } }));
			refused("not-allowed", own("juliet", { data = { groups = { "a" } } }));
			promote("juliet", "prosody:admin");
			assert.is_table(own("juliet", { data = { roles = { "prosody:admin" }; groups = { "a" } } }));
			if is_13 then refused("not-allowed", own("juliet", { data = { roles = { "prosody:operator" } } })); end
		end);

		it("gives no role that its creator has lost meanwhile", function ()
			start();
			promote("juliet", "prosody:admin");
			local data = { roles = { "prosody:admin" } };
			local validated = invites.get(own("juliet", { data = data }).token);
			local of_server = invites.get(invites.make({ kind = "account"; creator = "juliet"; data = data }).token);
			promote("juliet", "prosody:member");
			refused("inviter-gone", invites.claim(validated, "mercutio"));
			assert.is_true(invites.claim(of_server, "mercutio"));
		end);
	end);

	it("gives no role above that of an admin who makes it in the server's name", function ()
		start();
		local function granted(role, jid) return invites.make({ kind = "account"; data = { roles = { role } }; grantor = jid }); end
		refused("not-allowed", granted("prosody:admin", "juliet@"..host));
		promote("juliet", "prosody:admin");
		assert.is_table(granted("prosody:admin", "juliet@"..host));
		if is_13 then refused("not-allowed", granted("prosody:operator", "juliet@"..host)); end
		assert.is_table(granted("prosody:operator"));
	end);

	it("makes an inviter the contact of the account", function ()
		start();
		local validated = invites.get(invites.make({ kind = "account"; username = "mercutio"; inviter = "juliet" }).token);
		assert.same({ "register"; "mercutio"; "juliet" }, { validated.type; validated.username; validated.inviter });
		refused("account-not-found", invites.make({ kind = "account"; inviter = "nobody" }));
	end);
end);
