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

	setup(function ()
		assert(io.open(python), "slixmpp is not installed: make slixmpp");
		fixture = Fixture.new(host, { modules = { "invites_adhoc" }; options = {
			admins = { "romeo@"..host }; invites_page = "https://{host}/i#{invite.token}";
		} });
		fixture:account "romeo";
		fixture:account "mercutio";
		local output = Server.directory().."/slixmpp.log";
		local text = paths.capture(("cd '%s' && timeout 120 '%s' spec/live/harness/slixmpp_client.py %d romeo@%s secret 2>'%s'"):format(
			paths.root, python, fixture.server.port, host, output));
		saw = text and json.decode(text);
		assert(saw, "slixmpp_client.py failed, see "..output);
	end);

	teardown(function () fixture:stop(); end);

	-- (name in the scenario) → the last answer, how many there were
	local function last(name)
		return saw[name][#saw[name]], #saw[name];
	end

	-- (answer) → name → value
	local function values(answer)
		local got = {};
		for name, field in pairs(answer.fields) do got[name] = field.value; end
		return got;
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

	it("gets a contact invite at once", function ()
		local answer, count = last "contact";
		assert.same({ 1, "completed", "result" }, { count, answer.status, answer.type });
		local got = values(answer);
		assert.truthy(got.uri:find("^xmpp:romeo@example%.com%?roster;preauth=%w+;ibr=y$"));
		assert.truthy(got["landing-url"]:find("^https://example%.com/i#%w+$"));
		assert.truthy(got.expire:find("Z$"));
		assert.same({ "urn:xmpp:invite#invitation" }, got.FORM_TYPE);
	end);

	it("fills in the form for an account", function ()
		local form = saw.account[1];
		assert.same({ "executing", "form" }, { form.status, form.type });
		assert.same({ "complete" }, form.actions);
		assert.same({ "text-single", "boolean", "list-single", "text-single", "text-single" }, {
			form.fields.username.type, form.fields["roster-subscription"].type, form.fields.lifetime.type, form.fields.uses.type, form.fields.note.type;
		});
		assert.same({ "3600", "1 hour" }, form.fields.lifetime.options[1]);
		local got, details = values((last "account")), values((last "show"));
		assert.truthy(got.uri:find("^xmpp:juliet@example%.com%?register;preauth=%w+$"));
		assert.equal(86400, datetime.parse(got.expire) - datetime.parse(details.created));
		assert.same({ got.uri, "used 0 of 2 times", "für Julia" }, { details.uri, details.uses, details.note });
		assert.equal("romeo", fixture:eval("return invites.info(...).inviter", got.uri:match("preauth=(%w+)")));
	end);

	it("sends it back as it came", function ()
		local answer, count = last "untouched";
		assert.same({ 2, "completed", "result" }, { count, answer.status, answer.type });
		assert.truthy(answer.fields.uri.value:find("^xmpp:example%.com%?register;preauth=%w+$"));
	end);

	it("is told what was wrong", function ()
		assert.same({ error = "bad-request"; kind = "modify"; text = "The requested username already exists." }, (last "taken"));
		assert.same({ error = "bad-request"; kind = "modify"; text = "The account must be one on example.com" }, (last "reset_elsewhere"));
		assert.same({ error = "bad-request"; kind = "modify"; text = "The invite has been revoked" }, (last "revoke_again"));
	end);

	it("gets a link to reset a password", function ()
		assert.equal("jid-single", saw.reset[1].fields.accountjid.type);
		assert.truthy(last "reset".fields.uri.value:find("^xmpp:mercutio@example%.com%?register;preauth=%w+$"));
	end);

	it("shows, labels, extends and revokes an invite of its own", function ()
		local list = saw.show[1];
		assert.same({ "executing", "form", "list-single", "list-single" }, { list.status, list.type, list.fields.invite.type, list.fields.action.type });
		assert.same({ "next" }, list.actions);
		assert.equal("für Julia", last "show".fields.note.value);
		assert.equal("für Julia", saw.label[2].fields.note.value);
		assert.equal("Juliet Capulet", last "label".fields.note.value);
		assert.is_nil(last "unlabel".fields.note);
		assert.equal("list-single", saw.extend[2].fields.lifetime.type);
		assert.equal(os.date("!%Y-%m-%dT%H", os.time() + 3600), last "extend".fields.expire.value:sub(1, 13));
		assert.same({ "completed", { "The invite is revoked" } }, { last "revoke".status, last "revoke".notes });
	end);

	it("sees the invites of all, as an admin", function ()
		assert.same({ "completed", { "There are no such invites" } }, { last "nothing_found".status, last "nothing_found".notes });
		local answer, count = last "all";
		assert.same({ 4, "completed", "seen" }, { count, answer.status, answer.fields.note.value });
	end);
end);
