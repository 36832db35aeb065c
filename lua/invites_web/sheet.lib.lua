-- A sheet to print: invites as cards with their links as QR codes. It is a page of its own, without the layout of others.
--
-- Returns { template = of the page; card = function (mod_invites, invite, tag of a language) → HTML;
--           page = function (mod_invites, cards as HTML, tag of a language) → the page as a file of its own }

local fill = module:require "invites_web/fill";
local files = module:require "invites_web/files";
local option = module:require "invites_config/option";
local moment = module:require "mod_invites/moment";

local site = option "site_name";
local card = files.read "html/card.html";

local sheet = { template = { text = files.read "html/sheet.html"; is_whole = true } };

function sheet.card(invites, invite, tag)
	local link = invite.landing_page or invite.uri;
	local date = moment.text(invite.expires);
	local t = invites.texts.table(tag, { site = site; date = date });
	local code, problem = invites.qr(link, "svg");
	if not code then module:log("error", "A card has no QR code: %s", problem); end
	return fill(card, {
		t = { card_heading = t.card_heading; card_lead = t.card_lead; card_expires = date and t.card_expires or t.card_always };
		link = link; code = code or "";
	});
end

function sheet.page(invites, cards, tag)
	local _, is_rtl = invites.texts.choose(tag);
	return fill(sheet.template.text, {
		lang = tag; dir = is_rtl and "rtl" or "ltr"; style = files.read "static/style.css"; cards = cards; t = invites.texts.table(tag, { site = site });
	});
end

return sheet;
