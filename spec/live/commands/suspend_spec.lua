-- The commands suspend and unsuspend on a real Prosody: sessions end, logins and invites are refused, and a command that was killed is gone on with.
-- What is disabled and what is not: spec/fast/mod_invites/commands/suspend_spec.lua.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host = "verona.example";
local below = 300; -- accounts

describe("suspend", function ()
	local fixture = Fixture.shared(host, { modules = { "admin_shell" }; options = { allow_user_invites = true } }, function (server)
		Fixture.on(server, host):account "juliet";
	end);

	-- (words...) → stdout, status, stderr
	local function prosodyctl(...) return fixture.server:prosodyctl(...); end

	local fronts = { prosodyctl = { "mod_invites" }; ["the shell"] = { "shell"; "invite" } };

	local function run(front, ...)
		local words = table.pack(table.unpack(fronts[front]));
		for _, word in ipairs { ... } do table.insert(words, word); end
		return prosodyctl(table.unpack(words));
	end

	if paths.version == "0.12" then
		for front in pairs(fronts) do
			it("is refused by "..front..", as no account can be disabled there", function ()
				local output, status, err = run(front, "suspend", "juliet@"..host, "--subtree");
				assert.not_equal(0, status);
				assert.truthy((output..err):find("accounts of verona.example can't be disabled, so nothing was changed", 1, true), output..err);
				fixture:login "juliet";
			end);
		end
		return;
	end

	for front in pairs(fronts) do
		it("through "..front.." ends the sessions of who joined through a user, and their invites wait", function ()
			local name = front == "prosodyctl" and "romeo" or "mercutio";
			fixture:register(name, fixture:own("juliet").token);
			local client, juliet, token = fixture:online(name), fixture:online "juliet", fixture:own(name).token;
			local presented = fixture:stream(token);
			local output, status, err = run(front, "suspend", "juliet@"..host, "--subtree", "--since", "1 day");
			assert.same({ 0, "" }, { status, err }, output);
			assert.truthy(output:find("%d accounts suspended\n$"), output);
			assert.is_true(client:wait_closed() and juliet:wait_closed());
			assert.same({ nil, "account-disabled" }, { fixture.server:client(host):login(name, "secret", "r") });
			Fixture.refused(Fixture.invalid, presented:register("benvolio", "secret"));
			Fixture.refused(Fixture.invalid, fixture:stream():preauth(token));
			output = run(front, "unsuspend", "juliet@"..host);
			assert.truthy(output:find("%d accounts enabled again\n$"), output);
			fixture:login(name);
			fixture:register(name.."2", token);
		end);
	end

	it("goes on where it was killed, and its undo knows all", function ()
		fixture:account "nurse";
		fixture:eval([[
			local create = usermanager.create_user_with_role;
			for i = 1, ... do
				local invite = assert(invites.make { kind = "account"; creator = "nurse"; authority = "user"; username = "w"..i });
				local validated = assert(invites.get(invite.token));
				assert(invites.claim(validated, "w"..i));
				assert(create("w"..i, "secret", host, "prosody:registered"));
				assert(invites.redeem(validated, "w"..i));
			end
		]], below);
		local function disabled()
			return fixture:eval([[
				local count = 0;
				for i = 1, ... do count = count + (usermanager.user_is_enabled("w"..i, host) and 0 or 1); end
				return count;
			]], below);
		end
		fixture.server:write_config();
		local command = fixture.server:ctl_command("mod_invites", "suspend", "nurse@"..host, "--subtree");
		local process = io.popen(("echo $$; %s >%s/killed 2>&1 </dev/null"):format(command, fixture.server.directory));
		local pid = math.tointeger(process:read "n");
		Server.watch(pid);
		assert.truthy(fixture.server:wait_until(function () return disabled() >= 10; end));
		os.execute(("kill -9 %d"):format(pid));
		process:close();
		Server.watch(pid, true);
		local before = disabled() + 1; -- and nurse
		assert.is_true(before < below, before);
		local output, status, err = prosodyctl("mod_invites", "suspend", "nurse@"..host, "--subtree");
		assert.equal(0, status, err);
		assert.equal(("%d accounts suspended (%d suspended before)\n"):format(below + 1 - before, before), output);
		assert.equal(below, disabled());
		assert.equal(("%d accounts enabled again\n"):format(below + 1), (prosodyctl("mod_invites", "unsuspend", "nurse@"..host)));
		assert.equal(0, disabled());
	end);

	it("is told to no server where none runs, and says so", function ()
		fixture:account "tybalt";
		fixture.server:stop();
		local _, status, err = prosodyctl("mod_invites", "suspend", "tybalt@"..host);
		assert.equal(0, status);
		assert.truthy(err:find("^The server was not told %(.*%). If it is running, restart it: sessions stay open until then\n$"), err);
		fixture.server:start();
		assert.same({ nil, "account-disabled" }, { fixture.server:client(host):login("tybalt", "secret", "r") });
		assert.same({ 0, "" }, { select(2, prosodyctl("mod_invites", "unsuspend", "tybalt@"..host)) });
		fixture:login "tybalt";
	end);
end);

if paths.version ~= "0.12" then
	describe("suspend with SQL storage", function ()
		local fixture = Fixture.shared(host, { modules = { "admin_shell" }; storage = "sql";
			options = { sql = { driver = "SQLite3"; database = "prosody.sqlite" }; allow_user_invites = true } });

		it("keeps its mark there", function ()
			fixture:account "juliet";
			fixture:register("romeo", fixture:own("juliet").token);
			local function says(expected, ...)
				local output, status, err = fixture.server:prosodyctl("mod_invites", ...);
				assert.same({ expected.."\n", 0, "" }, { output, status, err });
			end
			says("2 accounts suspended", "suspend", "juliet@"..host, "--subtree");
			assert.same({ nil, "account-disabled" }, { fixture.server:client(host):login("romeo", "secret", "r") });
			fixture.server:restart();
			says("0 accounts suspended (2 suspended before)", "suspend", "juliet@"..host, "--subtree");
			says("2 accounts enabled again", "unsuspend", "juliet@"..host);
			fixture:login "romeo";
		end);
	end);
end
