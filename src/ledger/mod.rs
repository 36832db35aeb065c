//! The ledger: the verbs on invites.
//!
//! The states are `pending → claimed → redeemed`, or `revoked`, or `expired`. Each verb is one transaction: it locks the invite's row, reads, decides
//! (policy) and writes. Only [`Ledger::claim`], [`Ledger::redeem`] and [`Ledger::spend`], which is both, use an invite up.

mod accounts;
mod api;
mod chain;
mod claim;
mod create;
mod current;
mod import;
mod list;
mod maintain;
mod manage;
mod outage;
mod present;
mod redeem;
mod settle;
mod tree;
mod view;
mod webhooks;

pub use accounts::Tidied;
pub use api::Made;
pub use chain::ReachedLimits;
pub use create::Draft;
pub use current::Changed;
pub use import::{Imported, LegacyInvite};
pub use list::{Counted, Counts, Filter, Page, Query};
pub use outage::Outage;
pub use present::{Checked, Presentation};
pub use redeem::{FollowUp, FollowUpStep, Redeemed};
pub use settle::Settled;
pub use tree::Walk;
pub use view::View;
pub use webhooks::{Delivery, Mail, Receiver, ReceiverState};

use std::sync::Arc;

use crate::store::names::Holder;
use crate::store::{Budget, Mode, Process, Replication, Store, Tx, invites, transact};
use crate::{Allowance, ChainLimits, ConfiguredRooms, Error, Invite, Kind, Pasted, UnixTime, Username};

/// Settings of a host.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The host.
    pub host: String,
    /// Whether tokens are stored in the clear, so that lists can show them (`invites_store_tokens`).
    pub store_tokens: bool,
    /// Default lifetime in seconds (`invite_expiry`).
    pub ttl: i64,
    /// Default lifetime of password resets in seconds (`invites_reset_expiry`).
    pub reset_ttl: i64,
    /// The longest lifetime of contact invites in seconds (`invites_contacts_longest_expiry`).
    pub contact_ttl: i64,
    /// Seconds for which ended invites are kept (`invites_history`), at least [`Ledger::GRACE`].
    pub history: i64,
    /// Whether new accounts get a welcome (`invites_welcome`).
    pub welcomes: bool,
    /// What users may do on their own authority.
    pub allowance: Allowance,
    /// Limits on chains of users' invites.
    pub chains: ChainLimits,
    /// The rooms that the configuration gives.
    pub rooms: ConfiguredRooms,
    /// Who is told what happens to invites (`invites_webhooks`).
    pub receivers: Vec<Receiver>,
    /// This process, which marks its claims.
    pub process: Process,
    /// The time that all ledgers of this process may spend on requests of strangers; `None` where no event loop waits.
    pub budget: Option<Budget>,
}

/// The invites of one host.
pub struct Ledger {
    settings: Arc<Settings>,
    store: Store,
}

impl Ledger {
    /// The lease of a claim in seconds. After it, anybody may settle the claim by checking whether the account exists. No registration takes that
    /// long, and one that does loses nothing.
    pub const LEASE: i64 = 60;
    /// Seconds for which an expired invite stays, for streams that presented it in time.
    pub const GRACE: i64 = 3600;
    /// Rows that one call reads at most: some milliseconds of work.
    pub const PAGE: u16 = 100;
    /// Invites that one sweep removes.
    pub const BATCH: i64 = 100;

    /// A ledger on a store, which is opened when it is first needed.
    #[must_use]
    pub fn new(settings: impl Into<Arc<Settings>>, store: Store) -> Self {
        Self { settings: settings.into(), store }
    }

    /// From now on, the ledger of another host on the same database.
    pub fn change_host(&mut self, settings: &Arc<Settings>) {
        self.settings = settings.clone();
    }

    /// The host whose invites these are.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.settings.host
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// From now on, each verb is a part of one transaction of the database, and is undone alone if it fails. Without groups in the database, each is on
    /// the disk when it returns.
    ///
    /// # Errors
    /// [`Error::Failed`]: there is no group.
    pub fn begin_group(&mut self, mode: Mode) -> Result<(), Error> {
        self.store.begin_group(mode)
    }

    /// Commits the group.
    ///
    /// # Errors
    /// [`Error::Failed`]: nothing of the group has happened.
    pub fn end_group(&mut self) -> Result<(), Error> {
        self.store.end_group()
    }

    /// How the last work should have run that was refused here: by a ledger that only reads, or in a lazy group. Asking forgets it.
    pub fn refused(&mut self) -> Option<Mode> {
        self.store.refused()
    }

    /// From now on, waits for other processes that write: for seconds, or only for a moment.
    pub fn be_patient(&mut self, is_patient: bool) {
        self.store.be_patient(is_patient);
    }

    /// Opens the database, if it is not open.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn open(&mut self) -> Result<(), Error> {
        self.store.engine().map(drop)
    }

    /// Closes the database; the next verb opens it again.
    pub fn close(&mut self) {
        self.store.close();
    }

    /// Marks this process as a server: other processes can see that it lives, and it watches the clock. `monotonic` is a clock that nobody can set,
    /// in seconds. Returns the number of other servers on the database, as far as that is known.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn serve(&mut self, now: UnixTime, monotonic: i64) -> Result<usize, Error> {
        self.settings.process.watch(now, monotonic);
        self.store.prove(&self.settings.process)?;
        if self.store.engine()?.reserve()? {
            // Nobody waits for the disk yet.
            self.run(Mode::Durable, |tx, _| tx.try_to_write())?;
        }
        Ok(self.servers()?.saturating_sub(1))
    }

    /// The number of servers on the database, as far as that is known.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn servers(&mut self) -> Result<usize, Error> {
        self.run(Mode::Read, |_, _| Ok(()))?; // where there is no file yet, a reader can't tell
        self.store.servers()
    }

    /// What there is to know of the servers of the database, if its URL has several.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn replication(&mut self) -> Result<Option<Replication>, Error> {
        Ok(self.store.engine()?.replication())
    }

    /// Opens the database if needed, and returns the engine's name and the version of the tables.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn health(&mut self) -> Result<(&'static str, i64), Error> {
        // It writes, because a full disk and a read-only file can still be read.
        self.run(Mode::Durable, |tx, _| tx.try_to_write())?;
        Ok((self.store.engine()?.name(), crate::store::VERSION))
    }

    /// Like [`Ledger::health`], during an outage: strangers can cause it, so the time counts as spent for them.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn probe(&mut self) -> Result<(&'static str, i64), Error> {
        match self.settings.budget.clone() {
            Some(budget) => budget.counted(|| self.health()),
            None => self.health(),
        }
    }

    /// The invite of a pasted token, with the token. However many tokens the text may have, it counts as one guess and is one transaction.
    fn find(&mut self, shown: &Pasted) -> Result<Option<Invite>, Error> {
        self.run_for_strangers(Mode::Read, |tx, _| {
            for token in shown.tokens() {
                if let Some(invite) = invites::find(tx, token.id())? {
                    // The stored one, if there is one, spares a copy.
                    let token = invite.token.filter(|stored| stored == token).unwrap_or_else(|| token.clone());
                    return Ok(Some(Invite { token: Some(token), ..invite }));
                }
            }
            Ok(None)
        })
    }

    /// Runs work that strangers can cause as often as they like. On a slow database it is refused for a part of the time.
    fn run_for_strangers<T>(&mut self, mode: Mode, work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        let Self { settings, store } = self;
        match &settings.budget {
            Some(budget) => budget.within(|| settings.run(store, mode, work)),
            None => settings.run(store, mode, work),
        }
    }

    fn run<T>(&mut self, mode: Mode, work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        self.settings.run(&mut self.store, mode, work)
    }
}

impl Settings {
    fn run<T>(&self, store: &mut Store, mode: Mode, mut work: impl FnMut(&mut Tx<'_>, &Settings) -> Result<T, Error>) -> Result<T, Error> {
        transact(store.engine()?, mode, |sql| work(&mut Tx::new(sql, &self.host), self))
    }

    /// The bare JID of an account of this host.
    fn account(&self, username: &Username) -> String {
        format!("{}@{}", username.as_str(), self.host)
    }

    /// The longest lifetime that anybody may give an invite of this kind: contact invites always end (XEP-0379 §5.1).
    fn longest_for(&self, kind: &Kind) -> i64 {
        if matches!(kind, Kind::Contact { .. } | Kind::ContactAccount { .. }) { self.contact_ttl } else { i64::MAX }
    }

    /// Until when an invite that ends at `death` is kept.
    fn kept_until(&self, death: UnixTime) -> UnixTime {
        death.plus(self.history.max(Ledger::GRACE))
    }
}

/// Whether a name is reserved: somebody is registering it, or its invite is alive.
fn is_reserved(holder: &Holder, now: UnixTime) -> bool {
    holder.claim.is_some() || holder.until > now
}
