-- The connection over which a page is sent.

local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("a page", { modules = { "invites_page" } }, function (fixture)
	it("raises no error if the client has left while it waited", function ()
		local invites = fixture:start({}, { global = Fixture.web });
		local closed = { setoption = function () error "attempt to index a nil value (field 'conn')"; end }; -- as in net.server_epoll
		local answer = Web.new(fixture.host, "/invites_page"):ask("GET", invites.create_account().token, { conn = closed });
		assert.equal(200, answer.status);
	end);
end);
