-- Keeping the book of invites.

local Fixture = require "spec.support.fixture";

Fixture.describe("api/manage", { options = { allow_user_invites = true }; users = { "juliet"; "romeo" } }, function (fixture)
	local host, refused = fixture.host, Fixture.refused;
	local server, invites;

	local function start(options) invites, server = fixture:start(options); end
	local function join(...) return fixture:join(...); end
	local function own(username) return fixture:own_invite(username).token; end

	-- (what list takes) → sorted tokens of all pages, number of pages
	local function listed(which, creator, look)
		local tokens, pages, cursor = {}, 0, nil;
		repeat
			local page;
			page, cursor = invites.list(which, creator, cursor, look);
			pages = pages + 1;
			for _, invite in ipairs(page) do table.insert(tokens, invite.token); end
		until not cursor;
		table.sort(tokens);
		return tokens, pages;
	end

	local function sorted(...)
		local list = { ... };
		table.sort(list);
		return list;
	end

	it("lists what was asked for, of everybody or of one creator", function ()
		start();
		local of_juliet, of_romeo, of_nobody = own("juliet"), own("romeo"), invites.create_account().token;
		local contact, revoked, used = invites.create_contact("juliet").token, own("juliet"), own("juliet");
		invites.revoke(revoked);
		join("mercutio", used);
		assert.same(sorted(of_juliet, of_romeo, of_nobody), (listed("pending")));
		assert.same(sorted(of_juliet, of_romeo, of_nobody, contact), (listed("usable")));
		assert.same({ used }, (listed("used")));
		assert.same(sorted(of_juliet, contact), (listed("usable", "JULIET")));
		assert.same(sorted(of_juliet, contact, revoked, used), (listed("all", "juliet")));
		local all, pages = listed("all", nil, 2);
		assert.equal(6, #all);
		assert.is_true(pages >= 3);
		assert.same({}, (listed("all", "nobody")));
	end);

	it("tells of an invite whatever became of it", function ()
		start();
		local pending, revoked, short = own("juliet"), own("juliet"), invites.create_account(nil, nil, 5).token;
		invites.revoke(revoked);
		server:advance(10);
		assert.equal("pending", invites.info(pending).state);
		assert.equal("revoked", invites.info(revoked).state);
		assert.equal("expired", invites.info(short).state);
		local invite = invites.info(invites.info(pending).id);
		assert.equal(pending, invite.token);
		assert.equal("juliet", invite.creator);
		assert.equal("user", invite.authority);
		refused("token-invalid", invites.info("unknown"));
		refused("no-token", invites.info());
	end);

	it("lets users revoke, extend and label their own invites, and no others", function ()
		start({ invites_longest_expiry = 1000 });
		local token = own("juliet");
		refused("token-invalid", invites.revoke(token, "romeo"));
		refused("token-invalid", invites.extend(token, 60, "romeo"));
		refused("token-invalid", invites.label(token, "mine", "romeo"));
		refused("ttl-too-long", invites.extend(token, 2000, "juliet"));
		assert.equal(os.time() + 2000, invites.extend(token, 2000));
		assert.equal(os.time() + 500, invites.extend(token, 500, "juliet"));
		assert.is_true(invites.label(token, "für Julia", "Juliet"));
		assert.equal("für Julia", invites.info(token).additional_data.note);
		assert.is_true(invites.label(token, ""));
		assert.is_nil((invites.info(token).additional_data or {}).note);
		assert.is_true(invites.revoke(invites.info(token).id, "juliet"));
		refused("token-revoked", invites.revoke(token));
		refused("token-revoked", invites.extend(token, 60));
	end);

	it("revokes all that some users have made", function ()
		start();
		for _ = 1, 3 do own("juliet"); end
		own("romeo");
		local other = invites.create_account().token;
		assert.equal(4, invites.revoke_all({ "JULIET"; "romeo"; "nobody" }));
		assert.same({ other }, (listed("usable")));
		assert.equal(0, invites.revoke_all({}));
		refused("username-invalid", invites.revoke_all({ "a b" }));
		refused("data-invalid", invites.revoke_all("juliet"));
	end);

	it("knows who came through whom, the dead included", function ()
		start();
		join("mercutio", own("juliet"));
		join("benvolio", own("mercutio"));
		local function names(username)
			local list = {};
			for i, node in ipairs(invites.tree(username)) do
				list[i] = ("%d %s<%s%s"):format(node.depth, node.username, node.inviter or "", node.left and " left" or "");
			end
			return list;
		end
		assert.same({ "0 juliet<"; "1 mercutio<juliet"; "2 benvolio<mercutio" }, names("juliet"));
		server:delete_user("mercutio", host);
		assert.same({ "0 juliet<"; "1 mercutio<juliet left"; "2 benvolio<mercutio" }, names("JULIET"));
		assert.same({}, names("romeo"));
		assert.equal(2, #invites.tree("juliet", 2));
		refused("username-invalid", invites.tree());
		refused("data-invalid", invites.tree("juliet", 0));
	end);

	it("remembers that when the invites are swept", function ()
		start({ invites_history = "1 hour" });
		local token = own("juliet");
		join("mercutio", token);
		server:advance(5 * 3600);
		refused("token-invalid", invites.info(token));
		assert.equal("mercutio", invites.tree("juliet")[2].username);
	end);

	it("counts", function ()
		start();
		own("juliet");
		invites.revoke(own("juliet"));
		assert.same({ { kind = "account"; state = "pending"; count = 1 }; { kind = "account"; state = "revoked"; count = 1 } }, invites.stats());
	end);

	it("writes a backup, and says why not", function ()
		start();
		own("juliet");
		local path = server.data.."/backup.sqlite";
		assert.is_true(invites.backup(path));
		assert.truthy(io.open(path));
		local done, code, words = invites.backup(path);
		assert.is_nil(done);
		assert.equal("internal-server-error", code);
		assert.truthy(words:find(path, 1, true));
		for _, odd in ipairs { false; 5; ""; "a\0b"; {} } do refused("data-invalid", invites.backup(odd)); end
		assert.same({}, server:logged("error"));
	end);

	it("draws QR codes", function ()
		start();
		assert.truthy(invites.qr("xmpp:example.com", "svg"):find("<svg", 1, true));
		assert.is_string(invites.qr("xmpp:example.com", "terminal"));
	end);

	it("answers nil and a code to whatever it is given", function ()
		start();
		local token = own("juliet");
		for _, odd in ipairs { false; true; 0; -1; 1.5; math.huge; 0/0; ""; "\0"; "\255"; ("x"):rep(100000); print; {}; { {} } } do
			for _, call in ipairs {
				{ "list", odd }; { "list", "all", odd }; { "list", "all", nil, odd }; { "list", "all", nil, nil, odd }; { "info", odd };
				{ "revoke", odd }; { "revoke", "unknown", odd }; { "revoke_all", { odd } }; { "extend", odd, 60 }; { "extend", "unknown", odd };
				{ "extend", token, 60, odd }; { "label", odd }; { "label", token, odd, "romeo" }; { "tree", odd }; { "tree", "juliet", odd };
			} do
				local name = table.remove(call, 1);
				local ok, result, code = pcall(invites[name], table.unpack(call, 1, 4));
				assert.is_true(ok, ("%s: %s"):format(name, result));
				if result == nil then assert.is_table(invites.refusals[code], ("%s: %s"):format(name, code)); end
			end
		end
		assert.same({}, server:logged("error"));
	end);
end);
