-- The files of web pages: those of this folder, which all modules with pages share, and those of the module at hand.

local folder = debug.getinfo(1, "S").source:match("^@(.*[/\\])").."../";

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

-- What each form of ours has (see csrf), and a template that was written for the community's module lacks.
local function with_form_token(template)
	if template:find("{form_token}", 1, true) then return template; end
	return (template:gsub("<form[^>]*>", "%0<input type=\"hidden\" name=\"form_token\" value=\"{form_token}\">"));
end

-- (name → our file, without ".html", or false where we have none; folder with files NAME.html of the admin's own, relative to the module's or
-- absolute, or nil) → name → { text, is_whole = is it the admin's, and a whole page? }
function files.templates(names, own_folder)
	local templates = {};
	for name, ours in pairs(names) do
		local own = own_folder and module:load_resource(own_folder.."/"..name..".html");
		if own then
			templates[name] = { text = with_form_token(content(own)); is_whole = true };
		elseif ours then
			templates[name] = { text = content(module:load_resource("html/"..ours..".html")) };
		end
	end
	return templates;
end

return files;
