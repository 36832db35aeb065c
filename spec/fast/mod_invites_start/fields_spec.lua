-- For whom an invitation is, and for how long, on the page on which users make invites.

local Fixture = require "spec.support.fixture";
local StartPage = require "spec.support.start_page";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_start asks", StartPage.defaults, function (fixture)
	local invites, web;

	local user = StartPage.user(function () return web; end);

	local function start(options)
		invites = fixture:start(options);
		web = Web.new(fixture.host, "/invites_start");
		user.log_in("romeo", "secret");
	end

	-- (fields besides those for somebody who needs an account) → the page after it
	local function make(fields)
		fields.action, fields.kind = "make", fields.kind or "contact-account";
		return user.act(fields);
	end

	local function made() return (invites.list("all", "romeo")); end

	it("for a username, which is kept for the invitee, who becomes a contact", function ()
		start();
		make { user = " Benvolio@Example.com " };
		local invite = made()[1];
		assert.same({ "account"; "benvolio"; "romeo"; "user" }, { invite.kind; invite.username; invite.inviter; invite.authority });
		make { user = " " };
		make { user = "mercutio"; kind = "contact" }; -- which has no account to come
		local kinds = {};
		for _, one in ipairs(made()) do kinds[one.kind] = one.username or "none"; end
		assert.same({ account = "benvolio"; ["contact-account"] = "none"; contact = "none" }, kinds);
	end);

	it("for a message, which the invite carries", function ()
		start();
		make { message = "Come over!\r\n\r\nBen" };
		assert.equal("Come over!\n\nBen", made()[1].message);
		for _, odd in ipairs { ("x"):rep(501); "a\0b"; "a\255b" } do
			local body = make { message = odd; note = "for Ben" };
			assert.truthy(body:find("id=\"message-problem\"", 1, true) and body:find("value=\"for Ben\"", 1, true));
		end
		assert.truthy(make { message = "<i>"..("x"):rep(500) }:find("\n&lt;i&gt;x", 1, true));
		assert.equal(1, #made());
	end);

	it("nothing for the language, which the invite keeps for what its creator is told", function ()
		start();
		make {};
		assert.is_nil(made()[1].additional_data.language);
		start();
		web:post({ action = "make"; kind = "contact"; form_token = user.form_token() }, { query = "lang=de" });
		assert.equal("de", made()[1].additional_data.language);
	end);

	it("again for a username that can't be had, and keeps what was filled in", function ()
		start { admins = { "ghost@example.com" } };
		make { user = "benvolio" };
		for _, name in ipairs { "juliet"; "benvolio"; "a b"; "a/b"; "ghost"; "a\255b"; ("x"):rep(1100) } do
			local body = make { user = name; note = "for <Ben>"; lifetime = "3600" };
			assert.truthy(body:find("id=\"user-problem\"", 1, true), name);
			assert.truthy(body:find("value=\"for &lt;Ben&gt;\"", 1, true) and body:find("<option value=\"3600\" selected>", 1, true), name);
		end
		assert.truthy(make { user = "juliet" }:find("value=\"juliet\"", 1, true));
		assert.equal(1, #made());
		assert.is_nil(make { user = "tybalt" }:find("value=\"tybalt\"", 1, true));
		start { admins = { "romeo@example.com", "ghost@example.com" } }; -- not even for admins
		assert.truthy(make { user = "ghost" }:find("id=\"user-problem\"", 1, true));
		assert.same({}, made());
	end);

	it("for a lifetime up to what the user may", function ()
		start { invites_longest_expiry = "2 days" };
		local offered = {};
		local list = web:get().body:match("<select id=\"lifetime\".-</select>");
		for value, chosen in list:gmatch("<option value=\"(%w+)\"( ?%l*)>") do offered[value] = chosen; end
		assert.same({ ["3600"] = ""; ["86400"] = ""; ["172800"] = " selected" }, offered);
		make { lifetime = "3600" };
		assert.equal(3600, made()[1].expires - made()[1].created_at);
		for _, lifetime in ipairs { "172801"; "never"; "x"; "-1"; "0"; "1e9"; ("9"):rep(30) } do
			assert.truthy(make { lifetime = lifetime }:find("id=\"lifetime-problem\"", 1, true), lifetime);
		end
		make { kind = "contact" };
		assert.equal(2, #made());
		start { admins = { "romeo@example.com" }; invites_longest_expiry = "2 days" };
		assert.truthy(make { lifetime = "never" }:find("id=\"lifetime-problem\"", 1, true)); -- contact invites always end
		make { lifetime = "31536000" };
		assert.equal(31536000, made()[1].expires - made()[1].created_at);
	end);

	it("once more before it withdraws, and for no link where it is shown already", function ()
		start();
		make { note = "for Ben" };
		local body = web:get().body;
		assert.equal(1, select(2, body:gsub("<details class=\"confirm\">.-name=\"invite\" value=\""..made()[1].id, "")));
		assert.truthy(body:find("data-time=\""..os.date("!%Y-%m-%dT", made()[1].expires), 1, true));
	end);
end);
