//! What users may do on their own authority: how many invites, how often used, for how long.

use crate::{Limit, Refusal};

/// What users may do on their own authority; none of it binds the server's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Account invites of one user that may be pending at a time (`invites_per_user`).
    pub pending: Option<i64>,
    /// Account invites that one user may make in a day, UTC (`invites_per_day`).
    pub per_day: Option<i64>,
    /// Uses that a user may give an invite (`invites_most_uses`); "until expiry" is more than any number.
    pub uses: Option<i64>,
    /// Seconds that a user may let an invite live (`invites_longest_expiry`).
    pub ttl: Option<i64>,
}

/// What a user has made already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Account invites that are pending.
    pub pending: i64,
    /// Account invites made today.
    pub today: i64,
}

impl Allowance {
    /// One more account invite is within the quota.
    ///
    /// # Errors
    /// [`Refusal::QuotaPending`], [`Refusal::QuotaDaily`].
    pub fn one_more(&self, tally: Tally) -> Result<(), Refusal> {
        if self.pending.is_some_and(|most| tally.pending >= most) {
            Err(Refusal::QuotaPending)
        } else if self.per_day.is_some_and(|most| tally.today >= most) {
            Err(Refusal::QuotaDaily)
        } else {
            Ok(())
        }
    }

    /// The number of uses and the lifetime are a user's to choose.
    ///
    /// # Errors
    /// [`Refusal::UsesTooMany`], [`Refusal::TtlTooLong`].
    pub fn choice(&self, limit: Limit, ttl: Option<i64>) -> Result<(), Refusal> {
        if self.uses.is_some_and(|most| limit.max_uses().is_none_or(|uses| uses > most)) {
            Err(Refusal::UsesTooMany)
        } else if self.ttl.zip(ttl).is_some_and(|(longest, ttl)| ttl > longest) {
            Err(Refusal::TtlTooLong)
        } else {
            Ok(())
        }
    }
}
