-- Who invited whom, through registrations on real streams.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";

describe("the tree of who invited whom", function ()
	local fixture;

	fixture = Fixture.shared(host, { options = { allow_user_invites = true, invites_history = "1 hour" } }, function ()
		fixture:account("capulet");
	end);

	-- (username, kind or nil) → token of an invite that this user makes
	local function own(username, kind)
		local invite, code = fixture.server:invites(host, "make", { kind = kind or "account", creator = username, authority = "user";
			inviter = kind and username or nil });
		assert.is_table(invite, code);
		return invite.token;
	end

	-- (username, token) registers that account
	local function join(username, token)
		fixture:register(username, token);
	end

	-- (username) → lines "depth name<inviter", with a cross behind those who are gone
	local function tree(username)
		local lines = {};
		for i, node in ipairs(fixture.server:invites(host, "tree", username)) do
			lines[i] = ("%d %s<%s%s"):format(node.depth, node.username, node.inviter or "", node.left and " +" or "");
		end
		return lines;
	end

	-- (username) removes the account as its owner does
	local function leave(username)
		fixture:eval("assert(usermanager.delete_user(..., host))", username);
	end

	it("grows with each account, by whatever invite it came", function ()
		join("juliet", own("capulet"));
		join("tybalt", own("capulet", "contact-account"));
		join("romeo", own("juliet"));
		join("benvolio", own("romeo"));
		join("mercutio", own("romeo"));
		join("nobodys", fixture:invite("create_account"));
		assert.same({ "0 capulet<", "1 juliet<capulet", "2 romeo<juliet", "3 benvolio<romeo", "3 mercutio<romeo", "1 tybalt<capulet" }, tree("capulet"));
		assert.same({ "0 juliet<capulet", "1 romeo<juliet", "2 benvolio<romeo", "2 mercutio<romeo" }, tree("juliet"));
		assert.same({}, tree("nobodys")); -- whom nobody has invited
		assert.same({}, tree("stranger"));
	end);

	it("has no place for those who reset a password or become a contact", function ()
		fixture:register("tybalt", fixture:invite("create_account_reset", "tybalt"), "another");
		assert.same({ "0 tybalt<capulet" }, tree("tybalt"));
	end);

	it("keeps the place of those who have left", function ()
		leave("romeo");
		assert.same({ "0 juliet<capulet", "1 romeo<juliet +", "2 benvolio<romeo", "2 mercutio<romeo" }, tree("juliet"));
	end);

	it("takes somebody with an old name for somebody else", function ()
		join("romeo", own("tybalt"));
		join("rosaline", own("romeo"));
		assert.same({ "0 tybalt<capulet", "1 romeo<tybalt", "2 rosaline<romeo" }, tree("tybalt"));
		assert.same({ "0 juliet<capulet", "1 romeo<juliet +", "2 benvolio<romeo", "2 mercutio<romeo" }, tree("juliet"));
		assert.same({ "0 romeo<juliet +", "1 benvolio<romeo", "1 mercutio<romeo", "0 romeo<tybalt", "1 rosaline<romeo" }, tree("romeo"));
	end);

	it("is not changed by an attempt that fails", function ()
		local token = own("tybalt");
		local client = fixture:stream(token);
		fixture:replace("prosody.hosts[host].users", "create_user", "return nil, 'no'");
		assert.is_nil((client:register("paris", "secret")));
		fixture:undo();
		assert.same({}, tree("paris"));
		local first, second = fixture:stream(token), fixture:stream(token);
		assert.is_true(first:register("paris", "secret"));
		Fixture.refused(Fixture.invalid, second:register("paris2", "secret"));
		assert.same({ "0 paris<tybalt" }, tree("paris"));
		assert.same({}, tree("paris2"));
	end);

	it("outlives the invites and the server", function ()
		local before, token = tree("capulet"), own("capulet");
		-- What would be swept in a month, is now: a minute after mod_invites was loaded, as always.
		fixture:pass(31 * 86400);
		fixture:replace("require 'util.time'", "monotonic", "return old() + 31 * 86400"); -- both clocks, or none is believed
		fixture:replace("require 'util.timer'", "add_task", "local delay, callback, param = ...; return old(delay == 60 and 0 or delay, callback, param)");
		fixture:eval("assert(modulemanager.reload(host, 'invites'))");
		assert.is_true(fixture.server:wait_until(function ()
			return fixture:eval("local _, code = invites.info(...); return code == 'token-invalid'", token);
		end));
		assert.same({}, (fixture.server:invites(host, "list", "all")));
		fixture:undo();
		assert.same(before, tree("capulet"));
		fixture.server:restart();
		assert.same(before, tree("capulet"));
	end);

	it("tells whose invites to take back at once", function ()
		local tokens = {};
		for _, name in ipairs { "capulet", "juliet", "benvolio", "mercutio", "tybalt" } do tokens[name] = own(name); end
		local contact = own("benvolio", "contact");
		local creators = {};
		for _, node in ipairs(fixture.server:invites(host, "tree", "juliet")) do
			if not node.left then table.insert(creators, node.username); end
		end
		local holder = fixture:stream(tokens.mercutio);
		local revoked = fixture.server:invites(host, "revoke_all", creators);
		assert.equal(4, revoked);
		for name, usable in pairs { capulet = true, juliet = false, benvolio = false, mercutio = false, tybalt = true } do
			assert.equal(usable, fixture:usable(tokens[name]), name);
		end
		assert.is_false(fixture:eval("return (invites.get(..., 'benvolio')) ~= nil", contact));
		Fixture.refused(Fixture.invalid, holder:register("escalus", "secret"));
	end);

	it("leaves no error in the log", function ()
		assert.is_nil(fixture.server:log():match("[^\n]*\terror\t[^\n]*"));
	end);
end);
