-- The page on which users make invites, on Prosody's real mod_http without sockets.

local Fixture = require "spec.support.fixture";
local StartPage = require "spec.support.start_page";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_start", StartPage.defaults, function (fixture)
	local host = fixture.host;
	local invites, web;

	local function start(options)
		invites = fixture:start(options);
		web = Web.new(host, "/invites_start");
	end

	local user = StartPage.user(function () return web; end);
	local log_in, act = user.log_in, user.act;

	local function made_by(username)
		return (invites.list("all", username));
	end

	it("makes invites, as a chat program would", function ()
		start();
		log_in("romeo", "secret");
		local body = act { action = "make"; kind = "contact-account"; note = "  for <Ben>\n  " };
		local invite = made_by "romeo"[1];
		assert.same({ "contact-account"; "romeo"; "user" }, { invite.kind; invite.inviter; invite.authority });
		assert.same({ note = "for <Ben>"; source = "romeo@example.com" }, invite.additional_data);
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
		assert.truthy(act { action = "make"; kind = "contact-account" }:find("You’re not allowed", 1, true));
		assert.truthy(act { action = "sheet"; count = "2" }:find("You’re not allowed", 1, true));
		assert.same({}, made_by "romeo");
		act { action = "make"; kind = "contact" };
		assert.equal(1, #made_by "romeo");
		start { allow_user_invites = false; allow_contact_invites = false };
		log_in("romeo", "secret");
		assert.truthy(act { action = "make"; kind = "contact" }:find("You’re not allowed", 1, true));
		assert.same({}, made_by "romeo");
		assert.truthy(web:get().body:find("<button type=\"submit\" class=\"button\">Log out", 1, true)); -- there is nothing else to do
		start { allow_contact_invites = false };
		log_in("romeo", "secret");
		assert.truthy(web:get().body:find("<details class=\"box\" open>.*<button type=\"submit\" class=\"button\">Create cards"));
		start { invites_per_user = 1 };
		log_in("romeo", "secret");
		act { action = "make"; kind = "contact-account" };
		assert.truthy(act { action = "make"; kind = "contact-account" }:find("You can’t invite more people", 1, true));
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
			assert.truthy(act { action = "revoke"; invite = reference }:find("can’t be withdrawn anymore", 1, true));
		end
		act { action = "revoke" };
		assert.equal("pending", invites.info(others.token).state);
		assert.truthy(act { action = "revoke"; invite = mine.id }:find("Invitation withdrawn", 1, true));
		assert.truthy(act { action = "revoke"; invite = mine.id }:find("Invitation withdrawn", 1, true)); -- pressed twice
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
		assert.truthy(web:get().body:find("Something went wrong", 1, true));
		assert.is_nil(web:get().body:find("You have no unused invitations", 1, true));
		assert.truthy(act { action = "revoke"; invite = id }:find("Something went wrong", 1, true));
		assert.truthy(act { action = "make"; kind = "contact" }:find("Something went wrong", 1, true));
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
		for _, note in ipairs { ("字"):rep(101); "a\255b"; "a\nb" } do
			assert.truthy(act { action = "make"; kind = "contact"; note = note }:find("Use <bdi>100</bdi> characters at most", 1, true), note);
		end
		assert.equal(1, #made_by "romeo");
	end);
end);
