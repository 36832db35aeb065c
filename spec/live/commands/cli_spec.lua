-- The command line on a real Prosody: through the admin shell of a running server, through prosodyctl beside it, and through prosodyctl alone.
-- Scripts and web panels read what it prints. Each command in detail: spec/fast/mod_invites/commands and src/command.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";
local postgres = require "spec.live.harness.postgres";
local json = require "util.json";

local host = "example.com";
local is_old = paths.version == "0.12";
local refused, invalid = Fixture.refused, Fixture.invalid;

local function read(path)
	local file = assert(io.open(path));
	local content = file:read("a");
	file:close();
	return content;
end

-- (options of the server, provoked lines of its log; or nil) → fixture with an admin shell and the account juliet, no invite made yet; its server
local function start(options, provoked)
	local fixture = Fixture.new(host, { modules = { "admin_shell" }; options = options }, provoked);
	fixture:account("juliet");
	return fixture, fixture.server;
end

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
		assert.is_nil((output..err):find("traceback", 1, true), err);
		return output;
	end
	local function decode(...)
		local output = run(...);
		if is_shell and is_old then output = output:gsub("\nOK: [^\n]*\n$", ""); end
		return assert(json.decode(output), output);
	end

	local link, made, warning = run("create_account", host, "--note", "for 'two' of you", "--uses=2", "--group", "a",
		"--group", "b", "--admin", "--expires-after", "2 days", "--contact", "juliet");
	assert.equal(0, made);
	assert.truthy((is_shell and link or warning):find("^Warning: Up to 2 people will have the role prosody:admin"), link..warning);
	assert.truthy(link:find(is_shell and "\nOK: xmpp:[^\n]+\n$" or "^xmpp:[^\n]+\n$"), link);
	local token = link:match("preauth=(%w+)");
	says("\n^xmpp:romeo@example.com%?register;preauth=%w+\n$", "create_account", "Romeo@"..host, "--qr");
	local reset = says("Password reset link for juliet@example.com valid until ", "create_reset", "juliet@"..host, "--expires-after", "1 hour");
	assert.truthy(reset:find("^xmpp:juliet@example.com%?register;preauth=%w+\n"), reset);
	says("^xmpp:juliet@example.com%?roster;preauth=%w+\n$", "create_contact", "juliet@"..host);
	says("^xmpp:juliet@example.com%?roster;preauth=%w+;ibr=y\n$", "create_contact", "juliet@"..host, "--allow-registration");

	local list = says("\n^4 pending invites\n$", "list", host);
	assert.truthy(list:find("^Token +| Expires +| Description"), list);
	assert.truthy(list:find("\n"..token.." | %d+%-%d+%-%d+T%d+:%d+:%d+Z +| Account on example.com, role prosody:admin, and contact of juliet, "
		.."used 0 of 2, groups a, b %(for 'two' of you%)\n"), list);
	assert.is_nil(list:find(reset:match("preauth=(%w+)"), 1, true)); -- it is a secret, so the reset is listed by its id
	local id = list:match("\n(%x+) +| [^\n]*Password reset for juliet@example.com");
	says("\n^5 invites\n$", "list", host, "--all");
	says("\n^1 pending invite\n$", "list", host, "--by", "juliet");
	says("\n^0 used invites\n$", "list", host, "--used");

	local objects = decode("list", host, "--json");
	assert.equal(4, #objects);
	local found;
	for _, object in ipairs(objects) do found = object.token == token and object or found; end
	assert.same({ "for 'two' of you", "a", "b" }, { found.additional_data.note, table.unpack(found.additional_data.groups) });
	assert.same({ "account", "pending", 2, 2 * 86400 }, { found.kind, found.state, found.max_uses, found.expires - found.created_at });
	local shown = decode("show", host, found.id, "--json");
	assert.same({}, shown.used_by);
	shown.used_by = json.null; -- which lists leave out
	assert.same(found, shown);
	assert.equal("table", type(decode("stats", host, "--json")[1]));

	local details = says("\n^Invitation valid\n$", "show", host, token);
	for _, row in ipairs { "Invitation to register on example.com\n"; "\nContact:\tjuliet\n"; "\nXMPP URI:\txmpp:"; "\nRole:\tprosody:admin\n";
		"\nGroups:\ta, b\n"; "\nComment:\tfor 'two' of you\n" } do
		assert.truthy(details:find(row, 1, true), details);
	end
	says("^The invite is now valid until [%d-]+T[%d:]+Z\n$", "extend", host, token, "3 weeks");
	says("\n^5 invites\n$", "stats", host);
	says("^0 accounts joined through juliet\n$", "tree", "juliet@"..host);
	assert.same({}, decode("tree", "juliet@"..host, "--json"));

	local csv = run("bulk", host, "250", "--expires-after", "1 day");
	assert.equal("id,link,uri,expires", csv:match("^[^\n]*"));
	assert.equal(250, select(2, csv:gsub("\n%x+,xmpp:[^,\n]+,xmpp:[^,\n]+,[%d-]+T[%d:]+Z", "")));

	says("^Invitation deleted\n$", "delete", host, token);
	says("^Invitation deleted\n$", "delete", host, id);
	says("\n^2 invites of juliet would be revoked\n$", "revoke", host, "--by", "juliet@"..host, "--dry-run");
	says("^2 invites of juliet revoked\n$", "revoke", host, "--by", "juliet", "--subtree");
	details = complains("it was revoked", "show", host, token);
	assert.truthy(details:find("State:\trevoked", 1, true), details);
	assert.equal("revoked", decode("show", host, token, "--json").state);

	says("251 invites written to the store of the bundled module, 0 left out, 0 removed", "export", host);
	says("251 invites written to ", "export", host, "export.json");
	assert.equal(251, #assert(json.decode(read(server.data.."/export.json"))));
	assert.equal(251, #decode("export", host, "--json"));
	complains("were taken over before", "import", host);
	says("^0 invites imported, 251 known already, 0 skipped", "import", host, "export.json");
	says("^The invites of all hosts are in "..server.data:gsub("%p", "%%%0").."/backup.sqlite\n$", "backup", host, "backup.sqlite");
	complains("exists already", "backup", host, "backup.sqlite");

	local check = complains("1 thing to do", "check", host);
	assert.truthy(check:find("ok     Database: SQLite", 1, true), check);
	assert.truthy(check:find("TO DO  Encryption", 1, true), check);

	for _, row in ipairs {
		{ "token%-invalid", "show", host, "unknown" }; { "account%-exists", "create_account", "juliet@"..host }; { "JID", "create_contact", host };
		{ "what", "list", host, "--what" }; { "[Mm]issing", "show", host }; { "Give the token", "delete", host, "" };
		{ "example.net", "list", "example.net" };
	} do
		complains(table.unpack(row));
	end
end

describe("the command line", function ()
	local fixture, server;

	before_each(function () fixture, server = start(); end);
	after_each(function () fixture:stop(); end);

	local function prosodyctl(...) return server:prosodyctl("mod_invites", ...); end

	it("in the shell of a running server", function ()
		tour(function (...) return server:prosodyctl("shell", "invite", ...); end, server, true);
	end);

	it("beside a running server", function () tour(prosodyctl, server, false); end);

	it("where no server runs", function ()
		server:stop();
		tour(prosodyctl, server, false);
	end);

	it("and the server see the same at once", function ()
		local link = prosodyctl("generate", host);
		local token = fixture:token_in(link);
		assert.equal(("xmpp:%s?register;preauth=%s\n"):format(host, token), link);
		local client = fixture:stream(token);
		assert.equal(0, select(2, prosodyctl("revoke", host, token)));
		refused(invalid, client:register("romeo", "secret"));

		token = fixture:token_in((prosodyctl("create_account", "romeo@"..host, "--contact", "juliet", "--role", "prosody:admin")));
		fixture:register("romeo", token);
		assert.is_true(fixture:eval("return invites.is_admin('romeo')"));
		local used = prosodyctl("list", host, "--used");
		assert.truthy(used:find(token.." | [^\n]+| redeemed +| Account romeo@example.com, role prosody:admin, and contact of juliet"), used);
		local tree = server:prosodyctl("shell", "invite", "tree", "juliet@"..host);
		assert.truthy(tree:find("^juliet, since [%d-]+\n  romeo, since [%d-]+\nOK: 1 account joined through juliet\n$"), tree);
		local shown = prosodyctl("show", host, token);
		assert.truthy(shown:find("\nUsed by:\tromeo, %d+%-%d+%-%d+T%d+:%d+:%d+Z\n"), shown);
	end);

	it("shows the usage in the shell, wherever the flag stands", function ()
		for _, words in ipairs { { "--help" }; { "-h" }; { host, "--help" }; { "nowhere.example", "--help" } } do
			local output, status = server:prosodyctl("shell", "invite", "list", table.unpack(words));
			assert.equal(0, status, output);
			assert.truthy(output:find("usage: invite list HOST ", 1, true), output);
		end
		if is_old then return; end
		local output = server:prosodyctl("shell", "help", "invite");
		for _, line in ipairs { "invite bulk <host> <number>"; "invite revoke <host> <[token]>"; "--expires-after <expires_after>" } do
			assert.truthy(output:find(line, 1, true), output);
		end
	end);

	if is_old then
		it("takes Lua in the shell, as Prosody 0.12 does", function ()
			local function lua(code)
				local output, status = server:prosodyctl("shell", code);
				assert.equal(0, status, output);
				return output;
			end
			local token = fixture:token_in(lua(("invite:create_account(%q)"):format("romeo@"..host)));
			local contact = lua(("invite:create_contact(%q, true)"):format("juliet@"..host));
			assert.truthy(contact:find("^OK: xmpp:juliet@example.com%?roster;preauth=%w+;ibr=y\n$"), contact);
			assert.truthy(lua(("invite:list(%q)"):format(host)):find("2 pending invites", 1, true));
			assert.truthy(lua(("invite:show(%q, %q)"):format(host, token)):find("Expires:", 1, true));
			assert.equal("OK: Invitation deleted\n", lua(("invite:delete(%q, %q)"):format(host, token)));
		end);
	else
		it("writes nothing but JSON for --json", function ()
			for _, count in ipairs { 0; 1; 300 } do
				if count > 0 then fixture:eval("assert(invites.make_many({ kind = 'account' }, ...))", count); end
				for _, command in ipairs { "list"; "stats"; "export" } do
					local output, status, err = server:prosodyctl("shell", "invite", command, host, "--json");
					assert.same({ 0, "", "table" }, { status, err, type((json.decode(output))) }, output);
					assert.truthy(output:find("^%[\n.*%]\n$"), output);
				end
			end
		end);
	end
end);

describe("prosodyctl mod_invites", function ()
	local server;
	before_each(function () server = Server.new { hosts = { host } }; end);

	it("works before the server has ever run", function ()
		local token = server:prosodyctl("mod_invites", "generate", host):match("^xmpp:example%.com%?register;preauth=(%w+)\n$");
		local fixture = Fixture.on(server:start(), host);
		fixture:register("romeo", token);
		fixture:stop();
	end);

	it("logs nothing into what programs read, and people see it all the same", function ()
		server.settings.options = { invites_most_uses = "ten" };
		for command, argument in pairs { list = "--json"; stats = "--json"; export = "-"; bulk = "2" } do
			local output, code, logged = server:prosodyctl("mod_invites", command, host, argument);
			assert.equal(0, code, command);
			assert.truthy(output:find(command == "bulk" and "^id,link,uri,expires\n%x+," or "^%[%s"), output);
			assert.truthy(logged:find("error\tinvites_most_uses = \"ten\" is not understood", 1, true), logged);
		end
	end);

	it("says so if the database does not work, or the library is missing", function ()
		local function fails(words)
			local output, code, err = server:prosodyctl("mod_invites", "generate", host);
			assert.same({ 1, nil }, { code, (output..err):find("traceback", 1, true) });
			assert.truthy((output..err):find(words, 1, true), output..err);
		end
		server.settings.options = { invites_database = "/nonexistent/invites.sqlite" };
		fails("internal-server-error");
		assert(os.execute(("cp -R '%s/lua' '%s/plugins' && rm '%s/plugins/invites_core/invites_core.so'"):format(
			paths.root, server.directory, server.directory)));
		server.settings.options, server.settings.plugin_paths = nil, { server.directory.."/plugins" };
		fails("invites_core.so");
	end);
end);

describe("the command line with PostgreSQL", function ()
	it("works beside the server and without it", function ()
		local slow = "^The invite database .*: PostgreSQL: .*did not answer"; -- where the machine has much else to do
		local fixture, server = start({ invites_database = postgres.database() }, { slow });
		local function prosodyctl(...) return server:prosodyctl("mod_invites", ...); end
		for _, pending in ipairs { 251; 501 } do
			if pending > 251 then server:stop(); end
			local link, status, err = prosodyctl("create_account", host);
			assert.equal(0, status, err);
			local token = fixture:token_in(link);
			assert.equal(251, select(2, prosodyctl("bulk", host, "250"):gsub("\n", "")));
			local list = prosodyctl("list", host);
			assert.truthy(list:find("\n"..token, 1, true) and list:find(("\n%d pending"):format(pending)), list:sub(-300));
			assert.equal(0, select(2, prosodyctl("revoke", host, token)));
			assert.truthy(prosodyctl("check", host):find("ok     Database: PostgreSQL, ", 1, true));
			assert.not_equal("", select(3, prosodyctl("backup", host, "backup")));
		end
		fixture:stop();
	end);
end);
