-- The import of the invites that the bundled mod_invites has stored.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";

Fixture.describe("jobs/legacy_import", nil, function (fixture)
	local host = fixture.host;
	local server, invites, old, now;

	-- (value of the option storage) → server that has not started, with invites of the bundled module to come
	local function start(storage)
		local options = { storage = storage; sql = { driver = "SQLite3"; database = "old.sqlite" } };
		invites, server = fixture:start(options, { modules = {}; running = false });
		old, now = require "core.storagemanager".open(host, "invite_token"), os.time();
	end

	before_each(function () start("memory"); end);

	local function account(fields) return cli.bundled_invite(host, now, fields); end

	local function import()
		invites = invites or assert(server:load(host, "invites"));
		server:started();
		server:advance(10);
		return invites;
	end

	it("brings nothing back that was used, where the database is another one later", function ()
		start("internal");
		old:set(nil, { free = account() });
		import();
		assert.is_table(invites.get("free"));
		invites.use("free");
		assert.is_true(os.remove(server.data.."/invites.sqlite"));
		os.remove(server.data.."/invites.sqlite-wal");
		assert(require "core.modulemanager".reload(host, "invites"));
		server:advance(10);
		invites = require "core.modulemanager".get_module(host, "invites");
		assert.same({ nil, "token-invalid" }, { invites.get("free") });
		local warnings = server:logged("warn", "imported before, into another database");
		assert.equal(1, #warnings);
		assert.is_nil(warnings[1]:find("prosodyctl", 1, true)); -- `import` would bring "free" back
	end);

	it("has nothing to say where nothing is stored", function ()
		start("none");
		assert(server:load(host, "invites"));
		server:started();
		server:advance(0.5);
		assert.same({ {}, {} }, { server:logged("warn"), server:logged("error") });
	end);

	it("leaves the old invites alone once a file was imported", function ()
		start("internal");
		old:set(nil, { used = account(); free = account() });
		local file = assert(io.open(server.data.."/moved.json", "w"));
		file:write('[\n{"token":"free","kind":"account","state":"pending","uses":0,"max_uses":1,"created_at":', now - 10, ',"expires":', now + 1000,
			'}\n]\n');
		file:close();
		invites = assert(server:load(host, "invites"));
		local run = invites.require_once "commands/import".import;
		local done, text = run(invites, { batch = 500; yield = function () return true; end; progress = function () end },
			{ file = "moved.json" });
		assert.is_true(done, text);
		import();
		assert.is_table(invites.get("free"));
		assert.same({ nil, "token-invalid" }, { invites.get("used") });
		assert.same({}, server:logged("warn"));
	end);

	it("takes over many in one go, and skips what is odd", function ()
		local all = {
			good = account(); number = 5; text = "x"; empty = {}; typeless = { expires = now + 100 }; ["with space"] = account(); [1] = account();
			textual = account({ expires = "tomorrow"; created_at = {} }); never = account({ expires = 2^53 });
			first = account({ jid = "tybalt@"..host }); second = account({ jid = "tybalt@"..host });
			orphan = account({ type = "roster"; jid = "nobody@"..host });
		};
		for i = 1, 1234 do all["token"..i] = account(); end
		old:set(nil, all);
		old:set("juliet", { x = "soon"; [2] = now; fine = now + 100 });
		import();
		assert.is_table(invites.get("good"));
		for _, token in ipairs { "first"; "second"; "orphan"; "token1234" } do assert.is_table(invites.get_account_invite_info(token), token); end
		assert.equal(1, #server:logged("warn", "^Of the old invites 1 share"));
		assert.same({}, server:logged("error"));
	end);

	it("survives storages that can't list or answer anything", function ()
		_G.prosody.hosts[host].events.add_handler("store-opened", function (event)
			if event.store_name ~= "invite_token" then return; end
			event.store = { get = function () error("broken"); end; users = function () error("broken"); end };
		end);
		import();
		assert.equal(2, #server:logged("error"));
		assert.is_table(invites.create_account());
	end);
end);
