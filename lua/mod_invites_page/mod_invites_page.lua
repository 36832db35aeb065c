-- A web page for each invite: what it is, which app to take, and what to press.
--
--   GET /invites_page?TOKEN                  the page; whatever is appended with & does no harm, &lang=de is understood
--   GET /invites_page/setup/APP?TOKEN        step by step with one app
--   GET /invites_page/qr.svg?TOKEN           the link to the page as a QR code
--   GET /invites_page/static/*               stylesheet, script, logo
--
-- request.lib.lua reads what was asked for, mod_invites says which invite that is and whether it can be used, pages.lib.lua decides what is to be
-- seen, render.lib.lua writes it in the reader's language, and answer.lib.lua puts that in HTTP. Nothing of it changes anything.

-- Options

local external = module:get_option_boolean("invites_page_external", false);

-- Dependencies

local invites = module:depends "invites";
assert(invites.view, "mod_invites_page needs the mod_invites that comes with it");

if external then return; end -- others show the pages; mod_invites makes the links, by the option invites_page

local links = module:require "links";

-- Hooks

module:hook("invite-created", links.add);

if prosody.process_type ~= "prosody" then return; end -- prosodyctl is here for the links alone

-- HTTP

module:depends "http";
local answer = module:require "answer";
local assets = module:require "assets";
local pages = module:require "pages"(invites, links);
local render = module:require "render"(invites, assets, links);
local request = module:require "request";

-- (how the page of a living invite is made) → handler
local function show(page_of)
	return function (event, app_id)
		local asked = request.read(event.request);
		local page = pages.of(asked, page_of, app_id);
		return answer.page(event.response, page, render(asked, page));
	end;
end

local function show_code(event)
	local asked = request.read(event.request);
	local picture, code = pages.code(asked);
	if not picture then
		local page = pages.dead(asked, code);
		return answer.page(event.response, page, render(asked, page));
	end
	return answer.picture(event.response, picture);
end

local function show_asset(event, name)
	return answer.asset(event.response, assets.files[name]);
end

local handlers = {
	[""] = show(pages.welcome); ["/"] = show(pages.welcome); ["/setup/*"] = show(pages.setup); ["/qr.svg"] = show_code; ["/static/*"] = show_asset;
};

local route = {};
local function add(method, path, handler)
	route[path == "" and method or method.." "..path] = handler;
end
for path, handler in pairs(handlers) do
	add("GET", path, handler); -- and HEAD
	add("OPTIONS", path, function (event) return answer.options(event.response); end);
	for _, method in ipairs { "POST"; "PUT"; "PATCH"; "DELETE" } do
		add(method, path, function (event) return answer.not_allowed(event.response); end);
	end
end

module:provides("http", { route = route; streaming_uploads = true });
