-- The shim alone: real events, stanzas and forms of Prosody, but a mod_invites that answers what the test says. What the real one decides
-- is in spec/live/registration_spec.lua and its neighbours.

local paths = require "spec.live.paths"; -- makes util.* available

local source = paths.root.."/lua/mod_invites_register/";
local host = "shakespeare.example";

describe("mod_invites_register", function ()
	local errors, events, st;
	local env, prosody_events, options, logged, sent, stanza_ids;
	local invites, answers, calls; -- mod_invites: what it is, what it answers, what it was asked
	local um, provider, not_loaded, rosters, broken_rosters, pushed;

	local function call_names()
		local names = {};
		for i, call in ipairs(calls) do names[i] = call[1]; end
		return table.concat(names, " ");
	end

	local function load_code(path)
		return assert(loadfile(source..path, "t", env));
	end

	-- As invites_config/option, for the options that matter here.
	local defaults = { registration_invite_only = true; allow_registration = false; register_ibr_default_role = "prosody:registered" };
	local function option(name)
		if name == "c2s_require_encryption" and options[name] == nil then name = "require_encryption"; end
		if options[name] == nil then return name == "require_encryption" or defaults[name]; end
		return options[name];
	end

	local shared;
	local function new_module()
		local bus = prosody_events;
		local module = { host = host, name = "invites_register", hooked = {}, environment = env };
		function module.log(_, level, format, ...)
			table.insert(logged, level..": "..format:gsub("%%d", "%%s"):format(...));
		end
		module._log = function (...) module:log(...); end;
		function module.hook(_, event, handler, priority)
			table.insert(module.hooked, function () bus.remove_handler(event, handler); end);
			bus.add_handler(event, handler, priority);
		end
		function module.wrap_event(_, event, wrapper)
			table.insert(module.hooked, function () bus.remove_wrapper(event, wrapper); end);
			bus.add_wrapper(event, wrapper);
		end
		function module.fire_event(_, event, data) return bus.fire_event(event, data); end
		function module.depends(_, name)
			module.dependencies = module.dependencies or {};
			if name == "invites" and not invites then error("not found"); end
			module.dependencies[name] = true;
			module.depended = (module.depended or "")..name.." ";
		end
		function module.require(_, name)
			if name == "invites_config/option" then return option; end
			return load_code((name:find("/", 1, true) and "../" or "")..name..".lib.lua")();
		end
		function module.shared(_, name)
			shared[name] = shared[name] or setmetatable({}, { __mode = "kv" });
			return shared[name];
		end
		function module.send(_, stanza) table.insert(sent, stanza); end
		return module;
	end

	local function load_module()
		env.module = new_module();
		load_code("mod_invites_register.lua")();
		return env.module;
	end

	local function unload_module()
		for _, unhook in ipairs(env.module.hooked) do unhook(); end
	end

	-- An unauthenticated client stream.
	local function new_session()
		local session = { type = "c2s_unauthed", host = host, secure = true, ip = "192.0.2.1", sent = {} };
		function session.close(_, reason) session.closed = reason; end
		session.log = function (...) env.module:log(...); end;
		require "util.filters".initialize(session);
		function session.send(stanza) table.insert(session.sent, session.filter("stanzas/out", stanza)); return true; end
		return session;
	end

	local function fire_iq(session, kind, payload)
		stanza_ids = stanza_ids + 1;
		local iq = st.iq({ type = kind, to = host, id = "i"..stanza_ids }):add_child(payload);
		local handled = prosody_events.fire_event("stanza/iq/"..payload.attr.xmlns..":"..payload.name, { origin = session, stanza = iq });
		return handled and table.remove(session.sent), handled;
	end

	local function preauth(session, token, kind)
		return fire_iq(session, kind or "set", st.stanza("preauth", { xmlns = "urn:xmpp:pars:0", token = token }));
	end

	local function query(username, password)
		return st.stanza("query", { xmlns = "jabber:iq:register" }):text_tag("username", username):text_tag("password", password);
	end

	local function register(session, username, password)
		return fire_iq(session, "set", query(username, password or "secret"));
	end

	local function error_of(reply)
		assert.equal("error", reply.attr.type);
		local kind, condition, text = reply:get_error();
		return kind.."/"..condition, text;
	end

	-- A handler like mod_register_ibr's; `outcome` tells what happens after the account was allowed.
	local registered_form, outcome, made;
	local function register_ibr(event)
		local session, stanza = event.origin, event.stanza;
		if stanza.attr.type == "get" then
			session.send(st.reply(stanza):add_child(registered_form));
			return true;
		end
		local tag = stanza.tags[1];
		local user = {
			username = tag:get_child_text("username"), password = tag:get_child_text("password"), host = host;
			session = session, ip = session.ip, role = "prosody:registered", allowed = true;
		};
		prosody_events.fire_event("user-registering", user);
		if not user.allowed then
			session.send(st.error_reply(stanza, user.error and user.error.type or user.error_type or "modify",
				user.error and user.error.condition or user.error_condition or "not-acceptable", user.error and user.error.text or user.reason));
			return true;
		end
		if outcome then return outcome(event, user); end
		table.insert(made, user.username.." as "..user.role);
		session.send(st.reply(stanza));
		prosody_events.fire_event("user-registered", { username = user.username, host = host, source = "mod_register", session = session });
		return true;
	end

	local prosody_13 = {
		get_all_roles = function () return { ["prosody:registered"] = {}, ["prosody:admin"] = {}, ["prosody:member"] = {}, librarian = {} }; end;
		get_user_role = function () return { name = "prosody:registered" }; end;
		set_user_role = function (username, _, role) table.insert(um.did, "primary "..username.." "..role); return {}; end;
		add_user_secondary_role = function (username, _, role) table.insert(um.did, "secondary "..username.." "..role); return {}; end;
	};
	local prosody_012 = {
		set_roles = function (jid, _, roles)
			local names = {};
			for name, value in pairs(roles) do table.insert(names, name.."="..tostring(value)); end
			table.sort(names);
			table.insert(um.did, jid.." "..table.concat(names, ","));
			return true;
		end;
	};

	before_each(function ()
		st = require "util.stanza";
		errors = require "util.error";
		events = require "util.events";
		prosody_events, options, logged, sent, stanza_ids = events.new(), {}, {}, {}, 0;
		shared, made, outcome = {}, {}, nil;
		calls, answers = {}, {};
		invites = setmetatable({
			refusals = {
				["token-invalid"] = { type = "cancel"; condition = "item-not-found"; text = "The provided token is invalid or expired" };
				["username-mismatch"] = { type = "modify"; condition = "not-acceptable"; text = "other name" };
				["username-reserved"] = { type = "cancel"; condition = "conflict"; text = "reserved" };
				["username-invalid"] = { type = "modify"; condition = "jid-malformed"; text = "bad name" };
				["internal-server-error"] = { type = "wait"; condition = "internal-server-error"; text = "later" };
				["managed-elsewhere"] = { type = "cancel"; condition = "not-allowed"; text = "elsewhere" };
				["throttled"] = { type = "wait"; condition = "policy-violation"; text = "too many" };
			};
		}, { __index = function (_, name)
			return function (...)
				table.insert(calls, { name, ... });
				local answer = answers[name];
				if answer == nil then return true; end
				return table.unpack(answer);
			end
		end });
		provider = { create_user = function () return um; end, set_password = function () return um; end };
		um = setmetatable({
			did = {}, get_provider = function () return provider; end;
			set_password = function (...) table.insert(um.did, table.concat({ ... }, " ")); return true; end;
		}, { __index = prosody_13 });
		rosters, broken_rosters, pushed = {}, {}, {};
		package.loaded["core.usermanager"] = um;
		package.loaded["core.modulemanager"] = { get_module = function (of_host, name)
			assert.equal(host, of_host);
			return name == "invites" and invites or nil;
		end, is_loaded = function (_, name) return not not_loaded[name]; end };
		not_loaded = {};
		package.loaded["core.rostermanager"] = {
			load_roster = function (username)
				rosters[username] = rosters[username] or { [false] = { pending = {} } };
				return rosters[username], broken_rosters[username] == "load" and "unreadable" or nil;
			end;
			save_roster = function (username) return not broken_rosters[username]; end;
			roster_push = function (username, _, jid) table.insert(pushed, username.." "..jid); end;
		};
		env = setmetatable({ prosody = { process_type = "prosody", bare_sessions = {}, hosts = { [host] = {} } } }, { __index = _G });
		registered_form = query("", ""):tag("x", { xmlns = "jabber:x:data", type = "form" })
			:tag("field", { var = "username", type = "text-single" }):text_tag("value", ""):up()
			:tag("field", { var = "password", type = "text-private" }):up():up();
		prosody_events.add_handler("stanza/iq/jabber:iq:register:query", register_ibr);
	end);

	describe("is loaded", function ()
		it("and outlives what it depends on", function ()
			local module = load_module();
			assert.equal("invites register_ibr ", module.depended);
			assert.same({}, module.dependencies);
		end);

		it("without mod_register_ibr where nobody may register in-band", function ()
			options.registration_invite_only = false;
			assert.equal("invites ", load_module().depended);
			options.allow_registration = true;
			assert.equal("invites register_ibr ", load_module().depended);
		end);

		it("and does nothing under prosodyctl", function ()
			env.prosody.process_type = "prosodyctl";
			assert.same({}, load_module().hooked);
		end);

		for name, absent in pairs {
			["is not there"] = function () invites = nil; end;
			["is another one"] = function () invites = { refusals = {}; get = function () return { token = "t" }; end }; end;
		} do
			it("and refuses everybody if mod_invites "..name, function ()
				absent();
				for _, invite_only in ipairs { true, false } do
					options.registration_invite_only, options.allow_registration = invite_only, true;
					load_module();
					local session = new_session();
					assert.equal("wait/internal-server-error", (error_of(preauth(session, "t"))));
					session.validated_invite = { token = "t" };
					assert.equal("wait/internal-server-error", (error_of(register(session, "juliet"))));
					assert.same({}, made);
					unload_module();
				end
			end);
		end
	end);

	describe("offers registration", function ()
		local function features(change)
			local session, offered = new_session(), {};
			for key, value in pairs(change or {}) do session[key] = value; end
			local element = st.stanza("stream:features");
			prosody_events.fire_event("stream-features", { origin = session, features = element });
			for _, tag in ipairs(element.tags) do table.insert(offered, tag.name.." "..tag.attr.xmlns); end
			return offered;
		end

		it("before authentication, on encrypted streams", function ()
			load_module();
			assert.same({ "register urn:xmpp:invite", "register urn:xmpp:ibr-token:0" }, features());
			assert.same({}, features { type = "c2s" });
			assert.same({}, features { type = "s2sin_unauthed" });
			assert.same({}, features { secure = false });
		end);

		it("on others if encryption is not required", function ()
			options.c2s_require_encryption = false;
			load_module();
			assert.equal(2, #features { secure = false });
		end);

		it("as the older option says, where only that is set", function ()
			options.require_encryption = false;
			load_module();
			assert.equal(2, #features { secure = false });
		end);

		it("to nobody where it can't be done", function ()
			load_module();
			not_loaded.register_ibr = true;
			assert.same({}, features());
			not_loaded.register_ibr, provider.create_user = nil, nil;
			assert.same({}, features());
			unload_module();
			options.registration_invite_only = false;
			load_module();
			assert.same({}, features());
		end);
	end);

	describe("takes a token", function ()
		local session;
		before_each(function ()
			load_module();
			session = new_session();
		end);

		it("and keeps the invite for other modules to see", function ()
			local validated = { token = "t" };
			answers.present = { validated };
			local reply = preauth(session, "t");
			assert.equal("result", reply.attr.type);
			assert.equal(0, #reply.tags);
			assert.same({ "present", "t", session }, calls[1]);
			assert.equal(validated, session.validated_invite);
		end);

		it("and refuses it in the words of mod_invites", function ()
			answers.present = { nil, "token-invalid" };
			local condition, text = error_of(preauth(session, "t"));
			assert.equal("cancel/item-not-found", condition);
			assert.equal("The provided token is invalid or expired", text);
			answers.present = { nil, "internal-server-error" };
			assert.equal("wait/internal-server-error", (error_of(preauth(session, "t"))));
			answers.present = { nil, "a code of the future" };
			assert.equal("wait/internal-server-error", (error_of(preauth(session, "t"))));
			assert.is_nil(table.concat(logged):find("token t"));
		end);

		it("of which the last one counts, even if it is refused", function ()
			answers.present = { { token = "first" } };
			preauth(session, "first");
			local second = { token = "second" };
			answers.present = { second };
			preauth(session, "second");
			assert.equal(second, session.validated_invite);
			answers.present = { nil, "token-invalid" };
			preauth(session, "third");
			assert.is_nil(session.validated_invite);
		end);

		it("and closes the stream of whoever shows too many that do not work", function ()
			session.validated_invite = { token = "earlier" };
			answers.present = { nil, "token-invalid" };
			assert.equal("cancel/item-not-found", (error_of(preauth(session, "t"))));
			assert.is_nil(session.closed);
			answers.present = { nil, "throttled" };
			assert.equal("wait/policy-violation", (error_of(preauth(session, "t"))));
			assert.is_nil(session.validated_invite);
			assert.same({ condition = "policy-violation", text = "too many" }, session.closed);
		end);

		it("but not an empty one", function ()
			local kept = { token = "kept" };
			session.validated_invite = kept;
			assert.equal("modify/bad-request", (error_of(preauth(session, nil))));
			assert.equal("modify/bad-request", (error_of(preauth(session, ""))));
			assert.same({}, calls);
			assert.equal(kept, session.validated_invite);
		end);

		it("from nobody else", function ()
			assert.is_nil(preauth(session, "t", "get"));
			for key, value in pairs { type = "s2sin_unauthed", host = "other.example", secure = false } do
				local other = new_session();
				other[key] = value;
				assert.is_nil(preauth(other, "t"));
				assert.is_nil(other.validated_invite);
			end
			assert.same({}, calls);
		end);
	end);

	describe("admits", function ()
		local session, validated;
		before_each(function ()
			load_module();
			session, validated = new_session(), { token = "t" };
			session.validated_invite = validated;
		end);

		it("who holds an invite: claimed, account made, redeemed", function ()
			assert.equal("result", register(session, "juliet").attr.type);
			assert.same({ { "claim", validated, "juliet" }, { "redeem", validated, "juliet" } }, calls);
			assert.same({ "juliet as prosody:registered" }, made);
		end);

		it("nobody without", function ()
			session.validated_invite = nil;
			local condition, text = error_of(register(session, "juliet"));
			assert.equal("modify/not-acceptable", condition);
			assert.equal("Registration on this server is through invitation only", text);
			assert.same({}, calls);
		end);

		it("everybody if registration is open, but not to a reserved name", function ()
			unload_module();
			options.registration_invite_only, options.allow_registration = false, true;
			load_module();
			session.validated_invite = nil;
			assert.equal("result", register(session, "romeo").attr.type);
			assert.same({ { "open_name", "romeo" } }, calls);
			answers.open_name = { nil, "username-reserved" };
			assert.equal("cancel/conflict", (error_of(register(session, "juliet"))));
			session.validated_invite = validated;
			assert.equal("result", register(session, "juliet").attr.type);
			assert.equal("open_name open_name claim redeem", call_names());
		end);

		it("nobody where accounts are managed elsewhere, with an invite or without, and asks the ledger nothing", function ()
			provider.create_user = function () return nil, "no"; end
			assert.equal("cancel/not-allowed", (error_of(register(session, "juliet"))));
			unload_module();
			options.registration_invite_only = false;
			load_module();
			session.validated_invite = nil;
			assert.equal("cancel/not-allowed", (error_of(register(session, "juliet"))));
			assert.same({}, calls);
		end);

		it("nobody whose claim is refused", function ()
			answers.claim = { nil, "username-mismatch" };
			local event;
			prosody_events.add_wrapper("user-registering", function (handlers, name, data)
				event = data;
				return handlers(name, data);
			end);
			local condition, text = error_of(register(session, "mallory"));
			assert.equal("modify/not-acceptable", condition);
			assert.equal("other name", text);
			assert.is_false(event.allowed);
			assert.is_true(errors.is_err(event.error));
			assert.same({ "other name", "modify", "not-acceptable" }, { event.reason, event.error_type, event.error_condition });
			assert.equal("claim", call_names());
		end);

		it("nobody whom another handler refuses, even one that ends the chain", function ()
			for _, ends in ipairs { false, true } do
				local function refuse(event)
					event.allowed = false;
					return ends or nil;
				end
				prosody_events.add_handler("user-registering", refuse, ends and 10 or -10);
				assert.equal("modify/not-acceptable", (error_of(register(session, "juliet"))));
				prosody_events.remove_handler("user-registering", refuse);
			end
			assert.same({}, calls);
		end);

		it("those whom a handler allows that ends the chain only with a claim", function ()
			prosody_events.add_handler("user-registering", function () return true; end, 10);
			session.validated_invite = nil;
			assert.equal("modify/not-acceptable", (error_of(register(session, "juliet"))));
		end);

		it("no password that could not be used later", function ()
			for _, password in ipairs { "\127", "a\238\128\128b", "\239\191\189", "" } do -- DEL, private use, U+FFFD
				assert.equal("modify/not-acceptable", (error_of(register(session, "juliet", password))));
			end
			assert.same({}, calls);
			assert.same({}, made);
		end);

		it("with the first role of the invite, so that the account never has another one", function ()
			validated.additional_data = { roles = { "prosody:member", "librarian" } };
			register(session, "juliet");
			assert.same({ "juliet as prosody:member" }, made);
		end);

		it("on behalf of modules that have no stream", function ()
			local event = { username = "juliet", host = host, allowed = true, validated_invite = validated };
			prosody_events.fire_event("user-registering", event);
			assert.is_true(event.allowed);
			assert.is_nil(event.allow_reset);
			prosody_events.fire_event("user-registered", { username = "juliet", host = host, source = "web", validated_invite = validated });
			assert.equal("claim redeem", call_names());

			validated.additional_data = { allow_reset = "juliet" };
			prosody_events.fire_event("user-registering", event);
			assert.equal("juliet", event.allow_reset);
			prosody_events.fire_event("user-password-reset", event);
			assert.equal("claim redeem claim redeem", call_names());
			assert.is_nil(table.concat(logged):find("error: "));
		end);
	end);

	describe("settles", function ()
		local session, validated;
		before_each(function ()
			load_module();
			session, validated = new_session(), { token = "t" };
			session.validated_invite = validated;
		end);

		it("a claim whose stanza ends without an account", function ()
			function outcome(event)
				event.origin.send(st.error_reply(event.stanza, "wait", "internal-server-error"));
				return true;
			end
			assert.equal("wait/internal-server-error", (error_of(register(session, "juliet"))));
			assert.same({ { "claim", validated, "juliet" }, { "settle", validated } }, calls);
		end);

		it("a claim whose stanza ends in an error, which is passed on", function ()
			function outcome() error("out of luck"); end
			local ok, err = pcall(register, session, "juliet");
			assert.is_false(ok);
			assert.truthy(err:find("out of luck") and err:find("stack traceback"));
			assert.equal("claim settle", call_names());

			local object = errors.new("x");
			function outcome() error(object); end
			ok, err = pcall(register, session, "juliet");
			assert.is_false(ok);
			assert.equal(object, err);
		end);

		it("a claim that could not be redeemed", function ()
			answers.redeem = { nil, "internal-server-error" };
			answers.settle = { nil, "internal-server-error" };
			assert.equal("result", register(session, "juliet").attr.type);
			assert.equal("claim redeem settle", call_names());
		end);

		it("a claim that another wrapper refuses afterwards", function ()
			prosody_events.add_wrapper("user-registering", function (handlers, name, event)
				handlers(name, event);
				event.allowed = false;
			end);
			register(session, "juliet");
			assert.equal("claim settle", call_names());
		end);

		it("nothing where nothing was claimed", function ()
			answers.claim = { nil, "username-mismatch" };
			register(session, "juliet");
			fire_iq(session, "get", st.stanza("query", { xmlns = "jabber:iq:register" }));
			assert.equal("claim", call_names());
		end);

		it("each stream's claim by itself, while providers wait", function ()
			local other = new_session();
			other.validated_invite = { token = "other" };
			local waiting = {};
			function outcome(event, user)
				table.insert(waiting, (coroutine.running()));
				coroutine.yield("wait");
				if user.username == "juliet" then
					prosody_events.fire_event("user-registered", { username = "juliet", session = event.origin });
				end
				event.origin.send(st.reply(event.stanza));
				return true;
			end
			for stream, name in pairs { [session] = "juliet", [other] = "romeo" } do
				local thread = coroutine.create(register);
				assert(coroutine.resume(thread, stream, name));
			end
			assert.equal("claim claim", call_names());
			for _, thread in ipairs(waiting) do assert(coroutine.resume(thread)); end
			table.sort(calls, function (a, b) return a[1]..a[2].token < b[1]..b[2].token; end);
			assert.same({
				{ "claim", other.validated_invite, "romeo" }, { "claim", validated, "juliet" };
				{ "redeem", validated, "juliet" }, { "settle", other.validated_invite };
			}, calls);
		end);

		it("and redeems on a stream that was closed meanwhile", function ()
			local seen;
			prosody_events.add_handler("user-registered", function (event) seen = event.validated_invite; end);
			function outcome(event)
				for key in pairs(event.origin) do event.origin[key] = nil; end
				prosody_events.fire_event("user-registered", { username = "juliet", session = event.origin });
				return true;
			end
			local send = session.send;
			pcall(register, session, "juliet");
			session.send = send;
			assert.equal("claim redeem", call_names());
			assert.equal(validated, seen);
		end);

		it("across a reload in the middle", function ()
			function outcome(event)
				unload_module();
				load_module();
				prosody_events.fire_event("user-registered", { username = "juliet", session = event.origin });
				event.origin.send(st.reply(event.stanza));
				return true;
			end
			register(session, "juliet");
			assert.equal("claim redeem", call_names());
			assert.is_nil(table.concat(logged):find("error: "));
		end);
	end);

	describe("prefills", function ()
		local function form(validated, kind)
			load_module();
			local session = new_session();
			session.validated_invite = validated;
			local reply = fire_iq(session, kind or "get", st.stanza("query", { xmlns = "jabber:iq:register" }));
			assert.is_nil(next(session.filters["stanzas/out"] or {}));
			local tag = reply:get_child("query", "jabber:iq:register");
			local field = tag:find("{jabber:x:data}x/field");
			assert.equal(1, #field.tags);
			return tag:get_child_text("username"), field:get_child_text("value");
		end

		it("the bound name, twice, for that stream alone", function ()
			local plain, value = form { token = "t", type = "register", username = "juliet" };
			assert.same({ "juliet", "juliet" }, { plain, value });
			plain, value = form(nil);
			assert.same({ "", "" }, { plain, value });
		end);

		it("no name where none is bound", function ()
			assert.equal("", (form { token = "t", type = "register" }));
			assert.equal("", (form { token = "t", type = "register", inviter = "romeo" }));
			assert.equal("", (form { token = "t", type = "roster", username = "romeo", inviter = "romeo" }));
			assert.equal("juliet", (form { token = "t", type = "register", username = "juliet", inviter = "romeo" }));
		end);
	end);

	describe("resets", function ()
		local session, validated, fired;
		before_each(function ()
			load_module();
			session, validated = new_session(), { token = "t", username = "juliet", additional_data = { allow_reset = "juliet" } };
			session.validated_invite = validated;
			fired = {};
			prosody_events.add_handler("user-registering", function () table.insert(fired, "registering"); end);
			prosody_events.add_handler("user-password-reset", function (event) table.insert(fired, "reset "..tostring(event and event.username)); end);
		end);

		it("a password: claimed, set, redeemed", function ()
			assert.equal("result", register(session, "juliet", "new").attr.type);
			assert.same({ { "claim", validated, "juliet" }, { "redeem", validated, "juliet" } }, calls);
			assert.same({ "juliet new "..host }, um.did);
			assert.same({ "reset juliet" }, fired);
			assert.same({}, made);
		end);

		it("a password that comes in the data form", function ()
			local x = st.stanza("query", { xmlns = "jabber:iq:register" }):tag("x", { xmlns = "jabber:x:data", type = "submit" })
				:tag("field", { var = "FORM_TYPE" }):text_tag("value", "jabber:iq:register"):up()
				:tag("field", { var = "username" }):text_tag("value", "JULIET"):up()
	:tag("field", { var = "password" }):text_tag("value", "new"):up():up();
			assert.equal("result", fire_iq(session, "set", x).attr.type);
			assert.same({ "juliet new "..host }, um.did);
		end);

		it("nothing that the ledger does not claim", function ()
			answers.claim = { nil, "username-mismatch" };
			assert.equal("modify/not-acceptable", (error_of(register(session, "mallory", "new"))));
			assert.same({}, um.did);
			assert.same({}, fired);
			assert.equal("claim", call_names());
		end);

		it("nothing when the form is incomplete", function ()
			assert.equal("modify/jid-malformed", (error_of(register(session, "", "new"))));
			assert.equal("modify/jid-malformed", (error_of(register(session, "a b", "new"))));
			assert.equal("modify/not-acceptable", (error_of(register(session, "juliet", ""))));
			assert.equal("modify/not-acceptable", (error_of(register(session, "juliet", "\127"))));
			assert.equal("modify/jid-malformed", (error_of(fire_iq(session, "set", st.stanza("query", { xmlns = "jabber:iq:register" })))));
			assert.same({}, calls);
		end);

		it("and settles if the password could not be set", function ()
			um.set_password = function () return nil, "read-only"; end
			assert.equal("wait/internal-server-error", (error_of(register(session, "juliet", "new"))));
			assert.equal("claim settle", call_names());
			assert.same({}, fired);
		end);

		it("nothing where passwords are managed elsewhere, as far as that is known before", function ()
			provider.set_password = function () return nil, "no"; end
			assert.equal("cancel/not-allowed", (error_of(register(session, "juliet", "new"))));
			assert.same({}, calls);
		end);

		it("nothing where passwords are managed elsewhere, as it turns out", function ()
			um.set_password = function () return nil, "not supported"; end
			assert.equal("cancel/not-allowed", (error_of(register(session, "juliet", "new"))));
			assert.equal("claim settle", call_names());
			for _, line in ipairs(logged) do assert.is_nil(line:find("^error"), line); end
		end);

		it("only what is a reset", function ()
			validated.additional_data = nil;
			assert.equal("result", register(session, "juliet", "new").attr.type);
			assert.same({ "juliet as prosody:registered" }, made);
		end);

		it("and survives a user-password-reset that is a string", function ()
			prosody_events.fire_event("user-password-reset", "juliet");
			prosody_events.fire_event("user-password-reset");
			assert.same({}, calls);
		end);
	end);

	describe("completes a registration", function ()
		local validated;
		before_each(function ()
			load_module();
			validated = { token = "t" };
		end);

		-- As a web module would do it.
		local function run()
			prosody_events.fire_event("user-registering", { username = "juliet", host = host, allowed = true, validated_invite = validated });
			prosody_events.fire_event("user-registered", { username = "juliet", host = host, source = "web", validated_invite = validated });
		end

		it("before other modules hear of it", function ()
			local heard;
			prosody_events.add_handler("user-registered", function () heard = call_names(); end, 100);
			run();
			assert.equal("claim redeem", heard);
		end);

		it("with an error in the log where nothing was claimed, and redeems what it can", function ()
			prosody_events.fire_event("user-registered", { username = "juliet", host = host, validated_invite = validated });
			assert.equal("redeem", call_names());
			assert.truthy(table.concat(logged):find("error: The invite of juliet was not claimed"));
		end);

		it("with an error in the log where there was no invite at all", function ()
			prosody_events.fire_event("user-registered", { username = "juliet", host = host, source = "mod_x" });
			assert.same({}, calls);
			assert.truthy(table.concat(logged):find("error: juliet was registered without an invite by mod_x"));
		end);

		it("with what a worthless invite promised left out", function ()
			validated.inviter, validated.additional_data = "romeo", { roles = { "prosody:admin" } };
			answers.redeem = { nil, "token-invalid" };
			prosody_events.fire_event("user-registered", { username = "juliet", host = host, validated_invite = validated });
			assert.same({}, um.did);
			assert.same({}, rosters);
		end);

		it("with both rosters, and pushes", function ()
			validated.inviter = "romeo";
			run();
			assert.equal("both", rosters.romeo["juliet@"..host].subscription);
			assert.equal("both", rosters.juliet["romeo@"..host].subscription);
			table.sort(pushed);
			assert.same({ "juliet romeo@"..host, "romeo juliet@"..host }, pushed);
		end);

		it("whatever is wrong with the rosters", function ()
			validated.inviter, validated.additional_data = "romeo", { roles = { "prosody:admin" } };
			broken_rosters.romeo = "save";
			local last;
			prosody_events.add_handler("user-registered", function () last = true; end);
			run();
			assert.same({ "primary juliet prosody:admin" }, um.did);
			assert.is_nil(rosters.romeo["juliet@"..host]);
			assert.truthy(table.concat(logged):find("error: Could not subscribe the inviter to juliet"));
			assert.is_true(last);
		end);

		it("with a primary and secondary roles on 13.0, from either form", function ()
			validated.additional_data = { roles = { "prosody:member", "librarian" } };
			run();
			assert.same({ "primary juliet prosody:member", "secondary juliet librarian" }, um.did);
			um.did = {};
			validated.additional_data = { roles = { librarian = true, ["prosody:admin"] = true, ["prosody:member"] = false } };
			run();
			assert.same({ "primary juliet prosody:admin", "secondary juliet librarian" }, um.did);
			um.did = {};
			validated.additional_data = { roles = { "prosody:registered" } };
			run();
			assert.same({}, um.did);
		end);

		it("with a set of roles on 0.12, from either form", function ()
			setmetatable(um, { __index = prosody_012 });
			unload_module();
			load_module();
			validated.additional_data = { roles = { "prosody:admin", "librarian" } };
			run();
			validated.additional_data = { roles = { ["prosody:admin"] = true, librarian = true } };
			run();
			assert.same({ "juliet@"..host.." librarian=true,prosody:admin=true", "juliet@"..host.." librarian=true,prosody:admin=true" }, um.did);
		end);

		it("whatever is wrong with the roles", function ()
			um.set_user_role = function () error("Cannot assign user an unknown role"); end
			validated.additional_data = { roles = { "librarian" } };
			validated.inviter = "romeo";
			run();
			assert.truthy(table.concat(logged):find("error: Could not give the roles"));
			assert.equal("both", rosters.romeo["juliet@"..host].subscription);
		end);
	end);

	describe("approves a contact", function ()
		local from, romeo = "juliet@capulet.example", "romeo@"..host;
		before_each(function () load_module(); end);

		-- → was it handled, so that mod_presence does not see it
		local function subscribe(token, to)
			local stanza = st.presence({ type = "subscribe", to = to or romeo, from = from.."/balcony" });
			if token then stanza:tag("preauth", { xmlns = "urn:xmpp:pars:0", token = token }):up(); end
			return prosody_events.fire_event("presence/bare", { stanza = stanza });
		end

		it("who shows an invite: spent, approved, asked back", function ()
			local validated = { token = "t" };
			answers.present = { validated };
			assert.is_true(subscribe("t"));
			assert.same({ { "present", "t", { sender = "capulet.example" }, "romeo" }, { "spend", validated } }, calls);
			assert.same({ subscription = "from", ask = "subscribe", groups = {} }, rosters.romeo[from]);
			assert.same({ "romeo "..from }, pushed);
			assert.equal(2, #sent);
			assert.same({ type = "subscribed", from = romeo, to = from }, sent[1].attr);
			assert.same({ type = "subscribe", from = romeo, to = from }, sent[2].attr);
		end);

		it("and shows where the user is online", function ()
			local away = st.presence({ from = romeo.."/garden" }):text_tag("show", "away");
			env.prosody.bare_sessions[romeo] = { sessions = { garden = { presence = away }, quiet = {} } };
			subscribe("t");
			assert.equal(3, #sent);
			assert.same({ from = romeo.."/garden", to = from }, sent[2].attr);
			assert.equal("away", sent[2]:get_child_text("show"));
			assert.is_nil(away.attr.to);
		end);

		it("whose request was waiting, whose name has a label, and who is seen already", function ()
			rosters.romeo = { [false] = { pending = { [from] = true } }, [from] = { subscription = "to", name = "J", groups = { x = true } } };
			subscribe("t");
			assert.same({ subscription = "both", name = "J", groups = { x = true } }, rosters.romeo[from]);
			assert.same({}, rosters.romeo[false].pending);
			assert.equal(1, #sent);
		end);

		it("who was asked already, without asking twice", function ()
			rosters.romeo = { [false] = { pending = {} }, [from] = { subscription = "none", ask = "subscribe", groups = {} } };
			subscribe("t");
			assert.equal("from", rosters.romeo[from].subscription);
			assert.equal(1, #sent);
		end);

		it("not twice", function ()
			for _, subscription in ipairs { "from", "both" } do
				rosters.romeo = { [false] = { pending = {} }, [from] = { subscription = subscription, groups = {} } };
				assert.is_nil(subscribe("t"));
			end
			broken_rosters.romeo = "load";
			assert.is_nil(subscribe("t"));
			assert.same({}, calls);
		end);

		it("with a valid invite only", function ()
			assert.is_nil(subscribe(nil));
			assert.same({}, calls);
			answers.present = { nil, "token-invalid" };
			assert.is_nil(subscribe("t"));
			answers.present, answers.spend = nil, { nil, "token-used" };
			assert.is_nil(subscribe("t"));
			assert.equal("present present spend", call_names());
			assert.is_nil((rosters.romeo or {})[from]);
			assert.same({}, sent);
			invites = nil;
			assert.is_nil(subscribe("t"));
		end);

		it("and has that contact's server to blame for guesses, or that user of ours", function ()
			answers.present = { nil, "throttled" };
			assert.is_nil(subscribe("t"));
			from = "mercutio@"..host;
			assert.is_nil(subscribe("t"));
			assert.same({ { "present", "t", { sender = "capulet.example" }, "romeo" }, { "present", "t", { sender = from }, "romeo" } }, calls);
		end);

		it("and leaves the roster alone that can't be stored", function ()
			broken_rosters.romeo = "save";
			rosters.romeo = { [false] = { pending = { [from] = true } } };
			assert.is_nil(subscribe("t"));
			assert.same({ [false] = { pending = { [from] = true } } }, rosters.romeo);
			assert.same({}, sent);
			assert.truthy(table.concat(logged):find("error: The invite of romeo is spent, but"));
		end);

		it("and no other presence", function ()
			for _, kind in ipairs { "unavailable", "subscribed", "probe" } do
				prosody_events.fire_event("presence/bare", { stanza = st.presence({ type = kind, to = "romeo@"..host })
					:tag("preauth", { xmlns = "urn:xmpp:pars:0", token = "t" }):up() });
			end
			prosody_events.fire_event("presence/bare", { stanza = st.presence({ type = "subscribe" }) -- to oneself
				:tag("preauth", { xmlns = "urn:xmpp:pars:0", token = "t" }):up() });
			assert.same({}, calls);
		end);
	end);
end);
