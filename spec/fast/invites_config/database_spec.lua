-- The option invites_database.

local Fixture = require "spec.support.fixture";

Fixture.describe("the option invites_database", { modules = {} }, function (fixture)
	local server;

	local function start(options)
		local _;
		_, server = fixture:start(options);
		return server:load(fixture.host, "invites");
	end

	-- What the log calls the database, when it does not answer.
	local function name_in_log(options)
		local invites = assert(start(options));
		assert.is_nil(invites.create_account());
		return server:logged("error")[1]:match("database (%S+)");
	end

	it("is a file in the data directory, if nothing is said", function ()
		assert.is_table(start({}).create_account());
		assert.truthy(io.open(server.data.."/invites.sqlite"));
	end);

	it("is another file, whose path begins at the data directory", function ()
		assert.is_table(start({ invites_database = "other.sqlite" }).create_account());
		assert.truthy(io.open(server.data.."/other.sqlite"));
	end);

	it("is a PostgreSQL, whose password stays out of the log", function ()
		local name = name_in_log({ invites_database = "postgresql://me:s3cret@127.0.0.1:1/prosody?password=s3cret&connect_timeout=1" });
		assert.equal("postgresql://me@127.0.0.1:1/prosody", name);
	end);

	it("keeps every password out of the log, however it is written", function ()
		for _, url in ipairs { "postgresql://me:s3/cret@127.0.0.1:1/db"; "postgresql://me:s3@cret@127.0.0.1:1/db";
				"postgresql://me:s3@cret/@127.0.0.1:1/db";
			"postgresql://me:50%s3cret@127.0.0.1:1/db"; "postgresql://127.0.0.1:1/db?user=me&password=s3/cret"; "postgresql://me:s3cret/db";
			"postgresql://127.0.0.1:1/db?password=a&s3cret"; "postgresql://me:s3?cret@127.0.0.1:1/db" } do
			local invites = assert(start({ invites_database = url }));
			assert.is_nil(invites.create_account());
			assert.truthy(server:logged("error", "does not work")[1], url);
			for _, line in ipairs(server.logs) do
				assert.is_nil(line.text:find("s3", 1, true) or line.text:find("cret", 1, true), line.text);
			end
		end
	end);

	it("is the PostgreSQL of Prosody's own sql option", function ()
		local sql = { driver = "PostgreSQL"; host = "127.0.0.1"; port = 1; database = "a/b"; username = "me"; password = "s:e@c/ret" };
		assert.equal("postgresql://me@127.0.0.1:1/a%2Fb", name_in_log({ invites_database = "sql"; sql = sql }));
	end);

	it("is reached through its socket where the sql option names no host", function ()
		local sql = { driver = "PostgreSQL"; database = "no-such-database-here"; port = 1 };
		assert.equal("postgresql://%2Fvar%2Frun%2Fpostgresql/no-such-database-here", name_in_log({ invites_database = "sql"; sql = sql }));
	end);

	it("is refused, in one line, where the sql option is no PostgreSQL", function ()
		for _, sql in ipairs { { driver = "SQLite3"; database = "prosody.sqlite" }; "PostgreSQL" } do
			assert.is_falsy(start({ invites_database = "sql"; sql = sql }));
			assert.equal(1, #server:logged("error", "^sql is not understood"));
		end
		assert.is_falsy(start({ invites_database = "sql" }));
		assert.equal(1, #server:logged("error", "^sql is not set"));
	end);
end);
