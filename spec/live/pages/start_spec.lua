-- The page on which users make invites, on a real server, with real requests.

local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local secret = "Parting-1s-such";

describe("mod_invites_start", function ()
	local server, fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page"; "invites_start" };
		hosts = { [host] = { allow_user_invites = true; invites_per_user = 40 } }; options = { trusted_proxies = { "127.0.0.1" } };
	}, function (...)
		server, http = ...;
		fixture:account("romeo", secret);
		fixture:account("juliet", secret);
	end);

	local Browser = {};
	Browser.__index = Browser;

	-- (fields; headers or nil) → request that sends a form, with what the page has for it
	function Browser:form(fields, headers)
		local page = self:get(nil, headers);
		if fields.action == "make" or fields.action == "sheet" then fields.once = page.body:match("name=\"once\" value=\"([%w_-]+)\""); end
		fields.form_token = page.body:match("name=\"form_token\" value=\"([%w_-]+)\"");
		local body = {};
		for name, value in pairs(fields) do
			table.insert(body, name.."="..value:gsub("[^%w]", function (c) return ("%%%02x"):format(c:byte()); end));
		end
		local request = { method = "POST"; path = "/invites_start"; body = table.concat(body, "&"); headers = { Cookie = self.cookie } };
		request.headers["Content-Type"] = "application/x-www-form-urlencoded";
		for name, value in pairs(headers or {}) do request.headers[name] = value; end
		return request;
	end

	-- (request) → answer, whose cookie the browser keeps
	function Browser:ask(request)
		local answer = assert(http:ask(request));
		self:keep(answer);
		return answer;
	end

	function Browser:keep(answer)
		local name, value = (answer.headers["set-cookie"] or ""):match("^([^=]+)=([^;]+)");
		if not name then return; end
		self.cookies[name] = value;
		local list = {};
		for known, its_value in pairs(self.cookies) do table.insert(list, known.."="..its_value); end
		self.cookie = table.concat(list, "; ");
	end

	function Browser:get(path, headers)
		local request = { path = "/invites_start"..(path or ""); headers = { Cookie = self.cookie } };
		for name, value in pairs(headers or {}) do request.headers[name] = value; end
		return self:ask(request);
	end

	-- (username, password, headers or nil) → browser, answer
	local function log_in(username, password, headers)
		local browser = setmetatable({ cookies = {} }, Browser);
		return browser, browser:ask(browser:form({ action = "login"; user = username; password = password }, headers));
	end

	local function made_by(username)
		return (server:invites(host, "list", "all", username));
	end

	it("makes and withdraws invites with which people register", function ()
		local romeo, answer = log_in("romeo", secret);
		assert.same({ 303; "invites_start" }, { answer.status; answer.headers.location });
		romeo:ask(romeo:form { action = "make"; kind = "contact-account"; note = "for Ben" });
		local page = romeo:get();
		local token = page.body:match("invites_page%?(%w+)");
		assert.is_true(fixture:stream(token):register("benvolio", secret));
		local roster = fixture:login("benvolio", secret):roster();
		assert.equal("both", roster["romeo@"..host].subscription);

		romeo:ask(romeo:form { action = "make"; kind = "contact-account" });
		local id = romeo:get().body:match("name=\"invite\" value=\"(%w+)\"");
		romeo:ask(romeo:form { action = "revoke"; invite = id });
		assert.equal("revoked", server:invites(host, "info", id).state);
	end);

	it("makes one sheet where somebody presses twice, and another within the quota", function ()
		local juliet = log_in("juliet", secret);
		local request = http:text(juliet:form { action = "sheet"; count = "30" });
		local conns = { http:open(); http:open() };
		for _, conn in ipairs(conns) do conn:send(request); end
		for _, conn in ipairs(conns) do
			assert.equal(303, assert(Http.read(conn)).status);
			conn:close();
		end
		local function cards()
			return select(2, juliet:get("/sheet").body:gsub("<svg", ""));
		end
		assert.same({ 30; 30 }, { #made_by "juliet"; cards() });
		juliet:ask(juliet:form { action = "sheet"; count = "30" });
		assert.same({ 40; 10 }, { #made_by "juliet"; cards() });
		juliet:ask(juliet:form { action = "sheet"; count = "30" });
		assert.same({ 40; 10 }, { #made_by "juliet"; cards() }); -- the last one that was made is still there
	end);

	it("does not tell which accounts there are", function ()
		local function seconds(username)
			local began = require "socket".gettime();
			local _, answer = log_in(username, "wrong");
			assert.equal(403, answer.status);
			return require "socket".gettime() - began;
		end
		for _, username in ipairs { "romeo"; "nobody"; "romeo@elsewhere.example"; "two words" } do assert.truthy(seconds(username) > 0.5, username); end
	end);

	it("stops those who try passwords", function ()
		local attacker = { ["X-Forwarded-For"] = "198.51.100.7"; ["X-Forwarded-Proto"] = "https" };
		local conns = {};
		for i = 1, 12 do -- all at once: each of them is counted before it is tried
			local browser = setmetatable({ cookies = {} }, Browser);
			conns[i] = http:open();
			conns[i]:send(http:text(browser:form({ action = "login"; user = "benvolio"; password = "guess"..i }, attacker)));
		end
		local statuses = {};
		for _, conn in ipairs(conns) do
			local status = assert(Http.read(conn)).status;
			statuses[status] = (statuses[status] or 0) + 1;
			conn:close();
		end
		assert.same({ [403] = 10; [429] = 2 }, statuses);
		assert.equal(303, select(2, log_in("benvolio", secret)).status); -- whom nobody keeps out
	end);

	it("locks nobody out where a proxy does not say for whom it speaks", function ()
		for i, header in ipairs { "unknown"; ""; "unknown"; "_gone"; "127.0.0.1"; "unknown"; "unknown"; "unknown"; "unknown"; "unknown";
			"unknown"; "unknown" } do
			local _, answer = log_in("benvolio", "guess"..i, { ["X-Forwarded-For"] = header; ["X-Forwarded-Proto"] = "https" });
			assert.equal(403, answer.status);
		end
		assert.equal(303, select(2, log_in("benvolio", secret, { ["X-Forwarded-For"] = "unknown"; ["X-Forwarded-Proto"] = "https" })).status);
		assert.equal(303, select(2, log_in("benvolio", secret, { ["X-Forwarded-For"] = "198.51.100.8"; ["X-Forwarded-Proto"] = "https" })).status);
		local _, count = server:log():gsub("does not say for which address", "");
		assert.equal(1, count);
	end);

	it("takes no form of another site", function ()
		for name, value in pairs { Origin = "https://evil.example"; ["Sec-Fetch-Site"] = "cross-site" } do
			local browser = setmetatable({ cookies = {} }, Browser);
			local request = browser:form { action = "login"; user = "romeo"; password = secret };
			request.headers[name] = value;
			assert.equal(403, http:ask(request).status);
		end
	end);

	it("ends with the password, and with a reload", function ()
		local romeo = log_in("romeo", secret);
		assert.truthy(romeo:get().body:find("romeo@"..host, 1, true));
		fixture:eval("assert(usermanager.set_password('romeo', 'another', host))");
		assert.is_nil(romeo:get().body:find("romeo@"..host, 1, true));
		local juliet = log_in("juliet", secret);
		for _, name in ipairs { "invites_start"; "invites" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.is_nil(juliet:get().body:find("juliet@"..host, 1, true));
			juliet = log_in("juliet", secret);
			assert.truthy(juliet:get().body:find("juliet@"..host, 1, true));
		end
	end);

	it("writes neither passwords nor tokens to the log", function ()
		local log = server:log();
		assert.is_nil(log:find(secret, 1, true) or log:find("guess", 1, true) or log:match("[^\n]*[Tt]raceback[^\n]*"));
		for _, username in ipairs { "romeo"; "juliet" } do
			for _, invite in ipairs(made_by(username)) do assert.is_nil(log:find(invite.token, 1, true)); end
		end
		assert.truthy(log:find("Wrong password from 198.51.100.7", 1, true));
	end);
end);
