-- The ad-hoc commands with a client library that others wrote: slixmpp reads our forms, fills them in, and shows what it understood.
-- The scenario is in slixmpp_client.py; this file says what a user should have seen.

local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local datetime = require "util.datetime";
local json = require "util.json";

local host = "example.com";
local python = paths.root.."/target/venv/bin/python";

describe("a client made with slixmpp", function ()
	local fixture, saw;

	fixture = Fixture.shared(host, { modules = { "invites_adhoc" }; options = {
		admins = { "romeo@"..host }; invites_page = "https://{host}/i#{invite.token}";
	} }, function (server)
		assert(io.open(python), "slixmpp is not installed: make slixmpp");
		fixture:account "romeo";
		fixture:account "mercutio";
		local output = Server.directory().."/slixmpp.log";
		local text = paths.capture(("cd '%s' && timeout 120 '%s' spec/live/harness/slixmpp_client.py %d romeo@%s secret 2>'%s'"):format(
			paths.root, python, server.port, host, output));
		saw = text and json.decode(text);
		assert(saw, "slixmpp_client.py failed, see "..output);
	end);

	-- (name in the scenario) → the last answer, its fields, how many answers there were
	local function last(name)
		local answer = saw[name][#saw[name]];
		return answer, answer.fields, #saw[name];
	end

	it("finds the commands", function ()
		assert.same({
			["urn:xmpp:invite#invite"] = "Create new contact invite"; ["urn:xmpp:invite#create-account"] = "Create new account invite";
			["xmpp:prosody.im/mod_invites_adhoc#password-reset"] = "Create password reset invite";
			["xmpp:prosody-invites/adhoc#contact"] = "Create new contact invite with a message";
			["xmpp:prosody-invites/adhoc#own"] = "My invites"; ["xmpp:prosody-invites/adhoc#all"] = "Manage all invites";
		}, saw.commands);
		assert.same({ "http://jabber.org/protocol/commands"; "jabber:x:data" }, saw.account_info);
		assert.same({ { "automation"; "command-node" } }, saw.account_identities);
	end);

	it("gets invites, at once or by a form that it fills in or sends back as it came", function ()
		for name, row in pairs {
			contact = { 1, "^xmpp:romeo@example%.com%?roster;preauth=%w+;ibr=y$" }; untouched = { 2, "^xmpp:example%.com%?register;preauth=%w+$" };
			account = { 2, "^xmpp:juliet@example%.com%?register;preauth=%w+$" }; reset = { 2, "^xmpp:mercutio@example%.com%?register;preauth=%w+$" };
		} do
			local answer, fields, count = last(name);
			assert.same({ row[1], "completed", "result" }, { count, answer.status, answer.type }, name);
			assert.truthy(fields.uri.value:find(row[2]), fields.uri.value);
			assert.truthy(fields["landing-url"].value:find("^https://example%.com/i#%w+$") and fields.expire.value:find("Z$"), name);
			assert.same({ "urn:xmpp:invite#invitation" }, fields.FORM_TYPE.value);
		end
	end);

	it("sees forms with the fields that they have", function ()
		local form = saw.account[1];
		assert.same({ "executing", "form", { "complete" } }, { form.status, form.type, form.actions });
		for name, kind in pairs {
			username = "text-single"; ["roster-subscription"] = "boolean"; lifetime = "list-single"; uses = "text-single"; note = "text-single";
		} do
			assert.equal(kind, form.fields[name].type);
		end
		assert.same({ "3600", "1 hour" }, form.fields.lifetime.options[1]);
		assert.equal("jid-single", saw.reset[1].fields.accountjid.type);
		assert.equal("list-single", saw.extend[2].fields.lifetime.type);
		local list = saw.show[1];
		assert.same({ "executing", "form", "list-single", "list-single", { "next" } },
			{ list.status, list.type, list.fields.invite.type, list.fields.action.type, list.actions });
	end);

	it("gets what it has filled in", function ()
		local _, made = last "account";
		local _, shown = last "show";
		assert.equal(os.date("!%Y-%m-%d %H:%M UTC", datetime.parse(made.expire.value) - 86400), shown.created.value);
		assert.same({ made.uri.value, "used 0 of 2 times", "für Julia" }, { shown.uri.value, shown.uses.value, shown.note.value });
		assert.equal("romeo", fixture:eval("return invites.info(...).inviter", made.uri.value:match("preauth=(%w+)")));
	end);

	it("is told what was wrong in the form itself, and goes on from there", function ()
		for name, text in pairs {
			taken = "The requested username already exists."; reset_elsewhere = "The account must be on example.com";
			revoke_again = "The invite has been revoked";
		} do
			local answer = saw[name][2];
			assert.same({ "executing", "form", { text }, { "error" } }, { answer.status, answer.type, answer.notes, answer.kinds }, name);
			assert.same({ 3, "completed", "result" }, { #saw[name], last(name).status, last(name).type }, name);
		end
		local fields = saw.taken[2].fields;
		assert.same({ "romeo", "86400", "für Tybalt" }, { fields.username.value, fields.lifetime.value, fields.note.value });
		local _, made = last "taken";
		assert.truthy(made.uri.value:find("^xmpp:tybalt@example%.com%?register;preauth=%w+$"), made.uri.value);
		local invite = fixture.server:invites(host, "info", made.uri.value:match("preauth=(%w+)"));
		assert.same({ "für Tybalt", 86400 }, { invite.additional_data.note, invite.expires - invite.created_at });
	end);

	it("sees the link to share first, and a time that people can read", function ()
		local answer, fields = last "contact";
		assert.same({ "Link to share", "Link for people who already have an XMPP app" }, { fields["landing-url"].label, fields.uri.label });
		assert.truthy(fields["valid-until"].value:find("^%d+%-%d%d%-%d%d %d%d:%d%d UTC$"), fields["valid-until"].value);
		assert.same({ "FORM_TYPE"; "landing-url"; "uri"; "valid-until"; "expire" }, answer.order);
	end);

	it("sees a choice in each list, as some clients show nothing else", function ()
		local lists = 0;
		for name, answers in pairs(saw) do
			for _, answer in ipairs(type(answers[1]) == "table" and answers or {}) do
				for var, field in pairs(answer.fields or {}) do
					if field.type == "list-single" then
						lists = lists + 1;
						assert.truthy(field.value and field.value ~= "", name.." "..var);
					end
				end
			end
		end
		assert.is_true(lists > 8, lists);
	end);

	it("labels, extends and revokes an invite of its own", function ()
		local notes = { saw.label[2].fields.note.value, (select(2, last "label")).note.value, (select(2, last "unlabel")).note };
		assert.same({ "für Julia", "Juliet Capulet" }, notes);
		assert.equal(os.date("!%Y-%m-%dT%H", os.time() + 3600), (select(2, last "extend")).expire.value:sub(1, 13));
		assert.same({ "completed", { "Invite revoked" } }, { last "revoke".status, last "revoke".notes });
	end);

	it("sees the invites of all, as an admin", function ()
		assert.same({ "completed", { "No invites found" } }, { last "nothing_found".status, last "nothing_found".notes });
		local answer, fields, count = last "all";
		assert.same({ 4, "completed", "seen" }, { count, answer.status, fields.note.value });
	end);
end);
