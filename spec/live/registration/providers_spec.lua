-- Accounts that are managed elsewhere, or in a directory (LDAP) that can't be reached for a while: clients and pages say so, and no invite is used.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local elsewhere = { type = "cancel", condition = "not-allowed", text = "Accounts of this server are managed elsewhere" };

describe("where accounts are", function ()
	local fixture, http;
	local invites = {}; -- what it is for → token

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "register_apps", "invites_register_web" };
		options = { authentication = "spec_directory"; allow_user_invites = true };
	}, function (_, ...)
		http = ...;
		invites.account = fixture:invite("make", { kind = "account"; creator = "juliet"; authority = "user" });
		invites.contact = fixture:invite("create_contact", "juliet", true);
		invites.reset = fixture:invite("create_account_reset", "juliet");
	end);

	-- (status of page and form, status of the form or nil for the same, words of the form)
	local function assert_pages(page, form, words)
		for name, token in pairs(invites) do
			assert.equal(page, http:ask({ path = "/invites_page?"..token }).status, name);
			local answer = http:ask { path = "/register?t="..token };
			assert.equal(form, answer.status, name);
			assert.truthy(answer.body:find(words, 1, true), name);
			assert.equal(form == 503, answer.headers["retry-after"] ~= nil, name);
			assert.equal("pending", fixture:state(token), name);
		end
	end

	it("managed elsewhere, registration is not offered, and clients and forms are told so for good", function ()
		local features = fixture:stream().features;
		assert.same({}, { features:get_child("register", "urn:xmpp:invite"), features:get_child("register", "urn:xmpp:ibr-token:0") });
		for username, token in pairs { romeo = invites.account; juliet = invites.reset } do
			local holder = fixture:stream(token);
			for _ = 1, 2 do Fixture.refused(elsewhere, holder:register(username, "secret")); end
		end
		assert_pages(200, 403, "managed elsewhere");
	end);

	it("out of reach, streams, pages and forms say \"not now\", and afterwards all work", function ()
		for _, name in ipairs { "create_user", "set_password" } do -- which this directory has, then
			fixture:replace("prosody.hosts[host].users", name, "return not prosody.spec_away or nil");
		end
		fixture:eval("prosody.spec_away = true");
		assert_pages(503, 503, "");
		for _, token in pairs(invites) do Fixture.refused("wait/internal-server-error", fixture:stream():preauth(token)); end
		fixture:eval("prosody.spec_away = nil");
		assert_pages(200, 200, "");
		for _, token in pairs(invites) do fixture:stream(token); end
	end);
end);
