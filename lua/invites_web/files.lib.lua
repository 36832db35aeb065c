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

-- (names; folder with templates of the admin's own, relative to the module's or absolute, or nil)
-- → name → { text of NAME.html, is_whole = is it the admin's, and a whole page? }. What is not in that folder is ours.
function files.templates(names, own_folder)
	local templates = {};
	for _, name in ipairs(names) do
		local file = own_folder and module:load_resource(own_folder.."/"..name..".html");
		templates[name] = { text = content(file or module:load_resource("html/"..name..".html")); is_whole = file ~= nil and file ~= false };
	end
	return templates;
end

return files;
