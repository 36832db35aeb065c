-- How options get from the configuration to whoever reads them. What values mean is tested in src/options.

local prosody = require "spec.support.prosody";

local host = "example.com";

for _, version in ipairs(prosody.versions) do describe("options on Prosody "..version, function ()
	local server;

	-- (options of the host; options for all hosts or nil) → mod_invites
	local function start(options, global)
		server = prosody.new { version = version; hosts = { [host] = options }; global = global };
		return assert(server:load(host, "invites"));
	end

	after_each(function ()
		server:stop();
	end);

	local function read(name, options, global)
		local value = start(options, global).require_once "invites_config/option"(name);
		return value, server:logged("error", "^"..name);
	end

	-- name, what is written for the host and for all hosts, value, words of the line in the log or nil
	local file = os.tmpname();
	local field = { name = "shoe"; type = "text-single" };
	for _, case in ipairs {
		{ "registration_invite_only"; "yes"; nil; true; "\"yes\" is not understood. Expected: true or false. It counts as true" };
		{ "invites_per_user"; nil; "3"; 3 };
		{ "invites_per_user"; nil; nil; math.huge };
		{ "invites_longest_expiry"; nil; nil; 30 * 86400 };
		{ "site_name"; nil; nil; host };
		{ "c2s_require_encryption"; nil; nil; true };
		{ "trusted_proxies"; { "10.0.0.0/8" }; { "::1" }; { "::1" } }; -- for all hosts alone
		{ "invites_page_supports"; { "account"; "foo" }; nil; { "account" }; "invites_page_supports: \"foo\" is not understood and left out" };
		{ "invites_links"; { terms = "https://x/"; imprint = print }; nil; { terms = "https://x/" }; "{ imprint = a function }" };
		{ "additional_registration_fields"; { field; "email" }; nil; { field; "email" } };
		{ "admins"; { "Juliet@Example.COM/x"; "nobody@" }; nil; { "juliet@example.com" }; "\"nobody@\" is not understood and left out" };
		{ "admins"; "Juliet@Example.COM"; nil; { "juliet@example.com" } };
		{ "invites_logo"; file..".svg"; nil; nil; "invites_logo = \"/" };
		{ "invites_register_template_path"; "html"; nil; "/mod_invites_register_web/html" };
	} do
		it("come from the configuration: "..case[1], function ()
			local value, lines = read(case[1], { [case[1]] = case[2] }, { [case[1]] = case[3] });
			if case[1] == "invites_register_template_path" then value = value and value:sub(-#case[4]); end
			assert.same(case[4], value);
			assert.equal(case[5] and 1 or 0, #lines, table.concat(lines, "\n"));
			if case[5] then assert.truthy(lines[1]:find(case[5], 1, true), lines[1]); end
		end);
	end
	os.remove(file);

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
