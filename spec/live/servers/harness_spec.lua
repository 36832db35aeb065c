-- The tools of the live specs themselves, on the modules that Prosody brings: what they show there is Prosody's doing, not ours.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";

describe("a server", function ()
	local server;

	setup(function ()
		server = Server.start_new { bundled = true };
	end);

	teardown(function ()
		server:stop();
	end);

	it("is the version that was asked for", function ()
		assert.equal(server.version, server:eval(nil, "return (prosody.version:match('^%d+%.%d+'))"));
	end);

	it("returns what code inside it returns, with its types", function ()
		local n = select("#", server:eval(nil, "return nil, 1, nil"));
		assert.equal(3, n);
		assert.same({ 1, 2.5, math.huge, "\0\255", { a = { true } } }, { server:eval(nil, "return 1, 2.5, math.huge, '\\0\\255', { a = { true } }") });
		assert.same({ { 1 }, "x" }, { server:eval(nil, "return ...", { 1 }, "x") });
		assert.equal("localhost", server:eval("localhost", "return module.host"));
	end);

	it("passes on what code inside it throws", function ()
		assert.error_matches(function () server:eval(nil, "error('oops')"); end, "oops");
		assert.error_matches(function () server:eval(nil, "no code at all"); end, "syntax error");
	end);

	it("registers an account through an invite, on a real stream", function ()
		local invite = server:invites(nil, "create_account");
		local client = server:client();
		assert.is_nil((client:preauth("wrong")));
		assert.is_true(client:preauth(invite.token));
		assert.is_table(client:registration_form());
		assert.is_true(client:register("romeo", "wherefore"));
		local jid = client:login("romeo", "wherefore", "orchard");
		assert.equal("romeo@localhost/orchard", jid);
		assert.is_true(client:ping());
		assert.same({}, client:roster());
		client:close();

		local other = server:client();
		local ok, err = other:login("romeo", "wrong");
		assert.is_nil(ok);
		assert.equal("not-authorized", err);
		other:close();
	end);

	it("serves many streams that send first and read later", function ()
		local clients, requests = {}, {};
		for i = 1, 40 do clients[i] = server:client(); end
		for i, client in ipairs(clients) do requests[i] = client:request("set", "localhost", Client.xml.preauth("wrong")); end
		for i, client in ipairs(clients) do
			local ok, err = Client.outcome(client:reply(requests[i]));
			assert.is_nil(ok);
			assert.equal("forbidden", err.condition);
			client:drop();
		end
	end);

	it("says so when there is nothing to read", function ()
		local client = server:client();
		assert.same({ nil, "timeout" }, { client:read(0.01) });
		client:send("<nonsense/>");
		assert.is_true(client:wait_closed());
		assert.equal("unsupported-stanza-type", client.stream_error.condition);
	end);

	it("runs prosodyctl on the same configuration", function ()
		local output, code = server:ctl("about");
		assert.equal(0, code);
		assert.truthy(output:find(server.data, 1, true));
	end);
end);

describe("a server's life", function ()
	it("goes through stop, kill -9 and restart with its data", function ()
		local server = Server.start_new { bundled = true };
		server:eval(nil, "assert(usermanager.create_user('romeo', 'wherefore', host))");
		assert.same({ "exit", 0 }, { server:stop() });
		assert.is_false(server:running());
		server:start();
		assert.same({ "signal", 9 }, { server:kill() });
		server:start();
		assert.is_true(server:eval(nil, "return usermanager.user_exists('romeo', host)"));
		server:stop();
		server:remove();
	end);

	it("may begin with -D", function ()
		local server = Server.start_new { bundled = true, daemonize = true };
		assert.equal(server.pid, server:eval(nil, "return require 'util.pposix'.getpid()"));
		server:stop();
		assert.is_false(server:running());
	end);

	it("may fail at the start, with a reason", function ()
		local server = Server.new { bundled = true, config = "this is no configuration" };
		assert.error_matches(function () server:start(); end, "ended while starting.*problem occurred while reading the config");
		assert.is_false(server:running());
	end);

	it("may have several hosts, settings and environment variables", function ()
		local server = Server.start_new {
			bundled = true, env = { GREETING = "hello 'you'" };
			hosts = { ["b.example"] = { invite_expiry = 60 }, ["a.example"] = "admins = { 'romeo@a.example' }" };
			modules = { "time" }, options = { site_name = "Verona" };
		};
		assert.equal("hello 'you'", server:eval("a.example", "return os.getenv 'GREETING'"));
		assert.equal(60, server:eval("b.example", "return module:get_option_number 'invite_expiry'"));
		assert.equal("Verona", server:eval("b.example", "return module:get_option_string 'site_name'"));
		assert.same({ "romeo@a.example" }, server:eval("a.example", "return module:get_option_array 'admins'"));
		server:stop();
	end);

	it("may be encrypted", function ()
		local server = Server.start_new { bundled = true, tls = true, options = { c2s_require_encryption = true } };
		local client = server:client();
		assert.is_nil(client.features:get_child("register", "urn:xmpp:ibr-token:0"));
		client:starttls();
		assert.is_table(client.features:get_child("register", "urn:xmpp:ibr-token:0"));
		client:close();
		server:stop();
	end);

	it("sees permissions as an ordinary user does", function ()
		local server = Server.start_new { bundled = true };
		assert(os.execute("touch '"..server.data.."/file' && chmod 400 '"..server.data.."/file'"));
		assert.is_nil((server:eval(nil, "return (io.open(prosody.paths.data..'/file', 'a'))")));
		server:stop();
	end);

	it("may include talking to another server", function ()
		local one = Server.new { bundled = true, hosts = { "one.example" }, s2s = true };
		local two = Server.new { bundled = true, hosts = { "two.example" }, s2s = true };
		one:route(two):start();
		two:route(one):start();
		one:eval(nil, "assert(usermanager.create_user('romeo', 'a', host))");
		two:eval(nil, "assert(usermanager.create_user('juliet', 'b', host))");
		local romeo, juliet = one:client(), two:client();
		romeo:login("romeo", "a");
		juliet:login("juliet", "b");
		juliet:presence();
		juliet:ping();
		romeo:presence("subscribe", "juliet@two.example");
		local request = juliet:wait_for(function (stanza) return stanza.attr.type == "subscribe"; end);
		assert.equal("romeo@one.example", request.attr.from);
		one:stop();
		two:stop();
	end);
end);

describe("a run", function ()
	it("leaves nothing behind, even when it is killed", function ()
		local script = os.tmpname();
		local file = assert(io.open(script, "w"));
		file:write([[
			local Server = require "spec.live.harness.server";
			local server = Server.start_new { bundled = true };
			print(server.pid, Server.directory());
			io.stdout:flush();
			os.execute("kill -9 $PPID");
		]]);
		file:close();
		local pipe = io.popen("lua5.4 "..script.." 2>/dev/null");
		local pid, directory = pipe:read("a"):match("^(%d+)%s+(%S+)");
		pipe:close();
		os.remove(script);
		assert.truthy(pid);
		assert.truthy(Server:wait_until(function ()
			return not io.open(directory.."/1/prosody.cfg.lua") and not (io.open("/proc/"..pid.."/cmdline") or io.stdin):read("a"):find("launch");
		end, 5));
	end);
end);
