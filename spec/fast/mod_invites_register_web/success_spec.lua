-- The page after the form has one thing to do next, however the server is configured.

local Fixture = require "spec.support.fixture";
local Form = require "spec.support.form";
local Web = require "spec.support.web";

Fixture.describe("the page after the form", Form.defaults, function (fixture)
	-- (options; kind of the invite; id of the chosen app or nil; system) → filled buttons, body of the page
	local function finish(options, kind, app, system)
		local invites = fixture:start(options);
		local web, token = Web.new(fixture.host, "/register"), (kind == "reset" and invites.create_account_reset "romeo" or invites.create_account()).token;
		local fields = { token = token; form_token = Form.open(web, token); user = "juliet"; password = "what is in a name"; app_id = app };
		local body = web:post(fields, { headers = { content_type = "application/x-www-form-urlencoded"; user_agent = system } }).body;
		local buttons = {};
		for address, text in body:gmatch("<a class=\"button\" href=\"([^\"]*)\"[^>]*>(.-)</a>") do
			table.insert(buttons, text:gsub("</?bdi>", "").." → "..address);
		end
		return table.concat(buttons, "; "), body;
	end

	it("offers the first app for the device, says whether there are others, and names what was chosen", function ()
		local button, body = finish({}, "account", nil, "Android");
		assert.truthy(button:find("^Get Conversations → https://play.google.com/"));
		assert.truthy(body:find("Install this app or another one from the list below", 1, true));
		button, body = finish({ site_apps_show = { "conversations" } }, "account", nil, "Android");
		assert.truthy(button:find("^Get Conversations → "));
		assert.truthy(body:find("Install this app, then log in", 1, true));
		assert.truthy(finish({}, "account", "gajim"):find("^Get Gajim → "));
		assert.truthy(finish({ webchat_url = "https://chat.example.com/" }, "account", "movim"):find("^Open Movim → "));
	end);

	it("opens the web chat, or else an app, where there is nothing to install", function ()
		local web = { webchat_url = "https://chat.example.com/" };
		for _, kind in ipairs { "account"; "reset" } do assert.equal("Open web chat → https://chat.example.com/", (finish(web, kind))); end
		assert.equal("Open my app → xmpp:romeo@example.com", (finish({}, "reset")));
		assert.equal("Open my app → xmpp:juliet@example.com", (finish({ site_apps_show = { "none" } }, "account")));
	end);
end);
