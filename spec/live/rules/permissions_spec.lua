-- What users may give with their invites, on real streams: quotas where many are made at once; permissions and roles that are lost between creation
-- and use; names of admins. The rules themselves: src/policy and spec/ledger/create.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("twenty invites of a user at once", function ()
	local fixture;
	local juliet;
	local count = 0;

	fixture = Fixture.shared(host, { modules = { "invites_adhoc" }; options = { allow_user_invites = true, invites_per_user = 5 } });

	before_each(function ()
		count = count + 1;
		juliet = "juliet"..count;
		fixture:account(juliet);
		-- Whoever looks at a new invite may wait, for instance for a database, and lets the others go on meanwhile: so all have been counted before
		-- the first is stored.
		fixture:hook("invite-created", "require 'util.async'.sleep(0.05)");
	end);

	-- (state) → how many account invites of this user are in it
	local function number_of(state) return #fixture.server:invites(host, "list", state, juliet, nil, 500); end

	for kind, expected in pairs {
		account = { 5, { ["quota-pending"] = 15 }, 5 };
		["contact-account"] = { 5, {}, 20 }; -- the others are for contacts alone
	} do
		it("of the kind "..kind.." keep the quota", function ()
			local made, codes = fixture:eval([[
				local kind, username = ...;
				local async = require "util.async";
				local wait, done = async.waiter(20);
				local accounts, codes = 0, {};
				for _ = 1, 20 do
					async.runner(function ()
						local invite, code = invites.make { kind = kind, creator = username, inviter = kind ~= "account" and username or nil, authority = "user" };
						if invite and invite.allow_registration then accounts = accounts + 1; end
						if code then codes[code] = (codes[code] or 0) + 1; end
						done();
					end):run(true);
				end
				wait();
				return accounts, codes;
			]], kind, juliet);
			assert.same(expected, { made, codes, number_of "usable" });
			assert.equal(5, number_of "pending");
			assert.same({ nil, "quota-pending" }, { fixture:own(juliet) });
		end);
	end

	for node, expected in pairs { ["urn:xmpp:invite#invite"] = { 5, 15 }; ["urn:xmpp:invite#create-account"] = { 5, 0 } } do
		it("by twenty clients keep the quota, and give no role above their own: "..node, function ()
			local clients, ids = {}, {};
			for i = 1, 20 do clients[i] = fixture:login(juliet, nil, "r"..i); end
			for i, client in ipairs(clients) do
				ids[i] = client:request("set", host, ("<command xmlns='http://jabber.org/protocol/commands' node='%s'>%s</command>"):format(node,
					"<x xmlns='jabber:x:data' type='submit'><field var='role'><value>prosody:admin</value></field></x>"));
			end
			local with, without = 0, 0;
			for i, client in ipairs(clients) do
				local reply = client:reply(ids[i]);
				local ok, err = Client.outcome(reply);
				local uri = ok and tostring(reply):match("<value>(xmpp:[^<]*)");
				if not ok then
					assert.same({ "modify", "bad-request", "Too many of your invites are still unused" }, { err.type, err.condition, err.text });
				elseif uri:find("register;", 1, true) or uri:find(";ibr=y", 1, true) then
					with = with + 1;
				else
					without = without + 1;
				end
			end
			assert.same(expected, { with, without });
			for _, invite in ipairs(fixture.server:invites(host, "list", "all", juliet, nil, 500)) do
				assert.is_nil((invite.additional_data or {}).roles);
			end
		end);
	end
end);

describe("an invite that a user has made", function ()
	local fixture, is_13, http;
	local juliet, holder;
	local count = 0;

	fixture = Fixture.shared(host, {
		http = true; modules = { "register_apps", "invites_register_web" };
		options = { admins = { "Boss@EXAMPLE.com" }, custom_roles = { { name = "librarian", priority = 20 } } };
	}, function (_, ...)
		http = ...;
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

	before_each(function () -- a new user, who is an admin and so may invite
		count = count + 1;
		juliet = "juliet"..count;
		fixture:account(juliet);
		give(juliet, "prosody:admin");
	end);

	-- (fields of the spec or nil) → token; `holder` is a stream that has presented it
	local function present(more)
		local token = fixture:secret(assert(fixture:own(juliet, more)).token);
		holder = fixture:stream(token);
		return token;
	end

	-- (username) asserts that the holder gets no such account
	local function assert_worthless(username)
		refused(invalid, holder:register(username, "secret"));
		assert.is_false(fixture:account_exists(username));
	end

	for kind, inviter in pairs { account = false; ["contact-account"] = true } do
		it("is worth nothing to who has shown it, while its creator may not invite: "..kind, function ()
			local token = present { kind = kind; inviter = inviter and juliet or nil };
			give(juliet, "prosody:registered");
			assert_worthless("early"..count);
			refused(invalid, fixture:stream():preauth(token));
			give(juliet, "prosody:admin");
			assert.is_true(holder:register("early"..count, "secret"));
		end);
	end

	it("is worth nothing once its creator is gone", function ()
		local token = present();
		fixture:eval("assert(usermanager.delete_user(..., host))", juliet);
		assert_worthless("orphan");
		refused(invalid, fixture:stream():preauth(token));
	end);

	it("is worth nothing while its creator is disabled", function ()
		if not is_13 then return; end
		present();
		fixture:eval("assert(usermanager.disable_user(..., host))", juliet);
		assert_worthless("patient");
		fixture:eval("assert(usermanager.enable_user(..., host))", juliet);
		assert.is_true(holder:register("patient", "secret"));
	end);

	it("is worth what it was where the server stands behind it", function ()
		present { authority = "server" };
		give(juliet, "prosody:registered");
		assert.is_true(holder:register("server"..count, "secret"));
	end);

	it("grants no role that its creator has lost", function ()
		present { data = { roles = { "prosody:admin" } } };
		if is_13 then
			fixture:eval("usermanager.get_role_by_name('prosody:member', host):set_permission('invites_adhoc:invite-users', true, true)");
		end
		give(juliet, is_13 and "prosody:member" or "prosody:registered");
		assert.is_true(not is_13 or fixture.server:invites(host, "may_invite", juliet));
		assert_worthless("usurper");
	end);

	it("grants no role that has gone, and says that this is no fault of the invite", function ()
		if not is_13 then return; end -- any name is a role there
		local token = present { authority = "server"; data = { roles = { "librarian" } } };
		fixture:eval("usermanager.get_all_roles(host).librarian = nil");
		refused("wait/internal-server-error", holder:register("reader", "secret"));
		assert.is_false(fixture:account_exists("reader"));
		assert.is_true(fixture:usable(token));
	end);

	it("makes friends of the two, where it is for that", function ()
		present { username = "romeo", inviter = juliet };
		assert.is_true(holder:register("romeo", "secret"));
		assert.equal("both", fixture:login("romeo"):roster()[juliet.."@"..host].subscription);
		assert.equal("both", fixture:login(juliet):roster()["romeo@"..host].subscription);
	end);

	it("gives nobody the name of an admin, on a stream or in the form; one of the server for that name does", function ()
		local token = present();
		for _, name in ipairs { "boss", "BOSS" } do
			refused({ type = "cancel", condition = "conflict", text = "The requested username is reserved" }, holder:register(name, "secret"));
		end
		local answer = http:ask(http:form("/register?t="..token, { token = token; user = "boss"; password = "Wherefore-4rt-thou" }));
		assert.equal(409, answer.status);
		assert.is_false(fixture:account_exists "boss");
		fixture:register("boss", fixture:invite("create_account", "boss"));
		assert.is_true(fixture:eval("return invites.is_admin 'boss'"));
	end);
end);
