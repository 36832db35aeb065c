-- The option invites_database. src/store/address.rs tests that no password is shown, however the URL is written.

local Fixture = require "spec.support.fixture";

Fixture.describe("the option invites_database", { modules = {} }, function (fixture)
	local server;

	local function start(options)
		local _;
		_, server = fixture:start(options);
		return server:load(fixture.host, "invites");
	end

	for name, path in pairs { ["invites.sqlite"] = false; ["other.sqlite"] = "other.sqlite" } do
		it("is a file in the data directory: "..name, function ()
			assert.is_table(start({ invites_database = path or nil }).create_account());
			assert.truthy(io.open(server.data.."/"..name));
		end);
	end

	-- what is tested, invites_database, sql, what the log calls the database when it does not answer
	for _, case in ipairs {
		{ "a PostgreSQL"; "postgresql://me:s3cret@127.0.0.1:1/prosody?password=s3cret&connect_timeout=1"; nil; "postgresql://me@127.0.0.1:1/prosody" };
		{ "the PostgreSQL of Prosody's own option sql"; "sql";
			{ driver = "PostgreSQL"; host = "127.0.0.1"; port = 1; database = "a/b"; username = "me"; password = "s:e@c/ret" };
			"postgresql://me@127.0.0.1:1/a%2Fb" };
		{ "reached through its socket where sql names no host"; "sql"; { driver = "PostgreSQL"; database = "no-such-database-here"; port = 1 };
			"postgresql://%2Fvar%2Frun%2Fpostgresql/no-such-database-here" };
	} do
		it("is "..case[1]..", whose password stays out of the log", function ()
			assert.is_nil(assert(start({ invites_database = case[2]; sql = case[3] })).create_account());
			assert.equal(case[4], server:logged("error")[1]:match("database (%S+)"));
			for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("c/?ret"), line.text); end
		end);
	end

	it("is refused, in one line, where the sql option is no PostgreSQL", function ()
		for _, sql in ipairs { { driver = "SQLite3"; database = "prosody.sqlite" }; "PostgreSQL"; false } do
			assert.is_falsy(start({ invites_database = "sql"; sql = sql or nil }));
			assert.equal(1, #server:logged("error", sql and "^sql is not understood" or "^sql is not set"));
		end
	end);
end);
