-- How modules read options from the configuration. src/options tests what values mean.

local Fixture = require "spec.support.fixture";

Fixture.describe("options", nil, function (fixture)
	local host = fixture.host;

	local function read(name, options, global)
		local invites, server = fixture:start(options, { global = global });
		return invites.require_once "invites_config/option"(name), server:logged("error", "^"..name);
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

	it("have the paths that Prosody finds, also in a folder whose name is not UTF-8", function ()
		local folder = os.tmpname().."\255";
		assert(require "lfs".mkdir(folder));
		io.open(folder.."/logo.svg", "w"):close();
		local invites = fixture:start({ invites_logo = "logo.svg" }, { before = function () prosody.paths.config = folder; end });
		assert.equal(folder.."/logo.svg", invites.require_once "invites_config/option" "invites_logo");
		local value, lines = read("invites_logo", { invites_logo = folder.."/logo.svg" });
		assert.is_nil(value);
		assert.truthy(lines[1]:find("\\255/logo.svg\" is not understood", 1, true), lines[1]);
		os.remove(folder.."/logo.svg");
		os.remove(folder);
		os.remove((folder:gsub("\255$", "")));
	end);

	it("that are not understood are told once for all modules, and again when one is reloaded", function ()
		local _, server = fixture:start({ site_name = {} }, {
			global = Fixture.web; modules = { "invites"; "invites_page"; "invites_register"; "invites_register_web"; "invites_start" };
		});
		local function told() return #server:logged("error", "^site_name = "); end
		assert.equal(1, told());
		server:reload(host, "invites_page");
		assert.equal(2, told());
		server:reload(host, "invites");
		assert.equal(3, told());
	end);
end);
