-- What mod_invites does on its own: at the start of the server, now and then, and while the database does not work.

local Fixture = require "spec.support.fixture";

Fixture.describe("jobs/maintenance", nil, function (fixture)
	local host, refused = fixture.host, Fixture.refused;
	local server, invites;

	local function start(...) invites, server = fixture:start(...); end

	it("serves each host alone", function ()
		start(nil, { hosts = { ["example.net"] = {} } });
		local others = assert(server:load("example.net", "invites"));
		local token = invites.create_account("juliet").token;
		refused("token-invalid", others.get(token));
		assert.is_true(others.open_name("juliet"));
		assert.is_nil(others.pending_account_invites()());
	end);

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

	it("sweeps what has been over for long", function ()
		start({ invites_history = "1 hour" });
		local token = invites.create_account(nil, nil, 60).token;
		server:advance(600);
		refused("token-expired", invites.get(token));
		server:advance(3 * 3600);
		refused("token-invalid", invites.get(token));
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

	it("says once that the database does not work, refuses all invites, and says when it works again", function ()
		start({ invites_database = "missing/invites.sqlite" }, { running = false });
		server:started();
		refused("internal-server-error", invites.create_account());
		refused("internal-server-error", invites.get("token"));
		refused("internal-server-error", invites.open_name("juliet"));
		server:advance(4000);
		assert.equal(1, #server:logged("error"), table.concat(server:logged("error"), "\n"));
		assert.truthy(server:logged("error")[1]:find("missing/invites.sqlite", 1, true));
		assert(os.execute("mkdir "..server.data.."/missing"));
		server:advance(61);
		assert.equal(1, #server:logged("info", "works again"));
		assert.is_table(invites.create_account());
	end);

	it("never writes a token, a link or a landing page to the log", function ()
		start({ invites_page = "https://{host}/i?{invite.token}"; invite_expiry = 60 });
		server:create_user("juliet", host, "secret");
		local tokens = {};
		local function note(invite) table.insert(tokens, invite.token); return invite.token; end
		local account, reset = note(invites.create_account()), note(invites.create_account_reset("juliet"));
		local contact = note(invites.create_contact("juliet", true));
		local validated, rival = invites.get(account), invites.get(account);
		invites.claim(validated, "romeo");
		invites.claim(rival, "mercutio");
		invites.redeem(validated, "romeo");
		rival:use();
		invites.redeem(rival, "mercutio");
		invites.get(contact, "romeo");
		invites.delete_account_invite(reset);
		invites.get(reset);
		server:advance(100);
		invites.get(contact);
		for _, line in ipairs(server.logs) do
			for _, token in ipairs(tokens) do
				assert.is_nil(line.text:find(token, 1, true), line.text);
			end
		end
	end);
end);
