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

	it("tells typing mistakes from refusals", function ()
		start();
		for _, arguments in ipairs { { "generate" }; { "list"; "juliet@"..host }; { "sheet"; host; "1"; "x.html"; "--lang"; "xx" } } do
			local status, output, err = prosodyctl(table.unpack(arguments));
			assert.same({ 2, "" }, { status, output });
			assert.truthy(err:find("^usage: prosodyctl mod_invites "..arguments[1].." [^\n]+\n[^\n]+\n$"), err);
		end
		for _, arguments in ipairs { { "list"; "example.net" }; { "show"; host; "unknown" }; { "import"; host; "missing.json" } } do
			local status, _, err = prosodyctl(table.unpack(arguments));
			assert.equal(1, status, table.concat(arguments, " "));
			assert.not_equal("", err);
		end
	end);

	it("makes no invites where nobody could use them, and says why", function ()
		for words, options in pairs { ["mod_invites_register is missing"] = { modules_disabled = { "invites_register" } };
			["enabled = false"] = { enabled = false }; ["is a component"] = { component_module = "muc" } } do
			start(options);
			for _, arguments in ipairs { { "generate"; host }; { "create_reset"; "juliet@"..host }; { "sheet"; host; "2"; "sheet.html" } } do
				local status, output, err = prosodyctl(table.unpack(arguments));
				assert.same({ 1, "" }, { status, output });
				assert.truthy(err:find(words, 1, true), err);
			end
			assert.equal(options.component_module and 1 or 0, (prosodyctl("list", host))); -- what is there can be looked at and taken back
		end
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
		local status, link, err = prosodyctl("create_account", host, "--admin", "--uses", "30");
		assert.equal(0, status);
		assert.truthy(link:find("^xmpp:[^\n]+$"), link);
		assert.truthy(err:find("Warning: Up to 30 people will have the role prosody:admin", 1, true), err);
		local _, list = prosodyctl("list", host);
		assert.truthy(list:find("Account on example.com, role prosody:admin, used 0 of 30", 1, true), list);
		assert.equal("", select(3, prosodyctl("bulk", host, "3", "--role", "prosody:member")));
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
		for _, case in ipairs { { 2; "\nusage: prosodyctl mod_invites COMMAND" }; { 0; "\nusage: prosodyctl mod_invites COMMAND"; "--help" };
			{ 0; "^usage: prosodyctl mod_invites check HOST\n"; "check"; "--help" } } do
			local status, output = prosodyctl(table.unpack(case, 3));
			assert.equal(case[1], status);
			assert.truthy(output:find(case[2]), output);
		end
		local status, output, err = prosodyctl("create-acount", host);
		assert.same({ 2, "" }, { status, output });
		assert.truthy(err:find("^Unknown command \"create%-acount\"%. Did you mean create_account%? Run [^\n]+\n$"), err); -- one line
		err = select(3, prosodyctl("list", "exmaple.com"));
		assert.truthy(err:find("The host 'exmaple.com' is not configured for this server. Did you mean example.com?", 1, true));
	end);
end);
