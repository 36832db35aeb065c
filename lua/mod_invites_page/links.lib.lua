-- The https link of an invite: to this module's page, or where the option `invites_page` says that the page is.
--
-- Returns { add = function (invite): gives it that link, of = function (invite) → its link }.

local landing = require_once "invites_lib/url/landing_page";
local option = require_once "invites_config/option";
local page_address = require_once "invites_lib/url/page_address";
local web_address = require_once "invites_lib/url/web_address";

local template = option "invites_page";
local disabled = "http://disabled.invalid/"; -- what Prosody says where it has no HTTP server

local links = {};

-- () → address of the pages, or nil if nobody can reach them
local function base()
	local address;
	if prosody.process_type == "prosody" and module.http_url then
		address = module:http_url();
	else
		address = page_address(option, module.host, module.name);
	end
	return address and address ~= disabled and web_address(address) or nil;
end

-- (invite): sets invite.landing_page where nobody has set it yet
function links.add(invite)
	if invite.landing_page then return; end
	local address = not template and base();
	landing(template or address and address.."?{invite.token}")(invite);
end

-- (invite) → its link, also for an invite that was made before this module was loaded
function links.of(invite)
	links.add(invite);
	return invite.landing_page and web_address(invite.landing_page);
end

return links;
