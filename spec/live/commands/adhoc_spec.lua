-- Invites from a chat client on real streams: XEP-0401 (Ad-hoc Account Invitation Generation, 0.6.0) with its examples. Rules and forms in detail:
-- spec/fast/mod_invites_adhoc; a client that others wrote: slixmpp_spec.lua.

local Fixture = require "spec.live.harness.fixture";
local socket = require "socket";

local host = "example.com"; -- as in the examples of XEP-0401, whose inviter is romeo
local xmlns_commands, xmlns_forms = "http://jabber.org/protocol/commands", "jabber:x:data";
local account, own = "urn:xmpp:invite#create-account", "xmpp:prosody-invites/adhoc#own";

describe("invites from a chat client", function ()
	local fixture;
	local romeo, mercutio; -- an admin, and a user who may invite people to register

	fixture = Fixture.shared(host, { modules = { "invites_adhoc" }; options = {
		admins = { "romeo@"..host }; allow_user_invites = true; invites_page = "https://{host}/invite/#{invite.token}";
	} }, function ()
		for _, name in ipairs { "romeo"; "mercutio" } do fixture:account(name); end
		romeo, mercutio = fixture:online "romeo", fixture:online "mercutio";
	end);

	-- (client, node, further attributes, content or nil) → the command element of the answer, table of the values in its form, list of its fields
	local function execute(client, node, attributes, content)
		client:send(("<iq type='set' from='%s' to='example.com' id='exec'><command xmlns='%s' node='%s' %s>%s</command></iq>"):format(
			client.jid, xmlns_commands, node, attributes, content or ""));
		local command = client:reply("exec"):get_child("command", xmlns_commands);
		assert.equal(node, command.attr.node);
		local values, fields, form = {}, {}, command:get_child("x", xmlns_forms);
		for field in form:childtags("field") do
			values[field.attr.var] = field:get_child_text("value");
			table.insert(fields, tostring(field.attr.type).." "..field.attr.var);
		end
		return command, values, fields, form.attr.type;
	end

	it("discover the commands (examples 1, 2)", function ()
		romeo:send(("<iq type='get' from='%s' to='example.com' id='disco'>"):format(romeo.jid)
			.."<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>");
		local query = romeo:reply("disco"):get_child("query", "http://jabber.org/protocol/disco#items");
		assert.equal(xmlns_commands, query.attr.node);
		local found = {};
		for item in query:childtags("item") do found[item.attr.node] = item.attr.jid; end
		assert.same({ host, host }, { found["urn:xmpp:invite#invite"], found[account] });
	end);

	it("are made by a user in one step (examples 3, 4)", function ()
		local command, values, fields, form = execute(mercutio, "urn:xmpp:invite#invite", "action='execute'");
		assert.same({ "completed", "result", "urn:xmpp:invite#invitation" }, { command.attr.status, form, values.FORM_TYPE });
		assert.same({ "hidden FORM_TYPE"; "text-single landing-url"; "text-single uri"; "text-single valid-until"; "text-single expire" }, fields);
		local token = values.uri:match("^xmpp:mercutio@example%.com%?roster;preauth=(%w+);ibr=y$");
		assert.equal("https://example.com/invite/#"..fixture:secret(token), values["landing-url"]);
		assert.truthy(values.expire:find("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"));
	end);

	it("are made by an admin for juliet in two steps (examples 5 to 8), and both get a push (example 9)", function ()
		local command, _, fields, form = execute(romeo, account, "action='execute'");
		local actions = command:get_child("actions");
		assert.same({ "executing", "form", "complete", "complete", 1 }, {
			command.attr.status, form, actions.attr.execute, actions.tags[1].name, #actions.tags;
		});
		local listed = table.concat(fields, ", ");
		assert.truthy(listed:find("text-single username", 1, true) and listed:find("boolean roster-subscription", 1, true), listed);

		local done, values = execute(romeo, account, ("sessionid='%s'"):format(command.attr.sessionid), "<x xmlns='jabber:x:data' type='submit'>"
			.."<field var='username'><value>juliet</value></field><field var='roster-subscription'><value>1</value></field></x>");
		assert.same({ "completed", command.attr.sessionid, "urn:xmpp:invite#invitation" },
			{ done.attr.status, done.attr.sessionid, values.FORM_TYPE });
		local token = values.uri:match("^xmpp:juliet@example%.com%?register;preauth=(%w+)$");
		assert.equal("https://example.com/invite/#"..fixture:secret(token), values["landing-url"]);
		assert.is_false(fixture:account_exists("juliet"));

		local juliet = fixture:stream(token);
		assert.is_true(juliet:register("juliet", "wherefore"));
		assert.is_truthy(romeo:roster_push("juliet@"..host, "both"));
		juliet:login("juliet", "wherefore");
		assert.equal("both", juliet:roster()["romeo@"..host].subscription);
	end);

	it("are changed by a user 20 times in a row, and then 4 times in a second", function ()
		local id = assert(fixture:own("mercutio")).id;
		local at = socket.gettime();
		for i = 1, 28 do
			local field = "<field var='%s'><value>%s</value></field>";
			local command = execute(mercutio, own, "action='execute'", "<x xmlns='jabber:x:data' type='submit'>"
				..field:format("invite", id)..field:format("action", "label")..field:format("note", "note "..i).."</x>");
			assert.equal("completed", command.attr.status);
		end
		assert.is_true(socket.gettime() - at > 1.5);
		assert.equal("note 28", fixture.server:invites(host, "info", id).additional_data.note);
	end);

	it("are asked for again where the form was filled in wrongly, also after a reload, by another client of the user, and twice at once", function ()
		local other = fixture:online("romeo", nil, "other");
		local form = "<x xmlns='jabber:x:data' type='submit'><field var='username'><value>%s</value></field>"
			.."<field var='note'><value>%s</value></field></x>";
		local command = execute(romeo, account, "action='execute'");
		local values;
		local session = ("sessionid='%s'"):format(command.attr.sessionid);
		for client, name in pairs { [romeo] = "romeo"; [other] = "ro meo" } do
			command, values = execute(client, account, session, form:format(name, "for Rosaline"));
			local note = command:get_child "note";
			assert.same({ "executing", "error", name, "for Rosaline" }, { command.attr.status, note.attr.type, values.username, values.note });
			assert.equal("complete", command:get_child("actions").attr.execute);
			fixture:eval("assert(require 'core.modulemanager'.reload(host, 'invites_adhoc'))");
		end
		command, values = execute(romeo, account, session, form:format("", ("ü"):rep(100000)));
		assert.same({ "executing", "Note: too long" }, { command.attr.status, command:get_child_text "note" });
		assert.equal(4096, utf8.len(values.note));
		for _ = 1, 2 do
			command, values = execute(romeo, account, session, form:format("", "for Rosaline"));
			assert.same({ "completed", "urn:xmpp:invite#invitation" }, { command.attr.status, values.FORM_TYPE });
		end
		command = execute(romeo, account, session.." action='complete'", form:format("", ""));
		assert.equal("completed", command.attr.status);
	end);

	it("go on after a reload between two steps", function ()
		for _, name in ipairs { "invites"; "invites_adhoc"; "adhoc" } do
			local command = execute(romeo, account, "action='execute'");
			fixture:eval("assert(require 'core.modulemanager'.reload(host, ...))", name);
			local _, values = execute(romeo, account, ("action='complete' sessionid='%s'"):format(command.attr.sessionid));
			assert.truthy(values.uri, name);
		end
	end);
end);
