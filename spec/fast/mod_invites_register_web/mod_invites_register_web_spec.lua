-- The form for registration and resets, on Prosody's real mod_http without sockets.

local prosody = require "spec.support.prosody";
local Web = require "spec.support.web";

local host = "example.com";

for _, version in ipairs(prosody.versions) do
	describe("mod_invites_register_web on Prosody "..version, function ()
		local server, invites, web;

		-- (options of the host, function to call before modules are loaded or nil)
		local function start(options, before)
			options = options or {};
			if options.invites_password_min_length == nil then options.invites_password_min_length = 1; end
			options.invites_password_min_length = options.invites_password_min_length or nil;
			server = prosody.new {
				version = version; hosts = { [host] = options or {} };
				global = { http_ports = {}; https_ports = {}; http_external_url = "https://chat.example.com/" };
			};
			if before then before(); end
			assert(server:load(host, "invites_register_web"));
			invites = require "core.modulemanager".get_module(host, "invites");
			web = Web.new(host, "/register");
			server:create_user("romeo", host, "secret");
		end

		local function exists(username)
			return require "core.usermanager".user_exists(username, host);
		end

		local function has_password(username, password)
			return require "core.usermanager".test_password(username, host, password) and true or false;
		end

		-- (token) → form token; the cookie is kept in `web`
		local function open(token)
			return web:get("t="..token).body:match("name=\"form_token\" value=\"(%w+)\"");
		end

		-- (token, { field = value }) → answer
		local function send(token, fields)
			fields.token, fields.form_token = token, fields.form_token or open(token);
			return web:post(fields);
		end

		after_each(function ()
			server:stop();
		end);

		it("makes an account, once", function ()
			start();
			local invite = invites.create_account();
			local answer = send(invite.token, { user = " Juliet@Example.com "; password = "what is in a name" });
			assert.equal(200, answer.status);
			assert.truthy(answer.body:find("value=\"juliet@example.com\"", 1, true));
			assert.is_true(has_password("juliet", "what is in a name"));
			assert.equal("redeemed", invites.info(invite.token).state);
			assert.is_nil(answer.body:find("what is in a name", 1, true));
			assert.same({}, server:logged("error", "account"));
			for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("what is in a name", 1, true)); end

			web:forget();
			assert.equal(410, web:get("t="..invite.token).status);
			assert.equal(410, web:post { token = invite.token; user = "mallory"; password = "secret" }.status);
			assert.is_falsy(exists "mallory");
		end);

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

		it("answers the same to somebody who presses twice", function ()
			start();
			local token = invites.create_account().token;
			local form_token = open(token);
			for _ = 1, 2 do
				local answer = web:post { token = token; form_token = form_token; user = "juliet"; password = "secret" };
				assert.equal(200, answer.status);
				assert.truthy(answer.body:find("juliet@example.com", 1, true));
			end
		end);

		it("shows an account that was just made to nobody else", function ()
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

		it("makes contacts of inviter and invited", function ()
			start();
			local token = invites.create_contact("romeo", true).token;
			assert.truthy(web:get("t="..token).body:find("romeo", 1, true));
			assert.equal(200, send(token, { user = "juliet"; password = "secret" }).status);
			local roster = require "core.rostermanager".load_roster("juliet", host);
			assert.equal("both", roster["romeo@example.com"].subscription);
		end);

		it("says what is wrong beside the field, keeps the name and drops the password", function ()
			start();
			local token = invites.create_account().token;
			local function problem(fields, status)
				local answer = send(token, fields);
				assert.equal(status or 422, answer.status);
				assert.is_nil(answer.body:find("pa55word", 1, true));
				assert.truthy(answer.body:find("value=\""..fields.user:gsub("&", "&amp;"), 1, true) or fields.user:find("^%s"));
				return answer.body:match("id=\"(%l+)%-problem\""), answer.body:match("class=\"problem\"[^>]*>(.-)</p>");
			end
			assert.same({ "user"; "Choose a name." }, { problem { user = ""; password = "pa55word" } });
			assert.equal("user", (problem { user = "two words"; password = "pa55word" }));
			assert.equal("user", (problem { user = "a&b@"; password = "pa55word" }));
			for _, name in ipairs { ("x"):rep(251); ("é"):rep(42) } do
				assert.same({ "user"; "This name is too long. Choose a shorter one." }, { problem { user = name; password = "pa55word" } });
			end
			assert.equal("user", (problem({ user = "romeo"; password = "pa55word" }, 409)));
			invites.create_account("reserved");
			assert.equal("user", (problem({ user = "reserved"; password = "pa55word" }, 409)));
			assert.equal("password", (problem { user = "juliet"; password = "" }));
			assert.equal("password", (problem { user = "juliet"; password = "pa55word\0" }));
			assert.equal("password", (problem { user = "juliet"; password = "pa55word"..("x"):rep(1024) }));
			assert.is_falsy(exists "juliet");
			assert.equal(200, send(token, { user = "juliet"; password = "pa55word" }).status);
		end);

		it("asks for what the option additional_registration_fields says, and keeps it as mod_register_ibr does", function ()
			local seen;
			start({ additional_registration_fields = { "email+"; "first"; "nonsense"; { name = "terms"; type = "boolean"; label = "I agree <b>" };
				{ name = "colour"; type = "list-single"; label = "Colour"; options = { { label = "Red"; value = "red" }; { label = "Blue";
					value = "blue" } } } } });
			require "core.modulemanager".get_module(host, "invites_register").module:hook("user-registering", function (event) seen = event.additional; end);
			local token = invites.create_account().token;
			local body = web:get("t="..token).body;
			for _, part in ipairs { "Email address"; "name=\"extra_email\" type=\"text\""; "autocomplete=\"email\""; "First name"; "I agree &lt;b&gt;";
				"<option value=\"blue\">Blue</option>";
				"type=\"checkbox\"" } do
				assert.truthy(body:find(part, 1, true), part);
			end
			assert.truthy(body:match("<input[^>]*name=\"extra_email\"[^>]*>"):find(" required", 1, true));
			assert.is_nil(body:match("<input[^>]*name=\"extra_first\"[^>]*>"):find(" required", 1, true));
			local function refused(fields, words)
				fields.user, fields.password = "juliet", "what is in a name";
				local answer = send(token, fields);
				assert.equal(422, answer.status);
				assert.truthy(answer.body:find(words, 1, true), words);
				assert.is_nil(answer.body:find("what is in a name", 1, true));
				assert.is_falsy(exists "juliet");
			end
			refused({}, "Fill this in, too.");
			refused({ extra_email = "   "; extra_first = "Juliet <3" }, "value=\"Juliet &lt;3\"");
			refused({ extra_email = "juliet" }, "This is no email address");
			refused({ extra_email = ("x"):rep(300).."@capulet.example" }, "This is too long.");
			refused({ extra_email = "j\0@capulet.example" }, "This does not fit here.");
			refused({ extra_email = "j@capulet.example"; extra_colour = "green" }, "This does not fit here.");
			assert.equal(200, send(token, { user = "juliet"; password = "what is in a name"; extra_email = " j@capulet.example "; extra_terms = "1";
				extra_colour = "blue" }).status);
			assert.equal("j@capulet.example", seen.email);
			local kept = require "core.storagemanager".open(host, "account_details"):get "juliet";
			assert.is_true(math.abs(kept.registered - os.time()) < 10);
			kept.registered = nil;
			assert.same({ email = "j@capulet.example"; terms = true; colour = "blue" }, kept);
			assert.is_nil(web:get("t="..invites.create_account_reset("romeo").token).body:find("extra_email", 1, true));
		end);

		it("lives with whatever is sent in fields of every kind", function ()
			local fields = {};
			for i, kind in ipairs { "text-single"; "text-private"; "text-multi"; "list-single"; "list-multi"; "jid-single"; "jid-multi"; "boolean" } do
				fields[i] = { name = "field"..i; type = kind; label = kind; options = kind == "list-single" and { "a"; "b" } or nil };
			end
			start { additional_registration_fields = fields };
			local token = invites.create_account().token;
			for _, text in ipairs { "\0"; "\255\254"; "\237\160\128"; "\239\191\191"; "\1\27[2J"; ("x"):rep(12000); ("\n"):rep(4500); "a\r\nb"; "<&>\"'";
				"\226\129\168" } do
				for i in ipairs(fields) do
					local status = send(token, { user = "juliet"; password = ""; ["extra_field"..i] = text }).status;
					assert.equal(422, status, fields[i].type..": "..("%q"):format(text:sub(1, 20)));
				end
			end
			assert.same({}, server:logged("error", "extra"));
			for _, private in ipairs { "\0"; "\255" } do
				assert.equal(422, send(token, { user = "juliet"; password = "what is in a name"; extra_field2 = private }).status);
			end
			assert.is_falsy(exists "juliet");
			assert.equal(200, send(token, { user = "juliet"; password = "what is in a name"; extra_field2 = " p\195\182n " }).status);
			assert.equal(" p\195\182n ", require "core.storagemanager".open(host, "account_details"):get("juliet").field2);
		end);

		it("keeps when an account was registered where nothing else is asked for", function ()
			start();
			assert.equal(200, send(invites.create_account().token, { user = "juliet"; password = "what is in a name" }).status);
			assert.is_number(require "core.storagemanager".open(host, "account_details"):get("juliet").registered);
		end);

		it("makes no account whose details can't be kept, and says that it is our fault", function ()
			start();
			_G.prosody.hosts[host].events.add_handler("store-opened", function (event)
				if event.store_name == "account_details" then event.store = { set = function () return nil, "disk on fire"; end }; end
			end);
			local token = invites.create_account().token;
			assert.equal(503, send(token, { user = "juliet"; password = "what is in a name" }).status);
			assert.is_falsy(exists "juliet");
			assert.equal("pending", invites.info(token).state);
		end);

		it("says why a password can't be used", function ()
			start { invites_password_min_length = false };
			local token = invites.create_account().token;
			local function problem(password, to)
				local answer = send(to or token, { user = "juliet"; password = password });
				assert.equal(422, answer.status, password);
				return answer.body:match("id=\"password%-problem\"[^>]*>(.-)</p>"):gsub("</?bdi>", "");
			end
			assert.truthy(problem("short7x"):find("at least 8 characters", 1, true));
			assert.truthy(problem("p\195\188p\195\188p\195\188p"):find("at least 8 characters", 1, true)); -- seven letters, ten bytes
			assert.truthy(problem(("x"):rep(1025)):find("too long", 1, true));
			assert.truthy(problem("pass\tword\1"):find("can’t be seen", 1, true));
			assert.truthy(problem("pass\226\128\174word"):find("can’t send", 1, true));
			assert.truthy(problem("short", invites.create_account_reset("romeo").token):find("at least 8 characters", 1, true));
			assert.truthy(web:get("t="..token).body:find("At least <bdi>8</bdi> characters", 1, true));
			assert.is_falsy(exists "juliet");
			assert.equal(200, send(token, { user = "juliet"; password = "p\195\188p\195\188p\195\188p\195\188" }).status);
		end);

		it("follows the password policy where there is one", function ()
			start();
			local policy = { length = 10 };
			require "core.modulemanager".get_module = (function (old)
				return function (on, name)
					if name ~= "password_policy" then return old(on, name); end
					return {
						get_policy = function () return policy; end;
						check_password = function (password, about)
							if #password < policy.length then return nil, "short", "length"; end
							if about and password:find(about.username, 1, true) then return nil, "has the name", "username"; end
							if password:find("^%d+$") then return nil, "Not <only> digits", "digits"; end
							if password == "crash crash" then error "crash"; end
							return true;
						end;
					};
				end;
			end)(require "core.modulemanager".get_module);
			local token = invites.create_account().token;
			assert.truthy(web:get("t="..token).body:find("At least <bdi>10</bdi> characters", 1, true));
			local function problem(password)
				local answer = send(token, { user = "juliet"; password = password });
				return answer.status == 422 and answer.body:match("id=\"password%-problem\"[^>]*>(.-)</p>");
			end
			assert.truthy(problem "short":find("at least <bdi>10</bdi>", 1, true));
			assert.truthy(problem "iamjuliet000":find("name", 1, true));
			assert.equal("Not &lt;only&gt; digits", problem "12345678901");
			assert.truthy(problem "crash crash");
			assert.is_falsy(exists "juliet");
			local _, count = send(token, { user = ""; password = "long enough" }).body:gsub("class=\"problem\"", "");
			assert.equal(1, count);
		end);

		it("sets a new password, once", function ()
			start();
			local token = invites.create_account_reset("romeo").token;
			assert.truthy(web:get("t="..token).body:find("romeo@example.com", 1, true));
			assert.equal(422, send(token, { password = "" }).status);
			assert.is_true(has_password("romeo", "secret"));
			assert.equal(200, send(token, { user = "mallory"; password = "new secret" }).status);
			assert.is_true(has_password("romeo", "new secret"));
			web:forget();
			assert.equal(410, web:get("t="..token).status);
			assert.equal(410, web:post { token = token; password = "third" }.status);
			assert.is_true(has_password("romeo", "new secret"));
		end);

		it("tells other modules, who may refuse", function ()
			start();
			local context = require "core.modulemanager".get_module(host, "invites").module;
			local seen = {};
			context:hook("user-registering", function (event)
				seen.registering = { event.username; event.host; event.ip; event.source; event.validated_invite ~= nil };
				if event.username == "rude" then event.allowed, event.reason = false, "Not <this> name"; end
			end);
			context:hook("user-registered", function (event)
				seen.registered = { event.username; event.host; event.source; event.validated_invite ~= nil };
			end);
			local token = invites.create_account().token;
			local answer = send(token, { user = "rude"; password = "secret" });
			assert.equal(403, answer.status);
			assert.truthy(answer.body:find("Not &lt;this&gt; name", 1, true));
			assert.equal(200, send(token, { user = "juliet"; password = "secret" }).status);
			assert.same({ "juliet"; host; "192.0.2.1"; "mod_invites_register_web"; true }, seen.registering);
			assert.same({ "juliet"; host; "mod_invites_register_web"; true }, seen.registered);
		end);

		-- (name of a function of Prosody's user manager, function (old) → new) before the modules are loaded that keep it
		local function replace(name, make)
			local usermanager = require "core.usermanager";
			usermanager[name] = make(usermanager[name]);
		end

		it("keeps the invite where the account can't be stored", function ()
			start(nil, function ()
				local name = require "core.usermanager".create_user_with_role and "create_user_with_role" or "create_user";
				replace(name, function (old)
					return function (username, ...)
						if username == "full" then return nil, "the disk is full"; end
						return old(username, ...);
					end;
				end);
			end);
			local context = require "core.modulemanager".get_module(host, "invites").module;
			context:hook("user-registering", function (event) if event.username == "crash" then error "crash"; end end);
			local token = invites.create_account().token;
			for _, name in ipairs { "full"; "crash" } do
				local answer = send(token, { user = name; password = "secret" });
				assert.equal(503, answer.status);
				assert.truthy(answer.body:find("value=\""..name, 1, true));
				assert.equal("pending", invites.info(token).state);
			end
			assert.equal(200, send(token, { user = "juliet"; password = "secret" }).status);
		end);

		it("says that there is an account, whatever others make of it", function ()
			start();
			local context = require "core.modulemanager".get_module(host, "invites").module;
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

		it("takes no forms but its own", function ()
			start();
			local token = invites.create_account().token;
			local form_token = open(token);
			local cookie = web.cookie;
			local function refused(fields)
				fields.token, fields.user, fields.password = token, "juliet", "secret";
				local answer = web:post(fields);
				assert.equal(403, answer.status);
				assert.truthy(answer.body:find("value=\"juliet\"", 1, true));
				assert.is_falsy(exists "juliet");
			end
			refused { form_token = "" };
			refused { form_token = ("0"):rep(64) };
			refused {};
			web:forget();
			refused { form_token = form_token }; -- without the cookie
			web:forget();
			local other = open(token);
			refused { form_token = form_token }; -- of another browser
			web.cookie = cookie;
			refused { form_token = other };
			assert.equal(200, web:post { token = token; form_token = form_token; user = "juliet"; password = "secret" }.status);
		end);

		it("says which kind of dead, and nothing to others", function ()
			start();
			local contact = invites.create_contact("romeo").token;
			assert.equal(404, web:get("t="..contact).status);
			assert.equal(404, send(contact, { user = "juliet"; password = "secret" }).status);
			assert.equal(404, web:get("t=unknown").status);
			assert.equal(404, web:get(nil).status);
			assert.equal(404, web:post { user = "juliet"; password = "secret" }.status);
			local revoked = invites.create_account().token;
			local form_token = open(revoked);
			invites.revoke(revoked);
			assert.equal(410, web:post { token = revoked; form_token = form_token; user = "juliet"; password = "secret" }.status);
			assert.is_falsy(exists "juliet");
		end);

		it("stops those who guess", function ()
			start();
			local answer;
			for _ = 1, 300 do answer = web:post({ token = "guess"; user = "x"; password = "y" }, { ip = "198.51.100.7" }); end
			assert.equal(429, answer.status);
			assert.equal("60", answer.headers.retry_after);
		end);

		it("survives odd bodies", function ()
			start();
			local token = invites.create_account().token;
			open(token);
			local function status(body, headers, more)
				return web:ask("POST", nil, { body = body; headers = headers; more = more }).status;
			end
			local form = { content_type = "application/x-www-form-urlencoded" };
			assert.equal(413, status(("x"):rep(20000), form));
			assert.equal(413, status("", form, { partial = true }));
			assert.equal(411, status("", { content_type = form.content_type; transfer_encoding = "chunked" }));
			for _, content_type in ipairs { "application/json"; "multipart/form-data; boundary=x"; "text/plain"; "" } do
				assert.equal(415, status("token="..token, { content_type = content_type }));
			end
			assert.equal(415, status("token="..token, {}));
			for _, body in ipairs { ""; "="; "&&&"; "token"; "token=%"; "token=%zz&user=%00"; "\255\254"; "token=%ff%fe"; "password=x" } do
				assert.equal(404, status(body, form), body);
			end
			local form_token = open(token);
			for _, user in ipairs { "%ff%fe"; "%00"; "%E2%80%AE"; ("x"):rep(5000); "%3Cscript%3E" } do
				local body = ("token=%s&form_token=%s&user=%s&password=secret"):format(token, form_token, user);
				local answer = web:ask("POST", nil, { headers = form; body = body });
				assert.equal(422, answer.status, user);
				assert.is_nil(answer.body:find("<script>", 1, true));
			end
			assert.equal("pending", invites.info(token).state);
			assert.same({}, server:logged("error", "traceback"));
		end);

		it("knows its methods", function ()
			start();
			for _, method in ipairs { "PUT"; "PATCH"; "DELETE" } do
				local answer = web:ask(method);
				assert.equal(405, answer.status);
				assert.equal("GET, HEAD, POST, OPTIONS", answer.headers.allow);
			end
			assert.equal(204, web:ask("OPTIONS").status);
		end);

		it("keeps everybody else out", function ()
			start();
			local answer = web:get("t="..invites.create_account().token);
			local policy = answer.headers.content_security_policy;
			for _, part in ipairs { "default-src 'none'"; "form-action 'self'"; "frame-ancestors 'none'"; "base-uri 'none'" } do
				assert.truthy(policy:find(part, 1, true), part);
			end
			assert.is_nil(policy:find("unsafe", 1, true));
			assert.equal("no-store", answer.headers.cache_control);
			assert.equal("no-referrer", answer.headers.referrer_policy);
			assert.equal("nosniff", answer.headers.x_content_type_options);
			assert.truthy(answer.headers.x_robots_tag:find("noindex"));
			assert.is_nil(answer.headers.access_control_allow_origin);
			assert.truthy(answer.headers.set_cookie:find("; Path=/; HttpOnly; SameSite=Lax", 1, true));
			assert.is_nil(answer.headers.set_cookie:find("Secure", 1, true));
			web:forget();
			local encrypted = web:ask("GET", "t="..invites.create_account().token, { more = { secure = true } });
			assert.truthy(encrypted.headers.set_cookie:find("; Secure", 1, true));
			assert.truthy(encrypted.headers.set_cookie:find("^__Host%-invites_form="));
		end);

		it("refuses forms that another web site sends", function ()
			start();
			local token = invites.create_account().token;
			local form_token = open(token);
			for _, headers in ipairs { { origin = "https://evil.example" }; { sec_fetch_site = "cross-site" } } do
				headers.content_type = "application/x-www-form-urlencoded";
				assert.equal(403, web:post({ token = token; form_token = form_token; user = "juliet"; password = "what is in a name" },
					{ headers = headers }).status);
				assert.is_falsy(exists "juliet");
			end
		end);

		it("gives another advice to those whose browser keeps no cookies", function ()
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
			assert.truthy(first:find("^This page was open for too long"));
			assert.truthy(second:find("keeps no cookies", 1, true) and not second:find("too long", 1, true));
			assert.equal(second, (problem(again)));
			assert.equal(200, send(token, { user = "juliet"; password = "what is in a name" }).status);
		end);

		it("takes no password that others could have read", function ()
			start();
			local function status(more) return web:ask("GET", "t="..invites.create_account().token, { peer = "192.0.2.9"; more = more }).status; end
			assert.equal(403, status());
			assert.equal(200, status { secure = true });
			server:stop();
			start { c2s_require_encryption = false };
			assert.equal(200, status());
			server:stop();
			start();
			for _, mark in ipairs { "via"; "x_forwarded_for"; "x_real_ip" } do -- anybody can say that they are a proxy
				local answer = web:ask("GET", "t="..invites.create_account().token, { peer = "192.0.2.9"; headers = { [mark] = "192.0.2.1" } });
				assert.equal(403, answer.status);
			end
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

		it("fills templates of the admin's own", function ()
			local folder = os.tmpname();
			os.remove(folder);
			assert(os.execute("mkdir "..folder));
			local function write(name, text)
				local file = assert(io.open(folder.."/"..name, "w"));
				file:write(text):close();
			end
			write("register.html", "<html>{site_name} {domain} {token} {uri} {type} {jid} {password_policy.length} [{message}]"
				.."<form method='post' class='x'><input name='user'></form></html>");
			write("register_error.html", "<title>{site_name}</title>{message}");
			write("register_success.html", "{username}|{domain}|{password}|{webchat_url?}");
			start { invites_register_template_path = folder };
			local invite = invites.create_account();
			local body = web:get("t="..invite.token).body;
			assert.truthy(body:find(("<html>example.com example.com %s %s register example.com"):format(invite.token, invite.uri), 1, true));
			assert.truthy(body:find("<form method='post' class='x'><input type=\"hidden\" name=\"form_token\" value=\"%w+\"><input name='user'>"));
			assert.truthy(send(invite.token, { user = "romeo"; password = "x" }).body:find("[Somebody else has this name. Try another one.]", 1, true));
			assert.equal("juliet|example.com||", send(invite.token, { user = "juliet"; password = "secret" }).body);
			assert.truthy(web:get("t=unknown").body:find("^<title>example.com</title>Perhaps a part of the link got lost"));
			assert.truthy(web:get("t="..invites.create_account_reset("romeo").token).body:find("<!DOCTYPE html>", 1, true)); -- ours: there is no other
			os.execute("rm -r "..folder);
		end);

		it("says which field a template of the admin's own lacks, without which nobody can register", function ()
			local folder = os.tmpname();
			os.remove(folder);
			assert(os.execute("mkdir "..folder));
			local function errors_with(form, fields)
				io.open(folder.."/register.html", "w"):write("<form method='post'><input name='user'>"..form.."</form>"):close();
				start { invites_register_template_path = folder; additional_registration_fields = fields };
				local errors = {};
				for _, line in ipairs(server:logged("error", "^Nobody can register with")) do table.insert(errors, line); end
				server:stop();
				return errors;
			end
			local found = errors_with("<input name='extra_email'>", { "email+"; "phone+"; "first" });
			assert.equal(1, #found);
			assert.truthy(found[1]:find("Nobody can register with the template register.html: it lacks the field extra_phone", 1, true), found[1]);
			assert.same({}, errors_with("<input name='extra_phone'>", { "phone+"; "first" }));
			assert.same({}, errors_with("{extras#{item.name}}", { "phone+" }));
			os.execute("rm -r "..folder);
			start();
		end);

		it("stays in the language that was wished for", function ()
			start();
			local token = invites.create_account().token;
			local answer = web:get("t="..token.."&lang=ar");
			assert.truthy(answer.body:find("<html lang=\"ar\" dir=\"rtl\">", 1, true));
			assert.truthy(answer.body:find("action=\"register?lang=ar\"", 1, true));
		end);
	end);
end
