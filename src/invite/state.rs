//! The states of an invite.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Limit, UnixTime};

/// The state of an invite: `pending → claimed → redeemed`, or `revoked`, or `expired`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
