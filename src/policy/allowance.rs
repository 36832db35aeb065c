//! Quotas and limits of users: how many invites they may create, with how many uses, and for how long.

use crate::{Kind, Limit, Refusal};

/// Limits on what users may create on their own authority. None of them applies to the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Account invites (`invites_per_user`, `invites_per_day`).
    pub accounts: Quota,
    /// Contact invites without registration (`invites_contacts_per_user`, `invites_contacts_per_day`).
    pub contacts: Quota,
    /// The most uses that a user may give an invite (`invites_most_uses`). "Until expiry" is more than any number.
    pub uses: Option<i64>,
    /// The longest lifetime in seconds that a user may give an invite (`invites_longest_expiry`).
    pub ttl: Option<i64>,
}

/// How many invites of one sort a user may have and create. `None` means no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quota {
    /// The most invites that may be pending at a time.
    pub pending: Option<i64>,
    /// The most invites that may be created in a day (UTC).
    pub per_day: Option<i64>,
}

/// The sorts of invites that have a quota of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotaKind {
    /// Invites that let somebody register.
    Accounts,
    /// Invites that only make a contact.
    Contacts,
}

impl QuotaKind {
    /// The sort of a kind.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        if kind.allows_registration() { Self::Accounts } else { Self::Contacts }
    }
}

/// How many invites of one sort a user has created already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pending invites. They are only counted where there is a quota for them.
    pub pending: i64,
    /// Invites created today.
    pub today: i64,
}

/// The counts of both sorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Account invites.
    pub accounts: Tally,
    /// Contact invites.
    pub contacts: Tally,
}

impl Tallies {
    /// The counts after so many more invites of either sort.
    #[must_use]
    pub fn and(self, count: i64) -> Self {
        let more = |tally: Tally| Tally { pending: tally.pending.saturating_add(count), today: tally.today.saturating_add(count) };
        Self { accounts: more(self.accounts), contacts: more(self.contacts) }
    }
}

/// How many invites a user created on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DailyCount {
    /// The day: days since 1970-01-01, UTC.
    pub day: i64,
    /// Account invites.
    pub accounts: i64,
    /// Contact invites.
    pub contacts: i64,
}

impl DailyCount {
    /// If the stored day is at most this many days ahead, the clock was wrong by little, and the count stays until that day comes.
    const AHEAD: i64 = 31;

    /// The part of the count that is valid on `day`. Only a later day resets it, so a clock that goes back gives nobody a second day. A stored day
    /// that is too far ahead counts as nothing, because nobody could wait for it.
    #[must_use]
    pub fn on(self, today: i64) -> Self {
        if self.day < today || self.day.saturating_sub(today) > Self::AHEAD { Self { day: today, ..Self::default() } } else { self }
    }

    /// The count with so many more invites.
    #[must_use]
    pub fn and(mut self, sort: QuotaKind, more: i64) -> Self {
        let count = match sort {
            QuotaKind::Accounts => &mut self.accounts,
            QuotaKind::Contacts => &mut self.contacts,
        };
        *count = count.saturating_add(more);
        self
    }

    /// The count of one sort.
    #[must_use]
    pub fn of(self, sort: QuotaKind) -> i64 {
        match sort {
            QuotaKind::Accounts => self.accounts,
            QuotaKind::Contacts => self.contacts,
        }
    }
}

impl Quota {
    /// Checks whether one more invite is within the quota.
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

    /// How many more invites are within the quota; `None` means no limit.
    #[must_use]
    pub fn room(&self, tally: Tally) -> Option<i64> {
        let left = |most: Option<i64>, count: i64| most.map(|most| most.saturating_sub(count).max(0));
        [left(self.pending, tally.pending), left(self.per_day, tally.today)].into_iter().flatten().min()
    }
}

impl Allowance {
    /// The quota of one sort.
    #[must_use]
    pub fn of(&self, sort: QuotaKind) -> Quota {
        match sort {
            QuotaKind::Accounts => self.accounts,
            QuotaKind::Contacts => self.contacts,
        }
    }

    /// Checks whether a user may choose this number of uses and this lifetime.
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
        let allowance = Quota { pending: Some(2), per_day: Some(3) };
        assert_eq!(allowance.one_more(made(1, 2)), Ok(()));
        assert_eq!(allowance.one_more(made(2, 2)), Err(Refusal::QuotaPending));
        assert_eq!(allowance.one_more(made(1, 3)), Err(Refusal::QuotaDaily));
        assert_eq!(allowance.one_more(made(2, 3)), Err(Refusal::QuotaPending), "the one that a revocation helps against comes first");
    }

    #[test]
    fn the_room_is_what_both_quotas_leave() {
        let quota = |pending, per_day| Quota { pending, per_day };
        assert_eq!(quota(Some(5), Some(9)).room(made(2, 3)), Some(3));
        assert_eq!(quota(Some(5), Some(4)).room(made(2, 3)), Some(1));
        assert_eq!(quota(Some(5), None).room(made(7, 0)), Some(0));
        assert_eq!(quota(None, None).room(made(7, 7)), None);
        let tallies = Tallies { accounts: made(2, 3), contacts: made(0, i64::MAX) }.and(2);
        assert_eq!((tallies.accounts, tallies.contacts), (made(4, 5), made(2, i64::MAX)));
    }

    #[test]
    fn a_quota_of_nothing_allows_none() {
        assert_eq!(Quota { pending: Some(0), per_day: None }.one_more(made(0, 0)), Err(Refusal::QuotaPending));
        assert_eq!(Quota { pending: None, per_day: Some(0) }.one_more(made(0, 0)), Err(Refusal::QuotaDaily));
    }

    #[test]
    fn what_nobody_limited_is_unlimited() {
        assert_eq!(Quota::default().one_more(made(i64::MAX, i64::MAX)), Ok(()));
        assert_eq!(Allowance::default().choice(Limit::UNTIL_EXPIRY, Some(i64::MAX)), Ok(()));
    }

    #[test]
    fn a_choice_may_reach_the_limit() {
        let times = |n| Limit::times(NonZeroU32::new(n).unwrap());
        let allowance = Allowance { uses: Some(3), ttl: Some(60), ..Allowance::default() };
        for fine in [(Limit::ONCE, None), (times(3), Some(60)), (Limit::ONCE, Some(1))] {
            assert_eq!(allowance.choice(fine.0, fine.1), Ok(()));
        }
        assert_eq!(allowance.choice(times(4), None), Err(Refusal::UsesTooMany));
        assert_eq!(allowance.choice(Limit::UNTIL_EXPIRY, None), Err(Refusal::UsesTooMany), "until expiry is more than any number");
        assert_eq!(allowance.choice(times(3), Some(61)), Err(Refusal::TtlTooLong));
    }
    #[test]
    fn only_a_later_day_begins_anew() {
        let made = DailyCount { day: 19_675, accounts: 2, contacts: 5 };
        assert_eq!(made.on(19_675), made);
        assert_eq!(made.on(19_676), DailyCount { day: 19_676, accounts: 0, contacts: 0 });
        for back in [1, 2, 31] {
            assert_eq!(made.on(19_675 - back), made, "the clock went back");
        }
        assert_eq!(made.on(19_675 - 32), DailyCount { day: 19_643, accounts: 0, contacts: 0 }, "it was absurdly ahead before");
        for odd in [i64::MIN, i64::MAX, -1] {
            assert_eq!(DailyCount { day: odd, ..made }.on(19_675).accounts, 0);
        }
        assert_eq!(DailyCount { accounts: i64::MAX, ..made }.and(QuotaKind::Accounts, 1).accounts, i64::MAX);
        assert_eq!((made.and(QuotaKind::Contacts, 1).of(QuotaKind::Contacts), made.of(QuotaKind::Accounts)), (6, 2));
    }
}
