-- What other modules, the log, mod_audit and inviters are told about invites.

local Fixture = require "spec.support.fixture";

Fixture.describe("events", { options = { allow_user_invites = true }; users = { "juliet" } }, function (fixture)
	local host = fixture.host;
	local server, invites, seen;

	local names = { "invite-created"; "invite-stored"; "invite-checked"; "invite-claimed"; "invite-redeemed"; "invite-released"; "invite-revoked";
		"invites-revoked"; "invite-extended"; "invite-labelled"; "invite-refused"; "invites-forgotten"; "invites-settled"; "invites-swept" };

	local function start(options)
		invites, server = fixture:start(options);
		seen = {};
		for _, name in ipairs(names) do
			invites.module:hook(name, function (event) table.insert(seen, { name = name; event = event }); end);
		end
	end

	local function own(more) return fixture:own_invite("juliet", more); end
	local function join(...) return fixture:join(...); end

	-- → names of the events since the last call, the last of the events
	local function news()
		local list, last = {}, seen[#seen];
		for i, entry in ipairs(seen) do list[i] = entry.name; end
		seen = {};
		return table.concat(list, " "), last and last.event;
	end

	it("tells each step once", function ()
		start();
		local invite = own({ data = { note = "hi" } });
		local id = invite.id;
		-- (names of the events since the last call, fields of the last one)
		local function told(names_of_events, fields)
			local list, event = news();
			assert.equal(names_of_events, list);
			assert.same(fields, event);
		end
		told("invite-created invite-stored", { id = id; kind = "account"; invite = invite });
		local validated = invites.get(invite.token);
		told("invite-checked", { id = id; kind = "account"; creator = "juliet"; validated = validated });
		for _ = 1, 2 do
			assert.is_true(invites.claim(validated, "ROMEO"));
			local list, event = news();
			assert.same({ "invite-claimed"; "romeo" }, { list; event.username });
			for _ = 1, 2 do assert.is_true(invites.release(validated)); end
			list, event = news();
			assert.same({ "invite-released"; "romeo" }, { list; event.username });
		end
		assert.is_true(invites.claim(validated, "romeo"));
		server:create_user("romeo", host, "secret");
		for _ = 1, 2 do assert.is_true(invites.redeem(validated, "romeo")); end
		assert.is_true(validated:use());
		told("invite-claimed invite-redeemed", { id = id; kind = "account"; creator = "juliet"; username = "romeo"; validated = validated });
		assert.is_nil(invites.get(invite.token));
		told("invite-refused", { verb = "check"; code = "token-used"; id = id });
	end);

	it("tells what is done to invites", function ()
		start();
		local invite = own();
		news();
		local function told(name, event_name, fields, ...)
			invites[name](...);
			local list, event = news();
			assert.equal(event_name, list);
			for key, value in pairs(fields) do assert.same(value, event[key], key); end
			return event;
		end
		local event = told("extend", "invite-extended", { id = invite.id; by = "juliet" }, invite.token, 60, "juliet");
		assert.equal(invites.info(invite.id).expires, event.expires);
		event = told("label", "invite-labelled", { id = invite.id; note = "hi" }, invite.token, "hi");
		assert.equal("hi", event.invite.additional_data.note);
		event = told("revoke", "invite-revoked", { id = invite.id; by = "juliet" }, invite.id, "juliet");
		assert.equal("revoked", event.invite.state);
		own();
		news();
		told("revoke_all", "invites-revoked", { creators = { "juliet" }; count = 1 }, { "juliet" });
	end);

	it("tells what is refused", function ()
		start({ invites_per_user = 0 });
		assert.is_nil(own());
		local list, event = news();
		assert.equal("invite-refused", list);
		assert.same({ verb = "make"; code = "quota-pending" }, event);
		local validated = invites.get(invites.create_account().token);
		local rival = invites.get(validated.token);
		invites.claim(validated, "romeo");
		news();
		invites.claim(rival, "mercutio");
		list, event = news();
		assert.equal("invite-refused", list);
		assert.same({ "claim"; "invite-in-use"; "mercutio" }, { event.verb; event.code; event.username });
		assert.is_nil(invites.get("x", "juliet"));
		list, event = news();
		assert.same({ "invite-refused"; "token-invalid"; "juliet" }, { list; event.code; event.username });
	end);

	it("tells what happens by itself", function ()
		start({ invites_history = "1 hour" });
		invites.create_contact("juliet");
		invites.claim(invites.get(invites.create_account(nil, nil, 60).token), "romeo");
		local settled = invites.get(invites.create_account().token);
		invites.claim(settled, "mercutio");
		news();
		assert.is_true(invites.settle(settled));
		assert.equal("invite-released", (news()));
		invites.claim(settled, "mercutio");
		server:create_user("mercutio", host, "secret");
		assert.is_true(invites.settle(settled));
		local list, event = news();
		assert.equal("invite-claimed invite-redeemed", list);
		assert.equal("mercutio", event.username);

		server:delete_user("juliet", host);
		list, event = news();
		assert.equal("invites-forgotten", list);
		assert.same({ username = "juliet"; count = 1 }, event);
		server:advance(5 * 3600);
		list = news();
		assert.truthy(list:find("invites-settled", 1, true), list);
		assert.truthy(list:find("invites-swept", 1, true), list);
	end);

	it("is not stopped by handlers that fail", function ()
		start();
		for i = 2, #names do invites.module:hook(names[i], function () error("no"); end); end
		local invite = own();
		join("romeo", invite.token);
		assert.equal("redeemed", invites.info(invite.id).state);
		assert.equal(4, #server:logged("error", "failed on the event"));
	end);

	it("tells the log, by the short id", function ()
		start();
		local invite = own();
		join("romeo", invite.token);
		assert.equal(1, #server:logged("info", "^Invite "..invite.id.." was used %(account%) by romeo$"));
		for _, line in ipairs(server.logs) do assert.is_nil(line.text:find(invite.token, 1, true), line.text); end
	end);

	describe("mod_audit", function ()
		local moduleapi, entries;
		before_each(function ()
			start();
			moduleapi, entries = require "core.moduleapi", {};
			function moduleapi.audit(module, jid, what, extra)
				local words;
				for _, child in ipairs(extra.custom) do words = child:get_text(); end
				table.insert(entries, { module.name; jid or "host"; what; words });
			end
		end);
		after_each(function () moduleapi.audit = nil; end);

		it("gets entries of what was made, used and revoked, where it is loaded", function ()
			local invite, other = own(), invites.create_account(); -- src/step.rs tests the entries of all events
			join("romeo", invite.token);
			invites.revoke_all({ "juliet" });
			invites.revoke(other.token);
			for i, entry in ipairs(entries) do entries[i] = table.concat(entry, " "); end
			assert.same({
				"invites juliet@"..host.." invite-stored Invite "..invite.id.." was made (account) by juliet";
				"invites host invite-stored Invite "..other.id.." was made (account)";
				"invites romeo@"..host.." invite-redeemed Invite "..invite.id.." was used (account) by romeo";
				"invites host invite-revoked Invite "..other.id.." was revoked";
			}, entries);
		end);

		it("stops nothing where it fails", function ()
			function moduleapi.audit() error("disk full"); end
			join("romeo", own().token);
			assert.equal(2, #server:logged("warn", "disk full"));
		end);
	end);

	describe("the inviter", function ()
		local messages;
		local function watch(options)
			start(options);
			messages = {};
			function invites.module.send(_, stanza) table.insert(messages, stanza); end
		end

		it("is told who came, where that is wanted, with the note in one line", function ()
			watch({ invites_notify_inviter = true });
			join("romeo", own({ data = { note = "for\nmy <love>" } }).token);
			assert.equal(1, #messages);
			local attr = messages[1].attr;
			assert.same({ "chat"; host; "juliet@"..host; "en" }, { attr.type; attr.from; attr.to; attr["xml:lang"] });
			assert.equal("romeo@example.com created an account with your invite (for my <love>).", messages[1]:get_child_text("body"));
		end);

		it("is told in the language in which the invite was created, or that of their client, or in English", function ()
			watch({ invites_notify_inviter = true });
			local number = 0;
			local function told(language, presence)
				number = number + 1;
				_G.prosody.hosts[host].sessions.juliet = presence and { top_resources = { { presence = presence } }; sessions = {} } or nil;
				join("romeo"..number, own({ data = { language = language } }).token);
				local message = table.remove(messages);
				return message.attr["xml:lang"], message:get_child_text("body");
			end
			local function presence(language) return require "util.stanza".presence { ["xml:lang"] = language }; end
			local tag, body = told("de", presence "fr");
			assert.same({ "de", "romeo1@example.com hat mit deiner Einladung ein Konto erstellt." }, { tag, body });
			assert.equal("fr", (told(nil, presence "fr-CH")));
			for _, language in ipairs { ("x"):rep(1000); "xx"; { "de" }; 5; "" } do assert.equal("en", (told(language, presence "en"))); end
			assert.equal("en", (told(nil, nil)));
			_G.prosody.hosts[host].sessions.juliet = nil;
		end);

		it("is told a note that can harm nobody", function ()
			watch({ invites_notify_inviter = true });
			join("romeo", own({ data = { note = ("\226\128\174ü\t"):rep(100).."<b>" } }).token);
			local body = messages[1]:get_child_text("body");
			assert.is_nil(body:find("[%c]"), body);
			assert.equal(200, utf8.len(body:match("%((.*)%)%.$")), body);
			assert.truthy(body:find("…).", 1, true), body);
		end);

		it("is not told of what is nobody's, or one's own, nor by default", function ()
			watch({ invites_notify_inviter = true });
			join("romeo", invites.create_account().token);
			assert.is_true(invites.spend(invites.get(invites.create_contact("juliet").token, "juliet"), "juliet"));
			assert.is_true(invites.spend(invites.get(invites.create_account_reset("juliet").token), "juliet"));
			assert.same({}, messages);
			watch(); -- nor by default
			join("romeo", own().token);
			assert.same({}, messages);
		end);
	end);
end);
