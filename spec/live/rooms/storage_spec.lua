-- Rooms of invites where Prosody keeps them otherwise: clients with bookmarks of XEP-0048, which mod_bookmarks converts, and storage in SQL.

local Fixture = require "spec.live.harness.fixture";
local support = require "spec.live.rooms.support";

local host, address = support.host, support.address;

local function prepare(server)
	local prepared = Fixture.on(server, host);
	for _, name in ipairs { "juliet"; "tybalt" } do prepared:account(name); end
	support.make(prepared, "garden", { name = "The Garden" });
	support.make(prepared, "crypt", { name = "Crypt"; members_only = true; password = "poison"; affiliations = { ["juliet@"..host] = "owner" } });
end

local private = "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'>%s</storage></query>";

-- (client) → map room → { name, nick, autojoin, password } of the bookmarks, as XEP-0048 has them
local function legacy_bookmarks(client)
	local answer = client:reply(client:request("get", nil, private:format ""));
	local found = {};
	for conference in answer:get_child("query", "jabber:iq:private"):get_child("storage", "storage:bookmarks"):childtags "conference" do
		found[conference.attr.jid:match "^[^@]*"] = {
			name = conference.attr.name; autojoin = conference.attr.autojoin; nick = conference:get_child_text "nick";
			password = conference:get_child_text "password";
		};
	end
	return found;
end

describe("a client with bookmarks of XEP-0048", function ()
	local fixture = Fixture.shared(host, support.options {}, prepare);

	it("finds the rooms of its invite", function ()
		fixture:register("romeo", fixture:make("make", { kind = "account"; data = { rooms = { address "garden"; address "crypt" } } }).token);
		fixture:followed_up();
		local expected = {
			garden = { name = "The Garden"; autojoin = "true"; nick = "romeo" };
			crypt = { name = "Crypt"; autojoin = "true"; nick = "romeo"; password = "poison" };
		};
		local found = legacy_bookmarks(fixture:online "romeo");
		for _, bookmark in pairs(found) do bookmark.autojoin = bookmark.autojoin == "1" and "true" or bookmark.autojoin; end
		assert.same(expected, found);
	end);

	it("keeps those that it had, in both stores", function ()
		local client = fixture:online "tybalt";
		local old = "<conference jid='vault@far.example' name='Vault' autojoin='true'><nick>Prince of Cats</nick></conference>";
		local own = ("<conference jid='%s' name='Mine' autojoin='false'><nick>Tyb</nick></conference>"):format(address "garden");
		assert.equal("result", client:reply(client:request("set", nil, private:format(old..own))).attr.type);
		client:presence("subscribe", "juliet@"..host, ("<preauth xmlns='urn:xmpp:pars:0' token='%s'/>"):format(
			fixture:make("create_contact", "juliet", false, { rooms = { address "crypt"; address "garden" } }).token));
		assert.is_truthy(client:wait_for(function (stanza) return stanza.attr.type == "subscribed"; end));
		fixture:followed_up();
		local found = legacy_bookmarks(client);
		assert.same({ "Prince of Cats"; "Tyb"; "Mine"; "tybalt" }, { found.vault.nick; found.garden.nick; found.garden.name; found.crypt.nick });
	end);
end);

describe("with storage in SQL", function ()
	local fixture = Fixture.shared(host, support.options {
		storage = "sql"; options = { sql = { driver = "SQLite3"; database = "prosody.sqlite" } };
	}, prepare);

	it("rooms are led to, and all of it is there after a restart", function ()
		fixture:register("romeo", fixture:make("make", { kind = "account"; data = { rooms = { address "garden"; address "crypt" } } }).token);
		fixture:followed_up();
		for _ = 1, 2 do
			assert.same({
				garden = { name = "The Garden"; autojoin = "true"; nick = "romeo" };
				crypt = { name = "Crypt"; autojoin = "true"; nick = "romeo"; password = "poison" };
			}, support.bookmarks(fixture, "romeo"));
			assert.equal("member", support.affiliation(fixture, "crypt", "romeo@"..host));
			assert.equal("none", support.affiliation(fixture, "garden", "romeo@"..host));
			fixture.server:restart();
		end
	end);
end);
