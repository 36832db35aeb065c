//! The kinds of invites: what an invite lets its holder do.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Username;

/// The name of a kind, in the database, on the command line, in JSON and in Lua.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

impl KindName {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Account, Self::Contact, Self::ContactAccount, Self::Reset];
}

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What an invite lets its holder do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Register an account (XEP-0401 §4). If it is bound, only under one name.
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
    /// Become a contact of a user, and register first if needed (`;ibr=y`, XEP-0401 §3).
    ContactAccount {
        /// The user.
        inviter: Username,
    },
    /// Set a new password for an existing account.
    Reset {
        /// The account.
        username: Username,
    },
}

impl Kind {
    /// The name of the kind.
    #[must_use]
    pub fn name(&self) -> KindName {
        match self {
            Self::Account { .. } => KindName::Account,
            Self::Contact { .. } => KindName::Contact,
            Self::ContactAccount { .. } => KindName::ContactAccount,
            Self::Reset { .. } => KindName::Reset,
        }
    }

    /// The kind with this name and these users: `username` is the bound name or the account of a reset. `None` if they don't fit together.
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

    /// The user in the address of the link.
    #[must_use]
    pub fn address_user(&self) -> Option<&Username> {
        match self {
            Self::Account { username, .. } => username.as_ref(),
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Reset { username } => Some(username),
        }
    }

    /// The only name that may be registered (or reset) through it, if it is bound.
    #[must_use]
    pub fn bound_name(&self) -> Option<&Username> {
        match self {
            Self::Account { username, .. } => username.as_ref(),
            Self::Reset { username } => Some(username),
            Self::Contact { .. } | Self::ContactAccount { .. } => None,
        }
    }

    /// The user who becomes the invitee's contact.
    #[must_use]
    pub fn inviter(&self) -> Option<&Username> {
        match self {
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Account { inviter, .. } => inviter.as_ref(),
            Self::Reset { .. } => None,
        }
    }

    /// The user that it is about: the inviter, or the account of a reset.
    #[must_use]
    pub fn subject(&self) -> Option<&Username> {
        match self {
            Self::Reset { username } => Some(username),
            other => other.inviter(),
        }
    }

    /// The default creator: the inviter for contact invites, and nobody for account invites, which may grant more than that contact has.
    #[must_use]
    pub fn owner(&self) -> Option<&Username> {
        match self {
            Self::Contact { inviter } | Self::ContactAccount { inviter } => Some(inviter),
            Self::Account { .. } | Self::Reset { .. } => None,
        }
    }

    /// Whether the invite makes its holder a contact of this user (XEP-0379).
    #[must_use]
    pub fn is_contact_of(&self, user: &Username) -> bool {
        matches!(self, Self::Contact { inviter } | Self::ContactAccount { inviter } if inviter == user)
    }

    /// Whether its holder may send a registration. A reset is a registration on the wire.
    #[must_use]
    pub fn allows_registration(&self) -> bool {
        !matches!(self, Self::Contact { .. })
    }
}
