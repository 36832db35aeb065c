-- Landing pages: the web link that goes with an invite, by a template (option `invites_page`) and the option `invites_page_supports`.
--
-- Returns function (template or nil) → function (invite): sets invite.landing_page where nobody has set it yet.

local new_set = require "util.set".new;
local urlencode = require "util.http".urlencode;

local kinds = require_once "invites_lib/kinds";
local url_template = require_once "invites_lib/url/url_template";
local option = require_once "invites_config/option";
local web_address = require_once "invites_lib/url/web_address";

local unpack = table.unpack;

local supports = new_set(option "invites_page_supports");

return function (template)
	-- What most templates are needs no engine.
	local before, after = (template or ""):match("^([^{}]*){invite%.token}([^{}]*)$");
	before = before and web_address(before);

	return function (invite)
		if not template or invite.landing_page then return; end
		local kind = kinds[invite.kind] or kinds.account; -- a handler may have blanked it, and the sample of `check` has none
		local word, other_word = unpack(kind.supported_as);
		if supports:contains(word) or other_word and supports:contains(other_word) then
			invite.landing_page = before and before..urlencode(invite.token)..after or url_template(template, { host = module.host; invite = invite });
		end
	end;
end
