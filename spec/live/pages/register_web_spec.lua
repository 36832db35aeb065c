-- The form for registration and resets on a real server, with real requests.

local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local secret = "Wherefore-4rt-thou";

local function urlencode(text)
	return (text:gsub("[^%w._~-]", function (c) return ("%%%02x"):format(c:byte()); end));
end

describe("mod_invites_register_web", function ()
	local server, fixture, http;
	local tokens = {}; -- what must be in no log

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "register_apps", "invites_register_web" };
		hosts = { [host] = { http_external_url = "https://chat.verona.example/x/" } };
		options = { trusted_proxies = { "127.0.0.1" } };
	}, function (...)
		server, http = ...;
		fixture:account("romeo");
	end);

	local function make(name, ...)
		local token = server:invites(host, name, ...).token;
		table.insert(tokens, token);
		return token;
	end

	-- (token, headers or nil) → what a browser has that opened the form: { cookie, form_token }
	local function open(token, headers)
		local answer = http:ask { path = "/register?t="..token; headers = headers };
		local form_token = answer.body:match("name=\"form_token\" value=\"(%w+)\"");
		return { cookie = (answer.headers["set-cookie"] or ""):match("^[^;]+"); form_token = form_token }, answer;
	end

	-- (token, browser, user or nil, password) → the request that sends the form
	local function form(token, browser, user, password)
		local body = ("token=%s&form_token=%s&user=%s&password=%s"):format(token, browser.form_token or "", urlencode(user or ""), urlencode(password));
		return {
			method = "POST"; path = "/register"; body = body;
			headers = { ["Content-Type"] = "application/x-www-form-urlencoded"; Cookie = browser.cookie };
		};
	end

	it("leads from the page to an account, from which one logs in", function ()
		local token = make "create_account";
		local page = http:ask { path = "/invites_page?"..token };
		local link = assert(page.body:match("href=\"(register%?t=[^\"]+)\"")):gsub("&amp;", "&");
		assert.equal(200, http:ask { path = "/"..link }.status);
		local answer = http:ask(form(token, open(token), "juliet", secret));
		assert.equal(200, answer.status);
		assert.is_nil(answer.body:find(secret, 1, true));
		fixture:login("juliet", secret):close();
		assert.equal("redeemed", server:invites(host, "info", token).state);
		assert.equal(410, http:ask { path = "/register?t="..token }.status);
	end);

	it("sets a new password", function ()
		local token = make("create_account_reset", "romeo");
		assert.equal(200, http:ask(form(token, open(token), nil, secret)).status);
		fixture:login("romeo", secret):close();
		assert.equal(410, http:ask { path = "/register?t="..token }.status);
		local client = server:client(host);
		assert.is_nil((client:login("romeo", "secret", "r")));
	end);

	it("gives one invite to one of ten forms and ten streams", function ()
		local token = make "create_account";
		local forms, clients, requests = {}, {}, {};
		for i = 1, 10 do
			forms[i] = { conn = http:open(); text = http:text(form(token, open(token), "web"..i, secret)) };
			clients[i] = fixture:stream(token);
		end
		for i = 1, 10 do
			forms[i].conn:send(forms[i].text);
			requests[i] = clients[i]:request("set", nil, Client.xml.register("stream"..i, secret));
		end
		local winners = 0;
		for i = 1, 10 do
			local answer = assert(Http.read(forms[i].conn));
			forms[i].conn:close();
			assert.truthy(answer.status == 200 or answer.status == 410 or answer.status == 503 or answer.status == 404, answer.status);
			local registered = Client.outcome(clients[i]:reply(requests[i])) and true or false;
			clients[i]:drop();
			assert.same({ answer.status == 200; registered }, { fixture:account_exists("web"..i); fixture:account_exists("stream"..i) });
			winners = winners + (answer.status == 200 and 1 or 0) + (registered and 1 or 0);
		end
		assert.equal(1, winners);
	end);

	it("gives the invite back where the account can't be made", function ()
		local token = make "create_account";
		local name = server.version == "0.12" and "create_user" or "create_user_with_role";
		server:eval(host, "assert(modulemanager.unload(host, 'invites_register_web'))");
		fixture:replace("usermanager", name, "if (...) == 'mercutio' then return nil, 'the disk is full'; end return old(...);");
		for _, module in ipairs { "invites_register", "invites_register_web" } do
			server:eval(host, "modulemanager.unload(host, ...); assert(modulemanager.load(host, ...))", module);
		end
		local answer = http:ask(form(token, open(token), "mercutio", secret));
		assert.equal(503, answer.status);
		assert.truthy(answer.body:find("value=\"mercutio\"", 1, true));
		assert.is_false(fixture:account_exists "mercutio");
		assert.equal("pending", server:invites(host, "info", token).state);
		assert.equal(200, http:ask(form(token, open(token), "benvolio", secret)).status);
	end);

	it("takes no bodies that are too large or make no sense, and lives", function ()
		local token = make "create_account";
		local browser = open(token);
		local request = form(token, browser, "mallory", secret);
		for _, size in ipairs { 20000, 10 * 1024 * 1024 - 200, 11 * 1024 * 1024 } do
			local conn = http:open();
			request.body = ("x"):rep(size);
			local text = http:text(request);
			local sent = 0;
			repeat
				local upto, err, part = conn:send(text, sent + 1);
				sent = upto or part;
			until not upto and err ~= "timeout" or sent >= #text;
			local answer = Http.read(conn);
			conn:close();
			assert.truthy(not answer or answer.status == 413, answer and answer.status);
		end
		request.body, request.chunks = nil, { "token=", token };
		assert.truthy(http:ask(request).status >= 400);
		request.chunks = nil;
		for content_type, status in pairs { ["application/json"] = 415; ["multipart/form-data; boundary=x"] = 415; ["text/plain"] = 415 } do
			request.body, request.headers["Content-Type"] = "{}", content_type;
			assert.equal(status, http:ask(request).status);
		end
		for _, method in ipairs { "PUT", "DELETE", "PATCH" } do
			local answer = http:ask { method = method; path = "/register?t="..token; body = "x" };
			assert.equal(405, answer.status);
			assert.equal("GET, HEAD, POST, OPTIONS", answer.headers.allow);
		end
		assert.equal(204, http:ask { method = "OPTIONS"; path = "/register"; headers = { Origin = "https://evil.example" } }.status);
		assert.equal(200, http:ask { method = "HEAD"; path = "/register?t="..token }.status);
		for _, path in ipairs {
			"/register", "/register?", "/register?t=", "/register?t=%00", "/register?t=%ff", "/register/?t=x",
		} do
			assert.equal(404, http:ask { path = path }.status, path);
		end
		assert.equal("pending", server:invites(host, "info", token).state);
	end);

	it("takes no forms of other sites", function ()
		local token = make "create_account";
		local browser, other = open(token), open(token);
		for _, forged in ipairs {
			{}, { cookie = browser.cookie }, { form_token = browser.form_token }, { cookie = browser.cookie; form_token = other.form_token },
			{ cookie = "invites_form="; form_token = browser.form_token }, { cookie = "invites_form=x; "..other.cookie; form_token = browser.form_token },
		} do
			assert.equal(403, http:ask(form(token, forged, "mallory", secret)).status);
		end
		assert.is_false(fixture:account_exists "mallory");
		local headers = select(2, open(token, { Origin = "https://evil.example" })).headers;
		assert.is_nil(headers["access-control-allow-origin"]);
		assert.truthy(headers["set-cookie"]:find("; Path=/; HttpOnly; SameSite=Lax", 1, true));
		assert.truthy(headers["content-security-policy"]:find("form-action 'self'", 1, true));
		assert.equal("no-store", headers["cache-control"]);
		for name, value in pairs { Origin = "https://evil.example"; ["Sec-Fetch-Site"] = "cross-site" } do
			local request = form(token, browser, "mallory", secret);
			request.headers[name] = value;
			assert.equal(403, http:ask(request).status);
		end
		assert.is_false(fixture:account_exists "mallory");
	end);

	it("works behind a proxy with https and a prefix, with cookies for https alone", function ()
		local token = make "create_account";
		local proxied = { ["X-Forwarded-For"] = "192.0.2.1"; ["X-Forwarded-Proto"] = "https" };
		local _, answer = open(token, proxied);
		assert.equal(200, answer.status);
		assert.truthy(answer.headers["set-cookie"]:find("; Secure", 1, true));
		assert.truthy(answer.headers["set-cookie"]:find("__Host-invites_form=", 1, true));
		for _, schemes in ipairs { "HTTPS"; "https, https" } do
			proxied["X-Forwarded-Proto"] = schemes;
			assert.truthy(select(2, open(token, proxied)).headers["set-cookie"]:find("; Secure", 1, true), schemes);
		end
		proxied["X-Forwarded-Proto"] = "https, http";
		assert.is_nil(select(2, open(token, proxied)).headers["set-cookie"]:find("; Secure", 1, true));
		assert.is_nil(answer.body:find("=\"/", 1, true)); -- all links are relative
		assert.is_nil(answer.body:find("=\"https?://"));
	end);

	it("stops those who guess", function ()
		local answer;
		for _ = 1, 250 do
			answer = http:ask { path = "/register?t=guess"; headers = { ["X-Forwarded-For"] = "198.51.100.9"; ["X-Forwarded-Proto"] = "https" } };
		end
		assert.equal(429, answer.status);
		assert.truthy(tonumber(answer.headers["retry-after"]) > 0);
		for _, address in ipairs { "198.51.100.9:4711"; "192.0.2.7, 198.51.100.9:99"; "unknown, 198.51.100.9, 127.0.0.1" } do
			answer = http:ask { path = "/register?t="..make "create_account"; headers = { ["X-Forwarded-For"] = address; ["X-Forwarded-Proto"] = "https" } };
			assert.equal(429, answer.status, address);
		end
		for _, address in ipairs { "198.51.100.10"; "unknown"; "[2001:db8::1]:99"; "" } do
			answer = http:ask { path = "/register?t="..make "create_account"; headers = { ["X-Forwarded-For"] = address; ["X-Forwarded-Proto"] = "https" } };
			assert.equal(200, answer.status, address);
		end
	end);

	it("comes and goes with a reload", function ()
		local token = make "create_account";
		local browser = open(token);
		for _, name in ipairs { "invites_register_web", "invites_register", "invites" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.equal(200, http:ask { path = "/register?t="..token }.status);
		end
		assert.equal(200, http:ask(form(token, browser, "paris", secret)).status); -- a form that was open all the time
	end);

	it("asks for what in-band registration asks for, and keeps it in the same place", function ()
		server:restart { options = { trusted_proxies = { "127.0.0.1" }; additional_registration_fields = { "email+"; "nick" } } };
		local details = "local found = module:open_store('account_details'):get(...); found.registered = type(found.registered); return found;";
		local token = make "create_account";
		local client = fixture:stream(token);
		assert.truthy(client:registration_form():get_child("email"));
		local reply = client:iq("set", nil, ("<query xmlns='jabber:iq:register'><username>rosaline</username><password>%s</password>"
			.."<email>r@capulet.example</email><nick>Rosa</nick></query>"):format(secret));
		assert.is_true(Client.outcome(reply));
		client:close();

		token = make "create_account";
		local browser, page = open(token);
		assert.truthy(page.body:find("name=\"extra_email\"", 1, true) and page.body:find("name=\"extra_nick\"", 1, true));
		local request = form(token, browser, "viola", secret);
		assert.equal(422, http:ask(request).status);
		assert.is_false(fixture:account_exists "viola");
		request.body = request.body.."&extra_email=r%40capulet.example&extra_nick=Rosa";
		assert.equal(200, http:ask(request).status);
		fixture:login("viola", secret):close();
		local kept = server:eval(host, details, "viola");
		assert.same({ email = "r@capulet.example"; nick = "Rosa"; registered = "number" }, kept);
		assert.same(server:eval(host, details, "rosaline"), kept);
	end);

	it("writes neither tokens nor passwords to the log", function ()
		local log = server:log();
		assert.is_nil(log:find(secret, 1, true) or log:find(urlencode(secret), 1, true));
		for _, token in ipairs(tokens) do
			local from = log:find(token, 1, true);
			assert.is_nil(from, from and log:sub(from - 100, from + 100));
		end
	end);
end);
