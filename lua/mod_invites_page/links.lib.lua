-- The https link of an invite: to this module's page, or where the option `invites_page` says that the page is.

local option = require_once "invites_config/option";
local url = require_once "invites_lib/url";

local template = option "invites_page";
local disabled = "http://disabled.invalid/"; -- what Prosody says where it has no HTTP server

local links = {};

local function base()
	local is_running = prosody.process_type == "prosody" and module.http_url;
	local address = is_running and module:http_url() or not is_running and url.of_module(option, module.host, module.name);
	return address and address ~= disabled and url.ascii(address) or nil;
end

-- (invite): sets invite.landing_page where nobody has set it yet
function links.add(invite)
	if invite.landing_page then return; end
	local address = not template and base();
	url.landing_page(template or address and address.."?{invite.token}", invite);
end

-- (invite) → its link, also for an invite that was made before this module was loaded
function links.of(invite)
	links.add(invite);
	return invite.landing_page and url.ascii(invite.landing_page);
end

return links;
