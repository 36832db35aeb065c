-- What the ad-hoc commands for new invites ask and answer, on Prosody's own mod_adhoc. XEP-0401's examples are in spec/live/commands/adhoc_spec.lua.

local adhoc = require "spec.support.adhoc";
local Fixture = require "spec.support.fixture";

local contact, account, reset = adhoc.contact, adhoc.account, adhoc.reset;
local again, refused, labels = adhoc.again, adhoc.refused, adhoc.labels;

Fixture.describe("commands that create invites", adhoc.defaults, function (fixture)
	local client, host, is_13 = adhoc.client(fixture), fixture.host, fixture.is_13;
	local execute, result, session, invite_of = client.execute, client.result, client.session, client.invite_of;
	local invites, server;

	local function start(...) invites, server = fixture:start(...); end

	describe("a contact invite", function ()
		it("is there at once", function ()
			start { invites_page = "https://{host}/i#{invite.token}" };
			local fields, answer = result("romeo", contact);
			assert.same({ "FORM_TYPE"; "landing-url"; "uri"; "valid-until"; "expire" }, answer.order);
			assert.truthy(fields["valid-until"].value:find("^%d+%-%d%d%-%d%d %d%d:%d%d UTC$"));
			local invite = invite_of(fields);
			assert.same({ "romeo", "user", "romeo@"..host.."/r" }, { invite.creator, invite.authority, invite.additional_data.source });
			assert.same({ "info", "My invites" }, { answer.note_type, answer.note:match("My invites") });
			start { invite_expiry = "never" }; -- contact invites always end
			assert.same({ "FORM_TYPE"; "uri"; "valid-until"; "expire" }, select(2, result("romeo", contact)).order);
		end);

		it("lets people register where the user may invite them, or an admin, and within the limit", function ()
			start { allow_user_invites = true; invites_per_user = 1 };
			assert.truthy(result("romeo", contact).uri.value:find(";ibr=y$"));
			local fields, answer = result("romeo", contact);
			assert.falsy(fields.uri.value:find("ibr"));
			assert.truthy(answer.notes.warn:find("right now"));
			fields = result("boss", contact);
			assert.truthy(fields.uri.value:find(";ibr=y$"));
			assert.equal("server", invite_of(fields).authority);
			local romeo = session "romeo";
			server:delete_user("romeo", host);
			refused("modify/bad-request", "account does not exist", execute(romeo, contact));
		end);
	end);

	describe("a contact invite with a message", function ()
		local friend = adhoc.friend;

		it("asks for the person, the lifetime, the message and a note", function ()
			start { invites_longest_expiry = "2 days" };
			local answer = execute("romeo", friend);
			assert.same({ "invitee"; "lifetime"; "message"; "note" }, answer.order);
			assert.same({ "jid-single"; "text-multi" }, { answer.fields.invitee.type; answer.fields.message.type });
			for _, option in ipairs(execute("boss", friend).fields.lifetime.options) do assert.not_equal("never", option[1]); end
		end);

		it("is made on the user's authority, with a clean message, for whoever it is for", function ()
			start { allow_user_invites = true };
			local message = { "Hello "; ""; ""; "\226\128\174you" };
			local invite = invite_of(result("romeo", friend, { message = message; invitee = "Benvolio@Elsewhere.example/x" }));
			assert.same({ "contact"; "romeo"; "user"; false }, { invite.kind; invite.inviter; invite.authority; invite.allow_registration });
			assert.equal("Hello\n\nyou", invite.message);
			assert.equal("benvolio@elsewhere.example", invite.additional_data.invitee);
			invite = invite_of(result("romeo", friend, {}));
			assert.same({}, { invite.message, invite.additional_data.invitee });
		end);

		it("shows the form again with the message, where another input may do", function ()
			start();
			local fields = again("Message: too long", execute("romeo", friend, { message = { ("x"):rep(400); ("y"):rep(101) } }));
			assert.same({ ("x"):rep(400); ("y"):rep(99) }, fields.message.values);
			again("Message: contains characters", execute("romeo", friend, { message = "a\027" }));
			again("not a valid address", execute("romeo", friend, { invitee = "a@b@c"; message = "x" }));
			again("not a valid address", execute("romeo", friend, { invitee = "elsewhere.example" }));
			assert.equal(0, #invites.list "all");
		end);
	end);

	describe("an account invite", function ()
		it("asks first", function ()
			start();
			local answer = execute("boss", account);
			assert.same({ "executing", "form", "complete:complete" }, { answer.status, answer.form, answer.actions });
			assert.same({ "username"; "roster-subscription" }, { answer.order[1], answer.order[2] });
			for name, expected in pairs {
				username = { "text-single" }; ["roster-subscription"] = { "boolean", "0" }; lifetime = { "list-single", tostring(7 * 86400) };
				uses = { "text-single", "1" }; note = { "text-single" };
			} do
				assert.same(expected, { answer.fields[name].type, answer.fields[name].value }, name);
			end
			assert.is_false(answer.fields.username.required);
			assert.is_nil(answer.fields.groups);
		end);

		it("is made from what comes back, however little that is", function ()
			start();
			for _, action in ipairs { "execute"; "next"; "complete" } do
				assert.truthy(result("boss", account, {}, action).uri.value:find("^xmpp:example%.com%?register;preauth=%w+$"));
			end
			assert.truthy(result("boss", account, nil, "complete").uri);
			local invite = invite_of(result("boss", account, { username = ""; note = " "; uses = "" }));
			assert.same({ 1, "server", nil }, { invite.max_uses, invite.authority, invite.inviter });
			local fields = result("boss", account, {
				username = " Mercutio "; ["roster-subscription"] = "1"; lifetime = "3600"; uses = "3"; note = "for Mercutio";
			});
			assert.truthy(fields.uri.value:find("^xmpp:mercutio@example%.com%?register;preauth="));
			invite = invite_of(fields);
			assert.same({ "boss", "boss", 3, 3600, "for Mercutio" },
				{ invite.inviter, invite.creator, invite.max_uses, invite.expires - invite.created_at, invite.additional_data.note });
			assert.is_nil(result("boss", account, { lifetime = "never" }).expire);
		end);

		it("shows the form again, as it was filled in, where another input may do", function ()
			start();
			assert(result("boss", account, { username = "tybalt" }));
			for _, case in ipairs {
				{ "not a valid username", { username = "ro meo" } }; { "already exists", { username = "romeo" } };
				{ "reserved", { username = "tybalt" } }; { "not one of the choices", { lifetime = "7" } };
				{ "that many times", { uses = "none" } }; { "that many times", { uses = "99999999999999999999" } };
				{ "must be yes or no", { ["roster-subscription"] = "maybe" } }; { "too long", { note = ("ü"):rep(100000) } };
				{ "be read", {}, true };
			} do
				local values = { username = "benvolio"; ["roster-subscription"] = "1"; lifetime = "86400"; uses = "2"; note = "for Benvolio" };
				for name, value in pairs(case[2]) do values[name] = value; end
				if case[3] then for i = 1, 101 do values["x"..i] = "x"; end end
				local fields = again(case[1], execute("boss", account, values));
				if not case[3] then
					local kept = { username = "benvolio"; ["roster-subscription"] = "1"; lifetime = "86400"; uses = "2"; note = "for Benvolio" };
					for name, value in pairs(kept) do
						if not case[2][name] then assert.equal(value, fields[name].value, name); end
					end
					local name, value = next(case[2]);
					if name == "note" then
						assert.equal(4096, utf8.len(fields.note.value));
					elseif name ~= "lifetime" and name ~= "roster-subscription" then
						assert.equal(value, fields[name].value);
					end
				end
			end
			assert.equal(1, #invites.list("all"));
			refused("modify/bad-request", "does not support that action", execute("boss", account, nil, "prev"));
			assert.equal("bad-action", execute("boss", account, nil, "prev").detail);
		end);

		it("goes on after a reload, and answers twice who sends it twice", function ()
			start();
			assert.equal("executing", execute("boss", account).status);
			for _, name in ipairs { "invites"; "invites_adhoc"; "adhoc" } do
				invites = fixture:reload(name);
				again("already exists", execute("boss", account, { username = "romeo" }));
			end
			for _ = 1, 2 do assert(result("boss", account, { note = "for Rosaline" })); end
			assert.equal(2, #invites.list "all");
		end);

		it("remembers the language in which it was asked for", function ()
			start();
			local function language(asked)
				local iq = adhoc.ask(client.session "boss", account, {}, "complete", asked);
				return invite_of(adhoc.read(iq).fields).additional_data.language;
			end
			assert.same({ "de", nil }, { language "de-AT", language "en" });
			assert.is_nil(language "xx");
		end);

		it("can be called off", function ()
			start();
			assert.equal("canceled", execute("boss", account, nil, "cancel").status);
			assert.equal("canceled", execute("boss", account, { username = "benvolio" }, "cancel").status);
			assert.same({}, invites.list("all"));
		end);

		it("of a user stands on their own right, within their limits", function ()
			start {
				allow_user_invites = true; invites_per_user = 2; invites_most_uses = 2; invites_longest_expiry = "2 days"; invite_expiry = "1 week";
			};
			local answer = execute("romeo", account);
			assert.same({ "1 hour"; "1 day"; "2 days" }, labels(answer.fields.lifetime));
			assert.equal(tostring(2 * 86400), answer.fields.lifetime.value);
			again("that many times", execute("romeo", account, { uses = "3" }));
			again("not one of the choices", execute("romeo", account, { lifetime = tostring(7 * 86400) }));
			local invite = invite_of(result("romeo", account, { uses = "2"; lifetime = tostring(2 * 86400) }));
			assert.same({ "romeo", "user", 2 * 86400 }, { invite.creator, invite.authority, invite.expires - invite.created_at });
			assert(result("romeo", account, {}));
			refused("modify/bad-request", "unused", execute("romeo", account, {}));
			for _ = 1, 3 do assert(result("boss", account, { uses = "9" })); end
		end);

		it("of an admin from elsewhere is nobody's contact", function ()
			start();
			assert.is_nil(execute("remote@admin.example", account).fields["roster-subscription"]);
			local invite = invite_of(result("remote@admin.example", account, { ["roster-subscription"] = "1" }));
			assert.is_nil(invite.inviter);
			assert.is_nil(invite.creator);
		end);

		it("is for a name that gives power only if somebody makes it who has as much", function ()
			start { allow_user_invites = true; admins = { "boss@"..host; "Chief@"..host } };
			again("reserved", execute("romeo", account, { username = "chief" }));
			assert.equal("chief@"..host, invite_of(result("boss", account, { username = "chief" })).jid);
			if not is_13 then return; end
			assert(require "core.storagemanager".open(host, "account_roles"):set("captain", { _default = "prosody:operator" }));
			again("reserved", execute("boss", account, { username = "captain" }));
			assert(require "core.usermanager".set_user_role("juliet", host, "prosody:operator"));
			assert.equal("captain@"..host, invite_of(result("juliet", account, { username = "captain" })).jid);
		end);

		it("gives roles, but none above one's own", function ()
			start { allow_user_invites = true };
			local function offered(user)
				local field = execute(user, account).fields.role;
				return field and labels(field);
			end
			assert.is_nil(offered "romeo");
			if not is_13 then
				assert.same({ "Default"; "Administrator (prosody:admin)" }, offered "boss");
				assert.same({ ["prosody:admin"] = true }, invite_of(result("boss", account, { role = "prosody:admin" })).additional_data.roles);
			else
				assert.same({ "Default"; "Administrator (prosody:admin)"; "Member (prosody:member)" }, offered "boss");
				assert.same({ "prosody:admin" }, invite_of(result("boss", account, { role = "prosody:admin" })).additional_data.roles);
				again("not one of the choices", execute("boss", account, { role = "prosody:operator" }));
			end
			assert.is_nil(invite_of(result("boss", account, { role = "usual" })).additional_data.roles);
			-- A field that was not in the form counts for nothing.
			assert.is_nil(invite_of(result("romeo", account, { role = "prosody:admin"; groups = { "family" } })).additional_data.roles);
		end);

		it("gives groups, if an admin makes it and there are groups", function ()
			start { allow_user_invites = true };
			local names = { family = "Family"; work = "Colleagues" };
			_G.prosody.hosts[host].modules.groups_internal = {
				groups = function () return pairs(names); end; get_info = function (id) return { name = names[id] }; end;
			};
			assert.is_nil(execute("romeo", account).fields.groups);
			local field = execute("boss", account).fields.groups;
			assert.equal("list-multi", field.type);
			assert.same({ { "work", "Colleagues" }, { "family", "Family" } }, field.options);
			assert.same({ "family"; "work" }, invite_of(result("boss", account, { groups = { "family"; "work" } })).additional_data.groups);
			again("not one of the choices", execute("boss", account, { groups = { "family"; "secret" } }));
			assert.is_nil(invite_of(result("romeo", account, { groups = { "family" } })).additional_data.groups);
			for i = 1, 2000 do names["group"..i] = "Group"; end
			assert.equal(200, #execute("boss", account).fields.groups.options);
			_G.prosody.hosts[host].modules.groups_internal.groups = function () error("unreadable"); end;
			assert.is_nil(execute("boss", account).fields.groups);
			_G.prosody.hosts[host].modules.groups_internal = nil; -- it is no module that could be unloaded
		end);

		it("fails like a server whose database does", function ()
			start { invites_database = "no/such/directory/invites.sqlite" };
			refused("wait/internal-server-error", "Try again later", execute("boss", account, {}));
		end);
	end);

	describe("a password reset", function ()
		it("asks for an address, and makes a link for that account", function ()
			start();
			local answer = execute("boss", reset);
			assert.same({ "executing", "form", "complete:complete" }, { answer.status, answer.form, answer.actions });
			assert.same({ "jid-single", true }, { answer.fields.accountjid.type, answer.fields.accountjid.required });
			local fields = result("boss", reset, { accountjid = "Romeo@"..host });
			assert.equal("urn:xmpp:invite#invitation", fields.FORM_TYPE.value);
			assert.truthy(fields.uri.value:find("^xmpp:romeo@example%.com%?register;preauth=%w+$"));
			local invite = invite_of(fields);
			assert.same({ "romeo", "boss" }, { invite.additional_data.allow_reset, invite.creator });
			assert.truthy(result("remote@admin.example", reset, { accountjid = "romeo@"..host }).uri);
		end);

		it("is for an account that exists here", function ()
			start();
			for jid, text in pairs {
				["romeo@elsewhere.example"] = "on example.com"; ["nobody@"..host] = "account does not exist"; [host] = "full address";
				["@@"] = "Address of the account";
			} do
				assert.equal(jid, again(text, execute("boss", reset, { accountjid = jid })).accountjid.value);
			end
			again("Address of the account", execute("boss", reset, {}));
			again("Address of the account", execute("boss", reset, nil, "complete"));
		end);

		if is_13 then
			it("is not for accounts that may more than whoever asks, also by their further roles", function ()
				start();
				local usermanager = require "core.usermanager";
				local function resets(user) return execute("boss", reset, { accountjid = user.."@"..host }); end
				for role, is_refused in pairs { ["prosody:member"] = false; ["prosody:operator"] = true } do
					assert(usermanager.add_user_secondary_role("juliet", host, role));
					if is_refused then refused("auth/forbidden", "higher role", resets "juliet"); else assert.equal("completed", resets("juliet").status); end
					assert(usermanager.remove_user_secondary_role("juliet", host, role));
				end
				assert(usermanager.set_user_role("juliet", host, "prosody:operator"));
				refused("auth/forbidden", "higher role", resets "juliet");
				assert(result("juliet", reset, { accountjid = "boss@"..host }));
				local get = usermanager.get_user_secondary_roles;
				usermanager.get_user_secondary_roles = function () return nil, "disk on fire"; end
				refused("auth/forbidden", "higher role", resets "romeo");
				usermanager.get_user_secondary_roles = get;
			end);
		end
	end);
end);
