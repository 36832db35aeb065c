//! The steps of a history.

use proptest::prelude::*;
use proptest::sample::select;

use super::{Index, NAMES, Name};
use crate::prelude::*;

/// A step. Invites and presentations are named by any number, modulo their count.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// An invite with so many uses, which lives for so many seconds.
    Make(Kind, Option<u32>, i64),
    Present(Index, Purpose),
    /// Under this name, or under one that fits.
    Claim(Index, Option<Name>),
    /// The account is created, and the ledger is told.
    Finish(Index),
    /// The account could not be created.
    Fail(Index),
    /// The server dies, or the user of a web form goes away, before the account was created or (true) after it.
    Vanish(Index, bool),
    TellAgain(Index),
    Spend(Index),
    Settle(Index),
    SettleStale,
    Revoke(Index),
    /// An admin creates an account past the gate.
    Adduser(Name),
    Deluser(Name),
    Sweep,
    Restart,
    Wait(i64),
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let name = || select(&NAMES[..]);
    let kind = prop_oneof![
        3 => Just(free()),
        3 => name().prop_map(bound),
        1 => Just(contact("juliet")),
        2 => Just(contact_account("juliet")),
        2 => name().prop_map(reset),
    ];
    let limit = prop_oneof![4 => Just(Some(1)), 2 => (2..=3u32).prop_map(Some), 1 => Just(None)];
    let purpose = prop_oneof![6 => Just(Purpose::Register), 1 => name().prop_map(|name| Purpose::Subscribe(user(name)))];
    let index = || 0..1000usize;
    prop_oneof![
        6 => (kind, limit, select(&[50, 500, 5000][..])).prop_map(|(kind, limit, ttl)| Step::Make(kind, limit, ttl)),
        8 => (index(), purpose).prop_map(|(invite, purpose)| Step::Present(invite, purpose)),
        12 => (index(), proptest::option::of(name())).prop_map(|(presentation, name)| Step::Claim(presentation, name)),
        5 => index().prop_map(Step::Finish),
        3 => index().prop_map(Step::Fail),
        3 => (index(), any::<bool>()).prop_map(|(presentation, with_account)| Step::Vanish(presentation, with_account)),
        1 => index().prop_map(Step::TellAgain),
        2 => index().prop_map(Step::Spend),
        1 => index().prop_map(Step::Settle),
        2 => Just(Step::SettleStale),
        2 => index().prop_map(Step::Revoke),
        1 => name().prop_map(Step::Adduser),
        3 => name().prop_map(Step::Deluser),
        1 => Just(Step::Sweep),
        1 => Just(Step::Restart),
        3 => select(&[1, 30, 61, 400, 4000][..]).prop_map(Step::Wait),
    ]
}
