//! A reset ends with the password.

use super::*;
use crate::prelude::*;

on_both_engines!(a_changed_password_ends_resets, |s| {
    let others = one_of_each(s, "juliet");
    let old = [(); 2].map(|()| s.token(reset("juliet"), Limit::ONCE));
    let presentation = s.check(&old[0]).unwrap();
    s.ledger.password_changed(&user("juliet"), s.now).unwrap();
    let new = s.token(reset("juliet"), Limit::ONCE);
    for _ in 0..2 {
        assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::TokenRevoked.into()));
        for token in &old {
            assert_eq!((s.check(token), s.state(token)), (Err(Refusal::TokenRevoked.into()), State::Revoked));
        }
        assert!(s.check(&new).is_ok());
        assert_eq!(s.state(&new), State::Pending);
        let rest: Vec<_> = others.iter().enumerate().filter(|(number, _)| *number != 3).map(|(_, other)| other.clone()).collect();
        assert_alive(s, &rest);
        s.tidy();
    }
    s.now = at(-100); // the clock went back, and yet the password is changed once more
    s.ledger.password_changed(&user("juliet"), s.now).unwrap();
    assert_eq!(s.check(&new), Err(Refusal::TokenRevoked.into()));
});

on_both_engines!(a_password_that_was_changed_beside_the_server_ends_resets, |s| {
    s.server.password("juliet", "first");
    let token = s.token(reset("juliet"), Limit::ONCE);
    let presentation = s.check(&token).unwrap();
    s.server.password("juliet", "second");
    assert_eq!(s.check(&token), Err(Refusal::TokenRevoked.into()));
    assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::TokenRevoked.into()), "also after it was presented");
    let next = s.token(reset("juliet"), Limit::ONCE);
    assert!(s.register(&next, "juliet").is_ok());
    let seals = s.place.sql("SELECT credentials FROM invites");
    assert!(seals.into_iter().all(|mut row| row.text().unwrap().len() == 16));
});

on_both_engines!(a_new_account_is_told_of_no_changed_password, |s| {
    let token = s.free();
    s.claimed(&token, "romeo");
    let before = s.place.contents();
    s.ledger.password_changed(&user("romeo"), s.now).unwrap();
    assert_eq!(s.place.contents(), before);
});
