-- The API over HTTP on a real server, with real requests.

local json = require "util.json";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host, other_host = "verona.example", "mantua.example";

describe("mod_invites_api", function ()
	local server, fixture, http, other_http;
	local secrets = {}; -- what must be in no log

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_api", "admin_shell" };
		hosts = {
			[host] = { invites_api_limit = 30; invites_per_user = 1; invites_per_day = 1 };
			[other_host] = { invites_page = "https://{host}/i?{invite.token}", invites_api_allow_get = false };
		};
	}, function (...)
		server, http = ...;
		other_http = Http.new(server.http_port, other_host);
	end);

	-- ({ name, ttl, methods } or nil, host or nil) → "ID/SECRET" of a new key
	local function new_key(wish, of)
		local key = server:eval(of or host, "return (require 'core.modulemanager'.get_module(host, 'invites_api').keys:create(...))", wish or {});
		table.insert(secrets, key:match("/(.*)"));
		return key;
	end

	local function bearer(key, more)
		local headers = { Authorization = "Bearer "..key };
		for name, value in pairs(more or {}) do headers[name] = value; end
		return headers;
	end

	local function token_of(answer)
		local token = answer.headers.location:match("preauth=(%w+)$") or answer.headers.location:match("%?(%w+)$");
		table.insert(secrets, token);
		return token;
	end

	local function count(of)
		return server:eval(of or host, "local n = 0; for _ in invites.pending_account_invites() do n = n + 1; end return n;");
	end

	describe("answers", function ()
		it("GET with a link that registers", function ()
			local key = new_key();
			local answer = http:ask { path = "/invites_api?key="..key };
			assert.equal(201, answer.status);
			assert.equal("", answer.body);
			assert.equal("no-store", answer.headers["cache-control"]);
			fixture:register("romeo", token_of(answer));
			local invite = server:invites(host, "info", token_of(answer));
			assert.equal("redeemed", invite.state);
			assert.equal("api/token/"..key:match("^%x+"), invite.additional_data.source);
		end);

		it("with a redirection where that is wanted", function ()
			local key = new_key();
			local answer = http:ask { path = "/invites_api?redirect=true&key="..key };
			assert.equal(303, answer.status);
			assert.equal("no-referrer", answer.headers["referrer-policy"]);
			assert.is_true(fixture:usable(token_of(answer)));
			assert.equal(303, http:ask({ path = "/invites_api?redirect=true", headers = bearer(key) }).status);
			assert.equal(303, http:ask({ method = "POST", path = "/invites_api?redirect=true", headers = bearer(key), body = "" }).status);
		end);

		it("POST, in JSON, with the landing page", function ()
			local key = new_key(nil, other_host);
			local answer = other_http:ask { method = "POST", path = "/invites_api", body = [[{ "username": "Juliet", "expires_after": "2 hours" }]];
				headers = bearer(key, { Accept = "application/json", ["Content-Type"] = "application/json" }) };
			assert.equal(201, answer.status);
			assert.equal("application/json", answer.headers["content-type"]);
			local content = json.decode(answer.body);
			assert.equal(answer.headers.location, content.url);
			assert.equal("https://mantua.example/i?"..token_of(answer), content.landing_page);
			assert.equal("juliet@mantua.example", content.jid);
			assert.equal(7200, content.expires - content.created_at);
			assert.equal("xmpp:juliet@mantua.example?register;preauth="..token_of(answer), content.uri);
		end);

		it("a form", function ()
			local answer = http:ask { method = "POST", path = "/invites_api", body = "username=tybalt&note=a+%26+b&uses=1";
				headers = bearer(new_key(), { ["Content-Type"] = "application/x-www-form-urlencoded" }) };
			assert.equal(201, answer.status);
			local invite = server:invites(host, "info", token_of(answer));
			assert.equal("tybalt@verona.example", invite.jid);
			assert.equal("a & b", invite.additional_data.note);
		end);

		it("with nothing to other methods, and nothing to scripts of other sites", function ()
			local key = new_key();
			local before = count();
			for _, method in ipairs { "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS" } do
				local answer = http:ask { method = method, path = "/invites_api?key="..key, headers = { Origin = "https://evil.example" } };
				assert.equal(405, answer.status, method);
				assert.equal("GET, POST", answer.headers.allow);
				assert.is_nil(answer.headers["access-control-allow-origin"]);
			end
			assert.equal(404, http:ask({ method = "PROPFIND", path = "/invites_api?key="..key }).status);
			assert.equal(before, count());
			local answer = http:ask { path = "/invites_api?key="..key, headers = { Origin = "https://evil.example" } };
			assert.equal(201, answer.status);
			assert.is_nil(answer.headers["access-control-allow-origin"]);
		end);

		it("GET with a refusal where the host or the key does not take it", function ()
			local key = new_key(nil, other_host);
			local answer = other_http:ask { path = "/invites_api?key="..key };
			assert.equal(405, answer.status);
			assert.equal("POST", answer.headers.allow);
			assert.equal(201, other_http:ask({ method = "POST", path = "/invites_api?key="..key, body = "" }).status);
			assert.equal(405, http:ask({ path = "/invites_api", headers = bearer(new_key { methods = { POST = true } }) }).status);
		end);
	end);

	describe("refuses", function ()
		it("keys that are wrong, of another host, expired, or deleted", function ()
			local before = count();
			local key, expiring = new_key(), new_key { ttl = 60 };
			local id = key:match("^%x+");
			local function status(shown) return http:ask({ path = "/invites_api", headers = bearer(shown) }).status; end
			assert.equal(403, status(key.."x"));
			assert.equal(403, status(id.."/"..("A"):rep(44)));
			assert.equal(403, status("nobody/"..key:match("/(.*)")));
			assert.equal(403, status(new_key(nil, other_host)));
			assert.equal(403, http:ask({ path = "/invites_api" }).status);
			assert.equal(403, http:ask({ path = "/invites_api?key" }).status);
			assert.equal(403, http:ask({ path = "/invites_api?key="..key, headers = { Authorization = "Basic Og==" } }).status);
			assert.equal(before, count());

			assert.equal(201, status(expiring));
			fixture:pass(61);
			assert.equal(403, status(expiring));
			assert.equal(201, status(key));
			fixture:undo();

			server:ctl("mod_invites_api", "delete", host, id);
			assert.equal(403, status(key));
		end);

		it("in JSON, too", function ()
			local answer = http:ask { path = "/invites_api", headers = { Accept = "application/json" } };
			assert.equal(403, answer.status);
			assert.equal("key-invalid", json.decode(answer.body).error);
			fixture:account("paris");
			answer = http:ask { method = "POST", path = "/invites_api", body = "username=paris"; headers = bearer(new_key(), {
				Accept = "application/json", ["Content-Type"] = "application/x-www-form-urlencoded" }) };
			assert.equal(409, answer.status);
			assert.equal("account-exists", json.decode(answer.body).error);
		end);

		it("bodies that are too large, odd, or in chunks", function ()
			local key = new_key();
			local before = count();
			local function post(request, content_type)
				request.method, request.path = "POST", "/invites_api";
				request.headers = bearer(key, { ["Content-Type"] = content_type or "application/json" });
				return http:ask(request);
			end
			local ten_megabytes = 10 * 1024 * 1024;
			assert.equal(413, post({ body = (" "):rep(ten_megabytes) }).status);
			assert.equal(413, post({ body = (" "):rep(17000) }).status);
			assert.equal(400, post({ body = ("["):rep(16000) }).status);
			assert.equal(400, post({ body = "{\"note\":\"\255\254\"}" }).status);
			assert.equal(400, post({ body = "note=%ff%fe" }, "application/x-www-form-urlencoded").status);
			assert.equal(400, post({ body = "\0" }).status);
			assert.equal(400, post({ body = [[{"roles":["prosody:admin"]}]] }).status);
			assert.equal(415, post({ body = "username=x" }, "text/plain").status);
			assert.equal(411, post({ chunks = { [[{"username":]], [["escalus"}]] } }).status);

			-- Prosody closes the connection on whoever sends more than it takes, so that the answer may get lost on the way.
			local conn = http:open();
			conn:send(("POST /invites_api HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n"):format(host, ten_megabytes + 1));
			assert.equal(413, Http.read(conn).status);
			conn:close();
			assert.equal(before, count());
		end);

		it("keys that travel unencrypted", function ()
			local key = new_key();
			local function status(headers) return http:ask({ path = "/invites_api", headers = bearer(key, headers) }).status; end
			assert.equal(403, status { ["X-Forwarded-For"] = "192.0.2.1" });
			assert.equal(403, status { ["X-Forwarded-For"] = "192.0.2.1", ["X-Forwarded-Proto"] = "http" });
			assert.equal(403, status { Forwarded = "for=192.0.2.1;proto=http" });
			assert.equal(403, status { ["X-Real-IP"] = "192.0.2.1" });
			assert.equal(201, status { ["X-Forwarded-For"] = "192.0.2.1", ["X-Forwarded-Proto"] = "https" });
		end);

		it("keys that make too many, for a while", function ()
			local key = new_key();
			local statuses = {};
			for _ = 1, 40 do
				local status = http:ask({ path = "/invites_api", headers = bearer(key) }).status;
				statuses[status] = (statuses[status] or 0) + 1;
			end
			assert.truthy(statuses[201] >= 30 and statuses[429] >= 5, json.encode(statuses));
			local answer = http:ask { path = "/invites_api", headers = bearer(key) };
			if answer.status == 429 then assert.truthy(tonumber(answer.headers["retry-after"]) >= 1); end
			assert.equal(201, http:ask({ path = "/invites_api", headers = bearer(new_key()) }).status);
		end);

		it("addresses that guess", function ()
			local key = new_key();
			local function ask(address, shown)
				return http:ask { path = "/invites_api", headers = bearer(shown, { ["X-Forwarded-For"] = address, ["X-Forwarded-Proto"] = "https" }) };
			end
			local throttled;
			for _ = 1, 30 do
				local answer = ask("192.0.2.66", key.."x");
				throttled = throttled or answer.status == 429 and answer;
			end
			assert.truthy(tonumber(throttled.headers["retry-after"]) >= 1);
			assert.equal(201, ask("192.0.2.66", key).status);
			assert.equal(403, ask("192.0.2.67", key.."x").status);
		end);
	end);

	-- (request) → the answers to 20 of them that are sent at once
	local function twenty(request)
		local connections, answers = {}, {};
		for i = 1, 20 do connections[i] = http:open(); end
		for _, conn in ipairs(connections) do conn:send(http:text(request)); end
		for i, conn in ipairs(connections) do
			answers[i] = Http.read(conn);
			conn:close();
		end
		return answers;
	end

	it("takes 20 requests at once, whatever the users' quotas are", function ()
		local tokens = {};
		for _, answer in ipairs(twenty { path = "/invites_api", headers = bearer(new_key()) }) do
			assert.equal(201, answer.status);
			local token = token_of(answer);
			assert.is_nil(tokens[token]);
			tokens[token] = true;
			assert.is_true(fixture:usable(token));
		end
	end);

	it("takes one name once, of 20 requests at once", function ()
		local statuses = {};
		for _, answer in ipairs(twenty { method = "POST", path = "/invites_api", body = "username=benvolio",
				headers = bearer(new_key(), { ["Content-Type"] = "application/x-www-form-urlencoded" }) }) do
			statuses[answer.status] = (statuses[answer.status] or 0) + 1;
		end
		assert.same({ [201] = 1, [409] = 19 }, statuses);
	end);

	it("survives odd requests", function ()
		local key = new_key();
		local before = count();
		local function line(first, ...)
			return first.." HTTP/1.1\r\n"..table.concat({ "Host: "..host, ... }, "\r\n").."\r\nConnection: close\r\n\r\n";
		end
		for _, text in ipairs {
			line("GET /invites_api?"), line("GET /invites_api??"), line("GET /invites_api?key"), line("GET /invites_api?key=%"), line("GET /invites_api?="),
			line("GET /invites_api?key=%00/%ff"), line("GET /invites_api?&&=&"), line("GET //invites_api"), line("GET /./invites_api"),
			line("GET /invites_api%3Fkey=x"), line("GET /invites_api#"), line("GET http://"..host.."/invites_api"), line("GET /invites_api/"),
			line("GET /invites_api/1"), line("GET /../invites_api"), line("POST /invites_api"), line("POST /invites_api", "Content-Length: -1"),
			line("POST /invites_api", "Content-Length: x"), line("POST /invites_api", "Content-Length: 1e3"), line("GET /invites_api", "Authorization:"),
			line("GET /invites_api", "Authorization: Bearer"), line("GET /invites_api", "Authorization: Bearer \255\0/\1"),
			line("GET /invites_api", "Authorization: Bearer a/b", "Authorization: Bearer c/d"), line("GET /invites_api", "Accept: ,;,/;q="),
			line("GET /invites_api", "Accept: "..("application/json,"):rep(300)), line("GET /invites_api", "Forwarded: ;;=,"),
			line("GET /invites_api", "Transfer-Encoding: chunked"), line("GET /invites_api", "Content-Type: \255"),
			line("PUT /invites_api", "Content-Length: 0"),
			"GET /invites_api HTTP/1.1\r\n\r\n", "GET /invites_api HTTP/1.0\r\n\r\n",
			"get /invites_api HTTP/1.1\r\nHost: "..host.."\r\n\r\n", "\r\n\r\n", "nonsense\r\n\r\n",
		} do
			local conn = http:open();
			conn:send(text);
			conn:settimeout(0.2);
			local answer = Http.read(conn);
			assert.truthy(not answer or answer.status >= 400 and answer.status ~= 500, text);
			conn:close();
		end
		assert.equal(before, count());
		assert.equal(201, http:ask({ path = "/invites_api", headers = bearer(key) }).status);
		assert.is_nil(server:log():match("[^\n]*[Tt]raceback[^\n]*"));
	end);

	-- Near the end, with all that the others have left.
	it("writes no secret to the log", function ()
		local log = server:log();
		assert.truthy(#secrets > 30);
		for _, secret in ipairs(secrets) do
			local from = log:find(secret, 1, true);
			assert.is_nil(from, from and log:sub(from - 100, from + 100));
		end
		assert.truthy(log:find("The key %x+ %(no name%) has made the invite %x+"));
	end);

end);
