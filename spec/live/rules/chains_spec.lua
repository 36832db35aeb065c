-- Limits on chains of invites (options invites_after, invites_tree_accounts, invites_tree_depth) on a real Prosody, on streams, in the form of
-- web pages, and in the command of clients. The rules themselves: spec/ledger/accounts/chains.rs.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host = "verona.example";
local too_early = "wait/resource-constraint";
local secret = "Wherefore-4rt-thou";

-- (options of the host besides) → options of a server
local function with(options)
	options.allow_user_invites = true;
	return { http = true; modules = { "invites_adhoc"; "invites_page"; "invites_register_web" }; options = options };
end

local function prepare(server) Fixture.on(server, host):account "juliet"; end

-- (fixture, username) asks for an invite as clients do (XEP-0401, section 5.1) → its link, of a mere contact invite if registration is refused
local function command(fixture, username)
	local client = fixture:login(username);
	local answer = client:reply(client:request("set", host,
		"<command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:invite#invite' action='execute'/>"));
	client:close();
	local link = tostring(answer):match "xmpp:[^<]+preauth=%w+[^<]*";
	fixture:token_in(link or tostring(answer));
	return link;
end

describe("a full tree", function ()
	local fixture = Fixture.shared(host, with { invites_tree_accounts = 4; invites_guess_limit = 3; admins = { "boss@"..host } }, function (server)
		prepare(server);
		Fixture.on(server, host):account "boss";
	end);

	local function form(token, username)
		local sent = fixture.http:form("/register?t="..token, { token = token; user = username; password = fixture:secret(secret) });
		return fixture.http:ask(sent);
	end

	it("refuses on streams, in the form and in the command, also after a restart, and each invite waits", function ()
		local early, boss = fixture:own "juliet".token, fixture:online "boss";
		local link = command(fixture, "juliet");
		assert.truthy(link:find(";ibr=y", 1, true), link);
		fixture:register("a", link:match "preauth=(%w+)");
		local presented = fixture:stream(early);
		local page = fixture:own "juliet".token;
		assert.equal(200, form(page, "b").status);
		fixture:register("c", fixture:own "a".token);
		fixture:register("d", fixture:own "c".token);
		local message = boss:wait_for(function (stanza) return stanza.name == "message"; end);
		assert.truthy(message and message:get_child_text "body":find("juliet@"..host, 1, true), tostring(message));
		for round = 1, 2 do
			if round == 1 then Fixture.refused(too_early, presented:register("e", "secret")); end
			local stream = fixture:stream();
			for _ = 1, 10 do Fixture.refused(too_early, stream:preauth(early)); end
			assert.equal(429, form(early, "e").status);
			assert.is_nil(command(fixture, "d"):find("ibr=y", 1, true));
			assert.same({ nil, "tree-full" }, { fixture:own "d" });
			assert.is_false(fixture:account_exists "e");
			fixture.server:restart();
		end
		assert.equal("pending", fixture:state(early));
		fixture.server:restart { options = { allow_user_invites = true; invites_tree_accounts = 5 } };
		fixture:register("e", early);
	end);
end);

describe("the last place in a tree", function ()
	local fixture = Fixture.shared(host, with { invites_tree_accounts = 5 }, prepare);

	it("is for one of forty streams", function ()
		for _, name in ipairs { "a"; "b" } do fixture:register(name, fixture:own "juliet".token); end
		local inviters, clients, requests, made = { "juliet"; "a"; "b" }, {}, {}, 0;
		for i = 1, 40 do clients[i] = fixture:stream(fixture:own(inviters[i % 3 + 1]).token); end
		for i, client in ipairs(clients) do requests[i] = client:request("set", nil, Client.xml.register("n"..i, "secret")); end
		for i, client in ipairs(clients) do
			local ok, err = Client.outcome(client:reply(requests[i]));
			if ok then made = made + 1; else Fixture.refused(too_early, ok, err); end
			assert.equal(ok and true or false, fixture:account_exists("n"..i));
		end
		assert.equal(3, made); -- places: two had joined before
	end);
end);

describe("an account that is too new", function ()
	local fixture = Fixture.shared(host, with { invites_after = "1 hour" }, prepare);

	it("lets nobody register until it is old enough", function ()
		local young = "juliet";
		if paths.version == "0.12" then
			fixture:register("romeo", fixture:own "juliet".token); -- nobody knows how old juliet is
			young = "romeo";
		end
		fixture.server:restart { options = { allow_user_invites = true } };
		local token = fixture:own(young).token;
		fixture.server:restart { options = { allow_user_invites = true; invites_after = "1 hour" } };
		assert.same({ nil, "inviter-new" }, { fixture:own(young) });
		assert.is_nil(command(fixture, young):find("ibr=y", 1, true));
		Fixture.refused(too_early, fixture:stream():preauth(token));
		fixture:pass(3601);
		fixture:register("mercutio", token);
		fixture:register("tybalt", fixture:own(young).token);
		assert.same({ nil, "inviter-new" }, { fixture:own "tybalt" });
	end);
end);

describe("the last generation", function ()
	local fixture = Fixture.shared(host, with { invites_tree_depth = 2 }, prepare);

	it("lets nobody register", function ()
		fixture:register("a", fixture:own "juliet".token);
		fixture:register("b", fixture:own "a".token);
		assert.same({ nil, "tree-full" }, { fixture:own "b" });
		fixture.server:restart();
		assert.same({ nil, "tree-full" }, { fixture:own "b" });
		fixture:register("c", fixture:own "a".token);
		assert.truthy(fixture.server:log():find("Below juliet@verona.example, the last of 2 generations has joined lately", 1, true));
	end);
end);
