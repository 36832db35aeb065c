-- Each option gets each odd value: nothing crashes, nothing opens, and one line names the option.

local cli = require "spec.support.cli";
local paths = require "spec.support.paths";
local Fixture = require "spec.support.fixture";

local host = "example.com";
local function fail() error("touched"); end
local deep = {};
deep.deep = deep;

-- name → value, as a function where it is nothing that a table can hold
local zoo = {
	yes = "yes"; True = "True"; empty = ""; space = " "; ten = "ten"; sausages = "5 sausages"; minus = -1; fraction = 1.5; zero = 0; two = 2;
	["not a number"] = 0 / 0; infinity = math.huge; ["minus infinity"] = -math.huge; huge = 1e300; ["true"] = true; ["false"] = false;
	["empty table"] = {}; list = { 1 }; map = { a = 1 }; holes = { "a"; nil; "b" }; nested = { { { {} } } }; cycle = deep; ["function"] = print;
	object = io.stdout; long = ("x"):rep(300000); spaces = (" "):rep(300000); turned = "a\226\128\174b"; control = "a\27[2Jb\r\nc"; bytes = "\255\254";
	zeros = "a\0b"; digits = ("9"):rep(400); exponent = "1e3"; hex = "0x10"; script = "javascript:alert(1)"; address = "https://"; percent = "%d%s%n";
	keys = { [true] = 1; [1.5] = 2; [print] = 3 };
	traversal = "../../../etc/passwd"; braces = "{invite.token"; every = "all"; closed = "closed"; secret = "mysql://me:sesame@host/db";
};

-- Prosody's own modules raise errors for odd values of these, or can't do without them.
local prosodys_own = {
	authentication = true; http_external_url = true; http_host = true; http_ports = true; https_ports = true; http_paths = true;
	http_cors_override = true;
	trusted_proxies = true; c2s_direct_tls_ports = true; legacy_ssl_ports = true; modules_disabled = true; admins = true; default_user_role = true;
	sql = true; additional_registration_fields = true; register_ibr_default_role = true; prosody_user = true;
};
local modules = {
	"invites"; "invites_register"; "invites_adhoc"; "invites_api"; "invites_page"; "invites_register_web"; "register_apps"; "invites_start";
};

Fixture.describe("odd values", { modules = {}; global = Fixture.web }, function (fixture)
	local server, reader, known;

	-- (options of the host, what fixture:start takes besides or nil)
	local function start(...)
		local _;
		_, server = fixture:start(...);
	end

	local function load_reader()
		start({});
		reader = assert(server:load(host, "invites")).require_once "invites_config/reader";
		return reader.rows();
	end

	-- What it is that values are understood as, src/options tests.
	local understood = {}; -- name of an option → name of a value → boolean
	setup(function ()
		known = load_reader();
		local config = require "core.configmanager";
		for _, option in ipairs { "invites_database"; "invites_page_module" } do
			understood[option] = {};
			for name, value in pairs(zoo) do
				config.set(host, option, value);
				understood[option][name] = select(2, reader.read(host, option)) == nil;
			end
		end
		fixture:stop();
	end);

	-- (name of an option, array of lines) → how many name it
	local function named(name, lines)
		local count = 0;
		for _, line in ipairs(lines) do
			if line:find("^"..name.."[ :]") then count = count + 1; end
		end
		return count;
	end

	-- Whoever shows no invite.
	local function comes_in(fields)
		local event = { username = "mallory"; password = "secret"; host = host; allowed = true; additional = {} };
		for key, value in pairs(fields or {}) do event[key] = value; end
		_G.prosody.hosts[host].events.fire_event("user-registering", event);
		return event.allowed ~= false;
	end
	local function stream() return { type = "c2s_unauthed"; host = host; secure = true; log = function () end }; end

	local function load_all()
		for _, name in ipairs(modules) do
			if not require "core.modulemanager".is_loaded(host, name) then
				local ok, err = server:load(host, name);
				assert(ok, ("mod_%s: %s"):format(name, tostring(err)));
			end
		end
	end

	for name, value in pairs(zoo) do
		it("of all options at once stop no module, and let nobody in: "..name, function ()
			local options = {};
			for _, row in ipairs(known) do
				if not prosodys_own[row.name] and row.name ~= "invites_database" then options[row.name] = value; end
			end
			start(options);
			load_all();
			local lines = server:logged("error");
			for option in pairs(options) do assert.truthy(named(option, lines) <= 1, option); end
			for _, line in ipairs(lines) do
				local is_prosodys = line:find("^Config option") or line:find("^Not listening on any ports");
				assert.truthy(is_prosodys or line:find("is not understood", 1, true), line);
			end
			if value ~= false and value ~= 0 then
				assert.is_false(comes_in());
				assert.is_false(comes_in { session = stream() });
			end
			local invites = fixture:module "invites";
			server:create_user("romeo", host, "secret");
			if value ~= true then assert.is_false(invites.may_invite("romeo")); end
			assert.is_table(invites.create_account());
		end);

		it("are things to do, by the words of the log: "..name, function ()
			local options = { modules_enabled = { "invites"; "invites_register"; "tls" } };
			for _, row in ipairs(known) do
				if row.name ~= "authentication" and row.name ~= "modules_disabled" then options[row.name] = value; end
			end
			start(options, { process = "prosodyctl"; global = {} });
			local status, output = cli.prosodyctl(server, host)("check", host);
			assert.equal(1, status);
			for line in output:gmatch("[^\n]+") do assert.truthy(line:find("^ok     ") or line:find("^TO DO  ") or line:find("to do$"), line); end
			if not understood.invites_page_module[name] then
				assert.truthy(output:find("TO DO  Options: invites_page_module = ", 1, true), output);
				assert.truthy(output:find("the name of a module without mod_", 1, true), output);
			end
		end);
	end

	it("with methods of their own are read without calling them", function ()
		local guarded = setmetatable({}, { __index = fail; __tostring = fail; __len = fail; __pairs = fail; __call = fail });
		for _, row in ipairs(load_reader()) do
			require "core.configmanager".set(row.is_global and "*" or host, row.name, guarded);
			assert(pcall(reader.read, host, row.name));
		end
	end);

	it("of the database close the gate in one line", function ()
		for name, value in pairs(zoo) do
			start({ invites_database = value });
			local loaded = server:load(host, "invites");
			if not understood.invites_database[name] then
				assert.is_falsy(loaded, name);
				assert(server:load(host, "invites_register"));
				server:load(host, "invites_api");
				assert.equal(1, named("invites_database", server:logged("error")), name);
				assert.is_false(comes_in());
			end
		end
	end);

	it("do not open the streams of a host where nobody may register", function ()
		for _, value in ipairs { "yes"; {}; 2; "True" } do
			start({ registration_invite_only = false; allow_registration = value });
			assert(server:load(host, "invites_register"));
			assert.is_false(comes_in { session = stream() });
			start({ registration_invite_only = value; allow_registration = true });
			assert(server:load(host, "invites_register"));
			assert.is_false(comes_in { session = stream() });
		end
	end);
end);

describe("the configuration", function ()
	it("is read by invites_config alone", function ()
		local pipe = io.popen(("grep -rnE 'get_option|configmanager' '%s/lua' --include='*.lua' | grep -v '/invites_config/'"):format(paths.root));
		local found = pipe:read("a");
		pipe:close();
		assert.equal("", found);
	end);
end);
