//! The bodies of answers, besides those that are invites.

use serde::Serialize;

use crate::{KindName, terminal};

/// Whether a token is good.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Checked {
    /// Whether it is.
    pub valid: bool,
    /// Why it is not: the code of the refusal.
    pub code: Option<String>,
    /// What it is good for.
    pub kind: Option<KindName>,
    /// The username that the account must have, or whose password is reset.
    pub username: Option<String>,
    /// Who becomes a contact.
    pub inviter: Option<String>,
    /// When it ends, in Unix seconds; null for never.
    pub expires: Option<i64>,
}

/// An account.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Account {
    /// Its username.
    pub username: String,
    /// Its address.
    pub jid: String,
}

/// An app that is recommended.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct App {
    /// What names it.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// What it is.
    pub text: Option<String>,
    /// Its picture.
    pub image: Option<String>,
    /// Its web page.
    pub link: Option<String>,
    /// The platforms for which it is.
    pub platforms: Vec<String>,
}

/// An object as JSON.
#[must_use]
pub fn body(object: &impl Serialize) -> String {
    serde_json::to_vec(object).map(|bytes| terminal::json(&bytes).into_owned()).unwrap_or_default()
}

/// An object with an array of objects that are JSON already, and what else it has.
#[must_use]
pub fn list(name: &str, objects: &[String], more: Option<(&str, &str)>) -> String {
    let more = more.map(|(name, value)| format!(",\"{name}\":{value}")).unwrap_or_default();
    format!("{{\"{name}\":[{}]{more}}}", objects.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_objects() {
        assert_eq!(list("invites", &["{}".into(), "{\"a\":1}".into()], Some(("next", "null"))), r#"{"invites":[{},{"a":1}],"next":null}"#);
        assert_eq!(list("apps", &[], None), r#"{"apps":[]}"#);
        let account = Account { username: "a\u{202e}".into(), jid: "a@h".into() };
        assert_eq!(body(&account), r#"{"username":"a\u202e","jid":"a@h"}"#);
    }
}
