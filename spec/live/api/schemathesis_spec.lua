-- The HTTP API against its description (docs/openapi.json): schemathesis makes requests that fit it and requests that don't, follows its links, and
-- looks whether each answer is described. All its checks are on.

local Server = require "spec.live.harness.server";
local paths = require "spec.support.paths";

local host = "example.com";

describe("/invites_api/v1", function ()
	local server, key;

	setup(function ()
		-- Wrong keys and tokens are a part of it, so the brake is off.
		server = Server.new { hosts = { host }; http = true; modules = { "invites_page"; "invites_register_web"; "invites_api"; "register_apps" };
			options = { invites_guess_limit = 0 }; config = "http_default_host = \"example.com\"" };
		server:start();
		server:eval(host, "require 'core.usermanager'.create_user('juliet', 'secret', host)");
		key = server:eval(host, [[return invites.http.add_key {
			scopes = { "create", "read", "manage", "register" }, kinds = { "account", "contact", "contact-account", "reset" }, rate = 1000000;
			role = { "prosody:member" }, group = { "*" }, room = { "*" } }]]);
	end);

	teardown(function () server:stop(); end);

	-- () → how many requests to the API are in the log of the server
	local function count() return select(2, server:log():gsub("%f[%u]%u+ /invites_api/v1", "")); end

	-- (how many examples for each operation, seed) tries that, with all checks
	local function try(examples, seed)
		local path = ("%s/schemathesis-%d"):format(server.directory, seed);
		local command = ("cd '%s' && '%s/target/schemathesis/bin/schemathesis' --config-file '%s/spec/live/api/schemathesis.toml' run "
			.."http://127.0.0.1:%d/invites_api/v1/openapi.json -H 'Authorization: Bearer %s' --checks all --max-examples %d --seed %d "
			.."--suppress-health-check all --generation-database none --continue-on-failure >'%s' 2>&1"):format(
			server.directory, paths.root, paths.root, server.http_port, key, examples, seed, path);
		local is_well = os.execute(command);
		local file = assert(io.open(path));
		local said = file:read("a");
		file:close();
		assert.is_true(is_well, said);
	end

	it("answers as its description says", function ()
		try(10, 1);
		assert.is_true(count() > 300, count());
	end);

	it("answers 10,000 requests as its description says #soak", function ()
		for seed = 2, 50 do
			try(100, seed);
			if count() >= 10000 then break; end
		end
		assert.is_true(count() >= 10000, count());
	end);
end);
