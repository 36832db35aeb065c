-- The commands export and import: back to Prosody's own mod_invites, and through files.

local cli = require "spec.support.cli";
local prosody = require "spec.support.prosody";
local json = require "util.json";

local host = "example.com";

for _, version in ipairs(prosody.versions) do describe("on Prosody "..version, function ()
	local server, invites, shell, old, now;

	local function start(options)
		options = options or {};
		options.storage = options.storage or "memory";
		server = prosody.new { version = version; hosts = { [host] = options } };
		invites = assert(server:load(host, "invites"));
		for _, name in ipairs { "juliet"; "romeo" } do server:create_user(name, host, "secret"); end
		shell = cli.shell(server, host);
		old = require "core.storagemanager".open(host, "invite_token");
		now = os.time();
	end

	after_each(function ()
		server:stop();
	end);

	local function export(...)
		local ok, text, printed = shell("export", host, ...);
		assert.is_true(ok, text);
		return text, printed;
	end

	local function bundled(fields)
		local invite = { type = "register"; jid = host; allow_registration = true; created_at = now - 10; expires = now + 1000; uri = "xmpp:x" };
		for k, v in pairs(fields or {}) do invite[k] = v; end
		return invite;
	end

	describe("export", function ()
		it("writes what can be used where the bundled module looks for it", function ()
			start();
			local account = assert(invites.create_account("tybalt", { groups = { "a" } }));
			local party = assert(invites.create_group({ "g" }, nil, 3600));
			local contact = assert(invites.create_contact("juliet"));
			local both = assert(invites.create_contact("juliet", true));
			local several = assert(invites.make { kind = "account"; uses = 5 });
			local reset = assert(invites.create_account_reset("romeo"));
			local revoked = assert(invites.create_account());
			invites.revoke(revoked.token);

			local text, printed = export();
			assert.equal("5 invites written to the store of the bundled module, 1 left out, 0 removed from it that are over", text);
			assert.same({ "left out, as its token is not kept: "..reset.id.."  Password reset for romeo@example.com";
				"1 invites for several uses became invites for one: the bundled module knows no number" }, printed);

			local row = old:get(nil);
			assert.same({ [account.token] = true; [party.token] = true; [both.token] = true; [several.token] = true },
				{ [account.token] = row[account.token] and true; [party.token] = row[party.token] and true; [both.token] = row[both.token] and true;
				[several.token] = row[several.token] and true; [revoked.token] = row[revoked.token]; [contact.token] = row[contact.token] });
			assert.same({ type = "register"; jid = "tybalt@example.com"; token = account.token; uri = account.uri; allow_registration = true;
				created_at = account.created_at; expires = account.expires; additional_data = { groups = { "a" } } }, row[account.token]);
			assert.is_true(row[party.token].reusable);
			assert.is_nil(row[several.token].reusable);
			assert.equal("roster", row[both.token].type);
			assert.same({ [contact.token] = contact.expires; [both.token] = both.expires }, old:get("juliet"));
		end);

		it("takes out what is over, renews what has changed, and leaves alone what it does not know", function ()
			start();
			old:set(nil, { used = bundled(); revoked = bundled(); extended = bundled(); odd = 1; ["not/a token"] = bundled() });
			old:set("juliet", { contact = now + 1000; gone = now + 1000 });
			assert.is_true(shell("import", host));
			old:set(nil, { used = bundled(); revoked = bundled(); extended = bundled(); odd = 1; ["not/a token"] = bundled(); foreign = bundled() });
			assert.is_true(invites.get("used"):use());
			invites.revoke("revoked");
			local expires = invites.extend("extended", 5000);
			invites.revoke("gone");

			assert.equal("2 invites written to the store of the bundled module, 0 left out, 3 removed from it that are over", (export()));
			local row = old:get(nil);
			assert.equal(expires, row.extended.expires);
			row.extended = nil;
			assert.same({ odd = 1; ["not/a token"] = bundled(); foreign = bundled() }, row);
			assert.same({ contact = now + 1000 }, old:get("juliet"));

			invites.revoke("contact");
			export();
			assert.is_nil(old:get("juliet"));
			assert.truthy((export()):find("^1 invite "));
		end);

		it("keeps the tokens that are in the old store when ours does not have them", function ()
			start { invites_store_tokens = false };
			old:set(nil, { known = bundled() });
			shell("import", host);
			local unknown = assert(invites.create_account());
			local text, printed = export();
			assert.equal("1 invite written to the store of the bundled module, 1 left out, 0 removed from it that are over", text);
			assert.truthy(printed[1]:find(unknown.id, 1, true));
			assert.same({ "known" }, { next(old:get(nil)), nil });
		end);

		it("does not bring back what is used while it looks the old invites up", function ()
			start();
			old:set(nil, { one = bundled(); two = bundled(); foreign = bundled() });
			assert.is_true(shell("import", host));
			old:set(nil, { one = bundled(); two = bundled(); foreign = bundled() });
			local made = assert(invites.create_account());
			local info, looked = invites.info, 0;
			function invites.info(token)
				local invite, code = info(token);
				looked = looked + 1;
				if looked == 3 then
					invites.info = info;
					for _, used in ipairs { "one"; "two"; made.token } do assert(invites.revoke(used)); end
				end
				return invite, code;
			end
			assert.equal("1 invite written to the store of the bundled module, 0 left out, 2 removed from it that are over", (export()));
			assert.same({ "foreign" }, { next(old:get(nil)), nil });
		end);

		it("takes the last look and writes without letting others have their turn", function ()
			start();
			invites.make_many({ kind = "account" }, 120);
			local async = require "util.async";
			local ready, list, looks = async.ready, invites.list, 0;
			function async.ready() error("somebody else had a turn"); end
			function invites.list(...)
				looks = looks + 1;
				local began = os.clock();
				repeat until os.clock() - began > 0.003;
				return list(...);
			end
			local ok, text = pcall(export);
			async.ready = ready;
			assert.is_true(ok, text);
			assert.is_true(looks > 1);
		end);

		it("writes each row once", function ()
			start { storage = "internal" };
			invites.make_many({ kind = "account" }, 50);
			invites.make_many({ kind = "contact-account"; inviter = "juliet" }, 50);
			local data_manager, writes = require "core.storagemanager".olddm, 0;
			local store = data_manager.store;
			data_manager.store = function (...)
				writes = writes + 1;
				return store(...);
			end
			export();
			data_manager.store = store;
			assert.equal(2, writes);
			assert.equal(100, select(2, pcall(function ()
				local count = 0;
				for _ in pairs(old:get(nil)) do count = count + 1; end
				return count;
			end)));
		end);

		it("writes nothing where the old store can't be read", function ()
			start { storage = "internal" };
			invites.create_account();
			local data_manager = require "core.storagemanager".olddm;
			local load = data_manager.load;
			data_manager.load = function () return nil, "disk on fire"; end
			local ok, err = shell("export", host);
			data_manager.load = load;
			assert.is_nil(ok);
			assert.truthy(err:find("nothing was written", 1, true), err);
			assert.is_nil(old:get(nil));
		end);

		it("writes JSON to a new file for its owner alone", function ()
			start();
			invites.create_account("tybalt");
			invites.create_account_reset("romeo");
			local text, printed = export("out.json");
			assert.equal(("1 invite written to %s/out.json, 1 left out"):format(server.data), text);
			assert.equal(1, #printed);
			local path = server.data.."/out.json";
			assert.equal("rw-------", require "lfs".attributes(path, "permissions"));
			local file = io.open(path);
			local content = json.decode(file:read("a"));
			file:close();
			assert.equal("tybalt", content[1].username);
			assert.is_nil(content[2]);
			assert.is_nil((shell("export", host, "out.json")));
			assert.is_nil((shell("export", host, "no/such/out.json")));
			_, printed = export({ json = true });
			assert.same(content, json.decode(table.concat(printed, "\n")));
		end);
	end);

	describe("import", function ()
		it("asks for lines and for all in the words that Lua 5.2 knows", function ()
			start();
			local until_then = os.time() + 1000;
			local lines = { "[", ('{"token":"a","kind":"account","maker":"juliet","own_right":true,"expires":%d}'):format(until_then), "]" };
			local whole = ('[ {"token":"b","kind":"account","own_right":false,"maker":null,"expires":%d}\n]'):format(until_then);
			local file = { at = 0 };
			function file:read(format)
				assert.truthy(format == "*l" or type(format) == "number");
				if format ~= "*l" then return whole; end
				self.at = self.at + 1;
				return lines[self.at];
			end
			function file:seek() self.at = 0; return 0; end
			function file:close() end -- luacheck: ignore 212/self
			local run = invites.require_once "commands/import".import;
			local open = io.open;
			local function import()
				io.open = function () return file; end; -- luacheck: ignore 122
				local _, ok, text = pcall(run, invites, { batch = 500; yield = function () return true; end; progress = function () end }, { file = "x" });
				io.open = open; -- luacheck: ignore 122
				assert.is_true(ok, text);
			end
			import();
			lines, file.at = { "what" }, 0;
			import();
			local a, b = invites.info "a", invites.info "b";
			assert.same({ "juliet", "user" }, { a.creator, a.authority });
			assert.same({ nil, "server" }, { b.creator, b.authority });
		end);

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
			server:stop();

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
			server:stop();
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
{"token":"no expiry","kind":"account"},
{"token":"what","kind":"what","expires":null},
{"token":"used","kind":"account","state":"redeemed","expires":null},
{"token":null,"kind":"account"},
{"token":"no kind"},
{"token":"nobody","kind":"contact"},
{"token":"a b","kind":"account"},
{"token":"bad","kind":"account","max_uses":0.5},
{"token":"long ago","kind":"account","expires":5},
"text",
7,
not json,

{"token":"other","kind":"account","expires":99999999999,"additional_data":{"a":[1,2,{"b":null}]}}
]
]=]);
			local ok, text = shell("import", host, "in.json");
			assert.is_true(ok, text);
			assert.equal("2 invites imported, 0 known already, 13 skipped (over, without token, or no invites)", text);
			assert.equal(1, invites.info("good").max_uses);
			assert.same({ a = { 1; 2; { b = nil } } }, invites.info("other").additional_data);
		end);

		it("refuses files that are none", function ()
			start();
			for name, content in pairs { empty = ""; text = "hello\nworld"; number = "5"; half = "{\"token\":" } do
				write(name, content);
				local ok, err = shell("import", host, name);
				assert.is_nil(ok, name);
				assert.truthy(err:find("no JSON", 1, true), err);
			end
			assert.is_nil((shell("import", host, "missing")));
			assert.is_nil((shell("import", host, ".")));
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
end); end
