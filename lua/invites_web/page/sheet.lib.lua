-- A sheet to print: invites as cards with their links as QR codes. It is a page of its own, without the layout of others.

local base64 = require "util.encodings".base64.encode;

local assets = require_once "invites_web/page/assets";
local option = require_once "invites_config/option";
local templates = require_once "invites_web/page/templates";
local readable_link = require_once "invites_core".web.readable_link;

local site, is_shown = option "site_name", option "invites_show_inviter";
local template = templates.read "html/card.html";

local sheet = { template = { text = templates.read "html/sheet.html"; is_whole = true } };

-- (mod_invites, invite, tag of a language) → HTML
function sheet.card(invites, invite, tag)
	local card = invite.card or {};
	local by = is_shown and not card.title and (invite.inviter or invite.creator) or nil;
	local date = invites.i18n.moment(tag, invite.valid_until);
	local t = invites.i18n.table(tag, { site = site; date = date; inviter = by });
	local code, problem = invites.qr(invite.link, "svg");
	if not code then module:log("error", "A card has no QR code: %s", problem); end
	return templates.fill(template, {
		t = t; site = site; logo = assets.logo; place = card.of and ("%d/%d"):format(card.number, card.of);
		heading = card.title or t.card_heading; is_named = card.title; by = by;
		lead = invite.landing_page and t.card_lead or t.card_lead_app; expires = date and t.card_expires or t.card_always;
		link = readable_link(invite.link); code = code or "";
	});
end

-- (mod_invites, cards as HTML, tag of a language) → the page as a file of its own
function sheet.page(invites, cards, tag)
	local _, is_rtl = invites.i18n.choose(tag);
	local logo = assets.files[assets.logo];
	return templates.fill(sheet.template.text, {
		lang = tag; dir = is_rtl and "rtl" or "ltr"; t = invites.i18n.table(tag, { site = site }); cards = cards; logo = assets.logo;
		file = {
			style = assets.files["style.css"].body; script = assets.files["page.js"].body;
			logo = logo and ("data:%s;base64,%s"):format(logo.type, base64(logo.body));
		};
	});
end

return sheet;
