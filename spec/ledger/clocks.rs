//! Clocks that are wrong for a while: nothing is deleted for good because of one.

use invites_core::Ledger;

use crate::common::{Fixture, at, on_both_engines};

on_both_engines!(
    a_clock_that_is_set_far_ahead_deletes_nothing,
    a_clock_that_is_wrong_from_the_start_deletes_nothing,
    a_clock_that_is_mended_deletes_what_is_due,
    invites_that_seem_long_dead_are_imported,
);

const DAY: i64 = 86_400;

fn a_clock_that_is_set_far_ahead_deletes_nothing(s: &mut Fixture) {
    let token = s.free();
    assert_eq!(s.ledger.sweep(s.now, 0), Ok(Some(0)));
    for second in 1..60 {
        assert_eq!(s.ledger.sweep(at(400 * DAY + second), second), Ok(None));
    }
    assert_eq!(s.ledger.sweep(at(61), 61), Ok(None));
    assert!(s.check(&token).is_ok());
}

fn a_clock_that_is_wrong_from_the_start_deletes_nothing(s: &mut Fixture) {
    let token = s.free();
    assert_eq!(s.ledger.sweep(at(400 * DAY), 0), Ok(None));
    s.now = at(400 * DAY + 1);
    s.free();
    assert_eq!(s.ledger.sweep(at(400 * DAY + 2), 2), Ok(None), "what is made by that clock says nothing about it");
    s.now = at(3);
    assert!(s.check(&token).is_ok());
}

fn a_clock_that_is_mended_deletes_what_is_due(s: &mut Fixture) {
    s.free();
    assert_eq!(s.ledger.sweep(at(400 * DAY), 0), Ok(None));
    assert_eq!(s.ledger.sweep(at(60), 60), Ok(None));
    assert_eq!(s.ledger.sweep(at(60 + DAY), 60 + DAY), Ok(Some(1)));
    s.place.assert_no_invites();
}

fn invites_that_seem_long_dead_are_imported(s: &mut Fixture) {
    let entry = crate::create::legacy("LONGDEAD", crate::common::free());
    let done = s.ledger.import(&[entry], at(400 * DAY + Ledger::GRACE)).unwrap();
    assert_eq!((done.imported, done.skipped), (1, 0));
}
