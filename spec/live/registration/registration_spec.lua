-- Registration through an invite on real streams: XEP-0445 (Pre-Authenticated In-Band Registration, 0.2.0) with XEP-0077.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com"; -- as in the examples of XEP-0445
local invalid, not_invited, refused = Fixture.invalid, Fixture.not_invited, Fixture.refused;

describe("registration", function ()
	local fixture;
	fixture = Fixture.shared(host, { modules = { "register" } }, function () fixture:account("servant"); end);

	it("works once for each token, which a link may stand around", function ()
		local token = fixture:invite("create_account");
		fixture:stream(token):close();
		fixture:stream(token):drop(); -- to present it is not to use it
		local client = fixture:stream(("xmpp:%s?register;preauth=%s"):format(host, token));
		assert.is_true(client:register("romeo", "wherefore"));
		refused("cancel/item-not-found", client:register("romeo2", "wherefore"));
		refused(invalid, fixture:stream():preauth(token));
		fixture:login("romeo", "wherefore");
		assert.is_false(fixture:account_exists("romeo2"));
	end);

	it("goes by the last token, even if that is refused", function ()
		local first, second = fixture:invite("create_account", "first"), fixture:invite("create_account", "second");
		local client = fixture:stream(first);
		assert.is_true(client:preauth(second));
		refused("modify/not-acceptable", client:register("first", "secret"));
		refused(invalid, client:preauth("nonsense"));
		refused(not_invited, client:register("second", "secret"));
		assert.is_true(client:preauth(first));
		assert.is_true(client:register("first", "secret"));
		assert.is_true(fixture:usable(second));
	end);

	it("makes one account of one token on 40 streams at once", function ()
		local token = fixture:invite("create_account");
		local clients, requests, made, there = {}, {}, 0, 0;
		for i = 1, 40 do clients[i] = fixture:stream(token); end
		for i, client in ipairs(clients) do
			requests[i] = client:request("set", nil, Client.xml.register("twin"..i, "secret"));
		end
		for i, client in ipairs(clients) do
			local ok, err = Client.outcome(client:reply(requests[i]));
			-- Those who come while the account is being made are told to wait.
			while not ok and err.type == "wait" do
				fixture:eval "";
				ok, err = client:register("twin"..i, "secret");
			end
			if ok then made = made + 1; else refused("cancel/item-not-found", ok, err); end
			there = there + (fixture:account_exists("twin"..i) and 1 or 0);
		end
		assert.same({ 1, 1 }, { made, there });
	end);

	it("with a bound name is for that name alone, which is in the form for those who hold the invite", function ()
		local client = fixture:stream(fixture:invite("create_account", "hero"));
		local form = client:registration_form();
		assert.same({ "hero", "" }, { form:get_child_text("username"), form:get_child_text("password") });
		for field in form:get_child("x", "jabber:x:data"):childtags("field") do
			assert.equal(field.attr.var == "username" and "hero" or nil, field.attr.var ~= "FORM_TYPE" and field:get_child_text("value") or nil);
		end
		for _, token in ipairs {
			false, fixture:invite("create_account"), fixture:invite("create_contact", "servant", true),
			fixture:invite("make", { kind = "account"; inviter = "servant" });
		} do
			assert.equal("", fixture:stream(token or nil):registration_form():get_child_text("username"));
		end
		refused("modify/not-acceptable", client:register("mallory", "secret"));
		assert.is_false(fixture:account_exists("mallory"));
		assert.is_true(client:register("HERO", "secret"));
		fixture:login("hero");
	end);

	it("makes contacts of the new user and the inviter, whose clients see that", function ()
		fixture:account("beatrice");
		local inviter = fixture:online("beatrice", nil, "garden");
		local client = fixture:stream(fixture:invite("create_contact", "beatrice", true));
		assert.is_true(client:register("benedick", "secret"));
		assert.equal("both", inviter:roster_push("benedick@"..host).attr.subscription);
		client = fixture:online("benedick", nil, "orchard");
		assert.equal("both", client:roster()["beatrice@"..host].subscription);
		for seer, jid in pairs { [client] = "beatrice@"..host.."/garden"; [inviter] = "benedick@"..host.."/orchard" } do
			assert.is_truthy(seer:wait_for(function (stanza) return stanza.name == "presence" and stanza.attr.from == jid; end));
		end
		assert.equal("both", inviter:roster()["benedick@"..host].subscription);
	end);
end);

describe("open registration", function ()
	local fixture = Fixture.shared(host, { options = { registration_invite_only = false, allow_registration = true } });

	it("is for everybody, also after a refused token, but for names that are reserved", function ()
		local token, client = fixture:invite("create_account", "juliet"), fixture:stream();
		refused(invalid, client:preauth("TOKEN"));
		refused("cancel/conflict", client:register("JULIET", "secret"));
		assert.is_true(client:register("romeo", "secret"));
		fixture:login("romeo");
		fixture:register("juliet", token);
	end);

	it("lets an invite count where one is given", function ()
		local token = fixture:invite("create_account", "nurse");
		local client = fixture:stream(token);
		refused("modify/not-acceptable", client:register("mallory", "secret"));
		assert.is_true(client:register("nurse", "secret"));
		assert.is_false(fixture:usable(token));
	end);
end);
