-- How users log in to the page on which they make invites, on Prosody's real mod_http without sockets.

local Fixture = require "spec.support.fixture";
local StartPage = require "spec.support.start_page";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_start", StartPage.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, web;

	local function start(options)
		invites, server = fixture:start(options);
		web = Web.new(host, "/invites_start");
	end

	local user = StartPage.user(function () return web; end);
	local form_token, log_in, act = user.form_token, user.log_in, user.act;

	local function made_by(username)
		return (invites.list("all", username));
	end

	it("lets a user in, and out", function ()
		start();
		assert.equal(403, log_in("romeo@example.com", "wrong"));
		assert.truthy(web:get().body:find("name=\"password\"", 1, true));
		assert.equal(303, log_in(" Romeo@Example.com ", "secret"));
		local body = web:get().body;
		assert.truthy(body:find("romeo@example.com", 1, true));
		assert.is_nil(body:find("name=\"password\"", 1, true));
		act { action = "logout" };
		assert.truthy(web:get().body:find("name=\"password\"", 1, true));
	end);

	it("forgets who does nothing, whose password changes and who is gone", function ()
		start();
		local function is_in() return web:get().body:find("name=\"password\"", 1, true) == nil; end
		log_in("romeo", "secret");
		server:advance(14 * 60);
		assert.is_true(is_in());
		server:advance(16 * 60);
		assert.is_false(is_in());
		log_in("romeo", "secret");
		require "core.usermanager".set_password("romeo", "new", host);
		assert.is_false(is_in());
		log_in("juliet", "secret");
		server:delete_user("juliet", host);
		assert.is_false(is_in());
		server:create_user("juliet", host, "secret");
		log_in("juliet", "secret");
		for _ = 1, 5 do
			server:advance(13 * 60);
			is_in();
		end
		assert.is_false(is_in()); -- not for ever, either
		log_in("juliet", "secret");
		local usermanager = require "core.usermanager";
		local exists = usermanager.user_exists;
		usermanager.user_exists = function () return false; end; -- prosodyctl deletes accounts without a word to the server
		assert.is_false(is_in());
		usermanager.user_exists = exists;
		for _, name in ipairs { "invites_start"; "invites" } do
			log_in("romeo", "new");
			assert.is_true(is_in());
			invites = fixture:reload(name);
			assert.is_false(is_in());
		end
	end);

	it("counts attempts, for the account and for the address", function ()
		start();
		for _ = 1, 10 do assert.equal(403, log_in("romeo", "wrong", { ip = "198.51.100.2" })); end
		assert.equal(429, log_in("romeo", "secret", { ip = "198.51.100.2" }));
		assert.equal(303, log_in("romeo", "secret", { ip = "198.51.100.1" }));
		act { action = "logout" };
		local answer = web:post({ action = "login"; user = "romeo"; password = "x"; form_token = form_token() }, { ip = "198.51.100.2" });
		assert.equal("60", answer.headers.retry_after);
		assert.equal(10, #server:logged("info", "Wrong password from"));
		assert.equal(303, log_in("juliet", "secret", { ip = "198.51.100.2" }));
		act { action = "logout" };
		for i = 1, 40 do log_in("nobody"..i, "wrong", { ip = "198.51.100.7" }); end
		assert.equal(429, log_in("juliet", "secret", { ip = "198.51.100.7" }));
		assert.equal(303, log_in("juliet", "secret", { ip = "198.51.100.8" }));
	end);

	it("finds the address in what proxies write", function ()
		start();
		local function attempt(header, password)
			local headers = { x_forwarded_for = header; x_forwarded_proto = "https"; content_type = "application/x-www-form-urlencoded" };
			local page = web:get(nil, { ip = header; headers = { x_forwarded_for = header; x_forwarded_proto = "https" } });
			headers.cookie = web.cookie;
			return web:post({ action = "login"; user = "romeo"; password = password; form_token = page.body:match("name=\"form_token\" value=\"(%w+)\"") },
				{ ip = header; headers = headers }).status;
		end
		for i = 1, 10 do assert.equal(403, attempt("198.51.100.7:"..4000 + i, "wrong")); end
		assert.equal(429, attempt("198.51.100.7", "secret"));
		assert.equal(429, attempt("unknown, 198.51.100.7:99, 127.0.0.1:5000", "secret"));
		assert.equal(303, attempt("198.51.100.8:1", "secret"));
		assert.same({}, server:logged("warn", "does not say for which address"));
	end);

	it("takes no forms but its own", function ()
		start();
		assert.equal(403, web:post { action = "login"; user = "romeo"; password = "secret" }.status);
		local foreign = { headers = { content_type = "application/x-www-form-urlencoded"; sec_fetch_site = "cross-site" } };
		assert.equal(403, log_in("romeo", "secret", foreign));
		assert.is_truthy(web:get().body:find("name=\"password\"", 1, true));
		log_in("romeo", "secret");
		local cookie = web.cookie;
		for _, token in ipairs { ""; ("x"):rep(32) } do
			assert.equal(400, web:post { action = "make"; kind = "contact"; form_token = token }.status);
		end
		assert.equal(400, web:post { action = "make"; kind = "contact" }.status);
		local right = form_token();
		assert.equal(400, web:post { action = "nonsense"; form_token = right }.status);
		web.cookie = "invites_session=guess";
		assert.equal(403, web:post { action = "make"; kind = "contact"; form_token = right }.status);
		assert.equal(404, web:get(nil, { path = "/qr.svg" }).status);
		web.cookie = cookie;
		assert.same({}, made_by "romeo");
		assert.equal(413, web:ask("POST", nil, { body = ("x"):rep(20000); headers = { content_type = "application/x-www-form-urlencoded" } }).status);
		assert.equal(415, web:ask("POST", nil, { body = "{}"; headers = { content_type = "application/json" } }).status);
		assert.equal(405, web:ask("DELETE").status);
	end);

	it("shows nothing that others could read on the way", function ()
		start();
		assert.equal(403, web:get(nil, { peer = "192.0.2.9" }).status);
		assert.equal(403, web:get(nil, { headers = { x_forwarded_for = "192.0.2.9"; x_forwarded_proto = "http" } }).status);
		assert.equal(200, web:get(nil, { peer = "192.0.2.9"; more = { secure = true } }).status);
		local answer = web:get();
		assert.truthy(answer.headers.content_security_policy:find("frame-ancestors 'none'", 1, true));
		assert.equal("no-store", answer.headers.cache_control);
		assert.is_nil(answer.headers.access_control_allow_origin);
		assert.truthy(answer.headers.set_cookie:find("HttpOnly; SameSite=Lax", 1, true));
		assert.truthy(answer.headers.set_cookie:find("^invites_form=[%w_-]+; Path=/; "));
		answer = web:get(nil, { more = { secure = true } });
		assert.truthy(answer.headers.set_cookie:find("^__Host%-invites_form=[%w_-]+; Path=/; HttpOnly; SameSite=Lax; Secure$"));
	end);
end);
