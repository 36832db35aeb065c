-- The table of options: what is read, what is said of values that are not understood, and the README's copy of it.

local as_lines = require "spec.support.options_table";
local paths = require "spec.support.paths";
local prosody = require "spec.support.prosody";

local host = "example.com";

for _, version in ipairs(prosody.versions) do describe("options on Prosody "..version, function ()
	local server, invites;

	-- (options of the host; options for all hosts or nil) → mod_invites
	local function start(options, global)
		server = prosody.new { version = version; hosts = { [host] = options }; global = global };
		invites = assert(server:load(host, "invites"));
		return invites;
	end

	local function read(name, value, global)
		start(not global and { [name] = value } or {}, global and { [name] = value });
		local result = invites.require_once "invites_config/option"(name);
		local lines = server:logged("error", "^"..name);
		server:stop();
		server = nil;
		return result, lines;
	end

	after_each(function ()
		if server then server:stop(); end
		server = nil;
	end);

	local function understood(name, value, expected, ...)
		local result, lines = read(name, value, ...);
		assert.same(expected, result);
		assert.same({}, lines);
	end

	-- What counts instead, and which words the one line has.
	local function refused(name, value, expected, ...)
		local result, lines = read(name, value);
		assert.same(expected, result);
		assert.equal(1, #lines, name);
		for _, words in ipairs { ... } do assert.truthy(lines[1]:find(words, 1, true), lines[1]); end
	end

	it("are true or false", function ()
		understood("registration_invite_only", nil, true);
		for _, value in ipairs { true; "true"; 1 } do understood("allow_user_invites", value, true); end
		for _, value in ipairs { false; "false"; 0 } do understood("registration_invite_only", value, false); end
		for _, value in ipairs { "yes"; "True"; 2; {}; { true }; ""; "no"; 0 / 0; math.huge; print } do
			refused("registration_invite_only", value, true, "Expected: true or false. It counts as true");
			refused("allow_registration", value, false, "It counts as false");
		end
		refused("registration_invite_only", "yes", true, "registration_invite_only = \"yes\" is not understood");
	end);

	it("are whole numbers", function ()
		understood("invites_guess_limit", " 7 ", 7);
		understood("invites_per_user", nil, math.huge);
		understood("invites_per_user", 3.0, 3);
		for _, value in ipairs { "ten"; -1; 1.5; 0 / 0; math.huge; 1e300; {}; { 5 }; ""; "5 sausages"; true; print } do
			refused("invites_per_user", value, 0, "or \"unlimited\"", "It counts as 0");
			refused("invites_guess_limit", value, 5);
		end
	end);

	it("are periods", function ()
		understood("invite_expiry", "2 days", 2 * 86400);
		understood("invite_expiry", "600", 600);
		understood("invite_expiry", "never", math.huge);
		understood("invites_longest_expiry", nil, 30 * 86400);
		for _, value in ipairs { 0; -1; false; "5 sausages"; "a week"; {}; 1.5; 0 / 0; math.huge; 1e300; "" } do
			refused("invite_expiry", value, 7 * 86400, "\"2 weeks\"");
			refused("invites_longest_expiry", value, 86400, "It counts as \"1 day\"");
		end
		refused("invites_history", "5 minutes", 30 * 86400, "\"1 hour\" at least");
	end);

	it("are addresses", function ()
		understood("invites_page", "https://{host}/i#{invite.uri}", "https://{host}/i#{invite.uri}");
		for _, value in ipairs { "x"; false; true; 42; {}; "javascript:alert(1)"; "https://"; "https://a b/"; "https://x/\226\128\174"; "" } do
			refused("invites_page", value, nil, "invites_page = ", "It counts as not set");
			refused("webchat_url", value, nil);
		end
		understood("invites_registration_page", "join?t={invite.token}", "join?t={invite.token}");
		refused("invites_registration_page", "javascript:alert(1)", nil);
	end);

	it("are texts", function ()
		understood("site_name", "Café Müller", "Café Müller");
		for _, value in ipairs { {}; 5; ""; " "; "a\nb"; "a\226\128\174b"; "\255"; ("x"):rep(100000); true; "a\194\155b"; "a\239\191\191" } do
			local _, lines = read("site_name", value);
			assert.equal(1, #lines);
			assert.truthy(#lines[1] < 300 and not lines[1]:find("[^\32-\126]"), lines[1]);
		end
	end);

	it("are lists, of which bad elements are left out", function ()
		understood("invites_page_supports", "account", { "account" });
		refused("invites_page_supports", { "account"; "foo" }, { "account" }, "\"foo\" is not understood and left out");
		refused("invites_page_supports", { "foo" }, { "account"; "contact"; "account-and-contact" });
		refused("invites_page_supports", { "account"; nil; "contact" }, { "account"; "contact"; "account-and-contact" });
		refused("allow_user_invites_by_roles", 5, {});
		refused("deny_user_invites_by_roles", 5, "all");
		refused("deny_user_invites_by_roles", { "member"; 5 }, "all");
		understood("trusted_proxies", { "10.0.0.0/8"; "::1" }, { "10.0.0.0/8"; "::1" }, true);
	end);

	it("are tables", function ()
		understood("invites_links", { terms = "https://x/" }, { terms = "https://x/" });
		refused("invites_links", { terms = "https://x/"; imprint = 5 }, { terms = "https://x/" }, "{ imprint = 5 } is not understood and left out");
		refused("invites_links", { terms = "javascript:alert(1)" }, nil);
		refused("invites_links", "x", nil);
	end);

	it("never show the password of the database", function ()
		for _, value in ipairs { "mysql://me:sesame@host/db"; { "sesame" }; "postgres:sesame" } do
			server = prosody.new { version = version; hosts = { [host] = { invites_database = value } } };
			assert.is_falsy(server:load(host, "invites"));
			assert.equal(1, #server:logged("error", "^invites_database is not understood%."));
			assert.equal(0, #server:logged("error", "sesame"));
			server:stop();
		end
		server = nil;
	end);

	it("that are not understood are told once for all modules, and again when one is reloaded", function ()
		local function told() return #server:logged("error", "^site_name = "); end
		start({ site_name = {} }, { http_external_url = "https://chat.example.com/"; http_ports = {}; https_ports = {} });
		for _, name in ipairs { "invites_page"; "invites_register"; "invites_register_web"; "invites_start" } do assert(server:load(host, name)); end
		assert.equal(1, told());
		server:reload(host, "invites_page");
		assert.equal(2, told());
		server:reload(host, "invites");
		assert.equal(3, told());
	end);
end); end

describe("the README's table", function ()
	it("is that of the program", function ()
		local server = prosody.new { version = prosody.versions[1] };
		local module = assert(server:load("example.com", "invites")).module;
		local expected = as_lines(module:require "invites_config/options", module:require "invites_config/shown");
		server:stop();
		local found = {};
		local file = assert(io.open(paths.root.."/README.markdown"));
		local text = file:read("a");
		file:close();
		for line in text:match("\n## Options\n(.-)\n## "):gmatch("[^\n]+") do
			if line:find("^|") then table.insert(found, line); end
		end
		for i = 1, math.max(#expected, #found) do assert.equal(expected[i], found[i]); end
	end);
end);
