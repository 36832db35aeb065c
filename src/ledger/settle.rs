//! Settling claims that nobody ended, by whether the account exists.

use super::current::{Changed, changed};
use super::{Ledger, Presentation};
use crate::policy::{AccountStatus, Accounts, Question, Subject};
use crate::store::names::Claim;
use crate::store::{Mode, names};
use crate::{Error, UnixTime, Username};

/// The result of settling.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Claims that led to an account: its name and its invite. What the invite promises has not been given to the account yet.
    pub redeemed: Vec<(Username, Changed)>,
    /// The number of claims that led to no account.
    pub released: u64,
    /// The number of claims whose outcome is unknown.
    pub open: u64,
}

/// The outcome of an open claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Redeem,
    Release,
    Open,
    Ask,
}

impl Ledger {
    /// Settles the claim of one presentation, by whether the account exists.
    ///
    /// # Errors
    /// The question, or [`Error::Failed`].
    pub fn settle(&mut self, presentation: &Presentation, accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        let claim = self.run(Mode::Read, |tx, _| names::claim_of(tx, presentation.id))?;
        self.conclude(claim.as_slice(), accounts, now)
    }

    /// Settles all abandoned claims: those of dead processes, and those past their lease.
    ///
    /// # Errors
    /// See [`Ledger::settle`].
    pub fn settle_stale(&mut self, accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        let claims = self.run(Mode::Read, |tx, _| names::claims(tx))?;
        let (whole, damaged): (Vec<_>, Vec<_>) = claims.into_iter().partition(Result::is_ok);
        let stale = self.stale(whole.into_iter().flatten().collect(), now)?;
        let mut settled = self.conclude(&stale, accounts, now)?;
        settled.open += u64::try_from(damaged.len()).unwrap_or(u64::MAX);
        Ok(settled)
    }

    /// The claims whose holders may be gone: the lease is over (or so far ahead that the clock must have been turned back), or the process is dead.
    pub(super) fn stale(&mut self, claims: Vec<Claim>, now: UnixTime) -> Result<Vec<Claim>, Error> {
        let mut stale = Vec::new();
        for claim in claims {
            let is_over = claim.lease <= now || claim.lease > now.plus(Self::LEASE);
            if is_over || (claim.process != self.settings.process.id() && self.store.is_gone(claim.process)?) {
                stale.push(claim);
            }
        }
        Ok(stale)
    }

    /// Ends claims by the facts. If facts are missing, it asks for all of them before it ends any claim.
    pub(super) fn conclude(&mut self, claims: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        accounts.need(open_questions(claims, accounts))?;
        let mut settled = Settled::default();
        for claim in claims {
            let presentation = Presentation { id: claim.presentation, invite: claim.invite, registers: true, token: None, contact: None };
            match outcome(claim, accounts) {
                Outcome::Redeem => {
                    self.redeem(&presentation, Some(&claim.username), now)?;
                    let invite = self.run(Mode::Read, |tx, _| changed(tx, claim.invite, now))?;
                    settled.redeemed.push((claim.username.clone(), invite));
                }
                Outcome::Release => {
                    self.release(&presentation)?;
                    settled.released += 1;
                }
                Outcome::Open | Outcome::Ask => settled.open += 1,
            }
        }
        Ok(settled)
    }
}

/// What must be known to end these claims, and is not.
pub(super) fn open_questions(claims: &[Claim], accounts: &Accounts) -> Vec<Question> {
    let open = claims.iter().filter(|claim| outcome(claim, accounts) == Outcome::Ask);
    open.map(|claim| Question { username: claim.username.clone(), subject: Subject::Claim(claim.lease.plus(-Ledger::LEASE)) }).collect()
}

/// The outcome of a claim by the facts. The account of a reset existed before, so its existence says nothing: an abandoned reset is released.
fn outcome(claim: &Claim, accounts: &Accounts) -> Outcome {
    if claim.is_reset {
        return Outcome::Release;
    }
    match accounts.claims.get(&claim.username) {
        Some(AccountStatus::Active) => Outcome::Redeem,
        Some(AccountStatus::Absent) => Outcome::Release,
        Some(AccountStatus::Disabled | AccountStatus::Unknown) => Outcome::Open,
        None => Outcome::Ask,
    }
}
