-- The directory with the accounts (LDAP) can't be reached for a while: pages and streams say "not now", and no invite is lost.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";

describe("while nobody can say whose accounts there are,", function ()
	local server, fixture, http;
	local invites = {}; -- what it is for → token

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "register_apps", "invites_register_web" }; hosts = { host };
		options = { authentication = "spec_away"; allow_user_invites = true };
	}, function (...)
		server, http = ...;
		invites.account = fixture:invite("make", { kind = "account"; creator = "juliet"; authority = "user" });
		invites.contact = fixture:invite("create_contact", "juliet", true);
		invites.reset = fixture:invite("create_account_reset", "juliet");
		server:eval(host, "prosody.spec_away = true");
	end);

	local function answer(path)
		return http:ask { path = path };
	end

	it("pages and forms of living invites say \"not now\"", function ()
		for name, token in pairs(invites) do
			for _, path in ipairs { "/invites_page?", "/register?t=" } do
				local got = answer(path..token);
				assert.equal(503, got.status, name..path);
				assert.truthy(tonumber(got.headers["retry-after"]), name..path);
			end
		end
	end);

	it("streams are told the same, and no invite is used up", function ()
		for name, token in pairs(invites) do
			local client = server:client(host);
			local ok, err = client:preauth(token);
			assert.is_nil(ok, name);
			assert.equal("wait/internal-server-error", err.type.."/"..err.condition, name);
			client:close();
			assert.equal("pending", server:invites(host, "info", token).state);
		end
	end);

	it("afterwards all of them work", function ()
		server:eval(host, "prosody.spec_away = nil");
		for name, token in pairs(invites) do
			for _, path in ipairs { "/invites_page?", "/register?t=" } do
				assert.equal(200, answer(path..token).status, name..path);
			end
			fixture:stream(token):close();
		end
	end);
end);
