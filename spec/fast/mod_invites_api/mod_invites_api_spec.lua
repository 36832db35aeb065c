-- The API over HTTP, on Prosody's real mod_http without sockets.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

Fixture.describe("mod_invites_api", api.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, keys;

	local function start(options)
		invites, server = fixture:start(options);
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

	describe("answers", function ()
		it("403 without a key that fits", function ()
			start();
			local key = keys:create {};
			local id = key:match("^[^/]+");
			local wrong = { ""; "/"; id; id.."/"; "/secret"; id.."/secret"; key.."x"; key:sub(1, -2); key:upper(); "no such/"..key; ("x"):rep(9000);
				"\0/\255"; id.."//"..key:match("/(.*)"); ("x"):rep(65).."/secret" };
			for _, shown in ipairs(wrong) do
				assert.equal(403, ask({ query = "key="..require "util.http".urlencode(shown) }).status, shown);
				assert.equal(403, ask({ headers = { authorization = "Bearer "..shown } }).status, shown);
			end
			assert.equal(403, ask({ headers = { authorization = "Basic "..key }; query = "key="..key }).status);
			assert.equal(201, ask({ headers = { authorization = "bearer  "..key } }).status);
			assert.equal(1, count());
		end);

		it("nothing that the log does not tell with the address, where the key is wrong", function ()
			start();
			local id = keys:create({}):match("^[^/]+");
			for _, key in ipairs { id.."/wrong"; "nobody/wrong" } do assert.equal(403, post(key, "{}").status); end
			local told = server:logged("info", "^Wrong API key from [%x.:]+$");
			assert.equal(2, #told);
			for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("/wrong", 1, true)); end
		end);

		it("500 when something fails", function ()
			start();
			local key = keys:create {};
			for _, broken in ipairs { function () error("disk"); end; function () return nil, "disk"; end } do
				fail("get", broken);
				assert.equal(500, ask({ headers = bearer(key) }).status);
			end
			assert.equal(2, #server:logged("error", "could not be read: .*disk"));
		end);
	end);

	describe("takes a wish that", function ()
		it("is refused for its username", function ()
			start();
			server:create_user("juliet", host, "secret");
			local key = keys:create {};
			assert.equal(201, post(key, [[{ "username": "romeo" }]]).status);
			for username, code in pairs { romeo = "username-reserved"; juliet = "account-exists"; ["a b"] = "username-invalid" } do
				local answer = post(key, ([[{ "username": %q }]]):format(username));
				assert.equal(code, answer.json.error);
				assert.equal(invites.refusals[code].status, answer.status);
			end
		end);

		it("makes sense", function ()
			start();
			local key = keys:create {};
			local answer = post(key, [[{"ttl":"0x10"}]]);
			assert.same({ 400; "field-invalid"; "ttl" }, { answer.status; answer.json.error; answer.json.field });
			assert.equal(400, post(key, "x").status);
			assert.equal(400, post(key, "uses=1&uses=2", "application/x-www-form-urlencoded").status);
			assert.equal(415, post(key, "{}", "text/plain").status);
			assert.equal(413, post(key, (" "):rep(16 * 1024 + 1)).status);
			assert.equal(413, ask({ method = "POST"; headers = bearer(key); body = false; partial = true }).status);
			assert.equal(411, ask({ method = "POST"; headers = bearer(key, { transfer_encoding = "chunked" }) }).status);
			assert.equal(0, count());
		end);

		it("stands in the body, and not in the query, where it would be lost", function ()
			start();
			local key = keys:create {};
			for _, query in ipairs { "username=ann&uses=5"; "%75ses=5" } do
				for _, method in ipairs { "GET"; "POST" } do
					local answer = ask { method = method; query = query; headers = bearer(key, { accept = "application/json" }) };
					assert.equal(400, answer.status, query);
					assert.equal("field-unknown", answer.json.error, query);
				end
			end
			assert.equal("username", ask { query = "username=ann"; headers = bearer(key, { accept = "application/json" }) }.json.field);
			assert.equal(403, ask { query = "username=ann" }.status); -- without a key it is not even looked at
			assert.equal(0, count());
		end);

		it("goes to the address with a slash, too", function ()
			start();
			local answer = ask { method = "POST"; path = "/invites_api/"; query = "redirect=true"; headers = bearer(keys:create {}) };
			assert.equal(303, answer.status);
			assert.equal(405, ask { method = "DELETE"; path = "/invites_api/" }.status);
			assert.equal(403, ask { path = "/invites_api/"; query = "key=x" }.status);
		end);

		it("is not read from a GET", function ()
			start();
			local answer = ask { headers = bearer(keys:create {}, { content_type = "application/json" }); body = [[{"username":"romeo"}]] };
			assert.equal(201, answer.status);
			assert.equal(host, made(answer).jid);
		end);
	end);

	describe("wants encryption, and", function ()
		local key;
		-- (peer, is it secure?, headers) → status
		local function status(peer, secure, headers)
			return ask({ peer = peer; ip = peer; secure = secure; headers = bearer(key, headers) }).status;
		end

		it("takes TLS, programs on this machine, and proxies that say https", function ()
			start();
			key = keys:create {};
			assert.equal(201, status("192.0.2.1", true));
			assert.equal(201, status("192.0.2.1", true, { x_forwarded_for = "192.0.2.9" }));
			assert.equal(201, status("127.0.0.1"));
			assert.equal(201, status("127.8.8.8"));
			assert.equal(201, status("::1"));
			assert.equal(201, status("::ffff:127.0.0.1"));
			assert.equal(201, ask({ headers = bearer(key, { forwarded = "x" }); forwarded = { { proto = "https" }; { proto = "HTTPS" } } }).status);
			for _, schemes in ipairs { "HTTPS"; "https, https"; "https,HTTPS"; " Https " } do
				assert.equal(201, status("127.0.0.1", nil, { x_forwarded_for = "192.0.2.9"; x_forwarded_proto = schemes }), schemes);
			end
			for _, schemes in ipairs { "http"; "https, http"; "http, https"; "httpss"; "https http" } do
				assert.equal(403, status("127.0.0.1", nil, { x_forwarded_for = "192.0.2.9"; x_forwarded_proto = schemes }), schemes);
			end
			assert.equal(403, ask({ headers = bearer(key, { forwarded = "x" }); forwarded = { { proto = "http" }; { proto = "HTTPS" } } }).status);
			assert.equal(403, ask({ headers = bearer(key, { forwarded = "x" }); forwarded = { { proto = "https" }; { proto = "http" } } }).status);
			assert.equal(403, ask({ headers = bearer(key, { forwarded = "x" }); forwarded = {} }).status);
		end);

		it("refuses the rest, and says why", function ()
			start();
			key = keys:create {};
			assert.equal(403, status("192.0.2.1"));
			assert.equal(403, status("2001:db8::1"));
			assert.equal(403, status("nonsense"));
			for _, name in ipairs { "x_forwarded_for"; "x_forwarded_proto"; "x_forwarded_host"; "x_real_ip"; "forwarded"; "via" } do
				assert.equal(403, status("127.0.0.1", nil, { [name] = "http" }), name);
			end
			local answer = ask { ip = "192.0.2.1"; headers = bearer(key, { accept = "application/json" }) };
			assert.equal("not-encrypted", answer.json.error);
			assert.equal(0, count());
		end);

		it("believes that the outside is encrypted where the admin says so", function ()
			start { http_external_url = "https://example.com/" };
			key = keys:create {};
			assert.equal(201, status("127.0.0.1", nil, { x_forwarded_for = "192.0.2.9" }));
			assert.equal(403, status("127.0.0.1", nil, { x_forwarded_for = "192.0.2.9"; x_forwarded_proto = "http" }));
			assert.equal(403, status("192.0.2.1"));
		end);

		it("can be told not to", function ()
			start { invites_api_require_encryption = false };
			key = keys:create {};
			assert.equal(201, status("192.0.2.1"));
		end);
	end);

end);
