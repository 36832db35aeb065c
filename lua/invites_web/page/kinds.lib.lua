-- What web pages say of each kind of invite, as ids of texts.
--
-- Returns table: kind → {
-- welcome = the page of an invite: heading, lead; open, open_lead: the button that hands the invite to an app; apps, apps_lead: the list of apps;
--   browser: link to the form, nil where there is none. is_first: is opening it in an app what most people need? by_browser: is the form?
-- handed_over = last step of the page of an app that gets the invite by itself;
-- form = the form: its template, and heading, lead, lead_bound where the name is fixed, password, submit; nil: there is none; success = the page
--   after it;
-- listed = the invite in the list of the start page }

return {
	account = {
		welcome = {
			heading = "account-heading"; heading_inviter = "account-heading-inviter"; lead = "account-lead"; open = "open-account";
			open_lead = "open-account-lead"; apps = "apps-heading"; apps_lead = "apps-lead"; browser = "browser-account";
		};
		handed_over = "step-open-account";
		form = {
			template = "register"; heading = "register-heading"; lead = "register-lead"; lead_bound = "register-lead-bound"; password = "field-password";
			submit = "register-submit";
		};
		success = { template = "register_success"; template_app = "register_success_setup"; heading = "success-heading"; lead = "success-lead" };
		listed = "start-list-account";
	};
	contact = {
		welcome = {
			heading = "contact-heading"; lead = "contact-lead"; open = "open-contact"; open_lead = "open-contact-lead"; apps = "apps-heading-contact";
			apps_lead = "apps-lead-contact"; is_first = true;
		};
		handed_over = "step-open-contact";
		listed = "start-list-contact";
	};
	["contact-account"] = {
		welcome = {
			heading = "contact-heading"; lead = "contact-account-lead"; open = "open-contact"; open_lead = "open-contact-account-lead";
			apps = "apps-heading-contact-account"; apps_lead = "apps-lead"; browser = "browser-account"; is_first = true;
		};
		handed_over = "step-open-contact-account";
		form = {
			template = "register"; heading = "register-heading"; lead = "register-lead-contact"; password = "field-password"; submit = "register-submit";
		};
		success = { template = "register_success"; template_app = "register_success_setup"; heading = "success-heading"; lead = "success-lead" };
		listed = "start-list-contact-account";
	};
	reset = {
		welcome = {
			heading = "reset-heading"; lead = "reset-lead"; open = "open-reset"; open_lead = "open-reset-lead"; apps = "apps-heading-reset";
			apps_lead = "apps-lead"; browser = "browser-reset"; by_browser = true;
		};
		handed_over = "step-open-reset";
		form = { template = "reset"; heading = "reset-heading"; lead = "reset-form-lead"; password = "field-new-password"; submit = "reset-submit" };
		success = { template = "reset_success"; heading = "reset-success-heading"; lead = "reset-success-lead" };
		listed = "start-list-reset";
	};
};
