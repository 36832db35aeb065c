-- The list of mod_register_apps, for the fast specs.

local assert = require "luassert";

local apps = {
	base = "https://example.com/prefix/register_apps";
	global = { http_ports = {}; https_ports = {}; http_external_url = "https://example.com/prefix/" };
};

-- (fixture) → the shared table as other modules find it
function apps.shared(fixture)
	return fixture:module "register_apps".module:shared("register_apps/apps");
end

-- (list) → ids, separated by blanks. Each app is in the list by its id, too.
function apps.ids(list)
	local names = {};
	for i, app in ipairs(list) do
		names[i] = app.id;
		assert.equal(app, list[app.id]);
	end
	local keys = 0;
	for _ in pairs(list) do keys = keys + 1; end
	assert.equal(2 * #names, keys);
	return table.concat(names, " ");
end

-- (server) → the warnings and errors that it has logged, but for those of Prosody's that it has no ports
function apps.complaints(server)
	local lines = {};
	for _, line in ipairs(server.logs) do
		local of_prosody = line.text:find("^Not listening on any ports") or line.text:find("^No http ports enabled");
		if (line.level == "warn" or line.level == "error") and not of_prosody then table.insert(lines, line.text); end
	end
	return lines;
end

return apps;
