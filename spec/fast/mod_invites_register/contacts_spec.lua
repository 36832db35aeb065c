-- Subscriptions through an invite (XEP-0379) that mod_presence does not see. Real streams are in spec/live/registration/subscription_spec.lua.

local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

Fixture.describe("contacts", { modules = { "invites_register" }; options = { allow_registration = true } }, function (fixture)
	local gate, host = stream.gate(fixture), fixture.host;
	local steps, fails, errors = gate.steps, gate.fails, gate.errors;
	local invites, server, bus, st, rostermanager;

	local function start(...) invites, server, bus = gate.start(...); end

	local from, romeo = "juliet@capulet.example", "romeo@"..host;
	local token, pushed;
	before_each(function ()
		start();
		st, rostermanager = require "util.stanza", require "core.rostermanager";
		server:create_user("romeo", host, "secret");
		token, pushed = invites.create_contact("romeo", true).token, {};
		rostermanager.roster_push = function (username, _, jid) table.insert(pushed, username.." "..jid); end;
	end);

	-- → was it handled, so that mod_presence does not see it
	local function subscribe(shown, who)
		local stanza = st.presence({ type = "subscribe"; to = romeo; from = (who or from).."/balcony" });
		if shown then stanza:tag("preauth", { xmlns = "urn:xmpp:pars:0"; token = shown }):up(); end
		return bus.fire_event("presence/bare", { stanza = stanza });
	end

	-- (item of romeo's roster or nil, is there a request): as it was before
	local function roster(item, is_pending)
		local loaded = rostermanager.load_roster("romeo", host);
		loaded[from] = item;
		loaded[false].pending[from] = is_pending or nil;
		assert(rostermanager.save_roster("romeo", host, loaded));
	end

	local function item() return (rostermanager.load_roster("romeo", host))[from]; end

	it("approve somebody who shows an invite: spent, approved, asked back", function ()
		assert.is_true(subscribe(token));
		assert.equal("checked redeemed", steps());
		assert.same({ subscription = "from"; ask = "subscribe"; groups = {} }, item());
		assert.same({ "romeo "..from }, pushed);
		assert.equal(2, #server.posted);
		assert.same({ type = "subscribed"; from = romeo; to = from }, server.posted[1].attr);
		assert.same({ type = "subscribe"; from = romeo; to = from }, server.posted[2].attr);
	end);

	local mercutio = "mercutio@"..host;

	it("make users of this server contacts of each other at once, and leave no request open", function ()
		server:create_user("mercutio", host, "secret");
		local delivered = {};
		for jid, resource in pairs { [romeo] = "/garden"; [mercutio] = "/square" } do
			_G.prosody.bare_sessions[jid] = { sessions = { there = { presence = st.presence({ from = jid..resource }) } } };
		end
		require "core.sessionmanager".send_to_interested_resources = function (user, at, stanza)
			table.insert(delivered, ("%s@%s %s %s"):format(user, at, stanza.attr.type, stanza.attr.from));
		end;
		local theirs = rostermanager.load_roster("mercutio", host);
		theirs[romeo] = { subscription = "none"; ask = "subscribe"; name = "R"; groups = {} };
		theirs[false].pending[romeo] = true;
		assert(rostermanager.save_roster("mercutio", host, theirs));
		assert.is_true(subscribe(token, mercutio));
		assert.equal("checked redeemed", steps());
		assert.same({ subscription = "both"; groups = {} }, (rostermanager.load_roster("romeo", host))[mercutio]);
		theirs = rostermanager.load_roster("mercutio", host);
		assert.same({ subscription = "both"; name = "R"; groups = {} }, theirs[romeo]);
		assert.is_nil(theirs[false].pending[romeo]);
		assert.same({ "romeo "..mercutio; "mercutio "..romeo }, pushed);
		assert.same({ mercutio.." subscribed "..romeo }, delivered);
		assert.same({ { from = romeo.."/garden"; to = mercutio }; { from = mercutio.."/square"; to = romeo } },
			{ server.posted[1].attr; server.posted[2].attr });
		assert.equal(2, #server.posted);
	end);

	it("approve somebody of this server whose roster can't be stored, as they approve others", function ()
		local save = rostermanager.save_roster;
		rostermanager.save_roster = function (user, ...) return user ~= "mercutio" and save(user, ...); end;
		assert.is_true(subscribe(token, mercutio));
		assert.equal("subscribed", server.posted[1].attr.type);
		assert.equal(1, errors "could not be made contacts of each other at once");
	end);

	it("approve the one person whom an invite is for, and nobody else", function ()
		token = invites.make { kind = "contact"; inviter = "romeo"; data = { invitee = from } }.token;
		assert.is_nil(subscribe(token, "tybalt@capulet.example"));
		assert.is_nil(subscribe(token, mercutio));
		assert.same({}, server.posted);
		assert.is_true(subscribe(token));
	end);

	it("approve somebody and shows where the user is online", function ()
		local away = st.presence({ from = romeo.."/garden" }):text_tag("show", "away");
		_G.prosody.bare_sessions[romeo] = { sessions = { garden = { presence = away }; quiet = {} } };
		subscribe(token);
		assert.equal(3, #server.posted);
		assert.same({ from = romeo.."/garden"; to = from }, server.posted[2].attr);
		assert.equal("away", server.posted[2]:get_child_text("show"));
		assert.is_nil(away.attr.to);
	end);

	it("approve somebody whose request was waiting, whose name has a label, and who is seen already", function ()
		roster({ subscription = "to"; name = "J"; groups = { x = true } }, true);
		subscribe(token);
		assert.same({ subscription = "both"; name = "J"; groups = { x = true } }, item());
		assert.is_nil(rostermanager.load_roster("romeo", host)[false].pending[from]);
		assert.equal(1, #server.posted);
	end);

	it("approve somebody who was asked already, without asking twice", function ()
		roster { subscription = "none"; ask = "subscribe"; groups = {} };
		subscribe(token);
		assert.equal("from", item().subscription);
		assert.equal(1, #server.posted);
	end);

	it("approve somebody not twice, and not into a roster that can't be read", function ()
		for _, subscription in ipairs { "from"; "both" } do
			roster { subscription = subscription; groups = {} };
			assert.is_nil(subscribe(token));
		end
		roster(nil);
		rostermanager.load_roster = function () return { [false] = { pending = {} } }, "unreadable"; end;
		assert.is_nil(subscribe(token));
		assert.equal("", steps());
	end);

	it("approve somebody with a valid invite only", function ()
		assert.is_nil(subscribe(nil));
		assert.equal("", steps());
		assert.is_nil(subscribe "wrong");
		assert.is_nil(subscribe(invites.create_account().token));
		assert.is_true(subscribe(token));
		roster(nil);
		assert.is_nil(subscribe(token));
		local spend = invites.spend;
		token = invites.create_contact("romeo", true).token;
		fails("spend", "token-used");
		assert.is_nil(subscribe(token));
		invites.spend = spend;
		assert.is_nil(item());
		assert.equal(2, #server.posted);
		server:unload(host, "invites");
		assert.is_nil(subscribe(token));
	end);

	it("approve somebody and has that contact's server to blame for guesses, or that user of ours", function ()
		local blamed = {};
		invites.present = function (_, who)
			table.insert(blamed, who.sender);
			return nil, "throttled";
		end
		assert.is_nil(subscribe(token));
		assert.is_nil(subscribe(token, "mercutio@"..host));
		assert.same({ "capulet.example"; "mercutio@"..host }, blamed);
	end);

	it("approve somebody and leaves the roster alone that can't be stored", function ()
		roster(nil, true);
		rostermanager.save_roster = function () return false; end;
		assert.is_nil(subscribe(token));
		assert.is_nil(item());
		assert.truthy(rostermanager.load_roster("romeo", host)[false].pending[from]);
		assert.same({}, server.posted);
		assert.equal(1, errors "^The invite of romeo is spent, but");
	end);

	it("approve somebody and no other presence", function ()
		for _, attr in ipairs { { type = "unavailable"; to = romeo }; { type = "subscribed"; to = romeo }; { type = "probe"; to = romeo };
			{ type = "subscribe" } } do -- the last one is to oneself
			bus.fire_event("presence/bare", { stanza = st.presence(attr):tag("preauth", { xmlns = "urn:xmpp:pars:0"; token = token }):up() });
		end
		assert.equal("", steps());
	end);
end);
