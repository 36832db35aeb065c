-- Each option gets each odd value: nothing crashes, nothing opens, and one line names the option.

local cli = require "spec.support.cli";
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
	local understood = {}; -- name of a value → may it name the module of the page?
	setup(function ()
		known = load_reader();
		local config = require "core.configmanager";
		for name, value in pairs(zoo) do
			config.set(host, "invites_page_module", value);
			understood[name] = select(2, reader.read(host, "invites_page_module")) == nil;
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
			if not understood[name] then
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
end);
