-- Writes the list of files that each rock has in itself (rock_manifest): folders as tables, files as their MD5. It reads the lines of md5sum.

local top = {};
for line in io.lines() do
	local sum, path = line:match("^(%x+)  %./(.+)$");
	local folder = top;
	for name in path:gmatch("([^/]+)/") do
		folder[name] = folder[name] or {};
		folder = folder[name];
	end
	folder[path:match("[^/]+$")] = sum;
end

-- (folder or MD5, what each of its lines begins with) → as Lua
local function text(entry, indent)
	if type(entry) == "string" then return ("%q"):format(entry); end
	local names, lines = {}, {};
	for name in pairs(entry) do table.insert(names, name); end
	table.sort(names);
	for i, name in ipairs(names) do lines[i] = ("%s\t[%q] = %s;\n"):format(indent, name, text(entry[name], indent.."\t")); end
	return "{\n"..table.concat(lines)..indent.."}";
end

print("rock_manifest = "..text(top, ""));
