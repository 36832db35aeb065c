//! What web pages say of each kind of invite, as ids of texts.

use serde::Serialize;

use crate::KindName;

/// Texts about one kind.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Texts {
    /// The words of the option `invites_page_supports` that mean this kind. The second one is not in the documentation, but in use.
    pub supported_as: &'static [&'static str],
    /// The page of an invite.
    pub welcome: Welcome,
    /// The last step of the page of an app that gets the invite by itself.
    pub handed_over: &'static str,
    /// The form in the browser, and the page after it, if there is one.
    #[serde(flatten)]
    pub browser: Option<Browser>,
    /// The invite in the list of the start page.
    pub listed: &'static str,
}

/// The page of an invite.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Welcome {
    /// Its title.
    pub heading: &'static str,
    /// Its title where somebody is named as the inviter.
    pub heading_inviter: Option<&'static str>,
    /// Its first words.
    pub lead: &'static str,
    /// The button that hands the invite to an app.
    pub open: &'static str,
    /// What is said about that button.
    pub open_lead: &'static str,
    /// The list of apps.
    pub apps: &'static str,
    /// What is said about that list.
    pub apps_lead: &'static str,
    /// The link to the form; none where there is no form.
    pub browser: Option<&'static str>,
    /// The link for who has an app already, below a main button that does something else.
    pub have_app: &'static str,
    /// What is said over all other ways, which are folded.
    pub ways: &'static str,
}

/// What happens in the browser.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Browser {
    /// The form.
    pub form: Form,
    /// The page after it.
    pub success: Success,
}

/// A form.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Form {
    /// The name of its template.
    pub template: &'static str,
    /// Its title.
    pub heading: &'static str,
    /// Its first words.
    pub lead: &'static str,
    /// Its first words where the name is fixed.
    pub lead_bound: Option<&'static str>,
    /// The field for the password.
    pub password: &'static str,
    /// The button.
    pub submit: &'static str,
}

/// The page after a form.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Success {
    /// The name of its template.
    pub template: &'static str,
    /// The same where an app was chosen.
    pub template_app: Option<&'static str>,
    /// Its title.
    pub heading: &'static str,
    /// Its first words.
    pub lead: &'static str,
}

const REGISTERED: Success =
    Success { template: "register_success", template_app: Some("register_success_setup"), heading: "success-heading", lead: "success-lead" };
const REGISTER: Form = Form {
    template: "register",
    heading: "register-heading",
    lead: "register-lead",
    lead_bound: None,
    password: "field-password",
    submit: "register-submit",
};

/// The texts about a kind.
#[must_use]
pub fn texts(kind: KindName) -> Texts {
    match kind {
        KindName::Account => Texts {
            supported_as: &["account"],
            welcome: Welcome {
                heading: "account-heading",
                heading_inviter: Some("account-heading-inviter"),
                lead: "account-lead",
                open: "open-account",
                open_lead: "open-account-lead",
                apps: "apps-heading",
                apps_lead: "apps-lead",
                browser: Some("browser-account"),
                have_app: "have-app",
                ways: "other-ways",
            },
            handed_over: "step-open-account",
            browser: Some(Browser { form: Form { lead_bound: Some("register-lead-bound"), ..REGISTER }, success: REGISTERED }),
            listed: "start-list-account",
        },
        KindName::Contact => Texts {
            supported_as: &["contact", "contact-only"],
            welcome: Welcome {
                heading: "contact-heading",
                lead: "contact-lead",
                open: "open-contact",
                open_lead: "open-contact-lead",
                apps: "apps-heading-contact",
                apps_lead: "apps-lead-contact",
                ways: "other-ways-contact",
                ..Welcome::default()
            },
            handed_over: "step-open-contact",
            browser: None,
            listed: "start-list-contact",
        },
        KindName::ContactAccount => Texts {
            supported_as: &["account-and-contact"],
            welcome: Welcome {
                heading: "contact-heading",
                lead: "contact-account-lead",
                open: "open-contact",
                open_lead: "open-contact-account-lead",
                apps: "apps-heading-contact-account",
                apps_lead: "apps-lead",
                browser: Some("browser-account"),
                have_app: "have-app",
                ways: "other-ways",
                ..Welcome::default()
            },
            handed_over: "step-open-contact-account",
            browser: Some(Browser { form: Form { lead: "register-lead-contact", ..REGISTER }, success: REGISTERED }),
            listed: "start-list-contact-account",
        },
        KindName::Reset => Texts {
            supported_as: &["account", "password-reset"],
            welcome: Welcome {
                heading: "reset-heading",
                lead: "reset-lead",
                open: "open-reset",
                open_lead: "open-reset-lead",
                apps: "apps-heading-reset",
                apps_lead: "apps-lead",
                browser: Some("browser-reset"),
                have_app: "open-reset",
                ways: "other-ways-reset",
                ..Welcome::default()
            },
            handed_over: "step-open-reset",
            browser: Some(Browser {
                form: Form {
                    template: "reset",
                    heading: "reset-heading",
                    lead: "reset-form-lead",
                    password: "field-new-password",
                    submit: "reset-submit",
                    ..REGISTER
                },
                success: Success { template: "reset_success", template_app: None, heading: "reset-success-heading", lead: "reset-success-lead" },
            }),
            listed: "start-list-reset",
        },
    }
}

/// What the one main button of an invite's page does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MainWay {
    /// Gets an app, which then opens the invite.
    App,
    /// Leads to the form.
    Browser,
    /// Opens the invite in an app that is there.
    Open,
}

/// What most people need who open this page. On a telephone that is an app; on a computer most apps open no invites (Dino, Gajim, Kaidan, Psi), so the
/// form comes first. Who gets a contact alone has an account, and so an app.
///
/// `takes_invites`: is there an app for this device that opens such invites? `has_form`: can they use the form?
#[must_use]
pub fn main_way(kind: KindName, platform: Option<&str>, takes_invites: bool, has_form: bool) -> MainWay {
    let is_telephone = matches!(platform, Some("android" | "ios"));
    match kind {
        KindName::Account | KindName::ContactAccount if takes_invites && (is_telephone || !has_form) => MainWay::App,
        KindName::Account | KindName::ContactAccount | KindName::Reset if has_form => MainWay::Browser,
        _ => MainWay::Open,
    }
}

/// The text about the last step of the page of an app: does the app get the invite by itself, is there a form to register in the browser?
#[must_use]
pub fn last_step(kind: KindName, is_handed_over: bool, registers_here: bool) -> &'static str {
    let texts = texts(kind);
    match (is_handed_over, texts.browser, registers_here) {
        (true, ..) => texts.handed_over,
        (false, None, _) => "step-add-contact",
        (false, Some(_), true) => "step-log-in",
        (false, Some(_), false) => "step-other-app",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::web::tests::has_text;

    fn check(name: &str, value: &Value) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| check(name, value)),
            Value::String(id) if id.is_empty() => assert_eq!(name, "have_app"), // where the main button is for those who have one
            Value::String(id) => assert!(name.starts_with("template") || has_text(id), "there is no text {id}"),
            _ => {}
        }
    }

    #[test]
    fn all_that_is_said_of_kinds_is_a_text_and_a_form_has_its_link() {
        for kind in KindName::ALL {
            let texts = texts(kind);
            check("", &serde_json::to_value(texts).unwrap());
            assert_eq!(texts.browser.is_some(), texts.welcome.browser.is_some(), "{kind}");
        }
    }

    #[test]
    fn the_main_button_does_what_most_readers_need() {
        for (kind, platform, takes_invites, has_form, expected) in [
            (KindName::Account, Some("android"), true, true, MainWay::App),
            (KindName::Account, Some("android"), false, true, MainWay::Browser),
            (KindName::ContactAccount, Some("ios"), true, true, MainWay::App),
            (KindName::Account, Some("macos"), true, true, MainWay::Browser),
            (KindName::Account, Some("macos"), true, false, MainWay::App),
            (KindName::Account, None, true, true, MainWay::Browser),
            (KindName::Account, Some("linux"), false, false, MainWay::Open),
            (KindName::Contact, Some("android"), true, false, MainWay::Open),
            (KindName::Reset, Some("android"), true, true, MainWay::Browser),
            (KindName::Reset, Some("android"), true, false, MainWay::Open),
        ] {
            assert_eq!(main_way(kind, platform, takes_invites, has_form), expected, "{kind} {platform:?}");
        }
    }

    #[test]
    fn the_last_step_depends_on_what_the_app_and_the_server_do() {
        for (kind, is_handed_over, registers_here, expected) in [
            (KindName::Contact, true, true, "step-open-contact"),
            (KindName::Contact, false, true, "step-add-contact"),
            (KindName::Account, false, true, "step-log-in"),
            (KindName::Reset, false, false, "step-other-app"),
        ] {
            assert_eq!(last_step(kind, is_handed_over, registers_here), expected);
            assert!(has_text(expected), "{expected}");
        }
    }
}
