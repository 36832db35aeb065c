-- Who invited whom, through registrations on real streams, sweeps and restarts. The tree itself: spec/ledger/accounts/tree.rs.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";

describe("the tree of who invited whom", function ()
	local fixture;
	fixture = Fixture.shared(host, { options = { allow_user_invites = true, invites_history = "1 hour" } }, function ()
		fixture:account("capulet");
	end);

	-- (username, inviter, kind or nil) registers that account through an invite of the inviter's own
	local function join(username, inviter, kind)
		fixture:register(username, assert(fixture:own(inviter, { kind = kind; inviter = kind and inviter or nil })).token);
	end

	-- (username) → lines "depth name<inviter", with a cross behind those who are gone
	local function tree(username)
		local lines = {};
		for i, node in ipairs(fixture.server:invites(host, "tree", username)) do
			lines[i] = ("%d %s<%s%s"):format(node.depth, node.username, node.inviter or "", node.left and " +" or "");
		end
		return lines;
	end

	it("grows with each account, keeps the place of those who have left, and tells namesakes apart", function ()
		join("juliet", "capulet");
		join("tybalt", "capulet", "contact-account");
		join("romeo", "juliet");
		join("benvolio", "romeo");
		fixture:register("nobodys");
		fixture:register("tybalt", fixture:invite("create_account_reset", "tybalt"), "another");
		assert.same({ "0 capulet<", "1 juliet<capulet", "2 romeo<juliet", "3 benvolio<romeo", "1 tybalt<capulet" }, tree("capulet"));
		assert.same({}, tree("nobodys")); -- whom nobody has invited
		fixture:eval("assert(usermanager.delete_user('romeo', host))");
		join("romeo", "tybalt");
		join("rosaline", "romeo");
		assert.same({ "0 juliet<capulet", "1 romeo<juliet +", "2 benvolio<romeo" }, tree("juliet"));
		assert.same({ "0 romeo<juliet +", "1 benvolio<romeo", "0 romeo<tybalt", "1 rosaline<romeo" }, tree("romeo"));
	end);

	it("is not changed by an attempt that fails", function ()
		local client = fixture:stream(assert(fixture:own("tybalt")).token);
		fixture:replace("prosody.hosts[host].users", "create_user", "return nil, 'no'");
		assert.is_nil((client:register("paris", "secret")));
		fixture:undo();
		assert.same({}, tree("paris"));
		assert.is_true(client:register("paris", "secret"));
		assert.same({ "0 paris<tybalt" }, tree("paris"));
	end);

	it("outlives the invites and the server", function ()
		local before, token = tree("capulet"), assert(fixture:own("capulet")).token;
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
end);
