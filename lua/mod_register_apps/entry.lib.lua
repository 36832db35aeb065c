-- One app as the configuration or a module describes it, read into a table of our own. What makes no sense is left out and complained of.
--
-- Returns { read, images }
--
-- app: the fields of what was written, those that other modules know having the right types; `id`, `name`, `image` (absolute), `platforms` and
-- `download.buttons` (lists, maybe empty) are always there; `asset` is the path of the image below this module's URL, if it is there.

local lfs = require "lfs";

local entry = {};

local directory = module:get_directory();

-- field → its type
local types = {
	text = "string"; image = "string"; link = "string"; magic_link_format = "string"; login_link_format = "string";
	supports_preauth_uri = "boolean"; download = "table"; setup = "table"; platforms = "table";
};

-- lower case → how platforms are called by those who look for them
local platforms = {};
for _, name in ipairs { "Android"; "iOS"; "macOS"; "Linux"; "Windows"; "Haiku"; "Web" } do platforms[name:lower()] = name; end

local longest_id = 64;

local function is_text(value)
	return type(value) == "string" and value:find("%S") ~= nil;
end

-- As the community's module makes it of a name: "My Chat" → "my-chat"
local function id_of(name)
	local id = name:gsub("%W+", "-"):lower();
	return id:find("%w") and id;
end

-- Ids are parts of URLs.
local function is_id(id)
	return type(id) == "string" and #id <= longest_id and id:find("^[%w_][%w_.+-]*$") ~= nil;
end

local function copy(written)
	local result = {};
	for key, value in pairs(written) do result[key] = value; end
	return result;
end

-- (list that was written or nil, complain) → list of names
local function read_platforms(written, complain)
	local list = {};
	for _, platform in ipairs(written or {}) do
		if is_text(platform) then
			table.insert(list, platforms[platform:lower()] or platform);
			if not platforms[platform:lower()] then complain(("nobody will be recognized as having the platform %q"):format(platform)); end
		else
			complain("a platform is not a text");
		end
	end
	return list;
end

local function read_buttons(written, images, complain)
	local list = {};
	if written ~= nil and type(written) ~= "table" then complain("its download.buttons are not a list"); return list; end
	for _, button in ipairs(written or {}) do
		if type(button) == "table" and is_text(button.url) and (is_text(button.text) or is_text(button.image)) then
			local read = copy(button);
			if read.image then read.image = images(read.image); end
			table.insert(list, read);
		else
			complain("a button needs a url, and a text or an image");
		end
	end
	return list;
end

-- (what was written, images, function (text) that takes complaints) → app, or nil if there is nothing of use in it
function entry.read(written, images, complain)
	if type(written) ~= "table" or not is_text(written.name) then complain("it needs a name"); return nil; end
	local app = copy(written);
	if app.id == nil then app.id = id_of(app.name); end
	if not is_id(app.id) then complain("it needs an id of letters, digits and hyphens"); return nil; end
	if type(app.platforms) == "string" then app.platforms = { app.platforms }; end
	for field, wanted in pairs(types) do
		if app[field] ~= nil and type(app[field]) ~= wanted then
			complain(("its %s is not a %s"):format(field, wanted));
			app[field] = nil;
		end
	end
	app.platforms = read_platforms(app.platforms, complain);
	app.download = copy(app.download or {});
	app.download.buttons = read_buttons(app.download.buttons, images, complain);
	local missing;
	app.image, app.asset, missing = images(app.image, app.id);
	if missing then complain(("the image %q is not there"):format(written.image)); end
	return app;
end

local function exists(path)
	return not path:find("..", 1, true) and lfs.attributes(directory.."/"..path, "mode") == "file";
end

-- (URL of this module) → images: function (image as it was written, id of the app that it is of, or nil for other pictures) → absolute URL; for an
-- app, also the path below this module's URL, if it is there, and true if what was written is not there
function entry.images(base)
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
	end;
end

return entry;
