-- How large files and folders may become.

require "spec.support.paths";
local lfs = require "lfs";

local longest_file, fullest_folder = 300, 15; -- lines, files

-- (folder, list) → what is too large in it, and in its folders
local function too_large(folder, found)
	local files = 0;
	for name in lfs.dir(folder) do
		local path = folder.."/"..name;
		if name:sub(1, 1) ~= "." and lfs.attributes(path, "mode") == "directory" then
			too_large(path, found);
		elseif name:find("%.lua$") or name:find("%.rs$") or name:find("%.mjs$") or name:find("%.sh$") then
			files = files + 1;
			local lines = 0;
			for _ in io.lines(path) do lines = lines + 1; end
			if lines > longest_file then table.insert(found, ("%s has %d lines"):format(path, lines)); end
		end
	end
	if files > fullest_folder then table.insert(found, ("%s has %d files"):format(folder, files)); end
	return found;
end

for _, folder in ipairs { "lua"; "src"; "spec/fast"; "spec/live"; "spec/support"; "spec/bench"; "spec/browser"; "spec/tools"; "spec/packages" } do
	describe("The folder "..folder, function ()
		it("has no file that is too long, and no folder that is too full", function ()
			assert.same({}, too_large(folder, {}));
		end);
	end);
end
