//! A request to create an invite.

use serde_json::{Map, Value};

use super::{invitee, message, rooms};
use crate::{Authority, Kind, Limit, Refusal, Username, text};

/// A request to create an invite.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRequest {
    /// What the invite is to be good for.
    pub kind: Kind,
    /// The local user who asks, or in whose name somebody asks.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often it can be used.
    pub limit: Limit,
    /// Its lifetime in seconds; `None` means the configured default.
    pub ttl: Option<i64>,
    /// `additional_data`.
    pub data: Option<Value>,
}

impl CreateRequest {
    /// A request for one use and the default lifetime on the server's authority. The creator is [`Kind::owner`].
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { creator: kind.owner().cloned(), kind, authority: Authority::Server, limit: Limit::ONCE, ttl: None, data: None }
    }

    /// The users whose accounts the invite would depend on, as [`Invite::users`].
    #[must_use]
    pub fn users(&self) -> Vec<Username> {
        let mut users: Vec<Username> = self.kind.subject().into_iter().chain(&self.creator).cloned().collect();
        users.dedup();
        users
    }

    /// The length of the longest note (`additional_data.note`), in characters.
    pub const LONGEST_NOTE: usize = 1000;

    /// Checks that lists can show a note: it is not too long, and a sound text ([`text::is_sound`]).
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`].
    pub fn note_fits(note: &str) -> Result<(), Refusal> {
        if note.chars().count() > Self::LONGEST_NOTE {
            return Err(Refusal::DataInvalid(format!("a note has at most {} characters", Self::LONGEST_NOTE)));
        }
        if !note.chars().all(text::is_sound) {
            return Err(Refusal::DataInvalid("a note has no characters that can't be shown".into()));
        }
        Ok(())
    }

    /// The note in `additional_data`, if there is one.
    #[must_use]
    pub fn note(data: Option<&Value>) -> Option<&str> {
        data?.get("note")?.as_str()
    }

    /// Makes the kind and `additional_data.allow_reset` agree. `allow_reset` turns an account invite into a password reset, and a reset carries it
    /// for modules that read it. A message is cleaned, and each of the rooms is left once.
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`] if the two name different accounts, if the data is a list, or if the rooms are none. The message, or the person whom
    /// the invite is for can't be stored.
    pub fn agreed(mut self) -> Result<Self, Refusal> {
        self.data.as_mut().map_or(Ok(()), rooms::fold)?;
        self.data.as_mut().map_or(Ok(()), message::fold)?;
        invitee::check(self.data.as_ref(), &self.kind)?;
        let named = match self.data.as_ref().and_then(|data| data.get("allow_reset")) {
            None | Some(Value::Bool(false)) => None,
            Some(Value::String(name)) => Some(Username::prepared(name)?),
            Some(_) => return Err(Refusal::DataInvalid("allow_reset is not a username".into())),
        };
        self.kind = match (self.kind, named) {
            (Kind::Account { username, inviter: None }, Some(named)) if username.as_ref().is_none_or(|user| *user == named) => {
                Kind::Reset { username: named }
            }
            (Kind::Reset { username }, named) if named.as_ref().is_none_or(|name| *name == username) => {
                let data = self.data.get_or_insert_with(|| Value::Object(Map::new()));
                let Value::Object(fields) = data else {
                    return Err(Refusal::DataInvalid("a list has no room for allow_reset".into()));
                };
                fields.insert("allow_reset".into(), username.as_str().into());
                Kind::Reset { username }
            }
            (kind, None) => kind,
            (_, Some(_)) => return Err(Refusal::DataInvalid("allow_reset names another account than the invite".into())),
        };
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    fn request(kind: Kind, data: Option<Value>) -> CreateRequest {
        CreateRequest { data, ..CreateRequest::of(kind) }
    }

    #[test]
    fn a_note_can_be_shown() {
        assert_eq!(CreateRequest::note_fits(&"ü".repeat(CreateRequest::LONGEST_NOTE)), Ok(()));
        let long = "x".repeat(CreateRequest::LONGEST_NOTE + 1);
        for bad in [long.as_str(), "a\u{b}b", "a\0b", "a\u{1b}[2J", "a\u{9b}2J", "a\u{fffe}", "a\u{ffff}", "a\u{fdd0}", "a\u{10ffff}"] {
            assert!(matches!(CreateRequest::note_fits(bad), Err(Refusal::DataInvalid(_))), "{bad:?}");
        }
        assert_eq!(CreateRequest::note(Some(&json!({"note": "x"}))), Some("x"));
        assert_eq!(CreateRequest::note(Some(&json!({"note": 1}))), None);
        assert_eq!(CreateRequest::note(Some(&json!(["note"]))), None);
    }

    #[test]
    fn allow_reset_and_the_kind_say_the_same() {
        let reset = Kind::Reset { username: user("romeo") };
        let free = Kind::Account { username: None, inviter: None };
        let agreed = request(free.clone(), Some(json!({"allow_reset": "romeo", "x": 1}))).agreed().unwrap();
        assert_eq!(agreed.kind, reset);
        let agreed = request(reset.clone(), None).agreed().unwrap();
        assert_eq!(agreed.data, Some(json!({"allow_reset": "romeo"})));
        assert_eq!(request(free.clone(), Some(json!({"note": "x"}))).agreed().unwrap().kind, free);
        for (kind, data) in [
            (reset.clone(), json!({"allow_reset": "juliet"})),
            (Kind::Account { username: Some(user("juliet")), inviter: None }, json!({"allow_reset": "romeo"})),
            (Kind::Contact { inviter: user("juliet") }, json!({"allow_reset": "juliet"})),
            (free.clone(), json!({"allow_reset": true})),
            (reset, json!([1, 2])),
        ] {
            assert!(matches!(request(kind, Some(data)).agreed(), Err(Refusal::DataInvalid(_))));
        }
        assert_eq!(request(free, Some(json!({"allow_reset": "ROMEO"}))).agreed(), Err(Refusal::UsernameInvalid));
    }
}
