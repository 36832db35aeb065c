-- When the database file fails, nobody can register, the log says why once, and the rest of the server works. When the file works again,
-- registration does too, without a restart.

local Database = require "spec.live.harness.database";
local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local outage = require "spec.live.faults.outage";

local host, open_host = outage.host, outage.open_host;
local refused, invalid = Fixture.refused, Fixture.invalid;
local closed = "wait/internal-server-error";
local shell, assert_serves, assert_closed = outage.shell, outage.assert_serves, outage.assert_closed;
local assert_open, assert_one_error, new_server = outage.assert_open, outage.assert_one_error, outage.new_server;
local populate, stall = outage.populate, outage.stall;

-- Every page but the first.
local damage = "dd if=/dev/urandom of=invites.sqlite bs=4096 seek=1 count=$(($(stat -c %s invites.sqlite) / 4096 - 1)) conv=notrunc 2>/dev/null";

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
		assert.is_true(server:wait_until(function () return select(2, server:log():gsub("The invite database [^\n]* works again", "")) == 2; end));
		server_log.assert(server, { "^The invite database .* does not work, so invites are refused" });
		server:stop();
	end

	for what, case in pairs {
		["that is read-only"] = { "chmod 400 invites.sqlite", "not written", "chmod 600 invites.sqlite" };
		["that can't be read"] = { "chmod 000 invites.sqlite", "unable to open", "chmod 600 invites.sqlite" };
		["in a directory where nothing can be written"] = { "chmod 500 .", "attempt to write a readonly database", "chmod 700 ." };
		["that is none"] = { "printf '%100000s' 'no database' >invites.sqlite", "file is not a database", "mv good invites.sqlite" };
		["that is damaged"] = { damage, "malformed (restore it from a backup", "cp good invites.sqlite" };
		["that is a directory"] = { "rm invites.sqlite && mkdir invites.sqlite", "unable to open", "rmdir invites.sqlite && mv good invites.sqlite" };
		["that a newer library has made"] = { function (server)
			local database = Database.of(server);
			database:run("UPDATE invite_schema SET version = 1000");
			database:close();
		end, "install the newer one", "rm -f invites.sqlite-* && cp good invites.sqlite" };
	} do
		it(what, function () fault(table.unpack(case)); end);
	end
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
		server:eval(host, "");
		refused(invalid, client:preauth(token));
		assert_open(server, fixture:invite("create_account"), "juliet");
		local database = Database.open(("/proc/%d/root%s/invites.sqlite"):format(server.pid, server.data)); -- the server's own view of its disk
		assert.equal("ok", database:rows("PRAGMA integrity_check")[1].integrity_check);
		database:close();
		client:close();
		early:close();
		server:stop();
	end

	-- → server with a disk that nobody else sees, and that goes with the server, functions that fill it and make room again; nil if the system does
	-- not allow that
	local function on_small_disk()
		local server = new_server();
		local mount = ("unshare -rm sh -c 'mount -t tmpfs -o size=64m none \"$0\" && exec \"$@\"' '%s' "):format(server.data);
		if not os.execute(mount.."true 2>/dev/null") then return nil; end
		server.settings.prefix = mount;
		return server, function ()
			server:eval(host, [[
				local ballast = io.open(prosody.paths.data.."/ballast", "w");
				repeat until not (ballast:write(("x"):rep(512)) and ballast:flush());
				ballast:close();
			]]);
		end, function ()
			server:eval(host, "assert(os.remove(prosody.paths.data..'/ballast'))");
		end;
	end

	it("loses no invite, and refuses the first that has no room in the write-ahead log", function ()
		local server, fill, relieve = on_small_disk();
		if not server then return pending("this system lets nobody give the server a small disk"); end
		local token = populate(server);
		fill();
		local mark = server_log.mark(server);
		local made, code = table.unpack(server:eval(host, [[
			for made = 0, 10000 do
				local invite, code = invites.create_account();
				if not invite then return { made, code }; end
			end
		]]));
		assert.is_true(made > 20); -- the room that the server took at its start
		assert.equal("internal-server-error", code);
		local errors = {};
		for _, text in ipairs(server_log.errors(server, mark)) do
			if text:find("invite", 1, true) then table.insert(errors, text); end -- others see the full disk, too
		end
		assert.equal(1, #errors, table.concat(errors, "\n"));
		assert.is_truthy(errors[1]:find("database or disk is full", 1, true));
		local client = server:client(host);
		assert.is_true(client:preauth(token)); -- to look is possible
		refused(closed, client:register("tybalt", "secret"));
		assert_serves(server);

		relieve();
		assert.is_true(client:register("benvolio", "secret"));
		client:close();
		local count = "local count = 0; for _ in invites.pending_account_invites() do count = count + 1; end return count;";
		assert.equal(made, server:eval(host, count));
		server:stop();
	end);

	it("that is a quota closes the gate until there is room again", function ()
		-- A process that ignores this signal gets an error from the write that goes beyond its limit, and lives.
		local server = new_server { prefix = "sh -c 'trap \"\" XFSZ; exec \"$@\"' sh " };
		full(server, function ()
			assert(os.execute(("prlimit --pid %d --fsize=4096:unlimited"):format(server.pid)));
		end, function ()
			assert(os.execute(("prlimit --pid %d --fsize=unlimited:unlimited"):format(server.pid)));
		end);
	end);
end);

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
		server:eval(host, "");
		refused(invalid, client:preauth(token));
	end);

	it("just when an account is there counts it later", function ()
		token = fixture:invite("create_account");
		local early, late = fixture:stream(token), fixture:stream(token);
		local id = fixture:register_slowly(early, "paris");
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
	end);
end);
