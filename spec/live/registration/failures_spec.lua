-- Registrations and resets that fail: the invite stays usable, unless an account was created. What modules and the ledger do to each other in detail:
-- spec/fast/mod_invites_register.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local refused = Fixture.refused;

local fixture;
local count = 0; -- of names
local provoked = {
	"Traceback%[c2s%]: change:1: ", "^\tstack traceback:$", "poison, I see", "violent delights", "not claimed", "disk full";
};

-- (error, client's answer) the client was refused with it; or there is none, as the server's log has a traceback with these words
local function fails(fixture_of, expected, client, username, password)
	if type(expected) == "string" and not expected:find("/", 1, true) then
		client:request("set", nil, Client.xml.register(username, password));
		assert.is_truthy(fixture_of.server:wait_log("Traceback[^\n]*"..expected));
	else
		refused(expected, client:register(username, password));
	end
end

-- Inside the server: an error of the storage, when so many accounts have been written.
local full_disk = [[
	if select(3, ...) == "%s" and select(4, ...) then
		spec.writes = (spec.writes or 0) + 1;
		if spec.writes == %d then return nil, "disk full"; end
	end
	return old(...);
]];

describe("a registration that fails", function ()
	fixture = Fixture.shared(host, { modules = { "register" } }, function () fixture:account("taken"); end, provoked);

	local function full(store, write) fixture:replace("storagemanager.olddm", "store", full_disk:format(store, write)); end

	for why, row in pairs {
		["when the name is taken"] = {
			{ type = "cancel"; condition = "conflict"; text = "The requested username already exists." }; username = "TAKEN";
		};
		["when the last write fails, and the account is taken back"] = { "wait/internal-server-error"; function () full("account_details", 1); end };
		["when the provider fails"] = { "poison, I see"; function ()
			fixture:replace("prosody.hosts[host].users", "create_user", "error('poison, I see')");
		end };
		["when the first write of the account fails"] = { "cancel/feature-not-implemented"; function () full("accounts", 1); end };
		["when the second write of the account fails"] = { "cancel/feature-not-implemented"; function () full("accounts", 2); end; only = "13.0" };
		["when the third write of the account fails"] = { "cancel/feature-not-implemented"; function () full("accounts", 3); end; only = "13.0" };
	} do
		it("leaves the invite as good as before "..why, function ()
			if row.only and row.only ~= fixture.version then return; end
			count = count + 1;
			local token, username = fixture:invite("create_account"), "romeo"..count;
			local client = fixture:stream(token);
			if row[2] then row[2](); end
			fails(fixture, row[1], client, row.username or username, "secret");
			assert.is_false(fixture:account_exists(username));
			assert.is_true(fixture:usable(token));
			fixture:undo();
			assert.is_true(client:register(username, "secret"));
			assert.is_false(fixture:usable(token));
			fixture:login(username);
		end);
	end

	it("counts an account whose announcement fails", function ()
		local token = fixture:invite("create_account");
		fixture:hook("user-registered", "error('these violent delights')", 2000);
		fixture:register("tybalt", token);
		assert.is_false(fixture:usable(token));
		fixture:login("tybalt");
	end);

	it("counts an account that is finished after its stream was lost", function ()
		local token = fixture:invite("create_account");
		local client, other = fixture:stream(token), fixture:stream(token);
		fixture:register_slowly(client, "benvolio");
		refused("wait/resource-constraint", other:register("benvolio2", "secret"));
		client:drop();
		assert.is_truthy(fixture.server:wait_until(function () return fixture:account_exists("benvolio"); end, 2));
		assert.is_truthy(fixture.server:wait_until(function () return not fixture:usable(token); end, 2));
		refused(Fixture.invalid, other:register("benvolio2", "secret"));
	end);

	it("counts accounts for which nobody asked first, with an error in the log", function ()
		local token = fixture:invite("create_account");
		fixture:eval([[
			assert(usermanager.create_user('gobbo', 'secret', host));
			module:fire_event("user-registered", { username = "gobbo", host = host, source = "x", validated_invite = invites.get(...) });
		]], token);
		assert.is_false(fixture:usable(token));
		assert.is_truthy(fixture.server:wait_log("error[^\n]*The invite of gobbo was not claimed"));
	end);
end);

describe("a reset that fails", function ()
	fixture = Fixture.shared(host, {}, nil, provoked);

	local users = "prosody.hosts[host].users";
	for why, row in pairs {
		["when another module refuses the password"] = { "modify/policy-violation"; function ()
			fixture:hook("stanza/iq/jabber:iq:register:query", [[
				event.origin.send(require "util.stanza".error_reply(event.stanza, "modify", "policy-violation", "too short"));
				return true;
			]], 10);
		end };
		["when the provider fails"] = { "poison, I see"; function () fixture:replace(users, "set_password", "error('poison, I see')"); end };
	} do
		it("leaves the invite as good as before "..why, function ()
			count = count + 1;
			local username = "romeo"..count;
			fixture:account(username, "forgotten");
			local token = fixture:invite("create_account_reset", username);
			local client = fixture:stream(token);
			if row[2] then row[2](); end
			fails(fixture, row[1], client, username, "remembered");
			assert.is_true(fixture:usable(token));
			fixture:undo();
			fixture:login(username, "forgotten");
			assert.is_true(client:register(username, "remembered"));
			assert.is_false(fixture:usable(token));
			fixture:login(username, "remembered");
		end);
	end
end);
