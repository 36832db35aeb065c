-- The command line with pipes and files, beside other clients, and with readers that go away.

local Fixture = require "spec.live.harness.fixture";
local json = require "util.json";
local lfs = require "lfs";
local socket = require "socket";

local host = "example.com";

local function read(path)
	local file = assert(io.open(path));
	local content = file:read("a");
	file:close();
	return content;
end

describe("a command", function ()
	local fixture, server;

	fixture = Fixture.shared(host, { modules = { "admin_shell" } }, function (...)
		server = ...;
		fixture:account("juliet");
	end);

	-- (words...) runs prosodyctl and meanwhile, again and again, the function. → stdout, how often the function ran before that was over
	local function meanwhile(call, ...)
		local output, done = server.directory.."/output", server.directory.."/done";
		os.remove(done);
		os.execute(("{ (%s) >%s 2>&1 </dev/null; touch %s; } &"):format(server:ctl_command(...), output, done));
		local count = 0;
		repeat
			call(count);
			count = count + 1;
		until lfs.attributes(done);
		return read(output), count;
	end

	-- (format of shell text, words of it...) → exit status
	local function status_of(text, ...)
		local _, _, status = os.execute(text:format(...));
		return status;
	end

	it("notices that the answer could not be written", function ()
		for _, words in ipairs { { "bulk", host, "20" }; { "list", host }; { "create_account", host }; { "backup", host, "-" }; { "sheet", host, "1", "-" };
				{ "export", host, "--json" }; { "stats", host, "--help" } } do
			local errors = server.directory.."/errors";
			assert.equal(1, status_of("(%s) >/dev/full 2>%s </dev/null", server:ctl_command("mod_invites", table.unpack(words)), errors), words[1]);
			assert.truthy(read(errors):find("No space left on device", 1, true), read(errors));
		end
	end);

	it("writes files through pipes", function ()
		local function run(...) assert.equal(0, status_of(...)); end
		fixture:invite("create_account", nil, { note = "gone with the pipe" });
		local copy, export = server.directory.."/copy.sqlite", server.directory.."/export.json";
		run("(%s) >%s 2>/dev/null", server:ctl_command("mod_invites", "backup", host, "-"), copy);
		assert.truthy(read(copy):find("SQLite format 3\0", 1, true));
		run("(%s) 2>/dev/null | sed -n '/^\\[$/,$p' >%s", server:ctl_command("mod_invites", "export", host, "-"), export);
		assert.truthy(json.decode(read(export)));
		assert.truthy(read(export):find("gone with the pipe", 1, true));
		run("(%s) <%s >/dev/null 2>&1", server:ctl_command("mod_invites", "import", host, "-"), export);
		assert.is_nil(lfs.attributes(server.data.."/-"));
	end);

	-- A link that somebody else puts in the place of a file to come must not be followed (the server's own user writes what is not theirs to see).
	it("writes no file through a symbolic link", function ()
		local victim, new = server.data.."/victim", server.data.."/new";
		assert(os.execute(("cd '%s' && mkdir spool && echo precious >victim"):format(server.data)));
		for n, words in ipairs { { "backup", host, "spool/link" }; { "export", host, "spool/link" }; { "sheet", host, "1", "spool/link" } } do
			for at, target in ipairs { victim; new } do
				assert(os.execute(("ln -sfn '%s' '%s/spool/link'"):format(target, server.data)));
				local all = (n + at) % 2 == 0 and { "mod_invites" } or { "shell", "invite" };
				for _, word in ipairs(words) do table.insert(all, word); end
				local _, status, err = server:prosodyctl(table.unpack(all));
				assert.equal(1, status);
				assert.truthy(err:find("exists already", 1, true), err);
			end
		end
		assert.equal("precious\n", read(victim));
		assert.is_nil(lfs.attributes(new));
	end);

	it("lets the server go on while it lists", function ()
		fixture:eval("for _ = 1, 10 do assert(invites.make_many({ kind = 'account' }, 500)); end");
		local client = fixture:login("juliet");
		for _, flag in ipairs { "--all", "--json" } do
			-- A list that were written in one go would take longer than this from one ping to the next.
			local slowest, began = 0, socket.gettime();
			local output, count = meanwhile(function ()
				local sent = socket.gettime();
				assert.truthy(client:ping());
				slowest = math.max(slowest, socket.gettime() - sent);
			end, "shell", "invite", "list", host, flag);
			local lasted = socket.gettime() - began;
			assert.truthy(output:find("50%d%d invites") or output:find("\n%]\n"), output:sub(-200));
			assert.is_true(count > 20, count.." pings");
			assert.is_true(slowest < lasted / 3, ("a ping took %.3f of %.3f seconds"):format(slowest, lasted));
		end
	end);

	it("lets people register while it makes many", function ()
		for name, way in pairs { shell = { "shell", "invite", "bulk", host, "3000" }; ctl = { "mod_invites", "bulk", host, "3000" } } do
			local output, count = meanwhile(function (number) fixture:register(name..number); end, table.unpack(way));
			assert.equal(3000, select(2, output:gsub("\n%x+,xmpp:", "")), output:sub(-500));
			assert.is_true(count > 3, count.." accounts");
		end
	end);

	it("stops when nobody reads the answer any more", function ()
		local function count() return fixture:eval("local sum = 0; for _, row in ipairs(invites.stats()) do sum = sum + row.count; end return sum;"); end
		local before = count();
		local process = io.popen(("echo $$; %s >/dev/null 2>&1 </dev/null"):format(server:ctl_command("shell", "invite", "bulk", host, "1000000")));
		local pid = math.tointeger(process:read("n"));
		assert.truthy(server:wait_until(function () return count() > before + 500; end));
		os.execute("kill -9 "..pid);
		process:close();
		-- The command is over once two looks, with the server at work between them, see the same.
		local last;
		assert.truthy(server:wait_until(function ()
			local now = count();
			local same = now == last;
			last = now;
			return same;
		end));
		assert.is_true(last < 1000000);
	end);
end);
