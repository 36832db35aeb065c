-- A web form to register an account with an invite, or to set a new password with a reset invite.
--
--   GET  /register?t=TOKEN[&c=APP][&lang=de]     the form
--   POST /register                               the form as it was filled in
--   POST /register/check                         what is to be said of a name or a password, while the form is filled in
--   GET  /register/preview/*, /avatar/*          what messengers show of a link, and the inviter's avatar
--   GET  /register/static/*                      stylesheet, script, logo
--
-- invites_web/http/site reads the request, submission.lib.lua does what it says, pages.lib.lua decides which page follows, and invites_web writes
-- that in the reader's language. mod_invites validates invites, and mod_invites_register makes accounts as it does for streams: if a form and a
-- stream use the same invite, only one gets the account.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- nobody sends requests to prosodyctl

local option = require_once "invites_config/option";

module:depends "http";
module:depends "register_apps";
local invites = module:depends "invites";
local gate = module:depends "invites_register";
assert(invites.view and gate.register, "mod_invites_register_web needs the mod_invites and the mod_invites_register that come with it");

local error_page = require_once "invites_web/page/error_page";
local templates = require_once "invites_web/page/templates".load({ -- under the names that the community's module has for them
	register = "form"; reset = "form"; register_success = "success"; register_success_setup = "success"; reset_success = "success";
	register_error = false;
}, option "invites_register_template_path");
local extras = require_once "extras";
local pages = require_once "pages";
local provider = require_once "invites_lib/provider";
local submit = require_once "submission";

if templates.register and templates.register.is_whole then
	for _, name in ipairs(extras.lacking(templates.register.text)) do
		module:log("error", "Nobody can register with the template register.html: it lacks the field %s, which additional_registration_fields asks for. "
			.."Add {extras#…} as our html/form.html has it", name);
	end
end

local function show_form(asked, http)
	local invite, code = invites.view(asked.token, asked.who);
	if code then return error_page(code, invite); end
	local works = invite.kind == "reset" and provider.sets_passwords or provider.creates;
	if not works(module.host) then return error_page "managed-elsewhere"; end
	asked.token = invite.token; -- the clean one, if the link had other text attached
	return pages.form(asked, http, invite, { app_id = asked.app });
end

module:provides("http", require_once "invites_web/http/site" {
	templates = templates; has_forms = true; is_of_invites = true; is_private = option "c2s_require_encryption"; default_path = "/register";
	paths = { [""] = { GET = show_form; POST = submit }; ["/check"] = { POST = require_once "check" } };
});
