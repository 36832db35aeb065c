-- Version 1 of the HTTP API: what is asked for twice happens once.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

Fixture.describe("Idempotency-Key at /invites_api/v1", api.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, key;

	local function start(options)
		fixture:start(options);
		server, invites = fixture.server, fixture:module "invites";
		key = assert(invites.http.add_key { scopes = { "create"; "read" } });
	end

	local function create(once, body, path)
		return api.v1(host, key, "POST "..(path or "/invites"), body or {}, { headers = { idempotency_key = once } });
	end

	local function count() return #api.v1(host, key, "GET /invites").json.invites; end

	it("gives the same answer to the same request", function ()
		start { invites_store_tokens = false };
		local created = 0;
		invites.module:hook("invite-created", function () created = created + 1; end);
		local first, second = create("order-1", { note = "a" }), create("order-1", { note = "a" });
		assert.same({ 201; first.body; first.headers.location }, { second.status; second.body; second.headers.location });
		assert.is_string(first.json.token);
		assert.same({ 1; 1 }, { count(); created });
		local batch = create("order-2", { invites = { {}; {} } }, "/invites/batch");
		assert.equal(batch.body, create("order-2", { invites = { {}; {} } }, "/invites/batch").body);
		assert.equal(3, count());
	end);

	it("refuses another request under the same key", function ()
		start();
		create("order-1", { note = "a" });
		local answer = create("order-1", { note = "b" });
		assert.same({ 422; "idempotency-key-reused" }, { answer.status; answer.json.code });
		assert.equal(1, count());
		assert.equal(400, create("a b").status);
	end);

	it("means another request with another API key", function ()
		start();
		local first = create("order-1").json;
		key = assert(invites.http.add_key { scopes = { "create"; "read" } });
		assert.not_equal(first.id, create("order-1").json.id);
	end);

	it("forgets a refusal, and an answer after a day", function ()
		start();
		local reserved = create("other", { username = "benno" }).json;
		assert.equal(409, create("order-1", { username = "benno" }).status);
		invites.revoke(reserved.id);
		local made = create("order-1", { username = "benno" });
		assert.equal(201, made.status);
		invites.revoke(made.json.id);
		server:advance(24 * 60 * 60 + 1);
		assert.not_equal(made.json.id, create("order-1", { username = "benno" }).json.id);
	end);
end);
