-- What messengers show of a link, and the avatar and nickname that an inviter has published with a client.

local base64 = require "util.encodings".base64;
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";

describe("previews", function ()
	local fixture, http;

	fixture = Fixture.shared(host, {
		http = true; modules = { "invites_page", "invites_register_web", "register_apps", "pep", "vcard_legacy" };
		hosts = { [host] = { site_name = "Verona"; http_external_url = "https://chat.verona.example/x/"; invites_page_avatars = true } };
	}, function (_, ...)
		http = ...;
		for _, name in ipairs { "romeo"; "juliet"; "rosaline"; "tybalt"; "mercutio" } do fixture:account(name, "secret-secret"); end
	end);

	-- (path of a page) → the page, path of its picture
	local function page(path)
		local body = http:ask({ path = path }).body;
		return body, body:match "<meta property=\"og:image\" content=\"https://chat%.verona%.example/x(/[%w_/]+/preview/%x+%.png)\">";
	end

	local function of(inviter) return "/invites_page?"..fixture:make("make", { kind = "account"; inviter = inviter }).token; end

	local function size_of(png)
		assert.equal("\137PNG\r\n\26\n", png:sub(1, 8));
		local width, height = (">I4I4"):unpack(png, 17);
		return { width, height };
	end

	it("are pictures that a fetch by their address gets, and that spend nothing", function ()
		local token = fixture:invite("make", { kind = "account"; inviter = "romeo" });
		for _, path in ipairs { "/invites_page?"..token; "/invites_page/setup/conversations?"..token; "/register?t="..token; "/invites_page?unknown" } do
			local body, picture = page(path);
			assert.truthy(picture, path);
			assert.is_nil(picture:find(token, 1, true));
			local title = body:match "<h1>(.-)</h1>":gsub("</?bdi>", "");
			assert.truthy(body:find(("<meta property=\"og:title\" content=\"%s\">"):format(title), 1, true), title);
			for _, method in ipairs { "HEAD", "GET", "GET" } do
				local answer = http:ask { method = method; path = picture };
				assert.same({ 200, "image/png" }, { answer.status, answer.headers["content-type"] }, path);
				if method == "GET" then assert.same({ 1200, 630 }, size_of(answer.body)); end
			end
		end
		assert.equal("pending", fixture:state(token));
	end);

	it("answer all who ask at once", function ()
		local conns, _, picture = {}, page(of "tybalt");
		for i = 1, 20 do
			conns[i] = http:open();
			conns[i]:send(http:text { path = picture });
		end
		for _, conn in ipairs(conns) do
			local answer = require "spec.live.harness.http".read(conn);
			conn:close();
			assert.same({ 200, 1200 }, { answer.status, size_of(answer.body)[1] });
		end
	end);

	it("show the avatar and the nickname that a client has published for everybody", function ()
		local png = http:ask({ path = select(2, page "/invites_page?unknown") }).body;
		local client = fixture:login("juliet", "secret-secret");
		client:publish_avatar(png);
		client:publish("http://jabber.org/protocol/nick", "current", "<nick xmlns='http://jabber.org/protocol/nick'>Juliet &lt;3</nick>");
		local body, picture = page(of "juliet");
		assert.truthy(body:find("<bdi>Juliet &lt;3</bdi> <span dir=\"ltr\">juliet@verona.example</span>", 1, true));
		local answer = http:ask { path = "/invites_page/"..body:match "src=\"[^\"]*(avatar/%x+%.png)\"" };
		assert.same({ 200, "image/png", { 128, 128 } }, { answer.status, answer.headers["content-type"], size_of(answer.body) });
		assert.truthy(answer.headers["content-security-policy"]:find "default%-src 'none'");
		assert.same({ 1200, 630 }, size_of(http:ask({ path = picture }).body));
	end);

	it("show nothing of what is for contacts alone", function ()
		local client = fixture:login("rosaline", "secret-secret");
		client:publish_avatar(http:ask({ path = select(2, page "/invites_page?unknown") }).body, "presence");
		local body = page(of "rosaline");
		assert.is_nil(body:find("avatar/", 1, true));
	end);

	it("show the vCard that an old client has published", function ()
		local png = http:ask({ path = select(2, page "/invites_page?unknown") }).body;
		local client = fixture:login("mercutio", "secret-secret");
		assert.truthy(client:iq("set", nil, ("<vCard xmlns='vcard-temp'><NICKNAME>Mercutio M.</NICKNAME><PHOTO><TYPE>image/png</TYPE>"
			.."<BINVAL>%s</BINVAL></PHOTO></vCard>"):format(base64.encode(png))));
		local body = page(of "mercutio");
		assert.truthy(body:find("Mercutio M.", 1, true));
		assert.truthy(body:find "src=\"[^\"]*avatar/%x+%.png\"");
	end);
end);
