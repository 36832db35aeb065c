-- How other modules redeem invites through the API of mod_invites.

local Fixture = require "spec.support.fixture";

Fixture.describe("api/redeem", nil, function (fixture)
	local host, is_13, refused = fixture.host, fixture.is_13, Fixture.refused;
	local server, invites;

	local function start(...) invites, server = fixture:start(...); end

	it("tells invites for contacts from invites for accounts", function ()
		start();
		server:create_user("juliet", host, "secret");
		server:create_user("romeo", host, "secret");
		local contact, both = invites.create_contact("juliet").token, invites.create_contact("juliet", true).token;
		refused("token-not-for-registration", invites.get(contact));
		refused("token-not-for-contact", invites.get(contact, "romeo"));
		refused("username-invalid", invites.get(contact, "a b"));
		assert.equal("roster", invites.get(contact, "JULIET").type);
		assert.equal("juliet", invites.get(both).inviter);
		assert.is_true(invites.spend(invites.get(contact, "juliet")));
		assert.is_nil(invites.get(contact, "juliet"));
	end);

	it("knows :use(), for callers that claim nothing", function ()
		start();
		local invite = invites.create_account();
		local first, second = invites.get(invite.token), invites.get(invite.token);
		assert.is_true(first:use());
		refused("token-used", second:use());
		assert.equal(1, #server:logged("warn", "could not be used"));
		assert.is_true(invites.use(invites.create_account().token));
		assert.is_nil(invites.use("unknown"));
		refused("no-token", invites.use());
		local reusable = invites.create_group({ "a" }, nil, 60).token;
		for _ = 1, 3 do assert.is_true(invites.use(reusable)); end
	end);

	it("knows a validated invite whose fields were blanked, and a copy of one", function ()
		start();
		local invite = invites.create_account();
		local validated, copy = invites.get(invite.token), {};
		for k, v in pairs(validated) do copy[k] = v; end
		for k in pairs(copy) do validated[k] = nil; end
		assert.is_true(invites.claim(validated, "juliet"));
		refused("invite-in-use", invites.claim(copy, "romeo"));
		assert.is_true(invites.release(validated));
		assert.is_true(invites.claim(copy, "romeo"));
		refused("no-token", invites.claim({}, "romeo"));
	end);

	it("checks again at the claim that the roles exist", function ()
		start();
		local validated = invites.get(invites.create_account(nil, { roles = { "prosody:member" } }).token);
		validated.additional_data.roles = { "gone:meanwhile" };
		if is_13 then
			refused("internal-server-error", invites.claim(validated, "juliet"));
		else
			assert.is_true(invites.claim(validated, "juliet"));
		end
	end);

	it("asks again what its creator may do, and may give", function ()
		start();
		server:create_user("juliet", host, "secret");
		local function promote(role) fixture:give_roles("juliet", role); end
		-- (change that makes the invite worthless, and takes that back; fields of the invite or nil)
		local function worthless_after(change, fields)
			promote "prosody:admin";
			local invite = assert(fixture:own_invite("juliet", fields));
			local validated = assert(invites.get(invite.token));
			change(true);
			local claimed, code = invites.claim(validated, "romeo");
			assert.same({ nil; invites.refusals["token-invalid"].text }, { claimed; invites.refusals[code].text });
			change(false);
			assert.is_true(invites.claim(validated, "romeo"));
			assert.is_true(invites.release(validated));
		end
		local function demote(is_less) promote(is_less and "prosody:registered" or "prosody:admin"); end
		for kind, inviter in pairs { account = false; ["contact-account"] = "juliet" } do
			worthless_after(demote, { kind = kind; inviter = inviter or nil });
		end
		if is_13 then
			local usermanager = require "core.usermanager";
			worthless_after(function (is_less) usermanager[is_less and "disable_user" or "enable_user"]("juliet", host); end);
			usermanager.get_role_by_name("prosody:registered", host):set_permission("invites_adhoc:invite-users", true, true);
			assert.is_true(invites.may_invite "juliet");
			worthless_after(demote, { data = { roles = { "prosody:admin" } } });
		end
		promote "prosody:registered";
		assert.is_true(invites.claim(invites.get(invites.make({ kind = "account"; creator = "juliet" }).token), "benvolio")); -- the server's
	end);

	it("ends the invites of an account that is deleted on this host", function ()
		start();
		server:create_user("juliet", host, "secret");
		local contact = invites.create_contact("juliet", true).token;
		for _, event in ipairs { { username = "juliet"; host = "example.net" }; "juliet" } do _G.prosody.events.fire_event("user-deleted", event); end
		assert.is_table(invites.get(contact));
		server:delete_user("juliet", host);
		assert.is_nil(invites.get(contact));
	end);

	it("keeps presentations over a reload, with their methods", function ()
		start();
		local invite, other = invites.create_account(), invites.create_account();
		local validated, claimed = invites.get(other.token), invites.get(invite.token);
		assert.is_true(invites.claim(claimed, "juliet"));
		invites = fixture:reload();
		assert.is_true(invites.claim(claimed, "juliet"));
		server:create_user("juliet", host, "secret");
		assert.is_true(invites.redeem(claimed, "juliet"));
		assert.is_true(validated:use());
		refused("token-used", invites.get(other.token));
	end);
end);
