-- What an invite promises, with kill -9 at each point between its redemption and what follows: roles and contacts are there after the next start, on
-- streams, over the web form, and for contacts who had their account before.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host = "verona.example";
local is_old = paths.version == "0.12";

local die = "require 'util.signal'.kill(require 'util.pposix'.getpid(), 9); ";

describe("a death after the redemption leaves nothing out of what the invite promises", function ()
	local fixture = Fixture.shared(host, {
		http = true; modules = { "register_apps"; "invites_page"; "invites_register_web" };
		options = { default_iteration_count = is_old and 100 or 4096 };
	}, function (server) Fixture.on(server, host):account("nurse"); end);

	-- Each makes the server die: with the redemption, before the first of two rosters is written, and between them.
	local moments = {
		function () fixture:hook("invite-redeemed", die, 2000); end;
		function () fixture:replace("rostermanager", "save_roster", die); end;
		function () fixture:replace("rostermanager", "save_roster", "if spec.saved then "..die.."end spec.saved = true; return old(...)"); end;
	};

	local function rise()
		assert.same({ "signal", 9 }, { fixture.server:reap() });
		fixture.server:start();
		fixture:followed_up();
	end

	local function assert_contacts(username, password)
		local rosters = fixture:eval([[
			local function item(of, contact) return (require "core.rostermanager".load_roster(of, host))[contact.."@"..host] or {}; end
			return { item(..., "nurse").subscription or "none"; item("nurse", ...).subscription or "none"; item(..., "nurse").ask };
		]], username);
		assert.same({ "both"; "both" }, rosters);
		fixture:login(username, password):close();
	end

	local function assert_role(username)
		assert.is_true(fixture:eval(is_old and "return usermanager.get_roles((...)..'@'..host, host).admin == true"
			or "return usermanager.get_user_role(..., host).name == 'prosody:admin'", username));
	end

	local function promise()
		return fixture:make("create_contact", "nurse", true, { roles = is_old and { admin = true } or { "prosody:admin" } }).token;
	end

	it("to who registers on a stream", function ()
		for i, arrange in ipairs(moments) do
			local username, client = "stream"..i, fixture:stream(promise());
			arrange();
			client:send(("<iq type='set' id='r'>%s</iq>"):format(Client.xml.register(username, "secret")));
			rise();
			assert_contacts(username);
			assert_role(username);
		end
	end);

	it("to who registers in a browser", function ()
		for i, arrange in ipairs(moments) do
			local username, token, password = "web"..i, promise(), fixture:secret "Wherefore-4rt-thou";
			local form = fixture.http:form("/register?t="..token, { token = token; user = username; password = password });
			arrange();
			fixture.http:ask(form);
			rise();
			assert_contacts(username, password);
			assert_role(username);
		end
	end);

	it("to a contact of this server", function ()
		for i, arrange in ipairs(moments) do
			local username = "contact"..i;
			fixture:account(username);
			local client, token = fixture:online(username), fixture:make("create_contact", "nurse").token;
			arrange();
			client:presence("subscribe", "nurse@"..host, ("<preauth xmlns='urn:xmpp:pars:0' token='%s'/>"):format(token));
			rise();
			assert_contacts(username);
		end
	end);
end);
