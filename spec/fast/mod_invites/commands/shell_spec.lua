-- The commands, through the admin shell.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";
local json = require "util.json";

local token_in = cli.token;

Fixture.describe("the commands in the shell", { modules = { "invites_register" }; users = { "juliet" } }, function (fixture)
	local host, is_13 = fixture.host, fixture.is_13;
	local server, invites, shell;

	before_each(function ()
		invites, server = fixture:start();
		shell = cli.shell(server, host);
	end);

	local function fails(pattern, ...)
		local ok, err = shell(...);
		assert.is_nil(ok);
		assert.truthy(err:find(pattern), err);
	end

	it("say what is wrong, and how they are used", function ()
		fails("^juliet@example%.com already exists %(account%-exists%)%. To let them set a new password: invite create_reset juliet@example%.com$",
			"create_account", "juliet@"..host);
		fails("^No invite found for \"nosuch\" %(token%-invalid%)$", "show", host, "nosuch");
		fails("Unknown option: %-%-what", "create_account", host, { what = true });
		fails("not a valid username on", "list", host, { by = "juliet@example.net" });
		fails("account%-not%-found.+after 0 of 3 invites", "bulk", host, "3", { contact = "nobody" });
		fails("no/such/directory/backup.sqlite: No such file", "backup", host, "no/such/directory/backup.sqlite");
		fails("prosodyctl mod_invites backup example.com %-", "backup", host, "-");
		assert.truthy(select(3, shell("create_account", host, { expires_after = "soon" }))[1]:find("^usage: invite create_account %[USER@%]HOST"));
		local ok, text, printed = shell("list", host, { help = true });
		assert.same({ true, "Help about list" }, { ok, text });
		assert.truthy(printed[1]:find("^usage: invite list HOST .+%-%-by USER +only invites created by"));
		if is_13 then
			fails("The role \"emperor\" does not exist on example.com", "create_account", host, { role = { "emperor" } });
		else
			assert.is_nil(shell("create_account", "nowhere.example"));
			assert.is_nil(shell("create_account"));
		end
	end);

	it("show a QR code", function ()
		local _, link, printed = shell("create_account", host, { qr = true });
		assert.truthy(link:find("^xmpp:"));
		local picture = table.concat(printed, "\n");
		assert.equal(1, picture:find(invites.qr(link, "light-on-dark"), 1, true));
		assert.is_nil(picture:find("\27", 1, true)); -- which XML does not let through
		assert.truthy(picture:find("For a dark background", 1, true));
		local ok;
		ok, _, printed = shell("show", host, token_in(link), { qr = true });
		assert.is_true(ok);
		assert.truthy(table.concat(printed, "\n"):find(invites.qr(link, "light-on-dark"), 1, true));
		_, _, printed = shell("create_reset", "juliet@"..host);
		local reset = invites.info(token_in(printed[1]));
		fails("not kept", "show", host, reset.id, { qr = true });
	end);

	it("answer in JSON", function ()
		fails("data%-invalid", "create_account", host, { note = "for you\27[2J" });
		local _, link = shell("create_account", host, { expires_after = "never"; note = "\"quoted\" \\ ü" });
		local ok, text, printed = shell("list", host, { json = true });
		assert.is_true(ok);
		assert.equal("1 pending invite", text);
		local invite = assert(json.decode(table.concat(printed, "\n")))[1];
		assert.same({ token_in(link); "account"; json.null; "\"quoted\" \\ ü" },
			{ invite.token; invite.kind; invite.expires; invite.additional_data.note });
		_, _, printed = shell("show", host, invite.id, { json = true });
		local shown = json.decode(printed[1]);
		shown.used_by = json.null; -- which only this one knows
		assert.same(invite, shown);
		shell("delete", host, invite.id);
		ok, text, printed = shell("show", host, invite.id, { json = true });
		assert.is_true(ok);
		assert.same({ "This invite is revoked", "revoked" }, { text, json.decode(printed[1]).state });
		_, _, printed = shell("list", host, { json = true });
		assert.equal("[\n]", table.concat(printed, "\n"));
		_, _, printed = shell("stats", host, { json = true });
		assert.same({ { kind = "account"; state = "revoked"; count = 1 } }, json.decode(table.concat(printed, "\n")));
	end);

	it("list states, and what lasts for ever", function ()
		local _, link = shell("create_account", host);
		assert.equal("1 invite would be revoked", select(2, shell("revoke", host, token_in(link), { dry_run = true })));
		assert.equal("The invite never expires now", select(2, shell("extend", host, token_in(link), "never")));
		local ok, text, printed = shell("list", host, { all = true });
		assert.same({ true, "1 invite" }, { ok, text });
		assert.truthy(printed[1]:find("| State +| Description") and printed[2]:find("| never +| pending "), printed[2]);
	end);

	it("make a sheet of cards to print", function ()
		local path = server.data.."/cards.html";
		local ok, text = shell("sheet", host, "120", path, { lang = "de"; expires_after = "2 days"; title = "Sommerfest" });
		assert.is_true(ok, text);
		assert.truthy(text:find("120 cards written to "..path, 1, true));
		local file = assert(io.open(path));
		local html = file:read("*a");
		file:close();
		local _, cards = html:gsub("<svg", "");
		assert.equal(120, cards);
		assert.truthy(html:find("<html lang=\"de\" dir=\"ltr\">", 1, true));
		local body = html:sub(html:find("</style>", 1, true), -1);
		assert.is_nil(body:find("{", 1, true) or body:find("<link", 1, true) or body:find("<?xml", 1, true));
		assert.equal("pending", invites.info((body:gsub("<[^>]*>", ""):match("preauth=("..("%w"):rep(24)..")"))).state);
		assert.equal("rw-------", require "lfs".attributes(path, "permissions"));
		assert.truthy(html:find("Sommerfest</h2>", 1, true) and html:find(">120/120<", 1, true));
		local notes = {};
		for i, invite in ipairs(invites.list("all", nil, nil, 120, nil, "description")) do notes[i] = invite.text:gsub("%d+ of", "N of"); end
		assert.same({ 120, "Account on example.com, card N of 120 (Sommerfest)" }, { #notes, notes[1] });
		fails("exists already", "sheet", host, "2", path);
		fails("account%-not%-found", "sheet", host, "2", path..".x", { contact = "nobody" });
		assert.is_nil(require "lfs".attributes(path..".x"));
		fails("No such file", "sheet", host, "2", "/nonexistent/x");
	end);

	it("make no invites where nobody could use them", function ()
		server:unload(host, "invites_register");
		for _, arguments in ipairs { { "create_account"; host }; { "bulk"; host; "2" }; { "sheet"; host; "2"; "sheet.html" } } do
			fails("mod_invites_register is missing on example.com", table.unpack(arguments));
		end
		assert.equal("0 invites", select(2, shell("list", host, { all = true })));
		assert.is_nil(require "lfs".attributes(server.data.."/sheet.html"));
	end);

	if is_13 then
		it("are listed in the shell's help with brackets around what may be missing", function ()
			local args = {};
			for _, item in ipairs(require "core.modulemanager".get_items("shell-command", host)) do
				local names = {};
				for i, arg in ipairs(item.args) do names[i] = arg.name; end
				args[item.name] = table.concat(names, " ");
				assert.equal(item.host_selector, item.args[1].name);
			end
			assert.same({ "host [token]"; "host [file]"; "host token" }, { args.revoke; args.export; args.show });
		end);

		it("leave JSON alone where a program reads it", function ()
			local sent = {};
			local session = { repl = false };
			shell = cli.shell(server, host, session);
			-- What mod_admin_socket and mod_admin_shell keep for each client.
			local function with_stream(...)
				local handler;
				for _, item in ipairs(require "core.modulemanager".get_items("shell-command", host)) do
					if item.name == ... then handler = item.handler; end
				end
				local function put(text) table.insert(sent, text); end
				local shell_session = { repl = false; width = 130; print = put; write = put };
				invites.module:shared("/*/admin_socket/sessions").spec = {
					shell_session = shell_session; conn = {}; send = function (stanza) table.insert(sent, stanza); end;
				};
				return handler({ session = shell_session }, select(2, ...));
			end
			shell("create_account", host);
			assert.is_true(with_stream("list", host, { json = true }));
			local result = table.remove(sent);
			assert.equal("repl-result", result.name);
			assert.is_nil(result.attr.type);
			assert.equal(1, #json.decode(table.concat(sent)..result:get_text()));

			sent = {};
			assert.is_nil((with_stream("bulk", host, "3", { contact = "nobody" })));
			assert.same({ "id,link,uri,expires" }, sent);

			-- prosodyctl gives up over a stanza of more than 10 000 bytes.
			local note = ("\"\195\188<&'"):rep(2500);
			assert(invites.create_account(nil, { long = note }));
			for _, flags in ipairs { {}; { json = true } } do
				sent = {};
				assert.is_true(with_stream("list", host, flags));
				for _, text in ipairs(sent) do
					assert.truthy(type(text) ~= "string" or #require "util.stanza".xml_escape(text) < 9900);
				end
			end
		end);
	else
		it("take flags as they were typed", function ()
			local ok, link = shell("create_account", host, "--note", "typed", "--group=a", "--group", "b");
			assert.is_true(ok, link);
			assert.same({ note = "typed"; groups = { "a"; "b" } }, invites.info(token_in(link)).additional_data);
			fails("Unknown option: %-%-what", "create_account", host, "--what");
			assert.equal("1 invite", select(2, shell("list", host, "--all")));
		end);
	end
end);
