-- The API over HTTP on a real server, and its keys: in files, from prosodyctl and the shell. Each field and refusal: spec/fast/mod_invites_api.

local json = require "util.json";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host, other_host = "verona.example", "mantua.example";

describe("mod_invites_api", function ()
	local server, fixture, http, other_http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_api", "admin_shell" };
		hosts = {
			[host] = { invites_api_limit = 30; invites_per_user = 1; invites_per_day = 1 };
			[other_host] = { invites_page = "https://{host}/i?{invite.token}", invites_api_allow_get = false };
		};
	}, function (...)
		server, http = ...;
		other_http = Http.new(server.http_port, other_host);
	end, { "Failed to load invite_api_keys storage", "^Keys of the API could not be read" });

	-- (text with a key in it) → the key, whose secret must be in no log
	local function key_in(text)
		local key = assert(text:match("(%x+/[%w_-]+)\n$"), text);
		fixture:secret(key:match("/(.*)"));
		return key;
	end

	-- ({ name, ttl, methods } or nil, host or nil) → "ID/SECRET" of a new key
	local function new_key(wish, of)
		return key_in(server:eval(of or host, "return (modulemanager.get_module(host, 'invites_api').keys:create(...))", wish or {}).."\n");
	end

	local function bearer(key, more)
		local headers = { Authorization = "Bearer "..key };
		for name, value in pairs(more or {}) do headers[name] = value; end
		return headers;
	end

	-- (key, headers besides or nil) → status of a request for an invite
	local function status(key, more) return http:ask({ path = "/invites_api"; headers = bearer(key, more) }).status; end

	it("answers GET with a link that registers, or leads there", function ()
		local key = new_key();
		local answer = http:ask { path = "/invites_api?key="..key };
		assert.same({ 201, "", "no-store" }, { answer.status, answer.body, answer.headers["cache-control"] });
		local token = fixture:token_in(answer.headers.location);
		fixture:register("romeo", token);
		local invite = server:invites(host, "info", token);
		assert.same({ "redeemed", "api/token/"..key:match("^%x+") }, { invite.state, invite.additional_data.source });
		answer = http:ask { path = "/invites_api?redirect=true&key="..key };
		assert.same({ 303, "no-referrer" }, { answer.status, answer.headers["referrer-policy"] });
		assert.is_true(fixture:usable(fixture:token_in(answer.headers.location)));
		assert.truthy(server:log():find("The key %x+ %(no name%) has made the invite %x+"));
	end);

	it("answers POST in JSON, with the landing page, and not GET where the host or the key does not take it", function ()
		local key = new_key(nil, other_host);
		local answer = other_http:ask { method = "POST", path = "/invites_api", body = [[{ "username": "Juliet", "expires_after": "2 hours" }]];
			headers = bearer(key, { Accept = "application/json", ["Content-Type"] = "application/json" }) };
		assert.same({ 201, "application/json" }, { answer.status, answer.headers["content-type"] });
		local content, token = json.decode(answer.body), fixture:token_in(answer.headers.location);
		assert.same({ answer.headers.location, "https://mantua.example/i?"..token, "juliet@mantua.example", 7200 },
			{ content.url, content.landing_page, content.jid, content.expires - content.created_at });
		assert.equal("xmpp:juliet@mantua.example?register;preauth="..token, content.uri);
		answer = other_http:ask { path = "/invites_api?key="..key };
		assert.same({ 405, "POST" }, { answer.status, answer.headers.allow });
		assert.equal(405, status(new_key { methods = { POST = true } }));
		assert.equal(403, status(key)); -- of another host
	end);

	it("slows a key down that makes too many, and an address that guesses", function ()
		local key, other, statuses = new_key(), new_key(), {};
		for _ = 1, 40 do
			local seen = status(key);
			statuses[seen] = (statuses[seen] or 0) + 1;
		end
		assert.truthy(statuses[201] >= 30 and statuses[429] >= 5, json.encode(statuses));
		assert.equal(201, status(other));
		local function from(address) return { ["X-Forwarded-For"] = address, ["X-Forwarded-Proto"] = "https" }; end
		local throttled;
		for _ = 1, 30 do
			local answer = http:ask { path = "/invites_api", headers = bearer(other.."x", from "192.0.2.66") };
			throttled = throttled or answer.status == 429 and answer;
		end
		assert.truthy(tonumber(throttled.headers["retry-after"]) >= 1);
		assert.equal(201, status(other, from "192.0.2.66"));
		assert.equal(403, status(other.."x", from "192.0.2.67"));
	end);

	it("takes 20 requests at once, whatever the users' quotas are, and one name once of them", function ()
		for body, expected in pairs { [""] = { [201] = 20 }; ["username=benvolio"] = { [201] = 1, [409] = 19 } } do
			local request = http:text { method = "POST", path = "/invites_api", body = body;
				headers = bearer(new_key(), { ["Content-Type"] = "application/x-www-form-urlencoded" }) };
			local connections, statuses, tokens = {}, {}, {};
			for i = 1, 20 do connections[i] = http:open(); end
			for _, conn in ipairs(connections) do conn:send(request); end
			for _, conn in ipairs(connections) do
				local answer = Http.read(conn);
				statuses[answer.status] = (statuses[answer.status] or 0) + 1;
				local token = answer.headers.location and fixture:token_in(answer.headers.location) or "";
				assert.is_nil(tokens[token]);
				tokens[token] = token ~= "" or nil;
				conn:close();
			end
			assert.same(expected, statuses);
		end
	end);

	it("answers several requests on one connection", function ()
		local key, conn = new_key(), http:open();
		local request = http:text { path = "/invites_api", headers = bearer(key) };
		conn:send(request..request..http:text { method = "POST", path = "/invites_api", headers = bearer(key), body = "" });
		for _ = 1, 3 do assert.equal(201, Http.read(conn).status); end
	end);

	it("takes keys of the community's module, and hashes them in the file when they are used", function ()
		local file = server.data.."/"..host:gsub("%.", "%%2e").."/invite_api_keys.dat";
		for _, secret in ipairs { "secret-in-the-clear", "other/in/the/clear" } do fixture:secret(secret); end
		server:eval(host, [[
			local store = module:open_store("invite_api_keys", "map");
			store:set(nil, "-Old_id", { id = "-Old_id", token = "secret-in-the-clear", name = "Old", created_at = 1600000000 });
			store:set(nil, "Newer", { id = "Newer", token = "other/in/the/clear", created_at = 1650000000, allowed_methods = { GET = true, POST = true } });
		]]);
		local function is_clear()
			local handle = assert(io.open(file));
			local text = handle:read("a");
			handle:close();
			return (text:find("in-the-clear", 1, true) or text:find("in/the/clear", 1, true)) ~= nil;
		end
		assert.is_true(is_clear());
		for _ = 1, 2 do
			assert.equal(201, http:ask({ path = "/invites_api?key=-Old_id/secret-in-the-clear" }).status);
			assert.equal(303, http:ask({ path = "/invites_api?key=Newer/other/in/the/clear&redirect=true" }).status);
		end
		assert.equal(403, http:ask({ path = "/invites_api?key=-Old_id/secret-in-the-clear2" }).status);
		assert.is_false(is_clear());
		local output = server:ctl("mod_invites_api", "list", host);
		assert.truthy(output:find("\n%-Old_id\tOld\t2020%-09%-13T12:26:40Z\tnever\t%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ\tGET,POST\n"), output);
		assert.truthy(output:find("\nNewer\t<unknown>\t", 1, true), output);

		assert(os.execute("chmod 000 '"..file.."'")); -- keys that can't be read open nothing
		assert.equal(500, http:ask({ path = "/invites_api?key=Newer/other/in/the/clear" }).status);
		assert(os.execute("chmod 600 '"..file.."'"));
	end);

	it("takes keys that prosodyctl makes, beside the server and without it, in either order of its arguments", function ()
		local function ctl(expected, ...)
			local output, code = server:ctl("mod_invites_api", ...);
			assert.equal(expected, code or 0, output);
			return output;
		end
		for _, arguments in ipairs { { "create", host, "My key" }, { host, "create" } } do
			assert.equal(201, status(key_in(ctl(0, table.unpack(arguments)))));
		end
		local post = key_in(ctl(0, "create", host, "Only POST", "--methods", "post", "--expires-after", "2 days"));
		assert.equal(405, status(post));
		local found;
		for _, key in ipairs(assert(json.decode(ctl(0, "list", host, "--json"):match("%[\n.*%]")))) do
			if key.id == post:match("^%x+") then found = key; end
		end
		assert.same({ "Only POST", 2 * 86400, "POST" }, { found.name, found.expires - found.created_at, table.unpack(found.methods) });
		ctl(0, host, "delete", found.id);
		assert.equal(403, status(post));
		assert.truthy(ctl(1, "delete", host, "unknown"):find("Error: ", 1, true));
		assert.truthy(ctl(2, "create", host, "--methods", "PUT"):find("usage: prosodyctl mod_invites_api create HOST", 1, true));
		server:stop();
		local key = key_in(ctl(0, "create", host, "Made in the dark"));
		server:start();
		assert.equal(201, status(key));
	end);

	it("takes keys that the shell makes", function ()
		local output = server:ctl("shell", "invites_api", "create", host, "From the shell");
		local key = key_in(output:match("\nOK: .*$"));
		assert.equal(201, status(key));
		output = server:ctl("shell", "invites_api", "list", host);
		assert.truthy(output:find(key:match("^%x+").." | ", 1, true) and output:find("| From the shell", 1, true), output);
		for expected = 0, 1 do
			assert.equal(expected, select(2, server:ctl("shell", "invites_api", "delete", host, (key:match("^%x+")))) or 0);
		end
		assert.equal(403, status(key));
		if server.version ~= "0.12" then
			output = server:ctl("shell", "invites_api", "create", host, "--methods", "POST", "--expires-after", "1 hour");
			assert.equal(405, status(key_in(output)));
		end
	end);
end);
