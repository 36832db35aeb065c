//! The tree: who invited whom. Each call reads one step of an index. Callers walk a tree call by call, and yield in between.

use super::Ledger;
use crate::store::Mode;
use crate::store::tree::{self, Member};
use crate::{Error, Username};

impl Ledger {
    /// The accounts of this name that are in the tree: deleted ones, and the current one. At most [`Ledger::BATCH`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn members(&mut self, username: &Username) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::namesakes(tx, username, Self::BATCH))
    }

    /// The accounts that an account invited, in the order in which they joined. Deleted ones are included while somebody is below them. A page has
    /// [`Ledger::PAGE`] of them; `after` is the last one of the page before.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn invitees(&mut self, member: &Member, after: Option<&Member>) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::invitees(tx, member.id, after, i64::from(Self::PAGE)))
    }
}
