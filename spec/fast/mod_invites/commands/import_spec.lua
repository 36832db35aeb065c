-- The command import: from files, and from Prosody's own mod_invites.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";
local json = require "util.json";

Fixture.describe("import", { users = { "juliet"; "romeo" }; options = { storage = "memory" } }, function (fixture)
	local host = fixture.host;
	local server, invites, shell, old, now;

	local function start(options)
		invites, server = fixture:start(options);
		shell = cli.shell(server, host);
		old, now = require "core.storagemanager".open(host, "invite_token"), os.time();
	end

	local function export(...) return cli.export(shell, host, ...); end
	local function bundled(fields) return cli.bundled_invite(host, now, fields); end

	local function write(name, content)
		local file = assert(io.open(server.data.."/"..name, "w"));
		file:write(content);
		file:close();
	end

	it("reads what export has written", function ()
		start();
		local made = {
			assert(invites.make { kind = "account"; username = "tybalt"; inviter = "juliet"; data = { note = "}]"; groups = { "a" } }; ttl = math.huge });
			assert(invites.make { kind = "account"; uses = 5 });
			assert(invites.make { kind = "account"; uses = math.huge });
			assert(invites.create_contact("juliet"));
			assert(invites.create_contact("juliet", true));
		};
		local validated = assert(invites.get(made[2].token));
		invites.claim(validated, "paris");
		invites.redeem(validated, "paris");
		export("out.json");
		local file = io.open(server.data.."/out.json");
		local content = file:read("a");
		file:close();
		local before = {};
		for i, invite in ipairs(made) do before[i] = invites.info(invite.token); end
		start();
		write("in.json", content);
		assert.equal("5 invites imported, 0 known already, 0 skipped (over, without token, or no invites)", select(2, shell("import", host, "in.json")));
		for _, invite in ipairs(before) do
			local after = assert(invites.info(invite.token));
			if invite.max_uses == 5 then invite.max_uses, invite.uses = 4, 0; end -- what is left
			invite.used_by, after.used_by = nil, nil; -- that does not travel
			assert.same(invite, after);
		end
		assert.truthy(select(2, shell("import", host, "in.json")):find("^0 invites imported, 5 known already"));

		-- The same in another shape, and from another program.
		start();
		write("in.json", "  "..json.encode(json.decode(content)));
		assert.truthy(select(2, shell("import", host, "in.json")):find("^5 invites imported"));
		write("in.json", (content:gsub("{\"id\"", "{\n\"id\"")));
		assert.truthy(select(2, shell("import", host, "in.json")):find("^0 invites imported, 5 known already, 0 skipped"));
	end);

	it("skips what is over or makes no sense", function ()
		start();
		write("in.json", [=[
[
{"token":"good","kind":"account","expires":null},
{"token":"used","kind":"account","state":"redeemed","expires":null},
{"token":null,"kind":"account"},
{"token":"nobody","kind":"contact"},
{"token":"long ago","kind":"account","expires":5},
"text",
not json,

{"token":"other","kind":"account","expires":99999999999,"additional_data":{"a":[1,2,{"b":null}]}}
]
]=]);
		assert.equal("2 invites imported, 0 known already, 7 skipped (over, without token, or no invites)", select(2, shell("import", host, "in.json")));
		assert.equal(1, invites.info("good").max_uses);
		assert.same({ a = { 1; 2; { b = nil } } }, invites.info("other").additional_data);
	end);

	it("refuses files that are none", function ()
		start();
		for name, content in pairs { empty = ""; text = "hello\nworld"; half = "{\"token\":"; missing = false; ["."] = false } do
			if content then write(name, content); end
			local ok, err = shell("import", host, name);
			assert.is_nil(ok, name);
			assert.truthy(not content or err:find("no JSON", 1, true), err);
		end
	end);

	it("reads the store of the bundled module again", function ()
		start();
		old:set(nil, { one = bundled(); two = bundled { jid = "tybalt@"..host }; three = bundled { jid = "tybalt@"..host }; odd = 1 });
		old:set("juliet", { contact = now + 1000 });
		local ok, text, printed = shell("import", host);
		assert.is_true(ok);
		assert.equal("4 invites imported, 0 known already, 1 skipped (over, without token, or no invites)", text);
		assert.same({ "1 of them share their username with another invite and wait for that one to end" }, printed);
	end);

	it("reads it once: what was used since is forgotten in time, and must not come back", function ()
		start();
		old:set(nil, { used = bundled { expires = now + 400 * 86400 } });
		assert.is_true(shell("import", host));
		assert.is_true((invites.imported()));
		assert.is_true(invites.get("used"):use());
		local function refused()
			local ok, text = shell("import", host);
			assert.is_nil(ok);
			assert.truthy(text:find("were taken over before", 1, true), text);
			assert.is_nil(invites.get("used"));
		end
		refused();

		for _, suffix in ipairs { ""; "-wal"; "-shm" } do os.remove(server.data.."/invites.sqlite"..suffix); end -- or another invites_database
		invites = assert(server:reload(host, "invites"));
		refused();
	end);

	it("reads again what export has written back, as that knows what was used", function ()
		start { invites_database = "first.sqlite" };
		old:set(nil, { used = bundled(); free = bundled() });
		assert.is_true(shell("import", host));
		assert.is_true(invites.get("used"):use());
		local function with_database(name)
			require "core.configmanager".set(host, "invites_database", name);
			assert.is_true(server:unload(host, "invites"));
			invites = assert(server:load(host, "invites"));
			shell = cli.shell(server, host);
		end
		export();
		with_database "of a server that goes on.sqlite";
		assert.is_nil((shell("import", host)));

		with_database "first.sqlite";
		_G.prosody.process_type = "prosodyctl";
		export();
		_G.prosody.process_type = "prosody";
		with_database "second.sqlite";
		assert.equal("1 invite imported, 0 known already, 0 skipped (over, without token, or no invites)", select(2, shell("import", host)));
		assert.is_table(invites.get("free"));
		assert.is_nil(invites.get("used"));
		assert.is_nil((shell("import", host)));
	end);
end);
