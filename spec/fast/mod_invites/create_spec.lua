-- Invites that users create with their own authority, and invites that are created in bulk. mod_invites_spec.lua tests the functions that
-- Prosody's own mod_invites has, too.

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
			assert.same({ kind; "juliet"; "juliet"; 3; 60; "user"; kind == "account" and "mercutio@"..host or "juliet@"..host; "x" }, { invite.kind;
				invite.creator; invite.inviter; invite.max_uses; invite.expires - invite.created_at; invite.authority; invite.jid;
				invite.additional_data.note });
		end
		local reset = invites.make({ kind = "reset"; username = "juliet" });
		assert.same({ "reset"; "juliet" }, { reset.kind; reset.additional_data.allow_reset });
		assert.is_nil(invites.make({ kind = "account" }).creator);
		-- What it gives may be more than the contact has, so it is not theirs to see or to extend.
		assert.is_nil(invites.make({ kind = "account"; inviter = "juliet" }).creator);
		assert.equal("server", invites.make({ kind = "account"; creator = "juliet" }).authority);
		assert.equal(math.huge, invites.make({ kind = "account"; uses = math.huge; ttl = math.huge }).max_uses or math.huge);
	end);

	it("carries a clean message, and may be for one person with a bare JID", function ()
		start();
		local data = { message = " Hi\r\nRomeo "; invitee = "Romeo@Verona.Example/garden" };
		local invite = invites.make { kind = "contact"; inviter = "juliet"; data = data };
		assert.equal("Hi\nRomeo", invite.message);
		assert.equal("romeo@verona.example", invites.info(invite.token).additional_data.invitee);
		for _, odd in ipairs { "verona.example"; "a@b@c"; "@"; 5 } do
			refused("jid-invalid", invites.make { kind = "contact"; inviter = "juliet"; data = { invitee = odd } });
		end
		refused("data-invalid", invites.make { kind = "account"; data = { invitee = "romeo@verona.example" } });
		refused("text-too-long", invites.make { kind = "account"; data = { message = ("x"):rep(501) } });
		refused("text-unclean", invites.make { kind = "account"; data = { message = "\0" } });
		refused("contact-ttl-too-long", invites.create_contact("juliet", true, nil, math.huge));
		assert.is_nil(invites.get(invite.token, "juliet")); -- nobody says who presents it
		assert.equal("token-not-for-contact", select(2, invites.present(invite.token, { contact = "benvolio@verona.example" }, "juliet")));
		assert.truthy(invites.present(invite.token, { contact = "romeo@verona.example" }, "juliet"));
	end);

	it("writes no data down that could not be read again", function ()
		start();
		local function of(count)
			local list = {};
			for i = 1, count do list[i] = {}; end
			return { kind = "account"; data = { x = list } };
		end
		assert.equal(3000, #invites.info(assert(invites.make(of(3000))).token).additional_data.x);
		local token = assert(invites.make({ kind = "account"; data = { x = ("x"):rep(65000) } })).token;
		assert(invites.label(token, ("\240\159\142\137"):rep(1000)));
		assert.equal(65000, #invites.info(token).additional_data.x);
		for _, wish in ipairs { of(4000); { kind = "account"; data = { x = ("\1"):rep(20000) } } } do refused("data-invalid", invites.make(wish)); end
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
		local seen, tokens = 0, {};
		invites.module:hook("invite-stored", function (event) seen, tokens[event.invite.token] = seen + 1, true; end);
		local made = invites.make_many({ kind = "account"; creator = "juliet"; data = { groups = { "a" } } }, 500);
		for _, invite in ipairs(made) do
			assert.is_true(tokens[invite.token]);
			tokens[invite.token] = nil;
		end
		assert.same({ 500; {} }, { #made; tokens });
		assert.is_table(invites.get(made[500].token));
		refused("username-reserved", invites.make_many({ kind = "account"; username = "mercutio" }, 2));
		assert.is_true(invites.open_name("mercutio"));
		assert.equal(500, seen);
		assert.equal(1, #server:logged("info", "500 invites were made %(account%) by juliet"));
	end);

	for kind, expected in pairs {
		account = { 5; { ["quota-pending"] = 15 }; 5 }; ["contact-account"] = { 5; {}; 20 }; -- the others are for contacts alone
	} do
		it("keeps the quota where twenty are made at once: "..kind, function ()
			start { invites_per_user = 5 };
			local async = require "util.async";
			-- Whoever looks at a new invite may wait, so all have been counted before the first is stored.
			invites.module:hook("invite-created", function () async.sleep(1); end);
			local accounts, codes = 0, {};
			for _ = 1, 20 do
				async.runner(function ()
					local invite, code = own("juliet", { kind = kind; inviter = kind ~= "account" and "juliet" or nil });
					accounts = accounts + (invite and invite.allow_registration and 1 or 0);
					if code then codes[code] = (codes[code] or 0) + 1; end
				end):run(true);
			end
			server:advance(10);
			assert.same(expected, { accounts; codes; #invites.list("usable", "juliet") });
		end);
	end

	it("gives on a user's own authority no role above their own, nor membership in a group", function ()
		start();
		for _, data in ipairs { { roles = { "prosody:admin" } }; { roles = { ["prosody:admin"] = true } }; { groups = { "a" } } } do
			refused("not-allowed", own("juliet", { data = data }));
		end
		refused("not-allowed", own("juliet", { inviter = "romeo" }));
		promote("juliet", "prosody:admin");
		assert.is_table(own("juliet", { data = { roles = { "prosody:admin" }; groups = { "a" } } }));
		if is_13 then refused("not-allowed", own("juliet", { data = { roles = { "prosody:operator" } } })); end
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
