-- Pages as HTML, in the reader's language: texts of texts/*.ftl in the templates of html/.
--
-- In templates, {t.some_id} is the text some-id, {some.value} a value of the page; both are escaped. What a text is told stands in <bdi>, so that
-- a name keeps its direction of writing; {…|plain} does without, where no element may be.
--
-- Returns function (mod_invites, assets, links) → function (what was asked for, page) → HTML, tag of the language

local interpolation = require "util.interpolation";
local lfs = require "lfs";
local urlencode = require "util.http".urlencode;
local xml_escape = require "util.stanza".xml_escape;

local first_isolate, end_isolate = "\u{2068}", "\u{2069}"; -- as Fluent puts them around what a text is told

local site = module:get_option_string("site_name", module.host);
local footer = module:get_option("invites_links", {});

local function html(text)
	local escaped = text:find("[&<>'\"]") and xml_escape(text) or text;
	if not escaped:find(first_isolate, 1, true) then return escaped; end
	return (escaped:gsub(first_isolate, "<bdi>"):gsub(end_isolate, "</bdi>"));
end

local function plain(text)
	return (tostring(text):gsub(first_isolate, ""):gsub(end_isolate, ""));
end

local fill = interpolation.new("%b{}", html, { plain = plain; urlescape = urlencode });

local function read(path)
	local file = assert(module:load_resource(path));
	local text = file:read("*a");
	file:close();
	return text;
end

local templates = {};
for _, name in ipairs { "layout"; "welcome"; "setup"; "dead" } do
	templates[name] = read("html/"..name..".html");
end

-- () → every file of texts/, by its language
local function sources()
	local found = {};
	for name in lfs.dir(module:get_directory().."/texts") do
		local tag = name:match("^([%w-]+)%.ftl$");
		if tag then found[tag] = read("texts/"..name); end
	end
	return found;
end

-- What the footer links to, in this order: text, its address from the option invites_links.
local function footer_links()
	local list = {};
	for _, name in ipairs { "terms"; "privacy"; "imprint"; "contact" } do
		local url = type(footer) == "table" and footer[name];
		if type(url) == "string" then table.insert(list, { text = "footer-"..name; url = url }); end
	end
	return list;
end

-- (address of a picture, address of our pages or nil, what leads from the page to their neighbours) → relative address, or nil: nothing is loaded
-- from elsewhere
local function near(url, base, beside)
	local folder = base and base:gsub("/*$", ""):match("^(.*/)");
	if not url or not folder or url:sub(1, #folder) ~= folder then return nil; end
	return beside..url:sub(#folder + 1);
end

return function (invites, assets, links)
	local texts, code, words = invites.texts(sources());
	if not texts then error(("the texts can't be read: %s"):format(words or code), 0); end

	-- (tag, arguments) → table id → text, with _ for - in ids. They are made when they are asked for.
	local function speak(tag, told)
		return setmetatable({}, { __index = function (known, id)
			local text, _, why = texts:format(tag, (id:gsub("_", "-")), told);
			if not text then module:log("error", "A text for the pages of invites is missing: %s", why); end
			known[id] = text or "";
			return known[id];
		end });
	end

	-- Names of languages, each in itself.
	local names = {};
	for i, tag in ipairs(texts:tags()) do names[i] = { tag = tag; name = texts:format(tag, "language-name") }; end

	-- (apps, what was asked for) → what the templates need of them
	local function app_list(apps, asked)
		local list, base = {}, links.base();
		for i, app in ipairs(apps or {}) do
			list[i] = {
				id = app.id; name = app.name; text = app.text; platforms = table.concat(app.platforms or {}, ", ");
				image = near(app.image, base, asked.beside); initial = tostring(app.name):match("^[%z\1-\127\194-\244][\128-\191]*") or "?";
			};
		end
		return list;
	end

	-- (app) → how to get it: array of { url, text }
	local function downloads(app, t)
		local list = {};
		for _, button in ipairs(app.download and app.download.buttons or {}) do
			if button.url then table.insert(list, { url = button.url; text = button.text or t.download }); end
		end
		if not list[1] and app.link then list[1] = { url = app.link; text = t.download }; end
		return list;
	end

	return function (asked, page)
		local tag, is_rtl = texts:choose(asked.language, asked.accepted);
		local t = speak(tag, page.told);
		local token = asked.token and urlencode(asked.token) or "";
		local values = setmetatable({
			t = t; lang = tag; dir = is_rtl and "rtl" or "ltr"; heading = t[page.heading]; site = site;
			query = token..(asked.language and "&lang="..tag or ""); token = token;
			below = asked.below; beside = asked.beside; main = asked.beside..asked.name;
			version = assets.version; logo = assets.logo; languages = names; page_uri = page.uri;
		}, { __index = page.values });
		local parts = page.values;
		if parts.lead or parts.kind then values.lead_text = t[parts.lead or parts.kind.lead]; end
		if parts.expires then values.expires_text = t[parts.expires]; end
		values.best, values.others = app_list(parts.best, asked), app_list(parts.others, asked);
		values.has_best, values.has_others = values.best[1] ~= nil, values.others[1] ~= nil;
		if parts.kind then
			for name, id in pairs(parts.kind) do
				if type(id) == "string" then values[name.."_text"] = t[id]; end
			end
		end
		if parts.registration then
			values.registration_url = parts.registration:find("^%w+:") and parts.registration or asked.beside..parts.registration;
		end
		if parts.app then
			values.downloads, values.second_text = downloads(parts.app, t), t[parts.second];
			values.app_image = near(parts.app.image, links.base(), asked.beside);
			values.app_hint = parts.app.setup and parts.app.setup.text;
			values.download_hint = parts.app.download and parts.app.download.text;
		end
		values.footer = {};
		for i, link in ipairs(footer_links()) do values.footer[i] = { url = link.url; text = t[link.text] }; end
		values.content = fill(templates[page.template], values);
		return fill(templates.layout, values), tag;
	end;
end
