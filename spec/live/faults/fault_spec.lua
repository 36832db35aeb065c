-- When the database or the library fails, nobody registers, the log says once why, everything else goes on; and when it works again, so
-- does registration, without a restart.

local socket = require "socket";
local Database = require "spec.live.harness.database";
local Client = require "spec.live.harness.client";
local Postgres = require "spec.live.harness.postgres";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local host, open_host = "verona.example", "open.example";
local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;
local closed = "wait/internal-server-error";

-- Every page but the first.
local damage = "dd if=/dev/urandom of=invites.sqlite bs=4096 seek=1 count=$(($(stat -c %s invites.sqlite) / 4096 - 1)) conv=notrunc 2>/dev/null";

local is_old = paths.version == "0.12";

-- (server, shell command, or function) runs it in the data directory
local function shell(server, command)
	if type(command) == "function" then return command(server); end
	assert(os.execute(("cd '%s' && %s"):format(server.data, command)));
end

-- (server) asserts that who has an account is served
local function assert_serves(server)
	local client = server:client(host);
	assert.equal("romeo@"..host.."/r", (client:login("romeo", "secret", "r")));
	assert.is_true(client:ping());
	assert.same({}, client:roster());
	client:close();
end

-- (server) asserts that nobody registers, with or without invite, and that no invite is made
local function assert_closed(server, token)
	local client = server:client(host);
	refused(closed, client:preauth(token));
	refused(not_invited, client:register("mallory", "secret"));
	client:close();
	client = server:client(open_host); -- where a name may be somebody's, nobody can say whose
	refused(closed, client:register("mallory", "secret"));
	client:close();
	assert.is_nil((server:invites(host, "create_account")));
	for _, name in ipairs(server.hosts) do
		assert.is_falsy(server:eval(name, "return usermanager.user_exists('mallory', host)"));
	end
end

-- (server, token, username) asserts that it works again, for an invite that was made before, and a new one
local function assert_open(server, token, username)
	local fixture = Fixture.on(server, host);
	local client = server:client(host);
	assert.is_true(client:preauth(token));
	assert.is_true(client:register(username, "secret"));
	client:close();
	refused(invalid, server:client(host):preauth(token));
	assert.is_true(fixture:stream(fixture:invite("create_account")):register(username.."2", "secret"));
end

-- (server, words that the only error of each host must contain)
local function assert_one_error(server, mark, ...)
	local errors = server_log.errors(server, mark);
	assert.equal(#server.hosts, #errors, table.concat(errors, "\n"));
	for _, text in ipairs(errors) do
		for _, words in ipairs { ... } do assert.is_truthy(text:find(words, 1, true), text); end
	end
end

-- (options of Server.new or nil) → server with two hosts, on the second of which everybody may register; it has not started
local function new_server(settings)
	settings = settings or {};
	settings.hosts = { [host] = "", [open_host] = { registration_invite_only = false, allow_registration = true } };
	settings.options = { default_iteration_count = is_old and 100 or 4096 }; -- how often passwords are hashed: as rarely as the version accepts
	return Server.new(settings);
end

-- (server) starts it, makes the account romeo → token of an invite that was made there, stage
local function populate(server)
	local fixture = Fixture.on(server:start(), host);
	fixture:account("romeo");
	return fixture:invite("create_account"), fixture;
end

describe("a database file", function ()
	-- (shell command that spoils it, words of the error, command that mends it; the file "good" is a copy from before)
	local function fault(spoil, words, mend)
		local server = new_server();
		local token = populate(server);
		server:stop();
		shell(server, "cp invites.sqlite good");
		shell(server, spoil);
		local mark = server_log.mark(server);
		server:start();
		assert_one_error(server, mark, server.data.."/invites.sqlite does not work, so invites are refused", words);
		for _ = 1, 3 do assert_closed(server, token); end
		assert_serves(server);
		assert_one_error(server, mark, words); -- one line, and no flood

		shell(server, mend);
		assert_open(server, token, "juliet");
		assert.is_true(server:invites(open_host, "open_name", "juliet"));
		assert.equal(2, select(2, server:log():gsub("The invite database [^\n]* works again", "")));
		server_log.assert(server, { "^The invite database .* does not work, so invites are refused" });
		server:stop();
	end

	it("that is read-only", function ()
		fault("chmod 400 invites.sqlite", "not written", "chmod 600 invites.sqlite");
	end);

	it("that can't be read", function ()
		fault("chmod 000 invites.sqlite", "unable to open", "chmod 600 invites.sqlite");
	end);

	it("in a directory where nothing can be written", function ()
		fault("chmod 500 .", "attempt to write a readonly database", "chmod 700 .");
	end);

	it("that is none", function ()
		fault("printf '%100000s' 'no database' >invites.sqlite", "file is not a database",
			"mv good invites.sqlite");
	end);

	it("that is damaged", function ()
		fault(damage, "malformed (restore it from a backup", "cp good invites.sqlite");
	end);

	it("that is a directory", function ()
		fault("rm invites.sqlite && mkdir invites.sqlite", "unable to open", "rmdir invites.sqlite && mv good invites.sqlite");
	end);

	it("that a newer library has made", function ()
		fault(function (server)
			local database = Database.of(server);
			database:run("UPDATE invite_schema SET version = 1000");
			database:close();
		end, "install the newer one", "rm -f invites.sqlite-* && cp good invites.sqlite");
	end);
end);

describe("a database file that fails while the server runs", function ()
	it("because it is damaged, and is replaced by a good one", function ()
		local server = new_server();
		local token = populate(server);
		server:eval(host, "for _ = 1, 300 do invites.create_account(); end");
		server:stop();
		shell(server, "cp invites.sqlite good");
		server:start();
		assert.is_table((server:invites(host, "get", token)));
		shell(server, damage);
		local mark = server_log.mark(server);
		local failed = server:eval(host, [[
			local failed;
			for i = 1, 300 do
				local _, code = invites.get(("%024d"):format(i));
				failed = failed or code == "internal-server-error";
			end
			return failed;
		]]);
		assert.is_true(failed);
		assert_serves(server);
		assert.equal(1, #server_log.errors(server, mark), table.concat(server_log.errors(server, mark), "\n"));

		shell(server, "rm -f invites.sqlite-* && mv good invites.sqlite");
		assert_open(server, token, "juliet");
		server:stop();
	end);
end);

describe("a full disk", function ()
	-- (server, function that fills the disk, function that makes room again)
	local function full(server, fill, relieve)
		server.settings.options.log = { error = server.log_file };
		local token, fixture = populate(server);
		local client, early = server:client(host), server:client(host);
		assert.is_true(early:preauth(token));
		local mark = server_log.mark(server);
		fill();
		for i = 1, 5 do
			refused(closed, early:register("tybalt"..i, "secret"));
			assert.is_false(fixture:account_exists("tybalt"..i));
		end
		assert.is_nil((server:invites(host, "create_account")));
		assert_serves(server);
		local errors = server_log.errors(server, mark);
		assert.equal(1, #errors, table.concat(errors, "\n"));
		assert.is_truthy(errors[1]:find("The invite database", 1, true));

		relieve();
		assert.is_true(early:register("benvolio", "secret"));
		refused(invalid, client:preauth(token));
		assert_open(server, fixture:invite("create_account"), "juliet");
		local database = Database.open(("/proc/%d/root%s/invites.sqlite"):format(server.pid, server.data)); -- the server's own view of its disk
		assert.equal("ok", database:rows("PRAGMA integrity_check")[1].integrity_check);
		database:close();
		client:close();
		early:close();
		server:stop();
	end

	it("closes the gate until there is room again", function ()
		local server = new_server();
		local mount = "unshare -rm sh -c 'mount -t tmpfs -o size=400k none \"$0\" && exec \"$@\"' '"..server.data.."' ";
		if not os.execute(mount.."true 2>/dev/null") then
			return pending("this system lets nobody give the server a small disk");
		end
		server.settings.prefix = mount; -- a disk that nobody else sees, and that goes with the server
		full(server, function ()
			server:eval(host, [[
				local ballast = io.open(prosody.paths.data.."/ballast", "w");
				repeat until not (ballast:write(("x"):rep(512)) and ballast:flush());
				ballast:close();
			]]);
		end, function ()
			server:eval(host, "assert(os.remove(prosody.paths.data..'/ballast'))");
		end);
	end);

	it("or a quota does the same", function ()
		-- A process that ignores this signal gets an error from the write that goes beyond its limit, and lives.
		local server = new_server { prefix = "sh -c 'trap \"\" XFSZ; exec \"$@\"' sh " };
		full(server, function ()
			assert(os.execute(("prlimit --pid %d --fsize=4096:unlimited"):format(server.pid)));
		end, function ()
			assert(os.execute(("prlimit --pid %d --fsize=unlimited:unlimited"):format(server.pid)));
		end);
	end);
end);

-- (server, function that makes the server work, number of tries or nil) → seconds for which another client had to wait: the best of several
-- tries, for what else runs on this machine only adds to it
local function stall(server, work, tries)
	local other = server:client(host);
	other:login("romeo", "secret", "r");
	local best = math.huge;
	for _ = 1, tries or 5 do
		local start = socket.gettime();
		work();
		assert.is_true(other:ping());
		best = math.min(best, socket.gettime() - start);
	end
	other:close();
	return best;
end

describe("a database that another process has locked", function ()
	local server, token, fixture, database, client, mark;

	setup(function ()
		server = new_server();
		token, fixture = populate(server);
		database = Database.of(server);
		client = server:client(host);
	end);

	teardown(function ()
		database:close();
		client:close();
		server_log.assert(server, { "does not work, so invites are refused: SQLite: database is locked",
			"but could not be marked as used", "could not be redeemed" });
		server:stop();
	end);

	before_each(function () mark = server_log.mark(server); end);

	it("lets nobody register, and nobody wait", function ()
		database:lock();
		assert.is_true(client:preauth(token)); -- to look is possible
		local n = 0;
		assert.is_true(stall(server, function ()
			n = n + 1;
			client:request("set", nil, Client.xml.register("tybalt"..n, "secret"));
		end) < 0.2);
		for i = 1, n do
			refused(closed, Client.outcome(client:wait_for(function (stanza) return stanza.attr.type == "error" end)));
			assert.is_false(fixture:account_exists("tybalt"..i));
		end
		assert.equal(1, #server_log.errors(server, mark));
		database:unlock();
		assert.is_true(client:register("benvolio", "secret"));
		refused(invalid, client:preauth(token));
	end);

	it("just when an account is there counts it later", function ()
		token = fixture:invite("create_account");
		local early, late = fixture:stream(token), fixture:stream(token);
		fixture:replace("prosody.hosts[host].users", "create_user", "spec.waiting = true; require 'util.async'.sleep(0.2); return old(...)");
		local id = early:request("set", nil, Client.xml.register("paris", "secret"));
		assert.is_true(server:wait_until(function () return fixture:eval("return prosody.spec.waiting"); end));
		database:lock();
		assert.is_true(Client.outcome(early:reply(id)));
		assert.is_truthy(server:wait_log("account paris but could not be marked as used"));
		fixture:login("paris"):close();
		database:unlock();
		fixture:undo();
		refused("wait/resource-constraint", late:register("mallory", "secret"));
		fixture:pass(61); -- the end of the lease
		refused(invalid, late:register("mallory", "secret"));
		fixture:undo();
		refused(invalid, fixture:stream():preauth(token));
		assert.is_false(fixture:account_exists("mallory"));
		early:close();
		late:close();
	end);
end);

describe("a library", function ()
	-- (shell command that prepares the file invites_core.so in the current directory, or leaves it out; words of the error; shell command that
	-- mends what else is wrong, or nil)
	local function unloadable(prepare, words, mend)
		local server = new_server();
		local plugins = server.directory.."/plugins";
		assert(os.execute(("cp -R '%s/lua' '%s' && cd '%s/invites_core' && rm -f invites_core.so && %s"):format(
			paths.root, plugins, plugins, prepare)));
		server.settings.plugin_paths = { plugins };
		server:start();
		for _, name in ipairs(server.hosts) do
			local said = 0;
			for _, text in ipairs(server_log.errors(server)) do
				if text:find("the library invites_core.so", 1, true) then
					said = said + 1;
					for _, word in ipairs { plugins.."/invites_core/invites_core.so", "make", words } do
						assert.is_truthy(text:find(word, 1, true), text);
					end
				end
			end
			assert.equal(#server.hosts, said);

			server:eval(name, "local create = usermanager.create_user_with_role or usermanager.create_user; "..
				"assert(create('romeo', 'secret', host, 'prosody:registered'))");
			local client = server:client(name);
			refused(closed, client:preauth("x"));
			refused(closed, client:register("mallory", "secret"));
			assert.equal("romeo@"..name.."/r", (client:login("romeo", "secret", "r")));
			assert.is_true(client:ping());
			client:close();
		end

		-- Once it is there, nothing has to be restarted.
		assert(os.execute(("cd '%s/invites_core' && cp --remove-destination '%s/lua/invites_core/invites_core.so' . && %s"):format(
			plugins, paths.root, mend or "true")));
		server:eval(host, "assert(modulemanager.load(host, 'invites'))");
		local fixture = Fixture.on(server, host);
		assert.is_true(fixture:stream(fixture:invite("create_account")):register("juliet", "secret"));
		server:stop();
	end

	it("that is missing closes the gate, with one clear line", function ()
		unloadable("true", "not there");
	end);

	it("for another Lua closes the gate, with one clear line", function ()
		-- As one for Lua 5.1 does, it wants a function that this Lua does not have.
		unloadable([[echo 'void lua_insert(void*, int); int luaopen_invites_core(void *L) { lua_insert(L, 1); return 0; }' >core.c &&
			cc -shared -fPIC -o invites_core.so core.c]], "built for another Lua than 5.4");
	end);

	it("that is none closes the gate, with one clear line", function ()
		unloadable("echo nonsense >invites_core.so", "file too short");
	end);

	it("of another time than the Lua files closes the gate, with one clear line", function ()
		unloadable(("cp '%s/lua/invites_core/invites_core.so' . && mv interface ../expected && echo other >interface"):format(paths.root),
			"not of the same version as the Lua files", "mv -f ../expected interface");
	end);

	it("that may not be read closes the gate, with one clear line", function ()
		unloadable("echo nonsense >invites_core.so && chmod 000 invites_core.so", "Permission denied");
	end);
end);

-- (stage) the main job, from making invites to using them up, on whatever database
local function assert_main_flow(fixture)
	local server = fixture.server;
	local token, bound = fixture:invite("create_account"), fixture:invite("create_account", "juliet");
	local streams, requests, made = {}, {}, 0;
	for i = 1, 10 do streams[i] = fixture:stream(token); end
	for i, client in ipairs(streams) do requests[i] = client:request("set", nil, Client.xml.register("twin"..i, "secret")); end
	for i, client in ipairs(streams) do
		if Client.outcome(client:reply(requests[i])) then made = made + 1; end
		client:drop();
	end
	assert.equal(1, made);
	refused(invalid, fixture:stream():preauth(token));

	refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("juliet", "secret"));
	refused("modify/not-acceptable", fixture:stream(bound):register("mallory", "secret"));
	assert.is_true(fixture:stream(bound):register("juliet", "secret"));

	local revoked = fixture:invite("create_account");
	local stream = fixture:stream(revoked);
	assert.is_true(server:invites(host, "delete_account_invite", revoked));
	refused(invalid, stream:register("mallory", "secret"));

	assert.is_true(fixture:stream(fixture:invite("create_account_reset", "juliet")):register("juliet", "remembered"));
	fixture:login("juliet", "remembered"):close();
	local contact = fixture:invite("create_contact", "juliet", true, { note = "a \"quoted\" rose, \226\152\131" });
	assert.equal("a \"quoted\" rose, \226\152\131", server:invites(host, "get", contact).additional_data.note);
	assert.is_true(fixture:stream(contact):register("nurse", "secret"));
	local group = fixture:invite("create_group", { "montague" }, nil, 3600);
	for i = 1, 2 do assert.is_true(fixture:stream(group):register("servant"..i, "secret")); end
	local pending = fixture:eval("local list = {}; for token in invites.pending_account_invites() do table.insert(list, token); end return list;");
	assert.is_true(#pending >= 1);

	server:restart();
	assert.is_true(fixture:usable(group));
	refused(invalid, fixture:stream():preauth(contact));
end

describe("a PostgreSQL database", function ()
	local cluster;

	setup(function ()
		cluster = Postgres.start();
	end);

	teardown(function ()
		cluster:stop();
	end);

	-- (options or nil) → server that uses it, token, stage
	local function start(options)
		local server = new_server();
		for name, value in pairs(options or { invites_database = cluster.url }) do server.settings.options[name] = value; end
		return server, populate(server);
	end

	it("serves as well as a file", function ()
		local server, _, fixture = start();
		assert_main_flow(fixture);
		assert.is_nil(io.open(server.data.."/invites.sqlite"));
		server_log.assert(server);
		server:stop();
	end);

	it("may be the one that Prosody's own option sql names", function ()
		Postgres.query(cluster.url, "CREATE DATABASE prosody");
		local url = cluster.url:gsub("[^/]*$", "prosody");
		local user, address, port, database = url:match("^postgresql://(.-)@(.-):(%d+)/(.*)$");
		local sql = { driver = "PostgreSQL", database = database, username = user, host = address, port = math.tointeger(port) };
		local server, _, fixture = start { invites_database = "sql", sql = sql };
		assert_main_flow(fixture);
		assert.is_true(tonumber(Postgres.query(url, "SELECT COUNT(*) FROM invites")) > 5);
		server_log.assert(server);
		server:stop();
	end);

	it("that breaks its connections is connected to again", function ()
		local server, token, fixture = start();
		for i = 1, 3 do
			assert.is_true(tonumber(Postgres.query(cluster.url,
				"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'prosody-invites'")) > 0);
			assert.is_true(fixture:stream(token):register("juliet"..i, "secret"));
			token = fixture:invite("create_account");
		end
		server_log.assert(server);
		server:stop();
	end);

	it("that hangs makes nobody wait but those of the first second", function ()
		local server, token, fixture = start();
		local strangers = {};
		for i = 1, 20 do strangers[i] = server:client(host); end
		local other = fixture:login("romeo");
		local mark = server_log.mark(server);
		local late = fixture:stream(token);
		cluster:pause();
		local ok, err = pcall(function ()
			local start_time = socket.gettime();
			for _, client in ipairs(strangers) do client:request("set", host, Client.xml.preauth(token)); end
			assert.is_true(other:ping());
			local first = socket.gettime() - start_time;
			assert.is_true(first < 2.5, first); -- a second; 20 without the rest after the first

			for _, client in ipairs(strangers) do refused(closed, Client.outcome(client:reply("c1"))); end
			refused(closed, late:register("mallory", "secret"));
			-- Well within the rest.
			assert.is_true(stall(server, function () strangers[1]:request("set", host, Client.xml.preauth(token)); end) < 0.2);
			assert.is_false(fixture:account_exists("mallory"));
			assert.equal(1, #server_log.errors(server, mark), table.concat(server_log.errors(server, mark), "\n"));
		end);
		cluster:resume();
		assert.is_true(ok, err);

		assert.is_true(server:wait_until(function () return (late:preauth(token)); end));
		assert.is_true(late:register("benvolio", "secret"));
		refused(invalid, server:client(host):preauth(token));
		server_log.assert(server, { "^The invite database postgresql://.* does not work" });
		server:stop();
	end);

	it("that is not there closes the gate until it is", function ()
		local server = new_server();
		local url = cluster.url:gsub("[^/]*$", "not_yet");
		server.settings.options.invites_database = url;
		server:start();
		Fixture.on(server, host):account("romeo");
		local mark = server_log.mark(server);
		assert_closed(server, "x");
		assert_serves(server);
		assert.same({}, server_log.errors(server, mark)); -- it was said at the start
		local errors = server_log.errors(server);
		assert.equal(2, #errors, table.concat(errors, "\n"));
		assert.is_truthy(errors[1]:find("database \"not_yet\" does not exist", 1, true));
		Postgres.query(cluster.url, "CREATE DATABASE not_yet");
		local fixture = Fixture.on(server, host);
		assert.is_true(fixture:stream(fixture:invite("create_account")):register("juliet", "secret"));
		server:stop();
	end);

	it("keeps its password to itself", function ()
		local server = new_server();
		server.settings.options.invites_database = "postgresql://invites:s3cr3t@127.0.0.1:1/invites";
		server:start();
		assert_closed(server, "x");
		assert.is_truthy(server:log():find("The invite database postgresql://invites@127.0.0.1:1/invites does not work", 1, true));
		assert.is_nil(server:log():find("s3cr3t", 1, true));
		server:stop();
	end);
end);
