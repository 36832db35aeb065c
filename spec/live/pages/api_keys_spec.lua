-- The keys of the API on a real server: how they are created, kept and used.

local json = require "util.json";
local lfs = require "lfs";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host = "verona.example";

describe("a key of mod_invites_api", function ()
	local server, http;
	local secrets = {}; -- what must be in no log

	Fixture.shared(host, { http = true; modules = { "invites_api", "admin_shell" } }, function (...) server, http = ...; end);

	-- () → "ID/SECRET" of a new key
	local function new_key()
		local key = server:eval(host, "return (require 'core.modulemanager'.get_module(host, 'invites_api').keys:create {})");
		table.insert(secrets, key:match("/(.*)"));
		return key;
	end

	local function bearer(key, more)
		local headers = { Authorization = "Bearer "..key };
		for name, value in pairs(more or {}) do headers[name] = value; end
		return headers;
	end

	-- (arguments after the module's name) → what was printed, without what Prosody has to say about the machine; exit status
	local function ctl(...)
		local output, status = server:ctl("mod_invites_api", ...);
		local key = output:match("\n%x+/([%w_-]+)\n$") or output:match("^%x+/([%w_-]+)\n$");
		table.insert(secrets, key);
		return output, status;
	end

	it("of the community's module work, and are hashed when they are used", function ()
		local file = server.data.."/"..host:gsub("%.", "%%2e").."/invite_api_keys.dat";
		server:eval(host, [[
			local store = module:open_store("invite_api_keys", "map");
			store:set(nil, "-Old_id", { id = "-Old_id", token = "secret-in-the-clear", name = "Old", created_at = 1600000000 });
			store:set(nil, "Newer", { id = "Newer", token = "other/in/the/clear", created_at = 1650000000, allowed_methods = { GET = true, POST = true } });
		]]);
		local function read()
			local handle = assert(io.open(file));
			local text = handle:read("a");
			handle:close();
			return text;
		end
		assert.truthy(read():find("secret-in-the-clear", 1, true));
		for _ = 1, 2 do
			assert.equal(201, http:ask({ path = "/invites_api?key=-Old_id/secret-in-the-clear" }).status);
			assert.equal(303, http:ask({ path = "/invites_api?key=Newer/other/in/the/clear&redirect=true" }).status);
		end
		assert.equal(403, http:ask({ path = "/invites_api?key=-Old_id/secret-in-the-clear2" }).status);
		assert.is_nil(read():find("in-the-clear", 1, true) or read():find("in/the/clear", 1, true));
		table.insert(secrets, "secret-in-the-clear");
		table.insert(secrets, "other/in/the/clear");

		local output = ctl("list", host);
		assert.truthy(output:find("\n%-Old_id\tOld\t2020%-09%-13T12:26:40Z\tnever\t%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ\tGET,POST\n"), output);
		assert.truthy(output:find("\nNewer\t<unknown>\t", 1, true), output);
		output = ctl(host, "delete", "-Old_id");
		assert.truthy(output:find("The key -Old_id (Old) is deleted", 1, true), output);
		assert.equal(403, http:ask({ path = "/invites_api?key=-Old_id/secret-in-the-clear" }).status);
	end);

	it("come from prosodyctl, in either order of its arguments", function ()
		for _, arguments in ipairs { { "create", host, "My key" }, { host, "create", "My key" }, { host, "create" } } do
			local output, status = ctl(table.unpack(arguments));
			assert.equal(0, status);
			assert.equal(201, http:ask({ path = "/invites_api?key="..output:match("(%x+/[%w_-]+)\n$") }).status, output);
		end
		local output = ctl("create", host, "Only POST", "--methods", "post", "--expires-after", "2 days");
		local id = output:match("(%x+)/[%w_-]+\n$");
		assert.equal(405, http:ask({ path = "/invites_api?key="..output:match("(%x+/[%w_-]+)\n$") }).status);
		output = ctl("list", host, "--json");
		local found;
		for _, key in ipairs(assert(json.decode(output:match("%[\n.*%]")))) do
			if key.id == id then found = key; end
		end
		assert.equal("Only POST", found.name);
		assert.equal(2 * 86400, found.expires - found.created_at);
		assert.same({ "POST" }, { table.unpack(found.methods) });

		for _, arguments in ipairs { { "delete", host, "unknown" }, { "list", "nowhere.example" } } do
			local text, code = ctl(table.unpack(arguments));
			assert.equal(1, code);
			assert.truthy(text:find("Error: ", 1, true), text);
		end
		for _, arguments in ipairs { { "create" }, { "create", host, "--methods", "PUT" } } do
			local usage, code = ctl(table.unpack(arguments));
			assert.equal(2, code);
			assert.truthy(usage:find("usage: prosodyctl mod_invites_api create HOST", 1, true), usage);
		end
	end);

	it("come from the shell", function ()
		local function shell(...)
			local output, status = server:ctl("shell", ...);
			table.insert(secrets, output:match("OK: %x+/([%w_-]+)"));
			return output, status;
		end
		local output = shell("invites_api", "create", host, "From the shell");
		local key = output:match("\nOK: (%x+/[%w_-]+)\n$");
		assert.equal(201, http:ask({ path = "/invites_api?key="..key }).status);
		output = shell("invites_api", "list", host);
		assert.truthy(output:find(key:match("^%x+").." | ", 1, true) and output:find("| From the shell", 1, true), output);
		assert.equal(0, select(2, shell("invites_api", "delete", host, (key:match("^%x+")))));
		assert.equal(1, select(2, shell("invites_api", "delete", host, (key:match("^%x+")))));
		assert.equal(403, http:ask({ path = "/invites_api?key="..key }).status);
		if server.version ~= "0.12" then
			output = shell("invites_api", "create", host, "--methods", "POST", "--expires-after", "1 hour");
			assert.equal(405, http:ask({ path = "/invites_api?key="..output:match("\nOK: (%x+/[%w_-]+)\n$") }).status);
		end
	end);

	it("that can't be read open nothing", function ()
		local key = new_key();
		local file = server.data.."/"..host:gsub("%.", "%%2e").."/invite_api_keys.dat";
		assert(lfs.attributes(file));
		assert(os.execute("chmod 000 '"..file.."'"));
		assert.equal(500, http:ask({ path = "/invites_api", headers = bearer(key) }).status);
		assert(os.execute("chmod 600 '"..file.."'"));
		assert.equal(201, http:ask({ path = "/invites_api", headers = bearer(key) }).status);
	end);

	it("keeps its keys while the server is down", function ()
		server:stop();
		local output, status = ctl("create", host, "Made in the dark");
		assert.equal(0, status);
		server:start();
		assert.equal(201, http:ask({ path = "/invites_api?key="..output:match("(%x+/[%w_-]+)\n$") }).status);
	end);

	it("serves for several requests on one connection", function ()
		local key = new_key();
		local conn = http:open();
		local request = http:text { path = "/invites_api", headers = bearer(key) };
		conn:send(request..request..http:text { method = "POST", path = "/invites_api", headers = bearer(key), body = "" });
		for _ = 1, 3 do assert.equal(201, Http.read(conn).status); end
	end);

	it("serves again after a reload", function ()
		local key = new_key();
		local function status() return http:ask({ path = "/invites_api", headers = bearer(key) }).status; end
		for _, name in ipairs { "invites_api", "invites" } do
			server:eval(host, "assert(modulemanager.reload(host, ...))", name);
			assert.equal(201, status());
		end
		server:eval(host, "assert(modulemanager.unload(host, 'invites_api'))");
		assert.equal(404, status());
		server:eval(host, "assert(modulemanager.load(host, 'invites_api'))");
		assert.equal(201, status());
	end);

	it("is in no log", function ()
		local log = server:log();
		assert.truthy(#secrets > 8);
		for _, secret in ipairs(secrets) do assert.is_nil(log:find(secret, 1, true), secret); end
	end);
end);
