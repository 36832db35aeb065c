-- A sheet to print: invites as cards with their links as QR codes. It is a page of its own, without the layout of others.

local option = require_once "invites_config/option";
local templates = require_once "invites_web/page/templates";
local time_text = require_once "invites_core".time;

local site = option "site_name";
local card = templates.read "html/card.html";

local sheet = { template = { text = templates.read "html/sheet.html"; is_whole = true } };

-- (mod_invites, invite, tag of a language) → HTML
function sheet.card(invites, invite, tag)
	local link = invite.link;
	local date = time_text.text(invite.valid_until);
	local t = invites.i18n.table(tag, { site = site; date = date });
	local code, problem = invites.qr(link, "svg");
	if not code then module:log("error", "A card has no QR code: %s", problem); end
	return templates.fill(card, {
		t = { card_heading = t.card_heading; card_lead = t.card_lead; card_expires = date and t.card_expires or t.card_always };
		link = link; code = code or "";
	});
end

-- (mod_invites, cards as HTML, tag of a language) → the page as a file of its own
function sheet.page(invites, cards, tag)
	local _, is_rtl = invites.i18n.choose(tag);
	return templates.fill(sheet.template.text, {
		lang = tag; dir = is_rtl and "rtl" or "ltr"; style = templates.styles { "base"; "sheet" };
		cards = cards; t = invites.i18n.table(tag, { site = site });
	});
end

return sheet;
