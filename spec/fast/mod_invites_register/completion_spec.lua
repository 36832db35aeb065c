-- What a new account gets through its invite: roles and contacts.

local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

Fixture.describe("completed registrations", { modules = { "invites_register" }; options = { allow_registration = true } }, function (fixture)
	local register = stream.register;
	local gate, host, is_13 = stream.gate(fixture), fixture.host, fixture.is_13;
	local steps, fails, holder, errors = gate.steps, gate.fails, gate.holder, gate.errors;
	local invites, server, bus, usermanager, rostermanager;

	local function start(...) invites, server, bus = gate.start(...); end

	-- Roles of an account, sorted; the primary one first on 13.0.
	local function roles_of(username)
		local names = {};
		if not is_13 then
			for name, given in pairs(usermanager.get_roles(username.."@"..host, host) or {}) do
				if given then table.insert(names, name); end
			end
			table.sort(names);
			return names;
		end
		for name in pairs(usermanager.get_user_secondary_roles(username, host) or {}) do table.insert(names, name); end
		table.sort(names);
		table.insert(names, 1, usermanager.get_user_role(username, host).name);
		return names;
	end

	local function item_of(username, contact)
		return rostermanager.load_roster(username, host)[contact.."@"..host];
	end

	-- (spec of an invite) → validated invite, through which juliet has registered as with a web module
	local function run(spec)
		local validated = invites.get(assert(invites.make(spec)).token);
		bus.fire_event("user-registering", { username = "juliet"; host = host; allowed = true; validated_invite = validated });
		server:create_user("juliet", host, "secret");
		bus.fire_event("user-registered", { username = "juliet"; host = host; source = "web"; validated_invite = validated });
		return validated;
	end

	-- () → what is left to do
	local function noted()
		local found = {};
		for _, to_do in ipairs(invites.require_once "ledger".ask "follow_ups") do table.insert(found, to_do.step); end
		return found;
	end

	before_each(function ()
		start { custom_roles = { { name = "librarian"; priority = 10 } } };
		usermanager, rostermanager = require "core.usermanager", require "core.rostermanager";
		server:create_user("romeo", host, "secret");
	end);

	it("end with an error in the log where there was no invite at all", function ()
		server:create_user("juliet", host, "secret");
		bus.fire_event("user-registered", { username = "juliet"; host = host; source = "mod_x" });
		assert.equal("", steps());
		assert.equal(1, errors "^juliet was registered without an invite by mod_x");
	end);

	it("end with what a worthless invite promised left out", function ()
		local validated = invites.get(invites.make({ kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } }).token);
		server:create_user("juliet", host, "secret");
		fails("redeem", "token-invalid");
		bus.fire_event("user-registered", { username = "juliet"; host = host; validated_invite = validated });
		assert.is_nil(item_of("juliet", "romeo"));
		assert.not_same("prosody:admin", roles_of("juliet")[1]);
	end);

	it("end whatever is wrong with the rosters, and what is missing follows when it is tried again", function ()
		local save, last = rostermanager.save_roster, nil;
		rostermanager.save_roster = function (username, ...) return username ~= "romeo" and save(username, ...); end;
		bus.add_handler("user-registered", function () last = true; end);
		run { kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } };
		assert.equal("prosody:admin", roles_of("juliet")[1]);
		assert.is_nil(item_of("romeo", "juliet"));
		assert.is_true(last);
		server:advance(1);
		assert.equal(2, errors "^Could not subscribe the inviter to juliet"); -- at once, and a moment later
		assert.same({ "contact" }, noted());
		rostermanager.save_roster = save;
		server:advance(700);
		assert.equal("both", item_of("romeo", "juliet").subscription);
		assert.same({}, noted());
	end);

	it("end with the first role of the invite from the start, so that the account never has another one", function ()
		local event;
		bus.add_handler("user-registered", function () end);
		bus.add_wrapper("user-registering", function (handlers, name, data)
			local answer = handlers(name, data);
			event = data;
			return answer;
		end);
		register(holder(invites.make { kind = "account"; data = { roles = { "prosody:member"; "librarian" } } }), "juliet");
		assert.equal(is_13 and "prosody:member" or nil, event.role);
		assert.same(is_13 and { "prosody:member"; "librarian" } or { "librarian"; "prosody:member" }, roles_of "juliet");
		register(holder(invites.make { kind = "account"; data = { roles = { ["prosody:member"] = true; ["prosody:admin"] = true } } }), "nurse");
		assert.same({ "prosody:admin"; "prosody:member" }, roles_of "nurse");
	end);

	-- (function that is called before they are given again) Roles can't be given at first.
	local function give_late(spec, change)
		local role_function = is_13 and "set_user_role" or "set_roles";
		local give = usermanager[role_function];
		usermanager[role_function] = function () error("out of roles"); end;
		run(spec);
		assert.equal(1, errors "^Could not give the roles");
		usermanager[role_function] = give;
		if change then change(give); end
		server:advance(1);
	end

	it("end whatever is wrong with the roles, which follow", function ()
		give_late { kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } };
		assert.equal("both", item_of("romeo", "juliet").subscription);
		assert.equal("prosody:admin", roles_of("juliet")[1]);
		assert.same({}, noted());
	end);

	it("end without roles that whoever invites may not give any more when they could be given", function ()
		local function set_role(give, name)
			if is_13 then give("romeo", host, name); else give("romeo@"..host, host, { [name] = true }); end
		end
		set_role(is_13 and usermanager.set_user_role or usermanager.set_roles, "prosody:admin");
		give_late({ kind = "account"; creator = "romeo"; authority = "user"; data = { roles = { "prosody:admin" } } }, function (give)
			set_role(give, "prosody:registered");
		end);
		assert.not_equal("prosody:admin", roles_of("juliet")[1]);
		assert.equal(1, #server:logged("warn", "^juliet does not get the role prosody:admin: romeo may not give it any more"));
		assert.same({}, noted());
	end);
end);
