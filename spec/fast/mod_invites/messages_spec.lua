-- The first messages to a new account. With real storage and crashes: spec/live/registration/messages_spec.lua.

local Fixture = require "spec.support.fixture";

Fixture.describe("the first message to a new account", { users = { "juliet"; "romeo" } }, function (fixture)
	local host = fixture.host;
	local romeo = "romeo@"..host;

	-- (name of a function of jobs/messages, what is to be done, options) → the messages that it sends
	local function sent(name, to_do, options)
		local invites, server = fixture:start(options);
		local messages = invites.require_once "jobs/messages";
		to_do.account, to_do.id = to_do.account or romeo, "its-id";
		for _ = 1, 2 do assert.is_true(messages[name](to_do)); end
		local found = {};
		for i, stanza in ipairs(server.posted) do found[i] = stanza; end
		return found;
	end

	it("is in the name of who made the invite while there is that account, else of the host, with the id of what is to be done", function ()
		for _, case in ipairs { { "juliet"; "juliet@"..host }; { "gone"; host }; { nil; host } } do
			local found = sent("from_inviter", { creator = case[1]; text = "Hi\n<b>" });
			assert.equal(2, #found);
			local one, other = found[1], found[2];
			assert.same({ case[2]; romeo; "chat"; "Hi\n<b>" }, { one.attr.from; one.attr.to; one.attr.type; one:get_child_text("body") });
			assert.same({ "its-id"; "its-id" }, { one.attr.id; other.attr.id });
		end
	end);

	it("is sent neither without a text nor to an account that is gone", function ()
		assert.same({}, sent("from_inviter", {}));
		assert.same({}, sent("from_inviter", { text = "Hi"; account = "gone@"..host }));
		assert.same({}, sent("from_host", {}));
		assert.same({}, sent("from_host", {}, { invites_welcome = {} }));
		assert.same({}, sent("from_host", { account = "gone@"..host }, { invites_welcome = "Hi" }));
	end);

	it("may be the host's in several languages, of which the client picks one", function ()
		local welcome = sent("from_host", {}, { invites_welcome = "Hello\nRomeo" })[1];
		assert.same({ host; "Hello\nRomeo"; nil }, { welcome.attr.from; welcome:get_child_text("body"); welcome.attr["xml:lang"] });
		welcome = sent("from_host", {}, { invites_welcome = { de = "Hallo"; en = "Hello"; fr = "Salut"; it = ("x"):rep(501) } })[1];
		local bodies = {};
		for body in welcome:childtags "body" do table.insert(bodies, (body.attr["xml:lang"] or "-").." "..body:get_text()); end
		assert.same({ "en"; "- Hello"; "de Hallo"; "fr Salut" }, { welcome.attr["xml:lang"]; table.unpack(bodies) });
		assert.equal("de", sent("from_host", {}, { invites_welcome = { fr = "Salut"; de = "Hallo" } })[1].attr["xml:lang"]);
	end);
end);
