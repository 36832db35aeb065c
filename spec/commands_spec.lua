-- The commands of the admin shell, and the one of prosodyctl.

local prosody = require "spec.support.prosody";

local host = "example.com";

for _, version in ipairs(prosody.versions) do
	local is_13 = version ~= "0.12";

	describe("commands.lib.lua on Prosody "..version, function ()
		local server, invites, printed;

		before_each(function ()
			server = prosody.new { version = version; hosts = { [host] = {}; ["example.net"] = {} } };
			invites = assert(server:load(host, "invites"));
			assert(server:load("example.net", "invites"));
			server:create_user("juliet", host, "secret");
			printed = {};
		end);

		after_each(function ()
			server:stop();
		end);

		-- As the shell calls it: (command, arguments...) → true, text or nil, error
		local function run(name, ...)
			local shell = { session = { width = 130; print = function (...) table.insert(printed, table.concat({ ... }, "\t")); end } };
			if not is_13 then return invites.module:shared("/*/admin_shell/env").invite[name](shell, ...); end
			for _, command in ipairs(require "core.modulemanager".get_items("shell-command", host)) do
				if command.name == name then return command.handler(shell, ...); end
			end
		end

		local function token_in(uri) return uri:match("preauth=(%w+)"); end

		it("makes invites for accounts", function ()
			local ok, link = run("create_account", host);
			assert.is_true(ok);
			assert.truthy(link:find("^xmpp:example.com%?register;preauth=%w+$"));
			ok, link = run("create_account", "romeo@"..host, { role = { "prosody:member" }; group = { "a" }; admin = true; expires_after = "1 hour" });
			assert.is_true(ok);
			local invite = invites.get_account_invite_info(token_in(link));
			assert.same({ roles = { "prosody:admin"; "prosody:member" }; groups = { "a" } }, invite.additional_data);
			assert.equal(3600, invite.expires - invite.created_at);
		end);

		it("says what is wrong", function ()
			local ok, err = run("create_account", "juliet@"..host);
			assert.is_nil(ok);
			assert.truthy(err:find("account-exists", 1, true), err);
			ok, err = run("create_account", host, { expires_after = "soon" });
			assert.is_nil(ok);
			assert.truthy(err:find("soon", 1, true), err);
			assert.is_nil(run("create_reset", host));
			assert.is_nil(run("create_reset", "romeo@"..host));
			assert.is_nil(run("create_contact", host));
			assert.is_nil(run("show", host, "unknown"));
			assert.is_nil(run("delete", host, "unknown"));
			assert.is_nil(run("delete", host));
			if not is_13 then assert.is_nil(run("create_account", "nowhere.example")); end
		end);

		it("makes resets, and invites to become a contact", function ()
			assert.is_true(run("create_reset", "juliet@"..host, { expires_after = "2 days" }));
			assert.equal("juliet", invites.get(token_in(printed[1])).additional_data.allow_reset);
			local _, link = run("create_contact", "juliet@"..host);
			assert.truthy(link:find("^xmpp:juliet@example.com%?roster;preauth=%w+$"), link);
			local with_registration = is_13 and { allow_registration = true } or true;
			_, link = run("create_contact", "juliet@"..host, with_registration);
			assert.truthy(link:find(";ibr=y$"), link);
		end);

		it("lists, shows and deletes", function ()
			local _, link = run("create_account", "romeo@"..host, { group = { "a"; "b" } });
			local token = token_in(link);
			run("create_contact", "juliet@"..host, is_13 and { allow_registration = true } or true);
			local ok, text = run("list", host);
			assert.is_true(ok);
			assert.equal("2 pending invites", text);
			assert.equal(3, #printed);
			assert.truthy(printed[1]:find("^Token +| Expires +| Description"));
			local rows = printed[2].."\n"..printed[3];
			assert.truthy(rows:find(token.." | %d+%-%d+%-%d+T%d+:%d+:%d+ +| Account romeo@example.com"), rows);

			printed = {};
			assert.is_true(run("show", host, token));
			local shown = table.concat(printed, "\n");
			assert.truthy(shown:find("romeo@example.com", 1, true) and shown:find(link, 1, true) and shown:find("a, b", 1, true), shown);

			assert.is_true(run("delete", host, token));
			assert.is_nil(run("show", host, token));
		end);
	end);

	describe("prosodyctl.lib.lua on Prosody "..version, function ()
		local server;

		-- prosodyctl mod_invites ARGUMENTS → exit status, what was printed
		local function prosodyctl(options, ...)
			server = prosody.new { version = version; process = "prosodyctl"; hosts = { [host] = options } };
			local modulemanager = require "core.modulemanager";
			assert(modulemanager.load("*", "invites"));
			local module = modulemanager.get_module("*", "invites");
			local output, errors = {}, {};
			local real_print, real_stderr = print, io.stderr;
			_G.print = function (text) table.insert(output, text); end
			io.stderr = { write = function (_, ...) table.insert(errors, table.concat({ ... })); end }; -- luacheck: ignore 122
			local ok, status = pcall(module.module.command, { ... });
			_G.print = real_print;
			io.stderr = real_stderr; -- luacheck: ignore 122
			assert.is_true(ok, status);
			return status, table.concat(output, "\n"), table.concat(errors);
		end

		local function stored(link)
			return require "core.modulemanager".get_module(host, "invites").get(link:match("preauth=(%w+)"));
		end

		after_each(function ()
			server:stop();
		end);

		it("prints the link of an invite, and nothing else", function ()
			local status, link, err = prosodyctl({}, "generate", host);
			assert.equal(0, status);
			assert.truthy(link:find("^xmpp:example.com%?register;preauth=%w+$"), link);
			assert.equal("", err);
			assert.is_table(stored(link));
		end);

		it("prints the landing page where there is one", function ()
			local _, link = prosodyctl({ invites_page = "https://{host}/{invite.token}" }, "generate", host);
			assert.truthy(link:find("^https://example.com/%w+$"), link);
		end);

		it("takes roles and groups", function ()
			local status, link = prosodyctl({}, "generate", host, "--role", "prosody:member", "--admin", "--group", "a", "-g", "b");
			assert.equal(0, status);
			local roles = is_13 and { "prosody:admin" } or { ["prosody:admin"] = true };
			assert.same({ roles = roles; groups = { "a"; "b" } }, stored(link).additional_data);
		end);

		it("refuses what makes no sense", function ()
			for _, arguments in ipairs { {}; { "list" }; { "generate" }; { "generate"; host; "--role" }; { "generate"; host; "--what" };
				{ "generate"; host; "--reset"; "juliet"; "--admin" }; { "generate"; "--help" }; { "generate"; host; host } } do
				local status, usage = prosodyctl({}, table.unpack(arguments));
				assert.equal(2, status);
				assert.truthy(usage:find("^usage: prosodyctl mod_invites generate"));
				server:stop();
			end
			assert.equal(1, (prosodyctl({}, "generate", "example.net")));
			server:stop();
			local status, output, err = prosodyctl({}, "generate", host, "--reset", "nobody");
			assert.equal(1, status);
			assert.equal("", output);
			assert.truthy(err:find("account-not-found", 1, true), err);
		end);
	end);
end
