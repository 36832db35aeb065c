-- The ad-hoc commands that list invites and change them.

local adhoc = require "spec.support.adhoc";
local Fixture = require "spec.support.fixture";

local own, all = adhoc.own, adhoc.all;
local again, refused, sorted, labels = adhoc.again, adhoc.refused, adhoc.sorted, adhoc.labels;

Fixture.describe("commands that manage invites", adhoc.defaults, function (fixture)
	local client, host = adhoc.client(fixture), fixture.host;
	local execute, result, invite_of = client.execute, client.result, client.invite_of;
	local invites, server;

	local function start(...) invites, server = fixture:start(...); end

	describe("one's own invites", function ()
		local function make(spec)
			spec.creator = spec.creator or "romeo";
			return assert(invites.make(spec)).id;
		end

		it("are listed, to choose one", function ()
			start();
			assert.truthy(execute("romeo", own).note:find("No invites found"));
			local first = make { kind = "contact"; inviter = "romeo" };
			server:advance(10);
			local second = make { kind = "account"; username = "benvolio"; uses = 2; data = { note = "for\tBenvolio" }; ttl = 86400 };
			server:advance(1);
			local third = make { kind = "contact-account"; inviter = "romeo" };
			assert(invites.revoke(third));
			make { kind = "contact"; inviter = "juliet"; creator = "juliet" };
			local answer = execute("romeo", own);
			assert.same({ "executing", "form", "next:next" }, { answer.status, answer.form, answer.actions });
			local day = os.date("!%Y-%m-%d", os.time() - 1 + 86400);
			local week = os.date("!%Y-%m-%d", os.time() - 11 + 7 * 86400);
			local rows = {
				[first] = { first, ("contact, until %s"):format(week) };
				[second] = { second, ("for Benvolio: account benvolio@example.com, until %s, used 0 of 2 times"):format(day) };
				[third] = { third, "account and contact, revoked" };
			};
			local more = { "list:all", "… (show all, including used and expired)" };
			assert.same({ rows[second], rows[first], more }, answer.fields.invite.options);
			assert.same({ "hidden", "usable" }, { answer.fields.which.type, answer.fields.which.value });
			assert.same({ "list-single", true, "list-single", true },
				{ answer.fields.invite.type, answer.fields.invite.required, answer.fields.action.type, answer.fields.action.required });
			assert.same({ second, "show" }, { answer.fields.invite.value, answer.fields.action.value });
			assert.same(answer, execute("romeo", own, { action = "show" }));

			answer = execute("romeo", own, { invite = "list:all"; action = "revoke"; which = "usable" });
			assert.same({ rows[third], rows[second], rows[first] }, answer.fields.invite.options);
			assert.equal("all", answer.fields.which.value);
			for _, id in ipairs { first; second } do assert(invites.revoke(id)); end
			answer = execute("romeo", own); -- none can be used
			assert.equal(3, #answer.fields.invite.options);
			assert.equal("all", answer.fields.which.value);
		end);

		it("are shown", function ()
			start();
			local id = make { kind = "account"; uses = 2; data = { note = "für Benvolio" } };
			local fields, answer = result("romeo", own, { invite = id; action = "show" });
			assert.same({ "FORM_TYPE"; "uri"; "valid-until"; "expire"; "purpose"; "state"; "uses"; "note"; "maker"; "created"; "id" }, answer.order);
			assert.equal("xmpp:prosody-invites/adhoc#details", fields.FORM_TYPE.value);
			assert.same({ "account"; "active"; "used 0 of 2 times"; "für Benvolio"; "romeo@example.com"; id },
				{ fields.purpose.value, fields.state.value, fields.uses.value, fields.note.value, fields.maker.value, fields.id.value });
			assert.equal(id, invite_of(fields).id);
			start { invites_store_tokens = false };
			fields = result("romeo", own, { invite = make { kind = "contact"; inviter = "romeo" } });
			assert.same({ false, true }, { fields.uri ~= nil, fields.expire ~= nil });
		end);

		it("are labelled", function ()
			start();
			local id = make { kind = "contact"; inviter = "romeo"; data = { note = "old"; source = "kept" } };
			local answer = execute("romeo", own, { invite = id; action = "label" });
			assert.same({ "executing", "complete:complete", "text-single", "old" },
				{ answer.status, answer.actions, answer.fields.note.type, answer.fields.note.value });
			for _, name in ipairs { "invite"; "action"; "step" } do assert.equal("hidden", answer.fields[name].type); end
			local hidden = { invite = answer.fields.invite.value; action = answer.fields.action.value; step = answer.fields.step.value };
			hidden.note = "new";
			assert.equal("new", result("romeo", own, hidden).note.value);
			assert.same({ note = "new"; source = "kept" }, invites.info(id).additional_data);
			hidden.note = "";
			assert.is_nil(result("romeo", own, hidden).note);
			hidden.note = nil;
			assert.is_nil(result("romeo", own, hidden, "complete").note);
			assert.same({ source = "kept" }, invites.info(id).additional_data);
		end);

		it("are changed 20 times in a row, and then 4 times in a second", function ()
			start(nil, fixture:frozen());
			local id = make { kind = "contact"; inviter = "romeo" };
			local changes, session = 0, client.session "romeo";
			require "util.async".runner(function ()
				for i = 1, 28 do
					adhoc.ask(session, own, { invite = id; action = "label"; note = "note "..i });
					changes = i;
				end
			end):run(true);
			assert.equal(20, changes);
			server:advance(1);
			assert.equal(24, changes);
			server:advance(1);
			assert.same({ 28; "note 28" }, { changes; invites.info(id).note });
		end);

		it("keep a note that is too long in the form, to be mended", function ()
			start();
			local id = make { kind = "contact"; inviter = "romeo" };
			local fields = again("Note: too long", execute("romeo", own, { invite = id; action = "label"; step = "last"; note = ("x"):rep(1001) }));
			assert.same({ id, "label", "last", ("x"):rep(1001) },
				{ fields.invite.value, fields.action.value, fields.step.value, fields.note.value });
			assert.is_nil(invites.info(id).additional_data);
		end);

		it("are extended, by no more than users may", function ()
			start { invites_longest_expiry = "30 days" };
			local id = make { kind = "contact"; inviter = "romeo"; authority = "user"; ttl = 60 };
			local answer = execute("romeo", own, { invite = id; action = "extend" });
			assert.same({ "1 hour"; "1 day"; "7 days"; "30 days" }, labels(answer.fields.lifetime));
			local _, done = result("romeo", own, { invite = id; action = "extend"; step = "last"; lifetime = tostring(30 * 86400) });
			assert.truthy(done.note:find("now valid until %d+%-%d%d%-%d%d %d%d:%d%d UTC"), done.note);
			local left = 30 * 86400 - (invites.info(id).expires - os.time());
			assert.truthy(left >= 0 and left < 60, left); -- seconds since it was extended
			assert.equal(id, again("not one of the choices", execute("romeo", own, { invite = id; action = "extend"; lifetime = "31536000" })).invite.value);
			id = make { kind = "account"; creator = "boss" };
			assert.is_nil(result("boss", own, { invite = id; action = "extend"; lifetime = "never" }).expire);
		end);

		it("are revoked", function ()
			start();
			local id = make { kind = "contact"; inviter = "romeo"; authority = "user" };
			local answer = execute("romeo", own, { invite = id; action = "revoke" });
			assert.same({ "completed", "Invite revoked" }, { answer.status, answer.note });
			assert.equal("revoked", invites.info(id).state);
			-- Another one may be chosen.
			assert.equal(id, again("has been revoked", execute("romeo", own, { invite = id; action = "revoke" })).invite.options[1][1]);
			again("has been revoked", execute("romeo", own, { invite = id; action = "extend"; lifetime = "3600" }));
			assert.equal("revoked", result("romeo", own, { invite = id }).state.value);
		end);

		it("are nobody else's", function ()
			start();
			local id = make { kind = "contact"; inviter = "juliet"; creator = "juliet" };
			local token = invites.info(id).token;
			for _, reference in ipairs { id; token or "none"; "000000000000"; ""; "page:"; "page:00"; ("x"):rep(5000) } do
				for _, verb in ipairs { "show"; "extend"; "label"; "revoke" } do
					for _, more in ipairs { {}; { lifetime = "3600"; note = "mine"; step = "last" } } do
						local answer = execute("romeo", own, { invite = reference; action = verb; lifetime = more.lifetime; note = more.note; step = more.step });
						if reference == id or #reference == 12 or reference == token then refused("modify/bad-request", "does not exist", answer); end
						assert.is_nil(answer.fields and answer.fields.uri);
					end
				end
			end
			refused("modify/bad-request", "not one of the choices", execute("romeo", own, { invite = id; action = "steal" }));
			local invite = invites.info(id);
			assert.same({ "pending", nil }, { invite.state, invite.additional_data and invite.additional_data.note });
		end);

		-- (values of the first request)
		local function pages_of(first)
			local seen, count, pages = {}, 0, 0;
			local answer = execute("romeo", own, first);
			while answer.fields.invite do
				pages = pages + 1;
				local further;
				for _, option in ipairs(answer.fields.invite.options) do
					if option[1]:find("^page:") then
						further = option[1];
					elseif option[1] ~= "list:all" then
						assert.is_nil(seen[option[1]]);
						seen[option[1]] = true;
						count = count + 1;
					end
				end
				if not further then break; end
				answer = execute("romeo", own, { invite = further; action = "revoke"; which = answer.fields.which.value });
			end
			return { count, pages }, answer.note;
		end

		it("come page by page where they are many", function ()
			start();
			for _ = 1, 2 do assert(invites.make_many({ kind = "account"; creator = "romeo" }, 150)); end
			make { kind = "account"; creator = "juliet" };
			assert(invites.revoke(make { kind = "account" }));
			local counted, note = pages_of();
			assert.same({ 300, 3 }, { counted[1], math.min(counted[2], 3) }, note);
			assert.equal(301, pages_of({ invite = "list:all" })[1]);
		end);

		it("may have data of any shape", function ()
			start();
			for _, data in ipairs { { note = ("ü"):rep(100) }; { note = { "no text" } }; { "a list" } } do make { kind = "account"; data = data }; end
			local options = execute("romeo", own).fields.invite.options;
			for i = 1, 3 do assert(result("romeo", own, { invite = options[i][1] })); end
		end);
	end);

	describe("all invites", function ()
		it("are found by what they are and by whose they are", function ()
			start();
			local a = invites.make { kind = "account"; creator = "romeo" }.id;
			local b = invites.make { kind = "contact"; inviter = "juliet" }.id;
			invites.revoke(invites.make { kind = "account"; creator = "juliet" }.id);
			local function ids(values)
				local answer = execute("boss", all, values);
				local list = {};
				for _, option in ipairs(answer.fields.invite and answer.fields.invite.options or {}) do table.insert(list, option[1]); end
				return sorted(list), answer;
			end
			local question = execute("boss", all);
			assert.same({ "executing", "next:next", "list-single", "jid-single" },
				{ question.status, question.actions, question.fields.which.type, question.fields.user.type });
			assert.same(sorted { a; b }, (ids({})));
			assert.same({ a }, (ids({ which = "pending" })));
			assert.same({ b }, (ids({ user = "juliet@"..host })));
			assert.equal(2, #ids({ user = "juliet@"..host; which = "all" }));
			assert.same({}, (ids({ which = "used" })));
			local _, answer = ids({ user = "juliet@"..host; which = "all" });
			assert.same({ "all", "juliet@"..host }, { answer.fields.which.value, answer.fields.user.value });
			assert.truthy(labels(answer.fields.invite)[1]:find("by juliet", 1, true));
			for _, user in ipairs { "juliet@elsewhere.example"; "juliet" } do
				assert.equal(user, again("full address", execute("boss", all, { user = user })).user.value);
			end
			again("not one of the choices", execute("boss", all, { which = "mine" }));
		end);

		it("are shown, labelled, extended and revoked by admins", function ()
			start { invites_longest_expiry = "1 day" };
			for _, admin in ipairs { "boss"; "remote@admin.example" } do
				local id = invites.make { kind = "contact"; inviter = "juliet"; authority = "user" }.id;
				assert.equal("juliet@"..host, result(admin, all, { invite = id; action = "show" }).maker.value);
				assert.equal("seen", result(admin, all, { invite = id; action = "label"; note = "seen" }).note.value);
				again("not one of the choices", execute(admin, all, { invite = id; action = "extend"; lifetime = "never" })); -- contact invites always end
				assert.truthy(result(admin, all, { invite = id; action = "extend"; lifetime = "31536000" }).expire);
				assert.equal("Invite revoked", execute(admin, all, { invite = id; action = "revoke" }).note);
				assert.equal("revoked", invites.info(id).state);
			end
		end);
	end);
end);
