//! The body of a request for a new invite.

use serde::Deserialize;

use super::body::{note, text, unfit, whole, wrong};
use super::{Grant, Problem};
use crate::{KindName, Refusal, message};

/// As seconds, 136 years; and the most uses of an invite.
const LARGEST: i64 = u32::MAX as i64;
/// The most rooms, and the most roles and groups, of an invite.
const MOST: usize = 10;
/// Characters of the longest name, role, group and room.
const LONGEST: usize = 1023;
/// Characters of the longest JID (RFC 7622, section 3.1).
const LONGEST_JID: usize = 3071;

/// An invite that is to be created.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct NewInvite {
    /// What it is good for. An account invite if nothing is said.
    pub kind: Option<KindName>,
    /// The username that the new account must have, or whose password is to be reset.
    #[cfg_attr(test, schemars(length(min = 1, max = 1023)))]
    pub username: Option<String>,
    /// The user who becomes a contact.
    #[cfg_attr(test, schemars(length(min = 1, max = 1023)))]
    pub inviter: Option<String>,
    /// How often it can be used; null for any number of times. Once if nothing is said.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(test, schemars(range(min = 1, max = 4_294_967_295_u64)))]
    pub max_uses: Option<Option<i64>>,
    /// For how many seconds it is valid; null for ever. As the server is configured if nothing is said.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(test, schemars(range(min = 1, max = 4_294_967_295_u64)))]
    pub ttl: Option<Option<i64>>,
    /// A note for those who manage invites.
    #[cfg_attr(test, schemars(length(max = 1000)))]
    pub note: Option<String>,
    /// A message for whoever gets it.
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub message: Option<String>,
    /// The rooms to which it leads, as bare JIDs.
    #[cfg_attr(test, schemars(length(max = 10), inner(length(min = 1, max = 1023))))]
    pub rooms: Vec<String>,
    /// The roles of the new account, the first one being the primary role.
    #[cfg_attr(test, schemars(length(max = 10), inner(length(min = 1, max = 1023))))]
    pub roles: Vec<String>,
    /// The groups of the new account.
    #[cfg_attr(test, schemars(length(max = 10), inner(length(min = 1, max = 1023))))]
    pub groups: Vec<String>,
    /// The bare JID of the one person who may use a contact invite.
    #[serde(rename = "for")]
    #[cfg_attr(test, schemars(length(min = 1, max = 3071)))]
    pub invitee: Option<String>,
}

/// The lifetimes that the server gives if nothing is said, in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Lifetimes {
    /// Of invites.
    pub usual: i64,
    /// Of resets.
    pub reset: i64,
    /// The longest of contact invites.
    pub contact: i64,
}

impl NewInvite {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> KindName {
        self.kind.unwrap_or(KindName::Account)
    }

    /// Checks it as far as that needs neither the database nor Prosody, and against what the key may hand out. The shorter of the usual lifetime and
    /// the longest of the key stands in the place of a missing one.
    ///
    /// # Errors
    /// The problem.
    pub fn checked(mut self, grant: &Grant, lifetimes: Lifetimes) -> Result<Self, Problem> {
        self.fits_its_kind()?;
        let number = |value: Option<Option<i64>>| value.flatten().is_none_or(|number| (1..=LARGEST).contains(&number));
        if !number(self.max_uses) {
            return Err(wrong("max_uses", format!("not a number from 1 to {LARGEST}")));
        }
        if !number(self.ttl) {
            return Err(wrong("ttl", format!("not a number of seconds from 1 to {LARGEST}")));
        }
        for (name, list) in [("rooms", &self.rooms), ("roles", &self.roles), ("groups", &self.groups)] {
            if list.len() > MOST || list.iter().any(|text| text.is_empty() || text.chars().count() > LONGEST) {
                return Err(wrong(name, format!("not a list of up to {MOST} names")));
            }
        }
        self.note.as_deref().map_or(Ok(()), note)?;
        if let Some(text) = &self.message {
            if text.chars().count() > message::LONGEST {
                return Err(wrong("message", format!("a message has at most {} characters", message::LONGEST)));
            }
            self.message = message::read(text.as_bytes()).map_err(|refusal: Refusal| unfit("message", refusal.to_string()))?;
        }
        self.limited(grant, lifetimes)
    }

    fn fits_its_kind(&self) -> Result<(), Problem> {
        let needs_inviter = matches!(self.kind(), KindName::Contact | KindName::ContactAccount);
        for (name, value, may, must) in [
            ("username", &self.username, !needs_inviter, self.kind() == KindName::Reset),
            ("inviter", &self.inviter, self.kind() != KindName::Reset, needs_inviter),
            ("for", &self.invitee, self.kind() == KindName::Contact, false),
        ] {
            value.as_deref().map_or(Ok(()), |value| text(name, value, if name == "for" { LONGEST_JID } else { LONGEST }))?;
            match value {
                Some(_) if !may => return Err(unfit(name, format!("an invite of the kind {} has none", self.kind()))),
                None if must => return Err(unfit(name, format!("an invite of the kind {} needs one", self.kind()))),
                _ => {}
            }
        }
        Ok(())
    }

    fn limited(mut self, grant: &Grant, lifetimes: Lifetimes) -> Result<Self, Problem> {
        let beyond = |field: &str| Err(Problem::own("key-limit").about(field));
        let all_in = |list: &[String], known: &[String]| list.iter().all(|text| known.iter().any(|known| known == text));
        let any = |known: &[String]| known.iter().any(|known| known == Grant::ANY);
        if !grant.kinds.contains(&self.kind()) {
            return beyond("kind");
        }
        if !all_in(&self.roles, &grant.roles) {
            return beyond("roles");
        }
        if !any(&grant.groups) && !all_in(&self.groups, &grant.groups) {
            return beyond("groups");
        }
        if !any(&grant.rooms) && !all_in(&self.rooms, &grant.rooms) {
            return beyond("rooms");
        }
        if !within(self.max_uses.unwrap_or(Some(1)), grant.most_uses) {
            return beyond("max_uses");
        }
        let usual = match self.kind() {
            KindName::Reset => lifetimes.reset,
            KindName::Account => lifetimes.usual,
            KindName::Contact | KindName::ContactAccount => lifetimes.usual.min(lifetimes.contact),
        };
        match (self.ttl, grant.longest_expiry) {
            (Some(ttl), longest) if !within(ttl, longest) => return beyond("ttl"),
            (None, Some(longest)) if longest < usual => self.ttl = Some(Some(longest)),
            _ => {}
        }
        Ok(self)
    }
}

/// Whether a number is within a limit; neither has to be there.
pub(super) fn within(number: Option<i64>, limit: Option<i64>) -> bool {
    limit.is_none_or(|limit| number.is_some_and(|number| number <= limit))
}

/// The body of a request for many invites.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvites {
    /// The invites. All are created, or none.
    #[cfg_attr(test, schemars(length(min = 1, max = 500), with = "Vec<NewInvite>"))]
    pub invites: Vec<serde_json::Value>,
}

impl NewInvites {
    /// The most invites of one request.
    pub const MOST: usize = 500;
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::api::v1::{Scope, body::typed};

    const LIFETIMES: Lifetimes = Lifetimes { usual: 1000, reset: 100, contact: 500 };

    fn grant() -> Grant {
        Grant {
            scopes: vec![Scope::Create],
            kinds: KindName::ALL.to_vec(),
            roles: vec!["prosody:member".into()],
            groups: vec!["*".into()],
            rooms: vec!["a@r".into()],
            longest_expiry: Some(400),
            most_uses: Some(5),
            rate: 1,
        }
    }

    fn read(body: Value) -> Result<NewInvite, (String, Option<String>)> {
        let Value::Object(object) = body else { panic!("an object") };
        let read = typed::<NewInvite>(object).and_then(|invite| invite.checked(&grant(), LIFETIMES));
        read.map_err(|problem| (problem.code, problem.field))
    }

    #[test]
    fn an_invite_is_as_the_body_says() {
        let all = json!({ "username": "romeo", "inviter": "juliet", "max_uses": 5, "ttl": 400, "note": "n", "message": " m ", "rooms": ["a@r"],
            "roles": ["prosody:member"], "groups": ["x"] });
        let invite = read(all).unwrap();
        assert_eq!((invite.kind(), invite.message.as_deref(), invite.ttl), (KindName::Account, Some("m"), Some(Some(400))));
        assert_eq!(read(json!({})).unwrap().ttl, Some(Some(400)), "the key allows no longer one");
        assert_eq!(read(json!({ "ttl": 300.0 })).unwrap().ttl, Some(Some(300)));
        assert_eq!(read(json!({ "kind": "reset", "username": "romeo" })).unwrap().ttl, None);
        assert_eq!(read(json!({ "kind": "contact", "inviter": "juliet", "for": "romeo@m" })).unwrap().invitee.as_deref(), Some("romeo@m"));
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_the_name_of_the_field() {
        for (body, field) in [
            (json!({ "kind": "admin" }), "kind"),
            (json!({ "username": 5 }), "username"),
            (json!({ "username": "" }), "username"),
            (json!({ "max_uses": 0 }), "max_uses"),
            (json!({ "max_uses": 1.5 }), "max_uses"),
            (json!({ "ttl": -1, "note": "x" }), "ttl"),
            (json!({ "ttl": 4_294_967_296_i64 }), "ttl"),
            (json!({ "note": "x".repeat(1001) }), "note"),
            (json!({ "message": "x".repeat(501) }), "message"),
            (json!({ "rooms": "a@r" }), "rooms"),
            (json!({ "rooms": [""] }), "rooms"),
            (json!({ "roles": null }), "roles"),
            (json!({ "groups": vec!["x"; 11] }), "groups"),
        ] {
            assert_eq!(read(body.clone()), Err(("field-invalid".into(), Some(field.into()))), "{body}");
        }
        for (body, field) in [
            (json!({ "note": "\u{1b}" }), "note"),
            (json!({ "message": "\u{1b}" }), "message"),
            (json!({ "kind": "contact" }), "inviter"),
            (json!({ "kind": "contact", "inviter": "a", "username": "b" }), "username"),
            (json!({ "kind": "reset" }), "username"),
            (json!({ "kind": "reset", "username": "b", "inviter": "a" }), "inviter"),
            (json!({ "for": "a@b" }), "for"),
        ] {
            assert_eq!(read(body.clone()), Err(("field-unfit".into(), Some(field.into()))), "{body}");
        }
        assert_eq!(read(json!({ "allow_reset": "juliet" })), Err(("field-unknown".into(), Some("allow_reset".into()))));
        assert_eq!(read(json!({ "\u{1b}": 1 })), Err(("field-unknown".into(), None)));
    }

    #[test]
    fn a_key_hands_out_no_more_than_it_may() {
        for (body, field) in [
            (json!({ "roles": ["prosody:admin"] }), "roles"),
            (json!({ "rooms": ["b@r"] }), "rooms"),
            (json!({ "max_uses": 6 }), "max_uses"),
            (json!({ "max_uses": null }), "max_uses"),
            (json!({ "ttl": 401 }), "ttl"),
            (json!({ "ttl": null }), "ttl"),
        ] {
            assert_eq!(read(body.clone()), Err(("key-limit".into(), Some(field.into()))), "{body}");
        }
        let none = Grant { kinds: vec![KindName::Reset], groups: Vec::new(), longest_expiry: None, most_uses: None, ..grant() };
        let refused = |invite: NewInvite| invite.checked(&none, LIFETIMES).map_err(|problem| problem.field);
        assert_eq!(refused(NewInvite::default()), Err(Some("kind".into())));
        let groups = vec!["x".to_owned()];
        let all = Grant { kinds: KindName::ALL.to_vec(), ..none.clone() };
        let invite = NewInvite { groups, ..NewInvite::default() };
        assert_eq!(invite.checked(&all, LIFETIMES).map_err(|problem| problem.field), Err(Some("groups".into())));
        let endless = NewInvite { max_uses: Some(None), ttl: Some(None), ..NewInvite::default() };
        assert_eq!(endless.clone().checked(&all, LIFETIMES), Ok(endless), "without a limit");
    }
}
