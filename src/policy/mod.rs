//! The rules: who may do what with an invite. The time and all facts are arguments. The result is yes or an error.

pub(crate) mod account;
pub(crate) mod allowance;
pub(crate) mod chain;
mod create;
mod facts;
mod redeem;
#[cfg(test)]
mod tests;

pub use create::{can_be_named, grant, may_create};
pub use facts::{AccountStatus, Accounts, Question, Subject, facts_about, facts_to_claim, facts_to_create, facts_to_present, facts_to_spend};
pub use redeem::{is_orphaned, is_presentable, may_claim, may_present, may_spend, without_former_users};

use crate::Username;

/// What a token is presented for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Registration, or the reset of a password (XEP-0445).
    Register,
    /// Subscription to this user (XEP-0379).
    Subscribe(Username),
    /// The same by the person with this bare JID. Nobody else may use an invite that is for them.
    SubscribeAs(Username, String),
}

/// Whether a username is reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// It is not reserved, or only for this invite.
    Free,
    /// Somebody else is registering it now through the same invite.
    Contended,
    /// It is reserved for another invite, or somebody is registering it through another one.
    Taken,
}
