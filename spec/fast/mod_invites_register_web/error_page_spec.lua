-- Pages that say why there is nothing to be done have one thing to do next, however the server is configured.

local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

local modules = { "register_apps"; "invites_page"; "invites_register_web" };

Fixture.describe("pages of errors", { modules = modules; users = { "romeo" } }, function (fixture)
	local host = fixture.host;
	local server, invites;

	local function start(options, global)
		local all = {};
		for _, some in ipairs { Fixture.web; global or {} } do
			for name, value in pairs(some) do all[name] = value; end
		end
		invites, server = fixture:start(options, { global = all });
	end

	-- (path; query; wish as spec.support.web has it) → texts of all filled buttons, where each leads
	local function buttons(path, query, wish)
		local body, found = Web.new(host, path):get(query, wish).body:match("<main>(.*)</main>"), {};
		for tag, attributes, text in body:gmatch("<(%l+)([^>]* class=\"button\"[^>]*)>(.-)</%l+>") do
			local address = attributes:match("href=\"([^\"]*)\"") or attributes:match("data%-copy=\"(%l+)\"");
			table.insert(found, ("%s %s → %s"):format(tag, text:gsub("</?bdi>", ""), address));
		end
		return table.concat(found, "; ");
	end

	-- () → name → where the reader of each dead link is led
	local function led()
		local function spent(invite)
			assert(invites.get(invite.token, invite.kind == "contact" and "romeo" or nil)):use();
			return invite.token;
		end
		local expired, revoked = invites.create_account(nil, nil, 1).token, invites.create_contact("romeo").token;
		local account, contact = spent(invites.create_account()), spent(invites.create_contact("romeo"));
		local reset = spent(invites.create_account_reset("romeo"));
		invites.revoke(revoked);
		server:advance(2);
		local page = "/invites_page";
		return {
			expired = buttons(page, expired); revoked = buttons(page, revoked); unknown = buttons(page, "unknown"); incomplete = buttons(page);
			account = buttons(page, account, { headers = { user_agent = "Android" } }); contact = buttons(page, contact); reset = buttons(page, reset);
			not_encrypted = buttons("/register", "t=unknown", { ip = "192.0.2.1", peer = "192.0.2.1" });
		};
	end

	local secure = "a Open the secure page → https://chat.example.com/register?unknown";
	local ask = "button Copy message → message";
	local app, romeo = "a Open my app → ", "xmpp:romeo@example.com";

	it("lead on where nothing is configured", function ()
		start();
		assert.same({
			expired = ask; revoked = ask; unknown = ask; incomplete = ask; contact = app..romeo; reset = app..romeo;
			account = "a Get Conversations → https://play.google.com/store/apps/details?id=eu.siacs.conversations";
			not_encrypted = secure;
		}, led());
		start({ site_apps_show = {} }, { http_external_url = "http://chat.example.com/" });
		local found = led();
		assert.equal(app.."xmpp:example.com", found.account);
		assert.equal(app.."xmpp:example.com", found.not_encrypted);
	end);

	it("lead to those who run the server and to the web chat where there are any", function ()
		start { invites_links = { contact = "mailto:nurse@example.com" }; webchat_url = "https://chat.example.com/web" };
		local chat = "a Open web chat → https://chat.example.com/web";
		assert.same({
			expired = ask; revoked = ask; unknown = ask; incomplete = ask; account = chat; contact = app..romeo;
			reset = "a Contact example.com → mailto:nurse@example.com"; not_encrypted = secure;
		}, led());
	end);

	it("have a message to send to whoever sent the link, in the words of the reader and without the link", function ()
		start { site_name = "The <Smiths>" };
		local body = Web.new(host, "/invites_page"):get("unknown&lang=de").body;
		local message = body:match("<textarea [^>]*>(.-)</textarea>");
		assert.truthy(message:find("^Der Link zu The &lt;Smiths&gt;, den du mir geschickt hast, funktioniert nicht"));
		assert.is_nil(message:find("unknown", 1, true));
		assert.equal(message, body:match("data%-share data%-title=\"(.-)\""));
	end);
end);
