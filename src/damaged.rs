//! Rows that can't be read as an invite.

use std::fmt;

use crate::InviteId;

/// An invite whose row another program or the disk has changed. It can't be used or shown, but it can be revoked and swept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its id, if that can be read.
    pub id: Option<InviteId>,
    /// What is wrong with it.
    pub reason: String,
}

impl Damaged {
    /// Its short id, or a question mark.
    #[must_use]
    pub fn short(&self) -> String {
        self.id.map_or_else(|| "?".to_owned(), InviteId::short)
    }
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the invite {} can't be read: {}", self.short(), self.reason)
    }
}
