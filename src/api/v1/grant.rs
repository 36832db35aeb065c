//! What a key may do: its scopes, and the limits of what it may hand out.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::KindName;

/// A part of the API that a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Creating invites.
    Create,
    /// Reading invites, numbers, and who invited whom.
    Read,
    /// Changing and revoking invites.
    Manage,
    /// Registering accounts and setting passwords with a token.
    Register,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Self; 4] = [Self::Create, Self::Read, Self::Manage, Self::Register];
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What a key may do. What is not named here is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// What it opens.
    pub scopes: Vec<Scope>,
    /// The kinds of invites that it may create.
    pub kinds: Vec<KindName>,
    /// The roles that its invites may give.
    pub roles: Vec<String>,
    /// The groups to which they may lead; `*` stands for any.
    pub groups: Vec<String>,
    /// The rooms to which they may lead, as bare JIDs; `*` stands for any.
    pub rooms: Vec<String>,
    /// The longest lifetime of its invites in seconds; without a limit if `None`.
    pub longest_expiry: Option<i64>,
    /// The most uses of one of its invites; without a limit if `None`.
    pub most_uses: Option<i64>,
    /// How many requests it may make in a minute.
    pub rate: i64,
}

impl Grant {
    /// The word that stands for any group or room.
    pub const ANY: &'static str = "*";
    /// Requests in a minute if nothing is said.
    pub const USUAL_RATE: i64 = 600;
    /// The kinds that a key may create if nothing is said. Whoever can reset passwords can take accounts, so that kind has to be named.
    pub const USUAL_KINDS: [KindName; 3] = [KindName::Account, KindName::Contact, KindName::ContactAccount];

    /// Whether it opens this.
    #[must_use]
    pub fn opens(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}
