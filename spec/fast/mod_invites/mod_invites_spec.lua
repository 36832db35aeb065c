-- The API that mod_invites offers to other modules, with the real library, on each version of Prosody.

local Fixture = require "spec.support.fixture";

Fixture.describe("mod_invites", nil, function (fixture)
	local host, is_13, refused = fixture.host, fixture.is_13, Fixture.refused;
	local server, invites;

	local function start(...)
		invites, server = fixture:start(...);
		return invites;
	end

	local function lifetime(invite) return invite.expires - invite.created_at; end

	it("has the functions that others call, with the parameters that they look for", function ()
		start();
		for name, count in pairs {
			create_account = 3; create_account_reset = 3; create_contact = 4; create_group = 3; pending_account_invites = 0;
			get_account_invite_info = 1; delete_account_invite = 1; get = 2; use = 1;
			claim = 2; redeem = 2; release = 1; settle = 1; spend = 3; open_name = 1;
		} do
			local info = debug.getinfo(invites[name], "uS");
			assert.same({ "Lua", count }, { info.what, info.nparams }, name);
		end
		assert.equal(host, invites.module.host);
	end);

	describe("making invites", function ()
		it("refuses a note that no list could show", function ()
			start();
			local kept = invites.create_account(nil, { note = ("ü"):rep(1000) }).token;
			assert.equal(("ü"):rep(1000), invites.info(kept).additional_data.note);
			for _, data in ipairs { { note = "\27[2J" }; { note = "a\237\160\128b" } } do
				for _, call in ipairs {
					{ "create_account", nil, data }; { "create_account_reset", "juliet", data }; { "create_contact", "juliet", true, data };
					{ "create_group", { "a" }, data }; { "make", { kind = "account"; data = data } }; { "label", kept, data.note };
				} do
					refused("data-invalid", invites[call[1]](table.unpack(call, 2, 4)));
				end
			end
			invites.module:hook("invite-created", function (invite) invite.additional_data = { note = "\27[2J" }; end);
			refused("data-invalid", invites.create_account());
		end);

		it("refuses a name that the storage can't take, and looks up no account of it", function ()
			start();
			for _, name in ipairs { ("x"):rep(251); ("朱"):rep(28) } do
				refused("username-too-long", invites.create_account(name));
				refused("username-too-long", invites.open_name(name));
				refused("username-too-long", invites.claim(invites.get(invites.create_account().token), name));
			end
			refused("username-invalid", invites.create_account(("x"):rep(1024)));
			assert.is_table(invites.create_account(("x"):rep(250)));
			assert.same({}, server:logged "warn");
			assert.same({}, server:logged "error");
		end);

		it("makes one for an account, whose name is prepared", function ()
			start();
			server:create_user("romeo", host, "secret");
			local invite = invites.create_account();
			assert.same({ "register", host, true, 24, 7 * 86400, nil },
				{ invite.type, invite.jid, invite.allow_registration, #invite.token:match("^%w+$"), lifetime(invite), invite.inviter });
			assert.equal("xmpp:example.com?register;preauth="..invite.token, invite.uri);
			assert.is_falsy(invite.reusable);
			assert.equal("juliet@"..host, invites.create_account("JULIET").jid);
			refused("username-reserved", invites.create_account("juliet"));
			refused("username-reserved", invites.open_name("Juliet"));
			refused("account-exists", invites.create_account("Romeo"));
			refused("username-invalid", invites.create_account("ro meo"));
			assert.is_true(invites.open_name("mercutio"));
		end);

		it("keeps additional data as it is, and as the handlers of invite-created leave it", function ()
			start();
			local data = { source = "admin@example.com"; groups = { "a"; "b" }; note = "für Julia"; deep = { { yes = true; no = false } }; n = 1.5 };
			local token = invites.create_account(nil, data, 60).token;
			assert.same(data, invites.get_account_invite_info(token).additional_data);
			assert.same(data, invites.get(token).additional_data);
			refused("data-invalid", invites.create_account(nil, { print }));
			refused("data-invalid", invites.create_account(nil, "data"));
			invites.module:hook("invite-created", function (invite) invite.additional_data = { groups = { "everybody" } }; end);
			assert.same({ groups = { "everybody" } }, invites.get(invites.create_account().token).additional_data);
		end);

		it("makes resets, whatever the order of the arguments", function ()
			start({ invites_reset_expiry = 600 });
			server:create_user("juliet", host, "secret");
			for _, case in ipairs { { 600 }; { 50; 50 }; { 50; nil; 50 } } do
				assert.equal(case[1], lifetime(invites.create_account_reset("juliet", table.unpack(case, 2, 3))));
			end
			local invite = invites.create_account_reset("JULIET", { note = "lost" }, 50);
			assert.same({ 50, "register", "juliet@"..host }, { lifetime(invite), invite.type, invite.jid });
			assert.same({ allow_reset = "juliet"; note = "lost" }, invite.additional_data);
			assert.equal("juliet", invites.create_account("juliet", { allow_reset = "juliet" }).additional_data.allow_reset);
			refused("account-not-found", invites.create_account_reset("romeo"));
			refused("username-invalid", invites.create_account_reset());
		end);

		it("makes invites to become a contact", function ()
			start();
			server:create_user("juliet", host, "secret");
			local contact, both = invites.create_contact("juliet"), invites.create_contact("juliet", true, { note = "hi" }, 60);
			assert.same({ "roster", false, "xmpp:juliet@example.com?roster;preauth="..contact.token },
				{ contact.type, contact.allow_registration or false, contact.uri });
			assert.same({ "juliet", true, "xmpp:juliet@example.com?roster;preauth="..both.token..";ibr=y" },
				{ both.inviter, both.allow_registration, both.uri });
			assert.is_nil(invites.create_contact("romeo"));
		end);

		it("makes invites to groups, reusable only if somebody says for how long", function ()
			start();
			local once = invites.create_group({ "a" }, { source = "x" });
			assert.same({ source = "x"; groups = { "a" } }, once.additional_data);
			assert.is_falsy(once.reusable);
			assert.is_true(invites.create_group({ "a" }, nil, 60).reusable);
		end);

		it("takes the lifetime from invite_expiry, in seconds, as a period, or for ever", function ()
			for value, seconds in pairs { [60] = 60; ["2 weeks"] = 14 * 86400 } do
				assert.equal(seconds, lifetime(start({ invite_expiry = value }).create_account()));
			end
			assert.truthy(start({ invite_expiry = "never" }).create_account().expires > os.time() + 1000 * 365 * 86400);
			assert.truthy(invites.create_account(nil, nil, math.huge).expires > os.time() + 1000 * 365 * 86400);
			refused("ttl-invalid", invites.create_account(nil, nil, -5));
			refused("ttl-invalid", invites.create_account(nil, nil, "soon"));
		end);

		it("fires invite-created for nothing that is not made, and makes nothing where a handler fails", function ()
			start();
			local fired = 0;
			invites.module:hook("invite-created", function () fired = fired + 1; error("no"); end);
			refused("ttl-invalid", invites.create_account(nil, nil, -1));
			refused("username-invalid", invites.create_account("a b"));
			assert.equal(0, fired);
			refused("internal-server-error", invites.create_account());
			assert.equal(1, fired);
			assert.is_nil(invites.pending_account_invites()());
		end);

		it("adds the landing page of the template, for what the page supports, or keeps the one that another module made", function ()
			assert.is_nil(start().create_account().landing_page);
			local template = "https://{host}/i?{invite.token}&{invite.uri}&{invite.uri!}&{invite.uri|noscheme}";
			start({ invites_page = template; invites_page_supports = { "account" } });
			server:create_user("juliet", host, "secret");
			local invite = invites.create_account();
			local encoded = "xmpp%3aexample.com%3fregister%3bpreauth%3d"..invite.token;
			assert.equal(("https://example.com/i?%s&%s&%s&%s"):format(invite.token, encoded, invite.uri, (encoded:gsub("^xmpp%%3a", ""))),
				invite.landing_page);
			assert.equal(invite.landing_page, invites.get_account_invite_info(invite.token).landing_page);
			assert.is_nil(invites.create_contact("juliet").landing_page);
			assert.is_nil(invites.create_contact("juliet", true).landing_page);
			invites.module:hook("invite-created", function (made) made.landing_page = "https://example.net/"; end);
			assert.equal("https://example.net/", invites.get_account_invite_info(invites.create_account().token).landing_page);
		end);

		it("grants only roles that exist, where Prosody knows which do", function ()
			start();
			for _, roles in ipairs { { "prosody:admin" }; { ["prosody:admin"] = true }; {} } do
				assert.is_table(invites.create_account(nil, { roles = roles }));
			end
			for _, roles in ipairs { "prosody:admin"; { 5 }; is_13 and { "no:such" } or nil; is_13 and { ["no:such"] = true } or nil } do
				refused("data-invalid", invites.create_account(nil, { roles = roles }));
			end
		end);
	end);

	describe("looking at invites", function ()
		it("tells pending ones, one after the other", function ()
			start();
			local made = { [invites.create_group({ "a" }, nil, 60).token] = true };
			for _ = 1, 3 do made[invites.create_account().token] = true; end
			assert.is_true(invites.delete_account_invite(invites.create_account().token));
			invites.create_account(nil, nil, 5);
			server:advance(10);
			for token, invite in invites.pending_account_invites() do
				assert.equal(token, invite.token);
				assert.is_true(made[token]);
				made[token] = nil;
			end
			assert.same({}, made);
		end);

		it("says why not, in the words that callers know", function ()
			start();
			server:create_user("juliet", host, "secret");
			local short, revoked, contact = invites.create_account(nil, nil, 5).token, invites.create_account().token, invites.create_contact("juliet").token;
			assert.is_true(invites.delete_account_invite(revoked));
			server:advance(10);
			for _, case in ipairs { { nil; "no-token" }; { ""; "no-token" }; { "unknown"; "token-invalid" }; { {}; "token-invalid" };
				{ short; "token-expired" }; { revoked; "token-invalid" }; { contact; "token-invalid" } } do
				refused(case[2], invites.get_account_invite_info(case[1]));
			end
			refused("token-invalid", invites.delete_account_invite("unknown"));
			refused("no-token", invites.delete_account_invite());
		end);

		it("lists by the short id what it does not keep in the clear", function ()
			start({ invites_store_tokens = false });
			local invite = invites.create_account();
			local id, listed = invites.pending_account_invites()();
			assert.same({ 12, nil }, { #id, listed.token });
			assert.is_table(invites.get(invite.token));
			assert.equal(invite.expires, invites.get_account_invite_info(id).expires);
			assert.is_true(invites.delete_account_invite(id));
			assert.is_nil(invites.get(invite.token));
		end);
	end);
end);
