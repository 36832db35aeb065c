-- What messengers show of a link, and what pages show of the inviter.

local socket = require "socket";
local Fixture = require "spec.support.fixture";
local Web = require "spec.support.web";

Fixture.describe("previews", { modules = { "invites_page", "invites_register_web" }; users = { "romeo" } }, function (fixture)
	local host = fixture.host;
	local server, invites;

	local function start(options, more)
		local global = { site_apps = {}; http_external_url = "https://chat.example.com/x/" };
		for name, value in pairs(Fixture.web) do global[name] = global[name] or value; end
		invites, server = fixture:start(options, { global = global; modules = more });
	end

	-- (path below /invites_page, or of another module; query) → answer, once the picture is drawn
	local function ask(path, query, module_path)
		local answer;
		local web = Web.new(host, module_path or "/invites_page");
		require "util.async".runner(function () answer = web:ask("GET", query, { path = path }); end):run(true);
		while not answer do
			socket.sleep(0.002);
			server:advance(0.02);
		end
		return answer;
	end

	local function tag(body, name) return body:match("<meta %l+=\""..name.."\" content=\"([^\"]*)\">"); end

	-- (page) → path of its picture below the module's own
	local function picture_of(body) return tag(body, "og:image"):match "/preview/.*"; end

	local function size_of(png)
		assert.equal("\137PNG\r\n\26\n", png:sub(1, 8));
		local width, height = (">I4I4"):unpack(png, 17);
		return { width, height };
	end

	it("are on each page of an invite, with the words that stand there and without its token", function ()
		start { site_name = "The <Smiths>" };
		local invite = invites.make { kind = "contact"; inviter = "romeo" };
		local account = invites.create_account();
		for _, case in ipairs {
			{ "", invite.token }; { "", account.token }; { "", account.token, "/register", "t=" };
		} do
			local body = ask(case[1], (case[4] or "")..case[2], case[3]).body;
			local title = body:match "<h1>(.-)</h1>":gsub("</?bdi>", "");
			assert.equal(title, tag(body, "og:title"));
			assert.equal("The &lt;Smiths&gt;", tag(body, "og:site_name"));
			assert.equal(tag(body, "description"), tag(body, "og:description"));
			assert.equal("summary_large_image", tag(body, "twitter:card"));
			for name in pairs { ["og:image"] = 1; ["og:description"] = 1; ["og:image:alt"] = 1 } do
				assert.truthy(#tag(body, name) > 0, name);
				assert.is_nil(tag(body, name):find(case[2], 1, true));
			end
			assert.is_nil(tag(body, "og:url")); -- it would have the token in it, or lead to another page
			local address = tag(body, "og:image");
			assert.truthy(address:find("^https://chat.example.com/x"..(case[3] or "/invites_page").."/preview/%x+%.png$"), address);
			local answer = ask(picture_of(body), nil, case[3]);
			assert.same({ 200, "image/png", { 1200, 630 } }, { answer.status, answer.headers.content_type, size_of(answer.body) });
			assert.truthy(answer.headers.cache_control:find "immutable");
			assert.is_nil(answer.body:find(case[2], 1, true));
			assert.equal("pending", invites.info(case[2]).state);
		end
	end);

	it("of dead links tell no more than the page, and those of unknown links nothing", function ()
		start();
		local dead = invites.create_account();
		invites.revoke(dead.token);
		local body, unknown = ask("", dead.token).body, ask("", "unknown").body;
		for _, page in ipairs { body; unknown } do assert.equal(page:match "<h1>(.-)</h1>", tag(page, "og:title")); end
		assert.equal(picture_of(unknown), picture_of(ask("", "another").body));
		assert.equal(picture_of(unknown), picture_of(body));
		assert.equal(200, ask(picture_of(unknown)).status);
	end);

	it("are of who invites, as far as that is to be seen", function ()
		start();
		local function picture(invite) return picture_of(ask("", invite.token).body); end
		local one, other = invites.make { kind = "account"; inviter = "romeo" }, invites.make { kind = "account"; inviter = "romeo" };
		assert.equal(picture(one), picture(other));
		assert.not_equal(picture(one), picture(invites.create_account()));
		start { invites_show_inviter = false };
		one, other = invites.make { kind = "account"; inviter = "romeo" }, invites.create_account();
		assert.equal(picture(one), picture(other));
	end);

	it("have the picture of the site in place of one that is not there any more", function ()
		start();
		local body = ask("", "unknown").body;
		local of_site = ask(picture_of(body)).body;
		for _, name in ipairs { ("0"):rep(32); "x"; ("0"):rep(5000) } do
			local answer = ask("/preview/"..name..".png");
			if name:find "^0+$" and #name == 32 then
				assert.same({ 200, of_site, "no-store" }, { answer.status, answer.body, answer.headers.cache_control });
			else
				assert.is_true(answer.status == 200 and answer.body == of_site or answer.status == 404);
			end
			assert.equal(404, ask("/avatar/"..name..".png").status);
		end
	end);

	it("cost those who look at them no tries", function ()
		start { invites_guess_limit = 1 };
		for _ = 1, 100 do ask("/preview/"..("0"):rep(32)..".png"); end
		assert.equal(200, ask("", invites.create_account().token).status);
	end);

	describe("with profiles", function ()
		local ns_nick, ns_data, ns_metadata = "http://jabber.org/protocol/nick", "urn:xmpp:avatar:data", "urn:xmpp:avatar:metadata";
		local png, st, token;

		local function item(id, name, ns) return st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub"; id = id }):tag(name, { xmlns = ns }); end

		-- (access model, picture or nil for a real one, nickname, type that the client names)
		local function publish(access, picture, nickname, type)
			local service = fixture:module "pep".get_pep_service("romeo");
			local function put(node, id, stanza)
				assert(service:publish(node, "romeo@"..host, id, stanza, { access_model = access; persist_items = true }));
			end
			put(ns_data, "id", item("id", "data", ns_data):text(require "util.encodings".base64.encode(picture or png)));
			put(ns_metadata, "id", item("id", "metadata", ns_metadata):tag("info", { id = "id"; type = type or "image/png"; bytes = "1" }));
			put(ns_nick, "current", item("current", "nick", ns_nick):text(nickname or "Romeo <M>"));
		end

		local function begin(is_on, other)
			start({ invites_page_avatars = is_on }, { "invites_page", "invites_register_web", other or "pep" });
			st = require "util.stanza";
			token = invites.make({ kind = "account"; inviter = "romeo" }).token;
			png = ask("/preview/"..("0"):rep(32)..".png").body;
		end

		-- () → name of the avatar's file, what stands there of the nickname
		local function shown()
			local body = ask("", token).body;
			return body:match "src=\"[^\"]*(avatar/%x+%.png)\"", body:match "<p class=\"nickname\">(.-)</p>", body;
		end

		it("show what an account shows everybody", function ()
			begin(true);
			local before = picture_of(select(3, shown()));
			server:advance(61);
			publish("open");
			local avatar, nickname, body = shown();
			assert.equal("<bdi>Romeo &lt;M&gt;</bdi> <span dir=\"ltr\">romeo@example.com</span>", nickname);
			assert.truthy(body:find "<bdi>romeo</bdi> invite");
			local answer = ask("/"..avatar);
			assert.same({ 200, "image/png", { 128, 128 } }, { answer.status, answer.headers.content_type, size_of(answer.body) });
			assert.equal("nosniff", answer.headers.x_content_type_options);
			assert.not_equal(before, picture_of(body));
			assert.same({ 1200, 630 }, size_of(ask(picture_of(body)).body));
			assert.is_nil(ask("", "unknown").body:find "avatar/");
			-- XEP-0379: what romeo is to be called in a list of contacts.
			assert.is_nil(body:find ";name=");
			local contact = invites.create_contact("romeo", true);
			assert.equal(contact.uri..";name=Romeo%20%3CM%3E", ask("", contact.token).body:match "href=\"(xmpp:[^\"]+)\"");
		end);

		it("show nothing without the option, and nothing that is for contacts alone", function ()
			begin(false);
			publish("open");
			assert.is_nil(shown());
			for _, access in ipairs { "presence"; "whitelist" } do
				begin(true);
				publish(access);
				local avatar, nickname = shown();
				assert.same({}, { avatar, nickname });
			end
			assert.same({}, server:logged("warn", "avatar"));
		end);

		it("do without what is no picture and no name", function ()
			for _, picture in ipairs { "no picture"; ("x"):rep(600 * 1024); "cut" } do
				begin(true);
				publish("open", picture == "cut" and png:sub(1, 60) or picture, "juliet@example.com");
				local avatar, nickname, body = shown();
				assert.equal(picture == "cut", avatar ~= nil);
				assert.is_nil(nickname);
				if avatar then assert.equal(404, ask("/"..avatar).status); end
				assert.same({ 1200, 630 }, size_of(ask(picture_of(body)).body));
			end
		end);

		it("look once for a picture, however many are said to be there, and not among many", function ()
			begin(true);
			publish("open");
			local service = fixture:module "pep".get_pep_service("romeo");
			local metadata = item("id", "metadata", ns_metadata);
			for n = 1, 500 do metadata:tag("info", { id = "x"..n; type = "image/png" }):up(); end
			assert(service:publish(ns_metadata, "romeo@"..host, "id", metadata));
			local get_items, looked = service.get_items, 0;
			function service.get_items(...)
				looked = looked + 1;
				return get_items(...);
			end
			assert.is_nil((shown()));
			assert.equal(1, looked);
			begin(true);
			publish("open", nil, nil, "image/jpeg");
			assert.truthy((shown()));
			begin(true);
			publish("open");
			fixture:module "pep".get_pep_service("romeo").nodes[ns_data].config.max_items = 256;
			local avatar, nickname = shown();
			assert.same({ nil, true }, { avatar, nickname ~= nil });
		end);

		it("show the vCard that mod_vcard keeps", function ()
			begin(true, "vcard");
			local vcard = st.stanza("vCard", { xmlns = "vcard-temp" }):text_tag("NICKNAME", "Romeo M.")
				:tag("PHOTO"):text_tag("BINVAL", (require "util.encodings".base64.encode(png):gsub(("."):rep(76), "%0\n")));
			assert(fixture:module "vcard".module:open_store():set("romeo", st.preserialize(vcard)));
			local avatar, nickname = shown();
			assert.truthy(nickname:find("Romeo M.", 1, true));
			assert.same({ 128, 128 }, size_of(ask("/"..avatar).body));
		end);

		it("do without a service that fails", function ()
			begin(true);
			fixture:module "pep".get_pep_service = function () error "a fault of the storage"; end
			assert.same({}, { shown() and true });
			assert.equal(1, #server:logged("warn", "a fault of the storage"));
		end);
	end);
end);
