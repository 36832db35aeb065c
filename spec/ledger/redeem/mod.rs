//! Using invites: present, claim, redeem, release, spend, settle.

pub(crate) mod check;
pub(crate) mod claim;
pub(crate) mod crossings;
mod follow_ups;
pub(crate) mod settle;
pub(crate) mod use_count;
pub(crate) mod webhooks;

use crate::prelude::*;

const COUNTED: Redeemed = Redeemed { again: false, over_limit: false, has_follow_ups: false };
const AGAIN: Redeemed = Redeemed { again: true, over_limit: false, has_follow_ups: false };
const OVER: Redeemed = Redeemed { again: false, over_limit: true, has_follow_ups: false };
