-- Pages as HTML, in the reader's language.
--
-- In templates, {t.some_id} is the text some-id, {text.name} the text that the page has under that name, {some.value} a value of the page.
--
-- A page: { status, template = its name, i18n = name → id of a text, or false (`heading` is also the title unless there is a `title`), told = what
-- texts are told besides the names of site, host and inviter, values = what else the template needs; and where there is something to be said:
-- by = who invites, to stand at the top (see inviter.lib.lua); drawing = name of a picture in html/pictures/, to stand there instead; is_wide = does
-- it use all of a wide screen?; complete = function (values, tag of the language, what was asked for) that adds what depends on them, such as the
-- progress (HTML of progress.lib.lua); is_last = nothing leads here again, not even in another language; uri, retry_after, cookie: see
-- http/response }.
--
-- Returns function (site, see http/site) → function (what was asked for, page) → HTML, tag of the language

local urlencode = require "util.http".urlencode;

local i18n = module:depends "invites".i18n;
local assets = require_once "invites_web/page/assets";
local option = require_once "invites_config/option";
local pictures = require_once "invites_web/page/pictures";
local templates = require_once "invites_web/page/templates";
local web = require_once "invites_core".web;

local site = option "site_name";

local layout, head, languages = templates.read "html/layout.html", templates.read "html/head.html", templates.read "html/languages.html";
local shared_templates = { error_page = { text = templates.read "html/error_page.html" } };

-- name → picture as HTML
local drawings = setmetatable({}, { __index = function (known, name)
	known[name] = templates.read(("html/pictures/%s.svg"):format(name));
	return known[name];
end });

-- What the footer links to, in this order: text, its address from the option invites_links.
local footer_links = {};
do
	local links = option "invites_links" or {};
	for _, name in ipairs { "terms"; "privacy"; "imprint"; "contact" } do
		if links[name] then table.insert(footer_links, { text = "footer-"..name; url = links[name] }); end
	end
end

return function (of_module)
	local own_templates = of_module.templates;
	setmetatable(own_templates, { __index = shared_templates });

	-- The links to the page in all languages: language of the page → HTML, with {query} where requests differ.
	local links = {};
	local function language_links(tag, t, query)
		if not links[tag] then
			local names = {};
			for i, other in ipairs(i18n.tags()) do names[i] = { tag = other; name = i18n.format(other, "language-name") }; end
			links[tag] = templates.fill(languages, { t = t; languages = names }); -- a variable that has no value is left as it is
		end
		query = web.html(query);
		return (links[tag]:gsub("{query}", function () return query; end));
	end

	return function (asked, page)
		local tag, is_rtl = i18n.choose(asked.language, asked.accepted);
		local told, by = page.told or {}, page.by;
		told.site, told.host, told.inviter = site, module.host, by and by.name or told.inviter;
		local t = i18n.table(tag, told);
		local token = asked.token and urlencode(asked.token) or "";
		local footer = {};
		for i, link in ipairs(footer_links) do footer[i] = { url = link.url; text = t[link.text] }; end
		local text = setmetatable({}, { __index = function (_, name) return page.i18n[name] and t[page.i18n[name]]; end });
		local values = setmetatable({
			t = t; text = text; lang = tag; dir = is_rtl and "rtl" or "ltr"; site_name = site; domain = module.host;
			query = token..(asked.language and "&lang="..tag or ""); lang_query = asked.language and "?lang="..tag or ""; token = token;
			below = asked.below; main = asked.main; is_wide = page.is_wide; by = by;
			version = assets.version; logo = assets.logo; footer = footer; page_uri = page.uri;
			languages = page.is_last and "" or language_links(tag, t, token..(asked.app and "&c="..urlencode(asked.app) or ""));
		}, { __index = page.values });
		values.progress = "";
		if page.complete then page.complete(values, tag, asked); end
		local is_shared = of_module.is_of_invites and not page.is_last; -- by its address, in a messenger
		values.preview = is_shared and pictures.tags(text.heading, text.lead, by, of_module.default_path) or "";
		local template = own_templates[page.template];
		local content = templates.fill(template.text, values);
		if template.is_whole then return content, tag; end
		values.content, values.head = content, values.progress..(page.drawing and drawings[page.drawing] or by and templates.fill(head, values) or "");
		values.title, values.invited_by = text.title or text.heading, by and page.i18n.by ~= false and t.invited_by;
		return templates.fill(layout, values), tag;
	end;
end
