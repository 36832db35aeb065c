-- Rooms in invites, with real rooms: whoever uses an invite finds a bookmark of each, is a member where that is needed, and nobody gets in or learns
-- more than the maker of the invite could have told them.

local Fixture = require "spec.live.harness.fixture";
local support = require "spec.live.rooms.support";

local host, elsewhere, rooms = support.host, support.elsewhere, support.rooms;
local inside, address, make_room = support.inside, support.address, support.make;
local bookmarks, affiliation = support.bookmarks, support.affiliation;

-- (fixture, username, invite or its data; further fields of the spec) registers
local function join(fixture, username, data, more)
	local spec = { kind = "account"; data = data };
	for key, value in pairs(more or {}) do spec[key] = value; end
	fixture:register(username, fixture:make("make", spec).token);
	fixture:followed_up();
end

describe("an invite with rooms", function ()
	local fixture = Fixture.shared(host, support.options { options = { allow_user_invites = true } }, function (server)
		local prepared = Fixture.on(server, host);
		for _, name in ipairs { "juliet"; "nurse"; "tybalt" } do prepared:account(name); end
		make_room(prepared, "garden", { name = "The Garden" });
		make_room(prepared, "crypt", { members_only = true; hidden = true; password = "poison"; affiliations = {
			["juliet@"..host] = "owner"; ["nurse@"..host] = "member";
		} });
		make_room(prepared, "ball", { members_only = true; allow_member_invites = true; affiliations = { ["nurse@"..host] = "member" } });
		make_room(prepared, "cellar", { password = "wine" });
	end);

	local function own(username, list) return fixture:own(username, { data = { rooms = list } }); end

	it("leads to them: a bookmark that joins by itself, with the name and a nick, and membership where it is needed", function ()
		join(fixture, "romeo", { rooms = { "GARDEN@"..rooms; address "crypt"; address "garden" } });
		assert.same({
			garden = { name = "The Garden"; autojoin = "true"; nick = "romeo" };
			crypt = { name = "crypt"; autojoin = "true"; nick = "romeo"; password = "poison" };
		}, bookmarks(fixture, "romeo"));
		assert.equal("none", affiliation(fixture, "garden", "romeo@"..host));
		assert.equal("member", affiliation(fixture, "crypt", "romeo@"..host));
	end);

	it("shows the bookmarks to nobody else, and leaves the node of a client as that has made it", function ()
		local function access(username)
			return fixture:eval(inside..[[
				local _, service = bookmarks(...);
				local _, config = service:get_node_config("urn:xmpp:bookmarks:1", true);
				return config.access_model..' '..tostring(config.max_items);
			]], username);
		end
		join(fixture, "balthasar", { rooms = { address "garden" } });
		assert.equal("whitelist max", access "balthasar");
		fixture:account "abram";
		fixture:eval(inside..[[
			local _, service = bookmarks "abram";
			assert(service:create("urn:xmpp:bookmarks:1", true, { access_model = "whitelist"; max_items = 5; persist_items = true }));
		]]);
		local client = fixture:online "abram";
		client:presence("subscribe", "juliet@"..host, "<preauth xmlns='urn:xmpp:pars:0' token='"
			..fixture:make("create_contact", "juliet", false, { rooms = { address "crypt"; address "garden" } }).token.."'/>");
		assert.is_truthy(client:wait_for(function (stanza) return stanza.attr.type == "subscribed"; end));
		fixture:followed_up();
		assert.equal("whitelist 5", access "abram");
		assert.is_truthy(bookmarks(fixture, "abram").garden and bookmarks(fixture, "abram").crypt);
		assert.equal("member", affiliation(fixture, "crypt", "abram@"..host));
	end);

	it("needs a maker who may invite people there", function ()
		fixture:eval(inside.."room('garden'):set_affiliation(true, 'tybalt@verona.example', 'outcast')");
		for _, row in ipairs {
			{ "juliet", "garden", true }; { "juliet", "crypt", true }; { "nurse", "crypt", false }; { "nurse", "ball", true }; { "juliet", "ball", false };
			{ "juliet", "cellar", false }; { "tybalt", "garden", false }; { "juliet", "nowhere", false };
		} do
			local who, name, may = table.unpack(row);
			local invite, code = own(who, { address(name) });
			assert.equal(may and "nil" or "room-refused", tostring(code), who.." "..name);
			assert.equal(may, invite ~= nil);
			local contact = fixture.server:invites(host, "make", {
				kind = "contact"; inviter = who; grantor = who.."@"..host; data = { rooms = { address(name) } };
			});
			assert.equal(may, contact ~= nil, who.." as grantor "..name);
		end
		assert.equal("room-refused", select(2, fixture.server:invites(host, "make", { kind = "account"; data = { rooms = { "a b@c@d" } } })));
		assert.equal("room-refused", select(2, fixture.server:invites(host, "make", { kind = "account"; data = { rooms = { "x@"..host } } })));
		local many = {};
		for i = 1, 11 do many[i] = ("room%d@elsewhere.example"):format(i); end
		assert.equal("data-invalid", select(2, fixture.server:invites(host, "make", { kind = "account"; data = { rooms = many } })));
	end);

	it("is followed by the room's own invitation where members may invite", function ()
		local invite = own("nurse", { address "ball" });
		fixture:register("peter", fixture:secret(invite.token));
		fixture:followed_up();
		assert.equal("member", affiliation(fixture, "ball", "peter@"..host));
		assert.is_truthy(bookmarks(fixture, "peter").ball);
		local client = fixture:online "peter";
		local message = client:wait_for(function (stanza) return stanza.name == "message" and stanza.attr.from == address "ball"; end);
		assert.equal("nurse@"..host, message:get_child("x", "http://jabber.org/protocol/muc#user"):get_child("invite").attr.from);
	end);

	it("gives nothing that its maker may not give any more", function ()
		local invite = own("juliet", { address "crypt"; address "garden" });
		fixture:eval(inside.."room('crypt'):set_affiliation(true, 'juliet@verona.example', 'none')");
		fixture:register("gregory", fixture:secret(invite.token));
		fixture:followed_up();
		assert.same({ garden = { name = "The Garden"; autojoin = "true"; nick = "gregory" } }, bookmarks(fixture, "gregory"));
		assert.equal("none", affiliation(fixture, "crypt", "gregory@"..host));
		assert.is_truthy(fixture.server:log():find("gregory@verona.example was not led to the room crypt@rooms.verona.example", 1, true));
		fixture:eval(inside.."room('crypt'):set_affiliation(true, 'juliet@verona.example', 'owner')");
	end);

	it("changes no affiliation that somebody has, and lets no outcast in", function ()
		fixture:eval(inside..[[
			room 'crypt':set_affiliation(true, 'sampson@verona.example', 'outcast');
			room 'crypt':set_affiliation(true, 'paris@verona.example', 'admin');
		]]);
		join(fixture, "sampson", { rooms = { address "crypt" } });
		join(fixture, "paris", { rooms = { address "crypt" } });
		assert.same({ "outcast"; "admin" }, { affiliation(fixture, "crypt", "sampson@"..host), affiliation(fixture, "crypt", "paris@"..host) });
		assert.same({}, bookmarks(fixture, "sampson"));
		assert.is_truthy(bookmarks(fixture, "paris").crypt);
	end);

	it("skips rooms that are gone or destroyed meanwhile, which nobody makes anew", function ()
		make_room(fixture, "tomb");
		make_room(fixture, "tent", { persistent = false });
		local token = fixture:make("make", { kind = "account"; data = { rooms = { address "tomb"; address "tent"; address "garden" } } }).token;
		fixture:eval(inside.."room('tomb'):destroy(); muc.forget_room(room('tent'))");
		fixture:register("friar", token);
		fixture:followed_up();
		assert.same({ garden = { name = "The Garden"; autojoin = "true"; nick = "friar" } }, bookmarks(fixture, "friar"));
		assert.is_true(fixture:eval(inside.."return room('tomb')._data.destroyed and not room('tomb'):get_affiliation('friar@verona.example')"));
		for _, name in ipairs { "tomb"; "tent" } do
			assert.is_truthy(fixture.server:log():find("friar@verona.example was not led to the room "..address(name)..": it is gone", 1, true));
		end
	end);

	it("sends an invitation where the room or the person is elsewhere", function ()
		join(fixture, "escalus", { rooms = { "plague@far.example" } });
		assert.same({}, bookmarks(fixture, "escalus"));
		local client = fixture:online "escalus";
		local message = client:wait_for(function (stanza) return stanza.name == "message" and stanza:get_child("x", "jabber:x:conference"); end);
		assert.same({ host, "plague@far.example" }, { message.attr.from, message:get_child("x", "jabber:x:conference").attr.jid });
	end);

	it("invites people of other servers to its rooms, and makes them nothing there", function ()
		fixture:hook("route/remote", [[
			if event.stanza.name ~= "message" then return; end
			local x = event.stanza:get_child("x", "jabber:x:conference");
			spec.sent = spec.sent or {};
			spec.sent[x.attr.jid] = { event.stanza.attr.from, event.stanza.attr.to, x.attr.password };
			return true;
		]], 1000);
		local token = fixture:make("make", { kind = "contact"; inviter = "juliet"; creator = "juliet"; authority = "user"; data = {
			rooms = { address "garden"; address "crypt"; "far@away.example" };
		} }).token;
		local spend = "local token, contact = ...; assert(invites.spend(assert(invites.get(token, 'juliet')), nil, contact))";
		fixture:eval(spend, token, "rosaline@away.example");
		fixture:followed_up();
		local from, to = "juliet@"..host, "rosaline@away.example";
		assert.same({ [address "garden"] = { from; to }; [address "crypt"] = { from; to; "poison" }; ["far@away.example"] = { from; to } },
			fixture:eval "return prosody.spec.sent");
		assert.equal("none", affiliation(fixture, "crypt", to));
	end);

	it("gives a user of another host of this server, who becomes a contact, a bookmark as well", function ()
		local other = Fixture.on(fixture.server, elsewhere);
		other:account "apothecary";
		local client = other:online "apothecary";
		client:presence("subscribe", "juliet@"..host, "<preauth xmlns='urn:xmpp:pars:0' token='"
			..fixture:make("create_contact", "juliet", false, { rooms = { address "garden" } }).token.."'/>");
		assert.is_truthy(client:wait_for(function (stanza) return stanza.attr.type == "subscribed"; end));
		fixture:followed_up();
		assert.is_truthy(bookmarks(fixture, "apothecary", elsewhere).garden);
	end);
end);

describe("rooms of the configuration", function ()
	local fixture = Fixture.shared(host, support.options { options = {
		invites_default_rooms = { address "hall" }; invites_group_rooms = { family = { address "den"; address "hall" } };
	} }, function (server)
		local prepared = Fixture.on(server, host);
		prepared:account "juliet";
		make_room(prepared, "hall", { members_only = true });
		make_room(prepared, "den", { members_only = true });
	end);

	it("are for everybody who registers, and for those of the group, whoever has made the invite", function ()
		fixture:register("romeo");
		join(fixture, "benvolio", { groups = { "family" } });
		assert.is_truthy(bookmarks(fixture, "romeo").hall and not bookmarks(fixture, "romeo").den);
		assert.is_truthy(bookmarks(fixture, "benvolio").den and bookmarks(fixture, "benvolio").hall);
		assert.same({ "member"; "none"; "member" }, { affiliation(fixture, "hall", "romeo@"..host), affiliation(fixture, "den", "romeo@"..host),
			affiliation(fixture, "den", "benvolio@"..host) });
	end);
end);
