-- The forms to register and to make invites, with many who send them at once, beside streams, and on hosts of all kinds. The way of one reader
-- through all pages: browser_spec.lua.

local socket = require "socket";
local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local idn, ascii = "b\195\188cher.example", "xn--bcher-kva.example"; -- browsers ask for the A-label
local secret = "Wherefore-4rt-thou";

describe("the form to register", function ()
	local fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "register_apps", "invites_register_web", "invites_api" };
		hosts = { [host] = {}; [idn] = { http_host = ascii; http_external_url = "https://"..idn.."/" } };
		options = { additional_registration_fields = { "email+"; "nick" } };
	}, function (_, ...)
		http = ...;
		fixture:secret(secret);
	end, { "the disk is full" });

	-- (token, fields besides those that all need) → request that sends the form
	local function form(token, more)
		local fields = { token = token; password = secret; extra_email = "r@capulet.example"; extra_nick = "Rosa" };
		for name, value in pairs(more) do fields[name] = value or nil; end
		return http:form("/register?t="..token, fields);
	end

	it("gives one invite to one of ten forms and ten streams", function ()
		local token = fixture:invite "create_account";
		local forms, clients, requests = {}, {}, {};
		for i = 1, 10 do
			forms[i] = { conn = http:open(); text = http:text(form(token, { user = "web"..i })) };
			clients[i] = fixture:stream(token);
		end
		for i = 1, 10 do
			forms[i].conn:send(forms[i].text);
			requests[i] = clients[i]:request("set", nil, Client.xml.register("stream"..i, secret, "<email>r@capulet.example</email>"));
		end
		local winners = 0;
		for i = 1, 10 do
			local answer = assert(Http.read(forms[i].conn));
			forms[i].conn:close();
			assert.truthy(answer.status == 200 or answer.status == 410 or answer.status == 503 or answer.status == 404, answer.status);
			local registered = Client.outcome(clients[i]:reply(requests[i])) and true or false;
			assert.same({ answer.status == 200; registered }, { fixture:account_exists("web"..i); fixture:account_exists("stream"..i) });
			winners = winners + (answer.status == 200 and 1 or 0) + (registered and 1 or 0);
		end
		assert.equal(1, winners);
	end);

	it("gives the same answer to who presses twice while it waits", function ()
		local token = fixture:invite "create_account";
		local text, pressed = http:text(form(token, { user = "hasty" })), {};
		fixture:replace("prosody.hosts[host].users", "create_user", "require 'util.async'.sleep(0.3); return old(...)");
		for i = 1, 3 do
			pressed[i] = http:open();
			pressed[i]:send(text);
		end
		for _, conn in ipairs(pressed) do
			assert.equal(200, assert(Http.read(conn)).status);
			conn:close();
		end
		assert.equal("redeemed", fixture:state(token));
	end);

	it("makes its account while the modules behind it are reloaded", function ()
		local token = fixture:invite "create_account";
		local request = form(token, { user = "paris" });
		for _, name in ipairs { "invites_register_web", "invites_register", "invites" } do
			fixture:eval("assert(modulemanager.reload(host, ...))", name);
		end
		assert.equal(200, http:ask(request).status);
		fixture:login("paris", secret);
	end);

	it("asks for what in-band registration asks for, and keeps it in the same place", function ()
		local client = fixture:stream(fixture:invite "create_account");
		assert.truthy(client:registration_form():get_child("email"));
		assert.is_true(client:register("rosaline", secret, "<email>r@capulet.example</email><nick>Rosa</nick>"));

		local token = fixture:invite "create_account";
		local page = http:ask { path = "/register?t="..token };
		assert.truthy(page.body:find("name=\"extra_email\"", 1, true) and page.body:find("name=\"extra_nick\"", 1, true));
		assert.equal(422, http:ask(form(token, { user = "viola"; extra_email = false })).status);
		assert.is_false(fixture:account_exists "viola");
		assert.equal(200, http:ask(form(token, { user = "viola" })).status);
		local details = "local found = module:open_store('account_details'):get(...); found.registered = type(found.registered); return found;";
		local kept = fixture:eval(details, "viola");
		assert.same({ email = "r@capulet.example"; nick = "Rosa"; registered = "number" }, kept);
		assert.same(fixture:eval(details, "rosaline"), kept);
	end);

	it("is reached by links of a host with other letters than ASCII, and programs get such links, too", function ()
		local bookshop, its_http = Fixture.on(fixture.server, idn), Http.new(fixture.server.http_port, ascii);
		local invite = bookshop:make "create_account";
		local path = assert(invite.landing_page:match("^https://xn%-%-bcher%-kva%.example(/.*)$"), invite.landing_page);
		local page = its_http:ask { path = path };
		assert.same({ 200, ("<%s>; rel=\"alternate\""):format(invite.uri) }, { page.status, page.headers.link });
		assert.is_nil(page.headers.link:find("[\128-\255]"));
		local link = "/"..assert(page.body:match("href=\"(register%?t=[^\"]+)\"")):gsub("&amp;", "&");
		local request = its_http:form(link, { token = invite.token; user = "juliet"; password = secret; extra_email = "j@x" },
			{ Origin = "https://"..ascii });
		assert.equal(200, its_http:ask(request).status);
		assert.is_true(bookshop:account_exists "juliet");
		local key = bookshop:eval("return (modulemanager.get_module(host, 'invites_api').keys:create {})");
		local answer = its_http:ask { method = "POST"; path = "/invites_api"; headers = { Authorization = "Bearer "..key } };
		assert.equal(201, answer.status);
		assert.truthy(answer.headers.location:find("^https://xn%-%-bcher%-kva%.example/invites_page%?%w+$"), answer.headers.location);
	end);
end);

describe("the page on which users make invites", function ()
	local fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page"; "invites_start" };
		hosts = { [host] = { allow_user_invites = true; invites_per_user = 40 } }; options = { trusted_proxies = { "127.0.0.1" } };
	}, function (_, ...)
		http = ...;
		for _, name in ipairs { "romeo"; "juliet"; "benvolio" } do fixture:account(name, secret); end
		for _, password in ipairs { secret, "guess" } do fixture:secret(password); end
	end);

	-- (username, password, headers or nil, cookies or nil) → status of the answer
	local function log_in(username, password, headers, jar)
		jar = jar or {};
		return http:browse(http:form("/invites_start", { action = "login"; user = username; password = password }, headers, jar), jar).status;
	end

	it("does not tell which accounts there are", function ()
		for _, username in ipairs { "romeo"; "nobody"; "romeo@elsewhere.example" } do
			local began = socket.gettime();
			assert.equal(403, log_in(username, "wrong"));
			assert.truthy(socket.gettime() - began > 0.5, username);
		end
	end);

	-- (headers X-Forwarded-For of 12 attempts to log in as benvolio, all at once) → statuses, each with how often it came
	local function twelve(headers)
		local conns, statuses = {}, {};
		for i = 1, 12 do
			conns[i] = http:open();
			conns[i]:send(http:text(http:form("/invites_start", { action = "login"; user = "benvolio"; password = "guess"..i },
				{ ["X-Forwarded-For"] = headers[i] or headers[1]; ["X-Forwarded-Proto"] = "https" })));
		end
		for _, conn in ipairs(conns) do
			local status = assert(Http.read(conn)).status;
			statuses[status] = (statuses[status] or 0) + 1;
		end
		return statuses;
	end

	it("stops those who try passwords: each attempt is counted before it is tried", function ()
		assert.same({ [403] = 10; [429] = 2 }, twelve { "198.51.100.7" });
		assert.equal(303, log_in("benvolio", secret)); -- whom nobody keeps out
		assert.truthy(fixture.server:log():find("Wrong password from 198.51.100.7", 1, true));
	end);

	it("locks nobody out where a proxy does not say for whom it speaks", function ()
		assert.same({ [403] = 12 }, twelve { "unknown"; ""; "_gone"; "127.0.0.1" });
		for _, header in ipairs { "unknown"; "198.51.100.8" } do
			assert.equal(303, log_in("benvolio", secret, { ["X-Forwarded-For"] = header; ["X-Forwarded-Proto"] = "https" }));
		end
		assert.equal(1, select(2, fixture.server:log():gsub("does not say for which address", "")));
	end);
end);
