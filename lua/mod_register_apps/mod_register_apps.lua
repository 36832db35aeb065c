-- The apps (XMPP clients) that people who are invited may choose from. Web pages of other modules show them.
--
-- They are in module:shared("register_apps/apps"): a list in order, and a map by id. Other modules add to them with items "site-app-provider",
-- as module:provides("site-app", app) makes them. Pictures are served at /register_apps/assets/.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- nobody sees web pages of prosodyctl

-- Dependencies

module:depends "http";
local compat = require_once "invites_lib/compat";
local web_address = require_once "invites_lib/url/web_address";
local read_selection = require_once "selection";
local new_images = require_once "images";
local catalogue = require_once "catalogue"(module:shared "apps");

-- What there is to choose from

local function select()
	local images = new_images(web_address(module:http_url()));
	catalogue:select(read_selection(images), images);
end

local function complain() catalogue:complain_of_unknown(); end

select();
module:handle_items("site-app-provider", function (event) catalogue:add(event.item); end, function (event) catalogue:remove(event.item); end);
if compat.started() then
	complain();
else
	module:hook_global("server-started", complain, -1000); -- other modules have offered what they have by then
end
module:hook_global("config-reloaded", function () select(); complain(); end);

function module.unload()
	catalogue:clear();
end

-- HTTP

module:provides("http", { route = require_once "assets"; streaming_uploads = true });
