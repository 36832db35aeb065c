-- The command tree: who invited whom.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";
local json = require "util.json";

Fixture.describe("tree", { users = { "nurse" } }, function (fixture)
	local host = fixture.host;
	local server, invites, shell;

	before_each(function ()
		invites, server = fixture:start();
		shell = cli.shell(server, host);
	end);

	-- (name of who is invited; by whom)
	local function join(username, inviter)
		server:advance(1);
		local invite = assert(invites.make { kind = "account"; username = username; creator = inviter });
		fixture:join(username, invite.token);
	end

	local function lines(jid)
		local ok, text, printed = shell("tree", jid);
		assert.is_true(ok, text);
		for i, line in ipairs(printed) do printed[i] = line:gsub("%d%d%d%d%-%d%d%-%d%d", "DATE"); end
		return printed, text;
	end

	it("shows everybody below a user", function ()
		join("juliet", "nurse");
		join("romeo", "juliet");
		join("tybalt", "nurse");
		join("mercutio", "romeo");
		local printed, text = lines("nurse@"..host);
		assert.same({
			"nurse, since DATE";
			"  juliet, since DATE";
			"    romeo, since DATE";
			"      mercutio, since DATE";
			"  tybalt, since DATE";
		}, printed);
		assert.equal("4 accounts joined through nurse", text);
		printed, text = lines("romeo@"..host);
		assert.equal("romeo, invited by juliet, since DATE", printed[1]);
		assert.equal("1 account joined through romeo", text);
	end);

	it("answers in JSON", function ()
		join("juliet", "nurse");
		join("romeo", "juliet");
		server:delete_user("juliet", host);
		local ok, _, printed = shell("tree", "nurse@"..host, { json = true });
		assert.is_true(ok);
		local accounts = json.decode(table.concat(printed, "\n"));
		assert.equal(3, #accounts);
		assert.equal(json.null, accounts[1].left_at);
		assert.equal(json.null, accounts[1].inviter);
		assert.equal("number", type(accounts[2].left_at));
		accounts[2].joined_at, accounts[2].left_at = nil, nil;
		assert.same({ depth = 1; username = "juliet"; inviter = "nurse" }, accounts[2]);
	end);

	it("says so where there is no such account, or nobody below it", function ()
		for _, call in ipairs {
			{ "tree"; "nobody@"..host; {} }; { "tree"; "nobody@"..host; { json = true } }; { "revoke"; host; { by = "nobody" } };
			{ "revoke"; host; { by = "nobody"; dry_run = true } }; { "revoke"; host; { by = "nobody"; subtree = true } };
		} do
			local ok, err, printed = shell(table.unpack(call));
			assert.same({ nil, "This account does not exist (account-not-found)" }, { ok, err });
			if call[1] == "tree" then assert.same({}, printed); end
		end
		local printed, text = lines("nurse@"..host);
		assert.same({ {}, "0 accounts joined through nurse" }, { printed, text });
		assert.equal("[\n]", table.concat(select(3, shell("tree", "nurse@"..host, { json = true })), "\n"));
		assert.equal("0 invites of nurse revoked", select(2, shell("revoke", host, { by = "nurse" })));
	end);

	it("and revoke know those who were deleted", function ()
		join("juliet", "nurse");
		join("romeo", "juliet");
		server:delete_user("juliet", host);
		assert.equal("1 account joined through juliet", select(2, lines("juliet@"..host)));
		invites.make { kind = "account"; creator = "nobody" };
		assert.equal("1 invite of nobody would be revoked", select(2, shell("revoke", host, { by = "nobody"; dry_run = true })));
		assert.equal("1 invite of nobody revoked", select(2, shell("revoke", host, { by = "nobody" })));
	end);

	it("is what revoke --subtree goes by", function ()
		join("juliet", "nurse");
		join("romeo", "juliet");
		join("tybalt", "nurse");
		for _, name in ipairs { "nurse"; "juliet"; "romeo"; "romeo"; "tybalt" } do invites.create_contact(name); end
		local ok, text, printed = shell("revoke", host, { by = "juliet"; subtree = true; dry_run = true });
		assert.is_true(ok);
		assert.equal("3 invites of juliet and 1 user below would be revoked", text);
		assert.equal(4, #printed);
		assert.equal("3 invites of juliet and 1 user below revoked", select(2, shell("revoke", host, { by = "juliet"; subtree = true })));
		assert.equal("2 invites of nurse and 3 users below would be revoked", select(2, shell("revoke", host,
			{ by = "nurse"; subtree = true; dry_run = true })));
	end);
end);
