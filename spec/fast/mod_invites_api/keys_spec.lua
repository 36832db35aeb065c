-- The keys to the API over HTTP, and the commands for them.

local api = require "spec.support.api";
local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";

Fixture.describe("keys of mod_invites_api", api.defaults, function (fixture)
	local host = fixture.host;
	local server, keys;

	local function start(options)
		fixture:start(options);
		server, keys = fixture.server, fixture:module "invites_api".keys;
	end

	local function ask(wish) return api.ask(host, wish); end
	local bearer = api.bearer;

	local function fail(...) return api.fail(keys, ...); end

	describe("has keys that", function ()
		it("are kept as hashes", function ()
			start();
			local shown, key = keys:create { name = "My key" };
			local id, secret = shown:match("^(%x+)/([%w_-]+)$");
			assert.equal(12, #id);
			assert.equal(44, #secret);
			local stored = keys.store:get(nil, id);
			assert.same({ id = id; name = "My key"; secret_sha256 = require "util.hashes".sha256(secret, true); created_at = key.created_at }, stored);
			assert.same({ id = id; name = "My key"; created_at = key.created_at }, keys:find(shown));
			assert.not_equal(shown, (keys:create {}));
		end);

		it("expire", function ()
			start();
			local shown = keys:create { ttl = 60 };
			assert.is_table(keys:find(shown));
			server:advance(60);
			assert.same({ nil, "key-expired" }, { keys:find(shown) });
			assert.same({ nil, "key-invalid" }, { keys:find(shown.."x") });
			local answer = ask { headers = bearer(shown, { accept = "application/json" }) };
			assert.equal(403, answer.status);
			assert.equal("key-expired", answer.json.error);
		end);

		it("are listed with their last use, and deleted", function ()
			start();
			local first = keys:create { name = "first" };
			server:advance(10);
			local second = keys:create { name = "second"; ttl = 60; methods = { POST = true } };
			assert.equal(201, ask({ headers = bearer(first) }).status);
			assert.equal(405, ask({ headers = bearer(second) }).status);
			local list = keys:list();
			assert.equal(2, #list);
			assert.same({ id = first:match("^%x+"); name = "first"; created_at = list[1].created_at; last_used = list[2].created_at }, list[1]);
			assert.same({ id = second:match("^%x+"); name = "second"; created_at = list[2].created_at; expires = list[2].created_at + 60;
				allowed_methods = { POST = true } }, list[2]);
			assert.equal("first", keys:delete(list[1].id).name);
			assert.equal(403, ask({ headers = bearer(first) }).status);
			for _, id in ipairs { list[1].id; ""; "\0"; first; ("x"):rep(65) } do assert.same({ nil, "key-unknown" }, { keys:delete(id) }); end
			assert.equal(1, #keys:list());
		end);

		it("note their last use now and then", function ()
			start();
			local shown = keys:create {};
			local function last_used() ask { headers = bearer(shown) }; return keys:list()[1].last_used; end
			local at = last_used();
			server:advance(30);
			assert.equal(at, last_used());
			server:advance(31);
			local later = last_used() - at;
			assert.is_true(later >= 61 and later < 70, later); -- the real clock goes on, too
		end);

		it("the community's module has made", function ()
			start();
			keys.store:set(nil, "-_old", { id = "-_old"; token = "secret/with/slashes"; name = "Old"; created_at = 1600000000 });
			keys.store:set(nil, "broken", "?");
			keys.store:set(nil, "empty", {});
			keys.store:set(nil, "number", { token = 5 });
			for _, wrong in ipairs { "-_old/secret"; "-_old/nil"; "empty/"; "empty/nil"; "broken/?"; "number/5" } do
				assert.same({ nil, "key-invalid" }, { keys:find(wrong) });
			end
			assert.equal("secret/with/slashes", keys.store:get(nil, "-_old").token);
			assert.equal(201, ask({ query = "key=-_old/secret/with/slashes" }).status);
			assert.same({ id = "-_old"; name = "Old"; created_at = 1600000000; secret_sha256 =
				require "util.hashes".sha256("secret/with/slashes", true) }, keys.store:get(nil, "-_old"));
			keys.store:set(nil, "odd", { token = "x"; name = {}; created_at = "?"; expires = {}; allowed_methods = 1 });
			assert.equal(405, ask({ query = "key=odd/x" }).status);
			assert.equal(4, #keys:list());
			for _, id in ipairs { "-_old"; "odd"; "broken" } do assert.is_table(keys:delete(id)); end
		end);

		it("work where they can't be written to", function ()
			start();
			keys.store:set(nil, "old", { token = "x" });
			fail("set", function () return nil, "read-only"; end);
			assert.equal(201, ask({ query = "key=old/x" }).status);
			assert.equal(201, ask({ query = "key=old/x" }).status);
			assert.same({ nil, "internal-server-error" }, { keys:create {} });
			assert.same({ nil, "internal-server-error" }, { keys:delete("old") });
		end);
	end);

	it("has commands in the shell", function ()
		start();
		local printed = {};
		local session = { session = { width = 150; print = function (...) table.insert(printed, table.concat({ ... }, "\t")); end } };
		local function run(name, ...)
			if not fixture.is_13 then return fixture:module "invites_api".module:shared("/*/admin_shell/env").invites_api[name](session, ...); end
			for _, command in ipairs(require "core.modulemanager".get_items("shell-command", host)) do
				if command.section == "invites_api" and command.name == name then return command.handler(session, ...); end
			end
		end
		local ok, shown = run("create", host, "My key", { expires_after = "2 days"; methods = "post" });
		assert.is_true(ok);
		assert.is_table(keys:find(shown));
		ok, shown = run("create", host);
		assert.is_true(ok);
		assert.is_nil(keys:find(shown).name);
		assert.is_nil((run("create", host, "a", { expires_after = "soon" })));
		assert.is_nil((run("create", host, "a", { methods = "PUT" })));
		assert.is_nil((run("create", host, "a", { methods = "" })));
		assert.is_nil((run("create", host, "a", "b")));
		for _, name in ipairs { "a\nb"; "a\tb"; "\27[31m"; ("x"):rep(201) } do assert.is_nil((run("create", host, name))); end
		assert.same({ true; "2 keys" }, { run("list", host) });
		assert.truthy(table.concat(printed, "\n"):find("| POST     | My key", 1, true), table.concat(printed, "\n"));
		assert.is_true((run("delete", host, (shown:match("^%x+")))));
		assert.is_nil((run("delete", host, "x")));
		assert.is_nil((run("delete", host)));
	end);

	describe("under prosodyctl", function ()
		-- The storage in memory is another one each time that a module is loaded, so that this is about what is printed alone.
		local function prosodyctl(...)
			fixture:start({ modules_enabled = { "invites_api" } }, { process = "prosodyctl"; modules = {} });
			local modulemanager = require "core.modulemanager";
			assert(modulemanager.load("*", "invites_api"));
			local module = modulemanager.get_module("*", "invites_api");
			return cli.captured(module.module.command, { ... });
		end

		it("prints a key, and nothing else", function ()
			for _, arguments in ipairs { { "create"; host }; { host; "create" }; { host; "create"; "My key" }; { "create"; host; "My key" };
				{ "create"; host; "--methods=POST"; "-name" }; { "--expires-after"; "3 days"; "create"; host; "--"; "--name" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.equal("", err);
				assert.equal(0, status);
				assert.truthy(output:find("^%x+/[%w_-]+$"), output);
			end
		end);

		it("lists nothing where there is nothing", function ()
			assert.same({ 0, "", "" }, { prosodyctl("list", host) });
			assert.same({ 0, "[\n]", "" }, { prosodyctl(host, "list", "--json") });
		end);

		it("refuses what makes no sense", function ()
			for _, arguments in ipairs { { host }; { "what"; host }; { host; "what" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 2, "" }, { status, output });
				assert.truthy(err:find("^Error: there is no command ") and err:find("mod_invites_api help", 1, true), err);
			end
			for _, arguments in ipairs { { "create" }; { "list"; host; "x" }; { "create"; host; "--methods"; "PUT" }; { "create"; host; "a\nb" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 2, "" }, { status, output }, table.concat(arguments, " "));
				assert.truthy(err:find("^usage: prosodyctl mod_invites_api ") and err:find("\nError: [^\n]+\n$"), err);
			end
			for status, arguments in pairs { [0] = { "--help" }; [2] = {} } do
				local found, output = prosodyctl(table.unpack(arguments));
				assert.equal(status, found);
				assert.truthy(output:find("^usage: prosodyctl mod_invites_api COMMAND") and output:find("\n  create HOST [NAME] ", 1, true), output);
			end
			local _, _, meant = prosodyctl("creat", host);
			assert.truthy(meant:find("Did you mean create?", 1, true), meant);
			for _, arguments in ipairs { { "list"; "example.net" }; { "delete"; host; "x" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 1, "" }, { status, output });
				assert.truthy(err:find("^Error: "), err);
			end
		end);
	end);
end);
