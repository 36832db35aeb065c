-- Invites in PostgreSQL: the main job, and what happens when the server hangs, breaks connections or is not there.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Postgres = require "spec.live.harness.postgres";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local outage = require "spec.live.faults.outage";

local host = outage.host;
local refused, invalid = Fixture.refused, Fixture.invalid;
local closed = "wait/internal-server-error";
local assert_serves, assert_closed, new_server = outage.assert_serves, outage.assert_closed, outage.new_server;
local populate, stall = outage.populate, outage.stall;

-- (fixture) the main job, from making invites to using them up, on whatever database
local function assert_main_flow(fixture)
	local server = fixture.server;
	local token, streams, requests, made = fixture:invite("create_account"), {}, {}, 0;
	for i = 1, 10 do streams[i] = fixture:stream(token); end
	for i, client in ipairs(streams) do requests[i] = client:request("set", nil, Client.xml.register("twin"..i, "secret")); end
	for i, client in ipairs(streams) do
		if Client.outcome(client:reply(requests[i])) then made = made + 1; end
	end
	assert.equal(1, made);

	local bound, revoked = fixture:invite("create_account", "juliet"), fixture:invite("create_account");
	refused("cancel/conflict", fixture:stream(revoked):register("juliet", "secret"));
	assert.is_true(server:invites(host, "delete_account_invite", revoked));
	fixture:register("juliet", bound);
	fixture:register("juliet", fixture:invite("create_account_reset", "juliet"), "remembered");
	fixture:login("juliet", "remembered"):close();
	local contact = fixture:invite("create_contact", "juliet", true, { note = "a \"quoted\" rose, \226\152\131" });
	assert.equal("a \"quoted\" rose, \226\152\131", server:invites(host, "get", contact).additional_data.note);
	fixture:register("nurse", contact);
	local group = fixture:invite("create_group", { "montague" }, nil, 3600);
	for i = 1, 2 do fixture:register("servant"..i, group); end

	server:restart();
	assert.is_true(fixture:usable(group));
	for _, used in ipairs { token, revoked, bound, contact } do assert.is_false(fixture:usable(used)); end
end

describe("a PostgreSQL database", function ()
	local cluster;
	setup(function () cluster = Postgres.start(); end);
	teardown(function () cluster:stop(); end);

	-- (options or nil) → server that uses it, token, fixture
	local function start(options)
		local server = new_server();
		for name, value in pairs(options or { invites_database = cluster.url }) do server.settings.options[name] = value; end
		return server, populate(server);
	end

	it("serves as well as a file", function ()
		local server, _, fixture = start();
		assert_main_flow(fixture);
		assert.is_nil(io.open(server.data.."/invites.sqlite"));
		fixture:stop();
	end);

	it("may be the one that Prosody's own option sql names", function ()
		Postgres.query(cluster.url, "CREATE DATABASE prosody");
		local url = cluster.url:gsub("[^/]*$", "prosody");
		local _, _, fixture = start { invites_database = "sql", sql = Postgres.option(url) };
		assert_main_flow(fixture);
		assert.is_true(tonumber(Postgres.query(url, "SELECT COUNT(*) FROM invites")) > 5);
		fixture:stop();
	end);

	it("that breaks its connections is connected to again", function ()
		local _, token, fixture = start();
		for i = 1, 3 do
			assert.is_true(tonumber(Postgres.query(cluster.url,
				"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'prosody-invites'")) > 0);
			fixture:register("juliet"..i, token);
			token = fixture:invite("create_account");
		end
		fixture:stop();
	end);

	it("that hangs makes nobody wait but those who ask for it", function ()
		local server, token, fixture = start();
		local strangers = {};
		for i = 1, 20 do strangers[i] = server:client(host); end
		local other = fixture:login("romeo");
		local mark = server_log.mark(server);
		local late = fixture:stream(token);
		cluster:pause();
		local ok, err = pcall(function ()
			local start_time = socket.gettime();
			for _, client in ipairs(strangers) do client:request("set", host, Client.xml.preauth(token)); end
			assert.is_true(other:ping());
			local first = socket.gettime() - start_time;
			assert.is_true(first < 0.5, first); -- a second is the deadline of the first

			for _, client in ipairs(strangers) do refused(closed, Client.outcome(client:reply("c1"))); end
			refused(closed, late:register("mallory", "secret"));
			-- Well within the rest.
			assert.is_true(stall(server, function () strangers[1]:request("set", host, Client.xml.preauth(token)); end) < 0.2);
			assert.is_false(fixture:account_exists("mallory"));
			assert.equal(1, #server_log.errors(server, mark), table.concat(server_log.errors(server, mark), "\n"));
		end);
		cluster:resume();
		assert.is_true(ok, err);

		assert.is_true(server:wait_until(function () return (late:preauth(token)); end));
		assert.is_true(late:register("benvolio", "secret"));
		refused(invalid, server:client(host):preauth(token));
		server_log.assert(server, { "^The invite database postgresql://.* does not work" });
		server:stop();
	end);

	it("that is not there closes the gate until it is", function ()
		local server = new_server();
		local url = cluster.url:gsub("[^/]*$", "not_yet");
		server.settings.options.invites_database = url;
		server:start();
		Fixture.on(server, host):account("romeo");
		local mark = server_log.mark(server);
		assert_closed(server, "x");
		assert_serves(server);
		assert.same({}, server_log.errors(server, mark)); -- it was said at the start
		local errors = server_log.errors(server);
		assert.equal(2, #errors, table.concat(errors, "\n"));
		assert.is_truthy(errors[1]:find("database \"not_yet\" does not exist", 1, true));
		Postgres.query(cluster.url, "CREATE DATABASE not_yet");
		local fixture = Fixture.on(server, host);
		fixture:register("juliet");
		server:stop();
	end);

	it("keeps its password to itself", function ()
		local server = new_server();
		server.settings.options.invites_database = "postgresql://invites:s3cr3t@127.0.0.1:1/invites";
		server:start();
		assert_closed(server, "x");
		assert.is_truthy(server:log():find("The invite database postgresql://invites@127.0.0.1:1/invites does not work", 1, true));
		assert.is_nil(server:log():find("s3cr3t", 1, true));
		server:stop();
	end);
end);
