//! The book of invites: what may be done with them, and what was.
//!
//! `pending → claimed → redeemed`, or `revoked`, or `expired`. Each verb is one transaction that reads: lock, look, decide (policy), write.
//! [`Ledger::claim`] and [`Ledger::redeem`] (and [`Ledger::spend`], which is both) are the only ones that spend an invite.

mod accounts;
mod claim;
mod create;
mod current;
mod import;
mod list;
mod maintain;
mod manage;
mod present;
mod redeem;
mod settle;
mod tree;
mod view;

pub use accounts::Tidied;
pub use create::Draft;
pub use current::Changed;
pub use import::{Imported, LegacyInvite};
pub use list::{Counted, Counts, Filter, Page, Query};
pub use present::{Checked, Presentation};
pub use redeem::Redeemed;
pub use settle::Settled;
pub use view::View;

use crate::store::names::Holder;
use crate::store::{Budget, Mode, Process, Store, Tx, invites, transact};
use crate::{Allowance, Error, Invite, Pasted, UnixTime};

/// What an admin decided about the invites of one host.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The host.
    pub host: String,
    /// Whether the database may hold tokens in the clear, so that lists can show them (`invites_store_tokens`).
    pub store_tokens: bool,
    /// Seconds that an invite lives for whom nobody said otherwise (`invite_expiry`).
    pub ttl: i64,
    /// The same for password resets (`invites_reset_expiry`).
    pub reset_ttl: i64,
    /// Seconds for which dead invites are kept (`invites_history`); never less than [`Ledger::GRACE`].
    pub history: i64,
    /// What users may do on their own authority.
    pub allowance: Allowance,
    /// This process, so that nobody takes its claims for those of a dead one.
    pub process: Process,
    /// What all ledgers of this process may spend on strangers.
    pub budget: Budget,
}

/// The invites of one host.
pub struct Ledger {
    settings: Settings,
    store: Store,
}

impl Ledger {
    /// Seconds after which others may ask what became of a claim. No registration takes that long; one that does loses nothing, for the answer is
    /// looked up.
    pub const LEASE: i64 = 60;
    /// Seconds for which an expired invite stays for the streams that presented it in time.
    pub const GRACE: i64 = 3600;
    /// Rows that one call looks at where there may be any number: some milliseconds of work.
    pub const PAGE: u16 = 100;
    /// Invites that one sweep removes.
    pub const BATCH: i64 = 100;

    /// A ledger on a store that need not be open yet.
    #[must_use]
    pub fn new(settings: Settings, store: Store) -> Self {
        Self { settings, store }
    }

    /// The host whose invites these are.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.settings.host
    }

    /// What it was made with.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Closes the database; the next verb opens it again.
    pub fn close(&mut self) {
        self.store.close();
    }

    /// A server begins to use the database: from now on others can see that it lives, and it watches the clock. `monotonic` is a clock that nobody can set,
    /// in seconds. How many other servers use the database at this moment, where that can be seen.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn serve(&mut self, now: UnixTime, monotonic: i64) -> Result<usize, Error> {
        self.settings.process.watch(now, monotonic);
        self.store.prove(&self.settings.process)?;
        Ok(self.servers()?.saturating_sub(1))
    }

    /// How many servers use the database at this moment, where that can be seen.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn servers(&mut self) -> Result<usize, Error> {
        self.store.servers()
    }

    /// Opens the database if it is not, and says which it is: its name and the version of its tables.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn health(&mut self) -> Result<(&'static str, i64), Error> {
        // Writes, because a full disk and a read-only file can be read.
        let budget = self.settings.budget.clone();
        budget.counted(|| self.run(Mode::Durable, |tx, _| tx.try_to_write()))?;
        Ok((self.store.engine()?.name(), crate::store::VERSION))
    }

    /// The invite that was shown, with its token; none if nobody knows it. However many tokens that may be, it is one guess and one transaction.
    fn find(&mut self, shown: &Pasted) -> Result<Option<Invite>, Error> {
        self.run_for_strangers(Mode::Read, |tx, _| {
            for token in shown.tokens() {
                if let Some(invite) = invites::find(tx, token.id())? {
                    return Ok(Some(Invite { token: Some(token.clone()), ..invite }));
                }
            }
            Ok(None)
        })
    }

    /// Runs what others than admins can ask for as often as they like: where the database is slow, it is not asked that often.
    fn run_for_strangers<T>(&mut self, mode: Mode, work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        let Self { settings, store } = self;
        settings.budget.within(|| settings.run(store, mode, work))
    }

    fn run<T>(&mut self, mode: Mode, work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        self.settings.run(&mut self.store, mode, work)
    }
}

impl Settings {
    fn run<T>(&self, store: &mut Store, mode: Mode, mut work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        transact(store.engine()?, mode, |sql| work(&mut Tx::new(sql, &self.host), self))
    }

    /// Until when an invite that dies now is kept.
    fn kept_until(&self, death: UnixTime) -> UnixTime {
        death.plus(self.history.max(Ledger::GRACE))
    }
}

/// Whether a name is promised: somebody is registering it, or the invite that it is reserved for is alive.
fn is_reserved(holder: &Holder, now: UnixTime) -> bool {
    holder.claim.is_some() || holder.until > now
}
