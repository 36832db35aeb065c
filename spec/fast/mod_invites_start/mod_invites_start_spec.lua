-- The page on which users make invites, on Prosody's real mod_http without sockets.

local prosody = require "spec.support.prosody";
local Web = require "spec.support.web";

local host = "example.com";

for _, version in ipairs(prosody.versions) do
	describe("mod_invites_start on Prosody "..version, function ()
		local server, invites, web;

		local function start(options)
			options = options or {};
			if options.allow_user_invites == nil then options.allow_user_invites = true; end
			server = prosody.new {
				version = version; hosts = { [host] = options };
				global = { http_ports = {}; https_ports = {}; http_external_url = "https://chat.example.com/" };
			};
			assert(server:load(host, "invites_register"));
			assert(server:load(host, "invites_page"));
			assert(server:load(host, "invites_start"));
			invites = require "core.modulemanager".get_module(host, "invites");
			web = Web.new(host, "/invites_start");
			server:create_user("romeo", host, "secret");
			server:create_user("juliet", host, "secret");
		end

		after_each(function ()
			server:stop();
		end);

		local function form_token()
			return web:get().body:match("name=\"form_token\" value=\"([%w_-]+)\"");
		end

		-- (address, password, wish or nil) → status
		local function log_in(user, password, wish)
			return web:post({ action = "login"; user = user; password = password; form_token = form_token() }, wish).status;
		end

		-- (fields) → the page after it
		local function act(fields)
			fields.form_token = form_token();
			local answer = web:post(fields);
			assert.equal(303, answer.status);
			assert.equal("invites_start", answer.headers.location:match("^[%w_]+"));
			return web:get(nil, { path = answer.headers.location:match("(/.*)$") }).body;
		end

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

		it("makes invites, as a chat program would", function ()
			start();
			log_in("romeo", "secret");
			local body = act { action = "make"; kind = "contact-account"; note = "  for <Ben>\n  " };
			local invite = made_by "romeo"[1];
			assert.equal("contact-account", invite.kind);
			assert.equal("romeo", invite.inviter);
			assert.equal("user", invite.authority);
			assert.equal("for <Ben>", invite.additional_data.note);
			assert.equal("romeo@example.com", invite.additional_data.source);
			assert.truthy(body:find("value=\""..invite.landing_page.."\"", 1, true));
			assert.truthy(body:find("for &lt;Ben&gt;", 1, true));
			assert.equal("image/svg+xml", web:get(nil, { path = "/qr.svg" }).headers.content_type);
			act { action = "make"; kind = "contact" };
			local kinds = {};
			for _, one in ipairs(made_by "romeo") do kinds[one.kind] = true; end
			assert.same({ contact = true; ["contact-account"] = true }, kinds);
			assert.equal(2, #made_by "romeo");
			web:get();
			web:get();
			assert.equal(2, #made_by "romeo"); -- looking makes none
		end);

		it("makes what a user may make, and says why no more", function ()
			start { allow_user_invites = false };
			log_in("romeo", "secret");
			assert.is_nil(web:get().body:find("contact-account", 1, true));
			assert.truthy(act { action = "make"; kind = "contact-account" }:find("You may not", 1, true));
			assert.truthy(act { action = "sheet"; count = "2" }:find("You may not", 1, true));
			assert.same({}, made_by "romeo");
			act { action = "make"; kind = "contact" };
			assert.equal(1, #made_by "romeo");
			server:stop();
			start { allow_user_invites = false; allow_contact_invites = false };
			log_in("romeo", "secret");
			assert.truthy(act { action = "make"; kind = "contact" }:find("You may not", 1, true));
			assert.same({}, made_by "romeo");
			server:stop();
			start { invites_per_user = 1 };
			log_in("romeo", "secret");
			act { action = "make"; kind = "contact-account" };
			assert.truthy(act { action = "make"; kind = "contact-account" }:find("You have made all", 1, true));
			assert.equal(1, #(invites.list("pending", "romeo")));
		end);

		it("shows what is usable behind any number of those that are not", function ()
			start { invites_per_user = 200 };
			for _ = 1, 120 do assert(invites.make { kind = "account"; creator = "romeo" }); end
			-- The newest first: the last of the list is the one that stays.
			local newest = invites.list("all", "romeo", nil, 200, true);
			for i = 1, 119 do assert(invites.revoke(newest[i].id)); end
			log_in("romeo", "secret");
			assert.truthy(web:get().body:find(newest[120].token, 1, true));
		end);

		it("withdraws one's own invites, and no others", function ()
			start();
			log_in("romeo", "secret");
			act { action = "make"; kind = "contact" };
			local mine, others = made_by "romeo"[1], invites.make { kind = "contact"; inviter = "juliet"; creator = "juliet"; authority = "user" };
			for _, reference in ipairs { others.id; others.token; "nonsense"; "" } do
				assert.truthy(act { action = "revoke"; invite = reference }:find("can no longer be withdrawn", 1, true));
			end
			act { action = "revoke" };
			assert.equal("pending", invites.info(others.token).state);
			assert.truthy(act { action = "revoke"; invite = mine.id }:find("was withdrawn", 1, true));
			assert.equal("revoked", invites.info(mine.id).state);
		end);

		it("shows the links of what is everybody's to give, and of nothing else", function ()
			start();
			local plain = invites.make { kind = "account"; creator = "romeo" };
			local powerful = invites.make { kind = "account"; creator = "romeo"; data = { groups = { "heads" } } };
			local reset = invites.make { kind = "reset"; username = "juliet"; creator = "romeo" };
			log_in("romeo", "secret");
			local body = web:get().body;
			assert.truthy(body:find(plain.token, 1, true));
			for _, invite in ipairs { powerful; reset } do
				assert.truthy(body:find(invite.id, 1, true));
				assert.is_nil(body:find(invite.token, 1, true));
			end
		end);

		it("says so where the database fails", function ()
			start();
			log_in("romeo", "secret");
			act { action = "make"; kind = "contact" };
			local id = made_by "romeo"[1].id;
			for _, name in ipairs { "list"; "info"; "make" } do
				invites[name] = function () return nil, "internal-server-error"; end;
			end
			assert.truthy(web:get().body:find("This did not work", 1, true));
			assert.is_nil(web:get().body:find("There are none", 1, true));
			assert.truthy(act { action = "revoke"; invite = id }:find("This did not work", 1, true));
			assert.truthy(act { action = "make"; kind = "contact" }:find("This did not work", 1, true));
		end);

		it("remembers few forms and few sessions of one user, and takes an old form no more", function ()
			start();
			log_in("romeo", "secret");
			local function number() return web:get().body:match("name=\"once\" value=\"([%w_-]+)\""); end
			local first = number();
			act { action = "make"; kind = "contact"; once = first };
			act { action = "make"; kind = "contact"; once = first };
			assert.equal(1, #made_by "romeo");
			for _, once in ipairs { "0"; "-1"; "1e3"; "99999"; "x"; ("9"):rep(5000) } do act { action = "make"; kind = "contact"; once = once }; end
			assert.equal(1, #made_by "romeo");
			local early = number();
			for _ = 1, 200 do number(); end
			act { action = "make"; kind = "contact"; once = early };
			act { action = "make"; kind = "contact"; once = first };
			assert.equal(1, #made_by "romeo");
			act { action = "make"; kind = "contact"; once = number() };
			assert.equal(2, #made_by "romeo");

			local cookie = web.cookie;
			for _ = 1, 10 do
				web:forget();
				log_in("romeo", "secret");
			end
			assert.truthy(web:get().body:find("name=\"once\"", 1, true));
			web.cookie = cookie;
			assert.is_nil(web:get().body:find("name=\"once\"", 1, true));
		end);

		it("refuses a note that is too long or can't be shown, and says so", function ()
			start();
			log_in("romeo", "secret");
			act { action = "make"; kind = "contact"; note = " "..("字"):rep(100).." " };
			assert.equal(("字"):rep(100), made_by "romeo"[1].additional_data.note);
			for _, note in ipairs {
				("字"):rep(101); (" "):rep(1000).."x"; "a\255b"; "a\0b"; "a\nb"; "a\239\191\191b"; "a\194\155b"; "a\237\160\128b";
			} do
				assert.truthy(act { action = "make"; kind = "contact"; note = note }:find("Use at most <bdi>100", 1, true), note);
			end
			assert.equal(1, #made_by "romeo");
		end);

		it("makes a sheet of cards", function ()
			start { invites_per_user = 5 };
			log_in("romeo", "secret");
			local body = act { action = "sheet"; count = "3" };
			local _, cards = body:gsub("<svg", "");
			assert.equal(3, cards);
			assert.truthy(body:find("\"static/style.css", 1, true));
			assert.truthy(body:find("href=\"../invites_start\"", 1, true));
			for _, count in ipairs { "0"; "51"; "x"; "-1"; "1e1"; "" } do
				assert.truthy(act { action = "sheet"; count = count }:find("from 1 to <bdi>50", 1, true), count);
			end
			_, cards = act { action = "sheet"; count = "9" }:gsub("<svg", "");
			assert.equal(2, cards); -- what the quota allows
			assert.truthy(web:get().body:find("Too many of your invitations", 1, true));
			assert.equal(5, #invites.list("all", "romeo"));
			for _, invite in ipairs(made_by "romeo") do assert.same({ "account"; "user" }, { invite.kind; invite.authority }); end
			server:stop();
			start { invites_per_day = 1 };
			log_in("romeo", "secret");
			act { action = "sheet"; count = "3" };
			assert.truthy(web:get().body:find("as many invitations today", 1, true));
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

		it("locks nobody out where a proxy does not say for whom it speaks, and tells the admin", function ()
			start();
			local silent = { "unknown"; "_hidden"; ""; "127.0.0.1"; "192.0.2.5, unknown" };
			for i = 1, 30 do
				local header = silent[i % #silent + 1];
				local wish = { ip = i % 2 == 0 and "127.0.0.1" or "unknown"; headers = { x_forwarded_for = header; x_forwarded_proto = "https";
					content_type = "application/x-www-form-urlencoded" } };
				local page = web:get(nil, { ip = wish.ip; headers = { x_forwarded_for = header; x_forwarded_proto = "https" } });
				wish.headers.cookie = web.cookie;
				assert.equal(403, web:post({ action = "login"; user = "romeo"; password = "wrong";
					form_token = page.body:match("name=\"form_token\" value=\"(%w+)\"") }, wish).status);
			end
			assert.equal(303, log_in("romeo", "secret", { ip = "127.0.0.1" }));
			act { action = "logout" };
			assert.equal(303, log_in("romeo", "secret", { ip = "198.51.100.1" }));
			assert.equal(1, #server:logged("warn", "does not say for which address"));
		end);

		it("finds the address in what proxies write", function ()
			start();
			local function attempt(header, password, ip)
				local headers = { x_forwarded_for = header; x_forwarded_proto = "https"; content_type = "application/x-www-form-urlencoded" };
				local page = web:get(nil, { ip = ip; headers = { x_forwarded_for = header; x_forwarded_proto = "https" } });
				headers.cookie = web.cookie;
				return web:post({ action = "login"; user = "romeo"; password = password; form_token = page.body:match("name=\"form_token\" value=\"(%w+)\"") },
					{ ip = ip; headers = headers }).status;
			end
			for i = 1, 10 do assert.equal(403, attempt("198.51.100.7:"..4000 + i, "wrong", "198.51.100.7:"..4000 + i)); end
			assert.equal(429, attempt("198.51.100.7", "secret", "198.51.100.7"));
			assert.equal(429, attempt("unknown, 198.51.100.7:99, 127.0.0.1:5000", "secret", "127.0.0.1:5000"));
			for i = 1, 10 do assert.equal(403, attempt("[2001:db8::1]:"..i, "wrong", "[2001:db8::1]:"..i)); end
			assert.equal(429, attempt("2001:db8::1", "secret", "2001:db8::1"));
			assert.equal(429, attempt("\"[2001:db8::2]\"", "secret", "\"[2001:db8::2]\""));
			assert.equal(303, attempt("198.51.100.8:1", "secret", "198.51.100.8:1"));
			assert.same({}, server:logged("warn", "does not say for which address"));
		end);

		it("refuses forms that another web site sends", function ()
			start();
			local function log_in_from(headers)
				local token = form_token();
				headers.content_type = "application/x-www-form-urlencoded";
				return web:post({ action = "login"; user = "romeo"; password = "secret"; form_token = token }, { headers = headers }).status;
			end
			for _, headers in ipairs {
				{ origin = "https://evil.example" }; { origin = "https://chat.example.com.evil.example" }; { sec_fetch_site = "cross-site" };
				{ sec_fetch_site = "same-site" }; { sec_fetch_site = "cross-site"; origin = "https://chat.example.com" }; { origin = "nonsense" };
					{ origin = "https://" };
				{ origin = "https://evil.example"; host = "chat.example.com" }; { origin = "https://evil.example"; x_forwarded_host = "" };
			} do
				assert.equal(403, log_in_from(headers), next(headers));
				assert.truthy(web:get().body:find("name=\"password\"", 1, true));
			end
			for _, headers in ipairs {
				{ origin = "https://chat.example.com" }; { origin = "null" }; { sec_fetch_site = "same-origin" }; { sec_fetch_site = "none" }; {};
				{ sec_fetch_site = "same-origin"; origin = "null" }; { origin = "http://localhost:5280"; host = "localhost:5280" };
				{ origin = "https://invite.example:8443"; x_forwarded_host = "invite.example:8443"; x_forwarded_proto = "https" };
			} do
				web:forget();
				local token = web:get(nil, { headers = { x_forwarded_host = headers.x_forwarded_host; x_forwarded_proto = headers.x_forwarded_proto } }).body
					:match("name=\"form_token\" value=\"(%w+)\"");
				headers.content_type = "application/x-www-form-urlencoded";
				assert.equal(303, web:post({ action = "login"; user = "romeo"; password = "secret"; form_token = token }, { headers = headers }).status);
			end
		end);

		it("takes no forms but its own", function ()
			start();
			assert.equal(403, web:post { action = "login"; user = "romeo"; password = "secret" }.status);
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
end
