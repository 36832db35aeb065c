//! What was tried on streams, and whether it ended as expected.

use serde::Deserialize;

use super::{Judgement, Outcome};

/// Something that was tried, and how it ended.
#[derive(Debug, Deserialize)]
pub struct Try {
    /// What it was, see [`TRIES`].
    name: String,
    /// Why it did not work; none if it did.
    error: Option<Failure>,
}

/// Why something did not work: a stanza error, or what became of the connection.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Failure {
    #[serde(rename = "type")]
    kind: Option<String>,
    condition: String,
    text: Option<String>,
}

/// What is tried: name, what is expected, and the condition of the refusal if that is what is expected.
const TRIES: &[(&str, &str, Option<&str>)] = &[
    ("dial", "a connection", None),
    ("open", "a stream", None),
    ("encrypt", "an encrypted stream", None),
    ("offer", "that registration with an invite is offered", None),
    ("make", "an invite", None),
    ("present", "that the invite is accepted", None),
    ("register", "that it registers an account", None),
    ("used", "that it is refused", Some("item-not-found")),
    ("other", "that it does not register another name", Some("not-acceptable")),
    ("reset", "that it sets the password", None),
    ("login", "that the account can log in", None),
    ("old", "that the old password is refused", Some("not-authorized")),
    ("subscribe", "that the subscription is accepted", None),
];

/// How the tries ended, unless that was as expected.
pub(super) fn judge(tries: &[Try]) -> Option<Judgement> {
    tries.iter().find_map(judge_one)
}

fn judge_one(tried: &Try) -> Option<Judgement> {
    let (expected, refusal) =
        TRIES.iter().find(|(name, ..)| *name == tried.name).map_or((tried.name.as_str(), None), |(_, expected, refusal)| (expected, *refusal));
    let Some(failure) = &tried.error else {
        return refusal.map(|_| (Outcome::Failed, format!("expected {expected}, but it was accepted")));
    };
    if refusal == Some(failure.condition.as_str()) {
        return None;
    }
    let came = failure.words();
    if failure.kind.as_deref() == Some("wait") && failure.condition == "policy-violation" {
        return Some((Outcome::Skipped, format!("this address has to wait after too many tries of late ({came})")));
    }
    if failure.condition == "no-mechanism" {
        return Some((Outcome::Skipped, "the server offers no login with a password that is known here".to_owned()));
    }
    Some((Outcome::Failed, format!("expected {expected}, but {came}")))
}

impl Failure {
    fn words(&self) -> String {
        let text = self.text.as_ref().map(|text| format!(", {text:?}")).unwrap_or_default();
        match (self.condition.as_str(), &self.kind) {
            ("timeout", _) => "there was no answer within seconds".to_owned(),
            ("not-offered", _) => "it is not".to_owned(),
            ("nothing", _) => "it was not".to_owned(),
            ("closed", _) => "the server closed the stream".to_owned(),
            (condition, Some(kind)) => format!("the answer was {kind}/{condition}{text}"),
            (condition, None) => format!("the answer was {condition}{text}"),
        }
    }
}

pub(super) fn race(streams: usize, told: usize, accounts: usize, failure: Option<&Try>) -> Judgement {
    match failure.and_then(judge_one) {
        Some((outcome, text)) => (outcome, format!("of {streams} streams: {text}")),
        None if (told, accounts) == (1, 1) => (Outcome::Ok, format!("{streams} streams with one invite made 1 account")),
        None => (
            Outcome::Failed,
            format!("expected that {streams} streams with one invite make 1 account, but {told} were told so, and there are {accounts}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::SUBJECTS;
    use super::super::tests::said;
    use super::*;

    fn tries(about: &str, tries: &[(&str, Value)]) -> String {
        let tries: Vec<_> = tries.iter().map(|(name, error)| json!({ "name": name, "error": error })).collect();
        said(&json!({ "step": "tries", "about": about, "tries": tries }))
    }

    fn error(kind: &str, condition: &str) -> Value {
        json!({ "type": kind, "condition": condition, "text": "So it is" })
    }

    #[test]
    fn a_step_is_well_if_all_tries_end_as_expected() {
        let invalid = error("cancel", "item-not-found");
        assert_eq!(tries("register", &[("present", json!(null)), ("register", json!(null))]), "ok       Register: an invite made an account");
        assert_eq!(tries("used", &[("used", invalid.clone())]), "ok       Used invite: is refused");
        assert_eq!(tries("used", &[("used", json!(null))]), "failed   Used invite: expected that it is refused, but it was accepted");
        assert_eq!(
            tries("register", &[("present", invalid.clone())]),
            "failed   Register: expected that the invite is accepted, but the answer was cancel/item-not-found, \"So it is\""
        );
        assert_eq!(
            tries("bound", &[("other", invalid)]),
            "failed   Invite for a name: expected that it does not register another name, but the answer was cancel/item-not-found, \"So it is\""
        );
        let silence = tries("used", &[("used", json!({ "condition": "timeout" }))]);
        assert_eq!(silence, "failed   Used invite: expected that it is refused, but there was no answer within seconds");
    }

    #[test]
    fn a_rate_limit_is_no_failure() {
        for (name, failure) in [("used", error("wait", "policy-violation")), ("login", json!({ "condition": "no-mechanism" }))] {
            assert!(tries("used", &[(name, failure)]).starts_with("skipped  Used invite: "));
        }
        assert!(tries("used", &[("present", error("wait", "internal-server-error"))]).starts_with("failed "));
    }

    #[test]
    fn one_of_the_racers_wins() {
        let race = |told, accounts| said(&json!({ "step": "race", "streams": 20, "told": told, "accounts": accounts }));
        assert_eq!(race(1, 1), "ok       Race: 20 streams with one invite made 1 account");
        assert_eq!(race(2, 1), "failed   Race: expected that 20 streams with one invite make 1 account, but 2 were told so, and there are 1");
        let late =
            json!({ "step": "race", "streams": 20, "told": 1, "accounts": 1, "failure": { "name": "open", "error": { "condition": "closed" } } });
        assert_eq!(said(&late), "failed   Race: of 20 streams: expected a stream, but the server closed the stream");
    }

    #[test]
    fn each_try_and_each_reason_is_one_of_the_tables() {
        let lua = include_str!("../../../lua/mod_invites/commands/selftest/steps.lib.lua");
        for name in lua.split("try(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(TRIES.iter().any(|(known, ..)| *known == name), "{name}");
        }
        for name in lua.split("add(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(SUBJECTS.iter().any(|(known, ..)| *known == name), "{name}");
        }
    }
}
