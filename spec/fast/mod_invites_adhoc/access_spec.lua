-- Who may use which ad-hoc command, and what the links of an invite may give to whom.

local adhoc = require "spec.support.adhoc";
local Fixture = require "spec.support.fixture";

local contact, friend, account, reset, own, all = adhoc.contact, adhoc.friend, adhoc.account, adhoc.reset, adhoc.own, adhoc.all;
local refused, sorted = adhoc.refused, adhoc.sorted;

Fixture.describe("access to commands", adhoc.defaults, function (fixture)
	local client, host, is_13 = adhoc.client(fixture), fixture.host, fixture.is_13;
	local execute, result, discover, session, invite_of = client.execute, client.result, client.discover, client.session, client.invite_of;
	local invites, server;

	local function start(...) invites, server = fixture:start(...); end

	describe("who may use what", function ()
		it("is for admins everything, for users contact invites and their own, or what the options say", function ()
			start();
			assert.same(sorted { contact; friend; account; reset; own; all }, discover "boss");
			assert.same(sorted { contact; friend; own }, discover "romeo");
			assert.same(sorted { account; reset; all }, discover "remote@admin.example");
			assert.same({}, discover "stranger@elsewhere.example");
			for _, node in ipairs { contact; friend; account; reset; own; all } do
				refused("auth/forbidden", "not allowed", execute("stranger@elsewhere.example", node));
				if node == account or node == reset or node == all then refused("auth/forbidden", "not allowed", execute("romeo", node, {}, "complete")); end
			end
			for _, node in ipairs { contact; friend } do refused("auth/forbidden", "not allowed", execute("remote@admin.example", node)); end
			start { allow_user_invites = true };
			assert.same(sorted { contact; friend; account; own }, discover "romeo");
			start { allow_contact_invites = false };
			assert.same({ own }, discover "romeo");
			refused("auth/forbidden", "not allowed", execute("romeo", contact));
			assert.same(sorted { contact; friend; account; reset; own; all }, discover "boss");
		end);

		if not is_13 then
			it("follows roles", function ()
				start { allow_user_invites_by_roles = { "inviter" }; deny_user_invites_by_roles = { "mute" }; allow_user_invites = true };
				local set_roles = require "core.usermanager".set_roles;
				set_roles("juliet@"..host, host, { mute = true });
				assert.same(sorted { contact; friend; own }, discover "juliet");
				set_roles("juliet@"..host, host, { mute = true; inviter = true });
				assert.same(sorted { contact; friend; account; own }, discover "juliet");
			end);
		else
			it("follows the permission, and the role of the session", function ()
				start { custom_roles = { { name = "inviter"; inherits = { "prosody:registered" }; allow = { "invites_adhoc:invite-users" } } } };
				local usermanager = require "core.usermanager";
				assert(usermanager.set_user_role("juliet", host, "inviter"));
				assert.same(sorted { contact; friend; account; own }, discover "juliet");
				local less = session "juliet";
				less.role = usermanager.get_role_by_name("prosody:registered", host);
				assert.same(sorted { contact; friend; own }, discover(less));
				assert.is_false(invite_of(result(less, contact)).allow_registration);
				less = session "boss";
				less.role = usermanager.get_role_by_name("prosody:registered", host);
				assert.same(sorted { contact; friend; own }, discover(less));
			end);

			it("may be one of the admins' commands alone", function ()
				start { custom_roles = { { name = "helper"; inherits = { "prosody:registered" }; allow = { "adhoc:"..reset } } } };
				assert(require "core.usermanager".set_user_role("juliet", host, "helper"));
				assert.same(sorted { contact; friend; reset; own }, discover "juliet");
			end);
		end

		it("leaves the commands of other modules as they are", function ()
			start();
			_G.prosody.hosts[host].events.fire_event("item-added/adhoc", { item = { node = "other"; name = "Other"; permission = "any" } });
			assert.same({ "other" }, (discover("stranger@elsewhere.example", { "other" })));
		end);
	end);

	describe("where nobody can register", function ()
		local function has_no_accounts()
			local fields, answer = result("boss", contact);
			assert.truthy(fields.uri.value:find("^xmpp:boss@example%.com%?roster;preauth=%w+$"), fields.uri.value);
			assert.is_nil(answer.notes.warn);
			assert.falsy(result("romeo", contact).uri.value:find("ibr"));
			for _, values in ipairs { {}; { username = "benvolio" } } do
				refused("auth/forbidden", "Registration is disabled on example.com", execute("boss", account, values));
			end
			refused("auth/forbidden", "Registration is disabled on example.com", execute("romeo", account));
		end

		it("as mod_invites_register is missing, there are contact invites alone", function ()
			start({ allow_user_invites = true }, { modules = { "invites_adhoc" } });
			has_no_accounts();
			assert(server:load(host, "invites_register"));
			assert.truthy(result("romeo", contact).uri.value:find(";ibr=y$"));
			assert(result("romeo", account, {}));
		end);

		it("as it is configured, there are contact invites alone", function ()
			start { allow_user_invites = true; registration_invite_only = false };
			has_no_accounts();
			require "core.configmanager".set(host, "allow_registration", true);
			assert.truthy(result("romeo", contact).uri.value:find(";ibr=y$"));
			assert(result("romeo", account, {}));
		end);
	end);

	describe("an invite that gives more than one may give", function ()
		-- (data of the invite; by whom)
		local function make(data, more)
			local spec = { kind = "account"; creator = "romeo"; data = data; authority = "server" };
			for name, value in pairs(more or {}) do spec[name] = value; end
			return assert(invites.make(spec)).id;
		end

		local function is_closed_to(user, node, id)
			for _, values in ipairs { { invite = id }; { invite = id; action = "label"; note = "seen" } } do
				local fields, answer = result(user, node, values);
				assert.same({}, { fields.uri, fields["landing-url"] });
				assert.truthy(fields.state);
				assert.truthy(answer.note:find("link is hidden") or answer.note:find("Note saved"), answer.note);
			end
			for _, lifetime in ipairs { "none"; "3600" } do
				local values = { invite = id; action = "extend"; lifetime = lifetime ~= "none" and lifetime or nil };
				refused("auth/forbidden", "allowed to grant", execute(user, node, values));
			end
			assert.equal("Invite revoked", execute(user, node, { invite = id; action = "revoke" }).note);
		end

		local function is_open_to(user, node, id)
			local fields = result(user, node, { invite = id });
			assert.truthy(fields.uri and fields["landing-url"]);
			assert.truthy(result(user, node, { invite = id; action = "extend"; lifetime = "3600" }).uri);
		end

		it("has its link for those alone who may", function ()
			start { invites_page = "https://{host}/i#{invite.token}"; allow_user_invites = true };
			local admin_role = not is_13 and { ["prosody:admin"] = true } or { "prosody:registered"; "prosody:admin" };
			for _, data in ipairs { { roles = admin_role }; { groups = { "family" } } } do
				is_open_to("boss", all, make(data));
				is_open_to("boss", own, make(data, { creator = "boss" }));
				is_closed_to("romeo", own, make(data));
			end
			is_open_to("romeo", own, make({ note = "harmless" }, { authority = "user" }));
			assert.truthy(result("romeo", own, { invite = make({ roles = {}; groups = {} }) }).uri);
		end);

		it("on the server's authority is not extended by a user", function ()
			start { allow_user_invites = true };
			local id = make();
			refused("auth/forbidden", "Only an admin", execute("romeo", own, { invite = id; action = "extend" }));
			refused("auth/forbidden", "Only an admin", execute("romeo", own, { invite = id; action = "extend"; lifetime = "3600" }));
			assert.truthy(result("boss", all, { invite = id; action = "extend"; lifetime = "3600" }).uri);
			assert.truthy(result("romeo", own, { invite = id }).uri);
		end);

		if is_13 then
			it("is one with the role of an operator, or the reset of one, for admins", function ()
				start { invites_page = "https://{host}/i#{invite.token}" };
				is_closed_to("boss", all, make({ roles = { "prosody:operator" } }));
				local usermanager = require "core.usermanager";
				assert(usermanager.set_user_role("juliet", host, "prosody:operator"));
				local reset_of_juliet = assert(invites.create_account_reset("juliet")).id;
				refused("auth/forbidden", "allowed to grant", execute("boss", all, { invite = reset_of_juliet; action = "extend" }));
				assert(result("juliet", all, { invite = reset_of_juliet; action = "extend"; lifetime = "3600" }));
			end);
		end
	end);

	it("is nothing under prosodyctl", function ()
		start(nil, { process = "prosodyctl"; modules = { "invites_adhoc" }; users = {} });
		assert.is_nil(fixture:module "adhoc");
	end);
end);
