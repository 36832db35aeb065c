//! Which tasks may be done at the same time.

use crate::{InviteId, Username};

/// What a task is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// An invite.
    Invite(InviteId),
    /// A username, of whichever host.
    Name(Username),
}

/// What a task has to do with others of the same database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// It is done while no other is, and not before what was asked earlier, nor after what was asked later.
    #[default]
    Alone,
    /// It may be done beside others, unless they change what it is about.
    Reads(Vec<Topic>),
    /// It may be done beside others that are about something else.
    Writes(Vec<Topic>),
}

impl Order {
    /// Whether the one can be done while the other is.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Alone, _) | (_, Self::Alone) => false,
            (Self::Reads(_), Self::Reads(_)) => true,
            (Self::Reads(own) | Self::Writes(own), Self::Reads(others) | Self::Writes(others)) => !own.iter().any(|topic| others.contains(topic)),
        }
    }
}
