//! What deeds share: an engine with faults, and the checks after a restart.

use std::mem::swap;
use std::sync::Arc;

use super::deeds::Deed;
use crate::common::faulty::{Faulty, Plan};
use crate::create::import::legacy;
use crate::prelude::*;

/// For deeds that need no presentation.
pub(super) fn none<T>(_prepared: T) -> Vec<Presentation> {
    Vec::new()
}

pub(super) fn only_token(s: &Fixture) -> Token {
    Token::parse(&s.place.sql("SELECT token FROM invites").pop().unwrap().text().unwrap()).unwrap()
}

/// No account was created, so the use is still there, once.
pub(super) fn one_use_remains(s: &mut Fixture) {
    s.settle_stale().unwrap();
    let token = only_token(s);
    s.register(&token, "romeo").unwrap();
    assert_eq!(s.check(&token), Err(Refusal::TokenUsed.into()));
    assert_eq!(s.uses(&token), 1);
}

pub(super) fn import(s: &mut Fixture) -> Result<(), Error> {
    s.ledger.import(&[legacy("a", bound("romeo")), legacy("b", contact("juliet")), legacy("c", free())], s.now).map(drop)
}

/// A fixture whose engine fails as planned.
pub(crate) fn faulty(place: Place, plan: &Arc<Plan>) -> Fixture {
    let mut fixture = Fixture::at(place);
    fixture.ledger = Faulty::ledger(plan, &fixture.place, settings());
    fixture
}

/// Checks the tables after a restart, once the leases have passed.
pub(crate) fn recover(s: &mut Fixture, restarted: &mut Ledger, deed: &Deed) {
    s.place.assert_sound();
    s.now = at(Ledger::LEASE * 2).max(s.now);
    swap(&mut s.ledger, restarted);
    (deed.afterwards)(s);
    swap(&mut s.ledger, restarted);
    s.place.assert_sound();
}
