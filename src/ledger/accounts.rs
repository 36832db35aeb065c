//! The ends of accounts: how the ledger learns of them, and what becomes of their invites.
//!
//! Nobody has to wait for a walk through invites. An account ends by one row that says from when on the name belongs to another account. That row
//! decides at once, and [`Ledger::tidy`] revokes the invites later.

use super::{Ledger, webhooks};
use crate::policy::Accounts;
use crate::record::Happened;
use crate::store::accounts::{self, Belongings};
use crate::store::{Mode, Tx, follow_ups, names, tree};
use crate::{Account, Error, KnownAccounts, UnixTime, Username, WebhookEvent};

/// The result of one piece of tidying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// The name of the account.
    pub username: Username,
    /// The number of revoked invites.
    pub revoked: usize,
    /// Whether there may be more invites to revoke.
    pub more: bool,
}

impl Ledger {
    /// An account was deleted. Invites that were created under the name are void from now on. If somebody is registering the name, Prosody has
    /// removed the new account again, so the claim is released.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn account_ended(&mut self, username: &Username, now: UnixTime) -> Result<(), Error> {
        self.run(Mode::Durable, |tx, _| {
            let claim = names::holder(tx, username)?.and_then(|holder| holder.claim);
            if let Some(claim) = claim.filter(|claim| !claim.is_reset) {
                names::release(tx, claim.presentation)?;
            }
            end(tx, username, now)
        })
    }

    /// An account was registered just now, so an earlier account of that name is gone.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn account_began(&mut self, username: &Username, now: UnixTime) -> Result<(), Error> {
        self.run(Mode::Durable, |tx, _| end(tx, username, now))
    }

    /// The password of an account was changed, so its pending resets are void.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn password_changed(&mut self, username: &Username, now: UnixTime) -> Result<(), Error> {
        // Prosody 13.0 also fires the event for new accounts, which have no resets.
        let found = self.run(Mode::Read, |tx, _| accounts::belongings(tx, username))?;
        if found.newest_reset.is_none() {
            return Ok(());
        }
        self.run(Mode::Durable, |tx, _| void_resets(tx, username, now))
    }

    /// Checks whether the current account of a name is the one that the ledger knows, before something is done in its name.
    ///
    /// # Errors
    /// The question, or [`Error::Failed`].
    pub fn identify(&mut self, username: &Username, facts: &Accounts, now: UnixTime) -> Result<(), Error> {
        facts.need(crate::policy::facts_about(username))?;
        self.identify_all(std::slice::from_ref(username), facts, now).map(drop)
    }

    /// Does the same for all of these users about whom there are facts, and returns what is known of them afterwards.
    pub(super) fn identify_all(&mut self, users: &[Username], facts: &Accounts, now: UnixTime) -> Result<KnownAccounts, Error> {
        if users.is_empty() {
            return Ok(KnownAccounts::default());
        }
        let known = self.run(Mode::Read, |tx, _| accounts::known(tx, users))?;
        let is_news = |user: &&Username| {
            let created = facts.created(user);
            created.is_some() && created != known.account(user).created
        };
        let news: Vec<&Username> = users.iter().filter(is_news).collect();
        if news.is_empty() {
            return Ok(known);
        }
        self.run(Mode::Lazy, |tx, _| {
            for user in &news {
                if let Some(created) = facts.created(user) {
                    record_created(tx, user, created, now)?;
                }
            }
            accounts::known(tx, users)
        })
    }

    /// Records which of these users certainly have no account, so that a later account of that name gets nothing of theirs. `made` is when their
    /// invite was created: if the ledger knows already that it belongs to an earlier account, nothing is written. If this fails, the caller's answer
    /// stays the same.
    pub(super) fn record_absent<'a>(
        &mut self,
        users: impl Iterator<Item = &'a Username>,
        made: UnixTime,
        known: &KnownAccounts,
        facts: &Accounts,
        now: UnixTime,
    ) {
        for user in users {
            if facts.is_gone(user) && known.account(user).made(made, None) {
                let _ = self.run_for_strangers(Mode::Lazy, |tx, _| end(tx, user, now));
            }
        }
    }

    /// Revokes some invites of accounts that are gone: those on the user's authority, contact invites and resets. The others lose their creator. Only
    /// the length of lists depends on it. `None` if there is nothing to do.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn tidy(&mut self, now: UnixTime) -> Result<Option<Tidied>, Error> {
        if self.run(Mode::Read, |tx, _| accounts::untidy(tx))?.is_none() {
            return Ok(None);
        }
        self.run(Mode::Lazy, |tx, settings| {
            let Some((username, account)) = accounts::untidy(tx)? else {
                return Ok(None);
            };
            let times = (now, settings.kept_until(now));
            let (revoked, more) = accounts::tidy(tx, &username, &account, times, i64::from(Self::PAGE))?;
            if !more {
                accounts::tidied(tx, &username, &account)?;
            }
            for id in revoked.iter().flatten() {
                webhooks::note(tx, settings, &Happened::of(WebhookEvent::Revoked, *id), now)?;
            }
            Ok(Some(Tidied { username, revoked: revoked.len(), more }))
        })
    }
}

/// Ends the account of this name. Everything created under the name so far belongs to an earlier account.
pub(super) fn end(tx: &mut Tx<'_>, username: &Username, now: UnixTime) -> Result<(), Error> {
    let found = accounts::belongings(tx, username)?;
    follow_ups::forget(tx, username)?;
    if found.is_nothing() {
        return Ok(());
    }
    let account = accounts::find(tx, username)?.unwrap_or_default();
    if !found.is_counted && found.joined.is_none() && found.newest.is_none_or(|newest| newest < account.began) {
        return Ok(());
    }
    replace_account(tx, username, (&account, &found), None, now)
}

/// Prosody has an account of this name that was created at this time.
fn record_created(tx: &mut Tx<'_>, username: &Username, created: UnixTime, now: UnixTime) -> Result<(), Error> {
    let found = accounts::belongings(tx, username)?;
    let account = accounts::find(tx, username)?.unwrap_or_default();
    if account.is_replaced(Some(created)) {
        follow_ups::forget(tx, username)?;
        return replace_account(tx, username, (&account, &found), Some(created), now);
    }
    if account.created.is_none() && found.joined.is_some_and(|joined| joined < created) {
        leave(tx, username, now)?;
    }
    let began = if account.is_adopted { account.began } else { created };
    accounts::begin(tx, username, began, Some(created))
}

/// The new account begins behind everything that exists. Seconds can't order events within one second, and a clock may go back.
fn replace_account(
    tx: &mut Tx<'_>,
    username: &Username,
    (account, found): (&Account, &Belongings),
    created: Option<UnixTime>,
    now: UnixTime,
) -> Result<(), Error> {
    let last = found.newest.unwrap_or_default().max(account.began).max(now);
    accounts::begin(tx, username, last.plus(1), created)?;
    accounts::forget_count(tx, username)?;
    leave(tx, username, now)
}

/// The account of this name leaves the tree.
fn leave(tx: &mut Tx<'_>, username: &Username, now: UnixTime) -> Result<(), Error> {
    let gone = tree::leave(tx, username, now)?;
    tree::prune(tx, gone)
}

/// Makes all resets void that were created for this account so far.
pub(super) fn void_resets(tx: &mut Tx<'_>, username: &Username, now: UnixTime) -> Result<(), Error> {
    let found = accounts::belongings(tx, username)?;
    let account = accounts::find(tx, username)?.unwrap_or_default();
    let last = found.newest_reset.unwrap_or_default().max(account.resets_from).max(now);
    accounts::void_resets(tx, username, last.plus(1))
}
