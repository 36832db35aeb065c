-- Rooms on web pages, over the API, on the command line, and in a client that others wrote.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";
local support = require "spec.live.rooms.support";
local json = require "util.json";

local host, address = support.host, support.address;
local modules = { "invites_page"; "invites_register_web"; "invites_start"; "invites_api"; "invites_adhoc" };

local function prepare(server)
	local prepared = Fixture.on(server, host);
	for _, name in ipairs { "juliet"; "romeo" } do prepared:account(name); end
	support.make(prepared, "garden", { name = "The <Garden>" });
	support.make(prepared, "crypt", { name = "Crypt"; members_only = true; hidden = true; password = "poison"; affiliations = {
		["juliet@"..host] = "owner";
	} });
end

describe("rooms of an invite", function ()
	local fixture = Fixture.shared(host, support.options { modules = modules; http = true; options = { allow_user_invites = true } }, prepare);

	local function page_of(invite) return assert(fixture.http:ask { path = "/invites_page?"..invite.token }).body; end
	local function rooms_of(token) return fixture:eval("return invites.info(...).additional_data.rooms", token); end

	it("are named on its page, and nothing else of them is", function ()
		local page = page_of(fixture:make("make", { kind = "account"; data = { rooms = { address "garden"; address "crypt"; "far@away.example" } } }));
		local words = page:match("Rooms you’ll join: [^\n]*"):gsub("</?bdi>", ""):gsub("</p>", "");
		assert.equal("Rooms you’ll join: The &lt;Garden&gt;, Crypt, far", words);
		for _, secret in ipairs { "poison"; "rooms.verona"; "away.example" } do assert.is_nil(page:find(secret, 1, true), secret); end
		assert.is_nil(page_of(fixture:make("create_account")):find("Rooms you", 1, true));
		fixture.server:restart { options = { invites_show_rooms = false } };
		assert.is_nil(page_of(fixture:make("make", { kind = "account"; data = { rooms = { address "garden" } } })):find("Garden", 1, true));
		fixture.server:restart { options = { allow_user_invites = true } };
	end);

	it("can be ticked on the start page, where one may invite people to them", function ()
		local function start(username, fields)
			local jar = {};
			local login = { action = "login"; user = username; password = "secret" };
			assert.equal(303, fixture.http:browse(fixture.http:form("/invites_start", login, nil, jar), jar).status);
			if fields then fixture.http:browse(fixture.http:form("/invites_start", fields, nil, jar), jar); end
			return fixture.http:browse({ path = "/invites_start" }, jar).body;
		end
		fixture:eval(support.inside.."for _, name in ipairs { 'garden'; 'crypt' } do room(name); end");
		assert.is_nil(start "romeo":find(address "crypt", 1, true));
		local page = start "juliet";
		assert.truthy(page:find('value="'..address "crypt", 1, true) and page:find('value="'..address "garden", 1, true), page);
		page = start("juliet", { action = "make"; kind = "contact-account"; ["room-1"] = address "crypt"; ["room-2"] = address "garden" });
		assert.same({ address "crypt"; address "garden" }, rooms_of(page:match("invites_page%?(%w+)")));
		page = start("romeo", { action = "make"; kind = "contact"; ["room-2"] = address "crypt" });
		assert.truthy(page:find("One of these rooms can’t be used", 1, true), page);
	end);

	it("are those of somebody who registers in the browser", function ()
		local token = fixture:make("make", { kind = "account"; data = { rooms = { address "crypt" } } }).token;
		local form = fixture.http:form("/register?t="..token, { token = token; user = "mercutio"; password = fixture:secret "Wherefore-4rt-thou" });
		assert.equal(200, fixture.http:ask(form).status);
		fixture:followed_up();
		assert.equal("poison", support.bookmarks(fixture, "mercutio").crypt.password);
		assert.equal("member", support.affiliation(fixture, "crypt", "mercutio@"..host));
	end);

	it("are a field of the API and a flag of the command line", function ()
		local key = fixture:eval("return (require 'core.modulemanager'.get_module(host, 'invites_api').keys:create {})");
		local function ask(body)
			return assert(fixture.http:ask { method = "POST"; path = "/invites_api"; body = body; headers = {
				["Content-Type"] = "application/json"; Authorization = "Bearer "..key; Accept = "application/json";
			} });
		end
		local answer = ask('{"rooms":["Garden@'..support.rooms..'"]}');
		assert.equal(201, answer.status);
		local invite = json.decode(answer.body);
		assert.same({ address "garden" }, rooms_of(fixture:token_in(invite.uri)));
		answer = ask('{"rooms":["nowhere@'..support.rooms..'"]}');
		assert.same({ 400; "room-refused" }, { answer.status; json.decode(answer.body).error });
		local made = fixture.server:prosodyctl("mod_invites", "create_account", host, "--room", address "garden", "--room", "x@far.example");
		local token = fixture:token_in(made);
		assert.same({ address "garden"; "x@far.example" }, rooms_of(token));
		local shown = fixture.server:prosodyctl("mod_invites", "show", host, token);
		assert.truthy(shown:find("Rooms:\t"..address "garden"..", x@far.example", 1, true), shown);
	end);
end);

describe("a newcomer with a client made of slixmpp", function ()
	local fixture = Fixture.shared(host, support.options {}, prepare);

	it("registers, finds the bookmark, and sits in the room", function ()
		local token = fixture:make("make", { kind = "account"; data = { rooms = { address "crypt" } } }).token;
		local output = Server.directory().."/room_client.log";
		local text = paths.capture(("cd '%s' && timeout 60 target/venv/bin/python spec/live/rooms/room_client.py %d paris@%s secret %s 2>'%s'"):format(
			paths.root, fixture.server.port, host, token, output));
		local saw = assert(text and json.decode(text), "room_client.py failed, see "..output);
		assert.same({ room = address "crypt"; name = "Crypt"; nick = "paris"; password = "poison"; autojoin = "true"; affiliation = "member" }, saw);
	end);
end);
