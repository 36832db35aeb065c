-- Webhooks between a real Prosody and a receiver that does what receivers do: it is slow, hangs, resets, redirects, sends far too much.

local docs = require "spec.support.docs";
local Fixture = require "spec.live.harness.fixture";
local Pings = require "spec.live.harness.pings";
local Receiver = require "spec.live.webhooks.receiver";
local Server = require "spec.live.harness.server";

local host, secret = "verona.example", "a secret of 16 characters or more";
local longest_wait, tries = 0.050, 3; -- seconds; times, of which the best counts

-- → server that is not started, receiver
local function prepare()
	local server = Server.new { hosts = { host; "localhost" } };
	return server, Receiver.new(server);
end

-- (receiver, paths...) → value of invites_webhooks
local function hooks(receiver, ...)
	local list = {};
	for _, path in ipairs { ... } do
		table.insert(list, { url = path:sub(1, 1) == "/" and ("http://127.0.0.1:%d%s"):format(receiver.port, path) or path; secret = secret });
	end
	return list;
end

-- (fixture) → id of a receiver's address without the path → its state: array in the order of the option
local function states(fixture) return fixture:eval "return invites.require_once 'ledger'.ask 'receivers'"; end

describe("webhooks", function ()
	local server, receiver, fixture;
	after_each(function ()
		fixture:stop();
		receiver:stop();
	end);

	-- (paths...)
	local function start(...)
		server, receiver = prepare();
		server.settings.options = { invites_webhooks = hooks(receiver, ...) };
		fixture = Fixture.on(server:start(), host);
		fixture.secrets = { secret; "path-that-is-secret" };
	end

	it("tell of a registration in order, over TLS where the certificate is good, and once", function ()
		server, receiver = prepare();
		local address = "https://127.0.0.1:"..receiver.tls_port.."/path-that-is-secret";
		local trusted = { cafile = receiver.certificate };
		server.settings.options = { invites_webhooks = hooks(receiver, address); client_https_ssl = trusted };
		fixture = Fixture.on(server:start(), host);
		fixture.secrets = { secret; "path-that-is-secret" };
		local invite = fixture:make("create_account");
		fixture:register("romeo", invite.token);
		local found = receiver:wait_for(function ()
			local found = receiver:at "/path-that-is-secret";
			return found[2] and found;
		end);
		assert.same({ "created"; "redeemed"; "romeo@"..host; "redeemed" },
			{ found[1].read.event; found[2].read.event; found[2].read.account; found[2].read.invite.state });
		assert.equal(invite.id, found[2].read.invite.id);
		assert.equal(found[1].headers["Invites-Delivery"], found[1].read.id);
		assert.is_nil(receiver:wait_for(function () return receiver:at("/path-that-is-secret")[3]; end, 1));
		-- The documentation's way to verify it.
		local program = server.directory.."/verify.py";
		local file = assert(io.open(program, "w"));
		local header, body = found[1].headers["Invites-Signature"], found[1].body;
		file:write(docs.block "webhook-verify", ([[

secret, signature, body = %q, %q, %q.encode()
print(is_genuine(secret, signature, body), is_genuine(secret, signature, body + b" "), is_genuine("another", signature, body),
	is_genuine(secret, signature, body, now=%d), is_genuine(secret, "", body))
]]):format(secret, header, body, os.time() + 1000));
		file:close();
		local pipe = io.popen(("python3 '%s' 2>&1"):format(program));
		assert.equal("True False False False False\n", pipe:read("a"));
		pipe:close();
	end);

	it("keep nobody waiting and lose nothing, whatever receivers do", function ()
		local modes = { "reset"; "hang"; "noise"; "huge"; "huge-error"; "redirect"; "500" };
		local paths = { "/ok" };
		for _, mode in ipairs(modes) do table.insert(paths, "/"..mode); end
		start(table.unpack(paths));
		for _, mode in ipairs(modes) do receiver:set("/"..mode, mode); end
		fixture:account "juliet";
		local pings = Pings.new(server, fixture:online "juliet");
		local made, slowest = 0;
		repeat
			made, slowest = made + 1, 0;
			fixture:make("create_account");
			for _ = 1, 200 do slowest = math.max(slowest, (pings:slowest(function () return receiver.control, function () end; end))); end
		until slowest < longest_wait or made == tries;
		assert.truthy(slowest < longest_wait, slowest);
		assert.truthy(receiver:wait_for(function ()
			for _, path in ipairs(paths) do
				if not receiver:at(path)[1] then return false; end
			end
			return true;
		end));
		for _, mode in ipairs(modes) do receiver:set("/"..mode, "204"); end
		assert.truthy(server:wait_until(function ()
			for _, state in ipairs(states(fixture)) do
				if state.waiting > 0 then return false; end
			end
			return true;
		end, 60));
		-- Each event comes at least once, with one id for all tries. (path, what it answered) → the ids, sorted
		local function ids(path, mode)
			local seen = {};
			for _, request in ipairs(receiver:at(path, mode)) do seen[request.read.id] = true; end
			local list = {};
			for id in pairs(seen) do table.insert(list, id); end
			table.sort(list);
			return list;
		end
		local sent = ids "/ok";
		assert.equal(made, #sent);
		for _, path in ipairs(paths) do assert.same(sent, ids(path, path == "/huge" and "huge" or "204"), path); end
		assert.same({}, receiver:at "/elsewhere");
	end);

	it("go to nobody with a bad certificate, an unknown name or a closed port, and `check` says so", function ()
		server, receiver = prepare();
		local addresses = { "https://127.0.0.1:"..receiver.tls_port.."/"; "https://nowhere.invalid/"; "http://127.0.0.1:"..Server.free_port().."/" };
		server.settings.options = { invites_webhooks = hooks(receiver, table.unpack(addresses)) };
		fixture = Fixture.on(server:start(), host);
		fixture:make("create_account");
		local found = server:wait_until(function ()
			local found = states(fixture);
			return found[1].problem and found[2].problem and found[3].problem and found;
		end);
		assert.truthy(found, "each fails");
		assert.truthy(found[1].problem:find "certif", found[1].problem);
		local said = server:ctl("mod_invites", "check", host);
		for i, address in ipairs { "https://127.0.0.1:"..receiver.tls_port; "https://nowhere.invalid"; addresses[3]:sub(1, -2) } do
			assert.truthy(said:find("TO DO  Webhooks: "..address.." has taken none since", 1, true) and said:find(found[i].problem, 1, true), said);
		end
		assert.same({}, receiver:at "/");
	end);

	it("survive kill -9 before and while they are sent, and are dropped with the option", function ()
		start "/ok";
		receiver:set("/ok", "hang");
		local first = fixture:make("create_account");
		local id = receiver:wait_for(function ()
			local request = receiver:at("/ok")[1];
			return request and request.read.id;
		end);
		local second = fixture:make("create_account");
		server:kill();
		receiver:set("/ok", "204");
		server:start();
		local found = receiver:wait_for(function ()
			local taken = receiver:at("/ok", "204");
			return taken[2] and taken;
		end);
		local by_invite = {};
		for _, request in ipairs(found) do by_invite[request.read.invite.id] = request.read.id; end
		assert.equal(id, by_invite[first.id]);
		assert.truthy(by_invite[second.id]);
		receiver:set("/ok", "500");
		fixture:make("create_account");
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok", "500")[1]; end));
		server:restart { options = {} };
		assert.truthy(server:wait_log "1 webhooks are dropped");
	end);

	it("go on after a reload and after the host was deactivated", function ()
		start "/ok";
		receiver:set("/ok", "hang");
		fixture:make("create_account");
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok")[1]; end));
		receiver:set("/ok", "204");
		fixture:eval "assert(modulemanager.reload(host, 'invites'))";
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok", "204")[1]; end));
		receiver:set("/ok", "500");
		fixture:make("create_account");
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok", "500")[1]; end));
		local other = Fixture.on(server, "localhost");
		other:eval("assert(require 'core.hostmanager'.deactivate(...))", host);
		receiver:set("/ok", "204");
		other:eval("assert(require 'core.hostmanager'.activate(...))", host);
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok", "204")[2]; end));
	end);

	it("of prosodyctl are sent by the server", function ()
		start "/ok";
		server:ctl("mod_invites", "generate", host);
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok")[1]; end, 40));
	end);
end);

describe("two servers on one database", function ()
	it("send each webhook once", function ()
		local first, receiver = prepare();
		local options = { invites_webhooks = hooks(receiver, "/ok"); invites_database = first.directory.."/shared.sqlite" };
		first.settings.options = options;
		local fixtures = { Fixture.on(first:start(), host); Fixture.new(host, { options = options }) };
		for _ = 1, 25 do
			for _, fixture in ipairs(fixtures) do fixture:make("create_account"); end
		end
		assert.truthy(receiver:wait_for(function () return receiver:at("/ok")[50]; end, 60));
		assert.is_nil(receiver:wait_for(function () return receiver:at("/ok")[51]; end, 2));
		local ids = {};
		for _, request in ipairs(receiver:at "/ok") do
			assert.is_nil(ids[request.read.id]);
			ids[request.read.id] = true;
		end
		for _, fixture in ipairs(fixtures) do fixture:stop(); end
		receiver:stop();
	end);
end);
