//! What an invite is.

use std::fmt;
use std::num::NonZeroU32;

use serde::de::value::Error as WordError;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{InviteId, Refusal, Token, UnixTime, Username, text};

/// The value that serde knows by this word: a kind, a state, an authority.
pub(crate) fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<WordError>::into_deserializer(word)).ok()
}

/// The word for a kind of invite, for the database, the command line, JSON and Lua.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindName {
    /// [`Kind::Account`].
    Account,
    /// [`Kind::Contact`].
    Contact,
    /// [`Kind::ContactAccount`].
    ContactAccount,
    /// [`Kind::Reset`].
    Reset,
}

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What an invite is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Register an account (XEP-0401 §4), where bound: that one name.
    Account {
        /// The name that the account must have.
        username: Option<Username>,
        /// The user who becomes the new account's contact ("roster-subscription").
        inviter: Option<Username>,
    },
    /// Become a contact of a user (XEP-0379).
    Contact {
        /// The user.
        inviter: Username,
    },
    /// Become a contact of a user, and register first where need be (`;ibr=y`, XEP-0401 §3).
    ContactAccount {
        /// The user.
        inviter: Username,
    },
    /// Set a new password for one account that exists.
    Reset {
        /// The account.
        username: Username,
    },
}

impl Kind {
    /// The word for it.
    #[must_use]
    pub fn name(&self) -> KindName {
        match self {
            Self::Account { .. } => KindName::Account,
            Self::Contact { .. } => KindName::Contact,
            Self::ContactAccount { .. } => KindName::ContactAccount,
            Self::Reset { .. } => KindName::Reset,
        }
    }

    /// A kind from its word and the names that go with it: the bound name (or the account of a reset), and the inviter.
    #[must_use]
    pub fn from_parts(name: KindName, username: Option<Username>, inviter: Option<Username>) -> Option<Self> {
        match (name, username, inviter) {
            (KindName::Account, username, inviter) => Some(Self::Account { username, inviter }),
            (KindName::Contact, None, Some(inviter)) => Some(Self::Contact { inviter }),
            (KindName::ContactAccount, None, Some(inviter)) => Some(Self::ContactAccount { inviter }),
            (KindName::Reset, Some(username), None) => Some(Self::Reset { username }),
            _ => None,
        }
    }

    /// The user of the address that the link names.
    #[must_use]
    pub fn address_user(&self) -> Option<&Username> {
        match self {
            Self::Account { username, .. } => username.as_ref(),
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Reset { username } => Some(username),
        }
    }

    /// The one name that may be registered (or reset) through it, if it is bound.
    #[must_use]
    pub fn bound_name(&self) -> Option<&Username> {
        match self {
            Self::Account { username, .. } => username.as_ref(),
            Self::Reset { username } => Some(username),
            Self::Contact { .. } | Self::ContactAccount { .. } => None,
        }
    }

    /// The user who becomes a contact of whoever uses it.
    #[must_use]
    pub fn inviter(&self) -> Option<&Username> {
        match self {
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Account { inviter, .. } => inviter.as_ref(),
            Self::Reset { .. } => None,
        }
    }

    /// The user whom it is about: who becomes a contact, or whose password is reset.
    #[must_use]
    pub fn subject(&self) -> Option<&Username> {
        match self {
            Self::Reset { username } => Some(username),
            other => other.inviter(),
        }
    }

    /// Whose it is where nobody says who made it: a contact invite is its inviter's. An account invite is nobody's, even if it makes a contact: what else
    /// it gives may be more than that contact has.
    #[must_use]
    pub fn owner(&self) -> Option<&Username> {
        match self {
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Account { .. } | Self::Reset { .. } => None,
        }
    }

    /// Whether it can be shown to this user to become a contact (XEP-0379).
    #[must_use]
    pub fn is_contact_of(&self, user: &Username) -> bool {
        matches!(self, Self::Contact { inviter } | Self::ContactAccount { inviter } if inviter == user)
    }

    /// Whether it lets its holder send a registration (a reset is one on the wire).
    #[must_use]
    pub fn allows_registration(&self) -> bool {
        !matches!(self, Self::Contact { .. })
    }
}

/// How often an invite can be used before it expires: so many times, or any number of times ("reusable").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(Option<NonZeroU32>);

impl Limit {
    /// What everybody gets who does not ask for more.
    pub const ONCE: Self = Self(Some(NonZeroU32::MIN));
    /// Any number of times.
    pub const UNTIL_EXPIRY: Self = Self(None);

    /// So many times.
    #[must_use]
    pub fn times(uses: NonZeroU32) -> Self {
        Self(Some(uses))
    }

    /// The number of uses; none if there is no limit.
    #[must_use]
    pub fn max_uses(self) -> Option<i64> {
        self.0.map(|uses| uses.get().into())
    }

    /// The limit of so many uses; no number means no limit.
    ///
    /// # Errors
    /// [`Refusal::UsesInvalid`] below 1 or above 2³²-1.
    pub fn from_max_uses(max_uses: Option<i64>) -> Result<Self, Refusal> {
        let uses = |uses| u32::try_from(uses).ok().and_then(NonZeroU32::new).ok_or(Refusal::UsesInvalid);
        max_uses.map(uses).transpose().map(Self)
    }

    /// Whether a use is left when so many are taken.
    #[must_use]
    pub fn allows(self, taken: i64) -> bool {
        self.max_uses().is_none_or(|max| taken < max)
    }
}

/// Who stands behind an invite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// The user who made it: it needs their right to invite, when it is made and when it is used, and it counts for their limits.
    User,
    /// The server: an admin, the command line, an API key made it, in whosever name. No limit applies, and it lives on without its creator's right.
    Server,
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// Where an invite is in its life: `pending → claimed → redeemed`, or `revoked`, or `expired`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A use is left.
    Pending,
    /// A use is left or held, and somebody is registering through it at this moment.
    Claimed,
    /// All uses are spent.
    Redeemed,
    /// Somebody took it back.
    Revoked,
    /// Its time is over.
    Expired,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl State {
    /// Where an invite is in its life that was used and revoked so, when so many registrations through it are under way.
    #[must_use]
    pub fn of(limit: Limit, uses: i64, revoked: bool, in_flight: i64, expires: UnixTime, now: UnixTime) -> Self {
        if revoked {
            Self::Revoked
        } else if !limit.allows(uses) {
            Self::Redeemed
        } else if in_flight > 0 {
            Self::Claimed
        } else if expires <= now {
            Self::Expired
        } else {
            Self::Pending
        }
    }
}

/// One invite.
#[derive(Clone, Debug, PartialEq)]
pub struct Invite {
    /// What it is looked up by.
    pub id: InviteId,
    /// The secret; unknown for resets and where tokens are not kept in the clear.
    pub token: Option<Token>,
    /// What it is good for.
    pub kind: Kind,
    /// The local user who made it, or in whose name it was made.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often.
    pub limit: Limit,
    /// Uses that were redeemed.
    pub uses: i64,
    /// When it was made.
    pub created: UnixTime,
    /// From this second on it is no longer accepted.
    pub expires: UnixTime,
    /// When it was revoked.
    pub revoked: Option<UnixTime>,
    /// The web page of the invite; kept only where the token is, since it holds the token.
    pub landing_page: Option<String>,
    /// What other modules attached to it: `additional_data`.
    pub data: Option<Value>,
    /// The password of the account when this reset was made, as [`Token::seal`] hides it; none where the provider doesn't show it.
    pub credentials: Option<String>,
}

impl Invite {
    /// The users whose account it depends on: who made it, who becomes a contact, whose password is reset. Each once.
    pub fn users(&self) -> impl Iterator<Item = &Username> {
        self.kind.subject().into_iter().chain(self.creator.as_ref().filter(|creator| self.kind.subject() != Some(creator)))
    }

    /// Where it is in its life, when so many registrations through it are under way.
    #[must_use]
    pub fn state(&self, in_flight: i64, now: UnixTime) -> State {
        State::of(self.limit, self.uses, self.revoked.is_some(), in_flight, self.expires, now)
    }
}

/// What somebody asks for when an invite is to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRequest {
    /// What it is good for.
    pub kind: Kind,
    /// The local user who asks, or in whose name somebody does.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often.
    pub limit: Limit,
    /// For how long, in seconds; the configured lifetime if none is given.
    pub ttl: Option<i64>,
    /// `additional_data`.
    pub data: Option<Value>,
}

impl CreateRequest {
    /// An invite of this kind, once, for as long as configured, on the server's authority, in the name of the user whom it names if any.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { creator: kind.owner().cloned(), kind, authority: Authority::Server, limit: Limit::ONCE, ttl: None, data: None }
    }

    /// The users whose account it depends on, as [`Invite::users`].
    #[must_use]
    pub fn users(&self) -> Vec<Username> {
        let mut users: Vec<Username> = self.kind.subject().into_iter().chain(&self.creator).cloned().collect();
        users.dedup();
        users
    }

    /// Characters of the longest note (`additional_data.note`) that somebody may write on an invite.
    pub const LONGEST_NOTE: usize = 1000;

    /// A note can be shown in lists: it is not too long, and a sound text ([`text::is_sound`]).
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

    /// The same request with `allow_reset` in its data and its kind saying the same: `additional_data.allow_reset` makes an account invite a
    /// password reset, and a reset carries it for those who read it.
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`] where the two name different accounts, or where the data would be a list.
    pub fn agreed(mut self) -> Result<Self, Refusal> {
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
    fn limits_count() {
        assert_eq!(Limit::from_max_uses(Some(1)), Ok(Limit::ONCE), "there is one way to say once");
        assert!(Limit::ONCE.allows(0) && !Limit::ONCE.allows(1));
        assert!(Limit::from_max_uses(Some(3)).unwrap().allows(2));
        assert!(!Limit::from_max_uses(Some(3)).unwrap().allows(3));
        assert!(Limit::UNTIL_EXPIRY.allows(i64::MAX));
        for bad in [0, -1, i64::MAX] {
            assert_eq!(Limit::from_max_uses(Some(bad)), Err(Refusal::UsesInvalid));
        }
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
