-- Damaged rows of the database are named and left out. Everything else still works.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";
local json = require "util.json";

-- In a process of its own, as LuaDBI's SQLite must not open the file in this one.
local function change(server, sql)
	local script = ([[local c = assert(require "DBI".Connect("SQLite3", %q)); c:autocommit(true); assert(c:prepare(%q):execute())]]):format(
		server.data.."/invites.sqlite", sql);
	local path = server.data.."/change.lua";
	local file = assert(io.open(path, "w"));
	file:write(script);
	file:close();
	assert(os.execute("lua5.4 "..path));
end

Fixture.describe("a damaged row", { users = { "juliet" } }, function (fixture)
	local host = fixture.host;
	local server, invites, whole, odd;

	before_each(function ()
		invites, server = fixture:start();
		whole = invites.create_account();
		odd = invites.make { kind = "account"; creator = "juliet" };
	end);

	-- src/ledger and spec/ledger/storage/damage.rs have all kinds of damage.
	for _, damage in ipairs { "data = 'nonsense'"; "kind = 'gift'"; "created_at = 'soon'" } do
		it("is named and left out: "..damage, function ()
			change(server, ("UPDATE invites SET %s WHERE token = '%s'"):format(damage, odd.token));
			local page, cursor, damaged = invites.list("all");
			assert.equal(1, #page);
			assert.is_nil(cursor);
			assert.equal(whole.token, page[1].token);
			assert.equal(1, #damaged);
			assert.equal(odd.id, damaged[1].id);
			local rows, left_out = invites.stats();
			assert.same({ { kind = "account"; state = "pending"; count = 1 } }, rows);
			assert.equal(1, #left_out);
			local result, code = invites.get(odd.token);
			assert.is_nil(result);
			assert.equal("invite-damaged", code);
			assert.truthy(invites.get(whole.token));
			assert.equal(1, #server:logged("warn", odd.id), "one line, however often it is come across");
			assert.same({}, server:logged("error"));
			assert.is_true(invites.revoke(odd.id));
		end);
	end

	it("does not end the commands in the shell", function ()
		change(server, ("UPDATE invites SET data = 'nonsense' WHERE token = '%s'"):format(odd.token));
		local shell = cli.shell(server, host);
		for _, command in ipairs { "list"; "stats"; "export" } do
			local ok, text, lines = shell(command, host, command == "export" and { json = true } or nil);
			assert.is_true(ok, text);
			assert.equal(command ~= "export", table.concat(lines, "\n"):find("row is damaged: "..odd.id, 1, true) ~= nil, command);
		end
		local ok, err = shell("show", host, odd.id);
		assert.is_nil(ok);
		assert.truthy(err:find("damaged.+"..odd.id..".+data: not JSON"), err);
		assert.is_true((shell("revoke", host, nil, { by = "juliet" })));
		assert.equal(1, #invites.list("pending"));
		local _, _, lines = shell("list", host, { json = true });
		assert.equal(1, #json.decode(table.concat(lines, "\n")));
	end);

	it("does not end the commands of prosodyctl", function ()
		change(server, ("UPDATE invites SET data = 'nonsense' WHERE token = '%s'"):format(odd.token));
		invites, server = fixture:start(nil, { process = "prosodyctl"; users = {} });
		local other = invites.make { kind = "account" };
		change(server, ("UPDATE invites SET data = 'nonsense' WHERE token = '%s'"):format(other.token));
		local status, output, errors = cli.prosodyctl(server, host)("list", host, "--json");
		assert.equal(0, status, errors);
		assert.same({}, json.decode(output));
		assert.truthy(errors:find("row is damaged: "..other.id, 1, true), errors);
	end);
end);
