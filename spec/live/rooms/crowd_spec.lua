-- Rooms when much happens at once: a race for an invite, deaths between a redemption and what follows it, and a room with thousands of members.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local Pings = require "spec.live.harness.pings";
local paths = require "spec.support.paths";
local support = require "spec.live.rooms.support";

local host, address = support.host, support.address;
local cheap = { default_iteration_count = paths.version == "0.12" and 100 or 4096 };
local all = { rooms = { address "garden"; address "den"; address "hall" } };

local function prepare(server)
	local prepared = Fixture.on(server, host);
	for _, name in ipairs { "garden"; "den"; "hall" } do support.make(prepared, name, { members_only = true }); end
end

-- (fixture, username) asserts that they have the three rooms
local function assert_led(fixture, username)
	local found = support.bookmarks(fixture, username);
	for _, name in ipairs { "garden"; "den"; "hall" } do
		assert.same({ name = name; autojoin = "true"; nick = username }, found[name]);
		assert.equal("member", support.affiliation(fixture, name, username.."@"..host));
	end
end

describe("many at once", function ()
	local fixture = Fixture.shared(host, support.options { options = cheap }, prepare);

	it("share 20 uses among 40 streams: 20 accounts, each with its three rooms", function ()
		local token = fixture:make("make", { kind = "account"; uses = 20; data = all }).token;
		local clients = {};
		for i = 1, 40 do clients[i] = fixture:stream(token); end
		for i, client in ipairs(clients) do client:send(("<iq type='set' id='r'>%s</iq>"):format(Client.xml.register("user"..i, "secret"))); end
		local made = {};
		for i, client in ipairs(clients) do
			if client:reply("r").attr.type == "result" then table.insert(made, "user"..i); end
		end
		assert.equal(20, #made);
		fixture:followed_up();
		for _, username in ipairs(made) do assert_led(fixture, username); end
	end);
end);

describe("a death between a redemption and what follows", function ()
	-- For code inside the server.
	local die = "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9); ";
	local fixture = Fixture.shared(host, support.options {
		options = cheap; http = true; modules = { "register_apps"; "invites_page"; "invites_register_web" };
	}, prepare);

	-- (username, function that makes the server die somewhere, over the web form?)
	local function survive(username, arrange, on_web)
		local token = fixture:make("make", { kind = "account"; data = all }).token;
		local client, form = fixture:stream(token), nil;
		if on_web then form = fixture.http:form("/register?t="..token, { token = token; user = username; password = "Wherefore-4rt-thou" }); end
		arrange();
		if on_web then
			fixture.http:ask(form);
		else
			client:send(("<iq type='set' id='r'>%s</iq>"):format(Client.xml.register(username, "secret")));
		end
		assert.same({ "signal", 9 }, { fixture.server:reap() });
		client:drop();
		fixture.server:start();
		fixture:followed_up();
		assert_led(fixture, username);
		fixture:eval(support.inside..[[ -- once
			local items = bookmarks(...);
			assert(#items == 3);
		]], username);
	end

	it("leaves nothing undone: before the redemption, with it, and between any two pieces", function ()
		survive("romeo", function () fixture:hook("user-registered", die, 2000); end);
		survive("benvolio", function () fixture:hook("invite-redeemed", die); end);
		survive("mercutio", function () fixture:hook("user-registered", die, 2000); end, true);
		survive("paris", function () fixture:hook("invite-redeemed", die); end, true);
		for at = 1, 3 do
			for name, where in pairs {
				member = { "getmetatable(prosody.hosts['rooms.verona.example'].modules.muc.get_room_from_jid('den@rooms.verona.example')).__index",
					"set_affiliation" };
				bookmark = { "modulemanager.get_module(host, 'invites').require_once 'rooms/bookmarks'", "add" };
			} do
				survive(name..at, function ()
					fixture:replace(where[1], where[2],
						("spec.calls = (spec.calls or 0) + 1; if spec.calls == %d then %s end return old(...)"):format(at, die));
				end);
			end
		end
	end);
end);

describe("a room with 5,000 members", function ()
	local fixture = Fixture.shared(host, support.options { options = cheap }, prepare);

	it("keeps nobody waiting for long", function ()
		fixture:eval(support.inside..[[
			for i = 1, 5000 do room "garden"._affiliations["member"..i.."@verona.example"] = "member"; end
			room "garden":save(true);
		]]);
		fixture:account "witness";
		local pings = Pings.new(fixture.server, fixture:online "witness");
		local client = fixture:stream(fixture:make("make", { kind = "account"; data = all }).token);
		assert.is_true(client:register("led", "secret"));
		assert.same({}, support.bookmarks(fixture, "led")); -- the answer does not wait for them
		local began, slowest = socket.gettime(), 0;
		repeat
			local worked = pings:at_work();
			assert(pings.witness:ping());
			slowest = math.max(slowest, pings:at_work() - worked);
		until socket.gettime() - began > 1;
		fixture:followed_up();
		assert_led(fixture, "led");
		assert.is_true(slowest < 0.05, slowest);
	end);
end);
