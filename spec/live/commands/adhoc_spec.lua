-- Invites from a chat client on real streams: XEP-0401 (Ad-hoc Account Invitation Generation, 0.6.0) with its examples, and what becomes of
-- the links. Rules and forms in detail: spec/fast/mod_invites_adhoc.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local socket = require "socket";

local host = "example.com"; -- as in the examples of XEP-0401, whose inviter is romeo

local xmlns_commands, xmlns_forms = "http://jabber.org/protocol/commands", "jabber:x:data";
local contact, account = "urn:xmpp:invite#invite", "urn:xmpp:invite#create-account";
local reset, own = "xmpp:prosody.im/mod_invites_adhoc#password-reset", "xmpp:prosody-invites/adhoc#own";

local fixture;
local romeo, mercutio; -- an admin, and a user who may invite people to register

-- (client, node, action or nil, table of values or nil) → id of the request
local function send(client, node, action, values)
	local fields = {};
	for name, value in pairs(values or {}) do
		table.insert(fields, ("<field var='%s'><value>%s</value></field>"):format(name, value));
	end
	return client:request("set", host, ("<command xmlns='%s' node='%s'%s>%s</command>"):format(xmlns_commands, node,
		action and " action='"..action.."'" or "", values and "<x xmlns='jabber:x:data' type='submit'>"..table.concat(fields).."</x>" or ""));
end

-- (command element) → table of the values in its form
local function values_of(command)
	local values = {};
	for field in command:get_child("x", xmlns_forms):childtags("field") do
		values[field.attr.var] = field:get_child_text("value");
	end
	return values;
end

-- (client, node, action, values) → the command element of the answer, its values; or nil, { type, condition, text }
local function execute(...)
	local client = ...;
	local answer, why = client:reply(send(...));
	local ok, err = Client.outcome(answer, why);
	if not ok then return nil, err; end
	local command = answer:get_child("command", xmlns_commands);
	return command, command:get_child("x", xmlns_forms) and values_of(command) or {};
end

-- (client, node, values or nil) → values of the result
local function result(client, node, values)
	local command, got = execute(client, node, "execute", values);
	assert.equal("completed", command and command.attr.status, got.text);
	return got;
end

local function token_of(values) return values.uri:match("preauth=(%w+)"); end

-- (client) → names of the commands that it sees, sorted
local function commands_of(client)
	local answer = client:iq("get", host, "<query xmlns='http://jabber.org/protocol/disco#items' node='"..xmlns_commands.."'/>");
	local names = {};
	for item in answer:get_child("query", "http://jabber.org/protocol/disco#items"):childtags("item") do
		assert.equal(host, item.attr.jid);
		table.insert(names, item.attr.name);
	end
	table.sort(names);
	return names;
end

-- (client, node) → true, or nil, error
local function describe_command(client, node)
	return Client.outcome(client:iq("get", host, "<query xmlns='http://jabber.org/protocol/disco#info' node='"..node.."'/>"));
end

describe("invites from a chat client", function ()
	fixture = Fixture.shared(host, { modules = { "invites_adhoc" }; options = {
		admins = { "romeo@"..host }; allow_user_invites = true; invites_per_user = 5; invites_page = "https://{host}/invite/#{invite.token}";
	} }, function ()
		for _, name in ipairs { "romeo"; "mercutio"; "tybalt" } do fixture:account(name); end
		romeo, mercutio = fixture:login "romeo", fixture:login "mercutio";
		for _, client in ipairs { romeo; mercutio } do
			client:roster();
			client:presence();
		end
	end);

	after_each(function ()
		fixture:eval("assert(invites.revoke_all { 'romeo', 'mercutio', 'tybalt' })");
	end);

	it("are changed by a user 20 times in a row, and then 4 times in a second", function ()
		local id = fixture.server:invites(host, "make", { kind = "account"; creator = "mercutio"; authority = "user" }).id;
		local at = socket.gettime();
		for i = 1, 28 do result(mercutio, own, { invite = id; action = "label"; note = "note "..i }); end
		assert.is_true(socket.gettime() - at > 1.5);
		assert.equal("note 28", fixture.server:invites(host, "info", id).additional_data.note);
	end);

	describe("as in the examples of XEP-0401:", function ()
		it("the client discovers the commands (examples 1, 2)", function ()
			romeo:send(("<iq type='get' from='%s' to='example.com' id='disco'>"):format(romeo.jid)
				.."<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>");
			local query = romeo:reply("disco"):get_child("query", "http://jabber.org/protocol/disco#items");
			assert.equal(xmlns_commands, query.attr.node);
			local found = {};
			for item in query:childtags("item") do found[item.attr.node] = item.attr.jid; end
			assert.same({ host, host }, { found[contact], found[account] });
		end);

		it("a user invites somebody, in one step (examples 3, 4)", function ()
			mercutio:send(("<iq type='set' from='%s' to='example.com' id='exec1'>"):format(mercutio.jid)
				.."<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#invite' action='execute'/></iq>");
			local command = mercutio:reply("exec1"):get_child("command", xmlns_commands);
			assert.same({ contact, "completed" }, { command.attr.node, command.attr.status });
			local form = command:get_child("x", xmlns_forms);
			assert.equal("result", form.attr.type);
			local fields = {};
			for field in form:childtags("field") do
				assert.equal(1, #field.tags);
				table.insert(fields, field.attr.type.." "..field.attr.var);
			end
			assert.same({ "hidden FORM_TYPE"; "text-single uri"; "text-single landing-url"; "text-single expire" }, fields);
			local values = values_of(command);
			assert.equal("urn:xmpp:invite#invitation", values.FORM_TYPE);
			local token = values.uri:match("^xmpp:mercutio@example%.com%?roster;preauth=(%w+);ibr=y$");
			assert.truthy(token, values.uri);
			assert.equal("https://example.com/invite/#"..token, values["landing-url"]);
			assert.truthy(values.expire:find("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"));
		end);

		it("an admin invites juliet, in two steps (examples 5 to 8), and both get a push (example 9)", function ()
			romeo:send(("<iq type='set' from='%s' to='example.com' id='exec1'>"):format(romeo.jid)
				.."<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#create-account' action='execute'/></iq>");
			local command = romeo:reply("exec1"):get_child("command", xmlns_commands);
			assert.same({ account, "executing" }, { command.attr.node, command.attr.status });
			local actions = command:get_child("actions");
			assert.same({ "complete", "complete", 1 }, { actions.attr.execute, actions.tags[1].name, #actions.tags });
			local form = command:get_child("x", xmlns_forms);
			assert.equal("form", form.attr.type);
			local fields = {};
			for field in form:childtags("field") do fields[field.attr.var] = field.attr.type; end
			assert.same({ "text-single", "boolean" }, { fields.username, fields["roster-subscription"] });

			romeo:send(("<iq type='set' from='%s' to='example.com' id='exec2'>"):format(romeo.jid)
				..("<command xmlns='http://jabber.org/protocol/commands' sessionid='%s' node='urn:xmpp:invite#create-account'>"):format(command.attr.sessionid)
				.."<x xmlns='jabber:x:data' type='submit'><field var='username'><value>juliet</value></field>"
				.."<field var='roster-subscription'><value>1</value></field></x></command></iq>");
			local done = romeo:reply("exec2"):get_child("command", xmlns_commands);
			assert.same({ account, "completed", command.attr.sessionid }, { done.attr.node, done.attr.status, done.attr.sessionid });
			local values = values_of(done);
			assert.equal("urn:xmpp:invite#invitation", values.FORM_TYPE);
			local token = values.uri:match("^xmpp:juliet@example%.com%?register;preauth=(%w+)$");
			assert.equal("https://example.com/invite/#"..token, values["landing-url"]);
			assert.is_false(fixture:account_exists("juliet"));
			Fixture.refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("juliet", "secret"));

			local juliet = fixture:stream(token);
			assert.is_true(juliet:register("juliet", "wherefore"));
			assert.is_truthy(romeo:roster_push("juliet@"..host, "both"));
			juliet:login("juliet", "wherefore");
			assert.equal("both", juliet:roster()["romeo@"..host].subscription);
		end);

		it("without a name, the account is anybody's, and without roster subscription nobody's contact", function ()
			local values = result(romeo, account, {});
			local token = values.uri:match("^xmpp:example%.com%?register;preauth=(%w+)$");
			local stream = fixture:stream(token);
			assert.is_true(stream:register("paris", "secret"));
			stream:login("paris", "secret");
			assert.same({}, stream:roster());
		end);
	end);

	it("are made by Conversations, which answers the form with one field and the action execute", function ()
		local command = execute(mercutio, account, "execute");
		local id = mercutio:request("set", host, ("<command xmlns='%s' node='%s' action='execute' sessionid='%s'>"):format(
			xmlns_commands, account, command.attr.sessionid).."<x xmlns='jabber:x:data' type='submit'>"
			.."<field var='roster-subscription' type='boolean'><value>1</value></field></x></command>");
		local done = mercutio:reply(id):get_child("command", xmlns_commands);
		assert.equal("completed", done.attr.status);
		local stream = fixture:stream(token_of(values_of(done)));
		assert.is_true(stream:register("balthasar", "secret"));
		assert.is_truthy(mercutio:roster_push("balthasar@"..host, "both"));
	end);

	it("are for those who may make them", function ()
		local names = { "Create new account invite", "Create new contact invite", "Create password reset invite", "Manage all invites", "My invites" };
		assert.same(names, commands_of(romeo));
		assert.same({ names[1], names[2], names[5] }, commands_of(mercutio));
		assert.is_true(describe_command(mercutio, account));
		Fixture.refused("auth/forbidden", describe_command(mercutio, reset));
		Fixture.refused("auth/forbidden", execute(mercutio, reset, "execute"));
		Fixture.refused("auth/forbidden", execute(mercutio, reset, "complete", { accountjid = "romeo@"..host }));
		Fixture.refused("cancel/item-not-found", describe_command(mercutio, "xmpp:prosody-invites/adhoc#none"));
	end);

	it("refuse with a stanza error and a reason", function ()
		Fixture.refused({ type = "modify"; condition = "bad-request"; text = "The requested username already exists." },
			execute(romeo, account, "complete", { username = "tybalt" }));
		Fixture.refused({ type = "modify"; condition = "bad-request"; text = "There is no such account" },
			execute(romeo, reset, "complete", { accountjid = "nobody@"..host }));
	end);

	it("hold the limit with 20 streams at once", function ()
		local clients, requests = {}, {};
		for i = 1, 20 do clients[i] = fixture:login("tybalt", nil, "r"..i); end
		for i, client in ipairs(clients) do
			for n = 1, 3 do requests[#requests + 1] = { client, send(client, account, "complete", { note = ("%d %d"):format(i, n) }) }; end
		end
		local made, refused = 0, 0;
		for _, request in ipairs(requests) do
			local ok, err = Client.outcome(request[1]:reply(request[2]));
			if ok then
				made = made + 1;
			else
				assert.same({ "modify", "bad-request", "Too many of your invites are still unused" }, { err.type, err.condition, err.text });
				refused = refused + 1;
			end
		end
		assert.same({ 5, 55 }, { made, refused });
		local command, values = execute(clients[1], contact, "execute");
		assert.falsy(values.uri:find("ibr"));
		assert.truthy(command:get_child_text("note"):find("may make now"));
		for _, client in ipairs(clients) do client:close(); end
	end);

	it("end when their creator loses the right, where a user made them", function ()
		local by_user, by_admin = token_of(result(mercutio, contact)), token_of(result(romeo, contact));
		local early = fixture:stream(by_user);
		if fixture.version == "0.12" then
			fixture:eval("require 'core.configmanager'.set(host, 'allow_user_invites', false); assert(require 'core.modulemanager'.reload(host, 'invites'))");
		else
			fixture:eval("assert(usermanager.set_user_role('mercutio', host, 'prosody:guest'))");
		end
		Fixture.refused(Fixture.invalid, fixture:stream():preauth(by_user));
		Fixture.refused(Fixture.invalid, early:register("sampson", "secret"));
		fixture:register("sampson", by_admin);
		if fixture.version == "0.12" then
			fixture:eval("require 'core.configmanager'.set(host, 'allow_user_invites', true); assert(require 'core.modulemanager'.reload(host, 'invites'))");
		else
			fixture:eval("assert(usermanager.set_user_role('mercutio', host, 'prosody:registered'))");
			mercutio:close();
			mercutio = fixture:login "mercutio"; -- the stream had the role of before
			mercutio.stays = true;
			mercutio:roster();
			mercutio:presence();
		end
	end);

	it("set a new password", function ()
		fixture:register("tybalt", token_of(result(romeo, reset, { accountjid = "tybalt@"..host })), "prince of cats");
		fixture:login("tybalt", "prince of cats"):close();
	end);

	it("are listed, labelled, extended and revoked", function ()
		local token = token_of(result(mercutio, contact));
		local command, values = execute(mercutio, own, "execute");
		assert.equal("next", command:get_child("actions").attr.execute);
		local id = command:find("{jabber:x:data}x/field/option/value#");
		assert.equal(fixture:eval("return invites.info(...).id", token), id);
		assert.equal("show", values.action);

		command, values = execute(mercutio, own, "next", { invite = id; action = "label" });
		assert.same({ "executing", "complete" }, { command.attr.status, command:get_child("actions").attr.execute });
		values.note = "for Benvolio";
		command, values = execute(mercutio, own, "complete", values);
		assert.same({ "completed", "for Benvolio", token }, { command.attr.status, values.note, token_of(values) });
		assert.truthy(execute(mercutio, own, "execute"):find("{jabber:x:data}x/field/option@label"):find("^for Benvolio: "));

		command, values = execute(mercutio, own, "next", { invite = id; action = "extend" });
		assert.equal(tostring(7 * 86400), values.lifetime);
		values.lifetime = "3600";
		local _, done = execute(mercutio, own, "complete", values);
		assert.equal("executing", command.attr.status);
		assert.equal(os.date("!%Y-%m-%dT%H", os.time() + 3600), done.expire:sub(1, 13));

		Fixture.refused("modify/bad-request", execute(romeo, own, "next", { invite = id; action = "revoke" }));
		command = execute(mercutio, own, "next", { invite = id; action = "revoke" });
		assert.same({ "completed", "The invite is revoked" }, { command.attr.status, command:get_child_text("note") });
		Fixture.refused(Fixture.invalid, fixture:stream():preauth(token));
	end);

	it("go on after a reload between two steps", function ()
		for _, name in ipairs { "invites"; "invites_adhoc"; "adhoc" } do
			local command = execute(romeo, account, "execute");
			fixture:eval("assert(require 'core.modulemanager'.reload(host, ...))", name);
			local id = romeo:request("set", host, ("<command xmlns='%s' node='%s' sessionid='%s' action='complete'/>"):format(
				xmlns_commands, account, command.attr.sessionid));
			assert.truthy(token_of(values_of(romeo:reply(id):get_child("command", xmlns_commands))), name);
		end
	end);

	it("leave no error in the log, and no token", function ()
		local log = fixture.server:log();
		assert.is_nil(log:match("[^\n]*\terror\t[^\n]*"));
		local token = token_of(result(mercutio, contact));
		assert.is_nil(fixture.server:log():find(token, 1, true));
	end);
end);
