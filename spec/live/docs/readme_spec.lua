-- README: what it tells an admin to type and to write, on a real Prosody with the configuration that Debian brings.

local docs = require "spec.support.docs";
local Server = require "spec.live.harness.server";
local shell = require "spec.live.docs.shell";

local host = "home.example";

-- (server) → text of the configuration that Debian's package of this Prosody brings
local function of_debian(server)
	local prefix = server.installation.prosody:match("^(.*)/usr/bin/");
	return docs.read(prefix.."/etc/prosody/prosody.cfg.lua");
end

-- () → server with Debian's configuration, whose folders stand for /etc/prosody and /etc/letsencrypt/live
local function debian()
	local server = Server.new { hosts = { host }; http = true; https = true; tls = true };
	server.settings.written = of_debian(server);
	server.usual_modules = "/usr/lib/prosody/modules";
	assert(os.execute(("cd '%s' && mkdir -p conf.d live/%s && cp cert.pem live/%s/fullchain.pem && cp key.pem live/%s/privkey.pem"):format(
		server.directory, host, host, host)));
	return server;
end

-- (server, shell text with the usual paths) → the same with those of the server
local function with_paths(server, text)
	return (text:gsub("/etc/prosody", server.directory):gsub("/etc/letsencrypt", server.directory));
end

-- (server, text) writes the host's own file
local function write_host(server, text)
	local file = assert(io.open(("%s/conf.d/%s.cfg.lua"):format(server.directory, host), "w"));
	assert(file:write(text));
	assert(file:close());
end

-- (server, link of an invite, username or nil) → what a browser gets that opens the link, and then fills in the form
local function in_a_browser(server, link, username)
	local form = ("https://%s:5281/register?t=%s"):format(host, link:match("%?(%w+)"));
	local page = shell.run(server, ("curl '%s'"):format(link));
	local answer = shell.run(server, ([[
		page=$(curl -c '%s/cookies' '%s')
		curl -b '%s/cookies' -d token='%s' -d form_token="$(echo "$page" | sed -n 's/.*name="form_token" value="\([^"]*\)".*/\1/p')" \
			-d user='%s' -d password='a long password' https://%s:5281/register
	]]):format(server.directory, form, server.directory, link:match("%?(%w+)"), username or "", host));
	return page, answer;
end

describe("README", function ()
	local server;

	after_each(function ()
		if server.pid then server:stop(); end
		server:remove();
	end);

	it("has five lines for Debian, with which the first admin has an account", function ()
		server = debian();
		local lines = {};
		for line in docs.block "debian":gmatch("[^\n]+") do table.insert(lines, line); end
		assert.equal(5, #lines);
		assert.truthy(lines[1]:find("^apt install %./prosody%-invites_")); -- the tests of packages do that
		assert.equal(0, select(2, shell.run(server, with_paths(server, lines[2]))));
		local imported = shell.run(server, with_paths(server, lines[3]));
		assert.truthy(imported:find("Imported certificate and key for hosts "..host, 1, true), imported);
		assert.equal("systemctl restart prosody", lines[4]);
		server:start();

		local link = shell.run(server, lines[5]);
		assert.truthy(link:find("^https://home%.example:%d+/invites_page%?%w+\n$"), link);
		local page, answer = in_a_browser(server, link:gsub("\n", ""));
		assert.truthy(page:find("You’re invited to", 1, true), page);
		assert.truthy(answer:find('value="mum@home.example"', 1, true), answer);
		assert.is_true(server:eval(host, "return invites.is_admin 'mum'"));

		local sample, said, raw = shell.replay(server, docs.block "check");
		assert.equal(sample, said, raw);
	end);

	it("has the configuration of a family, in which Mum alone invites people", function ()
		server = debian();
		write_host(server, docs.block "family");
		assert.equal(0, select(2, shell.run(server, ("prosodyctl --root cert import %s '%s/live'"):format(host, server.directory))));
		server:start();
		for username, role in pairs { mum = "prosody:admin"; tim = "prosody:registered" } do
			local invite = server:invites(host, "make", { kind = "account"; username = username; data = { roles = { role } } });
			local _, answer = in_a_browser(server, invite.landing_page);
			assert.truthy(answer:find(('value="%s@%s"'):format(username, host), 1, true), answer);
		end
		assert.is_true(server:invites(host, "may_invite", "mum"));
		assert.is_false(server:invites(host, "may_invite", "tim"));
		assert.truthy(server:invites(host, "create_contact", "tim", false).token);
		assert.truthy(shell.run(server, "curl https://home.example:5281/invites_start"):find("<form", 1, true));
		local invite = server:invites(host, "create_account");
		assert.equal(4 * 7 * 86400, invite.expires - invite.created_at);
		server:invites(host, "revoke", invite.token);
		server:eval(host, "require 'core.usermanager'.delete_user('tim', host)");

		local sample, said, raw = shell.replay(server, docs.block "family-invites");
		assert.equal(sample, said, raw);
	end);

	it("says what a family writes whose web server has port 443", function ()
		server = debian();
		write_host(server, docs.block "family"..docs.block "family-proxy");
		server:start();
		assert.truthy(server:invites(host, "create_account").landing_page:find("^https://home%.example/invites_page%?%w+$"));
	end);
end);
