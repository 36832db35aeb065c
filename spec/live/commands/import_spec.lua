-- Invites that Prosody's own mod_invites has made are taken over, once, and its store stays as it is.

local Database = require "spec.live.harness.database";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid = Fixture.refused, Fixture.invalid;

-- Runs where the bundled mod_invites is loaded. → table of tokens by what they are for
local make_old_invites = [[
	local day = 86400;
	local create_user = usermanager.create_user_with_role or usermanager.create_user;
	for _, name in ipairs { "romeo", "ghost" } do
		assert(create_user(name, "secret", host, "prosody:registered"));
	end
	local tokens = {
		free = invites.create_account(nil, { note = "for a friend", groups = { "montague" } }).token;
		bound = invites.create_account("juliet").token;
		capital = invites.create_account("Hero").token;
		reset = invites.create_account_reset("romeo").token;
		both = invites.create_contact("romeo", true).token;
		contact = invites.create_contact("romeo", false).token;
		group = invites.create_group({ "montague" }, nil, day).token;
		ended = invites.create_account(nil, nil, -10).token;
		ended_contact = invites.create_contact("romeo", false, nil, -10).token;
		ghost = invites.create_contact("ghost", true).token;
		rivals = { invites.create_account("viola").token; invites.create_account("viola").token };
		revoked = invites.create_account().token;
		odd = "-a_b-C_d-";
	};
	assert(invites.delete_account_invite(tokens.revoked));
	assert(usermanager.delete_user("ghost", host));

	-- What no mod_invites writes, or none writes any more.
	local store = module:open_store("invite_token");
	local rows = store:get(nil);
	local function row(fields)
		local invite = { type = "register", jid = host, allow_registration = true, created_at = os.time() - 60 * day, expires = os.time() + day };
		for name, value in pairs(fields) do invite[name] = value or nil; end
		return invite;
	end
	rows[tokens.odd] = row { token = tokens.odd };
	rows.long_ended = row { expires = os.time() - 31 * day };
	rows["not a token"] = row {};
	rows.endless = row { expires = false };
	rows.unkept = row { additional_data = { "list", and_more = true } };
	rows.text = "no table";
	rows.number = 7;
	assert(store:set(nil, rows));
	local of_romeo = store:get("romeo");
	of_romeo.no_number = "soon";
	assert(store:set("romeo", of_romeo));
	assert(store:set("ghost", { of_a_ghost = os.time() + day }));
	return tokens;
]];
local imported, skipped, not_invites = 15, 3, 3; -- of those above

-- (server) makes the old invites on both hosts → tokens of the first
local function make(server)
	server:eval(other_host, "invites.create_account()");
	return server:eval(host, make_old_invites);
end

-- What stands in the old store, to be compared with itself later. It can be read from outside where it is on the disk.
local read_store = {
	internal = function (server)
		local list = paths.capture(("cd '%s' && find . -path '*invite_token*' -type f -exec sha256sum {} + | sort"):format(server.data));
		assert.truthy(list:find("invite_token/romeo.dat", 1, true));
		return list;
	end;
	sql = function (server)
		local database, lines = Database.open(server.data.."/prosody.sqlite"), {};
		for _, row in ipairs(database:rows([[SELECT * FROM prosody WHERE "store" = 'invite_token' ORDER BY "host", "user", "key"]])) do
			table.insert(lines, table.concat({ row.host, row.user, row.key, row.type, row.value }, "\t"));
		end
		database:close();
		assert.is_true(#lines > 10);
		return table.concat(lines, "\n");
	end;
};

local options = { internal = {}; sql = { storage = "sql", options = { sql = { driver = "SQLite3", database = "prosody.sqlite" } } } };

-- (fixture, tokens) asserts which of them one may use now
local function assert_usable(fixture, tokens)
	for _, name in ipairs { "free", "bound", "capital", "reset", "both", "group", "odd" } do assert.is_true(fixture:usable(tokens[name]), name); end
	assert.is_true(fixture:usable(tokens.contact, "romeo"));
	for _, token in ipairs {
		tokens.contact, tokens.ended, tokens.ended_contact, tokens.revoked, tokens.ghost, "long_ended", "of_a_ghost", "text", "unkept";
	} do
		assert.is_false(fixture:usable(token), token);
	end
	assert.is_false(fixture:usable(tokens.ended_contact, "romeo"));
	assert.is_false(fixture:usable("of_a_ghost", "ghost"));
	assert.same({ note = "for a friend", groups = { "montague" } }, fixture:eval("return invites.info(...).additional_data", tokens.free));
end

-- (fixture, tokens) uses all of them up but that for a group, and the name of two of them
local function use_up(fixture, tokens)
	for name, token in pairs { rosaline = tokens.free; nurse = tokens.odd; hero = tokens.capital; juliet = tokens.bound; servant = tokens.group } do
		fixture:register(name, token);
	end
	refused("cancel/conflict", fixture:stream(tokens.group):register("viola", "secret"));
	fixture:register("romeo", tokens.reset, "remembered");
	fixture:register("mercutio", tokens.both);
	assert.equal("both", fixture:login("mercutio"):roster()["romeo@"..host].subscription);
	assert.is_true(fixture:eval("local token, who = ...; return (invites.spend(assert(invites.get(token, who))))", tokens.contact, "romeo"));
end

for storage, settings in pairs(options) do
	it("invites that the bundled mod_invites kept in storage "..storage.." are taken over at the first start, and stay in their store", function ()
		settings.bundled, settings.hosts = true, { host, other_host };
		local server = Server.start_new(settings);
		local tokens = make(server);
		server:stop();
		local before = read_store[storage](server);
		settings.bundled = false;
		local fixture = Fixture.on(server:start(), host);
		for _, line in ipairs {
			host..":invites\tinfo\tImported "..imported.." invites of the bundled mod_invites (known already: 0)";
			("Of the old invites 1 share their username with another one, %d could not be kept and %d are not invites at all"):format(skipped, not_invites);
			other_host..":invites\tinfo\tImported 1 invites";
		} do
			assert.truthy(server:wait_log(line:gsub("%p", "%%%0")), line);
		end
		assert_usable(fixture, tokens);
		use_up(fixture, tokens);

		server:restart();
		server:restart();
		assert.equal(2, select(2, server:log():gsub(":invites\tinfo\tImported", "")));
		assert.is_nil(server:log():find("imported before", 1, true));
		for _, name in ipairs { "free", "bound", "capital", "reset", "both", "odd" } do assert.is_false(fixture:usable(tokens[name])); end
		assert.is_false(fixture:usable(tokens.contact, "romeo"));
		assert.is_true(fixture:usable(tokens.group));
		assert.equal(before, read_store[storage](server));
		fixture:stop();
	end);
end

it("old invites of which some can't be read are taken over later, without those that were used meanwhile", function ()
	local fixture = Fixture.new(host, { bundled = true }, {
		"Could not read the old invites of romeo", "[Ff]ailed to load invite_token storage", "Unable to read";
	});
	local server = fixture.server;
	fixture:account("romeo");
	local used, unread = fixture:invite("create_account"), fixture:invite("create_contact", "romeo");
	local file = ("'%s'/*/invite_token/romeo.dat"):format(server.data);
	assert(os.execute("chmod 000 "..file));
	server:restart { bundled = false };
	fixture:register("juliet", used);
	assert.is_false(fixture:usable(unread, "romeo"));
	assert.truthy(server:log():find("Could not read the old invites of romeo", 1, true));

	assert(os.execute("chmod 600 "..file));
	server:restart();
	assert.is_true(fixture:usable(unread, "romeo"));
	refused(invalid, fixture:stream():preauth(used));
	server:restart();
	assert.equal(2, select(2, server:log():gsub(":invites\tinfo\tImported 1 ", "")));
	fixture:stop();
end);
