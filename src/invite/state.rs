//! The states of an invite.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Limit, UnixTime};

/// The state of an invite: `pending → claimed → redeemed`, or `revoked`, or `expired`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum State {
    /// A use is left.
    Pending,
    /// A use is left or held, and somebody is registering through the invite now.
    Claimed,
    /// All uses are redeemed.
    Redeemed,
    /// The invite was revoked.
    Revoked,
    /// The invite has expired.
    Expired,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl State {
    /// The state, from the parts of an invite that decide it. `in_flight` is the number of open claims.
    #[must_use]
    pub fn of(limit: Limit, uses: i64, revoked: bool, in_flight: i64, expires: UnixTime, now: UnixTime) -> Self {
        if revoked {
            Self::Revoked
        } else if !limit.allows(uses) {
            Self::Redeemed
        } else if in_flight > 0 {
            Self::Claimed
        } else if expires <= now {
            Self::Expired
        } else {
            Self::Pending
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ended_an_invite_comes_before_claims_and_claims_before_the_expiry() {
        let state =
            |uses, revoked, in_flight, now| State::of(Limit::ONCE, uses, revoked, in_flight, UnixTime::from_seconds(9), UnixTime::from_seconds(now));
        assert_eq!((state(0, false, 0, 8), state(0, false, 1, 8)), (State::Pending, State::Claimed));
        assert_eq!((state(0, false, 0, 9), state(0, false, 1, 9)), (State::Expired, State::Claimed));
        for now in [8, 9] {
            assert_eq!((state(1, false, 0, now), state(1, true, 1, now), state(0, true, 0, now)), (State::Redeemed, State::Revoked, State::Revoked));
        }
    }
}
