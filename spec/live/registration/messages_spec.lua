-- The first messages to a new account: that of whoever invited it, and the host's welcome, on streams and over the web form, with a login afterwards
-- and after a crash.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";

local die = "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9); ";
local welcome = { en = "Welcome!"; de = "Willkommen!" };
local said = "Hi <b>Romeo</b> & all!\n\nJuliet";

local function options()
	return {
		http = true; modules = { "mam"; "offline"; "register_apps"; "invites_page"; "invites_register_web" };
		options = { allow_user_invites = true; invites_welcome = welcome };
	};
end

-- (fixture) → token of an invite that juliet has made on her own right, with a message
local function invite(fixture, authority)
	return fixture:make("make", { kind = "contact-account"; inviter = "juliet"; authority = authority or "user"; data = { message = said } }).token;
end

-- (client that has logged in) → the messages that wait for it, each { from, id, body, lang of further bodies … }
local function waiting(client)
	client:presence();
	assert(client:ping());
	local found = {};
	while true do
		local stanza = client:wait_for(function (stanza) return stanza.name == "message"; end, 0.5);
		if not stanza then break; end
		local message = { from = stanza.attr.from; id = stanza.attr.id; type = stanza.attr.type; bodies = {} };
		for body in stanza:childtags "body" do message.bodies[body.attr["xml:lang"] or stanza.attr["xml:lang"] or "none"] = body:get_text(); end
		table.insert(found, message);
	end
	return found;
end

-- (fixture, username) → array of { id, body, from } of the archived messages
local function archived(fixture, username)
	return fixture:eval([[
		local found = {};
		for _, stanza in module:context(host):open_store("archive", "archive"):find(...) do
			table.insert(found, { id = stanza.attr.id; from = stanza.attr.from; body = stanza:get_child_text("body") });
		end
		return found;
	]], username);
end

local function assert_messages(fixture, username, from)
	fixture:followed_up();
	local found = waiting(fixture:login(username));
	assert.equal(2, #found);
	assert.same({ from; "chat"; said }, { found[1].from; found[1].type; found[1].bodies.en or found[1].bodies.none });
	assert.same({ host; "chat"; welcome }, { found[2].from; found[2].type; found[2].bodies });
	assert.truthy(#found[1].id >= 16 and found[1].id ~= found[2].id);
	assert.equal(0, #waiting(fixture:login(username)));
	return found[1].id;
end

describe("the message of whoever invites", function ()
	local fixture, http;
	fixture = Fixture.shared(host, options(), function (_, ...)
		http = ...;
		fixture:account "juliet";
	end);

	it("is the first one after a registration on a stream, and comes once", function ()
		assert.is_true(fixture:stream(invite(fixture)):register("romeo", "secret"));
		assert_messages(fixture, "romeo", "juliet@"..host);
	end);

	it("is the host's where an admin or a program has made the invite", function ()
		assert.is_true(fixture:stream(invite(fixture, "server")):register("benvolio", "secret"));
		assert_messages(fixture, "benvolio", host);
	end);

	it("comes over the web form, and stands on the page but in no log", function ()
		local token = invite(fixture);
		local page = http:ask({ path = "/invites_page?"..token }).body;
		assert.truthy(page:find("Hi &lt;b&gt;Romeo&lt;/b&gt; &amp; all!\n\nJuliet</blockquote>", 1, true), page);
		assert.same(nil, page:match "<meta[^>]*Romeo");
		assert.equal(200, http:ask(http:form("/register?t="..token, { token = token; user = "mercutio"; password = "Wherefore-4rt-thou" })).status);
		fixture:followed_up();
		local client = fixture:login("mercutio", "Wherefore-4rt-thou");
		assert.equal("juliet@"..host, waiting(client)[1].from);
		assert.is_nil(fixture.server:log():find("Hi <b>", 1, true));
	end);

	it("is in the archive, too", function ()
		assert.is_true(fixture:stream(invite(fixture)):register("paris", "secret"));
		fixture:followed_up();
		assert.equal(said, archived(fixture, "paris")[1].body);
	end);
end);

-- (fixture, client) registers romeo, which ends the server, and starts it again
local function rise_after(fixture, client)
	client:request("set", nil, Client.xml.register("romeo", "secret"));
	assert.same({ "signal", 9 }, { fixture.server:reap() });
	client:drop();
	fixture.server:start();
end

describe("after kill -9 the message", function ()
	for moment, code in pairs {
		["between the account and the redemption"] = { "user-registered"; die; 2000 };
		["between the redemption and the message"] = { "invite-redeemed"; die; 2000 };
	} do
		it("is sent at the next start, "..moment, function ()
			local fixture = Fixture.new(host, options());
			fixture:account("juliet");
			local client = fixture:stream(invite(fixture));
			fixture:hook(table.unpack(code));
			rise_after(fixture, client);
			assert_messages(fixture, "romeo", "juliet@"..host);
			fixture:stop();
		end);
	end

	it("that may have been sent is sent again with the same id", function ()
		local fixture = Fixture.new(host, options());
		fixture:account("juliet");
		fixture:hook("archive-message-added", die);
		rise_after(fixture, fixture:stream(invite(fixture)));
		fixture:followed_up();
		local found = archived(fixture, "romeo");
		assert.same({ said; said; "Welcome!" }, { found[1].body; found[2].body; found[3].body });
		assert.equal(found[1].id, found[2].id);
		fixture:stop();
	end);
end);
