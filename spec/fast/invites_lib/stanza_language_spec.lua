-- What streams are told, in their language: refusals of mod_invites_register and the commands of mod_invites_adhoc, on Prosody's own
-- mod_register_ibr and mod_adhoc. The tests have a language of their own, "xx", in which each text is the id of its message.

local adhoc = require "spec.support.adhoc";
local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

local xmlns_commands = "http://jabber.org/protocol/commands";

local function read(path)
	local file = assert(io.open(path));
	local text = file:read("*a");
	file:close();
	return text;
end

Fixture.describe("the language of a stream", adhoc.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, st, speaking;

	-- (options of the host or nil) starts a server that speaks "xx" too
	local function start(options)
		invites, server = fixture:start(options);
		st = require "util.stanza";
		speaking = invites.require_once "invites_lib/stanza_language";
		local choose, format = invites.i18n.choose, invites.i18n.format;
		function invites.i18n.choose(wished, accepted)
			if accepted == "xx" then return "xx", false; end
			return choose(wished, accepted);
		end
		function invites.i18n.format(tag, id, told)
			assert(format("en", id, told) ~= "", id);
			return tag == "xx" and "xx "..id or format(tag, id, told);
		end
		local english, xx = read "lua/mod_invites/locales/en.ftl", {};
		for id in english:gmatch("%f[^\n](adhoc%-[%l-]+) =") do table.insert(xx, id.." = xx "..id.."\n"); end
		local catalogue = assert(invites.require_once "invites_core".i18n { en = english; xx = table.concat(xx) });
		function invites.i18n.dialog(tag) return catalogue:dialog(tag); end
	end

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

	it("is spoken without marks, and in English where it is not known or lost", function ()
		start();
		local say, tag = speaking.to(languages("xx"), invites.i18n);
		assert.same({ "xx", "xx adhoc-note" }, { tag, say "adhoc-note" });
		for _, wish in ipairs { "tlh"; "no language"; "*" } do
			say, tag = speaking.to(languages(wish), invites.i18n);
			assert.same({ "en", "by juliet", "by romeo", "1 day", "7 days", "Note" },
				{ tag, say("adhoc-made-by", { creator = "juliet" }), say("adhoc-made-by", { creator = "romeo" }),
				say("adhoc-days", { count = 1 }), say("adhoc-days", { count = 7.0 }), say "adhoc-note" });
		end
		local broken = { choose = function () error "lost"; end; format = function () error "lost"; end };
		for _, texts in ipairs { broken; {}; false } do
			say, tag = speaking.to(languages("xx"), texts or nil);
			assert.same({ "en", "adhoc-note" }, { tag, say "adhoc-note" });
		end
		assert.truthy(#server:logged("error", "lost") > 0);
	end);

	it("is English in forms where the texts can't be read", function ()
		start();
		local core, i18n = invites.require_once "invites_core", invites.i18n;
		local open = core.i18n;
		core.i18n = function (sources)
			assert(sources == nil, "lost");
			return open();
		end;
		assert.has_error(function () i18n.format("en", "adhoc-note"); end);
		assert.equal("Create password reset invite", i18n.dialog("de"):reset_form():layout().title);
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
			local source, known = "", {};
			for _, folder in ipairs { "lua/mod_invites_adhoc/"; "src/adhoc/" } do
				for name in require "lfs".dir(folder) do
					if name:find("%.lua$") or name:find("%.rs$") then source = source..read(folder..name):gsub("#%[cfg%(test%)%].*", ""); end
				end
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
		-- (answer) → { text of the error, its language or nil }
		local function said(answer)
			local _, text, language = stream.error_of(answer);
			return { text, language };
		end

		local function preauth(language, token) return said(stream.preauth(stream.new(host), token, "set", language)); end

		-- (session, language, username, password) as above
		local function register(session, language, ...)
			local username, password = ...;
			return said(stream.register(session, username, password, language));
		end

		local function holder(spec)
			return stream.new(host, { validated_invite = assert(invites.get(assert(invites.make(spec)).token)) });
		end

		it("is that of refused tokens", function ()
			start();
			local invalid = "The provided token is invalid or expired";
			for _ = 1, 2 do -- the English element is kept
				assert.same({ "xx refusal-token-invalid", "xx" }, preauth("xx", "guess"));
				for _, language in ipairs { false; "en"; "tlh" } do assert.same({ invalid }, preauth(language or nil, "guess")); end
			end
			assert.same({ "xx refusal-token-missing", "xx" }, preauth "xx");
			assert.same({ "The token is missing" }, preauth("en", ""));
			function invites.i18n.format() error "lost"; end
			assert.same({ invalid }, preauth("xx", "guess"));
			invites.i18n = nil;
			assert.same({ invalid }, preauth("xx", "guess"));
			assert(server:unload(host, "invites"));
			assert.same({ "Invitations cannot be checked at the moment" }, preauth("xx", "guess"));
		end);

		it("is that of refused registrations and resets, which modules see in English", function ()
			start();
			local seen = {};
			_G.prosody.hosts[host].events.add_wrapper("user-registering", function (handlers, name, event)
				local answer = handlers(name, event);
				table.insert(seen, event.reason);
				return answer;
			end);
			local not_invited = "Registration on this server is through invitation only";
			local account = holder { kind = "account"; username = "tybalt" };
			local reset = holder { kind = "reset"; username = "romeo" };
			-- session, language, username, password or nil, what is said
			for _, case in ipairs {
				{ stream.new(host), "xx", "tybalt", nil, "xx refusal-not-invited" }; { stream.new(host), "en", "tybalt", nil, not_invited };
				{ account, "xx", "nurse", nil, "xx refusal-username-mismatch" }; { account, nil, "nurse", nil, "This invite is for a different username" };
				{ account, "xx", "tybalt", "\239\191\189\226\128\168", "xx refusal-password-unusable" };
				{ reset, "xx", "boss", nil, "xx refusal-username-mismatch" }; { reset, "xx", "ro meo", nil, "xx refusal-username-invalid" };
				{ reset, "en", "boss", nil, "This invite is for a different username" };
			} do
				assert.same({ case[5], case[5]:match("^xx") }, register(table.unpack(case, 1, 4)));
			end
			assert.equal(not_invited, seen[1]);
			assert.equal(0, #(account.filters and account.filters["stanzas/out"] or {}));
		end);
	end);

	describe("of somebody with an account", function ()
		local account, contact, reset, own, all = adhoc.account, adhoc.contact, adhoc.reset, adhoc.own, adhoc.all;

		-- (user, language, node, values of a form or nil, action or nil) → the stanza that answers
		local function execute(user, language, node, values, action)
			return adhoc.ask(adhoc.session(host, user), node, values, action, language);
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
			assert.equal("xx", answer:get_child("command", xmlns_commands).attr["xml:lang"]);
			if answer.attr.type == "error" then assert.equal("xx", (select(3, stream.error_of(answer)))); end
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

		it("is that of descriptions that are refused, and English where no other is known", function ()
			start();
			assert.same({ "auth/forbidden", "xx adhoc-unavailable", "xx" }, { stream.error_of(adhoc.describe(adhoc.session(host, "romeo"), all, "xx")) });
			for _, language in ipairs { "en"; "tlh"; false } do
				for node, text in pairs { [contact] = "Link for people who already have an XMPP app"; [all] = "You are not allowed to use this command" } do
					local answer = execute("romeo", language or nil, node);
					assert.truthy(table.concat(shown(answer), "\n"):find(text, 1, true));
					assert.is_nil(answer:get_child("command", xmlns_commands).attr["xml:lang"]);
				end
			end
		end);
	end);
end);
