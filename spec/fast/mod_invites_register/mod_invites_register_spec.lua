-- The gate, with Prosody's own mod_register_ibr, accounts, roles and rosters, and the real mod_invites, which a spec may let fail.

local prosody = require "spec.support.prosody";

local host = "example.com";

for _, version in ipairs(prosody.versions) do describe("mod_invites_register on Prosody "..version, function ()
	local server, invites, bus, st, usermanager, rostermanager, happened;
	local is_13 = version ~= "0.12";
	local last_id = 0;

	local function module_of(name) return require "core.modulemanager".get_module(host, name); end

	-- (options of the host; process; function to call before modules are loaded)
	local function start(options, process, before)
		options = options or {};
		if options.allow_registration == nil then options.allow_registration = true; end
		server = prosody.new { version = version; hosts = { [host] = options }; process = process };
		st, usermanager, rostermanager = require "util.stanza", require "core.usermanager", require "core.rostermanager";
		bus, happened = _G.prosody.hosts[host].events, {};
		if before then before(); end
		assert(server:load(host, "invites_register"));
		invites = module_of "invites";
		for _, name in ipairs { "invite-checked"; "invite-claimed"; "invite-redeemed"; "invite-released" } do
			bus.add_handler(name, function () table.insert(happened, (name:gsub("^invite%-", ""))); end);
		end
	end

	after_each(function () server:stop(); end);

	-- What became of invites since this was asked for the last time.
	local function steps()
		local text = table.concat(happened, " ");
		for i = #happened, 1, -1 do happened[i] = nil; end
		return text;
	end

	-- A function of mod_invites that fails as long as the spec runs.
	local function fails(name, code)
		invites[name] = function () return nil, code; end
	end

	-- An unauthenticated client stream.
	local function new_session(changes)
		local session = { type = "c2s_unauthed"; host = host; secure = true; ip = "192.0.2.1"; sent = {} };
		function session.close(_, reason) session.closed = reason; end
		function session.log(level, ...) invites.module:log(level, ...); end
		require "util.filters".initialize(session);
		function session.send(stanza) table.insert(session.sent, session.filter("stanzas/out", stanza)); return true; end
		for key, value in pairs(changes or {}) do session[key] = value; end
		return session;
	end

	local function fire_iq(session, kind, payload)
		last_id = last_id + 1;
		local iq = st.iq({ type = kind; to = host; id = "i"..last_id }):add_child(payload);
		local handled = bus.fire_event("stanza/iq/"..payload.attr.xmlns..":"..payload.name, { origin = session; stanza = iq });
		return handled and table.remove(session.sent), handled;
	end

	local function preauth(session, token, kind)
		return fire_iq(session, kind or "set", st.stanza("preauth", { xmlns = "urn:xmpp:pars:0"; token = token }));
	end

	local function query(username, password)
		return st.stanza("query", { xmlns = "jabber:iq:register" }):text_tag("username", username):text_tag("password", password);
	end

	local function register(session, username, password)
		return fire_iq(session, "set", query(username, password or "secret"));
	end

	-- (invite) → stream that has presented it
	local function holder(invite)
		local session = new_session();
		assert.equal("result", preauth(session, invite.token).attr.type);
		steps();
		return session;
	end

	local function error_of(reply)
		assert.equal("error", reply.attr.type);
		local kind, condition, text = reply:get_error();
		return kind.."/"..condition, text;
	end

	local function refused(with, reply)
		assert.equal(with, (error_of(reply)));
	end

	local function exists(username) return usermanager.user_exists(username, host) and true or false; end
	local function state(invite) return invites.info(invite.token).state; end
	local function provider() return _G.prosody.hosts[host].users; end
	local function errors(pattern) return #server:logged("error", pattern); end

	describe("is loaded", function ()
		it("and outlives what it depends on", function ()
			start();
			assert.truthy(module_of "invites" and module_of "register_ibr");
			server:unload(host, "invites");
			server:unload(host, "register_ibr");
			assert.truthy(module_of "invites_register");
		end);

		it("without mod_register_ibr where nobody may register in-band", function ()
			start { registration_invite_only = false; allow_registration = false };
			assert.is_nil(module_of "register_ibr");
		end);

		it("with an error in the log where mod_register_ibr is disabled", function ()
			start { modules_disabled = { "register_ibr" } };
			assert.is_nil(module_of "register_ibr");
			assert.equal(1, errors "^Clients cannot register, as mod_register_ibr could not be loaded: ");
		end);

		it("and does nothing under prosodyctl", function ()
			start(nil, "prosodyctl");
			assert.is_nil(module_of "register_ibr");
			assert.is_nil(module_of("invites_register").register);
		end);

		for what, change in pairs {
			["is not there"] = function () server:unload(host, "invites"); end;
			["is another one"] = function () invites.claim = nil; end;
		} do
			it("and refuses everybody if mod_invites "..what, function ()
				for _, invite_only in ipairs { true; false } do
					if server and _G.prosody then server:stop(); end
					start { registration_invite_only = invite_only };
					local session = holder(invites.create_account());
					change();
					refused("wait/internal-server-error", register(session, "juliet"));
					refused("wait/internal-server-error", preauth(session, "t"));
					assert.is_false(exists "juliet");
				end
			end);
		end
	end);

	describe("offers registration", function ()
		local function features(changes)
			local offered, element = {}, st.stanza("stream:features");
			bus.fire_event("stream-features", { origin = new_session(changes); features = element });
			for _, tag in ipairs(element.tags) do
				if tag.name == "register" and tag.attr.xmlns ~= "http://jabber.org/features/iq-register" then table.insert(offered, tag.attr.xmlns); end
			end
			return offered;
		end

		it("before authentication, on encrypted streams", function ()
			start();
			assert.same({ "urn:xmpp:invite"; "urn:xmpp:ibr-token:0" }, features());
			assert.same({}, features { type = "c2s" });
			assert.same({}, features { type = "s2sin_unauthed" });
			assert.same({}, features { secure = false });
		end);

		for _, name in ipairs { "c2s_require_encryption"; "require_encryption" } do
			it("on others if encryption is not required: "..name, function ()
				start { [name] = false };
				assert.equal(2, #features { secure = false });
			end);
		end

		it("to nobody where it can't be done", function ()
			start();
			rawset(provider(), "create_user", function () return nil; end);
			assert.same({}, features());
			rawset(provider(), "create_user", nil);
			server:unload(host, "register_ibr");
			assert.same({}, features());
			server:stop();
			start { registration_invite_only = false; allow_registration = false };
			assert.same({}, features());
		end);
	end);

	describe("takes a token", function ()
		local session;
		before_each(function ()
			start();
			session = new_session();
		end);

		it("and keeps the invite for other modules to see", function ()
			local token = invites.create_account().token;
			local reply = preauth(session, token);
			assert.equal("result", reply.attr.type);
			assert.equal(0, #reply.tags);
			assert.equal(token, session.validated_invite.token);
			assert.equal("checked", steps());
		end);

		it("and refuses it in the words of mod_invites, without the token in the log", function ()
			local with, text = error_of(preauth(session, "not-a-token-of-ours"));
			assert.equal("cancel/item-not-found", with);
			assert.equal("The provided token is invalid or expired", text);
			for _, code in ipairs { "internal-server-error"; "a code of the future" } do
				fails("present", code);
				refused("wait/internal-server-error", preauth(session, "not-a-token-of-ours"));
			end
			for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("not-a-token-of-ours", 1, true), line.text); end
		end);

		it("of which the last one counts, even if it is refused", function ()
			preauth(session, invites.create_account().token);
			local second = invites.create_account();
			preauth(session, second.token);
			assert.equal(second.token, session.validated_invite.token);
			preauth(session, "third");
			assert.is_nil(session.validated_invite);
		end);

		it("and closes the stream of whoever shows too many that do not work", function ()
			preauth(session, invites.create_account().token);
			for _ = 1, 5 do refused("cancel/item-not-found", preauth(session, "guess")); end
			assert.is_nil(session.closed);
			refused("wait/policy-violation", preauth(session, "guess"));
			assert.is_nil(session.validated_invite);
			assert.equal("policy-violation", session.closed.condition);
			assert.is_string(session.closed.text);
		end);

		it("but not an empty one", function ()
			local kept = invites.create_account();
			preauth(session, kept.token);
			refused("modify/bad-request", preauth(session, nil));
			refused("modify/bad-request", preauth(session, ""));
			assert.equal(kept.token, session.validated_invite.token);
		end);

		it("from nobody else", function ()
			local token = invites.create_account().token;
			assert.is_nil(preauth(session, token, "get"));
			for key, value in pairs { type = "s2sin_unauthed"; host = "other.example"; secure = false } do
				local other = new_session { [key] = value };
				assert.is_nil(preauth(other, token));
				assert.is_nil(other.validated_invite);
			end
			assert.equal("", steps());
		end);
	end);

	describe("admits", function ()
		it("who holds an invite: claimed, account made, redeemed", function ()
			start();
			local invite = invites.create_account();
			assert.equal("result", register(holder(invite), "juliet").attr.type);
			assert.equal("claimed redeemed", steps());
			assert.is_true(exists "juliet");
			assert.equal("redeemed", state(invite));
		end);

		it("nobody without", function ()
			start();
			local with, text = error_of(register(new_session(), "juliet"));
			assert.equal("modify/not-acceptable", with);
			assert.equal("Registration on this server is through invitation only", text);
			assert.is_false(exists "juliet");
		end);

		it("everybody if registration is open, but not to a reserved name", function ()
			start { registration_invite_only = false };
			assert.equal("result", register(new_session(), "romeo").attr.type);
			local invite = invites.create_account "juliet";
			refused("cancel/conflict", register(new_session(), "juliet"));
			assert.equal("", steps());
			assert.equal("result", register(holder(invite), "juliet").attr.type);
			assert.equal("claimed redeemed", steps());
		end);

		it("nobody where accounts are managed elsewhere, with an invite or without, and claims nothing", function ()
			for _, invite_only in ipairs { true; false } do
				if not invite_only then server:stop(); end
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
			local with, text = error_of(register(session, "mallory"));
			assert.equal("modify/not-acceptable", with);
			assert.equal("This invite is for another username", text);
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

		it("no password that could not be used later", function ()
			start();
			local session = holder(invites.create_account());
			for _, password in ipairs { "\127"; "a\238\128\128b"; "\239\191\189"; "" } do -- DEL, private use, U+FFFD
				refused("modify/not-acceptable", register(session, "juliet", password));
			end
			assert.equal("", steps());
			assert.is_false(exists "juliet");
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
			fire_iq(session, "get", st.stanza("query", { xmlns = "jabber:iq:register" }));
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
			for stream, name in pairs { [session] = "juliet"; [other] = "romeo" } do
				assert(coroutine.resume(coroutine.create(register), stream, name));
			end
			assert.equal("claimed claimed", steps());
			for _, thread in ipairs(waiting) do
				while coroutine.status(thread) ~= "dead" do assert(coroutine.resume(thread)); end
			end
			assert.same({ "redeemed"; "pending" }, { state(invite); state(other_invite) });
			assert.same({ true; false }, { exists "juliet"; exists "romeo" });
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

	describe("prefills", function ()
		-- (invite or nil) → user name in the form, and in its data form
		local function names(invite)
			local session = invite and holder(invite) or new_session();
			local reply = fire_iq(session, "get", st.stanza("query", { xmlns = "jabber:iq:register" }));
			assert.is_nil(next(session.filters["stanzas/out"] or {}));
			local form = reply:get_child("query", "jabber:iq:register");
			local filled;
			for field in form:get_child("x", "jabber:x:data"):childtags("field") do
				if field.attr.var == "username" then filled = field:get_child_text("value"); end
			end
			return { form:get_child_text("username"); filled or "" };
		end

		it("the bound name, twice, for that stream alone", function ()
			start();
			assert.same({ "juliet"; "juliet" }, names(invites.create_account "juliet"));
			assert.same({ ""; "" }, names());
		end);

		it("no name where none is bound, and not the inviter's", function ()
			start();
			server:create_user("romeo", host, "secret");
			assert.same({ ""; "" }, names(invites.create_account()));
			assert.same({ ""; "" }, names(invites.make { kind = "account"; inviter = "romeo" }));
			assert.same({ ""; "" }, names(invites.create_contact("romeo", true)));
			assert.same({ "juliet"; "juliet" }, names(invites.make { kind = "account"; username = "juliet"; inviter = "romeo" }));
		end);
	end);

	describe("resets", function ()
		local session, fired;
		before_each(function ()
			start();
			server:create_user("juliet", host, "old");
			session, fired = holder(invites.create_account_reset "juliet"), {};
			bus.add_handler("user-registering", function () table.insert(fired, "registering"); end);
			bus.add_handler("user-password-reset", function (event) table.insert(fired, "reset "..tostring(event and event.username)); end);
		end);

		local function has_password(password)
			return usermanager.test_password("juliet", host, password) and true or false;
		end

		local function unchanged(with, reply)
			refused(with, reply);
			assert.is_true(has_password "old");
			assert.same({}, fired);
		end

		it("a password: claimed, set, redeemed", function ()
			assert.equal("result", register(session, "juliet", "new").attr.type);
			assert.equal("claimed redeemed", steps());
			assert.is_true(has_password "new");
			assert.same({ "reset juliet" }, fired);
		end);

		it("a password that comes in the data form", function ()
			local form = st.stanza("query", { xmlns = "jabber:iq:register" }):tag("x", { xmlns = "jabber:x:data"; type = "submit" })
				:tag("field", { var = "FORM_TYPE" }):text_tag("value", "jabber:iq:register"):up()
				:tag("field", { var = "username" }):text_tag("value", "JULIET"):up()
				:tag("field", { var = "password" }):text_tag("value", "new"):up():up();
			assert.equal("result", fire_iq(session, "set", form).attr.type);
			assert.is_true(has_password "new");
		end);

		it("nothing that the ledger does not claim", function ()
			unchanged("modify/not-acceptable", register(session, "mallory", "new"));
			assert.equal("", steps());
		end);

		it("nothing when the form is incomplete", function ()
			unchanged("modify/jid-malformed", register(session, "", "new"));
			unchanged("modify/jid-malformed", register(session, "a b", "new"));
			unchanged("modify/not-acceptable", register(session, "juliet", ""));
			unchanged("modify/not-acceptable", register(session, "juliet", "\127"));
			unchanged("modify/jid-malformed", fire_iq(session, "set", st.stanza("query", { xmlns = "jabber:iq:register" })));
			assert.equal("", steps());
		end);

		it("and settles if the password could not be set", function ()
			rawset(provider(), "set_password", function () return nil, session and "read-only"; end);
			unchanged("wait/internal-server-error", register(session, "juliet", "new"));
			assert.equal("claimed released", steps());
		end);

		it("nothing where passwords are managed elsewhere, as far as that is known before", function ()
			rawset(provider(), "set_password", function () return nil, "no"; end);
			unchanged("cancel/not-allowed", register(session, "juliet", "new"));
			assert.equal("", steps());
		end);

		it("nothing where passwords are managed elsewhere, as it turns out", function ()
			rawset(provider(), "set_password", function () return nil, session and "not supported"; end);
			unchanged("cancel/not-allowed", register(session, "juliet", "new"));
			assert.equal("claimed released", steps());
			assert.equal(0, errors());
		end);

		it("only what is a reset", function ()
			assert.equal("result", register(holder(invites.create_account()), "romeo", "new").attr.type);
			assert.is_true(exists "romeo");
		end);

		it("and survives a user-password-reset that is a string", function ()
			bus.fire_event("user-password-reset", "juliet");
			bus.fire_event("user-password-reset");
			assert.equal("", steps());
		end);
	end);

	describe("completes a registration", function ()
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

		before_each(function ()
			start { custom_roles = { { name = "librarian"; priority = 10 } } };
			server:create_user("romeo", host, "secret");
		end);

		it("before other modules hear of it", function ()
			local heard;
			bus.add_handler("user-registered", function () heard = steps(); end, 100);
			run { kind = "account" };
			assert.equal("checked claimed redeemed", heard);
		end);

		it("with an error in the log where nothing was claimed, and redeems what it can", function ()
			local invite = invites.create_account();
			server:create_user("juliet", host, "secret");
			bus.fire_event("user-registered", { username = "juliet"; host = host; validated_invite = invites.get(invite.token) });
			assert.equal("redeemed", state(invite));
			assert.equal(1, errors "^The invite of juliet was not claimed");
		end);

		it("with an error in the log where there was no invite at all", function ()
			server:create_user("juliet", host, "secret");
			bus.fire_event("user-registered", { username = "juliet"; host = host; source = "mod_x" });
			assert.equal("", steps());
			assert.equal(1, errors "^juliet was registered without an invite by mod_x");
		end);

		it("with what a worthless invite promised left out", function ()
			local validated = invites.get(invites.make({ kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } }).token);
			server:create_user("juliet", host, "secret");
			fails("redeem", "token-invalid");
			bus.fire_event("user-registered", { username = "juliet"; host = host; validated_invite = validated });
			assert.is_nil(item_of("juliet", "romeo"));
			assert.not_same("prosody:admin", roles_of("juliet")[1]);
		end);

		it("with both rosters, and pushes", function ()
			local pushed = {};
			rostermanager.roster_push = function (username, _, jid) table.insert(pushed, username.." "..jid); end;
			run { kind = "account"; inviter = "romeo" };
			assert.equal("both", item_of("romeo", "juliet").subscription);
			assert.equal("both", item_of("juliet", "romeo").subscription);
			table.sort(pushed);
			assert.same({ "juliet romeo@"..host; "romeo juliet@"..host }, pushed);
		end);

		it("whatever is wrong with the rosters", function ()
			local save, last = rostermanager.save_roster, nil;
			rostermanager.save_roster = function (username, ...) return username ~= "romeo" and save(username, ...); end;
			bus.add_handler("user-registered", function () last = true; end);
			run { kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } };
			assert.equal("prosody:admin", roles_of("juliet")[1]);
			assert.is_nil(item_of("romeo", "juliet"));
			assert.equal(1, errors "^Could not subscribe the inviter to juliet");
			assert.is_true(last);
		end);

		it("with the roles of the invite, from either form", function ()
			run { kind = "account"; data = { roles = { "prosody:member"; "librarian" } } };
			assert.same(is_13 and { "prosody:member"; "librarian" } or { "librarian"; "prosody:member" }, roles_of "juliet");
			server:delete_user("juliet", host);
			run { kind = "account"; data = { roles = { librarian = true; ["prosody:admin"] = true } } };
			assert.same(is_13 and { "prosody:admin"; "librarian" } or { "librarian"; "prosody:admin" }, roles_of "juliet");
		end);

		it("with the first role of the invite from the start, so that the account never has another one", function ()
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
		end);

		it("whatever is wrong with the roles", function ()
			local broken = function () error("out of roles"); end;
			usermanager.set_user_role, usermanager.set_roles = is_13 and broken or nil, not is_13 and broken or nil;
			run { kind = "account"; inviter = "romeo"; data = { roles = { "prosody:admin" } } };
			assert.equal(1, errors "^Could not give the roles");
			assert.equal("both", item_of("romeo", "juliet").subscription);
		end);
	end);

	describe("approves a contact", function ()
		local from, romeo = "juliet@capulet.example", "romeo@"..host;
		local token, pushed;
		before_each(function ()
			start();
			server:create_user("romeo", host, "secret");
			token, pushed = invites.create_contact("romeo", true).token, {};
			rostermanager.roster_push = function (username, _, jid) table.insert(pushed, username.." "..jid); end;
		end);

		-- → was it handled, so that mod_presence does not see it
		local function subscribe(shown, who)
			local stanza = st.presence({ type = "subscribe"; to = romeo; from = (who or from).."/balcony" });
			if shown then stanza:tag("preauth", { xmlns = "urn:xmpp:pars:0"; token = shown }):up(); end
			return bus.fire_event("presence/bare", { stanza = stanza });
		end

		-- (item of romeo's roster or nil, is there a request): as it was before
		local function roster(item, is_pending)
			local loaded = rostermanager.load_roster("romeo", host);
			loaded[from] = item;
			loaded[false].pending[from] = is_pending or nil;
			assert(rostermanager.save_roster("romeo", host, loaded));
		end

		local function item() return (rostermanager.load_roster("romeo", host))[from]; end

		it("who shows an invite: spent, approved, asked back", function ()
			assert.is_true(subscribe(token));
			assert.equal("checked redeemed", steps());
			assert.same({ subscription = "from"; ask = "subscribe"; groups = {} }, item());
			assert.same({ "romeo "..from }, pushed);
			assert.equal(2, #server.posted);
			assert.same({ type = "subscribed"; from = romeo; to = from }, server.posted[1].attr);
			assert.same({ type = "subscribe"; from = romeo; to = from }, server.posted[2].attr);
		end);

		it("and shows where the user is online", function ()
			local away = st.presence({ from = romeo.."/garden" }):text_tag("show", "away");
			_G.prosody.bare_sessions[romeo] = { sessions = { garden = { presence = away }; quiet = {} } };
			subscribe(token);
			assert.equal(3, #server.posted);
			assert.same({ from = romeo.."/garden"; to = from }, server.posted[2].attr);
			assert.equal("away", server.posted[2]:get_child_text("show"));
			assert.is_nil(away.attr.to);
		end);

		it("whose request was waiting, whose name has a label, and who is seen already", function ()
			roster({ subscription = "to"; name = "J"; groups = { x = true } }, true);
			subscribe(token);
			assert.same({ subscription = "both"; name = "J"; groups = { x = true } }, item());
			assert.is_nil(rostermanager.load_roster("romeo", host)[false].pending[from]);
			assert.equal(1, #server.posted);
		end);

		it("who was asked already, without asking twice", function ()
			roster { subscription = "none"; ask = "subscribe"; groups = {} };
			subscribe(token);
			assert.equal("from", item().subscription);
			assert.equal(1, #server.posted);
		end);

		it("not twice, and not into a roster that can't be read", function ()
			for _, subscription in ipairs { "from"; "both" } do
				roster { subscription = subscription; groups = {} };
				assert.is_nil(subscribe(token));
			end
			roster(nil);
			rostermanager.load_roster = function () return { [false] = { pending = {} } }, "unreadable"; end;
			assert.is_nil(subscribe(token));
			assert.equal("", steps());
		end);

		it("with a valid invite only", function ()
			assert.is_nil(subscribe(nil));
			assert.equal("", steps());
			assert.is_nil(subscribe "wrong");
			assert.is_nil(subscribe(invites.create_account().token));
			assert.is_true(subscribe(token));
			roster(nil);
			assert.is_nil(subscribe(token));
			local spend = invites.spend;
			token = invites.create_contact("romeo", true).token;
			fails("spend", "token-used");
			assert.is_nil(subscribe(token));
			invites.spend = spend;
			assert.is_nil(item());
			assert.equal(2, #server.posted);
			server:unload(host, "invites");
			assert.is_nil(subscribe(token));
		end);

		it("and has that contact's server to blame for guesses, or that user of ours", function ()
			local blamed = {};
			invites.present = function (_, who)
				table.insert(blamed, who.sender);
				return nil, "throttled";
			end
			assert.is_nil(subscribe(token));
			assert.is_nil(subscribe(token, "mercutio@"..host));
			assert.same({ "capulet.example"; "mercutio@"..host }, blamed);
		end);

		it("and leaves the roster alone that can't be stored", function ()
			roster(nil, true);
			rostermanager.save_roster = function () return false; end;
			assert.is_nil(subscribe(token));
			assert.is_nil(item());
			assert.truthy(rostermanager.load_roster("romeo", host)[false].pending[from]);
			assert.same({}, server.posted);
			assert.equal(1, errors "^The invite of romeo is spent, but");
		end);

		it("and no other presence", function ()
			for _, attr in ipairs { { type = "unavailable"; to = romeo }; { type = "subscribed"; to = romeo }; { type = "probe"; to = romeo };
				{ type = "subscribe" } } do -- the last one is to oneself
				bus.fire_event("presence/bare", { stanza = st.presence(attr):tag("preauth", { xmlns = "urn:xmpp:pars:0"; token = token }):up() });
			end
			assert.equal("", steps());
		end);
	end);
end); end
