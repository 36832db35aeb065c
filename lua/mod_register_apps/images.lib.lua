-- Where pictures of apps are: in assets/, which this module serves, or anywhere else.
--
-- Returns function (URL of this module) → images: function (image as it was written, id of the app that it is of, or nil for other pictures)
-- → absolute URL; for an app, also the path below this module's URL, if it is there, and true if what was written is not there

local lfs = require "lfs";

local directory = module:get_directory();

local function exists(path)
	return not path:find("..", 1, true) and lfs.attributes(directory.."/"..path, "mode") == "file";
end

return function (base)
	local origin = base:match("^%a[%w+.-]*://[^/]*") or "";
	base = base:gsub("/$", "");

	return function (image, id)
		if image and (image:find("^%a[%w+.-]*:") or image:find("^//")) then return image; end
		if image and image:find("^/") then return origin..image; end
		if image and (not id or exists(image)) then return base.."/"..image, image; end
		-- Lists that were copied from the community's module name files that it has, of apps that we have another picture of.
		local path = ("assets/logos/%s.svg"):format(id);
		if exists(path) then return base.."/"..path, path; end
		return base.."/assets/logos/generic.svg", "assets/logos/generic.svg", image ~= nil;
	end
end
