-- What is to be seen of an invite: which page, with which parts. Pages as invites_web/page/render takes them.
--
-- Returns function (mod_invites, links) → pages.

local modulemanager = require "core.modulemanager";
local urlencode = require "util.http".urlencode;

local app_list = require_once "invites_web/page/app_list";
local apps = require_once "invites_web/page/apps";
local error_page = require_once "invites_web/page/error_page";
local url_template = require_once "invites_lib/url/url_template";
local time_text = require_once "invites_lib/time_text";
local relative_url = require_once "invites_web/page/relative_url";
local option = require_once "invites_config/option";

local site = option "site_name";
local registration_template = option "invites_registration_page";

-- kind → the texts that its page has under these names: heading, lead; open: button that hands the invite to an app; apps: heading of the list of
-- apps; browser: link to the page of mod_invites_register_web. is_first: is opening it in an app what most people need? by_browser: is the browser?
local kinds = {
	account = { heading = "account-heading"; lead = "account-lead"; open = "open-account"; open_lead = "open-account-lead";
		apps = "apps-heading"; apps_lead = "apps-lead"; browser = "browser-account" };
	contact = { heading = "contact-heading"; lead = "contact-lead"; open = "open-contact"; open_lead = "open-contact-lead";
		apps = "apps-heading-contact"; apps_lead = "apps-lead-contact"; is_first = true };
	["contact-account"] = { heading = "contact-heading"; lead = "contact-account-lead"; open = "open-contact"; open_lead = "open-contact-account-lead";
		apps = "apps-heading-contact-account"; apps_lead = "apps-lead"; browser = "browser-account"; is_first = true };
	reset = { heading = "reset-heading"; lead = "reset-lead"; open = "open-reset"; open_lead = "open-reset-lead";
		apps = "apps-heading-reset"; apps_lead = "apps-lead"; browser = "browser-reset"; by_browser = true };
};

return function (invites, links)
	local pages = {};

	-- (what was asked for, its kind, invite, app or nil) → address of the page where an account is made in the browser; nil if there is none
	local function registration(asked, kind, invite, app)
		if not kind.browser then return nil; end
		local request = asked.language and "&lang="..urlencode(asked.language) or "";
		if registration_template then
			local address = url_template(registration_template, { host = module.host; invite = invite; app = { id = app and app.id or "" } });
			return (address:find("^%a[%w+.-]*:") or address:find("^/")) and address or asked.beside..address..request;
		elseif modulemanager.is_loaded(module.host, "invites_register_web") then
			local address = relative_url(module:http_url("invites_register_web", "/register"), asked.root);
			return ("%s?t=%s&c=%s%s"):format(address, urlencode(invite.token), app and urlencode(app.id) or "", request);
		end
	end

	-- (what was asked for, invite, app or nil) → words: what of the page is this invite's alone, each of them nil if there is none
	local function words_of(asked, invite, app)
		return {
			uri = invite.uri; link = links.of(invite); registration = registration(asked, kinds[invite.kind], invite, app); address = invite.jid;
			inviter = invite.inviter; ends = time_text.text(invite.valid_until); endsiso = time_text.iso(invite.valid_until);
		};
	end

	-- (invite) → what else there is to be seen of it
	local function facts_of(invite)
		local expires, count = time_text.left(invite.valid_until);
		return { kind = invite.kind; expires = expires; count = count; bound = invite.kind == "account" and invite.username ~= nil };
	end

	-- (name of a template; facts; words, or marks in their place; app or nil) → page
	local function page_for(template, facts, words, app)
		local kind = kinds[facts.kind];
		local heading = facts.kind == "account" and words.inviter and "account-heading-inviter" or kind.heading;
		return {
			status = 200; template = template; uri = words.uri; i18n = setmetatable({ heading = heading; expires = facts.expires }, { __index = kind });
			told = { site = site; host = module.host; address = words.address; inviter = words.inviter; app = app and app.name; count = facts.count };
			values = {
				kind = kind; uri = words.uri; link = words.link; registration = words.registration; bound = facts.bound; expires = facts.expires ~= nil;
				ends = words.ends; ends_iso = words.endsiso;
			};
		};
	end

	-- (what was asked for, how the page of a living invite is made, id of an app or nil) → page
	function pages.of(asked, page_of, app_id)
		local invite, code = invites.view(asked.token, asked.who);
		if code then return error_page(code, invite and invite.kind); end
		asked.token = invite.token; -- without what was stuck to it
		return page_of(asked, invite, app_id);
	end

	-- (facts, words) → the facts, and which words there are, as a text
	local function key_of(facts, words)
		return table.concat({
			facts.kind; facts.expires or ""; facts.count or ""; facts.bound and "bound" or ""; words.link and "link" or "";
			words.registration and "registration" or ""; words.inviter and "inviter" or ""; app_list.edition();
		}, " ");
	end

	-- Whoever needs a new password has an app, and sets it in the browser where they can.
	function pages.welcome(asked, invite)
		local facts, words = facts_of(invite), words_of(asked, invite);
		local page = { status = 200; uri = invite.uri; words = words; key = key_of(facts, words) };
		function page.describe(marks)
			local marked = {};
			for name in pairs(words) do marked[name] = marks[name]; end
			local description = page_for("welcome", facts, marked);
			local values = description.values;
			values.lists_apps = not (values.kind.by_browser and values.registration);
			if values.lists_apps then
				function description.complete(all) all.app_list = app_list.html(asked, all); end
			end
			return description;
		end
		return page;
	end

	-- (invite, does the app get it by itself, is there a form for registration) → text that says what is to be done in the last step
	local function last_step(invite, is_handed_over, registers_here)
		if is_handed_over then return "step-open-"..invite.kind; end
		if invite.kind == "contact" then return "step-add-contact"; end
		return registers_here and "step-log-in" or "step-other-app";
	end

	function pages.setup(asked, invite, app_id)
		local app = apps.find(app_id);
		if not app then
			local page = error_page "app-unknown";
			page.values.back = true;
			return page;
		end
		local page = page_for("setup", facts_of(invite), words_of(asked, invite, app), app);
		local values, i18n = page.values, page.i18n;
		local _, brings_it = apps.downloads(app, asked.platform, {}, invite);
		values.app, values.hand_over, values.is_web = app, apps.handed_over(app, invite), apps.is_web(app);
		i18n.heading, i18n.last = "setup-heading", last_step(invite, values.hand_over or brings_it, values.registration);
		values.register_first = i18n.last == "step-log-in";
		function page.complete(all) all.downloads = apps.downloads(app, asked.platform, all.t, invite); end
		return page;
	end

	-- (what was asked for) → the invite's link as a QR code in SVG; or nil, page
	function pages.code(asked)
		local invite, code = invites.view(asked.token, asked.who);
		if code then return nil, error_page(code, invite and invite.kind); end
		local picture, problem = invites.qr(links.of(invite) or invite.uri, "svg");
		return picture, not picture and error_page(problem) or nil;
	end

	return pages;
end
