-- The app that the page of an invite recommends.

local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_page", { modules = { "invites_page" } }, function (fixture)
	it("recommends no app that can be had nowhere", function ()
		local global = { site_apps = {} };
		for name, value in pairs(Fixture.web) do global[name] = value; end
		local invites = fixture:start({}, { global = global });
		local corporate = { id = "corporate"; name = "Corporate"; platforms = { "Android" }; supports_preauth_uri = true };
		local apps = fixture:module "invites".module:shared "register_apps/apps";
		local function offer(app) apps[#apps == 0 and 1 or #apps], apps.corporate = app, app; end
		offer(corporate);
		local function page()
			return Web.new(fixture.host, "/invites_page"):get(invites.create_account().token, { headers = { user_agent = "Android" } }).body;
		end
		local body = page();
		assert.is_nil(body:find("[{}]"));
		assert.truthy(body:find("setup/corporate?", 1, true));
		assert.is_nil(body:find("Get <bdi>Corporate", 1, true));
		offer { id = "corporate"; name = "Corporate"; platforms = corporate.platforms; supports_preauth_uri = true; link = "https://corporate.example/" };
		assert.truthy(page():find("Get <bdi>Corporate", 1, true));
	end);
end);
