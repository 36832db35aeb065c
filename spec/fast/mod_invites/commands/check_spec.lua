-- The command check: what it finds out about a host. src/command/check tests what it says of that.

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

	-- (options of the host beyond those that are well; options for all hosts; map host → options for other hosts; plugin folder; each may be nil)
	-- → array of lines, exit status, what went to stderr
	local function check(options, global, others, plugin_path)
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
		local lines, status, err = check { modules_enabled = { "invites"; "invites_register"; "tls"; 5; {} } }; -- Prosody passes over odd names
		assert.equal("", err);
		assert.equal(0, status);
		assert.equal("All is well", table.remove(lines));
		for _, line in ipairs(lines) do assert.truthy(line:find("^ok     "), line); end
		assert.truthy(line_of(lines, "ok     Library"):find("Lua 5.4", 1, true));
		assert.truthy(line_of(lines, "ok     Database"):find(server.data.."/invites.sqlite", 1, true));
	end);

	local with_page = { "invites"; "invites_register"; "tls"; "invites_page" };
	-- pattern of what is to do; options; options for all hosts; other hosts; plugin folder
	for _, case in ipairs {
		{ "invites_tree_period has no effect without"; { invites_tree_period = "1 day" } };
		{ "invites_tree_depth = 4 has no effect"; { invites_tree_depth = 4; invites_tree_accounts = 3; invites_after = "never" } };
		{ "nobody can register: add \"invites_register\""; { modules_enabled = { "invites"; "tls" } } };
		{ "nobody can register: set registration_invite_only"; { registration_invite_only = false } };
		{ "modules_disabled"; { modules_disabled = { "register_ibr" } } };
		{ "makes no accounts"; { authentication = "anonymous" } };
		{ "sets no passwords"; { authentication = "spec_half" }; nil; nil; "spec/support/modules;"..paths.root.."/lua" };
		{ "Admins: boss@example.com has no account: .*, or take it out of admins$";
			{ admins = { "Boss@Example.com/x"; "else@elsewhere.example"; host } } };
		{ "Options: registration_invite_only = \"yes\" is not understood%. Expected: true or false%. It counts as true";
			{ registration_invite_only = "yes" } };
		{ "Options: invites_database is not understood"; { invites_database = "mysql://me:sesame@host/db" } };
		{ "Options: there is no option invite_expirey %(set for example.com%)%. Did you mean invite_expiry%?"; { invite_expirey = 1 } };
		{ "Options: there is no option invite_expirey %(set for all hosts%)%. Did you mean invite_expiry%?"; {}; { invite_expirey = 1 } };
		{ "Options: trusted_proxies has no effect for example.com alone"; { trusted_proxies = { "192.0.2.1" } } };
		{ "Options: invites_per_user is set for the component rooms.example.com, where it has no effect: set it above that line"; {}; nil;
			{ ["rooms.example.com"] = { component_module = "muc"; invites_per_user = 5; site_name = "Rooms" } } };
		{ "c2s_require_encryption = true"; { c2s_require_encryption = false } };
		{ "add \"tls\""; { modules_enabled = { "invites"; "invites_register" }; modules_disabled = { "tls" } } };
		{ "directory /no/such is not there"; { invites_database = "/no/such/invites.sqlite" } };
		{ "does not work"; { invites_database = "postgresql://user:sesame@127.0.0.1:1/db" } };
		{ "could not be loaded"; { invites_database = "sql" } };
		{ "begins? with https://"; { invites_page = "{host}/invite?{invite.token}" } };
		{ "both http_ports and https_ports are empty"; { modules_enabled = with_page }; { https_ports = {}; http_ports = {} } };
		{ "Host: example.com is switched off: remove enabled = false"; { enabled = false } };
	} do
		it("finds what is to do: "..case[1], function ()
			local found = to_do(table.unpack(case, 1, 5));
			assert.is_nil(found:find("sesame", 1, true));
		end);
	end

	-- pattern of a line; options; options for all hosts
	for _, case in ipairs {
		{ "^ok     .*"; { modules_disabled = { "tls" } }; { c2s_direct_tls_ports = { 5223 } } };
		{ "^ok     Links: https://example%.com/invite#xmpp"; { invites_page = "https://{host}/invite#{invite.uri}" } };
		{ "^ok     Links: .*not for account invites"; { invites_page = "https://{host}/{invite.token}"; invites_page_supports = { "contact" } } };
		{ "^ok     Links: https://example%.com:5281/invites_page%?TOKEN$"; { modules_enabled = with_page } };
		{ "^ok     Proxy: .* http://127%.0%.0%.1:5299 with the headers Host: example%.com";
			{ modules_enabled = with_page; http_external_url = "https://chat.example.com" }; { http_ports = { 5299 } } };
	} do
		it("finds what is well: "..case[1], function ()
			local lines, status = check(case[2], case[3]);
			assert.equal(0, status, table.concat(lines, "\n"));
			local found = false;
			for _, line in ipairs(lines) do found = found or line:find(case[1]) ~= nil; end
			assert.is_true(found, table.concat(lines, "\n"));
		end);
	end

	-- who changes the file, what is to do; only root can give files away
	for command, advice in pairs { ["chmod 644"] = "chmod 600"; ["chown 12345"] = "chown %-%-reference=" } do
		if command:find "chmod" or io.popen("id -u"):read("n") == 0 then
			it("looks at the file of the database after "..command, function ()
				check();
				os.execute(command.." "..server.data.."/invites.sqlite");
				local status, output = prosodyctl("check", host);
				assert.equal(1, status);
				assert.truthy(output:find("TO DO  Database: [^\n]+"..advice), output);
			end);
		end
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

	it("finds copies that are not of this suite", function ()
		assert(lfs.mkdir(extra_paths.."/mod_invites_register"));
		local copy = extra_paths.."/mod_invites_register/mod_invites_register.lua";
		io.open(copy, "w"):close();
		local line = to_do("mod_invites_register comes from", nil, nil, nil, extra_paths..";"..paths.root.."/lua");
		assert.truthy(line:find(copy, 1, true) and line:find(paths.root.."/lua first", 1, true), line);
		assert.equal(0, select(2, check(nil, nil, nil, paths.root.."/lua;"..extra_paths)));
	end);

	it("finds a second copy of the suite, whose upgrades have no effect", function ()
		assert(os.execute(("cp -R %s/lua/invites_lib %s/"):format(paths.root, extra_paths)));
		local line = to_do("Modules", nil, nil, nil, paths.root.."/lua;"..extra_paths);
		assert.truthy(line:find(paths.root.."/lua, and the one in "..extra_paths.." has no effect", 1, true), line);
		local installed = extra_paths.."/share/lua/5.4/";
		assert(os.execute(("mkdir -p %s && mv %s/invites_lib %s"):format(installed, extra_paths, installed)));
		to_do("the one in "..extra_paths.."/share/lua/5.4 has no effect", nil, nil, nil, paths.root.."/lua;"..extra_paths);
	end);

	it("says of a component that nobody has an account there", function ()
		local lines, status = check { component_module = "muc" };
		assert.same({ "TO DO  Host: example.com is a component, where nobody has an account: the modules belong on a VirtualHost" }, lines);
		assert.equal(1, status);
	end);

	it("says so where the library is missing", function ()
		for _, name in ipairs { "mod_invites"; "mod_invites_register"; "invites_core"; "invites_config"; "invites_lib" } do
			os.execute(("cp -R %s/lua/%s %s/"):format(paths.root, name, extra_paths));
		end
		os.remove(extra_paths.."/invites_core/invites_core.so");
		local line = to_do("could not be loaded: .*make", nil, nil, nil, extra_paths);
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
