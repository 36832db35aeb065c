//! Maintenance of the database: sweeps, backups, and the record of the import from the bundled module.

use std::io::Write;

use super::Ledger;
use crate::clock::Trust;
use crate::store::{Mode, accounts, api, imports, invites, names, tree};
use crate::{Error, Token, UnixTime, Username};

impl Ledger {
    /// Removes up to [`Ledger::BATCH`] invites that ended long enough ago, and returns how many. `Some(0)` means that nothing is left to sweep;
    /// `None`, that the clock is not trusted and nothing was removed. `monotonic` is a clock that nobody can set, in seconds.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn sweep(&mut self, now: UnixTime, monotonic: i64) -> Result<Option<usize>, Error> {
        let trust = self.settings.process.watch(now, monotonic);
        let newest = match trust {
            Trust::From(began) => self.run(Mode::Read, |tx, _| invites::newest(tx, began))?,
            Trust::Full | Trust::None => None,
        };
        if !trust.is_enough(newest) {
            return Ok(None);
        }
        self.run(Mode::Lazy, |tx, _| {
            api::answers::sweep(tx, now, Self::BATCH)?;
            invites::sweep(tx, now, Self::BATCH).map(Some)
        })
    }

    /// Removes these invites and all that is known of accounts with these names, as if they had never been. For names that nobody else can have had, and
    /// that invited nobody who stays: the rest of the tree would hang in the air. Returns the number of invites.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn erase(&mut self, tokens: &[Token], names_of: &[Username]) -> Result<usize, Error> {
        self.run(Mode::Durable, |tx, _| {
            let mut erased = 0;
            for token in tokens {
                erased += invites::erase(tx, token.id())?;
            }
            for name in names_of {
                names::erase(tx, name)?;
                tree::erase(tx, name)?;
                accounts::erase(tx, name)?;
                accounts::forget_count(tx, name)?;
            }
            Ok(erased)
        })
    }

    /// Writes a copy of the whole database. Other processes go on using it meanwhile; this one waits.
    ///
    /// # Errors
    /// [`Error::Failed`]. PostgreSQL has backup tools of its own.
    pub fn backup(&mut self, copy: &mut dyn Write) -> Result<(), Error> {
        self.store.engine()?.backup(copy)
    }

    /// Whether the bundled module's invites were imported.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn is_imported(&mut self) -> Result<bool, Error> {
        self.run(Mode::Read, |tx, _| imports::is_imported(tx))
    }

    /// Records that the bundled module's invites were imported.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn mark_imported(&mut self, now: UnixTime) -> Result<(), Error> {
        self.run(Mode::Durable, |tx, _| imports::mark_imported(tx, now))
    }
}
