-- The commands suspend and unsuspend: accounts that are disabled for a while.

local cli = require "spec.support.cli";
local Fixture = require "spec.support.fixture";

Fixture.describe("suspend", { options = { allow_user_invites = true }; users = { "nurse"; "juliet" } }, function (fixture)
	local host = fixture.host;
	local server, invites, shell, usermanager;

	local function join(username, inviter)
		server:advance(1);
		fixture:join(username, assert(fixture:own_invite(inviter)).token);
	end

	-- juliet > romeo > mercutio; juliet > tybalt; nurse > peter
	local function start(options)
		invites, server = fixture:start(options);
		shell, usermanager = cli.shell(server, host), require "core.usermanager";
		for _, step in ipairs { "juliet>romeo"; "romeo>mercutio"; "juliet>tybalt"; "nurse>peter" } do
			local inviter, name = step:match("(.*)>(.*)");
			join(name, inviter);
		end
	end

	local names = { "nurse"; "juliet"; "romeo"; "mercutio"; "tybalt"; "peter" };

	-- → names of the disabled accounts
	local function disabled()
		local found = {};
		for _, name in ipairs(names) do
			if fixture:user_exists(name) and not usermanager.user_is_enabled(name, host) then table.insert(found, name); end
		end
		return table.concat(found, " ");
	end

	local function says(text, command, name, flags)
		local ok, said, printed = shell(command, name.."@"..host, flags or {});
		assert.equal(text, said);
		return printed, ok;
	end

	local all = { subtree = true };

	if not fixture.is_13 then
		it("is refused where no account can be disabled, and nothing changes", function ()
			start();
			for _, flags in ipairs { {}; all; { subtree = true; dry_run = true } } do
				local printed, ok = says("accounts of example.com can't be disabled, so nothing was changed: that takes Prosody 13.0 with authentication = "
					.."\"internal_hashed\". To end their invites: revoke example.com --by juliet --subtree", "suspend", "juliet", flags);
				assert.same({ {}, nil }, { printed, ok });
			end
			says("accounts of example.com can't be disabled, so none is suspended", "unsuspend", "juliet");
			for _, name in ipairs(names) do assert.is_true(fixture:has_password(name, "secret")); end
		end);
		return;
	end

	it("disables a user and everybody below, and enables them again", function ()
		start();
		local printed = says("4 accounts would be suspended", "suspend", "juliet", { subtree = true; dry_run = true });
		for i, line in ipairs(printed) do printed[i] = line:gsub("%d%d%d%d%-%d%d%-%d%d", "DATE"); end
		assert.same({ "juliet, since DATE"; "  romeo, since DATE"; "    mercutio, since DATE"; "  tybalt, since DATE" }, printed);
		assert.equal("", disabled());
		local events = {};
		for _, name in ipairs { "user-disabled"; "user-enabled" } do
			_G.prosody.events.add_handler(name, function (event) table.insert(events, name.." "..event.username); end);
		end
		says("4 accounts suspended", "suspend", "juliet", all);
		assert.equal("juliet romeo mercutio tybalt", disabled());
		assert.is_false(fixture:has_password("romeo", "secret"));
		says("0 accounts suspended (4 suspended before)", "suspend", "juliet", all);
		assert.equal(4, #says("4 accounts would be enabled again", "unsuspend", "juliet", { dry_run = true }));
		says("4 accounts enabled again", "unsuspend", "juliet");
		assert.equal("", disabled());
		assert.is_true(fixture:has_password("romeo", "secret"));
		assert.same({ "user-disabled juliet"; "user-enabled tybalt" }, { events[1]; events[8] });
		local _, ok = says("no account is suspended with juliet", "unsuspend", "juliet");
		assert.is_nil(ok);
	end);

	it("is for the user alone, or for who joined since a time", function ()
		start();
		says("1 account suspended", "suspend", "juliet");
		says("1 account enabled again", "unsuspend", "juliet");
		server:advance(100000);
		join("benvolio", "romeo");
		says("2 accounts suspended", "suspend", "juliet", { subtree = true; since = "1 day" });
		assert.equal("juliet", disabled());
		assert.is_false(usermanager.user_is_enabled("benvolio", host));
		says("3 accounts suspended (2 suspended before)", "suspend", "juliet", { subtree = true; since = "2020-01-31" });
		says("5 accounts enabled again", "unsuspend", "juliet");
		local _, ok = says("--since needs --subtree", "suspend", "juliet", { since = "1 day" });
		assert.is_nil(ok);
	end);

	it("leaves admins out unless they are named", function ()
		start();
		fixture:give_roles("tybalt", "prosody:admin");
		fixture:give_roles("romeo", "prosody:operator");
		says("2 accounts suspended (2 left out, as admins)", "suspend", "juliet", all);
		assert.equal("juliet mercutio", disabled());
		says("1 account suspended", "suspend", "tybalt");
		says("2 accounts enabled again", "unsuspend", "juliet");
		assert.equal("tybalt", disabled());
	end);

	it("undoes nothing that somebody else did, before or since", function ()
		start();
		usermanager.disable_user("tybalt", host);
		says("3 accounts suspended (1 disabled otherwise)", "suspend", "juliet", all);
		usermanager.enable_user("romeo", host);
		usermanager.disable_user("romeo", host);
		usermanager.disable_user("mercutio", host, { reason = "ibr" });
		says("1 account enabled again", "unsuspend", "juliet");
		assert.equal("romeo mercutio tybalt", disabled());
	end);

	it("is undone with the user with whom it was done", function ()
		start();
		says("2 accounts suspended", "suspend", "romeo", all);
		says("2 accounts suspended (2 disabled otherwise)", "suspend", "juliet", all);
		says("2 accounts enabled again", "unsuspend", "juliet");
		assert.equal("romeo mercutio", disabled());
		says("2 accounts enabled again", "unsuspend", "romeo");
	end);

	it("touches no other account that has one of the names now", function ()
		start();
		server:delete_user("romeo", host);
		server:create_user("romeo", host, "secret");
		-- As prosodyctl replaces an account, of which the server does not hear.
		local store = require "core.storagemanager".open(host, "accounts");
		local account = store:get("tybalt");
		account.created = account.created + 100;
		store:set("tybalt", account);
		says("2 accounts suspended", "suspend", "juliet", all);
		assert.equal("juliet mercutio", disabled());
	end);

	it("reaches who joined through an account that is gone, and not those of an earlier account of the name", function ()
		start();
		server:delete_user("juliet", host);
		assert.equal(3, #says("3 accounts would be suspended", "suspend", "juliet", { subtree = true; dry_run = true }));
		says("3 accounts suspended", "suspend", "juliet", all);
		server:create_user("juliet", host, "secret");
		says("1 account suspended", "suspend", "juliet", all);
		says("4 accounts enabled again", "unsuspend", "juliet");
		for _, command in ipairs { "suspend"; "unsuspend" } do
			local _, ok = says(command == "suspend" and "This account does not exist (account-not-found)" or "no account is suspended with nobody",
				command, "nobody");
			assert.is_nil(ok);
		end
	end);

	it("can be undone for seven days", function ()
		start();
		says("4 accounts suspended", "suspend", "juliet", all);
		server:advance(7 * 86400 + 10);
		says("0 accounts enabled again (4 suspended more than 7 days ago, which stay so)", "unsuspend", "juliet");
		assert.equal("juliet romeo mercutio tybalt", disabled());
	end);

	it("goes on where it ended, and its undo knows all", function ()
		start();
		local disable_user = usermanager.disable_user;
		function usermanager.disable_user(name, ...)
			if name == "mercutio" then return nil, "disk full"; end
			if name == "tybalt" then error("no"); end
			return disable_user(name, ...);
		end
		local printed, ok = says("2 accounts suspended; 2 accounts could not be looked up or written. Give the command again", "suspend", "juliet", all);
		assert.is_nil(ok);
		assert.same({ "mercutio: this account could not be looked up or written"; "tybalt: this account could not be looked up or written" }, printed);
		usermanager.disable_user = disable_user;
		assert.equal(2, #says("2 accounts would be enabled again", "unsuspend", "juliet", { dry_run = true }));
		says("2 accounts suspended (2 suspended before)", "suspend", "juliet", all);
		says("4 accounts enabled again", "unsuspend", "juliet");
	end);

	it("keeps invites of these accounts from letting anybody register, until it is undone", function ()
		start();
		local own, contact = fixture:own_invite("romeo"), fixture:own_invite("romeo", { kind = "contact-account"; inviter = "romeo" });
		local presented = assert(invites.get(own.token));
		local others = fixture:own_invite("peter");
		local function nobody_registers()
			for _, invite in ipairs { own; contact } do Fixture.refused("inviter-gone", invites.get(invite.token)); end
			Fixture.refused("inviter-gone", invites.claim(presented, "benvolio"));
			Fixture.refused("inviter-gone", invites.get(contact.token, "romeo"));
			assert.truthy(invites.get(others.token));
		end
		says("4 accounts suspended", "suspend", "juliet", all);
		nobody_registers();
		says("4 accounts enabled again", "unsuspend", "juliet");
		assert.truthy(invites.get(contact.token));
		assert.is_true(invites.claim(presented, "benvolio"));
		invites.release(presented);
		usermanager.disable_user("romeo", host); -- as an admin does otherwise
		nobody_registers();
		usermanager.enable_user("romeo", host);
		assert.truthy(invites.get(own.token));
	end);

	it("is refused where the provider keeps no mark", function ()
		start { authentication = "internal_plain" };
		local _, ok = says("accounts of example.com can't be disabled, so none is suspended", "unsuspend", "juliet");
		assert.is_nil(ok);
		assert.is_nil((shell("suspend", "juliet@"..host, all)));
		assert.is_true(fixture:has_password("romeo", "secret"));
	end);
end);
