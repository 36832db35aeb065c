//! The command `selftest`: what is said of each step that Lua has gone through on the running server.

mod page;
mod tries;

use serde::Deserialize;

use super::check::list;
use crate::terminal;

pub use page::Fetched;
use page::{certificate, fetched};
pub use tries::Try;
use tries::{judge, race};

/// What came of one step.
#[derive(Debug, Deserialize)]
#[serde(tag = "step", rename_all = "lowercase")]
pub enum Step {
    /// The first stream: where it goes, and whether it is encrypted.
    Connection {
        /// Address and port.
        place: String,
        /// Whether the stream is encrypted.
        is_encrypted: bool,
        /// See [`Try`].
        #[serde(deserialize_with = "list")]
        tries: Vec<Try>,
    },
    /// The certificate of the streams.
    Certificate {
        /// What is wrong with it.
        #[serde(deserialize_with = "list")]
        problems: Vec<String>,
    },
    /// What a run that was killed has left behind, and was removed now.
    Leftovers(Removed),
    /// A step that is made of tries alone.
    Tries {
        /// What it is about, see [`SUBJECTS`].
        about: String,
        /// The tries, up to the first one that did not end as expected.
        #[serde(deserialize_with = "list")]
        tries: Vec<Try>,
    },
    /// Many streams that have presented one invite register at the same moment.
    Race {
        /// How many.
        streams: usize,
        /// How many of them were told that they have an account.
        told: usize,
        /// How many accounts there are.
        accounts: usize,
        /// What kept the race from being run.
        failure: Option<Try>,
    },
    /// The landing page.
    Page(Fetched),
    /// The form for the account.
    Form(Fetched),
    /// A step that could not be made.
    Left {
        /// What it is about.
        about: String,
        /// Why.
        reason: String,
    },
    /// The end.
    Cleanup(Removed),
}

/// What was removed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Removed {
    accounts: usize,
    invites: usize,
    /// What went wrong.
    error: Option<String>,
    /// Whether the names stay noted, because a request for one of them may still be under way.
    is_noted: bool,
}

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As expected.
    Ok,
    /// Otherwise.
    Failed,
    /// It could not be made, or nobody can say.
    Skipped,
}

impl Outcome {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// The steps that are made of tries: name, subject, what is said if all went well.
const SUBJECTS: &[(&str, &str, &str)] = &[
    ("register", "Register", "an invite made an account"),
    ("used", "Used invite", "is refused"),
    ("bound", "Invite for a name", "registers this name, and no other"),
    ("reset", "Password reset", "the new password counts, the old one does not"),
    ("contact", "Contact invite", "the subscription is accepted"),
    ("race", "Race", ""),
    ("page", "Page", ""),
    ("form", "Form", ""),
];

/// Why a step could not be made.
const REASONS: &[(&str, &str)] = &[
    ("closed", "nobody can register"),
    ("unanswered", "the server does not answer any more"),
    ("no-account", "there is no account for it"),
    ("no-passwords", "passwords are set elsewhere than in Prosody"),
    ("no-page", "invites have no web page here (mod_invites_page is not enabled, and invites_page is not set)"),
    ("no-form", "mod_invites_register_web is not enabled"),
    ("page-failed", "the page has to be there first"),
];

type Judgement = (Outcome, String);

/// The line about a step, which can't steer a terminal, and how the step ended.
#[must_use]
pub fn line(step: &Step) -> (String, Outcome) {
    let (subject, (outcome, text)) = match step {
        Step::Connection { place, is_encrypted, tries } => ("Connection", connection(place, *is_encrypted, tries)),
        Step::Certificate { problems } => ("Certificate", certificate(problems)),
        Step::Leftovers(removed) => ("Left behind", cleanup(removed, "of an earlier selftest removed")),
        Step::Tries { about, tries } => {
            let (subject, done) = subject(about);
            (subject, judge(tries).unwrap_or_else(|| (Outcome::Ok, done.to_owned())))
        }
        Step::Race { streams, told, accounts, failure } => ("Race", race(*streams, *told, *accounts, failure.as_ref())),
        Step::Page(page) => ("Page", fetched(page)),
        Step::Form(form) => ("Form", fetched(form)),
        Step::Left { about, reason } => {
            let reason = REASONS.iter().find(|(name, _)| name == reason).map_or(reason.as_str(), |(_, text)| text);
            (subject(about).0, (Outcome::Skipped, reason.to_owned()))
        }
        Step::Cleanup(removed) => ("Clean-up", cleanup(removed, "removed")),
    };
    let word = outcome.word();
    (terminal::text(format!("{word:<9}{subject}: {text}").as_bytes()).into_owned(), outcome)
}

fn subject(about: &str) -> (&str, &str) {
    SUBJECTS.iter().find(|(name, ..)| *name == about).map_or((about, ""), |(_, subject, done)| (subject, done))
}

fn connection(place: &str, is_encrypted: bool, tries: &[Try]) -> Judgement {
    let encryption = if is_encrypted { "encrypted" } else { "not encrypted" };
    match judge(tries) {
        Some((outcome, text)) => (outcome, format!("{place}, {encryption}: {text} (\"prosodyctl mod_invites check\" may know why)")),
        None => (Outcome::Ok, format!("{place}, {encryption}")),
    }
}

fn cleanup(removed: &Removed, done: &str) -> Judgement {
    let Removed { accounts, invites, .. } = removed;
    let (account, invite) = (if *accounts == 1 { "account" } else { "accounts" }, if *invites == 1 { "invite" } else { "invites" });
    let what = format!("{accounts} {account} and {invites} {invite} {done}");
    match &removed.error {
        Some(error) => (Outcome::Failed, format!("{what}, but not all: {error}. The next selftest tries again")),
        None if removed.is_noted => (Outcome::Ok, format!("{what}. As a request was not answered, the next selftest looks again")),
        None => (Outcome::Ok, what),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    pub(super) fn said(step: &Value) -> String {
        line(&serde_json::from_value(step.clone()).unwrap()).0
    }

    #[test]
    fn what_was_not_tried_and_what_was_removed_is_told() {
        let left = said(&json!({ "step": "left", "about": "form", "reason": "no-form" }));
        assert_eq!(left, "skipped  Form: mod_invites_register_web is not enabled");
        let removed = json!({ "step": "cleanup", "accounts": 1, "invites": 2, "is_noted": true });
        assert_eq!(
            said(&removed),
            "ok       Clean-up: 1 account and 2 invites removed. As a request was not answered, the next selftest looks again"
        );
        let failed = said(&json!({ "step": "leftovers", "accounts": 0, "invites": 0, "error": "why\u{1b}" }));
        assert_eq!(
            failed,
            "failed   Left behind: 0 accounts and 0 invites of an earlier selftest removed, but not all: why?. The next selftest tries again"
        );
        let closed = json!({ "step": "connection", "place": "::1, port 5222", "tries": [{ "name": "offer", "error": { "condition": "not-offered" } }], "is_encrypted": false });
        assert_eq!(
            said(&closed),
            "failed   Connection: ::1, port 5222, not encrypted: expected that registration with an invite is offered, but it is not (\"prosodyctl mod_invites \
             check\" may know why)"
        );
    }
}
