-- The gate: when it is loaded, to whom it offers registration, and which tokens it takes, with Prosody's own mod_register_ibr.

local Fixture = require "spec.support.fixture";
local stream = require "spec.support.stream";

Fixture.describe("mod_invites_register", { modules = { "invites_register" }; options = { allow_registration = true } }, function (fixture)
	local preauth, register = stream.preauth, stream.register;
	local gate, host = stream.gate(fixture), fixture.host;
	local steps, fails, holder, new_session = gate.steps, gate.fails, gate.holder, gate.new_session;
	local refused, provider, errors = gate.refused, gate.provider, gate.errors;
	local invites, server, bus;

	local function start(...) invites, server, bus = gate.start(...); end

	describe("is loaded", function ()
		it("and outlives what it depends on", function ()
			start();
			assert.truthy(fixture:module "invites" and fixture:module "register_ibr");
			server:unload(host, "invites");
			server:unload(host, "register_ibr");
			assert.truthy(fixture:module "invites_register");
		end);

		it("without mod_register_ibr where nobody may register in-band", function ()
			start { registration_invite_only = false; allow_registration = false };
			assert.is_nil(fixture:module "register_ibr");
			assert.is_nil(register(holder(invites.create_account()), "romeo"));
		end);

		it("with an error in the log where mod_register_ibr is disabled", function ()
			start { modules_disabled = { "register_ibr" } };
			assert.is_nil(fixture:module "register_ibr");
			assert.equal(1, errors "^Clients cannot register, as mod_register_ibr could not be loaded: ");
		end);

		it("and does nothing under prosodyctl", function ()
			start(nil, { process = "prosodyctl" });
			assert.is_nil(fixture:module "register_ibr");
			assert.is_nil(fixture:module("invites_register").register);
		end);

		for what, change in pairs {
			["is not there"] = function () server:unload(host, "invites"); end;
			["is another one"] = function () invites.claim = nil; end;
		} do
			it("and refuses everybody if mod_invites "..what, function ()
				for _, invite_only in ipairs { true; false } do
					start { registration_invite_only = invite_only };
					local session = holder(invites.create_account());
					change();
					refused("wait/internal-server-error", register(session, "juliet"));
					refused("wait/internal-server-error", preauth(session, "t"));
					assert.is_false(fixture:user_exists "juliet");
				end
			end);
		end
	end);

	describe("offers registration", function ()
		local function features(changes)
			local offered, element = {}, require "util.stanza".stanza("stream:features");
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

		it("and refuses it where mod_invites fails, without the token in the log", function ()
			for _, code in ipairs { "internal-server-error"; "a code of the future" } do
				fails("present", code);
				refused("wait/internal-server-error", preauth(session, "not-a-token-of-ours"));
			end
			for _, line in ipairs(server.logs) do assert.is_nil(line.text:find("not-a-token-of-ours", 1, true), line.text); end
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

		it("and a password on encrypted streams alone, also where the option is not understood", function ()
			for _, value in ipairs { true; "yes"; {} } do
				start { c2s_require_encryption = value; registration_invite_only = value };
				local plain, token = new_session { secure = false }, invites.create_account().token;
				assert.is_nil(preauth(plain, token));
				refused("modify/policy-violation", register(plain, "mallory"));
				refused("modify/not-acceptable", register(new_session(), "mallory"));
				assert.equal("result", register(holder { token = token }, "romeo").attr.type);
			end
			start { registration_invite_only = false; allow_registration = "yes" };
			assert(server:load(host, "register_ibr"));
			refused("modify/not-acceptable", register(new_session(), "mallory"));
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
end);
