-- The ad-hoc commands, as mod_adhoc and its clients see them: who may use which, what the forms ask, what is answered. On the real library and
-- Prosody's own mod_adhoc, on each version there is. XEP-0401's examples on real streams are in spec/live/commands/adhoc_spec.lua.

local prosody = require "spec.support.prosody";

local host = "example.com";
local xmlns_commands, xmlns_forms = "http://jabber.org/protocol/commands", "jabber:x:data";
local contact, account = "urn:xmpp:invite#invite", "urn:xmpp:invite#create-account";
local reset = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
local own, all = "xmpp:prosody-invites/adhoc#own", "xmpp:prosody-invites/adhoc#all";

for _, version in ipairs(prosody.versions) do describe("mod_invites_adhoc on Prosody "..version, function ()
	local server, invites, st;

	-- (options of the host; true: nobody can register there)
	local function start(options, is_closed)
		local wish = { version = version; hosts = { [host] = { admins = { "boss@"..host; "remote@admin.example" } } } };
		for name, value in pairs(options or {}) do wish.hosts[host][name] = value; end
		server = prosody.new(wish);
		st = require "util.stanza";
		if not is_closed then assert(server:load(host, "invites_register")); end
		assert(server:load(host, "invites_adhoc"));
		invites = require "core.modulemanager".get_module(host, "invites");
		for _, name in ipairs { "boss"; "romeo"; "juliet" } do server:create_user(name, host, "secret"); end
	end

	after_each(function ()
		_G.prosody.hosts[host].modules.groups_internal = nil;
		server:stop();
	end);

	-- (username of this host, or a JID from elsewhere) → its session, with what it was sent in .sent
	local function session(user)
		local get_role = require "core.usermanager".get_user_role;
		local guest = user:find("@", 1, true);
		local self = { type = guest and "s2sin" or "c2s"; host = host; sent = {}; full_jid = (guest and user or user.."@"..host).."/r" };
		if not guest then self.username, self.role = user, get_role and get_role(user, host); end
		function self.send(stanza) table.insert(self.sent, stanza); return true; end
		return self;
	end

	local function fire(event, origin, stanza, more)
		local data = { origin = origin; stanza = stanza };
		for key, value in pairs(more or {}) do data[key] = value; end
		_G.prosody.hosts[host].events.fire_event(event, data);
		return data;
	end

	-- (iq) → { error = "type/condition", text, detail } or { status, actions, note, form = type, order = names of its fields, fields = table by name }
	local function read(iq)
		local command = iq:get_child("command", xmlns_commands);
		if iq.attr.type == "error" then
			local kind, condition, text = iq:get_error();
			local detail = iq:get_child("error"):child_with_ns(xmlns_commands);
			assert.same({ "canceled", "s", text }, { command.attr.status, command.attr.sessionid, command:get_child_text("note") });
			return { error = kind.."/"..condition; text = text; detail = detail and detail.name };
		end
		local answer = { status = command.attr.status; note = command:get_child_text("note"); fields = {}; order = {} };
		local actions = command:get_child("actions");
		answer.actions = actions and actions.attr.execute..":"..actions.tags[1].name;
		local x = command:get_child("x", xmlns_forms);
		answer.form = x and x.attr.type;
		for tag in x and x:childtags("field") or function () end do
			local field = { type = tag.attr.type; values = {}; options = {}; required = tag:get_child("required") ~= nil; label = tag.attr.label };
			for value in tag:childtags("value") do table.insert(field.values, value:get_text()); end
			for option in tag:childtags("option") do table.insert(field.options, { option:get_child_text("value"), option.attr.label }); end
			field.value = field.values[1];
			answer.fields[tag.attr.var] = field;
			table.insert(answer.order, tag.attr.var);
		end
		return answer;
	end

	-- (user or session, node, values of a form or nil, action or nil) → the answer, as read
	local function execute(user, node, values, action)
		local origin = type(user) == "table" and user or session(user);
		local iq = st.iq({ type = "set"; from = origin.full_jid; to = host; id = "x" });
		iq:tag("command", { xmlns = xmlns_commands; node = node; action = action; sessionid = "s" });
		if values then
			iq:tag("x", { xmlns = xmlns_forms; type = "submit" });
			for name, value in pairs(values) do
				iq:tag("field", { var = name });
				for _, one in ipairs(type(value) == "table" and value or { value }) do iq:text_tag("value", one); end
				iq:up();
			end
		end
		fire("iq-set/host/"..xmlns_commands..":command", origin, iq);
		assert.equal(1, #origin.sent);
		return read(table.remove(origin.sent));
	end

	-- (user, node, values, action) → the fields of the answer, which must be a result
	local function result(...)
		local answer = execute(...);
		assert.same({ "completed", "result" }, { answer.status, answer.form }, answer.text or answer.note);
		return answer.fields, answer;
	end

	-- (error, text or pattern of it, what execute returned)
	local function refused(expected, text, answer)
		assert.equal(expected, answer.error, answer.note);
		assert.truthy(answer.text and answer.text:find(text), answer.text);
	end

	-- (user or session, further nodes or nil) → the commands that they see in the list, which are those of which they get a description
	local function discover(user, others)
		local origin = type(user) == "table" and user or session(user);
		local listed, described = {}, {};
		local iq = st.iq({ type = "get"; from = origin.full_jid; to = host; id = "d" }):tag("query", { xmlns = "http://jabber.org/protocol/disco#items" });
		local event = fire("host-disco-items-node", origin, iq, {
			node = xmlns_commands; reply = st.reply(iq):tag("query", { xmlns = "http://jabber.org/protocol/disco#items"; node = xmlns_commands });
		});
		for item in event.reply.tags[1]:childtags("item") do table.insert(listed, item.attr.node); end
		for _, node in ipairs { contact; account; reset; own; all; table.unpack(others or {}) } do
			fire("host-disco-info-node", origin, iq, { node = node; reply = st.reply(iq):tag("query") });
			local answer = table.remove(origin.sent);
			if not answer then
				table.insert(described, node);
			else
				assert.same({ "auth", "forbidden", "This item is not available to you" }, { answer:get_error() }, node);
			end
		end
		table.sort(listed);
		table.sort(described);
		assert.same(listed, described);
		return listed;
	end

	local function sorted(list)
		table.sort(list);
		return list;
	end

	-- (fields of a result) → the invite behind its link
	local function invite_of(fields)
		return assert(invites.info(fields.uri.value:match("preauth=(%w+)")));
	end

	local function labels(field)
		local list = {};
		for i, option in ipairs(field.options) do list[i] = option[2]; end
		return list;
	end

	describe("who may use what", function ()
		it("is for admins everything, for users contact invites and their own", function ()
			start();
			assert.same(sorted { contact; account; reset; own; all }, discover "boss");
			assert.same(sorted { contact; own }, discover "romeo");
			assert.same(sorted { account; reset; all }, discover "remote@admin.example");
			assert.same({}, discover "stranger@elsewhere.example");
			for _, node in ipairs { account; reset; all } do
				refused("auth/forbidden", "may not", execute("romeo", node));
				refused("auth/forbidden", "may not", execute("romeo", node, {}, "complete"));
			end
			for _, node in ipairs { contact; account; reset; own; all } do
				refused("auth/forbidden", "may not", execute("stranger@elsewhere.example", node));
			end
			refused("auth/forbidden", "may not", execute("remote@admin.example", contact));
		end);

		it("is with allow_user_invites also account invites", function ()
			start { allow_user_invites = true };
			assert.same(sorted { contact; account; own }, discover "romeo");
		end);

		it("is without allow_contact_invites just the care of one's own", function ()
			start { allow_contact_invites = false };
			assert.same({ own }, discover "romeo");
			refused("auth/forbidden", "may not", execute("romeo", contact));
			assert.same(sorted { contact; account; reset; own; all }, discover "boss");
		end);

		if version == "0.12" then
			it("follows roles", function ()
				start { allow_user_invites_by_roles = { "inviter" }; deny_user_invites_by_roles = { "mute" }; allow_user_invites = true };
				local set_roles = require "core.usermanager".set_roles;
				set_roles("juliet@"..host, host, { mute = true });
				assert.same(sorted { contact; own }, discover "juliet");
				set_roles("juliet@"..host, host, { mute = true; inviter = true });
				assert.same(sorted { contact; account; own }, discover "juliet");
			end);
		else
			it("follows the permission, and the role of the session", function ()
				start { custom_roles = { { name = "inviter"; inherits = { "prosody:registered" }; allow = { "invites_adhoc:invite-users" } } } };
				local usermanager = require "core.usermanager";
				assert(usermanager.set_user_role("juliet", host, "inviter"));
				assert.same(sorted { contact; account; own }, discover "juliet");
				local less = session "juliet";
				less.role = usermanager.get_role_by_name("prosody:registered", host);
				assert.same(sorted { contact; own }, discover(less));
				assert.is_false(invite_of(result(less, contact)).allow_registration);
				less = session "boss";
				less.role = usermanager.get_role_by_name("prosody:registered", host);
				assert.same(sorted { contact; own }, discover(less));
			end);

			it("may be one of the admins' commands alone", function ()
				start { custom_roles = { { name = "helper"; inherits = { "prosody:registered" }; allow = { "adhoc:"..reset } } } };
				assert(require "core.usermanager".set_user_role("juliet", host, "helper"));
				assert.same(sorted { contact; reset; own }, discover "juliet");
			end);
		end

		it("leaves the commands of other modules as they are", function ()
			start();
			_G.prosody.hosts[host].events.fire_event("item-added/adhoc", { item = { node = "other"; name = "Other"; permission = "any" } });
			assert.same({ "other" }, (discover("stranger@elsewhere.example", { "other" })));
		end);
	end);

	describe("a contact invite", function ()
		it("is there at once", function ()
			start { invites_page = "https://{host}/i#{invite.token}" };
			local fields, answer = result("romeo", contact);
			assert.same({ "FORM_TYPE"; "uri"; "landing-url"; "expire" }, answer.order);
			assert.same({ "hidden"; "urn:xmpp:invite#invitation" }, { fields.FORM_TYPE.type, fields.FORM_TYPE.value });
			for _, name in ipairs { "uri"; "landing-url"; "expire" } do assert.equal("text-single", fields[name].type); end
			local token = fields.uri.value:match("^xmpp:romeo@example%.com%?roster;preauth=(%w+)$");
			assert.truthy(token, fields.uri.value);
			assert.equal("https://example.com/i#"..token, fields["landing-url"].value);
			assert.truthy(fields.expire.value:find("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"));
			local invite = invites.info(token);
			assert.same({ "romeo", "user", "romeo@"..host.."/r" }, { invite.creator, invite.authority, invite.additional_data.source });
			assert.is_nil(answer.note);
		end);

		it("has no landing-url where there is none, and no expire where it never ends", function ()
			start { invite_expiry = "never" };
			local _, answer = result("romeo", contact);
			assert.same({ "FORM_TYPE"; "uri" }, answer.order);
		end);

		it("lets people register where the user may invite them", function ()
			start { allow_user_invites = true };
			assert.truthy(result("romeo", contact).uri.value:find(";ibr=y$"));
		end);

		it("of an admin always does, on the server's authority", function ()
			start { invites_per_user = 0 };
			local fields = result("boss", contact);
			assert.truthy(fields.uri.value:find(";ibr=y$"));
			assert.equal("server", invite_of(fields).authority);
		end);

		it("beyond the limit is one without registration, and says so", function ()
			start { allow_user_invites = true; invites_per_user = 1 };
			assert.truthy(result("romeo", contact).uri.value:find(";ibr=y$"));
			local fields, answer = result("romeo", contact);
			assert.falsy(fields.uri.value:find("ibr"));
			assert.truthy(answer.note:find("may make now"));
		end);

		it("is not made for somebody who has no account any more", function ()
			start();
			local romeo = session "romeo";
			server:delete_user("romeo", host);
			refused("modify/bad-request", "no such account", execute(romeo, contact));
		end);
	end);

	describe("an account invite", function ()
		it("asks first", function ()
			start();
			local answer = execute("boss", account);
			assert.same({ "executing", "form", "complete:complete" }, { answer.status, answer.form, answer.actions });
			assert.equal("username", answer.order[1]);
			assert.equal("roster-subscription", answer.order[2]);
			assert.same({ "text-single", false, nil }, { answer.fields.username.type, answer.fields.username.required, answer.fields.username.value });
			assert.same({ "boolean", "0" }, { answer.fields["roster-subscription"].type, answer.fields["roster-subscription"].value });
			assert.equal("list-single", answer.fields.lifetime.type);
			assert.equal(tostring(7 * 86400), answer.fields.lifetime.value);
			assert.same({ "1 hour"; "1 day"; "7 days"; "30 days"; "365 days"; "without end" }, labels(answer.fields.lifetime));
			assert.same({ "text-single", "1" }, { answer.fields.uses.type, answer.fields.uses.value });
			assert.equal("text-single", answer.fields.note.type);
			assert.is_nil(answer.fields.groups);
		end);

		it("is made from what comes back, however little that is", function ()
			start();
			for _, action in ipairs { "execute"; "next"; "complete" } do
				local fields = result("boss", account, {}, action);
				assert.truthy(fields.uri.value:find("^xmpp:example%.com%?register;preauth=%w+$"));
			end
			assert.truthy(result("boss", account, nil, "complete").uri);
			assert.truthy(result("boss", account, { ["roster-subscription"] = "true" }, "execute").uri);
			local invite = invite_of(result("boss", account, { username = ""; note = " "; uses = "" }));
			assert.same({ 1, "server", nil }, { invite.max_uses, invite.authority, invite.inviter });
		end);

		it("takes what the form offers", function ()
			start();
			local fields = result("boss", account, {
				username = " Mercutio "; ["roster-subscription"] = "1"; lifetime = "3600"; uses = "3"; note = "for Mercutio";
			});
			assert.truthy(fields.uri.value:find("^xmpp:mercutio@example%.com%?register;preauth="));
			local invite = invite_of(fields);
			assert.same({ "boss", "boss", 3, 3600, "for Mercutio" },
				{ invite.inviter, invite.creator, invite.max_uses, invite.expires - invite.created_at, invite.additional_data.note });
			assert.is_nil(result("boss", account, { lifetime = "never" }).expire);
		end);

		it("refuses what can't be, and says why", function ()
			start();
			for text, values in pairs {
				["not a valid username"] = { username = "ro meo" };
				["already exists"] = { username = "romeo" };
				["none of the choices"] = { lifetime = "7" };
				["used this often"] = { uses = "none" };
			} do
				local answer = execute("boss", account, values);
				refused("modify/bad-request", text, answer);
				assert.equal("bad-payload", answer.detail);
			end
			refused("modify/bad-request", "contacts of each other", execute("boss", account, { ["roster-subscription"] = "maybe" }));
			refused("modify/bad-request", "used this often", execute("boss", account, { uses = "0" }));
			refused("modify/bad-request", "used this often", execute("boss", account, { uses = "99999999999999999999" }));
			assert(result("boss", account, { username = "tybalt" }));
			refused("modify/bad-request", "reserved", execute("boss", account, { username = "tybalt" }));
			local answer = execute("boss", account, nil, "prev");
			refused("modify/bad-request", "no such action", answer);
			assert.equal("bad-action", answer.detail);
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
			refused("modify/bad-request", "used this often", execute("romeo", account, { uses = "3" }));
			refused("modify/bad-request", "none of the choices", execute("romeo", account, { lifetime = tostring(7 * 86400) }));
			local invite = invite_of(result("romeo", account, { uses = "2"; lifetime = tostring(2 * 86400) }));
			assert.same({ "romeo", "user", 2 * 86400 }, { invite.creator, invite.authority, invite.expires - invite.created_at });
			assert(result("romeo", account, {}));
			refused("modify/bad-request", "unused", execute("romeo", account, {}));
			for _ = 1, 3 do assert(result("boss", account, { uses = "9" })); end
		end);

		it("offers users no more than mod_invites lets them choose by default", function ()
			start { allow_user_invites = true };
			local options = execute("romeo", account).fields.lifetime.options;
			assert.equal("30 days", options[#options][2]);
			for _, option in ipairs(options) do assert(result("romeo", account, { lifetime = option[1] })); end
		end);

		it("of an admin from elsewhere is nobody's contact", function ()
			start();
			assert.is_nil(execute("remote@admin.example", account).fields["roster-subscription"]);
			local invite = invite_of(result("remote@admin.example", account, { ["roster-subscription"] = "1" }));
			assert.is_nil(invite.inviter);
			assert.is_nil(invite.creator);
		end);

		it("is for an admin's name only if an admin makes it", function ()
			start { allow_user_invites = true; admins = { "boss@"..host; "Chief@"..host } };
			refused("modify/bad-request", "reserved", execute("romeo", account, { username = "chief" }));
			assert.equal("chief@"..host, invite_of(result("boss", account, { username = "chief" })).jid);
		end);

		if version ~= "0.12" then
			it("is for an operator's name only if an operator makes it", function ()
				start();
				require "core.configmanager".set("*", "admins", { "chief@"..host });
				local stored = require "core.storagemanager".open(host, "account_roles");
				assert(stored:set("captain", { _default = "prosody:operator" }));
				refused("modify/bad-request", "reserved", execute("boss", account, { username = "captain" }));
				assert(require "core.usermanager".set_user_role("juliet", host, "prosody:operator"));
				assert.equal("captain@"..host, invite_of(result("juliet", account, { username = "captain" })).jid);
			end);
		end

		it("gives roles, but none above one's own", function ()
			start { allow_user_invites = true };
			local function offered(user)
				local field = execute(user, account).fields.role;
				return field and labels(field);
			end
			assert.is_nil(offered "romeo");
			if version == "0.12" then
				assert.same({ "As every new account"; "prosody:admin" }, offered "boss");
				assert.same({ ["prosody:admin"] = true }, invite_of(result("boss", account, { role = "prosody:admin" })).additional_data.roles);
			else
				assert.same({ "As every new account"; "prosody:admin"; "prosody:member" }, offered "boss");
				assert.same({ "prosody:admin" }, invite_of(result("boss", account, { role = "prosody:admin" })).additional_data.roles);
				refused("modify/bad-request", "none of the choices", execute("boss", account, { role = "prosody:operator" }));
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
			refused("modify/bad-request", "none of the choices", execute("boss", account, { groups = { "family"; "secret" } }));
			assert.is_nil(invite_of(result("romeo", account, { groups = { "family" } })).additional_data.groups);
			_G.prosody.hosts[host].modules.groups_internal.groups = function () error("unreadable"); end;
			assert.is_nil(execute("boss", account).fields.groups);
		end);

		it("fails like a server whose database does", function ()
			start { invites_database = "no/such/directory/invites.sqlite" };
			refused("wait/internal-server-error", "try again later", execute("boss", account, {}));
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
			refused("modify/bad-request", "one on example.com", execute("boss", reset, { accountjid = "romeo@elsewhere.example" }));
			refused("modify/bad-request", "no such account", execute("boss", reset, { accountjid = "nobody@"..host }));
			refused("modify/bad-request", "whole address", execute("boss", reset, { accountjid = host }));
			refused("modify/bad-request", "Address of the account", execute("boss", reset, { accountjid = "@@" }));
			refused("modify/bad-request", "Address of the account", execute("boss", reset, {}));
			refused("modify/bad-request", "Address of the account", execute("boss", reset, nil, "complete"));
		end);

		if version ~= "0.12" then
			it("is not for accounts that may more than whoever asks", function ()
				start();
				assert(require "core.usermanager".set_user_role("juliet", host, "prosody:operator"));
				refused("auth/forbidden", "higher role", execute("boss", reset, { accountjid = "juliet@"..host }));
				assert(result("juliet", reset, { accountjid = "boss@"..host }));
			end);

			it("is not for accounts that have a higher role among their further ones", function ()
				start();
				local usermanager = require "core.usermanager";
				assert(result("boss", reset, { accountjid = "juliet@"..host }));
				assert(usermanager.add_user_secondary_role("juliet", host, "prosody:member"));
				assert(result("boss", reset, { accountjid = "juliet@"..host }));
				assert(usermanager.add_user_secondary_role("juliet", host, "prosody:operator"));
				refused("auth/forbidden", "higher role", execute("boss", reset, { accountjid = "juliet@"..host }));
				local get = usermanager.get_user_secondary_roles;
				usermanager.get_user_secondary_roles = function () return nil, "disk on fire"; end
				refused("auth/forbidden", "higher role", execute("boss", reset, { accountjid = "romeo@"..host }));
				usermanager.get_user_secondary_roles = get;
			end);
		end
	end);

	describe("one's own invites", function ()
		local function make(spec)
			spec.creator = spec.creator or "romeo";
			return assert(invites.make(spec)).id;
		end

		it("are listed, to choose one", function ()
			start();
			assert.truthy(execute("romeo", own).note:find("no such invites"));
			local first = make { kind = "contact"; inviter = "romeo" };
			server:advance(10);
			local second = make { kind = "account"; username = "benvolio"; uses = 2; data = { note = "for\tBenvolio" }; ttl = 86400 };
			server:advance(1);
			local third = make { kind = "contact-account"; inviter = "romeo" };
			assert(invites.revoke(third));
			make { kind = "contact"; inviter = "juliet"; creator = "juliet" };
			local answer = execute("romeo", own);
			assert.same({ "executing", "form", "next:next" }, { answer.status, answer.form, answer.actions });
			local day = os.date("!%Y-%m-%d", os.time() - 1 + 86400);
			local week = os.date("!%Y-%m-%d", os.time() - 11 + 7 * 86400);
			local rows = {
				[first] = { first, ("contact, until %s [%s]"):format(week, first) };
				[second] = { second, ("for Benvolio: account benvolio@example.com, until %s, used 0 of 2 times [%s]"):format(day, second) };
				[third] = { third, ("account and contact, revoked [%s]"):format(third) };
			};
			local more = { "list:all", "… (all, also those that were used or are over)" };
			assert.same({ rows[second], rows[first], more }, answer.fields.invite.options);
			assert.same({ "hidden", "usable" }, { answer.fields.which.type, answer.fields.which.value });
			assert.same({ "list-single", true, "list-single", true },
				{ answer.fields.invite.type, answer.fields.invite.required, answer.fields.action.type, answer.fields.action.required });
			assert.equal("show", answer.fields.action.value);
			assert.same(answer, execute("romeo", own, { action = "show" }));

			answer = execute("romeo", own, { invite = "list:all"; action = "revoke"; which = "usable" });
			assert.same({ rows[third], rows[second], rows[first] }, answer.fields.invite.options);
			assert.equal("all", answer.fields.which.value);
			for _, id in ipairs { first; second } do assert(invites.revoke(id)); end
			answer = execute("romeo", own); -- none can be used
			assert.equal(3, #answer.fields.invite.options);
			assert.equal("all", answer.fields.which.value);
		end);

		it("come in the order of the ledger, the newest first", function ()
			start();
			local list, asked = invites.list, nil;
			function invites.list(...)
				asked = { ... };
				return list("usable", "romeo");
			end
			local ids = {};
			for i = 1, 3 do
				ids[i] = make { kind = "contact"; inviter = "romeo" };
				server:advance(1);
			end
			local options = execute("romeo", own).fields.invite.options;
			assert.same({ "usable", "romeo", nil, 100, true }, asked);
			for i, id in ipairs(ids) do assert.equal(id, options[i][1]); end
		end);

		it("are shown", function ()
			start();
			local id = make { kind = "account"; uses = 2; data = { note = "für Benvolio" } };
			local fields, answer = result("romeo", own, { invite = id; action = "show" });
			assert.same({ "FORM_TYPE"; "uri"; "expire"; "purpose"; "state"; "uses"; "note"; "maker"; "created"; "id" }, answer.order);
			assert.equal("xmpp:prosody-invites/adhoc#details", fields.FORM_TYPE.value);
			assert.same({ "account"; "can be used"; "used 0 of 2 times"; "für Benvolio"; "romeo@example.com"; id },
				{ fields.purpose.value, fields.state.value, fields.uses.value, fields.note.value, fields.maker.value, fields.id.value });
			assert.equal(id, invite_of(fields).id);
		end);

		it("are labelled", function ()
			start();
			local id = make { kind = "contact"; inviter = "romeo"; data = { note = "old"; source = "kept" } };
			local answer = execute("romeo", own, { invite = id; action = "label" });
			assert.same({ "executing", "complete:complete", "text-single", "old" },
				{ answer.status, answer.actions, answer.fields.note.type, answer.fields.note.value });
			for _, name in ipairs { "invite"; "action"; "step" } do assert.equal("hidden", answer.fields[name].type); end
			local hidden = { invite = answer.fields.invite.value; action = answer.fields.action.value; step = answer.fields.step.value };
			hidden.note = "new";
			assert.equal("new", result("romeo", own, hidden).note.value);
			assert.same({ note = "new"; source = "kept" }, invites.info(id).additional_data);
			hidden.note = "";
			assert.is_nil(result("romeo", own, hidden).note);
			hidden.note = nil;
			assert.is_nil(result("romeo", own, hidden, "complete").note);
			assert.same({ source = "kept" }, invites.info(id).additional_data);
		end);

		it("are extended, by no more than users may", function ()
			start { invites_longest_expiry = "30 days" };
			local id = make { kind = "contact"; inviter = "romeo"; authority = "user"; ttl = 60 };
			local answer = execute("romeo", own, { invite = id; action = "extend" });
			assert.same({ "1 hour"; "1 day"; "7 days"; "30 days" }, labels(answer.fields.lifetime));
			local _, done = result("romeo", own, { invite = id; action = "extend"; step = "last"; lifetime = tostring(30 * 86400) });
			assert.truthy(done.note:find("another time"));
			assert.equal(30 * 86400, invites.info(id).expires - os.time());
			refused("modify/bad-request", "none of the choices", execute("romeo", own, { invite = id; action = "extend"; lifetime = "31536000" }));
			refused("modify/bad-request", "none of the choices", execute("romeo", own, { invite = id; action = "extend"; lifetime = "never" }));
		end);

		it("of an admin are extended by anything", function ()
			start { invites_longest_expiry = "1 day" };
			local id = make { kind = "account"; creator = "boss" };
			assert.is_nil(result("boss", own, { invite = id; action = "extend"; lifetime = "never" }).expire);
		end);

		it("are revoked", function ()
			start();
			local id = make { kind = "contact"; inviter = "romeo"; authority = "user" };
			local answer = execute("romeo", own, { invite = id; action = "revoke" });
			assert.same({ "completed", "The invite is revoked" }, { answer.status, answer.note });
			assert.equal("revoked", invites.info(id).state);
			refused("modify/bad-request", "has been revoked", execute("romeo", own, { invite = id; action = "revoke" }));
			refused("modify/bad-request", "has been revoked", execute("romeo", own, { invite = id; action = "extend"; lifetime = "3600" }));
			assert.equal("revoked", result("romeo", own, { invite = id }).state.value);
		end);

		it("are nobody else's", function ()
			start();
			local id = make { kind = "contact"; inviter = "juliet"; creator = "juliet" };
			local token = invites.info(id).token;
			for _, reference in ipairs { id; token or "none"; "000000000000"; ""; "page:"; "page:00"; ("x"):rep(5000) } do
				for _, verb in ipairs { "show"; "extend"; "label"; "revoke" } do
					for _, more in ipairs { {}; { lifetime = "3600"; note = "mine"; step = "last" } } do
						local answer = execute("romeo", own, { invite = reference; action = verb; lifetime = more.lifetime; note = more.note; step = more.step });
						if reference == id or #reference == 12 or reference == token then refused("modify/bad-request", "no such invite", answer); end
						assert.is_nil(answer.fields and answer.fields.uri);
					end
				end
			end
			refused("modify/bad-request", "none of the choices", execute("romeo", own, { invite = id; action = "steal" }));
			local invite = invites.info(id);
			assert.same({ "pending", nil }, { invite.state, invite.additional_data and invite.additional_data.note });
		end);

		-- (values of the first request)
		local function pages_of(first)
			local seen, count, pages = {}, 0, 0;
			local answer = execute("romeo", own, first);
			while answer.fields.invite do
				pages = pages + 1;
				local further;
				for _, option in ipairs(answer.fields.invite.options) do
					if option[1]:find("^page:") then
						further = option[1];
					elseif option[1] ~= "list:all" then
						assert.is_nil(seen[option[1]]);
						seen[option[1]] = true;
						count = count + 1;
					end
				end
				if not further then break; end
				answer = execute("romeo", own, { invite = further; action = "revoke"; which = answer.fields.which.value });
			end
			return { count, pages }, answer.note;
		end

		it("come page by page where they are many", function ()
			start();
			for _ = 1, 2 do assert(invites.make_many({ kind = "account"; creator = "romeo" }, 150)); end
			make { kind = "account"; creator = "juliet" };
			assert(invites.revoke(make { kind = "account" }));
			local counted, note = pages_of();
			assert.same({ 300, 3 }, { counted[1], math.min(counted[2], 3) }, note);
			assert.equal(301, pages_of({ invite = "list:all" })[1]);
		end);

		it("with long or odd notes stay in one line", function ()
			start();
			make { kind = "account"; data = { note = ("ü"):rep(100) } };
			make { kind = "account"; data = { note = { "no text" } } };
			make { kind = "account"; data = { "a list" } };
			local options = execute("romeo", own).fields.invite.options;
			assert.equal("list:all", table.remove(options)[1]);
			for _, option in ipairs(options) do
				assert.truthy(#option[2] < 200);
				assert(result("romeo", own, { invite = option[1] }));
			end
			server:advance(1);
			make { kind = "account"; data = { note = ("é"):rep(41) } };
			assert.equal(("é"):rep(39).."…: account", execute("romeo", own).fields.invite.options[1][2]:match("^[^,]+"));
		end);

		it("have no link where tokens are not kept", function ()
			start { invites_store_tokens = false };
			local fields = result("romeo", own, { invite = make { kind = "contact"; inviter = "romeo" } });
			assert.is_nil(fields.uri);
			assert.truthy(fields.expire);
		end);
	end);

	it("refuse what no client can have filled in, before anything of it is matched or looked for", function ()
		start();
		local long = "a"..(" "):rep(200000).."b";
		for _, note in ipairs { long; (" "):rep(200000); ("x"):rep(1001); ("ü"):rep(100000) } do
			refused("modify/bad-request", "^Note: this is too long$", execute("boss", account, { note = note }));
		end
		for _, field in ipairs { "username"; "lifetime"; "uses"; "role"; "anything" } do
			assert.equal("modify/bad-request", execute("boss", account, { [field] = long }).error, field);
		end
		for _, field in ipairs { "which"; "user"; "invite"; "action"; "lifetime"; "note"; "step" } do
			assert.equal("modify/bad-request", execute("romeo", own, { [field] = long }).error, field);
			assert.equal("modify/bad-request", execute("boss", all, { [field] = long }).error, field);
		end
		assert.equal("modify/bad-request", execute("boss", reset, { accountjid = long }).error);
		local many, values = {}, {};
		for i = 1, 20000 do many["f"..i], values[i] = "x", "x"; end
		refused("modify/bad-request", "^This form can't be read$", execute("boss", account, many));
		refused("modify/bad-request", "^This form can't be read$", execute("boss", account, { note = values }));
		assert.same({}, (invites.list "all"));
	end);

	it("refuse a note that can't be shown", function ()
		start();
		local id = invites.make { kind = "contact"; inviter = "romeo"; authority = "user"; data = { note = "old" } }.id;
		for _, note in ipairs { "a\nb"; "a\127b"; "a\194\133b"; "a\239\191\190b"; "a\239\191\191b"; "a\239\183\144b"; "a\244\143\191\191b" } do
			refused("modify/bad-request", "^Note: this has characters that can't be shown$", execute("boss", account, { note = note }));
			refused("modify/bad-request", "^Note: this has characters that can't be shown$",
				execute("romeo", own, { invite = id; action = "label"; note = note }));
		end
		assert.equal("old", invites.info(id).additional_data.note);
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
				assert.truthy(answer.note:find("link is left out") or answer.note:find("note is written"), answer.note);
			end
			for _, lifetime in ipairs { "none"; "3600" } do
				refused("auth/forbidden", "may give", execute(user, node, { invite = id; action = "extend"; lifetime = lifetime ~= "none" and lifetime or nil }));
			end
			assert.equal("The invite is revoked", execute(user, node, { invite = id; action = "revoke" }).note);
		end

		local function is_open_to(user, node, id)
			local fields = result(user, node, { invite = id });
			assert.truthy(fields.uri and fields["landing-url"]);
			assert.truthy(result(user, node, { invite = id; action = "extend"; lifetime = "3600" }).uri);
		end

		it("has its link for those alone who may", function ()
			start { invites_page = "https://{host}/i#{invite.token}"; allow_user_invites = true };
			local admin_role = version == "0.12" and { ["prosody:admin"] = true } or { "prosody:registered"; "prosody:admin" };
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

		if version ~= "0.12" then
			it("is one with the role of an operator, or the reset of one, for admins", function ()
				start { invites_page = "https://{host}/i#{invite.token}" };
				is_closed_to("boss", all, make({ roles = { "prosody:operator" } }));
				local usermanager = require "core.usermanager";
				assert(usermanager.set_user_role("juliet", host, "prosody:operator"));
				local reset_of_juliet = assert(invites.create_account_reset("juliet")).id;
				refused("auth/forbidden", "may give", execute("boss", all, { invite = reset_of_juliet; action = "extend" }));
				assert(result("juliet", all, { invite = reset_of_juliet; action = "extend"; lifetime = "3600" }));
			end);
		end
	end);

	describe("where nobody can register", function ()
		local function has_no_accounts()
			local fields, answer = result("boss", contact);
			assert.truthy(fields.uri.value:find("^xmpp:boss@example%.com%?roster;preauth=%w+$"), fields.uri.value);
			assert.is_nil(answer.note);
			assert.falsy(result("romeo", contact).uri.value:find("ibr"));
			for _, values in ipairs { {}; { username = "benvolio" } } do
				refused("auth/forbidden", "Nobody can register on example.com", execute("boss", account, values));
			end
			refused("auth/forbidden", "Nobody can register on example.com", execute("romeo", account));
		end

		it("as mod_invites_register is missing, there are contact invites alone", function ()
			start({ allow_user_invites = true }, true);
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

	describe("all invites", function ()
		it("are found by what they are and by whose they are", function ()
			start();
			local a = invites.make { kind = "account"; creator = "romeo" }.id;
			local b = invites.make { kind = "contact"; inviter = "juliet" }.id;
			invites.revoke(invites.make { kind = "account"; creator = "juliet" }.id);
			local function ids(values)
				local answer = execute("boss", all, values);
				local list = {};
				for _, option in ipairs(answer.fields.invite and answer.fields.invite.options or {}) do table.insert(list, option[1]); end
				return sorted(list), answer;
			end
			local question = execute("boss", all);
			assert.same({ "executing", "next:next", "list-single", "jid-single" },
				{ question.status, question.actions, question.fields.which.type, question.fields.user.type });
			assert.same(sorted { a; b }, (ids({})));
			assert.same({ a }, (ids({ which = "pending" })));
			assert.same({ b }, (ids({ user = "juliet@"..host })));
			assert.equal(2, #ids({ user = "juliet@"..host; which = "all" }));
			assert.same({}, (ids({ which = "used" })));
			local _, answer = ids({ user = "juliet@"..host; which = "all" });
			assert.same({ "all", "juliet@"..host }, { answer.fields.which.value, answer.fields.user.value });
			assert.truthy(labels(answer.fields.invite)[1]:find("by juliet", 1, true));
			refused("modify/bad-request", "whole address", execute("boss", all, { user = "juliet@elsewhere.example" }));
			refused("modify/bad-request", "whole address", execute("boss", all, { user = "juliet" }));
			refused("modify/bad-request", "none of the choices", execute("boss", all, { which = "mine" }));
		end);

		it("are shown, labelled, extended and revoked by admins", function ()
			start { invites_longest_expiry = "1 day" };
			for _, admin in ipairs { "boss"; "remote@admin.example" } do
				local id = invites.make { kind = "contact"; inviter = "juliet"; authority = "user" }.id;
				assert.equal("juliet@"..host, result(admin, all, { invite = id; action = "show" }).maker.value);
				assert.equal("seen", result(admin, all, { invite = id; action = "label"; note = "seen" }).note.value);
				assert.is_nil(result(admin, all, { invite = id; action = "extend"; lifetime = "never" }).expire);
				assert.equal("The invite is revoked", execute(admin, all, { invite = id; action = "revoke" }).note);
				assert.equal("revoked", invites.info(id).state);
			end
		end);
	end);

	it("survives a reload between two steps", function ()
		start();
		for i, name in ipairs { "invites"; "invites_adhoc"; "adhoc" } do
			assert.equal("executing", execute("boss", account).status);
			assert(server:reload(host, name));
			assert.truthy(result("boss", account, { username = "benvolio"..i }).uri);
		end
		assert.same({}, server:logged("error"));
	end);

	it("is nothing under prosodyctl", function ()
		server = prosody.new { version = version; process = "prosodyctl"; hosts = { [host] = {} } };
		assert(server:load(host, "invites_adhoc"));
		assert.is_nil(require "core.modulemanager".get_module(host, "adhoc"));
	end);
end); end
