-- The command selftest beside a real server: what it says of a good one and of broken ones, and that nothing of it stays.

local Database = require "spec.live.harness.database";
local Fixture = require "spec.live.harness.fixture";
local Server = require "spec.live.harness.server";
local server_log = require "spec.live.harness.server_log";
local docs = require "spec.support.docs";
local paths = require "spec.support.paths";

local host = "localhost"; -- everybody's name for this machine, so the page is at its public address
local refused, invalid = Fixture.refused, Fixture.invalid;

describe("prosodyctl mod_invites selftest", function ()
	local server, fixture, database, https_port;

	setup(function ()
		https_port = Server.free_port();
		server = Server.new {
			hosts = { host }; tls = true; http = true; modules = { "admin_shell"; "invites_page"; "invites_register_web" };
			options = { c2s_require_encryption = true; https_ports = { https_port }; invites_guess_limit = 1 };
		};
		server.settings.env = { SSL_CERT_FILE = server.directory.."/cert.pem" };
		server:start();
		fixture = Fixture.on(server, host);
		database = Database.of(server);
	end);

	after_each(function () fixture:undo(); end);

	teardown(function ()
		database:close();
		server_log.assert(server);
		server:stop();
	end);

	-- (options that only prosodyctl sees, or nil) → lines that it printed, exit status; subject → word and text of its line
	local function selftest(options)
		local usual = server.settings.options;
		server.settings.options = setmetatable({}, { __index = usual });
		for _, some in ipairs { usual, options or {} } do
			for name, value in pairs(some) do server.settings.options[name] = value; end
		end
		local output, status, errors = server:prosodyctl("mod_invites", "selftest", host);
		server.settings.options = usual;
		local lines, by_subject = {}, {};
		for line in (output..errors):gmatch("[^\n]+") do
			table.insert(lines, line);
			local word, subject, text = line:match("^(%l+)%s+([^:]+): (.*)$");
			if word then by_subject[subject] = word..": "..text; end
		end
		return lines, status, by_subject;
	end

	local function assert_nothing_left()
		local files = "find '"..server.data.."' -type f";
		assert.equal("", paths.capture(files.." -name '*selftest*'"));
		assert.equal("", paths.capture(files.." ! -name 'invites.sqlite*' -exec grep -l selftest {} + || true"));
		for _, of in ipairs { "invites"; "invite_names"; "invite_redemptions"; "invite_tree"; "invite_accounts"; "invite_quotas" } do
			assert.equal(0, database:number("SELECT COUNT(*) AS n FROM "..of), of);
		end
	end

	-- (what is said of the first part, part of it, options or nil) → subject → word and text
	local function assert_failed(subject, part, options)
		local lines, status, said = selftest(options);
		local output = table.concat(lines, "\n");
		assert.equal(1, status, output);
		assert.truthy((said[subject] or ""):find("^failed: ") and said[subject]:find(part, 1, true), output);
		assert.truthy(lines[#lines]:find("^1 of %d+ failed$"), output);
		assert_nothing_left();
		return said;
	end

	it("goes through everything on a good server, and leaves nothing behind", function ()
		local lines, status = selftest();
		assert.same({
			("ok       Connection: 127.0.0.1, port %d, encrypted"):format(server.port);
			"ok       Certificate: clients accept it";
			"ok       Register: an invite made an account";
			"ok       Used invite: is refused";
			"ok       Invite for a name: registers this name, and no other";
			"ok       Password reset: the new password counts, the old one does not";
			"ok       Contact invite: the subscription is accepted";
			"ok       Race: 20 streams with one invite made 1 account";
			("ok       Page: https://localhost:%d/invites_page?TOKEN"):format(https_port);
			("ok       Form: https://localhost:%d/register?t=TOKEN&c="):format(https_port);
			"ok       Clean-up: 3 accounts and 6 invites removed";
			"All is well";
		}, lines);
		assert.equal(0, status);
		assert_nothing_left();
	end);

	it("gives nobody more tries than before, and says so where it may not try any more", function ()
		fixture:hook("stream-features", "event.origin.ip = '192.0.2.9'", 1000); -- of all streams
		local stranger = server:client(host, { tls = true });
		refused(invalid, stranger:preauth "guess");
		refused("wait/policy-violation", stranger:preauth "guess");
		assert.is_true(stranger:wait_closed());
		for _ = 1, 4 do server:client(host, { tls = true }):preauth "guess"; end
		local lines, status, said = selftest();
		assert.equal(0, status, table.concat(lines, "\n"));
		assert.truthy(said["Used invite"]:find("^skipped: this address has to wait after too many tries of late"), said["Used invite"]);
		assert.equal("ok: 20 streams with one invite made 1 account", said.Race);
		assert.equal("Nothing failed, 1 of 11 skipped", lines[#lines]);
		fixture:undo();
		assert.equal("ok: is refused", select(3, selftest())["Used invite"]);
	end);

	it("does not trust a certificate that nobody vouches for, as the documentation shows", function ()
		server.settings.env = nil;
		local lines, status, said = selftest();
		server.settings.env = { SSL_CERT_FILE = server.directory.."/cert.pem" };
		assert.equal(0, status);
		assert.truthy(said.Certificate:find("^skipped: this machine does not trust it %(self.signed certificate%)"), said.Certificate);
		assert.truthy(said.Page:find("^skipped: https://localhost:%d+/invites_page%?TOKEN: this machine does not trust the certificate"), said.Page);
		assert.equal("skipped: the page has to be there first", said.Form);
		assert.equal("ok: 20 streams with one invite made 1 account", said.Race);
		local shown = table.concat(lines, "\n"):gsub(("localhost:%d"):format(https_port), "example.com:5281"):gsub("port "..server.port, "port 5222");
		assert.equal(docs.block "selftest", "$ prosodyctl mod_invites selftest example.com\n"..shown.."\n");
	end);

	it("tells what is wrong with the page", function ()
		local elsewhere = ("http://localhost:%d/elsewhere/"):format(server.http_port);
		local said = assert_failed("Page", "but the answer has status 404", { http_external_url = elsewhere });
		assert.equal("skipped: the page has to be there first", said.Form);
		local _, status;
		_, status, said = selftest { http_external_url = "https://nowhere.invalid/" };
		assert.equal(0, status);
		assert.truthy(said.Page:find("^skipped: https://nowhere%.invalid/invites_page%?TOKEN can't be reached from this machine %("), said.Page);
		server.settings.modules = { "admin_shell" };
		_, status, said = selftest();
		server.settings.modules = { "admin_shell"; "invites_page"; "invites_register_web" };
		assert.equal(0, status);
		assert.truthy(said.Page:find("^skipped: invites have no web page here"), said.Page);
		assert.equal("skipped: mod_invites_register_web is not enabled", said.Form);
		fixture:eval("require 'core.modulemanager'.unload(host, 'invites_page')");
		assert_failed("Page", "but the answer has status 404");
		fixture:eval("require 'core.modulemanager'.load(host, 'invites_page')");
	end);

	it("tells that nobody can register", function ()
		fixture:eval("require 'core.modulemanager'.unload(host, 'register_ibr')");
		local said = assert_failed("Connection", "expected that registration with an invite is offered, but it is not");
		assert.equal("skipped: nobody can register", said.Register);
		fixture:eval("require 'core.modulemanager'.load(host, 'register_ibr')");
		server.settings.without = { "invites_register" };
		local lines, status = selftest();
		server.settings.without = nil;
		assert.equal(1, status);
		assert.truthy(lines[1]:find("nobody could use the invite, as mod_invites_register is missing", 1, true), lines[1]);
	end);

	it("tells what a module of somebody else refuses", function ()
		fixture:hook("user-registering", "event.allowed, event.reason = false, 'Not on Sundays'");
		local lines, status, said = selftest();
		assert.equal(1, status);
		assert.truthy(said.Register:find("but the answer was modify/not-acceptable, \"Not on Sundays\"", 1, true), table.concat(lines, "\n"));
		assert.equal("skipped: there is no account for it", said["Contact invite"]);
		assert_nothing_left();
	end);

	it("finds what a run has left that was killed, while the server was making an account for it", function ()
		fixture:replace("prosody.hosts[host].users", "create_user", [[
			if (...):find("02$") then
				spec.waiting = true;
				require "util.async".sleep(0.3);
				spec.done = true;
			end
			return old(...);
		]]);
		server:write_config();
		local process = io.popen(("echo $$; (%s) >/dev/null 2>&1 </dev/null & echo $!; wait"):format(server:ctl_command("mod_invites", "selftest", host)));
		process:read("l");
		local pid = process:read("n");
		assert.is_true(server:wait_until(function () return fixture:eval("return prosody.spec.waiting"); end));
		assert(os.execute(("kill -9 %d"):format(pid)));
		process:close();
		assert.is_true(server:wait_until(function () return fixture:eval("return prosody.spec.done"); end));
		assert.equal(2, database:number("SELECT COUNT(*) AS n FROM invites"));
		fixture:undo();
		local lines, status = selftest();
		assert.equal(0, status, table.concat(lines, "\n"));
		assert.equal("ok       Left behind: 2 accounts and 2 invites of an earlier selftest removed", lines[1]);
		assert_nothing_left();
	end);

	it("ends soon where no server answers, and makes nothing", function ()
		server:signal "STOP";
		local lines, status, said = selftest();
		server:signal "CONT";
		assert.equal(1, status);
		assert.truthy(said.Connection:find("^failed: .*: expected a stream, but there was no answer within seconds"), table.concat(lines, "\n"));
		assert.equal("skipped: the server does not answer any more", said.Race);
		selftest();
		assert_nothing_left();
		local free = Server.free_port();
		lines, status = selftest { c2s_ports = { free } };
		assert.equal(1, status);
		assert.same({ ("no server answers on 127.0.0.1, port %d, where the configuration has clients connect (connection refused)"):format(free) }, lines);
		assert_nothing_left();
	end);

	it("logs in without sending passwords where the server wants that, and says so where it knows no way", function ()
		for mechanisms, expected in pairs {
			[{ "PLAIN" }] = "ok: the new password counts, the old one does not";
			[{ "PLAIN"; "SCRAM-SHA-1"; "SCRAM-SHA-1-PLUS"; "SCRAM-SHA-256"; "SCRAM-SHA-256-PLUS" }] =
				"skipped: the server offers no login with a password that is known here";
		} do
			server.settings.options.disable_sasl_mechanisms = mechanisms;
			server:restart();
			local lines, status, said = selftest();
			assert.equal(0, status, table.concat(lines, "\n"));
			assert.equal(expected, said["Password reset"]);
		end
		server.settings.options.disable_sasl_mechanisms = nil;
		server:restart();
	end);

	it("uses the port with TLS from the start if there is no other", function ()
		local port = Server.free_port();
		server.settings.options.c2s_ports, server.settings.options.c2s_direct_tls_ports = {}, { port };
		server:restart();
		local lines, status = selftest();
		assert.equal(0, status, table.concat(lines, "\n"));
		assert.equal(("ok       Connection: 127.0.0.1, port %d, encrypted"):format(port), lines[1]);
		assert.equal("All is well", lines[#lines]);
	end);

	it("does not run inside the server", function ()
		local output, status = server:ctl("shell", "invite", "selftest", host);
		assert.equal(1, status);
		assert.truthy(output:find("This can be done beside it: prosodyctl mod_invites selftest "..host, 1, true) ~= nil, output);
	end);
end);
