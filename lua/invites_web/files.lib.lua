-- The files of web pages: those of this folder, which all modules with pages share, and those of the module at hand.

local folder = debug.getinfo(1, "S").source:match("^@(.*[/\\])");

local files = {};

local function content(file, err)
	if not file then error(("a file for web pages can't be read: %s"):format(err), 0); end
	local text = file:read("*a");
	file:close();
	return text;
end

-- (path below this folder) → content
function files.read(path)
	return content(io.open(folder..path, "rb"));
end

-- What each form of ours has (see own_form.lib.lua), and a template that was written for the community's module lacks.
local function with_form_token(template)
	if template:find("{form_token}", 1, true) then return template; end
	return (template:gsub("<form[^>]*>", "%0<input type=\"hidden\" name=\"form_token\" value=\"{form_token}\">"));
end

-- (names; folder with templates of the admin's own, relative to the module's or absolute, or nil)
-- → name → { text of NAME.html, is_whole = is it the admin's, and a whole page? }. What is not in that folder is ours, if we have one.
function files.templates(names, own_folder)
	local templates = {};
	for _, name in ipairs(names) do
		local own = own_folder and module:load_resource(own_folder.."/"..name..".html");
		local file = own or module:load_resource("html/"..name..".html");
		local text = file and content(file);
		if text then templates[name] = { text = own and with_form_token(text) or text; is_whole = own ~= nil }; end
	end
	return templates;
end

return files;
