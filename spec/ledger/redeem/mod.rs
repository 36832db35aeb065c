//! Using invites: present, claim, redeem, release, spend, settle.

pub(crate) mod check;
pub(crate) mod claim;
pub(crate) mod crossings;
pub(crate) mod settle;
pub(crate) mod use_count;

use crate::prelude::*;

const COUNTED: Redeemed = Redeemed { again: false, over_limit: false };
const AGAIN: Redeemed = Redeemed { again: true, over_limit: false };
const OVER: Redeemed = Redeemed { again: false, over_limit: true };
