-- The message that comes with an invite, on the page.

local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("the page of an invite", { modules = { "invites_page" } }, function (fixture)
	it("shows the message of whoever invites, as text, and in no preview", function ()
		local global = { site_apps = {} };
		for name, value in pairs(Fixture.web) do global[name] = value; end
		local invites = fixture:start(nil, { global = global });
		local function body(message)
			return Web.new(fixture.host, "/invites_page"):ask("GET", invites.make { kind = "account"; data = { message = message } }.token).body;
		end
		local page = body "Hi <b>Romeo</b> & all!\n\nSee {t.copy} {name}";
		local quoted = page:match "<blockquote class=\"greeting\" dir=\"auto\">(.-)</blockquote>";
		assert.equal("Hi &lt;b&gt;Romeo&lt;/b&gt; &amp; all!\n\nSee {t.copy} {name}", quoted);
		assert.equal(1, select(2, page:gsub("Romeo", "")));
		assert.falsy(body(nil):find("greeting", 1, true));
	end);
end);
