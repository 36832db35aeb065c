-- The commands, through the admin shell and through prosodyctl.

local cli = require "spec.support.cli";
local prosody = require "spec.support.prosody";
local json = require "util.json";

local host = "example.com";
local token_in = cli.token;

for _, version in ipairs(prosody.versions) do
	local is_13 = version ~= "0.12";

	describe("the commands in the shell of Prosody "..version, function ()
		local server, invites, shell;

		before_each(function ()
			server = prosody.new { version = version; hosts = { [host] = {}; ["example.net"] = {} } };
			invites = assert(server:load(host, "invites"));
			assert(server:load("example.net", "invites"));
			for _, name in ipairs { host; "example.net" } do assert(server:load(name, "invites_register")); end
			server:create_user("juliet", host, "secret");
			shell = cli.shell(server, host);
		end);

		after_each(function ()
			server:stop();
		end);

		local function fails(pattern, ...)
			local ok, err = shell(...);
			assert.is_nil(ok);
			assert.truthy(err:find(pattern), err);
		end

		it("make invites for accounts", function ()
			local ok, link = shell("create_account", host);
			assert.is_true(ok);
			assert.truthy(link:find("^xmpp:example.com%?register;preauth=%w+$"));
			ok, link = shell("create_account", "romeo@"..host, {
				role = { "prosody:member" }; group = { "a" }; admin = true; expires_after = "1 hour"; note = "for Romeo"; contact = "juliet"; uses = "3";
			});
			assert.is_true(ok, link);
			local invite = invites.info(token_in(link));
			local roles = is_13 and { "prosody:admin"; "prosody:member" } or { ["prosody:admin"] = true; ["prosody:member"] = true };
			assert.same({ roles = roles; groups = { "a" }; note = "for Romeo" }, invite.additional_data);
			assert.equal(3600, invite.expires - invite.created_at);
			assert.equal(3, invite.max_uses);
			assert.equal("juliet", invite.inviter);
			assert.equal("server", invite.authority);
		end);

		it("say what is wrong", function ()
			fails("^The requested username already exists%. %(account%-exists%)$", "create_account", "juliet@"..host);
			fails("account%-not%-found", "create_account", host, { contact = "nobody" });
			fails("there is no flag %-%-what", "create_account", host, { what = true });
			fails("needs a value", "create_account", host, { note = true });
			fails("no username of", "list", host, { by = "juliet@example.net" });
			assert.truthy(select(3, shell("create_account", host, { expires_after = "soon" }))[1]:find("^usage: invite create_account %[USER@%]HOST"));
			if is_13 then
				fails("there is no role \"emperor\" on example.com", "create_account", host, { role = { "emperor" } });
			else
				assert.is_nil(shell("create_account", "nowhere.example"));
				assert.is_nil(shell("create_account"));
			end
		end);

		it("make resets, and invites to become a contact", function ()
			local ok, text, printed = shell("create_reset", "juliet@"..host, { expires_after = "2 days" });
			assert.is_true(ok);
			assert.truthy(text:find("^Password reset link for juliet@example.com valid until %d+%-%d+%-%d+ %d+:%d+:%d+Z$"), text);
			assert.equal("juliet", invites.get(token_in(printed[1])).additional_data.allow_reset);
			local _, link = shell("create_contact", "juliet@"..host);
			assert.truthy(link:find("^xmpp:juliet@example.com%?roster;preauth=%w+$"), link);
			_, link = shell("create_contact", "juliet@"..host, { allow_registration = true; uses = "unlimited" });
			assert.truthy(link:find(";ibr=y$"), link);
			assert.is_nil(invites.info(token_in(link)).max_uses);
			if not is_13 then -- as Prosody 0.12 has it
				_, link = shell("create_contact", "juliet@"..host, true);
				assert.truthy(link:find(";ibr=y$"), link);
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

		it("list, show and revoke", function ()
			local _, link = shell("create_account", "romeo@"..host, { group = { "a"; "b" }; note = "for | you" });
			local token = token_in(link);
			shell("create_contact", "juliet@"..host, { allow_registration = true });
			local ok, text, printed = shell("list", host);
			assert.is_true(ok);
			assert.equal("2 pending invites", text);
			assert.equal(3, #printed);
			assert.truthy(printed[1]:find("^Token +| Expires +| Description"));
			local rows = printed[2].."\n"..printed[3];
			assert.truthy(rows:find(token.." | %d+%-%d+%-%d+T%d+:%d+:%d+Z +| Account romeo@example.com, groups a, b %(for | you%)"), rows);

			local shown;
			ok, text, printed = shell("show", host, token);
			shown = table.concat(printed, "\n");
			assert.is_true(ok);
			assert.equal("Invitation valid", text);
			assert.truthy(shown:find("romeo@example.com", 1, true) and shown:find(link, 1, true) and shown:find("a, b", 1, true), shown);

			assert.equal("Invitation deleted", select(2, shell("delete", host, token)));
			fails("^The invite has been revoked %(token%-revoked%)$", "revoke", host, token);
			fails("^There is no such invite %(token%-invalid%)$", "revoke", host, "unknown");
			ok, text, printed = shell("show", host, token);
			assert.is_nil(ok);
			assert.equal("this invite can't be used: it was revoked", text);
			assert.truthy(table.concat(printed, "\n"):find("State:\trevoked"));
			assert.equal("1 pending invite", select(2, shell("list", host)));
			ok, text, printed = shell("list", host, { all = true });
			assert.is_true(ok);
			assert.equal("2 invites", text);
			assert.truthy(printed[1]:find("| State +| Description"));
			assert.equal("0 used invites", select(2, shell("list", host, { used = true })));
			assert.equal("1 pending invite", select(2, shell("list", host, { by = "Juliet@"..host })));
			assert.equal("0 pending invites", select(2, shell("list", host, { by = "romeo" })));
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

		it("say who has used an invite", function ()
			local _, link = shell("create_account", host, { uses = "3" });
			local _, _, printed = shell("show", host, token_in(link), { json = true });
			assert.truthy(printed[1]:find(',"used_by":[]}', 1, true), printed[1]);
			local validated = assert(invites.get(token_in(link)));
			assert(invites.claim(validated, "paris"));
			server:create_user("paris", host, "secret");
			assert(invites.redeem(validated, "paris"));
			_, _, printed = shell("show", host, token_in(link), { json = true });
			assert.truthy(printed[1]:find(',"used_by":%[{"username":"paris","at":%d+}%]}$'), printed[1]);
			_, _, printed = shell("show", host, token_in(link));
			assert.truthy(table.concat(printed, "\n"):find("\nUsed by:\tparis, %d+%-%d+%-%d+ "));
		end);

		it("revoke all of a user, if that is wanted", function ()
			for _ = 1, 3 do shell("create_contact", "juliet@"..host); end
			shell("create_account", host);
			local ok, text, printed = shell("revoke", host, { by = "juliet"; dry_run = true });
			assert.is_true(ok);
			assert.equal("3 invites of juliet would be revoked", text);
			assert.equal(4, #printed);
			assert.equal("3 invites of juliet would be revoked", select(2, shell("revoke", host, { by = "juliet"; dry_run = true; subtree = true })));
			assert.equal("3 invites of juliet revoked", select(2, shell("revoke", host, { by = "juliet" })));
			assert.equal("0 invites of juliet revoked", select(2, shell("delete", host, { by = "juliet" })));
			assert.equal("1 pending invite", select(2, shell("list", host)));
			local _, link = shell("create_account", host);
			assert.equal("1 invite would be revoked", select(2, shell("revoke", host, token_in(link), { dry_run = true })));
			assert.equal("pending", invites.info(token_in(link)).state);
		end);

		it("extend", function ()
			local _, link = shell("create_account", host);
			local token = token_in(link);
			assert.is_true(shell("extend", host, token, "3 weeks"));
			local invite = invites.info(token);
			local after = invite.expires - invite.created_at - 3 * 7 * 86400; -- extended a little later than made
			assert.is_true(after >= 0 and after < 60);
			assert.equal("The invite is valid until never", select(2, shell("extend", host, invite.id, "never")));
			assert.truthy(select(3, shell("list", host))[2]:find("| never "));
			shell("revoke", host, token);
			fails("token%-revoked", "extend", host, token, "1 day");
		end);

		it("count", function ()
			shell("create_account", host);
			shell("create_contact", "juliet@"..host);
			local ok, text, printed = shell("stats", host);
			assert.is_true(ok);
			assert.equal("2 invites", text);
			assert.truthy(printed[1]:find("^Kind +| State +| +Count$"));
			assert.truthy(table.concat(printed, "\n"):find("contact +| pending +| +1"));
		end);

		it("make many as CSV", function ()
			local ok, text, printed = shell("bulk", host, "1234", { note = "party"; expires_after = "1 day" });
			assert.is_true(ok);
			assert.equal("1234 invites made", text);
			assert.equal("id,link,uri,expires", printed[1]);
			assert.equal(1235, #printed);
			local id, link, uri, expires = printed[1235]:match("^(%x+),([^,]+),([^,]+),([^,]+)$");
			assert.equal(link, uri);
			assert.truthy(expires:find("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$"));
			assert.equal(uri, invites.info(id).uri);
			assert.equal("party", invites.info(id).additional_data.note);
			fails("account%-not%-found.+after 0 of 3 invites", "bulk", host, "3", { contact = "nobody" });
		end);

		it("make a sheet of cards to print", function ()
			local path = server.data.."/cards.html";
			local ok, text = shell("sheet", host, "120", path, { lang = "de"; expires_after = "2 days" });
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
			assert.equal("pending", invites.info(html:match("preauth=(%w+)")).state);
			assert.equal("rw-------", require "lfs".attributes(path, "permissions"));
			fails("exists already", "sheet", host, "2", path);
			fails("account%-not%-found", "sheet", host, "2", path..".x", { contact = "nobody" });
			assert.is_nil(require "lfs".attributes(path..".x"));
			fails("No such file", "sheet", host, "2", "/nonexistent/x");
		end);

		it("back the database up, and not over another file", function ()
			local ok, text = shell("backup", host, "backup.sqlite");
			assert.is_true(ok, text);
			assert.truthy(io.open(server.data.."/backup.sqlite"));
			fails("exists already", "backup", host, "backup.sqlite");
			fails("no/such/directory/backup.sqlite: No such file", "backup", host, "no/such/directory/backup.sqlite");
			fails("prosodyctl mod_invites backup example.com %-", "backup", host, "-");
		end);

		it("make no invites where nobody could use them", function ()
			server:unload(host, "invites_register");
			for _, arguments in ipairs { { "create_account"; host }; { "create_reset"; "juliet@"..host }; { "create_contact"; "juliet@"..host }; { "bulk";
				host; "2" };
				{ "sheet"; host; "2"; "sheet.html" } } do
				fails("mod_invites_register is missing on example.com", table.unpack(arguments));
			end
			assert.equal("0 invites", select(2, shell("list", host, { all = true })));
			assert.is_nil(require "lfs".attributes(server.data.."/sheet.html"));
		end);

		it("tell about themselves", function ()
			local ok, text, printed = shell("list", host, { help = true });
			assert.is_true(ok);
			assert.equal("Help about list", text);
			assert.truthy(printed[1]:find("^usage: invite list HOST .+%-%-by USER +only"));
			_, _, printed = shell("show", host, { help = true });
			assert.truthy(printed[1]:find("with --json it does not fail", 1, true));
			_, _, printed = shell("export", host, { help = true });
			assert.truthy(printed[1]:find("stop the server", 1, true) and printed[1]:find("who came through whom", 1, true));
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
					local shell_session = { repl = false; width = 130; print = function (text) table.insert(sent, text); end };
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

				sent = {};
				assert.is_true(with_stream("list", host));
				for _, stanza in ipairs(sent) do assert.equal("string", type(stanza)); end
			end);

			-- prosodyctl gives up over a stanza of more than 10 000 bytes.
			it("write answers in stanzas that prosodyctl takes", function ()
				local st = require "util.stanza";
				local note = ("\"\195\188<&'"):rep(2500);
				for at = 1, 100 do assert(invites.create_account(nil, at % 40 == 0 and { long = note } or nil)); end
				for _, is_one_command in ipairs { true; false } do
					for _, json_wanted in ipairs { true; false } do
						local text = "";
						local function take(end_of_line)
							return function (line)
								assert.is_true(#st.xml_escape(line) < 9900, #line.." bytes");
								st.stanza("repl-output"):text(line); -- takes no half characters
								text = text..line..end_of_line;
							end;
						end
						local run = cli.shell(server, host, { repl = not is_one_command; print = take "\n"; write = take "" });
						assert.is_true((run("list", host, { json = json_wanted })));
						if is_one_command and json_wanted then
							local is_whole = false;
							for _, invite in ipairs(json.decode(text)) do
								is_whole = is_whole or invite.additional_data and invite.additional_data.long == note;
							end
							assert.is_true(is_whole, text:sub(-300));
						end
					end
				end
			end);
		else
			it("take flags as they were typed", function ()
				local ok, link = shell("create_account", host, "--note", "typed", "--group=a", "--group", "b");
				assert.is_true(ok, link);
				assert.same({ note = "typed"; groups = { "a"; "b" } }, invites.info(token_in(link)).additional_data);
				fails("there is no flag %-%-what", "create_account", host, "--what");
				assert.equal("1 invite", select(2, shell("list", host, "--all")));
			end);
		end
	end);

	describe("prosodyctl mod_invites on Prosody "..version, function ()
		local server, prosodyctl;

		local function start(options)
			local of_host = { modules_enabled = { "invites"; "invites_register" } };
			for name, value in pairs(options or {}) do of_host[name] = value; end
			server = prosody.new { version = version; process = "prosodyctl"; hosts = { [host] = of_host } };
			prosodyctl = cli.prosodyctl(server, host);
		end

		local function stored(link)
			return assert(require "core.modulemanager".get_module(host, "invites").get(token_in(link)));
		end

		after_each(function ()
			server:stop();
		end);

		it("generate prints the link of an invite, and nothing else", function ()
			start();
			local status, link, err = prosodyctl("generate", host);
			assert.equal(0, status);
			assert.truthy(link:find("^xmpp:example.com%?register;preauth=%w+$"), link);
			assert.equal("", err);
			assert.is_table(stored(link));
		end);

		it("generate prints the landing page where there is one", function ()
			start { invites_page = "https://{host}/{invite.token}" };
			local _, link = prosodyctl("generate", host);
			assert.truthy(link:find("^https://example.com/%w+$"), link);
		end);

		it("generate takes groups, and the last of the roles", function ()
			start();
			local status, link = prosodyctl("generate", host, "--role", "prosody:member", "--admin", "--group", "a", "-g", "b");
			assert.equal(0, status);
			local function role(name) return is_13 and { name } or { [name] = true }; end
			assert.same({ roles = role("prosody:admin"); groups = { "a"; "b" } }, stored(link).additional_data);
			status, link = prosodyctl("generate", host, "--admin", "--role=prosody:member");
			assert.equal(0, status);
			assert.same({ roles = role("prosody:member") }, stored(link).additional_data);
		end);

		it("generate makes resets", function ()
			start();
			prosodyctl("stats", host);
			server:create_user("juliet", host, "secret");
			local status, link, err = prosodyctl("generate", host, "--reset", "Juliet");
			assert.equal(0, status, err);
			assert.equal("juliet", stored(link).additional_data.allow_reset);
			status, link, err = prosodyctl("generate", host, "--reset", "nobody");
			assert.equal(1, status);
			assert.equal("", link);
			assert.truthy(err:find("account-not-found", 1, true), err);
			status, link, err = prosodyctl("generate", host, "--reset", "juliet", "--admin");
			assert.equal(2, status);
			assert.equal("", link);
			assert.truthy(err:find("stands alone", 1, true), err);
		end);

		it("tells typing mistakes from refusals, and what would be right", function ()
			start();
			for _, arguments in ipairs { { "generate" }; { "list"; host; "--what" }; { "list"; "juliet@"..host }; { "list"; host; "--by=a b" };
				{ "revoke"; host }; { "sheet"; host; "1"; "x.html"; "--lang"; "xx" }; { "extend"; host; "token"; "soon" } } do
				local what = table.concat(arguments, " ");
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.equal(2, status, what);
				assert.equal("", output, what);
				assert.truthy(err:find("usage: prosodyctl mod_invites "..arguments[1], 1, true) == 1, what..": "..err);
				assert.falsy(err:match("[^\n]*\n$"):find("usage", 1, true), what..": "..err); -- the error comes last
			end
			for _, arguments in ipairs { { "list"; "example.net" }; { "show"; host; "unknown" }; { "show"; host; "-abc" };
				{ "show"; host; "--"; "--abc" }; { "import"; host; "missing.json" } } do
				local status, _, err = prosodyctl(table.unpack(arguments));
				assert.equal(1, status, table.concat(arguments, " "));
				assert.not_equal("", err);
			end
		end);

		it("makes no invites where nobody could use them, and says why", function ()
			local creators = { { "create_account"; host }; { "create_reset"; "juliet@"..host }; { "create_contact"; "juliet@"..host }; { "generate"; host };
				{ "bulk"; host; "2" }; { "sheet"; host; "2"; "sheet.html" } };
			local function refused(words, options, commands)
				start(options);
				for _, arguments in ipairs(commands or creators) do
					local status, output, err = prosodyctl(table.unpack(arguments));
					assert.equal(1, status, arguments[1]);
					assert.equal("", output, arguments[1]);
					assert.truthy(err:find(words, 1, true), err);
				end
				server:stop();
			end
			refused("mod_invites_register is missing", { modules_enabled = { "invites" } });
			refused("mod_invites_register is missing", { modules_disabled = { "invites_register" } });
			refused("enabled = false", { enabled = false });
			refused("is a component", { component_module = "muc" });
			refused("is a component", { component_module = "muc" }, { { "list"; host }; { "import"; host }; { "stats"; host }; { "revoke"; host; "token" } });
			start { enabled = false };
			assert.equal(0, (prosodyctl("list", host))); -- what is there can be looked at and taken back
		end);

		it("reads the options of the host that it works for", function ()
			start { site_name = "Our <Club>"; invites_page = "https://{host}/{invite.token}" };
			local status, output, err = prosodyctl("sheet", host, "1", "-");
			assert.equal(0, status, err);
			assert.truthy(output:find("^<!DOCTYPE html>") and output:find("Our &lt;Club&gt;", 1, true) and output:find("https://example.com/", 1, true),
				output);
			assert.is_nil(output:find("to *", 1, true));
			assert.is_nil(output:find("written to", 1, true));
		end);

		it("shows who is given power, and warns where many are", function ()
			start();
			local _, _, err = prosodyctl("create_account", host, "--admin");
			assert.equal("", err);
			local status, link;
			status, link, err = prosodyctl("create_account", host, "--admin", "--uses", "30");
			assert.equal(0, status);
			assert.truthy(link:find("^xmpp:[^\n]+$"), link);
			assert.truthy(err:find("Warning: Up to 30 people will have the role prosody:admin", 1, true), err);
			_, _, err = prosodyctl("bulk", host, "3", "--role", "prosody:admin", "--uses", "unlimited");
			assert.truthy(err:find("Warning: Any number of people", 1, true), err);
			_, _, err = prosodyctl("sheet", host, "3", "cards.html", "--admin");
			assert.truthy(err:find("Warning: Up to 3 people", 1, true), err);
			_, _, err = prosodyctl("bulk", host, "3", "--role", "prosody:member");
			assert.equal("", err);
			local _, list = prosodyctl("list", host);
			assert.truthy(list:find("Account on example.com, role prosody:admin, used 0 of 30", 1, true), list);
		end);

		it("draws QR codes in black on white, whatever the terminal's colours", function ()
			start();
			local status, output = prosodyctl("create_account", host, "--qr");
			assert.equal(0, status);
			local lines = 0;
			for line in output:gmatch("[^\n]+") do
				if not line:find("^xmpp:") then
					lines = lines + 1;
					assert.truthy(line:find("^\27%[38;5;16;48;5;231m[^\27]+\27%[0m$"), line);
				end
			end
			assert.is_true(lines > 15);
		end);

		it("notices that its answer could not be written", function ()
			start();
			local real = io.tmpfile;
			io.tmpfile = function () return io.open("/dev/full", "w"); end; -- luacheck: ignore 122
			for _, arguments in ipairs { { "bulk"; host; "2" }; { "list"; host }; { "create_account"; host }; { "export"; host; "--json" }; { "sheet";
				host; "1"; "-" };
				{ "stats"; host; "--help" } } do
				local status, _, err = prosodyctl(table.unpack(arguments));
				assert.equal(1, status, arguments[1]);
				assert.truthy(err:find("the answer could not be written: No space left on device", 1, true), err);
			end
			io.tmpfile = real; -- luacheck: ignore 122
		end);

		it("tells about the commands", function ()
			start();
			local status, output = prosodyctl();
			assert.equal(2, status);
			assert.truthy(output:find("^usage: prosodyctl mod_invites COMMAND") and output:find("\n  check HOST\n", 1, true), output);
			status, output = prosodyctl("check", "--help");
			assert.equal(0, status);
			assert.truthy(output:find("^usage: prosodyctl mod_invites check HOST\n"), output);
			assert.equal(0, (prosodyctl("--help")));
			local err;
			status, output, err = prosodyctl("erase");
			assert.equal(2, status);
			assert.equal("", output);
			assert.truthy(err:find("^there is no command erase %("), err);
			assert.truthy(select(3, prosodyctl("create-acount", host)):find("there is no command create-acount. Did you mean create_account?", 1, true));
			assert.truthy(select(3, prosodyctl("list", "exmaple.com")):find("there is no host exmaple.com. Did you mean example.com?", 1, true));
		end);

		it("makes, lists, shows and revokes", function ()
			start();
			local status, link, err = prosodyctl("create_account", "romeo@"..host, "--note", "for Romeo");
			assert.equal(0, status, err);
			local output;
			status, output = prosodyctl("list", host);
			assert.equal(0, status);
			assert.truthy(output:find(token_in(link).." | .+ | Account romeo@example.com %(for Romeo%) *\n1 pending invite$"), output);
			status, output, err = prosodyctl("list", host, "--json");
			assert.equal(0, status);
			assert.equal("", err);
			assert.equal("romeo", json.decode(output)[1].username);
			status, output = prosodyctl("show", host, token_in(link));
			assert.equal(0, status);
			assert.truthy(output:find("Invitation valid", 1, true));
			status, output = prosodyctl("delete", host, token_in(link));
			assert.equal(0, status);
			assert.equal("Invitation deleted", output);
			assert.equal(1, (prosodyctl("show", host, token_in(link))));
			status, output = prosodyctl("bulk", host, "2");
			assert.equal(0, status);
			assert.truthy(output:find("^id,link,uri,expires\n[^\n]+\n[^\n]+$"), output);
		end);
	end);
end
