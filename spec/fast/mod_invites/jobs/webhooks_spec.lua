-- Webhooks as they are sent, to a receiver that is no more than a table. With sockets, certificates and crashes: spec/live/webhooks.

local hashes = require "util.hashes";
local json = require "util.json";
local docs = require "spec.support.docs";
local Fixture = require "spec.support.fixture";

local secret = "0123456789abcdef";
local url = "https://hooks.example.com/path-that-is-secret";

Fixture.describe("webhooks", { users = { "juliet" } }, function (fixture)
	local http; -- the module net.http
	local asked, destroyed, answer; -- array of { url, options, callback }; how many were ended; function (request): what the receiver does

	before_each(function ()
		asked, destroyed = {}, 0;
		answer = function (request) request.options.streaming_handler { code = 204 }; end;
		http = {
			request = function (to, options, callback)
				local request = { url = to; options = options; callback = callback };
				table.insert(asked, request);
				fixture.server.timers.add_task(0, function () answer(request); end);
				return request;
			end;
			destroy_request = function () destroyed = destroyed + 1; end;
		};
	end);
	local function start(options)
		local invites, server = fixture:start(options or { invites_webhooks = { { url = url; secret = secret } } },
			{ before = function () package.loaded["net.http"] = http; end });
		server:advance(1);
		return invites, server;
	end

	-- (seconds) → array of what was sent meanwhile: id, event
	local function told(server, seconds)
		local before, found = #asked, {};
		for _ = 1, seconds * 2 do server:advance(0.5); end
		for i = before + 1, #asked do
			local body = json.decode(asked[i].options.body);
			table.insert(found, { id = asked[i].options.headers["Invites-Delivery"]; event = body.event; body = body });
		end
		return found;
	end

	it("are signed, have an id, and have no token in them", function ()
		local invites, server = start();
		local invite = invites.create_account("romeo", { note = "for Romeo"; password = "sesame" });
		local found = told(server, 1);
		assert.equal(1, #found);
		local request = asked[1].options;
		assert.same({ url; "POST"; "application/json"; true }, { asked[1].url; request.method; request.headers["Content-Type"]; request.suppress_url });
		local at, signature = request.headers["Invites-Signature"]:match("^t=(%d+),v1=(%x+)$");
		assert.equal(hashes.hmac_sha256(secret, at.."."..request.body, true), signature);
		assert.truthy(math.abs(os.time() - tonumber(at)) <= 1);
		assert.same({ found[1].id; "created"; fixture.host }, { found[1].body.id; found[1].body.event; found[1].body.host });
		assert.same({ invite.id; "pending"; "for Romeo" },
			{ found[1].body.invite.id; found[1].body.invite.state; found[1].body.invite.additional_data.note });
		assert.is_nil(request.body:find(invite.token, 1, true) or request.body:find("sesame", 1, true));
		assert.same({}, told(server, 120));
		assert.equal(1, destroyed);
	end);

	for name, case in pairs {
		["an error"] = { "status 500"; function (request) request.options.streaming_handler { code = 500 }; end };
		["a redirect"] = { "status 301"; function (request) request.callback("", 301, {}); end };
		["no connection"] = { "connection refused"; function (request) request.callback("connection refused", 0, {}); end };
		["no answer"] = { "no answer within 15 seconds"; function () end };
		["an answer that comes too late"] = { "no answer within 15 seconds"; function (request)
			fixture.server.timers.add_task(20, function () request.options.streaming_handler { code = 200 }; end);
		end };
	} do
		it("are tried again under the same id after "..name..", and the log and `check` tell it once", function ()
			local invites, server = start();
			local works = answer;
			answer = case[2];
			invites.create_account();
			local first = told(server, 20)[1];
			answer = works;
			local state = invites.require_once "ledger".ask "receivers"[1];
			assert.same({ 1; case[1] }, { state.waiting; state.problem });
			assert.equal(first.id, told(server, 40)[1].id);
			assert.equal(1, #server:logged("warn", "Webhooks to https://hooks.example.com fail, and will be tried again: "..case[1]));
			assert.equal(1, #server:logged("info", "Webhooks to https://hooks.example.com work again"));
			for _, level in ipairs { "debug"; "info"; "warn"; "error" } do assert.same({}, server:logged(level, "secret")); end
			assert.same({}, told(server, 60));
		end);
	end

	it("stop with the module, and go on with the next one", function ()
		local invites, server = start();
		local works = answer;
		answer = function () end;
		invites.create_account();
		local first = told(server, 1)[1];
		answer = works;
		fixture:reload();
		assert.equal(1, destroyed);
		assert.same({ first.id }, { told(server, 2)[1].id });
		assert.same({}, told(server, 60));
	end);

	it("cost nothing where there are none", function ()
		local invites, server = start({});
		invites.create_account();
		assert.same({}, told(server, 60));
		assert.equal(0, #asked);
	end);

	it("have an option as the documentation shows it", function ()
		local options = {};
		assert(load(docs.block "webhook-option", "option", "t", options))();
		local invites, server = start(options);
		assert.same({}, server:logged "error");
		local token = invites.create_account().token;
		assert.equal("created", told(server, 1)[1].event);
		fixture:join("romeo", token);
		assert.equal(2, #told(server, 1));
	end);

	it("have options whose mistakes are told without the secret", function ()
		start { invites_webhooks = { { url = "http://hooks.example.com/"; secret = secret }; { url = url; secret = secret; events = { "revoked" } } } };
		assert.equal(1, #fixture.server:logged("error", "^invites_webhooks: an entry is not understood and left out"));
		fixture.invites.revoke(fixture.invites.create_account().token);
		local found = told(fixture.server, 1);
		assert.same({ 1; "revoked" }, { #found; found[1].event });
	end);
end);
