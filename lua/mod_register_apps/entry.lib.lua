-- One app as the configuration or a module describes it, read into a table of our own. What makes no sense is left out and complained of.
--
-- Returns function (what was written, images, function (text) that takes complaints) → app, or nil if there is nothing of use in it
--
-- app: the fields of what was written, those that other modules know having the right types; `id`, `name`, `image` (absolute), `platforms` and
-- `download.buttons` (lists, maybe empty) are always there; `asset` is the path of the image below this module's URL, if it is there.

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

return function (written, images, complain)
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
