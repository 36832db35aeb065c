//! A row that nobody can read as an invite.

use std::fmt;

use crate::InviteId;

/// An invite whose row is not as we write them: another program changed it, or the disk did. It can't be used or shown, but it can be revoked and swept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// What names it, if at least that can be read.
    pub id: Option<InviteId>,
    /// What is wrong with it.
    pub reason: String,
}

impl Damaged {
    /// Its short id; a question mark if there is none.
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
