-- The harness of the live specs: what no other spec would notice, with the modules that Prosody bundles.

local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";

describe("a server of the live specs", function ()
	it("is the version that was asked for, and sees permissions as an ordinary user does", function ()
		local server = Server.start_new { bundled = true };
		assert.equal(paths.version, server:eval(nil, "return (prosody.version:match('^%d+%.%d+'))"));
		assert(os.execute("touch '"..server.data.."/file' && chmod 400 '"..server.data.."/file'"));
		assert.is_nil((server:eval(nil, "return (io.open(prosody.paths.data..'/file', 'a'))")));
		assert.error_matches(function () server:eval(nil, "error('oops')"); end, "oops");
		server:stop();
	end);

	it("may fail at the start, with a reason", function ()
		local server = Server.new { bundled = true, config = "this is no configuration" };
		assert.error_matches(function () server:start(); end, "ended while starting.*problem occurred while reading the config");
		assert.is_false(server:running());
	end);

	it("leaves nothing behind, even when its run is killed", function ()
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
