-- The pages of invites on a real server, with real requests.

local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host, other_host = "verona.example", "mantua.example";

describe("mod_invites_page", function ()
	local server, fixture, http, other_http;
	local tokens = {}; -- what must be in no log

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page" };
		hosts = { [host] = { site_name = "Verona"; http_external_url = "https://chat.verona.example/" }; [other_host] = { invites_guess_limit = 0 } };
		options = { trusted_proxies = { "127.0.0.1" } };
	}, function (...)
		server, http = ...;
		other_http = Http.new(server.http_port, other_host);
		fixture:account("romeo");
	end);

	-- (name of a function of mod_invites that makes an invite, its arguments) → invite
	local function make(name, ...)
		local invite = server:invites(host, name, ...);
		table.insert(tokens, invite.token);
		return invite;
	end

	local function get(path, headers, method)
		return http:ask { path = path; headers = headers; method = method };
	end

	it("opens every kind, from the link that the invite has", function ()
		for _, invite in ipairs {
			make "create_account", make("create_account", "mercutio"), make("create_contact", "romeo"), make("create_contact", "romeo", true),
			make("create_account_reset", "romeo"),
		} do
			local path = assert(invite.landing_page:match("^https://chat%.verona%.example(/.*)$"));
			for _ = 1, 50 do
				local answer = get(path.."&fbclid=1");
				assert.equal(200, answer.status);
				assert.equal(("<%s>; rel=\"alternate\""):format(invite.uri), answer.headers.link);
				assert.truthy(answer.body:find("</html>\n$"));
			end
			local head = get(path, nil, "HEAD");
			assert.equal(200, head.status);
			assert.equal(("<%s>; rel=\"alternate\""):format(invite.uri), head.headers.link);
			assert.equal("pending", server:invites(host, "info", invite.token).state);
		end
	end);

	it("says which kind of dead", function ()
		local used, revoked, expired = make "create_account", make "create_account", make("create_account", nil, nil, 60);
		fixture:register("benvolio", used.token);
		server:invites(host, "revoke", revoked.token);
		local function page(token)
			local answer = get("/invites_page?"..token);
			assert.is_nil(answer.headers.link);
			return answer.status, answer.body:match("<h1>(.-)</h1>");
		end
		assert.same({ 410, "This invitation has been used" }, { page(used.token) });
		assert.same({ 410, "This invitation was withdrawn" }, { page(revoked.token) });
		fixture:pass(61);
		assert.same({ 410, "This link is too old" }, { page(expired.token) });
		assert.same({ 404, "We do not know this invitation" }, { page("unknown") });
		assert.equal(410, get("/invites_page?"..used.token, nil, "HEAD").status);
	end);

	it("sends what keeps others out, on every answer", function ()
		local token = make("create_account").token;
		for _, path in ipairs { "?"..token, "/?"..token, "?unknown", "/setup/nonsense?"..token } do
			local headers = get("/invites_page"..path, { Origin = "https://evil.example" }).headers;
			assert.truthy(headers["content-security-policy"]:find("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'", 1, true));
			assert.equal("no-referrer", headers["referrer-policy"]);
			assert.equal("no-store", headers["cache-control"]);
			assert.equal("nosniff", headers["x-content-type-options"]);
			assert.equal("noindex, nofollow", headers["x-robots-tag"]);
			assert.equal("*", headers["access-control-allow-origin"]);
			assert.equal("GET", headers["access-control-allow-methods"]);
			assert.equal("Link", headers["access-control-expose-headers"]);
			assert.is_nil(headers["access-control-allow-credentials"]);
		end
	end);

	it("takes no other methods", function ()
		local token = make("create_account").token;
		for _, path in ipairs { "", "/", "/setup/x", "/qr.svg", "/static/style.css" } do
			for _, method in ipairs { "PUT", "DELETE", "POST", "PATCH" } do
				local answer = http:ask { method = method, path = ("/invites_page%s?%s"):format(path, token), body = "x" };
				assert.equal(405, answer.status, method..path);
				assert.equal("GET, HEAD, OPTIONS", answer.headers.allow);
			end
			local answer = get(("/invites_page%s?%s"):format(path, token), { Origin = "https://evil.example" }, "OPTIONS");
			assert.equal(204, answer.status);
			assert.equal("GET", answer.headers["access-control-allow-methods"]);
		end
		assert.equal("pending", server:invites(host, "info", token).state);
	end);

	it("serves its own files and no others", function ()
		for _, name in ipairs { "style.css", "page.js" } do
			local answer = get("/invites_page/static/"..name.."?12345678");
			assert.equal(200, answer.status);
			assert.truthy(#answer.body > 100 and answer.headers["cache-control"]:find("immutable"));
		end
		for _, path in ipairs {
			"static/", "static", "static/../mod_invites_page.lua", "static/..%2fmod_invites_page.lua", "static/%2e%2e/locales/en.ftl", "static//etc/passwd",
			"static/style.css/..", "static/style.css%00", "locales/en.ftl", "html/layout.html", "static/....//locales/en.ftl", "setup", "setup/../../x",
		} do
			local answer = get("/invites_page/"..path);
			assert.truthy(answer.status == 404 or answer.status == 301 or answer.status == 400, path);
			assert.is_nil(answer.body:find("language-name", 1, true) or answer.body:find("module:", 1, true) or answer.body:find("root:", 1, true), path);
		end
	end);

	it("shows the link as a picture", function ()
		local invite = make "create_account";
		local answer = get("/invites_page/qr.svg?"..invite.token);
		assert.equal("image/svg+xml", answer.headers["content-type"]);
		assert.equal(server:invites(host, "qr", invite.landing_page, "svg"), answer.body);
	end);

	it("survives odd requests", function ()
		local token = make("create_account").token;
		local function line(text) return text.." HTTP/1.1\r\nHost: "..other_host.."\r\nConnection: close\r\n\r\n"; end
		for _, query in ipairs {
			"", "?", "??", "?%", "?%zz", "?%00", "?&&=&", "?\255\254", "?<script>", "?"..("x"):rep(300), "?"..("&"):rep(3000), "?t=", "?lang=de", "#fragment",
			"/../invites_page?x", "//?x", "/word", "/setup/?x", "/setup/%00?x", "/qr.svg", "/setup/a/b/c?x",
		} do
			local conn = other_http:open();
			conn:send(line("GET /invites_page"..query));
			conn:settimeout(2);
			local answer = Http.read(conn);
			assert.truthy(answer and answer.status >= 301 and answer.status < 500, query:sub(1, 30));
			conn:close();
		end
		for _, header in ipairs { "Accept-Language: \255", "Accept-Language: "..("de,"):rep(2000), "User-Agent: \0", "User-Agent: "..("A"):rep(5000) } do
			local name, value = header:match("^(.-): (.*)$");
			assert.equal(200, get("/invites_page?"..token, { [name] = value }).status);
		end
	end);

	it("survives a query of a megabyte", function ()
		local conn = other_http:open();
		conn:send("GET /invites_page?"..("x"):rep(1024 * 1024).." HTTP/1.1\r\nHost: "..other_host.."\r\nConnection: close\r\n\r\n");
		conn:settimeout(5);
		local answer = Http.read(conn);
		conn:close();
		assert.truthy(not answer or answer.status >= 400 and answer.status < 500);
		assert.equal(200, get("/invites_page?"..make("create_account").token).status);
	end);

	it("stops those who guess, and nobody else", function ()
		local token = make("create_account").token;
		local guesser = { ["X-Forwarded-For"] = "198.51.100.7" };
		local answer;
		for _ = 1, 250 do answer = get("/invites_page?guess", guesser); end
		assert.equal(429, answer.status);
		assert.truthy(tonumber(answer.headers["retry-after"]) > 0);
		assert.equal(429, get("/invites_page/qr.svg?"..token, guesser).status);
		assert.equal(200, get("/invites_page?"..token, { ["X-Forwarded-For"] = "198.51.100.8" }).status);
	end);

	it("has its links under prosodyctl, too", function ()
		local output = server:ctl("mod_invites", "generate", host);
		local token = output:match("https://chat%.verona%.example/invites_page%?(%w+)\n");
		table.insert(tokens, token);
		assert.equal(200, get("/invites_page?"..assert(token, output)).status);
	end);

	it("comes and goes with a reload", function ()
		local path = "/invites_page?"..make("create_account").token;
		for _, name in ipairs { "invites_page", "invites" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.equal(200, get(path).status);
		end
		server:eval(host, "assert(modulemanager.unload(host, 'invites_page'))");
		assert.equal(404, get(path).status);
		server:eval(host, "assert(modulemanager.load(host, 'invites_page'))");
		assert.equal(200, get(path).status);
	end);

	it("writes no token to the log", function ()
		local log = server:log();
		assert.is_nil(log:match("[^\n]*[Tt]raceback[^\n]*"));
		for _, token in ipairs(tokens) do
			local from = log:find(token, 1, true);
			assert.is_nil(from, from and log:sub(from - 100, from + 100));
		end
	end);
end);
