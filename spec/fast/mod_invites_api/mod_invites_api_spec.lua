-- The API over HTTP, on Prosody's real mod_http without sockets.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

Fixture.describe("mod_invites_api", api.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, keys;

	local function start(...)
		invites, server = fixture:start(...);
		keys = fixture:module "invites_api".keys;
	end

	local function ask(wish) return api.ask(host, wish); end
	local bearer = api.bearer;

	local function post(key, body, content_type)
		return ask { method = "POST"; body = body;
			headers = bearer(key, { accept = "application/json"; content_type = content_type or "application/json" }) };
	end

	local function count()
		local n = 0;
		for _ in invites.pending_account_invites() do n = n + 1; end
		return n;
	end

	local function made(answer)
		return assert(invites.get_account_invite_info(assert(answer.headers.location, answer.status):match("preauth=(%w+)")));
	end

	local function fail(...) return api.fail(keys, ...); end

	it("answers 403 without a key that fits, and tells the log with the address, but without the key", function ()
		start();
		local key = keys:create {};
		local id, secret = key:match("^([^/]+)/(.*)$");
		for _, shown in ipairs { ""; "/"; id; id.."/"; "/"..secret; id.."/wrong"; key.."x"; key:upper(); ("x"):rep(9000); "\0/\255"; id.."//"..secret } do
			assert.equal(403, ask({ query = "key="..require "util.http".urlencode(shown) }).status, shown);
			assert.equal(403, ask({ headers = bearer(shown) }).status, shown);
		end
		assert.equal(403, ask({ headers = { authorization = "Basic "..key }; query = "key="..key }).status);
		assert.equal(201, ask({ headers = { authorization = "bearer  "..key } }).status);
		assert.equal(1, count());
		assert.truthy(server:logged("info", "^Wrong API key from [%x.:]+$")[1]);
		for _, line in ipairs(server.logs) do assert.is_nil(line.text:find(secret, 1, true) or line.text:find("/wrong", 1, true)); end
	end);

	it("answers 500 when something fails", function ()
		start();
		local key = keys:create {};
		for _, broken in ipairs { function () error("disk"); end; function () return nil, "disk"; end } do
			fail("get", broken);
			assert.equal(500, ask({ headers = bearer(key) }).status);
		end
		assert.equal(2, #server:logged("error", "could not be read: .*disk"));
	end);

	it("makes what the body says, and nothing where that makes no sense", function ()
		start();
		server:create_user("juliet", host, "secret");
		local key = keys:create {};
		assert.equal(201, post(key, [[{ "username": "romeo" }]]).status);
		for username, code in pairs { romeo = "username-reserved"; juliet = "account-exists"; ["a b"] = "username-invalid" } do
			local answer = post(key, ([[{ "username": %q }]]):format(username));
			assert.same({ code; invites.refusals[code].status }, { answer.json.error; answer.status });
		end
		local answer = post(key, [[{"ttl":"0x10"}]]);
		assert.same({ 400; "field-invalid"; "ttl" }, { answer.status; answer.json.error; answer.json.field });
		for status, wish in pairs {
			[400] = { "uses=1&uses=2"; "application/x-www-form-urlencoded" }; [415] = { "{}"; "text/plain" }; [413] = { (" "):rep(16 * 1024 + 1) };
		} do
			assert.equal(status, post(key, table.unpack(wish)).status);
		end
		assert.equal(413, ask({ method = "POST"; headers = bearer(key); body = false; partial = true }).status);
		assert.equal(411, ask({ method = "POST"; headers = bearer(key, { transfer_encoding = "chunked" }) }).status);
		assert.equal(1, count());
	end);

	it("takes no wishes from the query, where they would be lost, nor from the body of a GET", function ()
		start();
		local key = keys:create {};
		for query, field in pairs { ["username=ann&uses=5"] = "username"; ["%75ses=5"] = "uses" } do
			for _, method in ipairs { "GET"; "POST" } do
				local answer = ask { method = method; query = query; headers = bearer(key, { accept = "application/json" }) };
				assert.same({ 400; "field-unknown"; field }, { answer.status; answer.json.error; answer.json.field });
			end
			assert.equal(403, ask { query = query }.status); -- without a key it is not even looked at
		end
		local answer = ask { headers = bearer(key, { content_type = "application/json" }); body = [[{"username":"romeo"}]] };
		assert.same({ 201; host }, { answer.status; made(answer).jid });
		assert.equal(1, count());
	end);

	it("has an address with a slash, too", function ()
		start();
		local headers = bearer(keys:create {});
		assert.equal(303, ask({ method = "POST"; path = "/invites_api/"; query = "redirect=true"; headers = headers }).status);
		assert.equal(405, ask({ method = "DELETE"; path = "/invites_api/" }).status);
	end);

	it("slows a key down that makes too many, and an address that guesses", function ()
		start({ invites_api_limit = 30; invites_per_user = 1 }, fixture:frozen());
		local key, other, counts = keys:create {}, keys:create {}, {};
		local function status(shown, ip) return ask({ headers = bearer(shown); ip = ip; secure = true }).status; end
		for _ = 1, 40 do
			local seen = status(key);
			counts[seen] = (counts[seen] or 0) + 1;
		end
		assert.same({ [201] = 30; [429] = 10 }, counts);
		assert.equal(201, status(other));
		local throttled;
		for _ = 1, 30 do
			local answer = ask { headers = bearer(other.."x"); ip = "192.0.2.66"; secure = true };
			throttled = throttled or answer.status == 429 and answer;
		end
		assert.is_true(tonumber(throttled.headers.retry_after) >= 1);
		assert.same({ 201; 403 }, { status(other, "192.0.2.66"); status(other.."x", "192.0.2.67") });
	end);

	it("makes nothing by GET where the host does not take that, and nothing with a key of another host", function ()
		start({ invites_api_allow_get = false }, { hosts = { ["elsewhere.example"] = {} } });
		local key = keys:create {};
		local answer = ask { headers = bearer(key) };
		assert.same({ 405; "POST" }, { answer.status; answer.headers.allow });
		answer = post(key, "{}");
		assert.equal("api/token/"..key:match("^%x+"), made(answer).additional_data.source);
		assert.equal(1, #server:logged("info", "^The key %x+ %(no name%) has made the invite %x+$"));
		local elsewhere = require "core.modulemanager".get_module(host, "invites_api").require_once "keys" "elsewhere.example";
		assert.equal(403, ask({ method = "POST"; headers = bearer((elsewhere:create {})) }).status);
	end);

	-- option; peer; is it TLS?; header of a proxy; status. src/web/client tests what is private.
	for _, case in ipairs {
		{ true; "192.0.2.1"; true; nil; 201 }; { true; "192.0.2.1"; nil; nil; 403 }; { true; "127.0.0.1"; nil; nil; 201 };
		{ true; "127.0.0.1"; nil; { x_forwarded_for = "192.0.2.9" }; 403 };
		{ true; "127.0.0.1"; nil; { x_forwarded_for = "192.0.2.9"; x_forwarded_proto = "https" }; 201 }; { false; "192.0.2.1"; nil; nil; 201 };
	} do
		it(("wants encryption: %s from %s, %s, %s"):format(case[5], case[2], case[3] and "TLS" or "plain", next(case[4] or {}) or "no proxy"), function ()
			start { invites_api_require_encryption = case[1] };
			local headers = bearer(keys:create {}, case[4]);
			headers.accept = "application/json";
			local answer = ask { peer = case[2]; ip = case[2]; secure = case[3]; headers = headers };
			assert.same({ case[5]; case[5] == 403 and "not-encrypted" or nil }, { answer.status; answer.json.error });
		end);
	end

	it("believes what Prosody has read from the header Forwarded", function ()
		start();
		local headers = bearer(keys:create {}, { forwarded = "x" });
		local function status(scheme) return ask({ headers = headers; forwarded = { { proto = scheme } } }).status; end
		assert.same({ 201; 403 }, { status "HTTPS"; status "http" });
	end);
end);
