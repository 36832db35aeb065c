-- Who invites, on the pages of an invite.

local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_page", { modules = { "invites_page" }; users = { "romeo" } }, function (fixture)
	local host = fixture.host;
	local invites;

	local function start(options) invites = fixture:start(options, { global = Fixture.web }); end

	it("names who invites on all pages of an invite, and nobody where that is not wanted", function ()
		-- → does the heading name romeo?, who invites in a line below, what the circle of that person has
		local function shown(invite, path)
			local body = Web.new(host, "/invites_page"):get(invite.token, { path = path }).body;
			local by, initial = body:match("<p class=\"by\">(.-)</p>"), body:match("<text [^>]*>(.-)</text>");
			local colour = body:match("<circle [^>]*fill=\"(#%x+)\"");
			return { body:match("<h1>(.-)</h1>"):find("<bdi>romeo</bdi>", 1, true) ~= nil, by or false, initial and initial.." "..colour };
		end
		start();
		local made, contact = { kind = "account"; creator = "romeo" }, invites.create_contact("romeo");
		local line, circle = "Invited by <bdi>romeo</bdi>", "R #9322ff";
		assert.same({ true, false, circle }, shown(invites.make(made)));
		assert.same({ false, line, circle }, shown(invites.make(made), "/setup/dino"));
		assert.same({ true, false, circle }, shown(contact));
		invites.revoke(contact.token);
		assert.same({ false, line }, shown(contact)); -- a picture stands there instead of the circle
		assert.same({ false, false }, shown(invites.create_account_reset("romeo")));
		start { invites_show_inviter = false };
		assert.same({ false, false }, shown(invites.make(made)));
		assert.same({ true, false }, shown(invites.create_contact("romeo")));
	end);
end);
