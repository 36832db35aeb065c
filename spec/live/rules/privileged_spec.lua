-- Usernames that have power before they are registered, on real streams and forms.

local Fixture = require "spec.live.harness.fixture";

local host, open = "example.com", "open.example";
local refused = Fixture.refused;
local reserved = { type = "cancel", condition = "conflict", text = "The requested username is reserved" };

describe("the name of an admin", function ()
	local server, fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "register_apps", "invites_register_web" };
		hosts = { [host] = {}; [open] = { registration_invite_only = false; allow_registration = true } };
		options = { admins = { "Boss@EXAMPLE.com"; "boss@open.example/desk" } };
	}, function (...)
		server, http = ...;
		fixture:account("nurse");
	end);

	-- (token, username) → status of the answer to the web form
	local function fill_in(token, username)
		local page = http:ask { path = "/register?t="..token };
		local form_token = page.body:match("name=\"form_token\" value=\"(%w+)\"");
		return http:ask {
			method = "POST"; path = "/register";
			body = ("token=%s&form_token=%s&user=%s&password=Wherefore-4rt-thou"):format(token, form_token, username);
			headers = {
				["Content-Type"] = "application/x-www-form-urlencoded"; Cookie = (page.headers["set-cookie"] or ""):match("^[^;]+");
			};
		}.status;
	end

	it("is nobody's who holds just any invite", function ()
		local group = fixture:invite("create_group", {}, nil, 60);
		for _, token in ipairs { fixture:invite("create_account"), fixture:invite("create_contact", "nurse", true), group } do
			local holder = fixture:stream(token);
			refused(reserved, holder:register("boss", "secret"));
			refused(reserved, holder:register("BOSS", "secret"));
			holder:drop();
			assert.equal(409, fill_in(token, "boss"));
			assert.is_true(fixture:usable(token));
		end
		assert.is_false(fixture:account_exists "boss");
	end);

	it("is nobody's who has no invite, where registration is open", function ()
		local on_open = Fixture.on(server, open);
		refused(reserved, on_open:stream():register("boss", "secret"));
		assert.is_true(on_open:stream():register("romeo", "secret"));
	end);

	it("is theirs for whom the server has made an invite for that name", function ()
		fixture:register("boss", fixture:invite("create_account", "boss"));
		fixture:login("boss", "secret"):close();
		assert.is_true(fixture:eval("return invites.is_admin 'boss'"));
	end);
end);
