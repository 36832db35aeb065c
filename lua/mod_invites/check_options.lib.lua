-- Part of the command check: values of options that are not understood, options whose names are misspelt, and options in a place where nobody reads
-- them.

local reader = module:require "invites_config/reader";

-- Options of others whose names are close to one of ours.
local others = { s2s_require_encryption = true; s2s_direct_tls_ports = true };

local shortest_name, most_changes = 6, 2;

-- (two texts) → how many characters must be added, left out, replaced or swapped with the next one to make one of them the other
local function distance(a, b)
	local rows = { [0] = {} };
	for j = 0, #b do rows[0][j] = j; end
	for i = 1, #a do
		rows[i] = { [0] = i };
		for j = 1, #b do
			local change = a:byte(i) == b:byte(j) and 0 or 1;
			local least = math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
			if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then least = math.min(least, rows[i - 2][j - 2] + 1); end
			rows[i][j] = least;
		end
	end
	return rows[#a][#b];
end

-- (name that is none of ours) → ours that may be meant, or nil
local function meant(name)
	local best, changes = nil, most_changes + 1;
	for _, row in ipairs(reader.rows) do
		local ours = row.name;
		if ours and #ours >= shortest_name and math.abs(#ours - #name) <= most_changes then
			local needed = distance(name:lower(), ours);
			if needed < changes then best, changes = ours, needed; end
		end
	end
	return best;
end

local function place(host)
	return host == "*" and "for all hosts" or ("for %s"):format(host);
end

-- (report, host or "*")
local function look_at_names(report, host)
	for _, name in ipairs(reader.names(host)) do
		local row = reader.by_name[name];
		local close = not row and not others[name] and #name < 100 and meant(name);
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
				if reader.by_name[option] and option:find("invite", 1, true) then
					report.to_do("Options: %s is set for the component %s, where it has no effect: set it above that line", option, name);
				end
			end
		end
	end
end

-- (report, host as check.lib.lua has it)
return function (report, host)
	local before = report.count;
	for _, row in ipairs(reader.rows) do
		local _, problem;
		if row.name then _, problem = reader.read(host.name, row.name); end
		if problem then report.to_do("Options: %s", problem); end
	end
	look_at_names(report, "*");
	look_at_names(report, host.name);
	look_at_components(report);
	if report.count == before then report.ok("Options: all values are understood"); end
end
