-- docs/admin.md: its configurations, commands and their output, on a real Prosody.

local docs = require "spec.support.docs";
local paths = require "spec.support.paths";
local Fixture = require "spec.live.harness.fixture";
local Server = require "spec.live.harness.server";
local postgres = require "spec.live.harness.postgres";
local shell = require "spec.live.docs.shell";

local host = "example.com";
local is_old = paths.version == "0.12";

-- (server, shell text of the documentation) runs it line by line, with the data directory in the place of /var/lib/prosody
local function follow(server, text)
	local before = "cd '"..server.data.."'";
	for line in text:gmatch("[^\n]+") do
		line = line:gsub("/var/lib/prosody", server.data);
		if line == "systemctl stop prosody" then
			server:stop();
		elseif line == "systemctl start prosody" then
			server:start();
		elseif line == "apt remove prosody-invites" then
			server.settings.bundled = true;
		elseif not line:find("^chown prosody: ") then -- only root can do that, and here is no other user
			local output, status = shell.run(server, before.."\n"..line);
			assert.equal(0, status, line.."\n"..output);
		end
	end
end

describe("docs/admin.md", function ()
	local server;

	after_each(function ()
		if server.pid then server:stop(); end
		server:remove();
	end);

	-- (text of a configuration, its host, options that stand for those of another machine) starts a server with it, on which an invite works
	local function start(text, of, options)
		server = Server.new { written = text; hosts = { of }; http = true; https = true; tls = true; options = options };
		assert(os.execute(("cd '%s' && cp cert.pem certs/%s.crt && cp key.pem certs/%s.key"):format(server.directory, of, of)));
		return Fixture.on(server:start(), of);
	end

	-- (fixture) somebody registers through an invite of the server, as clients do: on an encrypted stream
	local function register(fixture, username)
		local client = server:client(fixture.host);
		client:starttls();
		assert.is_true(client:preauth(fixture:invite "create_account"));
		assert.is_true(client:register(username, "secret"));
		client:close();
	end

	it("shows what check says before all is done", function ()
		server = Server.new { written = docs.block "install"; hosts = { host }; http = true; https = true; tls = true };
		server.settings.options = { invites_page = "http://{host}/invite/{invite.token}" };
		server.settings.written = server.settings.written:gsub('\n *"invites_register";', "");
		local sample, said, raw = shell.replay(server, docs.block "to-do");
		assert.equal(sample, said, raw);
	end);

	it("has a configuration to start with", function ()
		register(start(docs.block "install", host), "romeo");
	end);

	it("has the configuration of a community", function ()
		local fixture = start(docs.block "community", "club.example");
		register(fixture, "romeo");
		assert.is_true(server:invites("club.example", "may_invite", "romeo"));
		assert.truthy(server:invites("club.example", "create_account").landing_page:find("^https://club%.example/invites_page%?"));
		local output, status = server:ctl("mod_invites", "check", "club.example");
		assert.equal(1, status, output); -- the chair has no account yet
		assert.equal(1, select(2, output:gsub("TO DO", "")), output);
	end);

	it("has the configuration of a community in which some may invite", function ()
		local text = docs.block "community":gsub("allow_user_invites = true\n", function () return docs.block(is_old and "roles-12" or "roles-13"); end);
		assert.truthy(docs.block "roles-12" ~= docs.block "roles-13");
		local fixture = start(text, "club.example");
		for username, roles in pairs { romeo = { "prosody:member" }; tybalt = {} } do
			fixture:account(username);
			fixture:eval([[
				local username, role = ...;
				if usermanager.set_user_role then return role and assert(usermanager.set_user_role(username, host, role)); end
				assert(usermanager.set_roles(username.."@"..host, host, { [role and "member" or "other"] = true }));
			]], username, roles[1]);
		end
		assert.is_true(server:invites("club.example", "may_invite", "romeo"));
		assert.is_false(server:invites("club.example", "may_invite", "tybalt"));
	end);

	it("has the configuration of a provider", function ()
		local user, password, address, database = postgres.database():match("^postgresql://([^:@]*):?([^@]*)@([^/]+)/(.+)$");
		local sql = { driver = "PostgreSQL"; host = address:match("^[^:]+"); port = tonumber(address:match(":(%d+)$")); database = database;
			username = user; password = password ~= "" and password or nil };
		local fixture = start(docs.block "provider", "chat.example", { sql = sql });
		register(fixture, "romeo");
		local output, status = server:ctl("mod_invites", "check", "chat.example");
		assert.equal(0, status, output);
		assert.truthy(output:find("ok     Database: PostgreSQL", 1, true), output);
		assert.truthy(shell.run(server, "curl https://chat.example:5281/metrics"):find("prosody_mod_invites__redeemed_total", 1, true));
	end);

	it("shows what the commands print", function ()
		local fixture = Fixture.new(host, { http = true; https = true; tls = true; modules = { "invites_page", "invites_register_web" } });
		server = fixture.server;
		fixture:account "juliet";
		fixture:account "romeo";
		local function invite(spec)
			fixture:pass(1);
			return server:invites(host, "make", spec).token;
		end
		for _, pair in ipairs { { "nurse", "juliet" }; { "peter", "nurse" }; { "friar", "juliet" }; { "mercutio", "friar" }; { "benvolio", "mercutio" } } do
			fixture:register(pair[1], invite { kind = pair[2] == "juliet" and "contact-account" or "account"; inviter = pair[2]; creator = pair[2] });
		end
		fixture:eval("require 'core.usermanager'.delete_user('mercutio', host)");
		invite { kind = "account" };
		invite { kind = "account"; username = "tybalt"; data = { note = "Juliet's cousin" }; ttl = 2 * 86400 };
		local class = invite { kind = "account"; uses = 30; data = { note = "class 4b"; roles = { "prosody:member" } } };
		invite { kind = "reset"; username = "romeo"; ttl = 86400 };
		invite { kind = "contact-account"; inviter = "juliet"; data = { note = "for the ball" } };
		for _, name in ipairs { "paris"; "rosaline" } do
			fixture:pass(1);
			fixture:register(name, class);
		end
		for _, name in ipairs { "commands"; "json" } do
			local sample = name == "commands" and docs.block "commands" or docs.block "json";
			local sample_token = sample:match("mod_invites show example%.com (%w+)");
			local today, said, raw = shell.replay(server, (sample:gsub(sample_token, class)));
			assert.equal(today, said, raw);
		end
	end);

	it("shows how steps and failed attempts look in the log", function ()
		local fixture = Fixture.new(host, { http = true; https = true; tls = true; modules = { "invites_api" }; options = { allow_user_invites = true } });
		server = fixture.server;
		for _, name in ipairs { "nurse"; "peter" } do fixture:account(name); end
		local token = server:invites(host, "make", { kind = "account"; creator = "nurse"; authority = "user" }).token;
		fixture:eval("require 'core.usermanager'.delete_user('peter', host)");
		fixture:register("peter", token);
		shell.run(server, ([[
			KEY=$(prosodyctl mod_invites_api create %s "web site")
			curl -X POST -H "Authorization: Bearer $KEY" https://%s:5281/invites_api
		]]):format(host, host));
		for from, what in pairs { ["192.0.2.1"] = { "token"; "password" }; ["2001:db8::1"] = { "API key" } } do
			for _, one in ipairs(what) do server:invites(host, "wrong", one, from); end
		end
		local log = docs.stable(server:log());
		for line in (docs.block "steps"..docs.block "failed-attempts"):gmatch("[^\n]+") do
			local pattern = docs.stable(line):gsub("%p", "%%%0"):gsub("ID%d", "ID%%d+");
			assert.truthy(log:find(pattern.."\n"), line);
		end
	end);

	it("says how to back up and to restore", function ()
		local fixture = Fixture.new(host);
		server = fixture.server;
		local token = fixture:invite "create_account";
		follow(server, docs.block "backup");
		fixture:register("romeo", token);
		assert.is_false(fixture:usable(token));
		follow(server, docs.block "restore");
		assert.is_true(fixture:usable(token));
	end);

	it("says how to go back to Prosody's own modules", function ()
		local fixture = Fixture.new(host, { modules = { "register_ibr" } });
		server = fixture.server;
		local token = fixture:invite "create_account";
		follow(server, docs.block "going-back");
		assert.is_nil(fixture:eval("return invites.revoke"));
		fixture:register("romeo", token);
	end);

	it("says how to move to PostgreSQL", function ()
		local fixture = Fixture.new(host);
		server = fixture.server;
		local token = fixture:invite "create_account";
		follow(server, docs.block "to-postgresql");
		server.settings.options = { invites_database = postgres.database() };
		-- On a busy machine, making the tables may take longer than the second that PostgreSQL is given.
		assert.is_true(server:wait_until(function () return select(2, server:ctl("mod_invites", "stats", host)) == 0; end));
		follow(server, docs.block "from-sqlite");
		assert.equal("postgresql", fixture:eval("return invites.health().engine"));
		fixture:register("romeo", token);
	end);
end);
