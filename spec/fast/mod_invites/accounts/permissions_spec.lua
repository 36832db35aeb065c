-- Who may invite, who is an admin, who may grant which role.

local Fixture = require "spec.support.fixture";

Fixture.describe("accounts/permissions", { users = { "juliet" }; hosts = { ["example.net"] = {} } }, function (fixture)
	local host, is_13 = fixture.host, fixture.is_13;
	local server, invites;

	local function start(options) invites, server = fixture:start(options); end
	local function give(...) return fixture:give_roles(...); end

	describe("who may invite:", function ()
		it("admins, where nothing is configured", function ()
			start();
			assert.is_false(invites.may_invite("juliet"));
			give("juliet", "prosody:admin");
			assert.is_true(invites.may_invite("juliet"));
			assert.is_true(invites.may_invite("JULIET"));
		end);

		it("everybody with an account, where that is configured", function ()
			start({ allow_user_invites = true });
			assert.is_true(invites.may_invite("juliet"));
			assert.is_false(invites.may_invite("romeo"));
			server:delete_user("juliet", host);
			assert.is_false(invites.may_invite("juliet"));
			for _, odd in ipairs { false; 5; ""; "a b"; {} } do assert.is_false(invites.may_invite(odd)); end
			assert.is_false(invites.may_invite());
		end);

		it("also those whom the configuration makes admins", function ()
			start({ admins = { "juliet@"..host } });
			assert.is_true(invites.may_invite("juliet"));
		end);

		if is_13 then
			it("not a disabled account", function ()
				start({ allow_user_invites = true });
				require "core.usermanager".disable_user("juliet", host);
				assert.is_false(invites.may_invite("juliet"));
			end);

			it("whoever has a role with the permission", function ()
				start({
					custom_roles = { { name = "librarian"; inherits = { "prosody:member" } }; { name = "quiet"; inherits = { "prosody:admin" } } };
					add_permissions = { librarian = { "invites_adhoc:invite-users" } };
					remove_permissions = { quiet = { "invites_adhoc:invite-users" } };
				});
				give("juliet", "librarian");
				assert.is_true(invites.may_invite("juliet"));
				give("juliet", "quiet");
				assert.is_false(invites.may_invite("juliet"));
			end);

			it("the same as Prosody's own mod_invites_adhoc thinks", function ()
				start({ allow_user_invites = true });
				assert.is_true(invites.module:may("invites_adhoc:invite-users", "juliet@"..host));
			end);
		else
			it("whoever has a role that is allowed", function ()
				start({ allow_user_invites_by_roles = { "librarian" } });
				give("juliet", "librarian");
				assert.is_true(invites.may_invite("juliet"));
				give("juliet", "reader");
				assert.is_false(invites.may_invite("juliet"));
			end);

			it("nobody with a role that is denied, unless another one is allowed", function ()
				start({ allow_user_invites = true; allow_user_invites_by_roles = { "librarian" }; deny_user_invites_by_roles = { "reader" } });
				give("juliet", "reader");
				assert.is_false(invites.may_invite("juliet"));
				give("juliet", "reader", "librarian");
				assert.is_true(invites.may_invite("juliet"));
				give("juliet", "reader", "prosody:admin");
				assert.is_true(invites.may_invite("juliet"));
				give("juliet", "somebody");
				assert.is_true(invites.may_invite("juliet"));
			end);
		end

		it("nobody as long as the accounts can't be read, which is said", function ()
			start({ allow_user_invites = true });
			local users = _G.prosody.hosts[host].users;
			_G.prosody.hosts[host].users = setmetatable({ name = "elsewhere"; user_exists = function () error("no answer"); end }, getmetatable(users));
			assert.is_false(invites.may_invite("juliet"));
			local invite, code = invites.make { kind = "account"; creator = "juliet"; authority = "user" };
			assert.is_nil(invite);
			assert.equal("internal-server-error", code);
			assert.truthy(server:logged("warn", "juliet could not be looked up")[1]);
			assert.same({}, server:logged("error"));
		end);
	end);

	describe("who is an admin:", function ()
		it("by role and by configuration, here or elsewhere", function ()
			start({ admins = { "nurse@example.net" } });
			assert.is_false(invites.is_admin("juliet"));
			assert.is_false(invites.is_admin("juliet@"..host));
			give("juliet", "prosody:admin");
			assert.is_true(invites.is_admin("juliet"));
			assert.is_true(invites.is_admin("juliet@"..host.."/balcony"));
			assert.is_false(invites.is_admin("juliet@example.net"));
			assert.is_true(invites.is_admin("nurse@example.net"));
			for _, odd in ipairs { false; 5; ""; {}; "@"; "a b@c d" } do assert.is_false(invites.is_admin(odd)); end
			assert.same({}, server:logged("warn"));
		end);

		if not is_13 then return; end

		it("also by a role that is made of that of the admins", function ()
			start({ custom_roles = { { name = "night-watch"; inherits = { "prosody:admin" } } } });
			give("juliet", "night-watch");
			assert.is_true(invites.is_admin("juliet"));
			give("juliet", "prosody:operator");
			assert.is_true(invites.is_admin("juliet"));
			give("juliet", "prosody:member");
			assert.is_false(invites.is_admin("juliet"));
		end);
	end);

	describe("who may grant a role:", function ()
		if not is_13 then
			it("admins", function ()
				start();
				assert.is_false(invites.may_grant("juliet", "librarian"));
				give("juliet", "prosody:admin");
				assert.is_true(invites.may_grant("juliet@"..host, "librarian"));
				assert.is_true(invites.may_grant("juliet", "prosody:admin"));
			end);
			return;
		end

		it("whoever has one that is as high", function ()
			start({ admins = { "nurse@example.net" } });
			local may = { "prosody:guest"; "prosody:registered"; "prosody:member"; "prosody:admin"; "prosody:operator" };
			for own, name in ipairs(may) do
				give("juliet", name);
				for other, granted in ipairs(may) do
					assert.equal(other <= own, invites.may_grant("juliet", granted), name.." grants "..granted);
				end
			end
			assert.is_true(invites.may_grant("nurse@example.net", "prosody:admin"));
			assert.is_false(invites.may_grant("nurse@example.net", "prosody:operator"));
			assert.is_false(invites.may_grant("romeo@example.net", "prosody:guest"));
		end);

		it("nobody one that does not exist", function ()
			start();
			give("juliet", "prosody:operator");
			for _, odd in ipairs { "no:such"; ""; false; 5; {} } do assert.is_false(invites.may_grant("juliet", odd)); end
			assert.is_false(invites.may_grant(nil, "prosody:guest"));
		end);

		it("one of one's own, even if it is not the primary one", function ()
			start();
			give("juliet", "prosody:member", "prosody:admin");
			assert.is_true(invites.may_grant("juliet", "prosody:admin"));
		end);

		it("admins one of the configuration that has no priority", function ()
			start({ custom_roles = {
				{ name = "librarian"; inherits = { "prosody:member" } }; { name = "reader"; inherits = { "prosody:guest" }; priority = 20 };
			} });
			give("juliet", "prosody:member");
			assert.is_false(invites.may_grant("juliet", "librarian"));
			assert.is_true(invites.may_grant("juliet", "reader"));
			give("juliet", "librarian");
			assert.is_true(invites.may_grant("juliet", "librarian"));
			assert.is_true(invites.may_grant("juliet", "prosody:member"));
			assert.is_false(invites.may_grant("juliet", "prosody:admin"));
			give("juliet", "prosody:admin");
			assert.is_true(invites.may_grant("juliet", "librarian"));
		end);
	end);
end);
