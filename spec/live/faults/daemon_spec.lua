-- Prosody started with -D. Prosody 0.12 forks after it has loaded the modules, so files that the parent opened must not be used by the child.

local lfs = require "lfs";
local Database = require "spec.live.harness.database";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

-- (process id, end of a path) → how many open files of that name the process has
local function open_files(pid, name)
	local directory, count = ("/proc/%d/fd/"):format(pid), 0;
	for entry in lfs.dir(directory) do
		local target = lfs.symlinkattributes(directory..entry, "target");
		if target and target:sub(-#name) == name then count = count + 1; end
	end
	return count;
end

-- (process id, path) → does the process hold a lock on that file, as the system sees it?
local function holds_lock(pid, path)
	local inode = lfs.attributes(path, "ino");
	for line in io.lines("/proc/locks") do
		local owner, file = line:match("POSIX%s+%S+%s+%S+%s+(%d+) %x+:%x+:(%d+)");
		if tonumber(owner) == pid and tonumber(file) == inode then return true; end
	end
	return false;
end

-- (fixture, number of a name) the main job, once
local function assert_registers(fixture, n)
	local token = fixture:invite("create_account");
	local client, late = fixture:stream(token), fixture:stream(token);
	assert.is_true(client:register("romeo"..n, "secret"));
	refused(invalid, late:register("mallory"..n, "secret"));
	refused(invalid, fixture:stream():preauth(token));
end

describe("a server that runs in the background", function ()
	it("serves invites, and the process that serves has the database open", function ()
		local fixture = Fixture.new(host, { daemonize = true });
		local server = fixture.server;
		assert_registers(fixture, 1);
		assert.equal(2, open_files(server.pid, "/invites.sqlite")); -- one reads, and the thread writes
		assert.is_true(holds_lock(server.pid, server.data.."/invites.sqlite"));

		fixture:invite("create_account");
		local kept = fixture:invite("create_account");
		server:kill();
		server:start();
		assert.is_true(fixture:usable(kept));
		assert_registers(fixture, 2);
		fixture:stop();
	end);

	it("keeps what was made before it went there, and what came after, with other processes coming and going", function ()
		local fixture = Fixture.new(host, { daemonize = true, modules = { "spec_early" } });
		local server = fixture.server;
		local early, pid = fixture:eval("local m = modulemanager.get_module(host, 'spec_early').module; return m.early_token, m.early_pid");
		assert.equal(server.version == "0.12", pid ~= server.pid);
		assert.is_true(fixture:usable(early));
		assert_registers(fixture, 1);
		assert.is_true(holds_lock(server.pid, server.data.."/invites.sqlite"));

		-- Whoever closes a database last tidies up its log. If that is not the server although it seems to be, what the server writes afterwards is lost.
		for i = 1, 3 do
			local output, code = server:ctl("mod_invites", "generate", host);
			assert.equal(0, code, output);
			local database = Database.of(server);
			assert.is_true(database:number("SELECT COUNT(*) AS n FROM invites") > 1);
			database:close();
			assert_registers(fixture, i + 1);
			assert.is_true(fixture:usable(output:match("preauth=(%w+)")));
		end
		local kept = fixture:invite("create_account");
		server:kill();
		server:start();
		assert.is_true(fixture:usable(kept));
		assert.is_true(fixture:usable(early));
		local database = Database.of(server);
		assert.equal(4, database:number("SELECT COUNT(*) AS n FROM invite_redemptions"));
		assert.equal("ok", database:rows("PRAGMA integrity_check")[1].integrity_check);
		database:close();
		fixture:stop();
	end);

	it("leaves nothing open in the process that has started it", function ()
		local fixture = Fixture.new(host, { daemonize = true, modules = { "spec_early" } });
		fixture.server:restart();
		fixture.server:restart();
		assert.equal(2, open_files(fixture.server.pid, "/invites.sqlite"));
		fixture:stop();
	end);
end);
