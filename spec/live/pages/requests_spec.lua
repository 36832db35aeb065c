-- Requests to the pages and to the API on a real server: methods, headers, paths, bodies, odd input, reloads. What the pages say is tested in
-- spec/fast, and by a browser in browser_spec.lua.

local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host, other_host = "verona.example", "mantua.example";
local evil = { Origin = "https://evil.example" };

describe("requests", function ()
	local server, fixture, http, other_http;
	local token, key; -- of an invite, and of the API

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "invites_register_web", "invites_start", "invites_api", "register_apps" };
		hosts = {
			[host] = { site_name = "Verona"; http_external_url = "https://chat.verona.example/x/"; allow_user_invites = true };
			[other_host] = { invites_guess_limit = 0 };
		};
		options = { trusted_proxies = { "127.0.0.1" } };
	}, function (...)
		server, http = ...;
		other_http = Http.new(server.http_port, other_host);
		fixture:account("romeo");
		token = fixture:invite("create_account");
		key = fixture:eval("return (modulemanager.get_module(host, 'invites_api').keys:create {})");
		fixture:secret(key:match("/(.*)"));
	end);

	local function bearer(more)
		local headers = { Authorization = "Bearer "..key };
		for name, value in pairs(more or {}) do headers[name] = value; end
		return headers;
	end

	-- () → how many account invites there are
	local function count() return fixture:eval("local n = 0; for _ in invites.pending_account_invites() do n = n + 1; end return n;"); end

	local logo = "/register_apps/assets/logos/gajim.svg";
	local page_methods, form_methods = "GET, HEAD, OPTIONS", "GET, HEAD, POST, OPTIONS";

	for path, row in pairs {
		["/invites_page?TOKEN"] = { page_methods; head = 200, options = 204 }; ["/invites_page/?TOKEN"] = { page_methods; head = 200, options = 204 };
		["/invites_page/setup/x?TOKEN"] = { page_methods; head = 404, options = 204 };
		["/invites_page/qr.svg?TOKEN"] = { page_methods; head = 200, options = 204 };
		["/invites_page/preview/0.png"] = { page_methods; head = 200, options = 204 };
		["/invites_page/avatar/0.png"] = { page_methods; head = 404, options = 204 };
		["/invites_page/static/style.css"] = { page_methods; head = 200, options = 204 };
		["/register?t=TOKEN"] = { form_methods; head = 200, options = 204 }; ["/invites_start"] = { form_methods; head = 200, options = 204 };
		["/invites_api/v1/stats"] = { page_methods; head = 401, options = 204 };
		["/invites_api?key=KEY"] = { "GET, POST"; head = 405, options = 405 }; [logo] = { "GET, HEAD"; head = 200, options = 405 };
		[logo.."x"] = { "GET, HEAD"; head = 404, options = 405 };
	} do
		it("have the methods "..row[1].." and no others: "..path, function ()
			path = path:gsub("TOKEN", token):gsub("KEY", key);
			local before = count();
			for _, method in ipairs { "PUT", "PATCH", "DELETE", not row[1]:find("POST", 1, true) and "POST" or nil } do
				local answer = http:ask { method = method; path = path; body = "x"; headers = evil };
				assert.equal(405, answer.status, method);
				assert.equal(row[1], answer.headers.allow);
			end
			for method, status in pairs { HEAD = row.head; OPTIONS = row.options } do
				local answer = http:ask { method = method; path = path; headers = evil };
				assert.same({ status, true }, { answer.status, answer.body == "" or answer.status == 405 }, method);
				if not path:find("invites_page", 1, true) then
					assert.is_nil(answer.headers["access-control-allow-origin"], method);
				elseif method == "OPTIONS" then
					assert.equal("GET", answer.headers["access-control-allow-methods"]);
				end
			end
			assert.equal("pending", fixture:state(token));
			assert.equal(before, count());
		end);
	end

	local for_all = { ["x-content-type-options"] = "^nosniff$" };
	local for_pages = { ["referrer-policy"] = "^no%-referrer$"; ["cache-control"] = "^no%-store$"; ["x-robots-tag"] = "^noindex, nofollow$" };
	local open = { ["access-control-allow-origin"] = "^%*$"; ["access-control-allow-methods"] = "^GET$"; ["access-control-expose-headers"] = "^Link$";
		["content-security-policy"] = "default%-src 'none'; style%-src 'self'; script%-src 'self'; img%-src 'self'" };
	local form = { ["set-cookie"] = "; Path=/; HttpOnly; SameSite=Lax"; ["content-security-policy"] = "form%-action 'self'" };
	for path, headers in pairs {
		["/invites_page?TOKEN"] = { for_pages; open }; ["/invites_page/?TOKEN"] = { for_pages; open }; ["/invites_page?unknown"] = { for_pages; open };
		["/invites_page/setup/nonsense?TOKEN"] = { for_pages; open }; ["/register?t=TOKEN"] = { for_pages; form }; ["/invites_start"] = { for_pages; form };
		["/invites_page/static/style.css?12345678"] = { { ["cache-control"] = "immutable" } };
		["/invites_page/static/page.js?12345678"] = { { ["cache-control"] = "immutable" } };
		[logo] = { {
			["cache-control"] = "^public, max%-age=86400$"; ["content-type"] = "^image/svg%+xml$"; ["content-security-policy"] = "default%-src 'none'";
		} };
	} do
		it("are answered with what keeps others out: "..path, function ()
			local got = http:ask({ path = (path:gsub("TOKEN", token)); headers = evil }).headers;
			for _, some in ipairs { for_all; table.unpack(headers) } do
				for name, pattern in pairs(some) do assert.truthy((got[name] or ""):find(pattern), name..": "..tostring(got[name])); end
			end
			assert.is_nil(got["access-control-allow-credentials"]);
			assert.is_true(headers[2] == open or not got["access-control-allow-origin"]);
		end);
	end

	it("get pictures of apps from the cache", function ()
		local answer = http:ask { path = logo };
		assert.equal(#answer.body, tonumber(answer.headers["content-length"]));
		for name, value in pairs { ["If-None-Match"] = answer.headers.etag; ["If-Modified-Since"] = answer.headers["last-modified"] } do
			local again = http:ask { path = logo.."?v=1"; headers = { [name] = value } };
			assert.same({ 304, "" }, { again.status, again.body }, name);
		end
		assert.equal(answer.body, http:ask({ path = logo }).body);
	end);

	local up = { "../%s", "..%%2f%s", "%%2e%%2e/%s", "logos/../../%s", "logos/%%2e%%2e/%%2e%%2e/%s", "..%%5c%s", "....//%s" };
	for folder, file in pairs {
		["/invites_page/static/"] = "mod_invites_page.lua"; ["/register/static/"] = "mod_invites_register_web.lua";
		["/invites_start/static/"] = "mod_invites_start.lua"; ["/register_apps/assets/"] = "mod_register_apps.lua";
	} do
		it("get the module's own files and no others: "..folder, function ()
			local paths = { "", "/etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "style.css/..", "style.css%00", "logos", "logos/", "logos/gajim.svg%00",
				"logos/gajim.svg/", "../locales/en.ftl", "../html/layout.html" };
			for _, format in ipairs(up) do table.insert(paths, format:format(file)); end
			for _, path in ipairs(paths) do
				local answer = http:ask { path = folder..path };
				assert.truthy(answer.status == 404 or answer.status == 301 or answer.status == 400, path..": "..answer.status);
				for _, word in ipairs { "module", "root:", "language-name" } do assert.is_nil(answer.body:find(word, 1, true), path); end
			end
		end);
	end

	local to_all = { "/register", "/invites_start", "/invites_api" };
	for what, row in pairs {
		["too large"] = { 413; body = (" "):rep(17000) };
		["as large as Prosody takes"] = { 413; body = (" "):rep(10 * 1024 * 1024); paths = { "/register" } };
		["too large for Prosody"] = { 413; headers = { ["Content-Length"] = 10 * 1024 * 1024 + 1 } };
		["in chunks"] = { 411; chunks = { "user", "name=x" } }; ["of another type"] = { 415; body = "username=x"; content_type = "text/plain" };
		["with files"] = { 415; body = "x"; content_type = "multipart/form-data; boundary=x" };
	} do
		it("with a body "..what.." are refused", function ()
			local before = count();
			for _, path in ipairs(row.paths or to_all) do
				local headers = bearer(row.headers);
				headers["Content-Type"] = row.content_type or "application/x-www-form-urlencoded";
				local answer = http:ask { method = "POST"; path = path; body = row.body; chunks = row.chunks; headers = headers };
				assert.equal(row[1], answer.status, path);
			end
			assert.equal(before, count());
		end);
	end

	it("of any shape are answered or cut off, and the server lives", function ()
		local lines = {};
		for _, path in ipairs { "/invites_page", "/register", "/invites_start", "/invites_api" } do
			for _, query in ipairs {
				"", "?", "??", "?%", "?%zz", "?%00", "?&&=&", "?=", "?\255\254", "?<script>", "?"..("x"):rep(300), "?"..("&"):rep(3000), "?t=", "?t=%00",
				"?key", "?key=%00/%ff", "?lang=de", "#fragment", "/../invites_page?x", "/?x", "/word", "/setup/?x", "/setup/%00?x", "/qr.svg", "/setup/a/b/c?x",
				"%3Fkey=x", "?"..("x"):rep(1024 * 1024),
			} do
				table.insert(lines, ("GET %s%s HTTP/1.1\r\nHost: %s"):format(path, query, other_host));
			end
			for _, header in ipairs {
				"Accept-Language: \255", "Accept-Language: "..("de,"):rep(2000), "User-Agent: \0", "User-Agent: "..("A"):rep(5000), "Authorization:",
				"Authorization: Bearer", "Authorization: Bearer \255\0/\1", "Authorization: Bearer a/b\r\nAuthorization: Bearer c/d", "Accept: ,;,/;q=",
				"Accept: "..("application/json,"):rep(300), "Forwarded: ;;=,", "Cookie: ;;=", "Transfer-Encoding: chunked", "Content-Type: \255",
				"Content-Length: -1", "Content-Length: x", "Content-Length: 1e3",
			} do
				for _, method in ipairs { "GET", "POST" } do
					table.insert(lines, ("%s %s HTTP/1.1\r\nHost: %s\r\n%s"):format(method, path, other_host, header));
				end
			end
			table.insert(lines, ("GET //%s HTTP/1.1\r\nHost: %s"):format(path, other_host));
			table.insert(lines, ("GET http://%s%s HTTP/1.1\r\nHost: %s"):format(other_host, path, other_host));
			table.insert(lines, ("get %s HTTP/1.1\r\nHost: %s"):format(path, other_host));
			table.insert(lines, ("GET %s HTTP/1.1"):format(path));
			table.insert(lines, ("GET %s HTTP/1.0"):format(path));
		end
		table.insert(lines, "");
		table.insert(lines, "nonsense");
		local connections = {};
		for i, text in ipairs(lines) do
			connections[i] = other_http:open();
			connections[i]:send(text.."\r\nConnection: close\r\n\r\n");
		end
		for i, conn in ipairs(connections) do
			conn:settimeout(0.005); -- they have all been answered while we were sending, or they wait for more
			local answer = Http.read(conn);
			assert.truthy(not answer or answer.status < 500, lines[i]:sub(1, 100));
			conn:close();
		end
		for path, status in pairs {
			["/invites_page?"..token] = 200; ["/register?t="..token] = 200; ["/invites_start"] = 200; ["/invites_api?key="..key] = 201;
		} do
			assert.equal(status, http:ask({ path = path }).status);
		end
	end);

	for module, path in pairs {
		invites_page = "/invites_page?TOKEN"; invites_register_web = "/register?t=TOKEN"; invites_start = "/invites_start";
		invites_api = "/invites_api?key=KEY";
	} do
		it("are answered again after a reload, and not without the module "..module, function ()
			local function status() return http:ask({ path = (path:gsub("TOKEN", token):gsub("KEY", key)) }).status // 100; end
			for _, name in ipairs { module, "invites", "invites_register" } do
				fixture:eval("assert(modulemanager.reload(host, ...))", name);
				assert.equal(2, status());
			end
			fixture:eval("assert(modulemanager.unload(host, ...))", module);
			assert.equal(4, status());
			fixture:eval("assert(modulemanager.load(host, ...))", module);
			assert.equal(2, status());
		end);
	end
end);
