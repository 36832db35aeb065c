-- What streams are told, in their language: refusals of mod_invites_register and the commands of mod_invites_adhoc, on Prosody's own
-- mod_register_ibr and mod_adhoc. The tests speak a language of their own, "xx", in which each text is the id of its message.

local prosody = require "spec.support.prosody";

local host = "example.com";
local xmlns_commands, xmlns_forms = "http://jabber.org/protocol/commands", "jabber:x:data";
local xmlns_errors = "urn:ietf:params:xml:ns:xmpp-stanzas";

local function read(path)
	local file = assert(io.open(path));
	local text = file:read("*a");
	file:close();
	return text;
end

for _, version in ipairs(prosody.versions) do describe("the language of a stream on Prosody "..version, function ()
	local server, invites, st, speaking;

	-- (options of the host or nil) starts a server that speaks "xx" too
	local function start(options)
		local wish = { version = version; hosts = { [host] = { admins = { "boss@"..host } } } };
		for name, value in pairs(options or {}) do wish.hosts[host][name] = value; end
		server = prosody.new(wish);
		st = require "util.stanza";
		assert(server:load(host, "invites_register"));
		assert(server:load(host, "invites_adhoc"));
		invites = require "core.modulemanager".get_module(host, "invites");
		speaking = invites.require_once "invites_lib/stanza_language";
		for _, name in ipairs { "boss"; "romeo" } do server:create_user(name, host, "secret"); end
		local choose, format = invites.i18n.choose, invites.i18n.format;
		function invites.i18n.choose(wished, accepted)
			if accepted == "xx" then return "xx", false; end
			return choose(wished, accepted);
		end
		function invites.i18n.format(tag, id, told)
			assert(format("en", id, told) ~= "", id);
			return tag == "xx" and "xx "..id or format(tag, id, told);
		end
	end

	after_each(function () server:stop(); end);

	local function languages(of_stanza, of_payload)
		return st.iq({ type = "set", id = "x", ["xml:lang"] = of_stanza }):tag("query", { ["xml:lang"] = of_payload }):reset();
	end

	it("is what the request says, or English", function ()
		start();
		for _, tag in ipairs { "xx"; "de"; "de-AT"; "EN"; ("x"):rep(35) } do
			assert.equal(tag, speaking.language(languages(tag)));
			assert.equal(tag, speaking.language(languages("en", tag)));
		end
		for _, tag in ipairs { "en"; "en-GB"; "EN-us"; ""; ("x"):rep(36) } do
			assert.is_nil(speaking.language(languages(tag)), tag);
			assert.is_nil(speaking.language(languages("xx", tag)), tag);
		end
		assert.is_nil(speaking.language(languages()));
		assert.is_nil(speaking.language(st.message()));
		assert.is_nil(speaking.language(nil));
	end);

	it("is spoken without marks, and in English where it is not known", function ()
		start();
		local say, tag = speaking.to(languages("xx"), invites.i18n);
		assert.same({ "xx", "xx adhoc-note" }, { tag, say "adhoc-note" });
		for _, wish in ipairs { "tlh"; "no language"; "<&>"; "*"; "," } do
			say, tag = speaking.to(languages(wish), invites.i18n);
			assert.same({ "en", "by juliet", "by romeo", "1 day", "7 days", "Note" },
				{ tag, say("adhoc-made-by", { creator = "juliet" }), say("adhoc-made-by", { creator = "romeo" }),
				say("adhoc-days", { count = 1 }), say("adhoc-days", { count = 7.0 }), say "adhoc-note" });
		end
	end);

	it("is no reason to raise an error", function ()
		start();
		local broken = { choose = function () error "lost"; end; format = function () error "lost"; end };
		for _, texts in ipairs { broken; {}; false } do
			local say, tag = speaking.to(languages("xx"), texts or nil);
			assert.same({ "en", "adhoc-note" }, { tag, say "adhoc-note" });
		end
		assert.truthy(#server:logged("error", "lost") > 0);
	end);

	describe("in English", function ()
		it("is to the letter what other software compares", function ()
			start();
			local say = speaking.to(nil, invites.i18n);
			for code, refusal in pairs(invites.refusals) do
				assert.equal(refusal.text, say("refusal-"..code));
				if refusal.owner_text then assert.equal(refusal.owner_text, say("adhoc-refusal-"..code)); end
			end
			assert.equal("Registration on this server is through invitation only", say "refusal-not-invited");
			assert.equal("The token is missing", say "refusal-token-missing");
			assert.equal("This password cannot be used", say "refusal-password-unusable");
		end);

		it("has what the commands say, and nothing else", function ()
			start();
			local source, known = read "lua/invites_lib/kinds.lib.lua", {};
			for name in require "lfs".dir("lua/mod_invites_adhoc") do
				if name:find("%.lua$") then source = source..read("lua/mod_invites_adhoc/"..name); end
			end
			for id in read("lua/mod_invites/locales/en.ftl"):gmatch("%f[^\n](adhoc%-[%l-]+) =") do
				known[id] = true;
				local listed = id:find("^adhoc%-which%-") or id:find("^adhoc%-verb%-") or id:find("^adhoc%-refusal%-");
				assert.truthy(listed or source:find('"'..id..'"', 1, true), id);
			end
			for id in source:gmatch('"(adhoc%-[%l-]*%l)"') do assert.truthy(known[id], id); end
		end);
	end);

	describe("of somebody without an account", function ()
		-- → an unauthenticated stream
		local function stream()
			local session = { type = "c2s_unauthed"; host = host; secure = true; ip = "192.0.2.1"; conn = {}; sent = {}; log = function () end };
			require "util.filters".initialize(session);
			function session.send(stanza) table.insert(session.sent, session.filter("stanzas/out", stanza)); return true; end
			function session.close() end
			return session;
		end

		-- (session, language of the stanza or nil, payload) → text of the error, its language or nil
		local function refusal(session, language, payload)
			local iq = st.iq({ type = "set"; id = "x"; to = host; ["xml:lang"] = language }):add_child(payload);
			_G.prosody.hosts[host].events.fire_event("stanza/iq/"..payload.attr.xmlns..":"..payload.name, { origin = session; stanza = iq });
			assert.equal(1, #session.sent);
			local reply = table.remove(session.sent);
			assert.equal("error", reply.attr.type);
			local text = reply:get_child("error"):get_child("text", xmlns_errors);
			return text:get_text(), text.attr["xml:lang"];
		end

		local function preauth(session, language, token)
			return refusal(session, language, st.stanza("preauth", { xmlns = "urn:xmpp:pars:0"; token = token }));
		end

		local function register(session, language, username, password)
			return refusal(session, language, st.stanza("query", { xmlns = "jabber:iq:register" })
				:text_tag("username", username):text_tag("password", password or "secret"));
		end

		local function show(session, spec)
			session.validated_invite = assert(invites.get(assert(invites.make(spec)).token));
		end

		it("is that of refused tokens", function ()
			start();
			local invalid = "The provided token is invalid or expired";
			for _ = 1, 2 do -- the English element is kept
				assert.same({ "xx refusal-token-invalid", "xx" }, { preauth(stream(), "xx", "guess") });
				assert.same({ invalid }, { preauth(stream(), nil, "guess") });
				assert.same({ invalid }, { preauth(stream(), "en", "guess") });
				assert.same({ invalid }, { preauth(stream(), "tlh", "guess") });
			end
			assert.same({ "xx refusal-token-missing", "xx" }, { preauth(stream(), "xx") });
			assert.same({ "The token is missing" }, { preauth(stream(), "en", "") });
			function invites.i18n.format() error "lost"; end
			assert.same({ invalid }, { preauth(stream(), "xx", "guess") });
			invites.i18n = nil;
			assert.same({ invalid }, { preauth(stream(), "xx", "guess") });
			assert(server:unload(host, "invites"));
			assert.same({ "Invitations cannot be checked at the moment" }, { preauth(stream(), "xx", "guess") });
		end);

		it("is that of refused registrations, which modules see in English", function ()
			start();
			local seen = {};
			_G.prosody.hosts[host].events.add_wrapper("user-registering", function (handlers, name, event)
				local answer = handlers(name, event);
				table.insert(seen, event.reason);
				return answer;
			end);
			local not_invited = "Registration on this server is through invitation only";
			assert.same({ "xx refusal-not-invited", "xx" }, { register(stream(), "xx", "juliet") });
			assert.same({ not_invited }, { register(stream(), "en", "juliet") });
			assert.equal(not_invited, seen[1]);
			local session = stream();
			show(session, { kind = "account"; username = "juliet" });
			assert.same({ "xx refusal-username-mismatch", "xx" }, { register(session, "xx", "nurse") });
			assert.same({ "xx refusal-password-unusable", "xx" }, { register(session, "xx", "juliet", "\239\191\189\226\128\168") });
			assert.same({ "This invite is for another username" }, { register(session, nil, "nurse") });
			assert.equal(0, #(session.filters and session.filters["stanzas/out"] or {}));
		end);

		it("is that of refused resets", function ()
			start();
			local session = stream();
			show(session, { kind = "reset"; username = "romeo" });
			assert.same({ "xx refusal-username-mismatch", "xx" }, { register(session, "xx", "boss") });
			assert.same({ "xx refusal-username-invalid", "xx" }, { register(session, "xx", "ro meo") });
			assert.same({ "This invite is for another username" }, { register(session, "en", "boss") });
		end);
	end);

	describe("of somebody with an account", function ()
		local own, all = "xmpp:prosody-invites/adhoc#own", "xmpp:prosody-invites/adhoc#all";
		local account, contact = "urn:xmpp:invite#create-account", "urn:xmpp:invite#invite";
		local reset = "xmpp:prosody.im/mod_invites_adhoc#password-reset";

		-- (user, language, node, values of a form or nil) → the answer; all that it shows is in the language
		local function execute(user, language, node, values, action)
			local role = require "core.usermanager".get_user_role;
			local session = { type = "c2s"; host = host; username = user; full_jid = user.."@"..host.."/r"; role = role and role(user, host), sent = {} };
			function session.send(stanza) table.insert(session.sent, stanza); return true; end
			local iq = st.iq({ type = "set"; from = session.full_jid; to = host; id = "x"; ["xml:lang"] = language });
			iq:tag("command", { xmlns = xmlns_commands; node = node; action = action });
			if values then iq:tag("x", { xmlns = xmlns_forms; type = "submit" }); end
			for name, value in pairs(values or {}) do iq:tag("field", { var = name }):text_tag("value", value):up(); end
			_G.prosody.hosts[host].events.fire_event("iq-set/host/"..xmlns_commands..":command", { origin = session; stanza = iq });
			return assert(session.sent[1]);
		end

		-- (stanza, list or nil) → all that it shows
		local function shown(element, list)
			list = list or {};
			local readable = { title = true; instructions = true; note = true; desc = true; text = true };
			if readable[element.name] then table.insert(list, element:get_text()); end
			if element.attr.label then table.insert(list, element.attr.label); end
			for _, child in ipairs(element.tags) do shown(child, list); end
			return list;
		end

		-- (what execute takes without the language) → number of texts, all of them in "xx"
		local function speaks(user, ...)
			local answer = execute(user, "xx", ...);
			local texts = shown(answer);
			for _, text in ipairs(texts) do assert.truthy(text:find("^xx ") or text:find("^[%w:]+$"), text); end -- "prosody:admin": the name of a role
			local command = answer:get_child("command", xmlns_commands);
			assert.equal("xx", command.attr["xml:lang"]);
			local text = answer:find("error/{"..xmlns_errors.."}text");
			if text then assert.equal("xx", text.attr["xml:lang"]); end
			return #texts;
		end

		it("is that of all commands, whatever they answer", function ()
			start { invites_page = "https://{host}/i#{invite.token}" };
			local id = assert(invites.make { kind = "contact"; inviter = "boss"; data = { note = "x" }; uses = 1 }).id;
			local admins = assert(invites.make { kind = "account"; creator = "romeo"; uses = 3; data = { groups = { "family" } } }).id;
			assert.truthy(speaks("boss", contact) >= 4);
			assert.truthy(speaks("boss", account) > 12);
			assert.truthy(speaks("boss", reset) >= 3);
			assert.truthy(speaks("boss", all) >= 6);
			for _, request in ipairs {
				{ account, {} }; { account, { uses = "x" } }; { account, { lifetime = "7" } }; { account, { ["roster-subscription"] = "maybe" } };
				{ account, { username = "romeo" } };
				{ reset, {} }; { reset, { accountjid = "@" } }; { reset, { accountjid = "x.example" } }; { reset, { accountjid = "a@x.example" } };
				{ reset, { accountjid = "romeo@"..host } };
				{ own }; { own, { invite = "list:all" } }; { own, { invite = "page:" } }; { own, { invite = "none" } }; { own, { action = "steal" } };
				{ own, { invite = id } }; { own, { invite = id; action = "label" } }; { own, { invite = id; action = "label"; note = "y" } };
				{ own, { invite = id; action = "label"; step = "last" } };
				{ own, { invite = id; action = "extend" } }; { own, { invite = id; action = "extend"; lifetime = "3600" } };
				{ all, {} }; { all, { user = "romeo" } }; { all, { which = "used" } };
				{ own, { invite = id; action = "revoke" } }; { own, { invite = id; action = "revoke" } }; { account, nil, "prev" };
			} do
				assert.truthy(speaks("boss", request[1], request[2], request[3]) > 0);
			end
			for _, action in ipairs { "show"; "extend" } do assert.truthy(speaks("romeo", own, { invite = admins; action = action }) > 0); end
			assert.truthy(speaks("romeo", own) > 0);
			assert.truthy(speaks("romeo", all) > 0);
		end);

		it("is said of the answer where it is not English", function ()
			start();
			for _, language in ipairs { "en"; "tlh"; false } do
				for node, text in pairs { [contact] = "Invite link"; [all] = "You may not use this command" } do
					local answer = execute("romeo", language or nil, node);
					local found = false;
					for _, one in ipairs(shown(answer)) do found = found or one == text; end
					assert.is_true(found, text);
					assert.is_nil(answer:get_child("command", xmlns_commands).attr["xml:lang"]);
				end
			end
		end);

		it("is that of descriptions that are refused", function ()
			start();
			local session = { type = "c2s"; host = host; username = "romeo"; full_jid = "romeo@"..host.."/r"; sent = {} };
			function session.send(stanza) table.insert(session.sent, stanza); return true; end
			local iq = st.iq({ type = "get"; from = session.full_jid; to = host; id = "d"; ["xml:lang"] = "xx" }):tag("query"):reset();
			_G.prosody.hosts[host].events.fire_event("host-disco-info-node", { origin = session; stanza = iq; node = all; reply = st.reply(iq) });
			assert.same({ "auth", "forbidden", "xx adhoc-unavailable" }, { session.sent[1]:get_error() });
			assert.equal("xx", session.sent[1]:get_child("error"):get_child("text", xmlns_errors).attr["xml:lang"]);
		end);
	end);
end); end
