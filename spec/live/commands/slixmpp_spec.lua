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
		assert.equal(86400, datetime.parse(made.expire.value) - datetime.parse(shown.created.value));
		assert.same({ made.uri.value, "used 0 of 2 times", "für Julia" }, { shown.uri.value, shown.uses.value, shown.note.value });
		assert.equal("romeo", fixture:eval("return invites.info(...).inviter", made.uri.value:match("preauth=(%w+)")));
	end);

	it("is told what was wrong", function ()
		for name, text in pairs {
			taken = "The requested username already exists."; reset_elsewhere = "The account must be on example.com";
			revoke_again = "The invite has been revoked";
		} do
			assert.same({ error = "bad-request"; kind = "modify"; text = text }, (last(name)));
		end
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
