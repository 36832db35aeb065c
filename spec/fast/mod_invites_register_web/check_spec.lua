-- What the form hears while somebody fills it in, and what it says without a script.

local json = require "util.json";
local Fixture = require "spec.support.fixture";
local Form = require "spec.support.form";
local Web = require "spec.support.web";

Fixture.describe("the form while it is filled in", Form.defaults, function (fixture)
	local invites, web;

	local function start(...)
		invites = fixture:start(...);
		web = Web.new(fixture.host, "/register");
	end

	-- (token, fields, wish or nil) → what is said, status, answer
	local function ask(token, fields, wish)
		fields.token, fields.form_token = token, fields.form_token or Form.open(web, token);
		wish = wish or {};
		wish.path = "/check";
		local answer = web:post(fields, wish);
		return answer.status ~= 403 and json.decode(answer.body), answer.status, answer;
	end

	it("says which names are free, as sending the form would, and takes none", function ()
		start();
		invites.create_account "reserved";
		local token = invites.create_account().token;
		for name, expected in pairs {
			juliet = { "juliet"; false }; Juliet = { "juliet"; false }; ["juliet@example.com"] = { "juliet"; false }; romeo = { "romeo"; true };
			reserved = { "reserved"; true }; ["two words"] = { nil; true }; ["a@elsewhere.example"] = { nil; true }; [""] = { ""; true };
		} do
			local said, status, answer = ask(token, { user = name });
			assert.same({ 200; "no-store"; "application/json" }, { status; answer.headers.cache_control; answer.headers.content_type });
			assert.same(expected, { said.user.name; said.user.is_wrong }, name);
			assert.truthy(#said.user.words > 5);
			assert.is_nil(said.password);
		end
		assert.equal("pending", invites.info(token).state);
		assert.equal(200, Form.send(web, invites.create_account().token, { user = "juliet"; password = "what is in a name" }).status);
		assert.is_true(ask(token, { user = "juliet" }).user.is_wrong);
	end);

	it("suggests free names for one that does not fit or is taken", function ()
		start(nil, { users = { "romeo"; "romeo.montague"; "romeo2" } });
		local token = invites.create_account().token;
		assert.same({ "rmontague"; "romeo-montague"; "romeo.montague2" }, ask(token, { user = "Romeo Montague" }).user.suggestions);
		assert.same({ "romeo3"; "romeo7"; "romeo11" }, ask(token, { user = "romeo" }).user.suggestions);
		assert.equal("ivan.petrov", ask(token, { user = "Иван Петров" }).user.suggestions[1]);
		assert.is_nil(ask(token, { user = "juliet" }).user.suggestions);
		assert.is_nil(ask(token, { user = " / " }).user.suggestions);
	end);

	it("says how strong a password is, in the reader's language, and does not send it back", function ()
		start { invites_password_min_length = 8 };
		local token, reset = invites.create_account().token, invites.create_account_reset("romeo").token;
		for _, way in ipairs { token, reset } do
			assert.is_true(ask(way, { password = "short" }).password.is_wrong);
			local said, _, answer = ask(way, { password = "pa55word" });
			assert.is_true(said.password.is_weak);
			assert.is_nil(answer.body:find("pa55word", 1, true));
			assert.is_false(ask(way, { password = "kapon-ruvet-mosik" }).password.is_weak);
		end
		assert.is_true(ask(token, { user = "mercutio-of-verona"; password = "mercutio-of-verona" }).password.is_weak);
		local german = ask(token, { password = "pa55word" }, { query = "lang=de" });
		assert.not_equal(ask(token, { password = "pa55word" }).password.words, german.password.words);
	end);

	it("answers only to forms of ours, with an invite that registers", function ()
		start();
		local token, used = invites.create_account().token, invites.create_account().token;
		local form_token = Form.open(web, token);
		local function status(...) return (select(2, ask(...))); end
		assert.equal(403, status(token, { user = "romeo"; form_token = "" }));
		local foreign = { headers = { content_type = "application/x-www-form-urlencoded"; sec_fetch_site = "cross-site" } };
		assert.equal(403, status(token, { user = "romeo"; form_token = form_token }, foreign));
		assert.equal(405, web:get("t="..token, { path = "/check" }).status);
		assert.equal(200, Form.send(web, used, { user = "juliet"; password = "what is in a name" }).status);
		for way, expected in pairs { unknown = 404; [""] = 404; [used] = 410; [invites.create_contact("romeo").token] = 404 } do
			local said, got = ask(way, { user = "romeo"; form_token = form_token });
			assert.same({ {}; expected }, { said; got }, way);
		end
	end);

	it("says nothing of names where the name is fixed", function ()
		start();
		for _, token in ipairs { invites.create_account("juliet").token; invites.create_account_reset("romeo").token } do
			assert.is_nil(ask(token, { user = "mercutio" }).user);
		end
	end);

	it("answers only so often, to one address and through one invite", function ()
		start();
		local token, other = invites.create_account().token, invites.create_account().token;
		local form_token = Form.open(web, token);
		local function status(way, ip) return (select(2, ask(way, { user = "romeo"; form_token = form_token }, { ip = ip }))); end
		for i = 1, 300 do assert.equal(200, status(token, "192.0.2."..i % 2 + 1)); end
		assert.equal(429, status(token, "192.0.2.3"));
		assert.equal(200, status(other, "192.0.2.3"));
		for i = 1, 300 do status("unknown"..i, "192.0.2.4"); end
		assert.equal(429, status(other, "192.0.2.4"));
		assert.equal(200, Form.send(web, token, { user = "juliet"; password = "what is in a name" }).status);
	end);

	it("offers names without a script, and takes the one that is chosen", function ()
		start();
		local token = invites.create_account().token;
		local answer = Form.send(web, token, { user = "Romeo Montague"; password = "what is in a name" });
		assert.equal(422, answer.status);
		assert.truthy(answer.body:find("name=\"pick\" value=\"romeo.montague\"", 1, true));
		assert.truthy(Form.send(web, token, { user = "romeo"; password = "what is in a name" }).body:find("value=\"romeo2\"", 1, true));
		answer = Form.send(web, token, { user = "Romeo Montague"; password = ""; pick = "romeo.montague" });
		assert.equal(200, answer.status);
		assert.truthy(answer.body:find("name=\"user\" type=\"text\" value=\"romeo.montague\"", 1, true));
		assert.is_nil(answer.body:find("class=\"problem\"", 1, true));
		assert.is_falsy(fixture:user_exists "romeo.montague");
	end);

	it("warns once of a weak password, and only forms of ours", function ()
		start();
		local token = invites.create_account().token;
		local answer = Form.send(web, token, { user = "juliet"; password = "secret"; warn = "1" });
		assert.equal(422, answer.status);
		assert.truthy(answer.body:find("id=\"password-problem\"", 1, true));
		assert.is_nil(answer.body:find("name=\"warn\"", 1, true));
		assert.is_falsy(fixture:user_exists "juliet");
		assert.equal(200, Form.send(web, token, { user = "juliet"; password = "secret" }).status);
		assert.equal(200, Form.send(web, invites.create_account().token, { user = "paris"; password = "kapon-ruvet-mosik"; warn = "1" }).status);
	end);

	it("sets the cursor into the first field where there is a keyboard", function ()
		start();
		local function first(token, agent)
			local body = web:get("t="..token, { headers = { user_agent = agent } }).body;
			return body:match("<input id=\"(%l+)\"[^>]* autofocus");
		end
		local desktop, phone = "Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (Linux; Android 15; Mobile)";
		assert.equal("user", first(invites.create_account().token, desktop));
		assert.equal("password", first(invites.create_account("juliet").token, desktop));
		assert.is_nil(first(invites.create_account().token, phone));
	end);
end);
