-- What mod_invites does on its own: at the start of the server, now and then, and while the database does not work.

local Fixture = require "spec.support.fixture";

Fixture.describe("jobs/maintenance", nil, function (fixture)
	local host, refused = fixture.host, Fixture.refused;
	local server, invites;

	local function start(...) invites, server = fixture:start(...); end

	it("opens nothing before it is needed, and nothing under prosodyctl", function ()
		local function database() return io.open(server.data.."/invites.sqlite"); end
		start(nil, { running = false });
		assert.is_nil(database());
		server:started();
		assert.truthy(database());
		start(nil, { process = "prosodyctl"; before = function ()
			require "core.storagemanager".initialize_host(host);
			require "core.usermanager".initialize_host(host);
		end });
		server:advance(5000);
		assert.is_nil(database());
		assert.is_table(invites.create_account());
		assert.truthy(database());
	end);

	it("settles what a crashed server left behind", function ()
		start();
		local invite = invites.create_account();
		assert.is_true(invites.claim(invites.get(invite.token), "juliet"));
		invites = fixture:reload();
		server:advance(5);
		assert.equal("claimed", invites.get_account_invite_info(invite.token).state); -- this very server is still busy with it
		server:advance(2 * 3600);
		assert.equal("pending", invites.get_account_invite_info(invite.token).state);
	end);

	it("removes nothing while the clock is not to be believed", function ()
		start({ invites_history = "1 hour" });
		local token = invites.create_account(nil, nil, 86400 * 30).token;
		server:advance(120);
		server.clock_ahead = 400 * 86400;
		server:advance(3 * 3600);
		refused("token-expired", invites.get(token));
		server.clock_ahead = nil;
		server:advance(3600);
		assert.is_table(invites.get(token));
		assert.equal(1, #server:logged("warn", "The clock was set"));
		server:advance(86400 + 3600);
		assert.equal(1, #server:logged("info", "The clock is believed again"));
		server:advance(31 * 86400);
		refused("token-invalid", invites.get(token));
	end);

	it("says once that another server uses the same file", function ()
		start();
		server:advance(1);
		assert.same({}, server:logged("warn", "more server"));
		local path = server.data.."/invites.sqlite-server-00";
		local flock = assert(io.popen(("flock %s sh -c 'read line'"):format(path), "w"));
		while not io.open(path) do end -- luacheck: ignore 542
		os.execute(("while flock -n %s true; do sleep 0.01; done"):format(path));
		assert(server:reload(host, "invites"));
		server:advance(1);
		assert.equal(1, #server:logged("warn", "^1 more server uses the invite database .*invites%.sqlite now"));
		flock:write("\n");
		flock:close();
		assert(server:reload(host, "invites"));
		server:advance(1);
		assert.equal(1, #server:logged("warn", "more server"));
	end);
end);
