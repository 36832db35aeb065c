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
