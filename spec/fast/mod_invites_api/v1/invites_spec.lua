-- Version 1 of the HTTP API: creating invites, reading and changing them.

local api = require "spec.support.api";
local Fixture = require "spec.support.fixture";

Fixture.describe("/invites_api/v1", api.defaults, function (fixture)
	local host = fixture.host;
	local invites, key;

	-- ({ scopes, … as the command new_key has them }) → key
	local function new_key(grant)
		grant.scopes = grant.scopes or { "create"; "read"; "manage"; "register" };
		return assert(invites.http.add_key(grant));
	end

	local function start(options, grant)
		fixture:start(options, { users = { "juliet" } });
		invites = fixture:module "invites";
		key = new_key(grant or {});
	end

	local function call(what, body, more) return api.v1(host, key, what, body, more); end

	local function refused(answer, status, code, field)
		assert.same({ status; code; field }, { answer.status; answer.json and answer.json.code; answer.json and answer.json.field });
		assert.equal("application/problem+json", answer.headers.content_type);
		return answer;
	end

	it("creates an invite with all that an invite can have", function ()
		start(nil, { role = { "prosody:member" }; group = { "*" }; kinds = { "account"; "reset" } });
		local answer = call("POST /invites", { username = "Benno"; inviter = "juliet"; max_uses = 1; ttl = 3600; note = "class 4b";
			message = "Hi!"; groups = { "team" } });
		assert.equal(201, answer.status);
		local made = answer.json;
		assert.equal("invites/"..made.id, answer.headers.location);
		assert.same({ "account"; "pending"; "benno"; "juliet"; 1; 3600 },
			{ made.kind; made.state; made.username; made.inviter; made.max_uses; made.expires - made.created_at });
		assert.same({ "class 4b"; "Hi!"; { "team" } },
			{ made.additional_data.note; made.additional_data.message; made.additional_data.groups });
		assert.truthy(made.additional_data.source:find("^api/token/%x+$"));
		assert.equal("benno", invites.get(made.token).username);
		assert.equal(made.token, call("GET /invites/"..made.id).json.token);
	end);

	it("creates many at once, or none", function ()
		start();
		local answer = call("POST /invites/batch", { invites = { { note = "a" }; { kind = "contact"; inviter = "juliet" }; { username = "benno" } } });
		assert.equal(201, answer.status);
		assert.is_nil(answer.headers.location);
		assert.equal(3, #answer.json.invites);
		assert.equal("contact", answer.json.invites[2].kind);
		refused(call("POST /invites/batch", { invites = { { note = "b" }; { username = "benno" } } }), 409, "username-reserved", "invites/1");
		refused(call("POST /invites/batch", { invites = { {}; { inviter = "nobody" } } }), 422, "account-not-found", "invites/1");
		refused(call("POST /invites/batch", { invites = { { username = "paris" }; { username = "paris" } } }), 409, "username-reserved");
		assert.equal(3, #call("GET /invites").json.invites);
	end);

	it("refuses names that can't be those of accounts before it looks for them", function ()
		start();
		local long = ("ä"):rep(300);
		refused(call("POST /invites", { inviter = long }), 422, "username-too-long", "inviter");
		refused(call("POST /invites/batch", { invites = { {}; { username = "a@b" } } }), 422, "username-invalid", "invites/1/username");
		refused(call("GET /users/"..long.."/tree"), 422, "username-too-long");
	end);

	it("gives no power", function ()
		start({ admins = { "root@"..host } }, { kinds = { "account"; "reset" } });
		refused(call("POST /invites", { username = "root" }), 409, "username-reserved", "username");
		refused(call("POST /invites", { kind = "reset"; username = "root" }), 409, "username-reserved", "username");
		refused(call("POST /invites/batch", { invites = { {}; { username = "ROOT" } } }), 409, "username-reserved", "invites/1/username");
		refused(call("POST /invites", { roles = { "prosody:admin" } }), 403, "key-limit", "roles");
		key = new_key {};
		refused(call("POST /invites", { kind = "reset"; username = "juliet" }), 403, "key-limit", "kind");
	end);

	it("lists invites with filters, page by page", function ()
		start();
		for i = 1, 5 do call("POST /invites", { note = i % 2 == 0 and "Ball" or "else" }); end
		invites.create_contact("juliet", false);
		local function list(query) return call("GET /invites?"..query).json; end
		assert.equal(6, #list("limit=10").invites);
		assert.equal(2, #list("note=bALL").invites);
		assert.equal(1, #list("kind=contact").invites);
		assert.equal(1, #list("creator=Juliet").invites);
		assert.equal(0, #list("state=revoked").invites);
		local seen, cursor = {}, nil;
		repeat
			local page = list("limit=2"..(cursor and "&cursor="..cursor or ""));
			for _, invite in ipairs(page.invites) do table.insert(seen, invite.id); end
			cursor = page.next;
		until not cursor;
		assert.equal(6, #seen);
		assert.equal(seen[6], list("order=newest&limit=1").invites[1].id);
		refused(call("GET /invites?creator=%00"), 422, "username-invalid");
	end);

	it("shows a key the tokens of its own invites alone", function ()
		start();
		local own = call("POST /invites", {}).json;
		local others = invites.create_account();
		for _, invite in ipairs(call("GET /invites").json.invites) do
			assert.equal(invite.id == own.id and own.token or nil, invite.token);
			assert.equal(invite.id == own.id and own.uri or nil, invite.uri);
		end
		assert.is_nil(call("GET /invites/"..others.id).json.token);
		key = new_key {};
		assert.is_nil(call("GET /invites/"..own.id).json.token);
	end);

	it("changes an invite", function ()
		start();
		local made = call("POST /invites", { note = "old"; max_uses = 2 }).json;
		local path = "/invites/"..made.id;
		local changed = call("PATCH "..path, { expires = made.expires + 60; max_uses = 3; note = "new" }).json;
		assert.same({ made.expires + 60; 3; "new" }, { changed.expires; changed.max_uses; changed.additional_data.note });
		changed = call("PATCH "..path, '{"expires":null,"max_uses":null,"note":null}').json;
		assert.is_nil(changed.expires);
		assert.is_nil(changed.max_uses);
		assert.is_nil(changed.additional_data.note);
		refused(call("PATCH "..path, { expires = 5 }), 422, "field-unfit", "expires");
		refused(call("PATCH "..path, { kind = "reset" }), 400, "field-unknown", "kind");
		refused(call("PATCH /invites/0123456789ab", {}), 404, "token-invalid");
	end);

	it("revokes an invite and takes that back, as often as it is asked to", function ()
		start();
		local made = call("POST /invites", { username = "benno" }).json;
		local path = "/invites/"..made.id;
		for _ = 1, 2 do assert.equal("revoked", call("POST "..path.."/revoke").json.state); end
		refused(call("PATCH "..path, { max_uses = 2 }), 404, "token-revoked");
		for _ = 1, 2 do assert.equal("pending", call("POST "..path.."/restore").json.state); end
		assert.is_table(invites.get(made.token));
		call("POST "..path.."/revoke");
		assert.equal(201, call("POST /invites", { username = "benno" }).status);
		refused(call("POST "..path.."/restore"), 409, "username-reserved");
	end);

	it("gives the numbers, the tree and the apps", function ()
		start();
		call("POST /invites", {});
		assert.same({ { kind = "account"; state = "pending"; count = 1 } }, call("GET /stats").json.counts);
		assert.same({}, call("GET /users/juliet/tree").json.accounts);
		assert.is_table(call("GET /apps").json.apps);
		refused(call("GET /users/%40/tree"), 422, "username-invalid");
	end);

	it("fires the events of changes", function ()
		start();
		local seen = {};
		for _, name in ipairs { "invite-stored"; "invite-extended"; "invite-limited"; "invite-labelled"; "invite-revoked"; "invite-restored" } do
			invites.module:hook(name, function (event) table.insert(seen, name.." "..tostring(event.id)); end);
		end
		local made = call("POST /invites", {}).json;
		call("PATCH /invites/"..made.id, { expires = made.expires + 1; max_uses = 2; note = "x" });
		call("POST /invites/"..made.id.."/revoke");
		call("POST /invites/"..made.id.."/restore");
		for i, name in ipairs { "invite-stored"; "invite-extended"; "invite-limited"; "invite-labelled"; "invite-revoked"; "invite-restored" } do
			assert.equal(name.." "..made.id, seen[i]);
		end
	end);
end);
