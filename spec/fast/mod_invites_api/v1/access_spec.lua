-- Version 1 of the HTTP API: who may do what, and how requests that make no sense are refused.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

Fixture.describe("access to /invites_api/v1", api.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, key;

	local function new_key(grant)
		grant.scopes = grant.scopes or { "create"; "read" };
		return assert(invites.http.add_key(grant));
	end

	local function start(options)
		fixture:start(options);
		server, invites = fixture.server, fixture:module "invites";
		key = new_key {};
	end

	local function call(what, body, more) return api.v1(host, key, what, body, more); end

	local function refused(answer, status, code)
		assert.same({ status; code }, { answer.status; answer.json and answer.json.code });
		assert.equal(status, answer.json.status);
		return answer;
	end

	it("needs a key that is there, has not expired and has the scope", function ()
		start();
		assert.equal(200, call("GET /stats").status);
		refused(call("POST /invites/0123456789ab/revoke"), 403, "scope-missing");
		for _, odd in ipairs { false; "x"; key.."x"; key:upper(); "abc/def" } do
			local answer = refused(api.v1(host, odd or nil, "GET /stats"), 401, "key-invalid");
			assert.equal("Bearer", answer.headers.www_authenticate);
		end
		local short = new_key { expires_after = 60 };
		assert.equal(200, api.v1(host, short, "GET /stats").status);
		server:advance(60);
		refused(api.v1(host, short, "GET /stats"), 401, "key-invalid");
		for _, known in ipairs(invites.http.keys()) do
			assert.equal(known.id, invites.http.remove_key(known.id).id);
			assert.same({ nil, "key-unknown" }, { invites.http.remove_key(known.id) });
		end
		refused(call("GET /stats"), 401, "key-invalid");
	end);

	it("brakes those who guess", function ()
		start();
		local answer;
		for i = 1, 21 do answer = api.v1(host, "ik1_"..("%044d"):format(i), "GET /stats", nil, { ip = "192.0.2.7"; secure = true }); end
		refused(answer, 429, "throttled");
		assert.truthy(tonumber(answer.headers.retry_after));
		assert.equal(200, call("GET /stats").status);
	end);

	it("lets a key ask as often as it may", function ()
		start();
		key = new_key { rate = 2 };
		for _ = 1, 2 do assert.equal(200, call("GET /stats").status); end
		assert.truthy(tonumber(refused(call("GET /stats"), 429, "key-throttled").headers.retry_after));
		server:advance(31);
		assert.equal(200, call("GET /stats").status);
	end);

	it("notes when a key was used last", function ()
		start();
		assert.equal("never", invites.http.keys()[1].last_used);
		call("GET /stats");
		assert.not_equal("never", invites.http.keys()[1].last_used);
	end);

	it("takes no key that travelled in the clear", function ()
		start();
		refused(call("GET /stats", nil, { ip = "192.0.2.1"; secure = false }), 403, "not-encrypted");
		assert.equal(200, call("GET /stats", nil, { ip = "192.0.2.1"; secure = true }).status);
	end);

	it("refuses what is not there or can't be read", function ()
		start();
		refused(call("GET /nothing"), 404, "not-found");
		assert.equal("GET, HEAD, OPTIONS, POST", refused(call("PUT /invites", {}), 405, "method-not-allowed").headers.allow);
		assert.equal(405, call("TRACE /stats").status);
		local options = call("OPTIONS /check");
		assert.same({ 204; "OPTIONS, POST" }, { options.status; options.headers.allow });
		refused(call("GET /stats", nil, { headers = { accept = "text/html" } }), 406, "not-acceptable");
		refused(call("POST /invites"), 411, "length-required");
		refused(call("POST /invites", {}, { headers = { transfer_encoding = "chunked" } }), 411, "length-required");
		refused(call("POST /invites", (" "):rep(20000)), 413, "body-too-large");
		refused(call("POST /invites", "", { partial = true }), 413, "body-too-large");
		refused(call("POST /invites", {}, { headers = { content_type = "text/plain" } }), 415, "type-unsupported");
		refused(call("POST /invites", "{"), 400, "body-invalid");
		refused(call("GET /stats?x=1"), 400, "field-unknown");
		assert.equal(200, call("HEAD /stats").status);
	end);

	it("answers as if it did not work while the database does not", function ()
		start();
		local http = invites.http;
		for name, code in pairs { key = "internal-server-error"; search = "internal-server-error" } do
			local before = http[name];
			http[name] = function () return nil, code; end;
			local answer = refused(call("GET /invites"), 503, code);
			assert.equal("5", answer.headers.retry_after);
			http[name] = before;
		end
	end);

	it("describes itself to everybody", function ()
		start();
		local answer = api.v1(host, nil, "GET /openapi.json");
		assert.same({ 200; "3.1.0" }, { answer.status; answer.json.openapi });
	end);

	it("keeps the old endpoint and its keys apart", function ()
		start();
		assert.equal(403, api.ask(host, { headers = api.bearer(key) }).status);
		local old = fixture:module "invites_api".keys:create {};
		assert.equal(201, api.ask(host, { headers = api.bearer(old) }).status);
		refused(api.v1(host, old, "GET /stats"), 401, "key-invalid");
	end);
end);
