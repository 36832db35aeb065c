-- The admin's commands, as typed: prosodyctl mod_invites. Scripts and web panels read what they print.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

local is_old = paths.version == "0.12";

-- (server, arguments of prosodyctl...) → list of the lines that it printed, exit code
local function ctl(server, ...)
	local output, code, errors = server:prosodyctl(...);
	local lines = {};
	for line in (output..errors):gmatch("[^\n]+") do table.insert(lines, line); end
	return lines, code;
end

-- (link) → token in it
local function token_in(link)
	return link:match("preauth=(%w+)") or link:match("[?/](%w+)$");
end

describe("what prosodyctl logs", function ()
	it("is not among what programs read, and people see it all the same", function ()
		local server = Server.new { hosts = { host }; options = { invites_most_uses = "ten" } };
		for command, argument in pairs { list = "--json"; stats = "--json"; export = "-"; bulk = "2" } do
			local output, code, logged = server:prosodyctl("mod_invites", command, host, argument);
			assert.equal(0, code, command);
			assert.truthy(output:find(command == "bulk" and "^id,link,uri,expires\n%x+," or "^%[%s"), output);
			assert.truthy(logged:find("error\tinvites_most_uses = \"ten\" is not understood", 1, true), logged);
		end
	end);
end);

describe("prosodyctl mod_invites generate", function ()
	local server, fixture;

	setup(function ()
		server = Server.new { hosts = { host, other_host } };
	end);

	teardown(function ()
		if server.pid then server:stop(); end
	end);

	-- (arguments after "generate"...) → the only line that was printed; the command has succeeded
	local function generate(...)
		local lines, code = ctl(server, "mod_invites", "generate", ...);
		assert.same({ 0, 1 }, { code, #lines }, table.concat(lines, "\n"));
		return lines[1];
	end

	-- (words that must be among what is printed, arguments after "generate"...) the command fails
	local function fail(words, ...)
		local lines, code = ctl(server, "mod_invites", "generate", ...);
		local output = table.concat(lines, "\n");
		assert.is_true(code ~= 0, output);
		assert.is_truthy(output:find(words, 1, true), output);
		assert.is_nil(output:find("traceback", 1, true), output);
	end

	it("works before the server has ever run", function ()
		local link = generate(host);
		assert.is_truthy(link:find("^xmpp:verona%.example%?register;preauth=%w+$"));
		local elsewhere = generate(other_host);
		server:start();
		fixture = Fixture.on(server, host);
		refused(invalid, fixture:stream():preauth(token_in(elsewhere)));
		assert.is_true(fixture:stream(token_in(link)):register("romeo", "secret"));
		assert.is_true(Fixture.on(server, other_host):stream(token_in(elsewhere)):register("romeo", "secret"));
		server_log.assert(server);
	end);

	it("works while the server runs", function ()
		local link = generate(host);
		local client = fixture:stream(token_in(link));
		generate(host); -- another process comes and goes
		assert.is_true(client:register("juliet", "secret"));
		refused(invalid, fixture:stream():preauth(token_in(link)));
	end);

	it("gives roles", function ()
		local admin, member = generate("--admin", host), generate(host, "--role", "prosody:member", "--group", "a", "-g", "b");
		assert.is_true(fixture:stream(token_in(admin)):register("admin", "secret"));
		assert.is_true(fixture:stream(token_in(member)):register("member", "secret"));
		local function has_role(username, role)
			return fixture:eval([[
				local username, role = ...;
				if usermanager.get_roles then return usermanager.get_roles(username.."@"..host, host)[role] or false; end
				return usermanager.get_user_role(username, host).name == role;
			]], username, role);
		end
		assert.is_true(has_role("admin", "prosody:admin"));
		assert.is_true(has_role("member", "prosody:member"));
		assert.is_false(has_role("member", "prosody:admin"));
		local groups = server:invites(host, "get_account_invite_info", token_in(generate(host, "-g", "a", "--group", "b"))).additional_data.groups;
		assert.same({ "a", "b" }, groups);
	end);

	it("resets passwords", function ()
		local link = generate(host, "--reset", "JULIET");
		assert.is_true(fixture:stream(token_in(link)):register("juliet", "remembered"));
		fixture:login("juliet", "remembered"):close();
	end);

	it("says what is wrong, and makes nothing", function ()
		fail("HOST is missing");
		fail("there is no host nowhere.example", "nowhere.example");
		fail("account-not-found", host, "--reset", "nobody");
		fail("is no username", host, "--reset", "no body");
		fail("--reset needs a value", host, "--reset");
		fail("--reset stands alone", host, "--reset", "juliet", "--admin");
		fail("there is no flag --nonsense", host, "--nonsense");
		if not is_old then fail("there is no role \"nonsense\"", host, "--role", "nonsense"); end
		local _, code = ctl(server, "mod_invites");
		assert.equal(2, code);
	end);

	it("prints the web link where there is one", function ()
		server.settings.options = { invites_page = "https://{host}/i?{invite.token}" };
		assert.is_truthy(generate(host):find("^https://verona%.example/i%?%w+$"));
		assert.is_truthy(generate(host, "--reset", "juliet"):find("^https://verona%.example/i%?%w+$"));
		server.settings.options = { invites_page = "https://{host}/#{invite.uri}", invites_page_supports = { "contact" } };
		assert.is_truthy(generate(host):find("^xmpp:"));
		server.settings.options = nil;
	end);

	it("says so if the database does not work, or the library is missing", function ()
		local mark = server_log.mark(server);
		server.settings.options = { invites_database = "/nonexistent/invites.sqlite" };
		fail("internal-server-error", host);
		assert(os.execute(("cp -R '%s/lua' '%s/plugins' && rm '%s/plugins/invites_core/invites_core.so'"):format(
			paths.root, server.directory, server.directory)));
		server.settings.options, server.settings.plugin_paths = nil, { server.directory.."/plugins" };
		local lines, code = ctl(server, "mod_invites", "generate", host);
		assert.is_true(code ~= 0);
		assert.is_truthy(table.concat(lines, "\n"):find("invites_core.so", 1, true));
		server.settings.plugin_paths = nil;
		server:write_config();
		server_log.assert(server, nil, mark); -- that was no business of the server's
	end);

	it("works after the server has stopped, and again after its next start", function ()
		local before = generate(host);
		server:kill();
		local between = generate(host);
		server:start();
		assert.is_true(fixture:stream(token_in(before)):register("tybalt", "secret"));
		assert.is_true(fixture:stream(token_in(between)):register("benvolio", "secret"));
	end);
end);
