-- docs/proxies.md: each configuration in the web server that it is for, in front of a real Prosody.

local docs = require "spec.support.docs";
local Fixture = require "spec.live.harness.fixture";
local shell = require "spec.live.docs.shell";
local web_servers = require "spec.live.docs.web_servers";

local host = "example.com";

-- path under which people reach Prosody → web server → what the documentation has for it, line for HAProxy's frontend
local documented = {
	["/"] = {
		nginx = { docs.block "nginx" }; apache = { docs.block "apache" }; caddy = { docs.block "caddy" };
		haproxy = { docs.block "haproxy", docs.block "haproxy-frontend" };
	};
	["/chat/"] = {
		nginx = { docs.block "nginx-prefix" }; apache = { docs.block "apache-prefix" }; caddy = { docs.block "caddy-prefix" };
		haproxy = { docs.block "haproxy-prefix", docs.block "haproxy-frontend-prefix" };
	};
};
assert(docs.block "external" == 'http_external_url = "https://example.com/chat/"\n');

for prefix, servers in pairs(documented) do
	describe("Prosody behind a web server, as https://example.com"..prefix..",", function ()
		local fixture, proxy;

		fixture = Fixture.shared(host, {
			http = true; tls = true; modules = { "invites_page"; "invites_register_web"; "invites_api" };
			options = { http_external_url = "https://example.com"..prefix; c2s_require_encryption = true };
		});

		after_each(function ()
			if proxy then proxy.stop(); end
			proxy = nil;
		end);

		-- (shell text) → what it printed, where curl comes in through the web server
		local function ask(text)
			return (shell.run(fixture.server, text:gsub("%$site", "https://example.com"..prefix), proxy.port, proxy.address));
		end

		for name, parts in pairs(servers) do
			it("has right links, tells clients apart and knows that they use https: "..name, function ()
				local server = fixture.server;
				proxy = web_servers.start(name, server, table.unpack(parts));
				local link = server:invites(host, "create_account").landing_page;
				assert.equal("https://example.com"..prefix.."invites_page?", link:match("^[^?]*%?"));

				local page = ask(("curl '%s'"):format(link));
				assert.truthy(page:find("You’re invited to", 1, true), page);
				local style = page:match('<link rel="stylesheet" href="([^"]+)"');
				local got = ask(("curl -o /dev/null -w '%%{http_code} %%{content_type}' '$siteinvites_page/../%s'"):format(style));
				assert.equal("200 text/css", got:match("^[^;]*"));

				-- The form is shown over https alone, and its cookie is for https alone.
				local username = name..#prefix;
				local answer = ask(([[
					curl -D headers -c cookies '$siteregister?t=%s' >page
					grep -i '^set-cookie:' headers
					number=$(sed -n 's/.*name="form_token" value="\([^"]*\)".*/\1/p' page)
					curl -b cookies -H 'Origin: https://example.com' -d token=%s -d form_token="$number" -d user=%s -d password='a long password' $siteregister
					rm headers cookies page
				]]):format(link:match("%?(%w+)"), link:match("%?(%w+)"), username));
				assert.truthy(answer:find("[Ss]et%-[Cc]ookie: __Host%-[^\n]*; Secure"), answer);
				assert.truthy(answer:find(('value="%s@example.com"'):format(username), 1, true), answer);
				assert.is_true(fixture:account_exists(username));

				-- The limits count by the client's address, whatever it says itself.
				if proxy.address == "127.0.0.1" then return; end
				local before = select(2, server:log():gsub("Wrong token from "..proxy.address, ""));
				ask "curl -o /dev/null -H 'X-Forwarded-For: 203.0.113.9' '$siteinvites_page?abcdefghijklmnopqrstuvwx'";
				assert.equal(before + 1, select(2, server:log():gsub("Wrong token from "..proxy.address, "")));
				assert.is_nil(server:log():find("203.0.113.9", 1, true));
			end);
		end

		it("gets from check what to write for each web server that is installed", function ()
			local output = fixture.server:ctl("mod_invites", "check", host);
			for _, parts in pairs(servers) do
				for _, part in ipairs(parts) do
					local expected = part:gsub("127%.0%.0%.1:5280", "127.0.0.1:"..fixture.server.http_port):gsub("[^\n]+", "       %0");
					assert.truthy(output:find("\n"..expected, 1, true), output);
				end
			end
		end);
	end);
end
