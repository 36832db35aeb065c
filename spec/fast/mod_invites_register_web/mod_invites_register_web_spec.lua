-- The form for registration and resets, on Prosody's real mod_http without sockets.

local Fixture = require "spec.support.fixture";
local Form = require "spec.support.form";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_register_web", Form.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, web;

	local function start(...)
		invites, server = fixture:start(...);
		web = Web.new(host, "/register");
	end

	local function exists(username) return fixture:user_exists(username); end
	local function has_password(...) return fixture:has_password(...); end

	local function open(token) return Form.open(web, token); end
	local function send(token, fields) return Form.send(web, token, fields); end

	it("says so for good where accounts are managed elsewhere, before and after it turns out", function ()
		start();
		local token = invites.create_account().token;
		local form_token = open(token);
		local users = _G.prosody.hosts[host].users;
		rawset(users, "create_user", function () return nil, users and "Account creation is not supported"; end);
		local answer = web:post { token = token; form_token = form_token; user = "juliet"; password = "what is in a name" };
		assert.same({ 403; nil }, { answer.status; answer.headers.retry_after });
		assert.truthy(answer.body:find("managed elsewhere", 1, true));
		assert.equal("pending", invites.info(token).state);
		rawset(users, "create_user", function () return nil; end);
		assert.equal(403, web:get("t="..token).status);
		assert.equal(403, web:post { token = token; form_token = form_token; user = "juliet"; password = "what is in a name" }.status);
		assert.same({}, server:logged("error", "account"));
	end);

	it("takes a token with something stuck to it, in the link and in the form", function ()
		start();
		local token = invites.create_account().token;
		local body = web:get("t="..token..".%20").body;
		assert.truthy(body:find("name=\"token\" value=\""..token.."\"", 1, true));
		local answer = web:post { token = token.."\226\128\157 (Romeo)";
			form_token = body:match("name=\"form_token\" value=\"(%w+)\""); user = "juliet"; password = "what is in a name" };
		assert.equal(200, answer.status);
		assert.is_true(exists "juliet");
	end);

	it("shows an account that was just made to nobody else, but again to who presses twice", function ()
		start();
		local first, second = invites.create_account().token, invites.create_account().token;
		local form_token = open(first);
		local function post(token, user)
			local answer = web:post { token = token; form_token = form_token; user = user; password = "what is in a name" };
			return answer.status, answer.body:find("juliet", 1, true) ~= nil;
		end
		assert.equal(200, (post(first, "juliet")));
		assert.same({ 410, false }, { post(first, "mercutio") });
		assert.same({ 404, false }, { post("unknown", "juliet") });
		assert.same({ 200, false }, { post(second, "mercutio") }); -- a form of ours, with another invite
		assert.is_true(exists "mercutio");
		assert.equal(410, (post(first, "juliet"))); -- this form has made another account since
		local cookie = web.cookie;
		web:forget();
		assert.equal(410, (post(second, "mercutio")));
		web.cookie = cookie;
		assert.equal(200, (post(second, "Mercutio")));
	end);

	it("keeps a bound name", function ()
		start();
		local token = invites.create_account("juliet").token;
		local body = web:get("t="..token).body;
		assert.truthy(body:find("value=\"juliet@example.com\" readonly", 1, true));
		assert.is_nil(body:find("name=\"user\"", 1, true));
		assert.equal(200, send(token, { user = "mallory"; password = "secret" }).status);
		assert.is_true(exists "juliet" and not exists "mallory");
	end);

	it("says what is wrong beside the field, keeps the name and drops the password", function ()
		start();
		local token = invites.create_account().token;
		local function problem(fields, status)
			local answer = send(token, fields);
			assert.equal(status or 422, answer.status);
			assert.is_nil(answer.body:find("pa55word", 1, true));
			assert.truthy(answer.body:find("value=\""..fields.user:gsub("&", "&amp;"), 1, true) or fields.user:find("^%s"));
			return answer.body:match("id=\"(%l+)%-problem\"");
		end
		invites.create_account "reserved";
		for _, case in ipairs { { "" }; { "two words" }; { "a&b@" }; { ("x"):rep(251) }; { "romeo"; 409 }; { "reserved"; 409 } } do
			assert.equal("user", (problem({ user = case[1]; password = "pa55word" }, case[2])), case[1]);
		end
		for _, password in ipairs { ""; "pa55word\0" } do assert.equal("password", (problem { user = "juliet"; password = password })); end
		assert.is_falsy(exists "juliet");
		assert.equal(200, send(token, { user = "juliet"; password = "pa55word" }).status);
	end);

	it("tells other modules, who may refuse or fail", function ()
		start();
		local context = fixture:module "invites".module;
		local seen = {};
		context:hook("user-registering", function (event)
			seen.registering = { event.username; event.host; event.ip; event.source; event.validated_invite ~= nil };
			if event.username == "rude" then event.allowed, event.reason = false, "Not <this> name"; end
			if event.username == "crash" then error "crash"; end
		end);
		context:hook("user-registered", function (event)
			seen.registered = { event.username; event.host; event.source; event.validated_invite ~= nil };
		end);
		local token = invites.create_account().token;
		local answer = send(token, { user = "rude"; password = "secret" });
		assert.equal(403, answer.status);
		assert.truthy(answer.body:find("Not &lt;this&gt; name", 1, true));
		answer = send(token, { user = "crash"; password = "secret" });
		assert.equal(503, answer.status);
		assert.truthy(answer.body:find("value=\"crash", 1, true));
		assert.equal("pending", invites.info(token).state);
		local users = _G.prosody.hosts[host].users;
		local create = users.create_user;
		rawset(users, "create_user", function () return nil, users and "the disk is full"; end);
		answer = send(token, { user = "mercutio"; password = "secret" });
		assert.same({ 503; "pending" }, { answer.status; invites.info(token).state });
		assert.truthy(answer.body:find("value=\"mercutio", 1, true));
		rawset(users, "create_user", create);
		assert.equal(200, send(token, { user = "juliet"; password = "secret" }).status);
		assert.same({ "juliet"; host; "192.0.2.1"; "mod_invites_register_web"; true }, seen.registering);
		assert.same({ "juliet"; host; "mod_invites_register_web"; true }, seen.registered);
	end);

	it("says that there is an account, whatever others make of it", function ()
		start();
		local context = fixture:module "invites".module;
		for _, name in ipairs { "user-registered"; "user-password-reset" } do
			context:hook(name, function () error "a module has failed"; end);
		end
		local token, reset = invites.create_account().token, invites.create_account_reset("romeo").token;
		assert.equal(200, send(token, { user = "juliet"; password = "secret" }).status);
		assert.equal("redeemed", invites.info(token).state);
		assert.equal(200, send(reset, { password = "new" }).status);
		assert.is_true(has_password("romeo", "new"));
		assert.equal("redeemed", invites.info(reset).state);
		assert.equal(2, #server:logged("error", "a module has failed"));
	end);

	it("makes several accounts in one browser where the invite does", function ()
		start();
		local token = invites.make { kind = "account"; uses = 3 }.token;
		for _, name in ipairs { "juliet"; "mercutio"; "benvolio" } do
			local answer = send(token, { user = name; password = "secret" });
			assert.equal(200, answer.status);
			assert.truthy(answer.body:find(name.."@example.com", 1, true));
			assert.is_true(exists(name));
		end
		assert.equal(410, send(token, { user = "paris"; password = "secret" }).status);
	end);

	it("says which kind of dead, and nothing to others", function ()
		start();
		local contact = invites.create_contact("romeo").token;
		assert.equal(404, send(contact, { user = "juliet"; password = "secret" }).status);
		local sent = web:post { token = contact; form_token = open(invites.create_account().token); user = "juliet"; password = "secret" };
		assert.truthy(sent.status == 404 and sent.body:find("You need an account for this invitation", 1, true));
		assert.same({}, server:logged("info", "^Wrong token"));
		for _, query in ipairs { "t=unknown"; ""; "t="..contact } do assert.equal(404, web:get(query).status, query); end
		assert.equal(404, web:post { user = "juliet"; password = "secret" }.status);
		local revoked = invites.create_account().token;
		local form_token = open(revoked);
		invites.revoke(revoked);
		assert.equal(410, web:post { token = revoked; form_token = form_token; user = "juliet"; password = "secret" }.status);
		assert.is_falsy(exists "juliet");
	end);

	it("takes requests that come through a socket without addresses, as those of Unix", function ()
		start();
		local without = { more = { secure = true; conn = { ip = function () return nil; end } } };
		local token = invites.create_account().token;
		local form_token = web:get("t="..token, without).body:match("name=\"form_token\" value=\"(%w+)\"");
		without.headers = { content_type = "application/x-www-form-urlencoded"; origin = "https://chat.example.com" };
		assert.equal(200, web:post({ token = token; form_token = form_token; user = "juliet"; password = "secret" }, without).status);
	end);

	it("takes no form that another web site sends", function ()
		start();
		local token = invites.create_account().token;
		local form_token, cookie = open(token), web.cookie;
		for name, value in pairs { sec_fetch_site = "cross-site"; origin = "https://evil.example"; cookie = "invites_form=x" } do
			local headers = { content_type = "application/x-www-form-urlencoded"; cookie = cookie; [name] = value };
			local fields = { token = token; form_token = form_token; user = "mallory"; password = "what is in a name" };
			assert.equal(403, web:post(fields, { headers = headers }).status, name);
		end
		assert.is_falsy(exists "mallory");
	end);

	it("gives another advice to those whose browser keep cookies", function ()
		start();
		local token = invites.create_account().token;
		local function problem(form_token)
			web:forget();
			local answer = web:post { token = token; form_token = form_token; user = "juliet"; password = "what is in a name" };
			assert.equal(403, answer.status);
			return answer.body:match("class=\"problem\" role=\"alert\">(.-)<"), answer.body:match("name=\"form_token\" value=\"(%w+)\"");
		end
		local first, form_token = problem(open(token));
		local second, again = problem(form_token);
		assert.truthy(first:find("^This page was open too long"));
		assert.truthy(second:find("keep cookies", 1, true) and not second:find("too long", 1, true));
		assert.equal(second, (problem(again)));
		assert.equal(200, send(token, { user = "juliet"; password = "what is in a name" }).status);
	end);

	it("takes no password that others could have read", function ()
		start();
		local function status(wish)
			wish.peer = "192.0.2.9";
			return web:ask("GET", "t="..invites.create_account().token, wish).status;
		end
		assert.equal(403, status {});
		assert.equal(200, status { more = { secure = true } });
		for _, mark in ipairs { "via"; "x_forwarded_for"; "x_real_ip" } do -- anybody can say that they are a proxy
			assert.equal(403, status { headers = { [mark] = "192.0.2.1" } });
		end
		start { c2s_require_encryption = false };
		assert.equal(200, status {});
	end);

	it("goes on with the app that was chosen, and the web chat", function ()
		start { webchat_url = "https://chat.example.com/web"; site_apps = {
			{ id = "rider"; name = "Rider"; text = "Rides"; platforms = { "Android" }; login_link_format = "rider:login?{username}@{domain}&{password}";
				download = { buttons = { { text = "Store"; url = "https://rider.example/" } } }; setup = { text = "Press + first" } };
		} };
		local token = invites.create_account().token;
		local answer = web:get("t="..token.."&c=rider");
		assert.truthy(answer.body:find("name=\"app_id\" value=\"rider\"", 1, true));
		answer = send(token, { user = "juliet"; password = "pa55word"; app_id = "rider" });
		for _, part in ipairs { "https://rider.example/"; "Press + first"; "rider:login?juliet@example.com&amp;\""; "https://chat.example.com/web" } do
			assert.truthy(answer.body:find(part, 1, true), part);
		end
		assert.is_nil(answer.body:find("pa55word", 1, true));
		answer = send(invites.create_account().token, { user = "mercutio"; password = "pa55word"; app_id = "../nonsense" });
		assert.truthy(answer.body:find("https://rider.example/", 1, true));
	end);

	it("stays in the language that was wished for", function ()
		start();
		local token = invites.create_account().token;
		local answer = web:get("t="..token.."&lang=ar");
		assert.truthy(answer.body:find("<html lang=\"ar\" dir=\"rtl\">", 1, true));
		assert.truthy(answer.body:find("action=\"register?lang=ar\"", 1, true));
	end);
end);
