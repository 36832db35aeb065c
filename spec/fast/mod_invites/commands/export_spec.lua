-- The command export: back to Prosody's own mod_invites, and to files.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";
local json = require "util.json";

Fixture.describe("export", { users = { "juliet"; "romeo" }; options = { storage = "memory" } }, function (fixture)
	local host = fixture.host;
	local server, invites, shell, old, now;

	local function start(options)
		invites, server = fixture:start(options);
		shell = cli.shell(server, host);
		old, now = require "core.storagemanager".open(host, "invite_token"), os.time();
	end

	local function export(...) return cli.export(shell, host, ...); end
	local function bundled(fields) return cli.bundled_invite(host, now, fields); end

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

	it("leaves out invites for one person, which anybody could use there", function ()
		start();
		local bound = assert(invites.make { kind = "contact"; inviter = "juliet"; data = { invitee = "romeo@elsewhere.example" } });
		local contact = assert(invites.create_contact("juliet"));
		old:set("juliet", { [bound.token] = bound.expires });
		local text, printed = export();
		assert.equal("1 invite written to the store of the bundled module, 0 left out, 0 removed from it that are over", text);
		assert.same({ "1 contact invites for one person were left out: there, anybody could use them" }, printed);
		assert.same({ [contact.token] = contact.expires }, old:get("juliet"));
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

	it("takes the last look and writes each row once, without letting others have their turn", function ()
		start { storage = "internal" };
		invites.make_many({ kind = "account" }, 60);
		invites.make_many({ kind = "contact-account"; inviter = "juliet" }, 60);
		local async, data_manager = require "util.async", require "core.storagemanager".olddm;
		local ready, list, store, looks, writes = async.ready, invites.list, data_manager.store, 0, 0;
		function async.ready() error("somebody else had a turn"); end
		function data_manager.store(...)
			writes = writes + 1;
			return store(...);
		end
		function invites.list(...)
			looks = looks + 1;
			local began = os.clock();
			repeat until os.clock() - began > 0.003;
			return list(...);
		end
		local ok, text = pcall(export);
		async.ready, data_manager.store = ready, store;
		assert.same({ true, 2 }, { ok, writes }, text);
		assert.is_true(looks > 1);
		local count = 0;
		for _ in pairs(old:get(nil)) do count = count + 1; end
		assert.equal(120, count);
	end);

	it("writes nothing where the old store can't be read", function ()
		start { storage = "internal" };
		invites.create_account();
		local data_manager = require "core.storagemanager".olddm;
		local load = data_manager.load;
		data_manager.load = function () return nil, "disk on fire"; end
		local ok, err = shell("export", host);
		data_manager.load = load;
		assert.same({ nil, nil }, { ok, (old:get(nil)) });
		assert.truthy(err:find("nothing was written", 1, true), err);
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
		printed = select(2, export({ json = true }));
		assert.same(content, json.decode(table.concat(printed, "\n")));
	end);
end);
