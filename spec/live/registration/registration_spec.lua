-- Registration through an invite on real streams: XEP-0445 (Pre-Authenticated In-Band Registration, 0.2.0) with XEP-0077.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com"; -- as in the examples of XEP-0445

local invalid, not_invited, refused = Fixture.invalid, Fixture.not_invited, Fixture.refused;

local fixture;

describe("registration", function ()
	fixture = Fixture.shared(host, { modules = { "register" } });

	describe("as in the examples of XEP-0445:", function ()
		it("the server offers it before authentication (example 4)", function ()
			local client = fixture:stream();
			local offered = {};
			for _, feature in ipairs(client.features.tags) do
				if feature.name == "register" then table.insert(offered, feature.attr.xmlns); end
			end
			table.sort(offered);
			assert.same({ "http://jabber.org/features/iq-register", "urn:xmpp:ibr-token:0", "urn:xmpp:invite" }, offered);

			fixture:account("servant");
			client:login("servant", "secret");
			assert.is_nil(client.features:get_child("register", "urn:xmpp:ibr-token:0"));
			assert.is_nil(client.features:get_child("register", "urn:xmpp:invite"));
		end);

		it("a client initiates it, and the server accepts the token (examples 5, 6)", function ()
			local client, token = fixture:stream(), fixture:invite("create_account");
			client:send(("<iq type='set' to='example.com' id='pa1'><preauth xmlns='urn:xmpp:pars:0' token='%s'/></iq>"):format(token));
			local reply = client:reply("pa1");
			assert.same({ "result", "example.com", 0 }, { reply.attr.type, reply.attr.from, #reply.tags });
		end);

		it("the server rejects a token (example 7)", function ()
			local client = fixture:stream();
			client:send("<iq type='set' to='example.com' id='pa1'><preauth xmlns='urn:xmpp:pars:0' token='TOKEN'/></iq>");
			local reply = client:reply("pa1");
			assert.same({ "error", "example.com" }, { reply.attr.type, reply.attr.from });
			assert.same({ "cancel", "item-not-found", "The provided token is invalid or expired" }, { reply:get_error() });
		end);

		it("a token is not used before the registration has succeeded", function ()
			local token = fixture:invite("create_account");
			fixture:stream(token):close();
			fixture:stream(token):drop();
			assert.is_true(fixture:usable(token));
		end);

		it("expiry is checked when the token is presented, and not later", function ()
			local token = fixture:invite("create_account", nil, nil, 60);
			local early = fixture:stream(token);
			fixture:pass(61);
			refused(invalid, fixture:stream():preauth(token));
			assert.is_true(early:register("latecomer", "secret"));
		end);

		it("a reserved name is not an account, and nobody else's", function ()
			local token = fixture:invite("create_account", "viola");
			assert.is_false(fixture:account_exists("viola"));
			local other = fixture:stream(fixture:invite("create_account"));
			refused("cancel/conflict", other:register("viola", "secret"));
			refused("cancel/conflict", other:register("VIOLA", "secret"));
			assert.is_true(other:register("sebastian", "secret"));
			fixture:register("viola", token);
		end);

		it("a client whose token was rejected may still register where that is allowed", function ()
			refused(not_invited, fixture:stream():register("orsino", "secret"));
		end);
	end);

	describe("takes a token", function ()
		it("that works once", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			assert.is_true(client:register("romeo", "wherefore"));
			refused("cancel/item-not-found", client:register("romeo2", "wherefore"));
			client:close();
			refused(invalid, fixture:stream():preauth(token));
			fixture:login("romeo", "wherefore"):close();
			assert.is_false(fixture:account_exists("romeo2"));
		end);

		it("in no other way", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream();
			local function element(attributes) return "<preauth xmlns='urn:xmpp:pars:0'"..attributes.."/>"; end
			refused("modify/bad-request", Client.outcome(client:iq("set", host, element(""))));
			refused("modify/bad-request", Client.outcome(client:iq("set", host, element(" token=''"))));
			refused("cancel/service-unavailable", Client.outcome(client:iq("get", host, element(" token='"..token.."'"))));
			refused("cancel/service-unavailable", Client.outcome(client:iq("set", "nobody@"..host, element(" token='"..token.."'"))));
			refused(not_invited, client:register("olivia", "secret"));
			assert.is_true(Client.outcome(client:iq("set", nil, element(" token='"..token.."'"))));
			assert.is_true(client:register("olivia", "secret"));
			client:login("olivia", "secret");
			refused("cancel/service-unavailable", client:preauth(fixture:invite("create_account")));
		end);

		it("of any content", function ()
			for _, token in ipairs { " ", "'\"<&>", "\t\n", "\239\191\189\240\159\146\140", ("x"):rep(9000), "../../etc/passwd", "%s%n", "0" } do
				local client = fixture:stream();
				refused(invalid, client:preauth(token));
				client:close();
			end
		end);

		it("with something stuck to it, or in a link", function ()
			for at, format in ipairs(require "spec.support.dirty_tokens") do
				local client = fixture:stream();
				local token = fixture:invite("create_account");
				assert.is_true(client:preauth(format:format(token)), format);
				assert.is_true(client:register("dirty"..at, "secret"), format);
				client:close();
				refused(invalid, fixture:stream():preauth(token));
			end
		end);

		it("of which the last one counts, even if it is refused", function ()
			local first, second = fixture:invite("create_account", "first"), fixture:invite("create_account", "second");
			local client = fixture:stream(first);
			assert.is_true(client:preauth(second));
			refused("modify/not-acceptable", client:register("first", "secret"));
			refused(invalid, client:preauth("nonsense"));
			refused(not_invited, client:register("second", "secret"));
			assert.is_true(client:preauth(first));
			assert.is_true(client:register("first", "secret"));
			client:close();
			assert.is_true(fixture:usable(second));
		end);

		it("on 40 streams at once for one account", function ()
			local token = fixture:invite("create_account");
			local clients, requests, made = {}, {}, 0;
			for i = 1, 40 do clients[i] = fixture:stream(token); end
			for i, client in ipairs(clients) do
				requests[i] = client:request("set", nil, Client.xml.register("twin"..i, "secret"));
			end
			for i, client in ipairs(clients) do
				local ok, err = Client.outcome(client:reply(requests[i]));
				if ok then made = made + 1; else refused("cancel/item-not-found", ok, err); end
				client:drop();
			end
			assert.equal(1, made);
			local there = 0;
			for i = 1, 40 do there = there + (fixture:account_exists("twin"..i) and 1 or 0); end
			assert.equal(1, there);
		end);

		it("for many accounts where the invite says so", function ()
			local token = fixture:invite("create_group", { "montague" }, nil, 3600);
			for i = 1, 3 do
				fixture:register("servant"..i, token);
			end
			assert.is_true(fixture:usable(token));
		end);

		it("that was revoked meanwhile for nothing", function ()
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			fixture.server:invites(host, "delete_account_invite", token);
			refused(invalid, client:register("rosaline", "secret"));
			assert.is_false(fixture:account_exists("rosaline"));
		end);
	end);

	describe("with a bound name", function ()
		it("is for that name alone, however it is written", function ()
			local token = fixture:invite("create_account", "juliet");
			local client = fixture:stream(token);
			refused("modify/not-acceptable", client:register("mallory", "secret"));
			assert.is_false(fixture:account_exists("mallory"));
			assert.is_true(client:register("JULIET", "secret"));
			fixture:login("juliet"):close();
		end);

		it("has it in the form, which others do not see", function ()
			local client = fixture:stream(fixture:invite("create_account", "hero"));
			local form = client:registration_form();
			assert.equal("hero", form:get_child_text("username"));
			assert.equal("", form:get_child_text("password"));
			for field in form:get_child("x", "jabber:x:data"):childtags("field") do
				assert.equal(field.attr.var == "username" and "hero" or nil, field.attr.var ~= "FORM_TYPE" and field:get_child_text("value") or nil);
			end
			for _, token in ipairs {
				false, fixture:invite("create_account"), fixture:invite("create_contact", "servant", true),
				fixture:invite("make", { kind = "account"; inviter = "servant" });
			} do
				assert.equal("", fixture:stream(token or nil):registration_form():get_child_text("username"));
			end
			assert.is_true(client:register("hero", "secret"));
		end);
	end);

	describe("gives", function ()
		local function roles_of(username)
			return fixture:eval([[
				local list = {};
				if usermanager.get_roles then
					for role in pairs(usermanager.get_roles(...) or {}) do table.insert(list, role); end
				else
					local username = (...):match("^[^@]+");
					for role in pairs(usermanager.get_user_secondary_roles(username, host)) do table.insert(list, role); end
					table.insert(list, "primary "..usermanager.get_user_role(username, host).name);
				end
				table.sort(list);
				return table.concat(list, ", ");
			]], username.."@"..host, host);
		end

		for form, roles in pairs {
			["a list"] = { "prosody:admin", "prosody:member" };
			["a map"] = { ["prosody:member"] = true, ["prosody:admin"] = true };
		} do
			it("the roles that the invite has as "..form, function ()
				local username = "prospero-"..form:gsub("%W", "");
				local client = fixture:stream(fixture:invite("create_account", nil, { roles = roles }));
				assert.is_true(client:register(username, "secret"));
				assert.equal(fixture.version == "0.12" and "prosody:admin, prosody:member" or "primary prosody:admin, prosody:member", roles_of(username));
			end);
		end

		it("no account where a role has gone since", function ()
			if fixture.version == "0.12" then return; end -- where any name is a role
			fixture:eval("require 'core.usermanager'.get_all_roles(host).jester = require 'util.roles'.new { name = 'jester' }");
			local token = fixture:invite("create_account", nil, { roles = { "jester" } });
			local client = fixture:stream(token);
			fixture:eval("require 'core.usermanager'.get_all_roles(host).jester = nil");
			assert.is_nil((client:register("feste", "secret")));
			assert.is_false(fixture:account_exists("feste"));
			assert.is_true(fixture:usable(token));
		end);

		it("both the new user and the inviter their subscription, which the inviter's clients see", function ()
			fixture:account("beatrice");
			local inviter = fixture:stream();
			inviter:login("beatrice", "secret", "garden");
			inviter:roster();
			inviter:presence();
			local client = fixture:stream(fixture:invite("create_contact", "beatrice", true));
			assert.is_true(client:register("benedick", "secret"));
			assert.equal("both", inviter:roster_push("benedick@"..host).attr.subscription);
			client:login("benedick", "secret", "orchard");
			assert.equal("both", client:roster()["beatrice@"..host].subscription);
			client:presence();
			assert.is_truthy(client:wait_for(function (stanza)
				return stanza.name == "presence" and stanza.attr.from == "beatrice@"..host.."/garden";
			end));
			assert.is_truthy(inviter:wait_for(function (stanza)
				return stanza.name == "presence" and stanza.attr.from == "benedick@"..host.."/orchard";
			end));
			assert.equal("both", inviter:roster()["benedick@"..host].subscription);
		end);
	end);

	it("is not what a contact invite without it is for", function ()
		refused(invalid, fixture:stream():preauth(fixture:invite("create_contact", "servant")));
	end);

	it("writes no token to the log", function ()
		local token = fixture:invite("create_account", "nurse");
		fixture:register("nurse", token);
		fixture:stream(fixture:invite("create_account")):preauth("unknowntoken12345678901");
		-- Stanzas are logged as their outermost tags, so no token comes from there.
		assert.is_nil(fixture.server:log():find(token, 1, true));
		assert.is_nil(fixture.server:log():find("unknowntoken12345678901", 1, true));
	end);
end);
