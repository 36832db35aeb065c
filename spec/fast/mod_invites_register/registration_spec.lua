-- Who is admitted, and what becomes of claims, with Prosody's own mod_register_ibr. Real streams are in spec/live/registration.

local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

Fixture.describe("registration", { modules = { "invites_register" }; options = { allow_registration = true } }, function (fixture)
	local register = stream.register;
	local gate, host = stream.gate(fixture), fixture.host;
	local steps, fails, holder, new_session = gate.steps, gate.fails, gate.holder, gate.new_session;
	local refused, state, provider, errors = gate.refused, gate.state, gate.provider, gate.errors;
	local invites, server, bus;

	local function start(...) invites, server, bus = gate.start(...); end

	describe("admits", function ()
		it("nobody where accounts are managed elsewhere, with an invite or without, and claims nothing", function ()
			for _, invite_only in ipairs { true; false } do
				start { registration_invite_only = invite_only };
				local session = invite_only and holder(invites.create_account()) or new_session();
				rawset(provider(), "create_user", function () return nil, "no"; end);
				refused("cancel/not-allowed", register(session, "juliet"));
				assert.equal("", steps());
			end
		end);

		it("nobody whose claim is refused, and says why in the event", function ()
			start();
			local session, event = holder(invites.create_account "juliet"), nil;
			bus.add_wrapper("user-registering", function (handlers, name, data)
				event = data;
				return handlers(name, data);
			end);
			local with, text = stream.error_of(register(session, "mallory"));
			assert.equal("modify/not-acceptable", with);
			assert.is_false(event.allowed);
			assert.is_true(require "util.error".is_error(event.error));
			assert.same({ text; "modify"; "not-acceptable" }, { event.reason; event.error_type; event.error_condition });
			assert.equal("", steps());
		end);

		it("nobody whom another handler refuses, even one that ends the chain", function ()
			start();
			local session = holder(invites.create_account());
			for _, ends in ipairs { false; true } do
				local function refuse(event)
					event.allowed = false;
					return ends or nil;
				end
				bus.add_handler("user-registering", refuse, ends and 10 or -10);
				refused("modify/not-acceptable", register(session, "juliet"));
				bus.remove_handler("user-registering", refuse);
			end
			assert.equal("", steps());
		end);

		it("those whom a handler allows that ends the chain only with a claim", function ()
			start();
			bus.add_handler("user-registering", function () return true; end, 10);
			refused("modify/not-acceptable", register(new_session(), "juliet"));
		end);

		it("on behalf of modules that have no stream", function ()
			start();
			local validated = invites.get(invites.create_account().token);
			local event = { username = "juliet"; host = host; allowed = true; validated_invite = validated };
			bus.fire_event("user-registering", event);
			assert.is_true(event.allowed);
			assert.is_nil(event.allow_reset);
			server:create_user("juliet", host, "secret");
			bus.fire_event("user-registered", { username = "juliet"; host = host; source = "web"; validated_invite = validated });
			assert.equal("checked claimed redeemed", steps());

			event.validated_invite = invites.get(invites.create_account_reset("juliet").token);
			bus.fire_event("user-registering", event);
			assert.equal("juliet", event.allow_reset);
			bus.fire_event("user-password-reset", event);
			assert.equal("checked claimed redeemed", steps());
			assert.equal(0, errors());
		end);
	end);

	describe("settles", function ()
		local session, invite;
		before_each(function ()
			start();
			invite = invites.create_account();
			session = holder(invite);
		end);

		it("a claim whose stanza ends without an account", function ()
			rawset(provider(), "create_user", function () return nil, session and "disk full"; end);
			assert.equal("error", register(session, "juliet").attr.type);
			assert.equal("claimed released", steps());
			assert.equal("pending", state(invite));
		end);

		it("a claim whose stanza ends in an error, which is passed on", function ()
			local problem = "out of luck";
			rawset(provider(), "create_user", function () error(problem); end);
			local ok, err = pcall(register, session, "juliet");
			assert.is_false(ok);
			assert.truthy(err:find("out of luck") and err:find("stack traceback"));
			assert.equal("claimed released", steps());
			problem = require "util.error".new("x");
			ok, err = pcall(register, session, "juliet");
			assert.is_false(ok);
			assert.equal(problem, err);
		end);

		it("a claim that could not be redeemed, so that it is redeemed then", function ()
			fails("redeem", "internal-server-error");
			assert.equal("result", register(session, "juliet").attr.type);
			assert.equal("claimed redeemed", steps());
			assert.equal("redeemed", state(invite));
		end);

		it("nothing more where the ledger fails twice: the client has its account, and the claim stays", function ()
			fails("redeem", "internal-server-error");
			fails("settle", "internal-server-error");
			assert.equal("result", register(session, "juliet").attr.type);
			assert.equal("claimed", steps());
			assert.equal(1, #server:logged("warn", "stays open for now"));
		end);

		it("a claim that another wrapper refuses afterwards", function ()
			bus.add_wrapper("user-registering", function (handlers, name, event)
				handlers(name, event);
				event.allowed = false;
			end);
			register(session, "juliet");
			assert.equal("claimed released", steps());
		end);

		it("nothing where nothing was claimed", function ()
			local asked = 0;
			invites.settle = function () asked = asked + 1; end
			stream.iq(session, "get", require "util.stanza".stanza("query", { xmlns = "jabber:iq:register" }));
			fails("claim", "username-mismatch");
			refused("modify/not-acceptable", register(session, "juliet"));
			assert.equal(0, asked);
		end);

		it("each stream's claim by itself, while providers wait", function ()
			local other_invite, create = invites.create_account(), provider().create_user;
			local other, waiting = holder(other_invite), {};
			rawset(provider(), "create_user", function (username, ...)
				table.insert(waiting, (coroutine.running()));
				coroutine.yield("wait");
				if username == "romeo" then return nil, "no"; end
				return create(username, ...);
			end);
			for session_of, name in pairs { [session] = "juliet"; [other] = "romeo" } do
				assert(coroutine.resume(coroutine.create(register), session_of, name));
			end
			assert.equal("claimed claimed", steps());
			for _, thread in ipairs(waiting) do
				while coroutine.status(thread) ~= "dead" do assert(coroutine.resume(thread)); end
			end
			assert.same({ "redeemed"; "pending" }, { state(invite); state(other_invite) });
			assert.same({ true; false }, { fixture:user_exists "juliet"; fixture:user_exists "romeo" });
		end);

		it("and redeems on a stream that was closed meanwhile", function ()
			local seen;
			local create, token = provider().create_user, session.validated_invite.token;
			bus.add_handler("user-registered", function (event) seen = event.validated_invite; end);
			rawset(provider(), "create_user", function (...)
				for key in pairs(session) do session[key] = nil; end
				session.send, session.log, session.sent = function () return false; end, function () end, {};
				return create(...);
			end);
			register(session, "juliet");
			assert.equal("claimed redeemed", steps());
			assert.equal(token, seen.token);
		end);

		it("across a reload in the middle", function ()
			local create = provider().create_user;
			rawset(provider(), "create_user", function (...)
				assert(server:reload(host, "invites_register"));
				return create(...);
			end);
			register(session, "juliet");
			assert.equal("claimed redeemed", steps());
			assert.equal(0, errors());
		end);
	end);
end);
