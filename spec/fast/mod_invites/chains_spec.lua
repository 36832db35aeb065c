-- Limits on chains of invites: what users, people with an invite, and admins are told.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";

Fixture.describe("chains of invites", { options = { allow_user_invites = true }; users = { "juliet" } }, function (fixture)
	local host = fixture.host;
	local refused = Fixture.refused;

	local function own(username, more) return fixture:own_invite(username, more); end

	it("wait where a tree is full, and admins are told once", function ()
		local invites, server = fixture:start({ invites_tree_accounts = 2; admins = { "nurse@"..host; "peter@example.net" } }, { modules = { "invites" } });
		local early = own("juliet");
		fixture:join("a", own("juliet").token);
		fixture:join("b", own("a").token);
		server:advance(1);
		refused("tree-full", own("b"));
		refused("tree-full", invites.get(early.token));
		local seen, code = invites.view(early.token, {});
		assert.same({ early.id; "tree-full" }, { seen.id; code });
		assert.equal("contact", invites.make({ kind = "contact-account"; inviter = "b"; authority = "user" }).kind);
		local told = {};
		for _, message in ipairs(server.posted) do told[message.attr.to] = (told[message.attr.to] or 0) + 1; end
		assert.same({ ["nurse@"..host] = 1; ["peter@example.net"] = 1 }, told);
		assert.truthy(server.posted[1]:get_child_text("body"):find("juliet@"..host, 1, true));
		assert.equal(1, #server:logged("warn", "^2 accounts have joined below juliet@"));
		local lines = table.concat(select(3, cli.shell(server, host)("check", host)), "\n");
		assert.truthy(lines:find("\nok     Chains: limited\n       nobody can join below juliet for now ", 1, true), lines);
	end);

	it("may be full without locking anybody out who has a good invite", function ()
		local invites = fixture:start({ invites_tree_accounts = 1; invites_guess_limit = 2 });
		local early = own("juliet");
		fixture:join("a", own("juliet").token);
		local stream = { ip = "192.0.2.1" };
		for _ = 1, 20 do refused("tree-full", invites.present(early.token, stream)); end
		for _ = 1, 2 do refused("token-invalid", invites.present("guess", stream)); end
		refused("throttled", invites.present("guess", stream));
	end);

	it("are told of to all admins, each in their language", function ()
		local _, server = fixture:start({ invites_tree_depth = 1; admins = { "nurse@"..host } }, { users = { "juliet"; "nurse"; "boss" } });
		if fixture.is_13 then
			fixture:give_roles("boss", "prosody:admin");
			fixture:give_roles("nurse", "prosody:operator");
		end
		local presence = require "util.stanza".presence { ["xml:lang"] = "de" };
		_G.prosody.hosts[host].sessions.nurse = { top_resources = { { presence = presence } }; sessions = {} };
		fixture:join("a", own("juliet").token);
		fixture:join("b", own("juliet").token);
		server:advance(1);
		_G.prosody.hosts[host].sessions.nurse = nil;
		refused("tree-full", own("a"));
		local told = {};
		for _, message in ipairs(server.posted) do
			table.insert(told, message.attr.to.." "..message.attr["xml:lang"]);
			assert.truthy(message:get_child_text("body"):find("juliet@"..host, 1, true));
		end
		assert.same(fixture.is_13 and { "boss@"..host.." en"; "nurse@"..host.." de" } or { "nurse@"..host.." de" }, told);
		assert.equal(1, #server:logged("warn", "^Below juliet@"..host..", the last of 1 generations "));
	end);

	it("do not begin with a new account", function ()
		local invites = fixture:start({ invites_after = "1 week" });
		if fixture.is_13 then
			refused("inviter-new", own("juliet")); -- Prosody says that the account is some seconds old
		else
			fixture:join("a", own("juliet").token); -- nobody knows how old juliet's account is
			refused("inviter-new", own("a"));
		end
		assert.truthy(invites.create_account());
	end);

	it("are not limited by default, and end where the options are not understood", function ()
		fixture:start();
		local last = "juliet";
		for _, name in ipairs { "a"; "b"; "c"; "d" } do
			fixture:join(name, own(last).token);
			last = name;
		end
		fixture:start({ invites_after = "soon" });
		refused("inviter-new", own("juliet"));
	end);
end);
