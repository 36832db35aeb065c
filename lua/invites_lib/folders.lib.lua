-- The folders of the suite's modules. `make install` puts mod_x into mod_x/, and Debian's package puts it into mod_x/x/, because the package
-- prosody-modules has files of the same names in mod_x/. Prosody looks into mod_x/x/ first.
--
-- Returns { root = the folder that holds them all; of = function (name of a module without mod_) → its folder below the root }

local lfs = require "lfs";

local root = debug.getinfo(1, "S").source:match("^@(.*)/invites_lib/folders%.lib%.lua$") or ".";

local function folder_of(name)
	local folder = "mod_"..name;
	local nested = folder.."/"..name;
	return lfs.attributes(root.."/"..nested, "mode") == "directory" and nested or folder;
end

return { root = root; of = folder_of };
