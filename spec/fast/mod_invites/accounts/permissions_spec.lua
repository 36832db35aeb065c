-- Who may invite, who is an admin, who may grant which role.

local Fixture = require "spec.support.fixture";

Fixture.describe("accounts/permissions", { users = { "juliet" }; hosts = { ["example.net"] = {} } }, function (fixture)
	local host, is_13 = fixture.host, fixture.is_13;
	local server, invites;

	local function start(options) invites, server = fixture:start(options); end
	local function give(...) return fixture:give_roles(...); end

	-- who may invite; options; which roles juliet gets one after the other (false: none), and whether she may invite then
	local may_invite = {
		{ "admins, where nothing is configured"; {}; { false; false }; { { "prosody:admin" }; true } };
		{ "everybody with an account, where that is configured"; { allow_user_invites = true }; { false; true } };
		{ "also those whom the configuration makes admins"; { admins = { "juliet@"..host } }; { false; true } };
	};
	if is_13 then
		table.insert(may_invite, { "whoever has a role with the permission"; {
			custom_roles = { { name = "librarian"; inherits = { "prosody:member" } }; { name = "quiet"; inherits = { "prosody:admin" } } };
			add_permissions = { librarian = { "invites_adhoc:invite-users" } }; remove_permissions = { quiet = { "invites_adhoc:invite-users" } };
		}; { { "librarian" }; true }; { { "quiet" }; false } });
	else
		table.insert(may_invite, { "whoever has a role that is allowed"; { allow_user_invites_by_roles = { "librarian" } };
			{ { "librarian" }; true }; { { "reader" }; false } });
		table.insert(may_invite, { "nobody with a role that is denied, unless another one is allowed";
			{ allow_user_invites = true; allow_user_invites_by_roles = { "librarian" }; deny_user_invites_by_roles = { "reader" } };
			{ { "reader" }; false }; { { "reader", "librarian" }; true }; { { "reader", "prosody:admin" }; true }; { { "somebody" }; true } });
	end
	for _, case in ipairs(may_invite) do
		it("lets people invite: "..case[1], function ()
			start(case[2]);
			for i = 3, #case do
				if case[i][1] then give("juliet", table.unpack(case[i][1])); end
				assert.same({ case[i][2], case[i][2] }, { invites.may_invite("juliet"), invites.may_invite("JULIET") }, i);
			end
		end);
	end

	it("lets nobody invite who has no account", function ()
		start({ allow_user_invites = true });
		assert.is_false(invites.may_invite("romeo"));
		if is_13 then
			assert.is_true(invites.module:may("invites_adhoc:invite-users", "juliet@"..host)); -- which Prosody's own mod_invites_adhoc asks for
			require "core.usermanager".disable_user("juliet", host);
			assert.is_false(invites.may_invite("juliet"));
		end
		server:delete_user("juliet", host);
		assert.is_false(invites.may_invite("juliet"));
		for _, odd in ipairs { false; 5; ""; "a b"; {} } do assert.is_false(invites.may_invite(odd)); end
		assert.is_false(invites.may_invite());
	end);

	it("lets nobody invite as long as the accounts can't be read, and says so", function ()
		start({ allow_user_invites = true });
		local users = _G.prosody.hosts[host].users;
		_G.prosody.hosts[host].users = setmetatable({ name = "elsewhere"; user_exists = function () error("no answer"); end }, getmetatable(users));
		assert.is_false(invites.may_invite("juliet"));
		Fixture.refused("internal-server-error", fixture:own_invite "juliet");
		assert.truthy(server:logged("warn", "juliet could not be looked up")[1]);
		assert.same({}, server:logged("error"));
	end);

	it("knows admins by role and by configuration, here or elsewhere", function ()
		start({ admins = { "nurse@example.net" }; custom_roles = { { name = "night-watch"; inherits = { "prosody:admin" } } } });
		assert.is_false(invites.is_admin("juliet"));
		assert.is_false(invites.is_admin("juliet@"..host));
		for _, role in ipairs { "prosody:admin"; is_13 and "night-watch" or nil; is_13 and "prosody:operator" or nil } do
			give("juliet", role);
			assert.is_true(invites.is_admin("juliet"), role);
		end
		assert.is_true(invites.is_admin("juliet@"..host.."/balcony"));
		assert.is_false(invites.is_admin("juliet@example.net"));
		assert.is_true(invites.is_admin("nurse@example.net"));
		give("juliet", "prosody:member");
		assert.is_false(invites.is_admin("juliet"));
		for _, odd in ipairs { false; 5; ""; {}; "@"; "a b@c d" } do assert.is_false(invites.is_admin(odd)); end
		assert.same({}, server:logged("warn"));
	end);

	describe("lets somebody grant a role:", function ()
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

		it("whoever has one that is as high, also beside the primary one", function ()
			start({ admins = { "nurse@example.net" } });
			local may = { "prosody:guest"; "prosody:registered"; "prosody:member"; "prosody:admin"; "prosody:operator" };
			for own, name in ipairs(may) do
				give("juliet", name);
				for other, granted in ipairs(may) do
					assert.equal(other <= own, invites.may_grant("juliet", granted), name.." grants "..granted);
				end
			end
			for _, odd in ipairs { "no:such"; ""; false; 5; {} } do assert.is_false(invites.may_grant("juliet", odd)); end
			give("juliet", "prosody:member", "prosody:admin");
			assert.is_true(invites.may_grant("juliet", "prosody:admin"));
			assert.is_true(invites.may_grant("nurse@example.net", "prosody:admin"));
			assert.is_false(invites.may_grant("nurse@example.net", "prosody:operator"));
			assert.is_false(invites.may_grant("romeo@example.net", "prosody:guest"));
			assert.is_false(invites.may_grant(nil, "prosody:guest"));
		end);

		it("admins one of the configuration that has no priority", function ()
			start({ custom_roles = {
				{ name = "librarian"; inherits = { "prosody:member" } }; { name = "reader"; inherits = { "prosody:guest" }; priority = 20 };
			} });
			for _, case in ipairs {
				{ "prosody:member"; "librarian"; false }; { "prosody:member"; "reader"; true }; { "librarian"; "librarian"; true };
				{ "librarian"; "prosody:member"; true }; { "librarian"; "prosody:admin"; false }; { "prosody:admin"; "librarian"; true };
			} do
				give("juliet", case[1]);
				assert.equal(case[3], invites.may_grant("juliet", case[2]), table.concat(case, " ", 1, 2));
			end
		end);
	end);
end);
