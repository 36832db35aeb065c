-- Permissions and roles that are lost after an invite was created and before it is used, on real streams.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("an invite that a user has made", function ()
	local fixture, is_13;
	local count = 0;

	fixture = Fixture.shared(host, { options = { custom_roles = { { name = "librarian", priority = 20 } } } }, function ()
		is_13 = fixture.version ~= "0.12";
	end);

	-- (username, role): nothing else remains of what this user may do
	local function give(username, role)
		fixture:eval([[
			local username, role = ...;
			if usermanager.set_user_role then
				assert(usermanager.set_user_role(username, host, role));
			else
				assert(usermanager.set_roles(username.."@"..host, host, { [role] = true }));
			end
		]], username, role);
	end

	-- () → name of a new user, who is an admin and so may invite
	local function inviter()
		count = count + 1;
		local name = "juliet"..count;
		fixture:account(name);
		give(name, "prosody:admin");
		return name;
	end

	local function own(username, more)
		local spec = { kind = "account", creator = username, authority = "user" };
		for key, value in pairs(more or {}) do spec[key] = value; end
		local invite, code = fixture.server:invites(host, "make", spec);
		assert.is_table(invite, code);
		return invite.token;
	end

	for how, kind in pairs { account = "account", ["a contact with an account"] = "contact-account" } do
		it("is worth nothing to who has shown it, once its creator may not invite any more; for "..how, function ()
			local juliet = inviter();
			local token = own(juliet, { kind = kind, inviter = juliet });
			local holder = fixture:stream(token);
			give(juliet, "prosody:registered");
			refused(invalid, holder:register("early"..count, "secret"));
			refused(invalid, fixture:stream():preauth(token));
			assert.is_false(fixture:account_exists("early"..count));
			give(juliet, "prosody:admin");
			assert.is_true(holder:register("early"..count, "secret"));
		end);
	end

	it("is worth nothing once its creator is gone", function ()
		local juliet = inviter();
		local token = own(juliet);
		local holder = fixture:stream(token);
		fixture:eval("assert(usermanager.delete_user(..., host))", juliet);
		refused(invalid, holder:register("orphan", "secret"));
		refused(invalid, fixture:stream():preauth(token));
	end);

	it("is worth nothing while its creator is disabled", function ()
		if not is_13 then return; end
		local juliet = inviter();
		local token = own(juliet);
		local holder = fixture:stream(token);
		fixture:eval("assert(usermanager.disable_user(..., host))", juliet);
		refused(invalid, holder:register("patient", "secret"));
		fixture:eval("assert(usermanager.enable_user(..., host))", juliet);
		assert.is_true(holder:register("patient", "secret"));
	end);

	it("is worth what it was where the server stands behind it", function ()
		local juliet = inviter();
		local token = own(juliet, { authority = "server" });
		local holder = fixture:stream(token);
		give(juliet, "prosody:registered");
		assert.is_true(holder:register("server"..count, "secret"));
	end);

	it("grants no role that its creator has lost", function ()
		local juliet = inviter();
		local token = own(juliet, { data = { roles = { "prosody:admin" } } });
		local holder = fixture:stream(token);
		if is_13 then
			fixture:eval("usermanager.get_role_by_name('prosody:member', host):set_permission('invites_adhoc:invite-users', true, true)");
			give(juliet, "prosody:member");
			assert.is_true(fixture.server:invites(host, "may_invite", juliet));
		else
			give(juliet, "prosody:registered");
		end
		refused(invalid, holder:register("usurper", "secret"));
		assert.is_false(fixture:account_exists("usurper"));
	end);

	it("makes friends of the two, where it is for that", function ()
		local juliet = inviter();
		local holder = fixture:stream(own(juliet, { username = "romeo", inviter = juliet }));
		assert.equal("romeo", holder:registration_form():get_child_text("username"));
		assert.is_true(holder:register("romeo", "secret"));
		local romeo, client = fixture:login("romeo"), fixture:login(juliet);
		assert.equal("both", romeo:roster()[juliet.."@"..host].subscription);
		assert.equal("both", client:roster()["romeo@"..host].subscription);
	end);

	it("grants no role that has gone, and says that this is no fault of the invite", function ()
		if not is_13 then return; end -- any name is a role there
		local token = fixture:invite("create_account", nil, { roles = { "librarian" } });
		local holder = fixture:stream(token);
		fixture:eval("usermanager.get_all_roles(host).librarian = nil");
		refused("wait/internal-server-error", holder:register("reader", "secret"));
		assert.is_false(fixture:account_exists("reader"));
		assert.is_true(fixture:usable(token));
	end);

	it("leaves no error in the log", function ()
		assert.is_nil(fixture.server:log():match("[^\n]*\terror\t[^\n]*"));
	end);
end);
