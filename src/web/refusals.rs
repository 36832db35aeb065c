//! What people on web pages are told of each refusal, and of requests that make no sense.

use serde::Serialize;

/// Seconds after which people are told to come back.
const PAUSE: u16 = 60;

/// What is said of a refusal. One without a page is our failure: nobody on a page meets it otherwise.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Row {
    /// What the ids of the texts of the error page begin with.
    pub page: Option<&'static str>,
    /// The HTTP status of that page.
    pub status: Option<u16>,
    /// Other words for an invite to reset a password.
    pub reset: Option<&'static str>,
    /// Other words for an invite to become a contact.
    pub contact: Option<&'static str>,
    /// Seconds in `Retry-After`.
    pub retry_after: Option<u16>,
    /// The text that the form for registration says instead.
    pub form: Option<&'static str>,
    /// The HTTP status of that form.
    pub form_status: Option<u16>,
    /// The field of the form that the refusal is about.
    pub field: Option<&'static str>,
    /// The text that the start page says.
    pub start: Option<&'static str>,
    /// What the button of the error page does; else it leads to those who run the server.
    pub next: Option<Next>,
}

/// What to do on an error page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Next {
    /// The same once more.
    Again,
    /// Back to the page of the invite.
    Invite,
    /// The invite in an app.
    Open,
    /// Ask the person who sent the link for a new one: the page has a message for that.
    Ask,
    /// The same page under https.
    Secure,
    /// Chat: the account or the contact is there.
    Chat,
}

const fn none() -> Row {
    Row {
        page: None,
        status: None,
        reset: None,
        contact: None,
        retry_after: None,
        form: None,
        form_status: None,
        field: None,
        start: None,
        next: None,
    }
}

const fn page(words: &'static str, status: u16) -> Row {
    Row { page: Some(words), status: Some(status), ..none() }
}

const fn again(words: &'static str, status: u16) -> Row {
    Row { next: Some(Next::Again), ..page(words, status) }
}

const fn ask(words: &'static str, status: u16) -> Row {
    Row { next: Some(Next::Ask), ..page(words, status) }
}

const fn form(words: &'static str, status: u16) -> Row {
    Row { form: Some(words), form_status: Some(status), ..none() }
}

const fn username(words: &'static str, status: u16) -> Row {
    Row { field: Some("user"), start: Some(words), ..form(words, status) }
}

const fn start(words: &'static str) -> Row {
    Row { start: Some(words), ..none() }
}

/// The codes of the library's refusals, and of what pages refuse by themselves.
pub const ROWS: &[(&str, Row)] = &[
    // Invites that don't work
    ("no-token", ask("incomplete", 404)),
    ("token-invalid", ask("unknown", 404)),
    ("invite-damaged", ask("unknown", 404)),
    ("token-expired", ask("expired", 410)),
    ("token-used", Row { reset: Some("used-reset"), contact: Some("used-contact"), next: Some(Next::Chat), ..page("used", 410) }),
    ("permit-spent", Row { next: Some(Next::Chat), ..page("used", 410) }),
    ("token-revoked", ask("revoked", 410)),
    ("inviter-gone", Row { start: Some("error-not-allowed"), ..ask("revoked", 410) }),
    ("account-not-found", ask("revoked", 410)),
    ("token-not-for-registration", Row { next: Some(Next::Open), ..page("contact-only", 404) }),
    ("token-not-for-contact", none()),
    ("invite-in-use", form("error-in-use", 503)),
    ("inviter-new", Row { form: Some("later-lead"), form_status: Some(429), start: Some("adhoc-refusal-inviter-new"), ..again("later", 429) }),
    ("tree-full", Row { form: Some("later-lead"), form_status: Some(429), start: Some("adhoc-refusal-tree-full"), ..again("later", 429) }),
    ("throttled", Row { retry_after: Some(PAUSE), ..again("throttled", 429) }),
    // Names
    ("username-invalid", username("error-username-invalid", 422)),
    ("username-too-long", username("error-username-long", 422)),
    ("username-mismatch", none()), // the form has no field for the name of such an invite
    ("username-reserved", username("error-username-taken", 409)),
    ("account-exists", Row { page: Some("used"), status: Some(410), next: Some(Next::Chat), ..username("error-username-taken", 409) }),
    // Making invites
    ("not-allowed", start("error-not-allowed")),
    ("quota-pending", start("error-quota-pending")),
    ("quota-daily", start("error-quota-daily")),
    ("data-invalid", start("bad-request-lead")),
    ("room-refused", Row { field: Some("rooms"), ..start("error-rooms") }),
    ("text-too-long", none()), // notes are read before, with words of their own
    ("text-unclean", none()),
    ("ttl-invalid", Row { field: Some("lifetime"), ..start("error-lifetime") }),
    ("ttl-too-long", Row { field: Some("lifetime"), ..start("error-lifetime") }),
    ("contact-ttl-too-long", Row { field: Some("lifetime"), ..start("error-lifetime") }),
    ("jid-invalid", none()),
    ("uses-invalid", none()), // no page asks for this, nor for what follows
    ("uses-too-many", none()),
    ("reference-ambiguous", none()),
    // Requests
    ("app-unknown", Row { next: Some(Next::Invite), ..page("app-unknown", 404) }),
    ("body-invalid", again("bad-request", 400)),
    ("body-too-large", again("bad-request", 413)),
    ("form-foreign", again("bad-request", 403)),
    ("form-invalid", none()), // pages say body-invalid
    ("length-required", again("bad-request", 411)),
    ("managed-elsewhere", page("elsewhere", 403)),
    ("not-encrypted", Row { next: Some(Next::Secure), ..page("not-encrypted", 403) }),
    ("type-unsupported", again("bad-request", 415)),
    // Failures
    ("busy", Row { retry_after: Some(PAUSE), form: Some("busy-lead"), form_status: Some(503), start: Some("busy-lead"), ..again("busy", 503) }),
    ("ask", none()),
    (
        "internal-server-error",
        Row { retry_after: Some(PAUSE), form: Some("failed-lead"), form_status: Some(503), start: Some("error-failed"), ..again("failed", 503) },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::web::tests::has_text;

    #[test]
    fn each_refusal_has_a_row_and_each_row_has_texts() {
        for code in Error::CODES {
            assert!(ROWS.iter().any(|(known, _)| known == code), "{code} has no row");
        }
        for (code, row) in ROWS {
            for words in [row.page, row.reset, row.contact].into_iter().flatten() {
                assert!(has_text(&format!("{words}-heading")) && has_text(&format!("{words}-lead")), "{code}");
            }
            assert!([row.form, row.start].into_iter().flatten().all(has_text), "{code}");
        }
    }
}
