-- What is to be seen: which page, with which parts, for which invite.
--
-- A page: { status, template, heading = id of a text, told = arguments of the texts, values = what else the template needs, uri or nil,
-- retry_after or nil }. Ids end in "-reset" and the like where a kind of invite has words of its own.
--
-- Returns function (mod_invites, links) → pages.

local interpolation = require "util.interpolation";
local modulemanager = require "core.modulemanager";
local urlencode = require "util.http".urlencode;

local apps = module:require "apps";

local site = module:get_option_string("site_name", module.host);
local registration_template = module:get_option_string("invites_registration_page");
local registers = { template = registration_template or "register?t={invite.token}&c={app.id}"; configured = registration_template ~= nil };

local pause = 60; -- seconds, after which whoever guesses is told to come back
local never = module:require "mod_invites/period".never;

local fill = interpolation.new("%b{}", urlencode, { urlescape = urlencode; noscheme = function (url) return (url:gsub("^[^:]*:", "")); end });

-- kind → what its page shows. heading, lead: texts; open: text of the button that hands the invite to an app; first: is that button what most
-- people need? apps: heading of the list of apps; browser: text of the link to the page of mod_invites_register_web.
local kinds = {
	account = { heading = "account-heading"; inviter_heading = "account-heading-inviter"; lead = "account-lead";
		open = "open-account"; open_lead = "open-account-lead"; apps = "apps-heading"; apps_lead = "apps-lead"; browser = "browser-account" };
	contact = { heading = "contact-heading"; lead = "contact-lead";
		open = "open-contact"; open_lead = "open-contact-lead"; first = true; apps = "apps-heading-contact"; apps_lead = "apps-lead-contact" };
	["contact-account"] = { heading = "contact-heading"; lead = "contact-account-lead";
		open = "open-contact"; open_lead = "open-contact-account-lead"; first = true; apps = "apps-heading-contact-account"; apps_lead = "apps-lead";
		browser = "browser-account" };
	reset = { heading = "reset-heading"; lead = "reset-lead"; open = "open-reset"; open_lead = "open-reset-lead"; apps = "apps-heading-reset";
		apps_lead = "apps-lead"; browser = "browser-reset"; browser_first = true };
};

-- code of a refusal → status, what the ids of the page's texts begin with
local dead = {
	["no-token"] = { 404; "incomplete" };
	["token-invalid"] = { 404; "unknown" };
	["token-used"] = { 410; "used"; reset = "used-reset"; contact = "used-contact" };
	["token-expired"] = { 410; "expired" };
	["token-revoked"] = { 410; "revoked" };
	["inviter-gone"] = { 410; "revoked" };
	["account-not-found"] = { 410; "revoked" };
	["app-unknown"] = { 404; "app-unknown" };
	["throttled"] = { 429; "throttled"; retry_after = pause };
};
local failed = { 503; "failed"; retry_after = pause };

return function (invites, links)
	local pages = {};

	-- (invite, app or nil) → address of the page where an account is made in the browser, beginning where this module's page is; nil if there is none
	local function registration(kind, invite, app)
		local known = registers.configured or modulemanager.is_loaded(module.host, "invites_register_web");
		if not kind.browser or not known then return nil; end
		return fill(registers.template, { host = module.host; invite = invite; app = { id = app and app.id or "" } });
	end

	-- (invite) → id of the text that says how long it is good for, number for it; or nil
	local function remaining(invite)
		local seconds = invite.expires < never and invite.expires - os.time();
		if not seconds then return nil; end
		if seconds >= 2 * 86400 then return "expires-days", math.floor(seconds / 86400 + 0.5); end
		return "expires-hours", math.max(1, math.floor(seconds / 3600));
	end

	-- What all pages of a living invite have.
	local function page_for(template, heading, invite, app)
		local kind = kinds[invite.kind];
		local expires, count = remaining(invite);
		local page = { status = 200; template = template; heading = heading; uri = invite.uri };
		page.told = { site = site; host = module.host; address = invite.jid; inviter = invite.inviter; app = app and app.name; count = count };
		page.values = {
			kind = kind; uri = invite.uri; link = links.of(invite); registration = registration(kind, invite, app); expires = expires;
			bound = invite.kind == "account" and invite.jid ~= module.host;
		};
		return page;
	end

	-- (what was asked for, code, kind of the invite or nil) → the page that says why there is nothing
	function pages.dead(_, code, invite_kind)
		local why = dead[code] or failed;
		local words = why[invite_kind] or why[2];
		return {
			status = why[1]; template = "dead"; heading = words.."-heading"; retry_after = why.retry_after;
			told = { site = site; host = module.host }; values = { lead = words.."-lead" };
		};
	end

	-- (what was asked for, how the page of a living invite is made, id of an app or nil) → page
	function pages.of(asked, page_of, app_id)
		local invite, code = invites.view(asked.token, asked.who);
		if code then return pages.dead(asked, code, invite and invite.kind); end
		return page_of(asked, invite, app_id);
	end

	-- Whoever needs a new password has an app, and sets it in the browser where they can.
	function pages.welcome(asked, invite)
		local kind = kinds[invite.kind];
		local page = page_for("welcome", invite.inviter and kind.inviter_heading or kind.heading, invite);
		page.values.lists_apps = not (kind.browser_first and page.values.registration);
		page.values.best, page.values.others = apps.choose(asked.platform);
		return page;
	end

	-- How an app gets the invite: by a link of its own, or by the xmpp: link where it takes that.
	local function handed_over(app, invite)
		if app.magic_link_format then return fill(app.magic_link_format, { host = module.host; invite = invite; app = app }); end
		return app.supports_preauth_uri and invite.uri or nil;
	end

	-- () → what is pressed in the second step, or why nothing is
	local function second_step(page, app, invite)
		if handed_over(app, invite) then return "step-open-"..invite.kind; end
		if invite.kind == "contact" then return "step-add-contact"; end
		return page.values.registration and "step-log-in" or "step-other-app";
	end

	function pages.setup(asked, invite, app_id)
		local app = apps.find(app_id);
		if not app then return pages.dead(asked, "app-unknown"); end
		local page = page_for("setup", "setup-heading", invite, app);
		local values = page.values;
		values.app, values.hand_over, values.second = app, handed_over(app, invite), second_step(page, app, invite);
		values.register_first = values.second == "step-log-in";
		values.is_web = apps.is_web(app);
		return page;
	end

	-- (what was asked for) → the invite's link as a QR code in SVG, or nil, code
	function pages.code(asked)
		local invite, code = invites.view(asked.token, asked.who);
		if code then return nil, code; end
		return invites.qr(links.of(invite) or invite.uri, "svg");
	end

	return pages;
end
