-- Sheets of cards on the page on which users make invites.

local Fixture = require "spec.support.fixture";
local StartPage = require "spec.support.start_page";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_start makes sheets of cards", StartPage.defaults, function (fixture)
	local host = fixture.host;
	local invites, web;

	local user = StartPage.user(function () return web; end);

	-- (fields) → the page after it, without the marks around names and numbers
	local function act(fields) return (user.act(fields):gsub("</?bdi>", "")); end

	local function start(options)
		invites = fixture:start(options);
		web = Web.new(host, "/invites_start");
		user.log_in("romeo", "secret");
	end

	local function count(text, part) return select(2, text:gsub(part, "")); end

	-- (creator or nil) → their invites, the cards in the order of their numbers
	local function made(creator)
		local list = invites.list("all", creator or "romeo", nil, 200, nil, "description");
		table.sort(list, function (one, other) return one.card.number < other.card.number; end);
		return list;
	end

	local function codes(body) return count(body, "<svg"); end

	it("with a title and a number on each", function ()
		start();
		local body = act { action = "sheet"; count = "3"; title = " Summer <party> "; lifetime = "3600" };
		assert.equal(3, codes(body));
		assert.equal(3, count(body, "Summer &lt;party&gt;</h2>"));
		assert.is_nil(body:find("romeo", 1, true)); -- the event is named instead
		for number, invite in ipairs(made()) do
			assert.same({ "account"; "user"; "Summer <party>"; 3600 }, { invite.kind; invite.authority; invite.note; invite.expires - invite.created_at });
			assert.same({ sheet = made()[1].card.sheet; number = number; of = 3; title = "Summer <party>" }, invite.card);
			assert.truthy(body:find((">%d/3<"):format(number), 1, true));
			assert.truthy(invite.text:find((", card %d of 3 (Summer <party>)"):format(number), 1, true));
			assert.truthy(body:gsub("<[^>]*>", ""):find(invite.landing_page, 1, true)); -- as one would copy it
		end
		assert.truthy(body:find("\"static/style.css", 1, true));
		assert.truthy(body:find("href=\"../invites_start\"", 1, true));
	end);

	it("with the inviter, if there is no title and inviters are shown", function ()
		start();
		assert.equal(2, count(act { action = "sheet"; count = "2" }, "Invited by romeo"));
		start { invites_show_inviter = false };
		assert.is_nil(act { action = "sheet"; count = "2" }:find("romeo", 1, true));
	end);

	it("with the logo of the site, once for all of them", function ()
		start { invites_logo = require "lfs".currentdir().."/lua/invites_web/static/icon.svg" };
		local body = act { action = "sheet"; count = "3" };
		assert.same({ 3; 1 }, { count(body, "<use href=\"#logo\"/>"); count(body, "<image href=\"static/logo%.svg%?") });
		assert.is_nil(body:find("<strong>", 1, true));
		local page = require "core.modulemanager".get_module(host, "invites_start").require_once "invites_web/page/sheet".page(invites, "", "en");
		assert.truthy(page:find("<image href=\"data:image/svg+xml;base64,", 1, true)); -- as the command writes it
	end);

	it("without a number of cards that are left where there are more than the list reads", function ()
		start();
		local function make(before, cards)
			local sheet = { id = "ball"; of = 2001; number = before + 1 };
			assert(invites.make_many({ kind = "account"; creator = "romeo"; data = { sheet = sheet } }, cards));
		end
		for before = 0, 1600, 200 do make(before, 200); end
		local function listed() return (web:get().body:gsub("</?bdi>", "")); end
		assert.truthy(listed():find("1800 of 2001 left", 1, true));
		assert.is_nil(listed():find("Only the most recent", 1, true));
		make(1800, 200);
		make(2000, 1);
		assert.is_nil(listed():find("of 2001 left", 1, true));
		assert.truthy(listed():find("Only the most recent", 1, true));
	end);

	it("that are one entry of the list", function ()
		start();
		act { action = "sheet"; count = "30"; title = "Summer party" };
		act { action = "sheet"; count = "2" };
		assert(invites.revoke(made()[1].id));
		act { action = "make"; kind = "contact"; note = "for Ben" };
		local body = web:get().body:gsub("</?bdi>", "");
		assert.equal(3, count(body, "<details class=\"confirm\">"));
		assert.truthy(body:find("Summer party", 1, true) and body:find("for Ben", 1, true) and body:find("Invitation cards", 1, true));
		assert.equal(31, tonumber(body:match(">(%d+) of 30 left<")) + tonumber(body:match(">(%d) of 2 left<")));
	end);

	it("all of them within the quota, or none", function ()
		start { invites_per_user = 5 };
		local body = act { action = "sheet"; count = "6"; title = "for <Ben>" };
		assert.same({}, made());
		assert.truthy(body:find("id=\"count-problem\"", 1, true) and body:find("Too many of your", 1, true));
		assert.truthy(body:find("value=\"for &lt;Ben&gt;\"", 1, true) and body:find("max=\"5\" value=\"6\"", 1, true));
		assert.truthy(body:find("You can create 5 more", 1, true));
		assert.equal(5, codes(act { action = "sheet"; count = "5" }));
		body = act { action = "sheet"; count = "1" };
		assert.truthy(body:find("id=\"count-problem\"", 1, true) and body:find("You can create 0 more", 1, true));
		assert.equal(5, #made());
		start { invites_per_day = 1 };
		assert.truthy(act { action = "sheet"; count = "3" }:find("id=\"count-problem\"", 1, true));
		assert.same({}, made());
		start { admins = { "romeo@example.com" }; invites_per_user = 1 };
		assert.is_nil(web:get().body:find("You can create", 1, true));
		assert.equal(50, codes(act { action = "sheet"; count = "50" }));
	end);

	it("once where somebody presses twice, and shows the one that was made last", function ()
		start();
		local once = web:get().body:match("name=\"once\" value=\"([%w_-]+)\"");
		for _ = 1, 2 do assert.equal(3, codes(act { action = "sheet"; count = "3"; once = once })); end
		assert.equal(3, #made());
		act { action = "sheet"; count = "99" };
		assert.equal(3, codes(web:get(nil, { path = "/sheet" }).body));
	end);

	it("and refuses what can't be a sheet, beside the field", function ()
		start();
		for at, fields in pairs {
			count = { count = "51" }; title = { count = "2"; title = ("字"):rep(101) }; ["cards-lifetime"] = { count = "2"; lifetime = "x" };
		} do
			fields.action = "sheet";
			local body = act(fields);
			assert.truthy(body:find("id=\""..at.."-problem\"", 1, true), at);
			assert.is_nil(body:find("<details class=\"box\">", 1, true)); -- it is open
		end
		assert.same({}, made());
	end);

	it("and withdraws what is left of one, and nothing else", function ()
		start();
		act { action = "sheet"; count = "3" };
		act { action = "sheet"; count = "2"; title = "other" };
		local sheets = {};
		for _, invite in ipairs(made()) do sheets[invite.card.of] = invite.card.sheet; end
		local stolen = { id = sheets[3]; of = 2; number = 1 };
		assert(invites.make_many({ kind = "account"; creator = "juliet"; data = { sheet = stolen } }, 2));
		assert.truthy(act { action = "revoke"; sheet = sheets[3] }:find("3 cards were withdrawn", 1, true));
		local states = {};
		for _, name in ipairs { "romeo"; "juliet" } do
			for _, invite in ipairs(made(name)) do states[invite.state..invite.card.of..name] = true; end
		end
		assert.same({ revoked3romeo = true; pending2romeo = true; pending2juliet = true }, states);
		for _, sheet in ipairs { sheets[3]; "nonsense"; "" } do
			assert.truthy(act { action = "revoke"; sheet = sheet }:find("role=\"alert\"", 1, true)); -- in a second tab
		end
		assert.equal(2, #invites.list("usable", "romeo"));
	end);

	it("and prints again what is left of one", function ()
		start();
		act { action = "sheet"; count = "3" };
		local cards = made();
		assert(invites.revoke(cards[2].id));
		local body = act { action = "print"; sheet = cards[1].card.sheet };
		assert.equal(2, codes(body));
		assert.truthy(body:find(">1/3<", 1, true) and body:find(">3/3<", 1, true));
		for _, sheet in ipairs { "nonsense"; "" } do assert.truthy(act { action = "print"; sheet = sheet }:find("no cards left", 1, true)); end
		assert.truthy(act { action = "print" }:find("no cards left", 1, true));
	end);

	it("and prints again all of one that ends behind the newest invites, and says so where none of it is among these", function ()
		local function make(many)
			for _ = 1, 4 do assert(invites.make_many({ kind = "account"; creator = "romeo"; authority = "server" }, many)); end
		end
		start { admins = { "romeo@example.com" } };
		act { action = "sheet"; count = "4" };
		local sheet = made()[1].card.sheet;
		make(499);
		assert.equal(4, codes(act { action = "print"; sheet = sheet }));
		fixture.server:advance(1);
		make(500);
		local body = act { action = "print"; sheet = sheet };
		assert.truthy(body:find("Only the most recent ones", 1, true));
		assert.is_nil(body:find("no cards left", 1, true));
	end);

	it("and shows links that nobody keeps once", function ()
		start { invites_store_tokens = false };
		assert.equal(3, codes(act { action = "sheet"; count = "3" }));
		local body = web:get().body;
		assert.is_nil(body:find("value=\"print\"", 1, true));
		assert.truthy(body:find("name=\"sheet\"", 1, true));
		assert.truthy(act { action = "print"; sheet = made()[1].card.sheet }:find("no cards left", 1, true));
	end);

	it("and says so where the database fails", function ()
		start();
		act { action = "sheet"; count = "2" };
		local sheet = made()[1].card.sheet;
		for _, name in ipairs { "list"; "make_many"; "revoke_sheet"; "room" } do
			invites[name] = function () return nil, "internal-server-error"; end;
		end
		for _, fields in ipairs { { action = "sheet"; count = "2" }; { action = "print"; sheet = sheet }; { action = "revoke"; sheet = sheet } } do
			assert.truthy(act(fields):find("role=\"alert\"", 1, true), fields.action);
		end
	end);
end);
