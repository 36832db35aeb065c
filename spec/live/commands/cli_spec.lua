-- The command line on a real Prosody: through the admin shell of a running server, through prosodyctl beside it, and through prosodyctl alone.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";
local postgres = require "spec.live.harness.postgres";
local json = require "util.json";

local host = "example.com";
local version = paths.version;

local function read(path)
	local file = assert(io.open(path));
	local content = file:read("a");
	file:close();
	return content;
end

local function token_in(text) return assert(text:match("preauth=(%w+)"), text); end

-- Every command once, as an admin would. (run(words...) → stdout, status, stderr; server; is it the shell?)
local function tour(run, server, is_shell)
	-- What the shell says last begins with "OK: ".
	local function says(expected, ...)
		local output, status, err = run(...);
		local what = table.concat({ ... }, " ")..":\n"..output..err;
		assert.equal(0, status, what);
		assert.equal("", err, what);
		expected = is_shell and expected:gsub("%^", "^OK: "):gsub("\n%^", "\n") or expected:gsub("\n%^", "\n");
		assert.truthy(output:find(expected), what);
		return output;
	end
	local function complains(expected, ...)
		local output, status, err = run(...);
		assert.not_equal(0, status, table.concat({ ... }, " ")..":\n"..output);
		assert.truthy(err:find(expected), err);
		return output, status;
	end
	local function decode(output)
		if is_shell and version == "0.12" then output = output:gsub("\nOK: [^\n]*\n$", ""); end
		return assert(json.decode(output), output);
	end

	local link, made, warning = run("create_account", host, "--note", "for 'two' of you", "--uses=2", "--group", "a",
		"--group", "b", "--admin", "--expires-after", "2 days", "--contact", "juliet");
	assert.equal(0, made);
	assert.truthy((is_shell and link or warning):find("^Warning: Up to 2 people will have the role prosody:admin"), link..warning);
	assert.truthy(link:find(is_shell and "\nOK: xmpp:[^\n]+\n$" or "^xmpp:[^\n]+\n$"), link);
	local token = token_in(link);
	says("\n^xmpp:romeo@example.com%?register;preauth=%w+\n$", "create_account", "romeo@"..host, "--qr");
	local reset = says("Password reset link for juliet@example.com valid until ", "create_reset", "juliet@"..host, "--expires-after", "1 hour");
	assert.truthy(reset:find("^xmpp:juliet@example.com%?register;preauth=%w+\n"), reset);
	says("^xmpp:juliet@example.com%?roster;preauth=%w+\n$", "create_contact", "juliet@"..host);
	says("^xmpp:juliet@example.com%?roster;preauth=%w+;ibr=y\n$", "create_contact", "juliet@"..host, "--allow-registration");

	local list = says("\n^4 pending invites\n$", "list", host);
	assert.truthy(list:find("^Token +| Expires +| Description"), list);
	assert.truthy(list:find("\n"..token.." | %d+%-%d+%-%d+T%d+:%d+:%d+Z +| Account on example.com, role prosody:admin, and contact of juliet, "
		.."used 0 of 2, groups a, b %(for 'two' of you%)\n"), list);
	says("\n^5 invites\n$", "list", host, "--all");
	says("\n^1 pending invite\n$", "list", host, "--by", "juliet");
	says("\n^0 used invites\n$", "list", host, "--used");

	local objects = decode((run("list", host, "--json")));
	assert.equal(4, #objects);
	local found;
	for _, object in ipairs(objects) do found = object.token == token and object or found; end
	assert.equal("for 'two' of you", found.additional_data.note);
	assert.same({ "a"; "b" }, found.additional_data.groups);
	assert.same({ "account", "pending", 2, 2 * 86400 }, { found.kind, found.state, found.max_uses, found.expires - found.created_at });
	local shown = decode((run("show", host, found.id, "--json")));
	assert.same({}, shown.used_by);
	shown.used_by = json.null; -- which lists leave out
	assert.same(found, shown);
	assert.equal("table", type(decode((run("stats", host, "--json")))[1]));

	local details = says("\n^Invitation valid\n$", "show", host, token);
	for _, row in ipairs { "Invitation to register on example.com\n"; "\nContact:\tjuliet\n"; "\nXMPP URI:\txmpp:"; "\nRole:\tprosody:admin\n";
		"\nGroups:\ta, b\n"; "\nComment:\tfor 'two' of you\n" } do
		assert.truthy(details:find(row, 1, true), details);
	end
	says("^The invite is valid until %d+%-", "extend", host, token, "3 weeks");
	says("\n^5 invites\n$", "stats", host);
	says("^0 accounts came through juliet\n$", "tree", "juliet@"..host);
	assert.same({}, decode((run("tree", "juliet@"..host, "--json"))));

	local csv = run("bulk", host, "250", "--expires-after", "1 day");
	assert.equal("id,link,uri,expires", csv:match("^[^\n]*"));
	assert.equal(250, select(2, csv:gsub("\n%x+,xmpp:[^,\n]+,xmpp:[^,\n]+,[%d-]+T[%d:]+Z", "")));

	says("^Invitation deleted\n$", "delete", host, token);
	says("\n^2 invites of juliet would be revoked\n$", "revoke", host, "--by", "juliet@"..host, "--dry-run");
	says("^2 invites of juliet revoked\n$", "revoke", host, "--by", "juliet", "--subtree");
	details = complains("it was revoked", "show", host, token);
	assert.truthy(details:find("State:\trevoked", 1, true), details);
	assert.equal("revoked", decode((run("show", host, token, "--json"))).state);

	says("251 invites written to the store of the bundled module, 1 left out, 0 removed", "export", host);
	says("251 invites written to ", "export", host, "export.json");
	assert.equal(251, #assert(json.decode(read(server.data.."/export.json"))));
	assert.equal(251, #decode((run("export", host, "--json"))));
	complains("were taken over before", "import", host);
	says("^0 invites imported, 251 known already, 0 skipped", "import", host, "export.json");
	says("^The invites of all hosts are in "..server.data:gsub("%p", "%%%0").."/backup.sqlite\n$", "backup", host, "backup.sqlite");
	complains("exists already", "backup", host, "backup.sqlite");

	local check = complains("1 thing to do", "check", host);
	assert.truthy(check:find("ok     Database: SQLite", 1, true), check);
	assert.truthy(check:find("TO DO  Encryption", 1, true), check);

	complains("token%-invalid", "show", host, "unknown");
	complains("account%-not%-found", "create_reset", "nobody@"..host);
	complains("There is no such account", "tree", "nobody@"..host);
	complains("There is no such account", "revoke", host, "--by", "nobody");
	complains("There is no such invite", "revoke", host, "unknown");
	complains("what", "list", host, "--what");
	complains("%-%-by", "list", host, "--by");
	complains("no period", "extend", host, token, "soon");
	complains("no number", "bulk", host, "many");
	complains("[Mm]issing", "show", host);
	complains("example.net", "list", "example.net");
end

describe("the command line", function ()
	local fixture, server;

	before_each(function ()
		fixture = Fixture.new(host, { modules = { "admin_shell" } });
		server = fixture.server;
		fixture:account("juliet");
	end);

	after_each(function ()
		if server.pid then server:stop(); end
		server:remove();
	end);

	it("in the shell of a running server", function ()
		tour(function (...) return server:prosodyctl("shell", "invite", ...); end, server, true);
	end);

	it("beside a running server", function ()
		tour(function (...) return server:prosodyctl("mod_invites", ...); end, server, false);
	end);

	it("where no server runs", function ()
		server:stop();
		tour(function (...) return server:prosodyctl("mod_invites", ...); end, server, false);
	end);

	it("and the server see the same at once", function ()
		local link = server:prosodyctl("mod_invites", "generate", host);
		local token = token_in(link);
		assert.equal(("xmpp:%s?register;preauth=%s\n"):format(host, token), link);
		local client = fixture:stream(token);
		assert.equal(0, select(2, server:prosodyctl("mod_invites", "revoke", host, token)));
		Fixture.refused(Fixture.invalid, client:register("romeo", "secret"));
		client:close();

		token = token_in((server:prosodyctl("mod_invites", "create_account", "romeo@"..host, "--contact", "juliet", "--role", "prosody:admin")));
		client = fixture:stream(token);
		assert.is_true(client:register("romeo", "secret"));
		client:close();
		assert.is_true(fixture:eval("return invites.is_admin('romeo')"));
		local used = server:prosodyctl("mod_invites", "list", host, "--used");
		assert.truthy(used:find(token.." | [^\n]+| redeemed +| Account romeo@example.com, role prosody:admin, and contact of juliet"), used);
		local tree = server:prosodyctl("shell", "invite", "tree", "juliet@"..host);
		assert.truthy(tree:find("^juliet, since [%d-]+\n  romeo, since [%d-]+\nOK: 1 account came through juliet\n$"), tree);
		local shown = server:prosodyctl("mod_invites", "show", host, token);
		assert.truthy(shown:find("\nUsed by:\tromeo, %d+%-%d+%-%d+ %d+:%d+:%d+Z\n"), shown);
	end);

	it("tells how commands are used", function ()
		local output, status = server:prosodyctl("mod_invites");
		assert.equal(2, status);
		assert.truthy(output:find("^usage: prosodyctl mod_invites COMMAND"), output);
		output, status = server:prosodyctl("mod_invites", "bulk", "--help");
		assert.equal(0, status);
		assert.truthy(output:find("^usage: prosodyctl mod_invites bulk HOST N "), output);
		output, status = server:prosodyctl("shell", "invite", "bulk", host, "1", "--help");
		assert.equal(0, status);
		assert.truthy(output:find("usage: invite bulk HOST N ", 1, true), output);
		for _, words in ipairs { { "--help" }; { "-h" }; { host, "--help" }; { "nowhere.example", "--help" } } do
			output, status = server:prosodyctl("shell", "invite", "list", table.unpack(words));
			assert.equal(0, status, output);
			assert.truthy(output:find("usage: invite list HOST ", 1, true), output);
		end
		if version ~= "0.12" then
			output = server:prosodyctl("shell", "help", "invite");
			assert.truthy(output:find("invite bulk <host> <number>", 1, true), output);
			assert.truthy(output:find("invite revoke <host> <[token]>", 1, true), output);
			assert.truthy(output:find("--expires-after <expires_after>", 1, true), output);
		end
	end);

	if version ~= "0.12" then
		it("writes nothing but JSON for --json", function ()
			for _, words in ipairs { { "list" }; { "stats" }; { "export" } } do
				for _, count in ipairs { 0; 1; 300 } do
					if count > 0 then fixture:eval("assert(invites.make_many({ kind = 'account' }, ...))", count); end
					local output, status, err = server:prosodyctl("shell", "invite", words[1], host, "--json");
					assert.equal(0, status);
					assert.equal("", err);
					assert.equal("table", type((json.decode(output))), output);
					assert.truthy(output:find("^%[\n.*%]\n$"), output);
				end
			end
		end);
	end
end);

describe("the command line with PostgreSQL", function ()
	it("works beside the server and without it", function ()
		local url = postgres.database();
		local fixture = Fixture.new(host, { modules = { "admin_shell" }; options = { invites_database = url } });
		local server = fixture.server;
		for _, running in ipairs { true; false } do
			if not running then server:stop(); end
			local link, status, err = server:prosodyctl("mod_invites", "create_account", host);
			assert.equal(0, status, err);
			local token = token_in(link);
			assert.equal(251, select(2, server:prosodyctl("mod_invites", "bulk", host, "250"):gsub("\n", "")));
			local list = server:prosodyctl("mod_invites", "list", host);
			assert.truthy(list:find("\n"..token, 1, true) and list:find(running and "\n251 pending" or "\n501 pending"), list:sub(-300));
			assert.equal(0, select(2, server:prosodyctl("mod_invites", "revoke", host, token)));
			local check = server:prosodyctl("mod_invites", "check", host);
			assert.truthy(check:find("ok     Database: PostgreSQL, ", 1, true), check);
			local _, _, backup_err = server:prosodyctl("mod_invites", "backup", host, "backup");
			assert.not_equal("", backup_err);
		end
		server:remove();
	end);
end);

describe("going back to Prosody's own modules", function ()
	it("is what export is for", function ()
		local fixture = Fixture.new(host, { modules = { "admin_shell" } });
		local server = fixture.server;
		fixture:account("juliet");
		local account, used, revoked = fixture:invite("create_account", "romeo"), fixture:invite("create_account"), fixture:invite("create_account");
		local contact = fixture:invite("create_contact", "juliet", true);
		assert.equal(0, select(2, server:prosodyctl("shell", "invite", "export", host)));
		fixture:register("tybalt", used);
		fixture:eval("assert(invites.revoke(...))", revoked);
		server:stop();
		local output = server:prosodyctl("mod_invites", "export", host);
		assert.truthy(output:find("^2 invites written to the store of the bundled module, 0 left out, 2 removed from it that are over\n$"), output);

		local bundled = Server.start_new { version = version; hosts = { host }; bundled = true; data = server.data };
		local back = Fixture.on(bundled, host);
		for token, valid in pairs { [account] = true; [contact] = true; [used] = false; [revoked] = false } do
			assert.equal(valid, back:usable(token));
		end
		local client = back:stream(account);
		assert.is_true(client:register("romeo", "secret"));
		client:close();
		bundled:stop();
		server:remove();
	end);
end);
