-- The API over HTTP, on Prosody's real mod_http without sockets, and the keys to it.

local cli = require "spec.support.cli";
local prosody = require "spec.support.prosody";

local host = "example.com";

for _, version in ipairs(prosody.versions) do
	local is_13 = version ~= "0.12";

	describe("mod_invites_api on Prosody "..version, function ()
		local server, api, invites, keys, failing;

		local function start(options)
			options = options or {};
			server = prosody.new { version = version; hosts = { [host] = options }; global = { http_ports = {}; https_ports = {} } };
			api = assert(server:load(host, "invites_api"));
			invites = require "core.modulemanager".get_module(host, "invites");
			keys = api.keys;
			failing = nil;
		end

		after_each(function ()
			server:stop();
		end);

		-- ({ method, query, headers (as Prosody names them), body, ip, secure }) → { status, headers, body (what JSON it is, or text) }
		local function ask(wish)
			local request = {
				method = wish.method or "GET"; path = wish.path or "/invites_api"; url = { path = wish.path or "/invites_api"; query = wish.query };
				headers = wish.headers or {}; body = wish.body or ""; partial = wish.partial; httpversion = "1.1";
				ip = wish.ip or "127.0.0.1"; secure = wish.secure; forwarded = wish.forwarded;
				conn = { ip = function () return wish.peer or wish.ip or "127.0.0.1"; end };
			};
			local response = { headers = {} };
			local result = require "net.http.server"._events.fire_event(("%s %s%s"):format(request.method, host, request.path),
				{ request = request; response = response });
			if type(result) == "number" then
				return { status = result; headers = response.headers };
			elseif require "util.error".is_error(result) then
				return { status = result.code; headers = response.headers; text = result.text };
			end
			for name, value in pairs(result.headers) do response.headers[name] = value; end
			return { status = result.status_code; headers = response.headers; json = assert(require "util.json".decode(result.body)) };
		end

		local function bearer(key, more)
			local headers = { authorization = "Bearer "..key };
			for name, value in pairs(more or {}) do headers[name] = value; end
			return headers;
		end

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

		-- Replaces one call of a storage. ("get" or "set", what it does)
		local function fail(name, with)
			failing = failing or setmetatable({}, { __index = keys.store });
			failing[name] = with;
			keys.store = failing;
		end

		describe("answers", function ()
			it("201 with the link, or 303 to it", function ()
				start();
				local key = keys:create {};
				local answer = ask { query = "key="..key };
				assert.equal(201, answer.status);
				assert.equal("no-store", answer.headers.cache_control);
				assert.equal("no-referrer", answer.headers.referrer_policy);
				local invite = made(answer);
				assert.equal(invite.uri, answer.headers.location);
				assert.equal("api/token/"..key:match("^[^/]+"), invite.additional_data.source);
				assert.equal(303, ask { query = "redirect=true&key="..key }.status);
				assert.equal(201, ask { query = "redirect=false&key="..key }.status);
				assert.equal(303, ask { method = "POST"; query = "redirect=true"; headers = bearer(key) }.status);
				assert.equal(4, count());
			end);

			it("the landing page where there is one", function ()
				start { invites_page = "https://{host}/i?{invite.token}" };
				local answer = ask { headers = bearer((keys:create {})) };
				assert.truthy(answer.headers.location:find("^https://example.com/i%?%w+$"));
			end);

			it("in JSON to those who ask for it", function ()
				start { invites_page = "https://{host}/i?{invite.token}" };
				local key = keys:create {};
				for _, accept in ipairs { "application/json"; "text/html, Application/JSON;q=0.5"; "application/json ; charset=utf-8" } do
					local answer = ask { headers = bearer(key, { accept = accept }) };
					assert.equal(201, answer.status);
					assert.equal("application/json", answer.headers.content_type);
					assert.equal(answer.headers.location, answer.json.url);
					assert.equal(answer.json.url, answer.json.landing_page);
					assert.truthy(answer.json.uri:find("^xmpp:example.com%?register;preauth="));
					assert.equal(604800, answer.json.expires - answer.json.created_at);
					local token = answer.json.uri:match("%w+$");
					assert.equal(require "util.hashes".sha256(token, true):sub(1, 12), answer.json.id);
				end
				for _, accept in ipairs { "*/*"; "text/html"; "application/json-seq"; "application/json;q=0"; "application/json; q=0.000"; "" } do
					assert.is_nil(ask({ headers = bearer(key, { accept = accept }) }).json, accept);
				end
				assert.equal("key-invalid", ask({ headers = { accept = "application/json" } }).json.error);
			end);

			it("no expiry in JSON where there is none", function ()
				start { invite_expiry = "never" };
				local answer = ask { headers = bearer(keys:create {}, { accept = "application/json" }) };
				assert.equal(201, answer.status);
				assert.is_nil(answer.json.expires);
			end);

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
				for _, query in ipairs { "key"; "key="; "="; "&&&"; "%"; "%zz=%"; "a=b"; "key=%00" } do
					assert.equal(403, ask({ query = query }).status, query);
				end
				for _, header in ipairs { ""; " "; "Bearer"; "Bearer "; "Basic "..key; key; "Bearer a b "..key; "\255\254" } do
					assert.equal(403, ask({ headers = { authorization = header }; query = "key="..key }).status, header);
				end
				assert.equal(201, ask({ headers = { authorization = "bearer  "..key } }).status);
				assert.equal(1, count());
			end);

			it("405 to methods that make nothing", function ()
				start();
				local key = keys:create {};
				for _, method in ipairs { "HEAD"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
					local answer = ask { method = method; headers = bearer(key) };
					assert.equal(405, answer.status);
					assert.equal("GET, POST", answer.headers.allow);
					for name in pairs(answer.headers) do assert.is_nil(name:match("^access_control")); end
				end
				assert.equal(0, count());
			end);

			it("405 to GET where the configuration or the key does not allow it", function ()
				start { invites_api_allow_get = false };
				local key = keys:create {};
				local answer = ask { query = "key="..key };
				assert.equal(405, answer.status);
				assert.equal("POST", answer.headers.allow);
				assert.equal(201, ask({ method = "POST"; query = "key="..key }).status);
				server:stop();

				start();
				key = keys:create { methods = { POST = true } };
				answer = ask { headers = bearer(key) };
				assert.equal(405, answer.status);
				assert.equal("POST", answer.headers.allow);
				assert.equal(201, ask({ method = "POST"; headers = bearer(key) }).status);
			end);

			it("429 to a key that makes too many", function ()
				start { invites_api_limit = 3 };
				local key, other = keys:create {}, keys:create {};
				for _ = 1, 3 do assert.equal(201, ask({ headers = bearer(key) }).status); end
				local answer = ask { headers = bearer(key, { accept = "application/json" }) };
				assert.equal(429, answer.status);
				assert.equal("key-throttled", answer.json.error);
				assert.equal("20", answer.headers.retry_after);
				assert.equal(201, ask({ headers = bearer(other) }).status);
				assert.equal(4, count());
			end);

			it("nothing that the log does not tell with the address, where the key is wrong", function ()
				start();
				local id = keys:create({}):match("^[^/]+");
				for _, key in ipairs { id.."/wrong"; "nobody/wrong" } do assert.equal(403, post(key, "{}").status); end
				local told = server:logged("info", "^Wrong API key from [%x.:]+$");
				assert.equal(2, #told);
				for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("/wrong", 1, true)); end
			end);

			it("429 to an address that guesses", function ()
				start { invites_guess_limit = 1 };
				local key = keys:create {};
				local function guess() return ask { ip = "192.0.2.1"; secure = true; headers = bearer(key:match("^[^/]+").."/wrong") }; end
				for _ = 1, 4 do assert.equal(403, guess().status); end
				local answer = guess();
				assert.equal(429, answer.status);
				assert.truthy(tonumber(answer.headers.retry_after) > 0);
				assert.equal(201, ask({ ip = "192.0.2.1"; secure = true; headers = bearer(key) }).status);
				for _ = 1, 40 do guess(); end
				assert.equal(429, ask({ ip = "192.0.2.1"; secure = true; headers = bearer(key) }).status);
				assert.equal(201, ask({ ip = "192.0.2.2"; secure = true; headers = bearer(key) }).status);
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
			it("says what the invite is like", function ()
				start();
				local key = keys:create {};
				local answer = post(key, [[{ "username": "Romeo", "ttl": 3600, "uses": 1, "note": "for Romeo ♥" }]]);
				assert.equal(201, answer.status);
				assert.equal("romeo@example.com", answer.json.jid);
				assert.equal(3600, answer.json.expires - answer.json.created_at);
				assert.equal("for Romeo ♥", made(answer).additional_data.note);

				answer = post(key, "expires_after=2+days&uses=5&note=a%26b&username=", "application/x-www-form-urlencoded; charset=utf-8");
				assert.equal(201, answer.status);
				local invite = made(answer);
				assert.equal(2 * 86400, invite.expires - invite.created_at);
				assert.equal(5, invite.max_uses);
				assert.equal("a&b", invite.additional_data.note);
				assert.equal("example.com", invite.jid);

				assert.equal(201, post(key, [[{ "username": null, "note": "" }]]).status);
				assert.equal(201, post(key, "{}").status);
				assert.equal(201, post(key, "", "text/plain").status);
			end);

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

			it("gives no power", function ()
				start();
				local key = keys:create {};
				for _, field in ipairs { "roles"; "groups"; "allow_reset"; "source"; "additional_data"; "kind"; "maker"; "inviter"; "own_right"; "key" } do
					local answer = post(key, ([[{ "%s": "x" }]]):format(field));
					assert.equal(400, answer.status);
					assert.equal("field-unknown", answer.json.error);
					assert.equal(field, answer.json.field);
					assert.equal(400, post(key, field.."=x", "application/x-www-form-urlencoded").status);
				end
				assert.equal(0, count());
			end);

			it("gives no name that is an admin's", function ()
				start { admins = { "boss@example.com" } };
				local answer = post(keys:create {}, [[{ "username": "BOSS" }]]);
				assert.same({ 409, "username-reserved" }, { answer.status, answer.json.error });
				assert.equal(0, count());
			end);

			it("makes sense", function ()
				start { invites_api_limit = 1000 };
				local key = keys:create {};
				local odd = { [[{"ttl":"0x10"}]]; [[{"ttl":"1e3"}]]; [[{"ttl":" 5"}]]; [[{"ttl":"+5"}]]; [[{"uses":"5 "}]]; [[{"uses":"0x1p4"}]];
					[[{"uses":"5.0"}]]; [[{"ttl":0}]]; [[{"ttl":-1}]]; [[{"ttl":1.5}]]; [[{"ttl":1e99}]];
					[[{"ttl":4294967296}]]; [[{"ttl":"x"}]]; [[{"ttl":{}}]]; [[{"ttl":true}]];
					[[{"uses":0}]]; [[{"uses":1e300}]]; [[{"uses":[]}]]; [[{"note":1}]]; [[{"note":"a\u0000b"}]]; [[{"note":"]]..("x"):rep(1001)..[["}]];
					[[{"note":"a\uffff"}]]; [[{"username":{}}]]; [[{"expires_after":"never"}]]; [[{"expires_after":"5 sausages"}]]; [[{"expires_after":7}]];
					[[{"ttl":5,"expires_after":"2 days"}]]; [[{"expires_after":"0 days"}]] };
				for _, body in ipairs(odd) do
					local answer = post(key, body);
					assert.equal(400, answer.status, body);
					assert.equal("field-invalid", answer.json.error, body);
				end
				assert.equal(400, post(key, [[{"expires_after":"99999999999999999999 years"}]]).status);
				for _, body in ipairs { "x"; "{"; "["; "[1]"; "[[]]"; "1"; "null"; "true"; [["x"]]; "\255\254"; ("["):rep(16000); [[{"a":]]; "{}{}";
					[[{"ttl":1e999}]]; "{\"note\":\"\255\"}"; [[{"note":"\ud800"}]];
					[[{"__hash":[1,2]}]]; [[{"__array":[1]}]] } do
					assert.equal(400, post(key, body).status, body);
				end
				for _, body in ipairs { "uses=1&uses=2"; "ttl=0x10"; "ttl=1e3"; "ttl=+5"; "ttl=%205"; "ttl=%2b5"; "uses=5%20"; "x"; "&"; "%"; "=&=";
					"a=%zz"; ("a=b&"):rep(4000); "note=a&note=b"; "note=a%ff"; "note=%EF%BF%BF" } do
					assert.equal(400, post(key, body, "application/x-www-form-urlencoded").status, body);
				end
				for _, content_type in ipairs { ""; "text/plain"; "multipart/form-data; boundary=x"; ";"; "\0" } do
					assert.equal(415, post(key, "{}", content_type).status, content_type);
				end
				assert.equal(413, post(key, (" "):rep(16 * 1024 + 1)).status);
				assert.equal(413, ask({ method = "POST"; headers = bearer(key); body = false; partial = true }).status);
				assert.equal(411, ask({ method = "POST"; headers = bearer(key, { transfer_encoding = "chunked" }) }).status);
				assert.equal(0, count());
			end);

			it("stands in the body, and not in the query, where it would be lost", function ()
				start();
				local key = keys:create {};
				for _, query in ipairs { "username=ann&uses=5"; "key=x&ttl=60"; "ann"; "redirect=true&username=ann"; "%75ses=5"; "a=b"; "Key=x"; "=" } do
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

			it("is understood as digits", function ()
				start();
				local key = keys:create {};
				assert.equal(201, post(key, "ttl=600&uses=05", "application/x-www-form-urlencoded").status);
				assert.equal(201, post(key, [[{"ttl":"600","uses":5}]]).status);
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

		describe("has keys that", function ()
			it("are kept as hashes", function ()
				start();
				local shown, key = keys:create { name = "My key" };
				local id, secret = shown:match("^(%x+)/([%w_-]+)$");
				assert.equal(12, #id);
				assert.equal(44, #secret);
				local stored = keys.store:get(nil, id);
				assert.same({ id = id; name = "My key"; secret_sha256 = require "util.hashes".sha256(secret, true); created_at = key.created_at }, stored);
				assert.same({ id = id; name = "My key"; created_at = key.created_at }, keys:find(shown));
				assert.not_equal(shown, (keys:create {}));
			end);

			it("expire", function ()
				start();
				local shown = keys:create { ttl = 60 };
				assert.is_table(keys:find(shown));
				server:advance(60);
				assert.same({ nil, "key-expired" }, { keys:find(shown) });
				assert.same({ nil, "key-invalid" }, { keys:find(shown.."x") });
				local answer = ask { headers = bearer(shown, { accept = "application/json" }) };
				assert.equal(403, answer.status);
				assert.equal("key-expired", answer.json.error);
			end);

			it("are listed with their last use, and deleted", function ()
				start();
				local first = keys:create { name = "first" };
				server:advance(10);
				local second = keys:create { name = "second"; ttl = 60; methods = { POST = true } };
				assert.equal(201, ask({ headers = bearer(first) }).status);
				assert.equal(405, ask({ headers = bearer(second) }).status);
				local list = keys:list();
				assert.equal(2, #list);
				assert.same({ id = first:match("^%x+"); name = "first"; created_at = list[1].created_at; last_used = list[2].created_at }, list[1]);
				assert.same({ id = second:match("^%x+"); name = "second"; created_at = list[2].created_at; expires = list[2].created_at + 60;
					allowed_methods = { POST = true } }, list[2]);
				assert.equal("first", keys:delete(list[1].id).name);
				assert.equal(403, ask({ headers = bearer(first) }).status);
				for _, id in ipairs { list[1].id; ""; "\0"; first; ("x"):rep(65) } do assert.same({ nil, "key-unknown" }, { keys:delete(id) }); end
				assert.equal(1, #keys:list());
			end);

			it("note their last use now and then", function ()
				start();
				local shown = keys:create {};
				local function last_used() ask { headers = bearer(shown) }; return keys:list()[1].last_used; end
				local at = last_used();
				server:advance(30);
				assert.equal(at, last_used());
				server:advance(31);
				assert.equal(at + 61, last_used());
			end);

			it("the community's module has made", function ()
				start();
				keys.store:set(nil, "-_old", { id = "-_old"; token = "secret/with/slashes"; name = "Old"; created_at = 1600000000 });
				keys.store:set(nil, "older", { id = "older"; token = "x"; created_at = 1500000000; allowed_methods = { GET = true; POST = true } });
				keys.store:set(nil, "broken", "?");
				keys.store:set(nil, "empty", {});
				keys.store:set(nil, "number", { token = 5 });
				for _, wrong in ipairs { "-_old/secret"; "-_old/nil"; "empty/"; "empty/nil"; "broken/?"; "number/5" } do
					assert.same({ nil, "key-invalid" }, { keys:find(wrong) });
				end
				assert.equal("secret/with/slashes", keys.store:get(nil, "-_old").token);
				assert.equal(201, ask({ query = "key=-_old/secret/with/slashes" }).status);
				assert.equal(201, ask({ query = "key=older/x" }).status);
				assert.same({ id = "-_old"; name = "Old"; created_at = 1600000000; secret_sha256 =
					require "util.hashes".sha256("secret/with/slashes", true) }, keys.store:get(nil, "-_old"));
				assert.equal(201, ask({ query = "key=-_old/secret/with/slashes" }).status);
				assert.same({ GET = true; POST = true }, keys.store:get(nil, "older").allowed_methods);
				keys.store:set(nil, "odd", { token = "x"; name = {}; created_at = "?"; expires = {}; allowed_methods = 1 });
				assert.equal(405, ask({ query = "key=odd/x" }).status);
				assert.equal(5, #keys:list());
				for _, id in ipairs { "-_old"; "odd"; "broken" } do assert.is_table(keys:delete(id)); end
			end);

			it("work where they can't be written to", function ()
				start();
				keys.store:set(nil, "old", { token = "x" });
				fail("set", function () return nil, "read-only"; end);
				assert.equal(201, ask({ query = "key=old/x" }).status);
				assert.equal(201, ask({ query = "key=old/x" }).status);
				assert.same({ nil, "internal-server-error" }, { keys:create {} });
				assert.same({ nil, "internal-server-error" }, { keys:delete("old") });
			end);
		end);

		it("tells nobody the secret", function ()
			start();
			local shown = keys:create { name = "My key" };
			local secret = shown:match("/(.*)");
			keys.store:set(nil, "old", { token = "old-secret" });
			local answers = { ask { query = "key="..shown }; ask { query = "key=old/old-secret"; headers = { accept = "application/json" } };
				ask { query = "redirect=1&key="..shown }; ask { query = "key="..shown.."x" }; post(shown, [[{"roles":1}]]) };
			local said = require "util.serialization".serialize(answers);
			for _, line in ipairs(server.logs) do said = said..line.text; end
			assert.is_nil(said:find(secret, 1, true));
			assert.is_nil(said:find("old-secret", 1, true));
			assert.equal(2, #server:logged("info", "The key "..shown:match("^%x+").." %(My key%) has made the invite %x+"));
		end);

		it("goes and comes with a reload", function ()
			start();
			local shown = keys:create {};
			assert(server:reload(host, "invites_api"));
			assert.equal(201, ask({ headers = bearer(shown) }).status);
			assert(server:reload(host, "invites"));
			invites = require "core.modulemanager".get_module(host, "invites");
			assert.equal(201, ask({ headers = bearer(shown) }).status);
			server:unload(host, "invites_api");
			assert.has_error(function () ask { headers = bearer(shown) }; end);
		end);

		it("has commands in the shell", function ()
			start();
			local printed = {};
			local session = { session = { width = 150; print = function (...) table.insert(printed, table.concat({ ... }, "\t")); end } };
			local function run(name, ...)
				if not is_13 then return api.module:shared("/*/admin_shell/env").invites_api[name](session, ...); end
				for _, command in ipairs(require "core.modulemanager".get_items("shell-command", host)) do
					if command.section == "invites_api" and command.name == name then return command.handler(session, ...); end
				end
			end
			local ok, shown = run("create", host, "My key", { expires_after = "2 days"; methods = "post" });
			assert.is_true(ok);
			assert.is_table(keys:find(shown));
			ok, shown = run("create", host);
			assert.is_true(ok);
			assert.is_nil(keys:find(shown).name);
			assert.is_nil((run("create", host, "a", { expires_after = "soon" })));
			assert.is_nil((run("create", host, "a", { methods = "PUT" })));
			assert.is_nil((run("create", host, "a", { methods = "" })));
			assert.is_nil((run("create", host, "a", "b")));
			for _, name in ipairs { "a\nb"; "a\tb"; "\27[31m"; ("x"):rep(201) } do assert.is_nil((run("create", host, name))); end
			assert.same({ true; "2 keys" }, { run("list", host) });
			assert.truthy(table.concat(printed, "\n"):find("| POST     | My key", 1, true), table.concat(printed, "\n"));
			assert.is_true((run("delete", host, (shown:match("^%x+")))));
			assert.is_nil((run("delete", host, "x")));
			assert.is_nil((run("delete", host)));
		end);
	end);

	describe("mod_invites_api under prosodyctl of Prosody "..version, function ()
		local server;

		-- The storage in memory is another one each time that a module is loaded, so that this is about what is printed alone.
		local function prosodyctl(...)
			server = prosody.new { version = version; process = "prosodyctl"; hosts = { [host] = { modules_enabled = { "invites_api" } } } };
			local modulemanager = require "core.modulemanager";
			assert(modulemanager.load("*", "invites_api"));
			local module = modulemanager.get_module("*", "invites_api");
			return cli.captured(module.module.command, { ... });
		end

		local function stop()
			if server then server:stop(); end
			server = nil;
		end

		after_each(stop);

		it("prints a key, and nothing else", function ()
			for _, arguments in ipairs { { "create"; host }; { host; "create" }; { host; "create"; "My key" }; { "create"; host; "My key" };
				{ "create"; host; "--methods=POST"; "-name" }; { "--expires-after"; "3 days"; "create"; host; "--"; "--name" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.equal("", err);
				assert.equal(0, status);
				assert.truthy(output:find("^%x+/[%w_-]+$"), output);
				stop();
			end
		end);

		it("lists nothing where there is nothing", function ()
			assert.same({ 0, "", "" }, { prosodyctl("list", host) });
			stop();
			assert.same({ 0, "[\n]", "" }, { prosodyctl(host, "list", "--json") });
		end);

		it("refuses what makes no sense", function ()
			for _, arguments in ipairs { { host }; { "what"; host }; { host; "what" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 2, "" }, { status, output });
				assert.truthy(err:find("^Error: there is no command ") and err:find("mod_invites_api help", 1, true), err);
				stop();
			end
			for _, arguments in ipairs { { "create" }; { "create"; host; "a"; "b" };
				{ "list"; host; "x" }; { "delete"; host }; { "list"; host; "--methods=GET" }; { "create"; host; "--what" }; { "create"; host; "--methods" };
				{ "create"; host; "--methods"; "PUT" }; { "create"; host; "--expires-after"; "soon" }; { "create"; host; "a\nb" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 2, "" }, { status, output }, table.concat(arguments, " "));
				assert.truthy(err:find("^usage: prosodyctl mod_invites_api ") and err:find("\nError: [^\n]+\n$"), err);
				stop();
			end
			for status, arguments in pairs { [0] = { "--help" }; [2] = {} } do
				local found, output = prosodyctl(table.unpack(arguments));
				assert.equal(status, found);
				assert.truthy(output:find("^usage: prosodyctl mod_invites_api COMMAND") and output:find("\n  create HOST [NAME] ", 1, true), output);
				stop();
			end
			local _, _, meant = prosodyctl("creat", host);
			assert.truthy(meant:find("Did you mean create?", 1, true), meant);
			stop();
			for _, arguments in ipairs { { "list"; "example.net" }; { "delete"; host; "x" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 1, "" }, { status, output });
				assert.truthy(err:find("^Error: "), err);
				stop();
			end
		end);
	end);
end
