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
			assert.same({ nil, "key-invalid" }, { keys:find(shown.."x") }); -- of which nobody is told that it is over
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
			start { storage = "internal" };
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
			local hash = require "util.hashes".sha256("y", true);
			for _, token in ipairs { {}; 5; "x" } do
				keys.store:set(nil, "both", { secret_sha256 = hash; token = token });
				assert.equal(201, ask({ query = "key=both/y" }).status);
				assert.same({ secret_sha256 = hash }, keys.store:get(nil, "both"));
			end
			for _, id in ipairs { "-_old"; "odd"; "broken"; "both" } do assert.is_table(keys:delete(id)); end
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
		local run = cli.shell(server, host, { width = 150 }, "invites_api");
		local ok, shown = run("create", host, "My key", { expires_after = "2 days"; methods = "post" });
		assert.is_true(ok);
		assert.is_table(keys:find(shown));
		ok, shown = run("create", host);
		assert.is_true(ok);
		assert.is_nil(keys:find(shown).name);
		for _, call in ipairs {
			{ "create"; host; "a"; { methods = "PUT" } }; { "create"; host; "a"; "b" }; { "create"; host; "a\nb" };
			{ "delete"; host; "x" }; { "delete"; host };
		} do
			assert.is_nil((run(table.unpack(call))), table.concat(call, " ", 1, 2));
		end
		local listed, text, printed = run("list", host);
		assert.same({ true; "2 keys" }, { listed; text });
		assert.truthy(table.concat(printed, "\n"):find("| POST     | My key", 1, true), table.concat(printed, "\n"));
		assert.is_true((run("delete", host, (shown:match("^%x+")))));
	end);

	describe("under prosodyctl", function ()
		-- The storage in memory is another one each time that a module is loaded, so that this is about what is printed alone.
		local function prosodyctl(arguments)
			fixture:start({ modules_enabled = { "invites_api" } }, { process = "prosodyctl"; modules = {} });
			local modulemanager = require "core.modulemanager";
			assert(modulemanager.load("*", "invites_api"));
			return cli.captured(modulemanager.get_module("*", "invites_api").module.command, arguments);
		end

		-- arguments; exit status; pattern of the output, of what goes to stderr
		for _, case in ipairs {
			{ { "create"; host }; 0; "^%x+/[%w_-]+$"; "^$" }; { { host; "create"; "My key" }; 0; "^%x+/[%w_-]+$"; "^$" };
			{ { "--expires-after"; "3 days"; "create"; host; "--methods=POST"; "--"; "--name" }; 0; "^%x+/[%w_-]+$"; "^$" };
			{ { "list"; host }; 0; "^$"; "^$" }; { { host; "list"; "--json" }; 0; "^%[\n%]$"; "^$" };
			{ { host }; 2; "^$"; "^Error: Unknown command .*mod_invites_api %-%-help\" for the list\n$" };
			{ { "creat"; host }; 2; "^$"; "Did you mean create%?" };
			{ { "create" }; 2; "^$"; "^usage: prosodyctl mod_invites_api .*\nError: [^\n]+\n$" };
			{ { "create"; host; "--methods"; "PUT" }; 2; "^$"; "^usage: prosodyctl mod_invites_api .*\nError: [^\n]+\n$" };
			{ { "--help" }; 0; "\nusage: prosodyctl mod_invites_api COMMAND.*\n  create HOST %[NAME%] "; "" };
			{ {}; 2; "\nusage: prosodyctl mod_invites_api COMMAND"; "" };
			{ { "list"; "example.net" }; 1; "^$"; "^Error: " }; { { "delete"; host; "x" }; 1; "^$"; "^Error: " };
		} do
			it("answers: "..table.concat(case[1], " "), function ()
				local status, output, err = prosodyctl(case[1]);
				assert.equal(case[2], status);
				assert.truthy(output:find(case[3]), output);
				assert.truthy(err:find(case[4]), err);
			end);
		end
	end);
end);
