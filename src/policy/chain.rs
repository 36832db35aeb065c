//! Chains: accounts that joined through invites of accounts that joined through invites. Limits keep one user's chain from running wild.

use crate::{Refusal, UnixTime};

/// Limits on invites that let people register on a user's authority. None of them applies to the server's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChainLimits {
    /// Seconds until the invites of a new account let people register (`invites_after`).
    pub after: Option<i64>,
    /// The most accounts that may join below one user within the period (`invites_tree_accounts`).
    pub accounts: Option<i64>,
    /// The most generations below one user that may join within the period (`invites_tree_depth`).
    pub depth: Option<i64>,
    /// The period in seconds (`invites_tree_period`).
    pub period: i64,
}

impl ChainLimits {
    /// Whether nothing is limited.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.after.is_none() && !self.limits_tree()
    }

    /// Whether the tree below a user is limited.
    #[must_use]
    pub fn limits_tree(&self) -> bool {
        self.accounts.is_some() || self.depth.is_some()
    }

    /// Accounts that joined after this second count.
    #[must_use]
    pub fn since(&self, now: UnixTime) -> UnixTime {
        now.plus(self.period.saturating_neg())
    }

    /// Checks the age of the account that made an invite. `joined` is when it was created; an account of which nobody knows that is old, unless no age
    /// is old enough.
    ///
    /// # Errors
    /// [`Refusal::InviterNew`].
    pub fn old_enough(&self, joined: Option<UnixTime>, now: UnixTime) -> Result<(), Refusal> {
        match (self.after, joined) {
            (Some(i64::MAX), _) => Err(Refusal::InviterNew),
            (Some(after), Some(joined)) if joined.plus(after) > now => Err(Refusal::InviterNew),
            _ => Ok(()),
        }
    }

    /// Checks whether one more account may join below a user. So many have joined within the period, or are about to.
    ///
    /// # Errors
    /// [`Refusal::TreeFull`].
    pub fn one_more(&self, joined: i64) -> Result<(), Refusal> {
        if self.accounts.is_some_and(|most| joined >= most) { Err(Refusal::TreeFull) } else { Ok(()) }
    }

    /// Checks whether one more generation may join. So many have joined within the period, each through the one before.
    ///
    /// # Errors
    /// [`Refusal::TreeFull`].
    pub fn one_deeper(&self, generations: i64) -> Result<(), Refusal> {
        if self.depth.is_some_and(|most| generations >= most) { Err(Refusal::TreeFull) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> UnixTime {
        UnixTime::from_seconds(seconds)
    }

    #[test]
    fn an_account_is_old_from_a_second_on_and_if_nobody_knows() {
        let limits = ChainLimits { after: Some(100), ..ChainLimits::default() };
        assert_eq!(limits.old_enough(Some(at(0)), at(99)), Err(Refusal::InviterNew));
        assert_eq!(limits.old_enough(Some(at(0)), at(100)), Ok(()));
        assert_eq!(limits.old_enough(None, at(0)), Ok(()));
        assert_eq!(limits.old_enough(Some(at(500)), at(99)), Err(Refusal::InviterNew), "a clock that went back makes nobody old");
        let never = ChainLimits { after: Some(i64::MAX), ..ChainLimits::default() };
        assert_eq!([None, Some(at(500))].map(|joined| never.old_enough(joined, at(i64::MAX))), [const { Err(Refusal::InviterNew) }; 2]);
    }

    #[test]
    fn without_limits_nothing_is_limited() {
        let off = ChainLimits::default();
        assert!(off.is_off());
        assert_eq!((off.old_enough(Some(at(5)), at(0)), off.one_more(i64::MAX), off.one_deeper(i64::MAX)), (Ok(()), Ok(()), Ok(())));
    }
}
