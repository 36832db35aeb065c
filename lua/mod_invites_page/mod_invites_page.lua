-- A web page for each invite: what it is, which app to take, and what to press.
--
--   GET /invites_page?TOKEN                  the page; &lang=de sets its language, other fields are ignored
--   GET /invites_page/setup/APP?TOKEN        step by step with one app
--   GET /invites_page/qr.svg?TOKEN           the link to the page as a QR code
--   GET /invites_page/preview/*, /avatar/*   what messengers show of a link, and the inviter's avatar
--   GET /invites_page/static/*               stylesheet, script, logo
--
-- invites_web/http/site reads the request, mod_invites says which invite that is and whether it can be used, pages.lib.lua decides which page that
-- makes, and invites_web writes it in the reader's language. Nothing of it changes anything.

module:require "invites_lib/require_once";

local option = require_once "invites_config/option";

local invites = module:depends "invites";
assert(invites.view, "mod_invites_page needs the mod_invites that comes with it");

if option "invites_page_external" then return; end -- others show the pages; mod_invites makes the links, by the option invites_page

local links = require_once "links";

module:hook("invite-created", links.add);

if prosody.process_type ~= "prosody" then return; end -- prosodyctl is here for the links alone

module:depends "http";
module:depends "register_apps";
local pages = require_once "pages";

module:provides("http", require_once "invites_web/http/site" {
	is_open = true; is_of_invites = true; templates = require_once "invites_web/page/templates".load { welcome = "welcome"; setup = "setup" };
	paths = { [""] = { GET = pages.welcome }; ["/setup/*"] = { GET = pages.setup }; ["/qr.svg"] = { GET = pages.code } };
});
