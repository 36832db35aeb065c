//! Who invited whom. Each question is one look at an index: whoever wants a whole tree asks again and again, and lets others have their turn between.

use super::Ledger;
use crate::store::Mode;
use crate::store::tree::{self, Member};
use crate::{Error, Username};

impl Ledger {
    /// The accounts of this name that came through an invite or invited somebody: those that were deleted, and the one that is there now. At most
    /// [`Ledger::BATCH`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn members(&mut self, username: &Username) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::namesakes(tx, username, Self::BATCH))
    }

    /// Whom an account invited, in the order in which they joined, those that were deleted included if somebody is below them. A page of
    /// [`Ledger::PAGE`], behind `after`, the last one of the page before.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn invitees(&mut self, member: &Member, after: Option<&Member>) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::invitees(tx, member.id, after, i64::from(Self::PAGE)))
    }
}
