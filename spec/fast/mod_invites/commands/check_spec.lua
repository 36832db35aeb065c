-- The command check: each of its lines is "ok" or says what to do.

local cli = require "spec.support.cli";
local paths = require "spec.support.paths";
local Fixture = require "spec.support.fixture";
local lfs = require "lfs";

local defaults = {
	process = "prosodyctl"; modules = {}; options = { modules_enabled = { "invites"; "invites_register"; "tls" } };
};

Fixture.describe("check", defaults, function (fixture)
	local host = fixture.host;
	local server, prosodyctl, extra_paths;

	before_each(function ()
		extra_paths = os.tmpname();
		os.remove(extra_paths);
		assert(lfs.mkdir(extra_paths));
	end);

	after_each(function () os.execute("rm -rf "..extra_paths); end);

	-- (options of the host beyond those that are well; plugin folder or nil; options for all hosts or nil; map host → options for other hosts, or nil)
	-- → array of lines, exit status, what went to stderr
	local function check(options, plugin_path, global, others)
		local _;
		_, server = fixture:start(options, { hosts = others; global = global; plugin_path = plugin_path });
		prosodyctl = cli.prosodyctl(server, host);
		local status, output, err = prosodyctl("check", host);
		local lines = {};
		for line in output:gmatch("[^\n]+") do table.insert(lines, line); end
		return lines, status, err;
	end

	-- (lines, what one of them begins with) → that line, or all if there is none
	local function line_of(lines, beginning)
		for _, line in ipairs(lines) do
			if line:find(beginning, 1, true) == 1 then return line; end
		end
		return table.concat(lines, "\n");
	end

	local function to_do(pattern, options, ...)
		local lines, status, err = check(options, ...);
		local found;
		for _, line in ipairs(lines) do
			assert.truthy(line:find("^ok     ") or line:find("^TO DO  "), line);
			found = found or line:find("^TO DO  .*"..pattern) and line;
		end
		assert.truthy(found, "expected something to do about "..pattern.." in\n"..table.concat(lines, "\n"));
		assert.equal(1, status);
		assert.truthy(err:find("to do", 1, true), err);
		return found;
	end

	it("has nothing to say against what is well", function ()
		local lines, status, err = check();
		assert.equal("", err);
		assert.equal(0, status);
		assert.equal("All is well", table.remove(lines));
		for _, line in ipairs(lines) do assert.truthy(line:find("^ok     "), line); end
		assert.truthy(line_of(lines, "ok     Library"):find("Lua 5.4", 1, true));
		assert.truthy(line_of(lines, "ok     Database"):find(server.data.."/invites.sqlite", 1, true));
	end);

	it("works where names of modules are no texts", function ()
		local lines = check { modules_enabled = { "invites"; "invites_register"; "tls"; 5; {} } };
		assert.equal("All is well", lines[#lines]);
	end);

	it("looks whether anybody can register, and who", function ()
		to_do("nobody can register: add \"invites_register\"", { modules_enabled = { "invites"; "tls" } });
		to_do("without an invite: add \"invites_register\"", { modules_enabled = { "invites"; "register"; "tls" }; allow_registration = true });
		to_do("nobody can register: set registration_invite_only", { registration_invite_only = false });
		to_do("modules_disabled", { modules_disabled = { "register_ibr" } });
		to_do("makes no accounts", { authentication = "anonymous" });
		to_do("take \"register_json\" out", { modules_enabled = { "invites"; "invites_register"; "tls"; "register_json" } });
	end);

	it("looks whether passwords can be set", function ()
		to_do("sets no passwords", { authentication = "spec_half"; }, "spec/support/modules;"..paths.root.."/lua");
	end);

	it("names admins without account", function ()
		local line = to_do("Admins", { admins = { "Boss@Example.com/x"; "else@elsewhere.example"; host } });
		assert.equal("TO DO  Admins: boss@example.com has no account: make it (prosodyctl mod_invites create_account boss@example.com), "
			.."or take it out of admins", line);
	end);

	it("names values that are not understood, in the words of the log", function ()
		to_do("Options: registration_invite_only = \"yes\" is not understood%. Expected: true or false%. It counts as true",
			{ registration_invite_only = "yes" });
		to_do("Options: invites_page = 42 is not understood", { invites_page = 42 });
		to_do("Options: invites_links = \"x\" is not understood", { invites_links = "x" });
		to_do("Options: invites_register_template_path = \"/nonexistent\" is not understood", { invites_register_template_path = "/nonexistent" });
		local line = to_do("Options: invites_database is not understood", { invites_database = "mysql://me:sesame@host/db" });
		assert.is_nil(line:find("sesame", 1, true));
	end);

	it("asks whether a misspelt option is meant for one of ours", function ()
		to_do("Options: there is no option invite_expirey %(set for "..host.."%)%. Did you mean invite_expiry%?", { invite_expirey = 1 });
		to_do("Options: there is no option invite_expirey %(set for all hosts%)%. Did you mean invite_expiry%?", nil, nil, { invite_expirey = 1 });
	end);

	it("finds options in places where nobody reads them", function ()
		to_do("Options: trusted_proxies has no effect for example.com alone", { trusted_proxies = { "192.0.2.1" } });
	end);

	it("looks at encryption", function ()
		to_do("c2s_require_encryption = true", { c2s_require_encryption = false });
		to_do("add \"tls\"", { modules_enabled = { "invites"; "invites_register" }; modules_disabled = { "tls" } });
		assert.equal(0, select(2, check({ modules_disabled = { "tls" } }, nil, { c2s_direct_tls_ports = { 5223 } })));
	end);

	it("looks at the database", function ()
		to_do("directory /no/such is not there", { invites_database = "/no/such/invites.sqlite" });
		to_do("does not work, so nobody can register: .*No such file", { invites_database = "/no/such/invites.sqlite" });
		local line = to_do("does not work", { invites_database = "postgresql://user:sesame@127.0.0.1:1/db" });
		assert.is_nil(line:find("sesame", 1, true));
		to_do("could not be loaded", { invites_database = "sql" });

		check();
		os.execute("chmod 644 "..server.data.."/invites.sqlite");
		local status, output = prosodyctl("check", host);
		assert.equal(1, status);
		assert.truthy(output:find("TO DO  Database: [^\n]+chmod 600"), output);
	end);

	if os.getenv("USER") == "root" or (io.popen("id -u"):read("a"):match("%d+") == "0") then
		it("looks at the owner of its files", function ()
			check();
			os.execute("chown 12345 "..server.data.."/invites.sqlite");
			local status, output = prosodyctl("check", host);
			assert.equal(1, status);
			assert.truthy(output:find("TO DO  Database: [^\n]+chown %-%-reference="), output);
		end);
	end

	it("says what http_host must be where the host has other letters than ASCII", function ()
		local idn = "b\195\188cher.example";
		for host_option, expected in pairs { [false] = "TO DO"; ["xn--bcher-kva.example"] = "ok  "; [idn] = "TO DO" } do
			fixture:start(nil, { hosts = { [idn] = {
				modules_enabled = { "invites"; "invites_register"; "invites_page"; "tls" }; http_host = host_option or nil } } });
			local _, output = cli.prosodyctl(fixture.server, idn)("check", idn);
			local line = output:match("[^\n]*Links[^\n]*");
			assert.equal(expected, line:sub(1, #expected), line);
			assert.truthy(expected ~= "TO DO" or line:find("http_host = \"xn--bcher-kva.example\"", 1, true), line);
			assert.truthy(line:find("https://xn--bcher-kva.example", 1, true), line);
		end
	end);

	it("looks at links", function ()
		local lines = check { invites_page = "https://{host}/invite#{invite.uri}" };
		assert.truthy(line_of(lines, "ok     Links"):find("https://example.com/invite#xmpp", 1, true));
		to_do("begins with https://", { invites_page = "{host}/invite?{invite.token}" });
		to_do("needs https", { invites_page = "http://{host}/invite?{invite.token}" });
		lines = check { invites_page = "https://{host}/{invite.token}"; invites_page_supports = { "contact" } };
		assert.truthy(line_of(lines, "ok     Links"):find("not for account invites", 1, true));
	end);

	it("looks at links that Prosody serves, and says what a proxy must do", function ()
		local with_page = { "invites"; "invites_register"; "tls"; "invites_page" };
		local lines = check { modules_enabled = with_page };
		assert.equal("ok     Links: https://example.com:5281/invites_page?TOKEN", line_of(lines, "ok     Links"));
		assert.equal(line_of(lines, "nothing"), line_of(lines, "ok     Proxy"));
		lines = check({ modules_enabled = with_page; http_external_url = "https://chat.example.com" }, nil, { http_ports = { 5299 } });
		assert.equal("ok     Links: https://chat.example.com/invites_page?TOKEN", line_of(lines, "ok     Links"));
		assert.truthy(line_of(lines, "ok     Proxy"):find("http://127.0.0.1:5299 with the headers Host: example.com", 1, true));
		to_do("both http_ports and https_ports are empty", { modules_enabled = with_page }, nil, { https_ports = {}; http_ports = {} });
	end);

	it("finds copies that are not of this suite", function ()
		assert(lfs.mkdir(extra_paths.."/mod_invites_register"));
		local copy = extra_paths.."/mod_invites_register/mod_invites_register.lua";
		io.open(copy, "w"):close();
		local line = to_do("mod_invites_register comes from", nil, extra_paths..";"..paths.root.."/lua");
		assert.truthy(line:find(copy, 1, true) and line:find(paths.root.."/lua first", 1, true), line);
		assert.equal(0, select(2, check(nil, paths.root.."/lua;"..extra_paths)));
	end);

	it("has other advice for components, and for hosts that are switched off", function ()
		local lines, status = check { component_module = "muc" };
		assert.same({ "TO DO  Host: example.com is a component, where nobody has an account: the modules belong on a VirtualHost" }, lines);
		assert.equal(1, status);
		to_do("Host: example.com is switched off: remove enabled = false", { enabled = false });
	end);

	it("finds options that stand at the end of the file, under a component", function ()
		to_do("Options: invites_per_user is set for the component rooms.example.com, where it has no effect: set it above that line", nil, nil, nil,
			{ ["rooms.example.com"] = { component_module = "muc"; invites_per_user = 5 } });
		assert.equal(0, select(2, check(nil, nil, nil, { ["rooms.example.com"] = { component_module = "muc"; site_name = "Rooms" } })));
	end);

	it("says so where the library is missing", function ()
		for _, name in ipairs { "mod_invites"; "mod_invites_register"; "invites_core"; "invites_config"; "invites_lib" } do
			os.execute(("cp -R %s/lua/%s %s/"):format(paths.root, name, extra_paths));
		end
		os.remove(extra_paths.."/invites_core/invites_core.so");
		local line = to_do("could not be loaded: .*make", nil, extra_paths);
		assert.truthy(line:find("Library", 1, true), line);
	end);

	it("looks at what is loaded in a running server", function ()
		local _;
		_, server = fixture:start(nil, { process = "prosody"; modules = { "invites" }; global = { c2s_direct_tls_ports = { 5223 } } });
		local shell = cli.shell(server, host);
		local ok, text, printed = shell("check", host);
		assert.is_nil(ok);
		assert.equal("1 thing to do", text);
		assert.truthy(line_of(printed, "TO DO  Registration"):find("add \"invites_register\"", 1, true));
		assert(server:load(host, "invites_register"));
		ok, text, printed = shell("check", host);
		assert.is_true(ok, table.concat(printed, "\n"));
		assert.equal("All is well", text);
		server:unload(host, "register_ibr");
		ok, text, printed = shell("check", host);
		assert.is_nil(ok);
		assert.truthy(line_of(printed, "TO DO"):find("mod_register_ibr is not loaded", 1, true), text);
	end);
end);
