//! The states of an invite.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Limit, UnixTime};

/// Where an invite is in its life: `pending → claimed → redeemed`, or `revoked`, or `expired`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A use is left.
    Pending,
    /// A use is left or held, and somebody is registering through it at this moment.
    Claimed,
    /// All uses are spent.
    Redeemed,
    /// Somebody took it back.
    Revoked,
    /// Its time is over.
    Expired,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl State {
    /// Where an invite is in its life that was used and revoked so, when so many registrations through it are under way.
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
