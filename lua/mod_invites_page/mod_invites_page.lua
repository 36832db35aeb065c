-- A web page for each invite: what it is, which app to take, and what to press.
--
--   GET /invites_page?TOKEN                  the page; &lang=de sets its language, other fields are ignored
--   GET /invites_page/setup/APP?TOKEN        step by step with one app
--   GET /invites_page/qr.svg?TOKEN           the link to the page as a QR code
--   GET /invites_page/static/*               stylesheet, script, logo
--
-- http/request (of invites_web) reads the request, mod_invites says which invite that is and whether it can be used, pages.lib.lua decides which page
-- that makes, page/render writes it in the reader's language, and http/response adds the headers. Nothing of it changes anything.

module:require "invites_lib/require_once";

-- Options

local option = require_once "invites_config/option";

local external = option "invites_page_external";

-- Dependencies

local invites = module:depends "invites";
assert(invites.view, "mod_invites_page needs the mod_invites that comes with it");

if external then return; end -- others show the pages; mod_invites makes the links, by the option invites_page

local links = require_once "links";

-- Hooks

module:hook("invite-created", links.add);

if prosody.process_type ~= "prosody" then return; end -- prosodyctl is here for the links alone

-- HTTP

module:depends "http";
module:depends "register_apps";
local answer = require_once "invites_web/http/response".new { is_open = true };
local assets = require_once "invites_web/page/assets";
local load_templates = require_once "invites_web/page/templates".load;
local pages = require_once "pages"(invites, links);
local render = require_once "invites_web/page/render"(invites, assets, load_templates { welcome = "welcome"; setup = "setup" });
local request = require_once "invites_web/http/request";
local routes = require_once "invites_web/http/routes";

-- (how the page of a living invite is made, how many parts the path has below ours) → handler
local function show(page_of, depth)
	return function (event, app_id)
		if app_id and app_id:find("/", 1, true) then return answer.asset(event.response, nil); end
		local asked = request.read(event.request, depth);
		asked.app = nil; -- its place is in the path
		local page = pages.of(asked, page_of, app_id);
		return answer.page(event.response, page, render(asked, page));
	end;
end

local function show_code(event)
	local asked = request.read(event.request, 1);
	local picture, page = pages.code(asked);
	if not picture then return answer.page(event.response, page, render(asked, page)); end
	return answer.picture(event.response, picture);
end

module:provides("http", routes.item(answer, assets, {
	[""] = { GET = show(pages.welcome, 0) };
	["/"] = { GET = show(pages.welcome, 1) };
	["/setup/*"] = { GET = show(pages.setup, 2) };
	["/qr.svg"] = { GET = show_code };
}));
