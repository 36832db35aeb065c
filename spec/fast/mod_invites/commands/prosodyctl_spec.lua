-- The commands, through prosodyctl.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";

local defaults = { process = "prosodyctl"; modules = {}; options = { modules_enabled = { "invites"; "invites_register" } } };

Fixture.describe("prosodyctl mod_invites", defaults, function (fixture)
	local host = fixture.host;
	local prosodyctl;

	local function start(options)
		fixture:start(options);
		prosodyctl = cli.prosodyctl(fixture.server, host);
	end

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
end);
