-- The section "invite" of the admin shell, as typed. Scripts and web panels read what it prints.

local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

local is_old = paths.version == "0.12";

-- (server, arguments of prosodyctl...) → list of the lines that it printed, exit code
local function ctl(server, ...)
	local output, code, errors = server:prosodyctl(...);
	local lines = {};
	for line in (output..errors):gmatch("[^\n]+") do table.insert(lines, line); end
	return lines, code;
end

-- (server, command of the section "invite", arguments...) → as ctl
local function shell(server, command, ...)
	if not is_old then return ctl(server, "shell", "invite", command, ...); end
	local arguments = {};
	for i, argument in ipairs { ... } do arguments[i] = ("%q"):format(argument); end
	return ctl(server, "shell", ("invite:%s(%s)"):format(command, table.concat(arguments, ", ")));
end

-- (link) → token in it
local function token_in(link)
	return link:match("preauth=(%w+)") or link:match("[?/](%w+)$");
end

describe("the admin shell", function ()
	local server, fixture;

	setup(function ()
		server = Server.start_new { hosts = { host, other_host }, modules = { "admin_shell" }; };
		fixture = Fixture.on(server, host);
		fixture:account("romeo");
	end);

	teardown(function ()
		server_log.assert(server);
		server:stop();
	end);

	-- (command, arguments...) → token that was printed as "OK: <link>", link
	local function made(...)
		local lines, code = shell(server, ...);
		assert.equal(0, code, table.concat(lines, "\n"));
		assert.equal(1, #lines, table.concat(lines, "\n"));
		local link = lines[1]:match("^OK: (%S+)$");
		assert.is_truthy(link, lines[1]);
		return token_in(link), link;
	end

	-- (words, command, arguments...) the command fails with them
	local function fails(words, ...)
		local lines, code = shell(server, ...);
		local output = table.concat(lines, "\n");
		assert.is_true(code ~= 0, output);
		assert.is_truthy(output:find(words, 1, true), output);
		assert.is_nil(output:find("traceback", 1, true), output);
	end

	-- (host) → table token → { expires, description }, as a program would read it
	local function listed(name)
		local lines, code = shell(server, "list", name);
		assert.equal(0, code);
		local rows, first, last = {}, table.remove(lines, 1), table.remove(lines);
		assert.is_truthy(first:find("^Token +| Expires +| Description"), first);
		local count = 0;
		for _, line in ipairs(lines) do
			local token, expires, description = line:match("^(%S+) +| (%d+%-%d+%-%d+T%d+:%d+:%d+Z) +| (.-) *$");
			assert.is_truthy(token, line);
			rows[token] = { expires, description };
			count = count + 1;
		end
		assert.equal(count, tonumber(last:match("(%d+) pending invites?$")), last);
		return rows;
	end

	it("makes invites for accounts", function ()
		local free = made("create_account", host);
		local bound, link = made("create_account", "Juliet@"..host);
		assert.equal("xmpp:juliet@"..host.."?register;preauth="..bound, link);
		fixture:register("nurse", free);
		local client = fixture:stream(bound);
		assert.is_nil((client:register("mallory", "secret")));
		assert.is_true(client:register("juliet", "secret"));
		assert.is_nil((fixture:stream():preauth(made("create_account", other_host))));
	end);

	it("makes contact invites", function ()
		local token, link = made("create_contact", "romeo@"..host);
		assert.equal("xmpp:romeo@"..host.."?roster;preauth="..token, link);
		refused(invalid, fixture:stream():preauth(token));
		if is_old then
			local lines = ctl(server, "shell", ("invite:create_contact(%q, true)"):format("romeo@"..host));
			token = token_in(lines[1]);
		else
			token = made("create_contact", "romeo@"..host, "--allow-registration");
		end
		fixture:register("mercutio", token);
	end);

	it("makes password resets", function ()
		local lines, code = shell(server, "create_reset", "romeo@"..host);
		assert.equal(0, code);
		assert.is_truthy(lines[2]:find("^OK: .*romeo@verona%.example"), lines[2]);
		assert.is_true(fixture:stream(token_in(lines[1])):register("romeo", "remembered"));
		fixture:login("romeo", "remembered"):close();
	end);

	it("lists what can be used, shows it, and takes it back", function ()
		local before = listed(host);
		local token = made("create_account", "rosaline@"..host);
		local reset = token_in(shell(server, "create_reset", "romeo@"..host)[1]);
		local rows = listed(host);
		assert.is_truthy(rows[token][2]:find("rosaline@"..host, 1, true));
		assert.is_nil(rows[reset]); -- its token is a secret, so it is listed by its id
		local id;
		for name, row in pairs(rows) do
			if row[2]:find("Password reset for romeo@"..host, 1, true) then id = name; end
			assert.is_true(before[name] ~= nil or name == token or name == id, name);
		end
		assert.is_nil(listed(other_host)[token]);

		for _, reference in ipairs { token, id } do
			local lines, code = shell(server, "show", host, reference);
			assert.equal(0, code);
			assert.is_truthy(table.concat(lines, "\n"):find("Expires:", 1, true));
		end
		fails("token-invalid", "show", other_host, token);
		fails("token-invalid", "delete", other_host, token);

		local waiting = fixture:stream(token);
		for _, reference in ipairs { token, id } do
			local lines, code = shell(server, "delete", host, reference);
			assert.equal(0, code, lines[1]);
		end
		refused(invalid, waiting:register("rosaline", "secret"));
		refused(invalid, fixture:stream():preauth(reset));
		fails("it was revoked", "show", host, token);
		fails("token-revoked", "delete", host, token);
		rows = listed(host);
		assert.is_nil(rows[token]);
		assert.is_nil(rows[id]);
	end);

	it("says what is wrong", function ()
		fails("nowhere.example", "create_account", "nowhere.example");
		fails("account-exists", "create_account", "romeo@"..host);
		fails("account-not-found", "create_reset", "nobody@"..host);
		fails("account-not-found", "create_contact", "nobody@"..host);
		fails("JID", "create_reset", host);
		fails("JID", "create_contact", host);
		fails("token-invalid", "show", host, "nonsense");
		fails("give the token", "delete", host, "");
		local token = made("create_account", "viola@"..host);
		fails("username-reserved", "create_account", "viola@"..host);
		shell(server, "delete", host, token);
		made("create_account", "viola@"..host);
	end);

	it("has options", function ()
		if is_old then return; end -- where commands are Lua code
		local token = made("create_account", "valentine@"..host, "--role", "prosody:member", "--role", "prosody:admin", "--group", "a",
			"--expires-after", "2 days");
		local info = server:invites(host, "get_account_invite_info", token);
		assert.same({ roles = { "prosody:member", "prosody:admin" }, groups = { "a" } }, info.additional_data);
		assert.equal(2 * 86400, info.expires - info.created_at);
		assert.same({ "prosody:admin" }, server:invites(host, "get_account_invite_info", made("create_account", host, "--admin")).additional_data.roles);
		fails("there is no role", "create_account", host, "--role", "nonsense");
		fails("nonsense", "create_account", host, "--expires-after", "nonsense");
		fails("nonsense", "create_reset", "romeo@"..host, "--expires-after", "nonsense");
		assert.equal(3600, (function (invite) return invite.expires - invite.created_at; end)(
			server:invites(host, "get_account_invite_info", token_in(shell(server, "create_reset", "romeo@"..host, "--expires-after", "1 hour")[1]))));
	end);

	it("prints web links where there are some", function ()
		server:restart { options = { invites_page = "https://{host}/i?t={invite.token}&u={invite.uri}&k={invite.type}&r={invite.uri!}" } };
		local _, link = made("create_account", host);
		local token, uri, kind, raw = link:match("^https://verona%.example/i%?t=(%w+)&u=(.-)&k=(.-)&r=(.*)$");
		assert.same({ "xmpp:verona.example?register;preauth="..token, "register" }, { raw, kind });
		assert.equal(raw, (uri:gsub("%%(%x%x)", function (hex) return string.char(tonumber(hex, 16)); end)));
		assert.is_nil(uri:find("[:;=?]"));
		assert.equal(link, server:invites(host, "get_account_invite_info", token).landing_page);
		assert.is_truthy(shell(server, "create_reset", "romeo@"..host)[1]:find("^https://"));
	end);
end);
