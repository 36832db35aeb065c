-- The harness of the live specs, tested with the modules that Prosody bundles.

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

	it("sees permissions as an ordinary user does", function ()
		local server = Server.start_new { bundled = true };
		assert(os.execute("touch '"..server.data.."/file' && chmod 400 '"..server.data.."/file'"));
		assert.is_nil((server:eval(nil, "return (io.open(prosody.paths.data..'/file', 'a'))")));
		server:stop();
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
