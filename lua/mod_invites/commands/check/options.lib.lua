-- Part of the command check: values of options that are not understood, options whose names are misspelt, and options in a place where nobody reads
-- them.

local nearest = require_once "terminal/nearest";
local reader = require_once "invites_config/reader";

-- Options of others whose names are close to one of ours.
local others = { s2s_require_encryption = true; s2s_direct_tls_ports = true };

local shortest_name, most_changes = 6, 2;

local ours = {};
for _, row in ipairs(reader.rows()) do
	if #row.name >= shortest_name then table.insert(ours, row.name); end
end

local function place(host)
	return host == "*" and "for all hosts" or ("for %s"):format(host);
end

-- (report, host or "*")
local function look_at_names(report, host)
	for _, name in ipairs(reader.names(host)) do
		local row = reader.rows()[name];
		local close = not row and not others[name] and nearest(name, ours, most_changes);
		if close then
			report.to_do("Options: there is no option %s (set %s). Did you mean %s?", name, place(host), close);
		elseif row and row.is_global and host ~= "*" then
			report.to_do("Options: %s has no effect for %s alone: set it above all VirtualHost lines", name, host);
		end
	end
end

-- What stands at the end of the file belongs to the last component there.
local function look_at_components(report)
	for _, name in ipairs(reader.hosts()) do
		if reader.is_component(name) then
			for _, option in ipairs(reader.names(name)) do
				if reader.rows()[option] and option:find("invite", 1, true) then
					report.to_do("Options: %s is set for the component %s, where it has no effect: set it above that line", option, name);
				end
			end
		end
	end
end

-- (report, host as commands/check/check.lib.lua has it)
return function (report, host)
	local before = report.count;
	for _, row in ipairs(reader.rows()) do
		local _, problem = reader.read(host.name, row.name);
		if problem then report.to_do("Options: %s", problem); end
	end
	look_at_names(report, "*");
	look_at_names(report, host.name);
	look_at_components(report);
	if report.count == before then report.ok("Options: all values are understood"); end
end
