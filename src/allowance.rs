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

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    fn made(pending: i64, today: i64) -> Tally {
        Tally { pending, today }
    }

    #[test]
    fn one_more_fits_below_both_quotas() {
        let allowance = Allowance { pending: Some(2), per_day: Some(3), ..Allowance::default() };
        assert_eq!(allowance.one_more(made(1, 2)), Ok(()));
        assert_eq!(allowance.one_more(made(2, 2)), Err(Refusal::QuotaPending));
        assert_eq!(allowance.one_more(made(1, 3)), Err(Refusal::QuotaDaily));
        assert_eq!(allowance.one_more(made(2, 3)), Err(Refusal::QuotaPending), "the one that a revocation helps against comes first");
    }

    #[test]
    fn a_quota_of_nothing_allows_none() {
        assert_eq!(Allowance { pending: Some(0), ..Allowance::default() }.one_more(made(0, 0)), Err(Refusal::QuotaPending));
        assert_eq!(Allowance { per_day: Some(0), ..Allowance::default() }.one_more(made(0, 0)), Err(Refusal::QuotaDaily));
    }

    #[test]
    fn what_nobody_limited_is_unlimited() {
        assert_eq!(Allowance::default().one_more(made(i64::MAX, i64::MAX)), Ok(()));
        assert_eq!(Allowance::default().choice(Limit::UntilExpiry, Some(i64::MAX)), Ok(()));
    }

    #[test]
    fn a_choice_may_reach_the_limit() {
        let times = |n| Limit::Times(NonZeroU32::new(n).unwrap());
        let allowance = Allowance { uses: Some(3), ttl: Some(60), ..Allowance::default() };
        for fine in [(Limit::Once, None), (times(3), Some(60)), (Limit::Once, Some(1))] {
            assert_eq!(allowance.choice(fine.0, fine.1), Ok(()));
        }
        assert_eq!(allowance.choice(times(4), None), Err(Refusal::UsesTooMany));
        assert_eq!(allowance.choice(Limit::UntilExpiry, None), Err(Refusal::UsesTooMany), "until expiry is more than any number");
        assert_eq!(allowance.choice(times(3), Some(61)), Err(Refusal::TtlTooLong));
    }
}
