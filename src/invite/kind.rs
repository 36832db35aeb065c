//! The kinds of invites: what an invite lets its holder do.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Username;

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
