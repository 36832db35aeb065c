-- The table of options as the README has it.
--
-- Returns function (rows of invites_config/options, shown of invites_config) → array of lines

local function cell(text)
	return (text:gsub("|", "\\|"));
end

local function default_of(row, shown)
	if row.default_says then return row.default_says; end
	if row.default == nil then return "none"; end
	return "`"..shown(row.default).."`";
end

return function (rows, shown)
	local lines = { "| Name | Value | Description | Default |"; "|---|---|---|---|" };
	for _, row in ipairs(rows) do
		if row.section then
			table.insert(lines, ("| **%s** | | | |"):format(row.section));
		else
			local says = row.says..(row.is_global and " Not for single hosts." or "");
			table.insert(lines, ("| `%s` | %s | %s | %s |"):format(row.name, cell(row.kind.expects), cell(says), cell(default_of(row, shown))));
		end
	end
	return lines;
end
