//! What a deleted account takes along.

use crate::prelude::*;

on_both_engines!(an_account_that_is_deleted_takes_its_invites_along, |s| {
    let doomed = [contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| s.token(kind, Limit::ONCE));
    let spared = [free(), bound("romeo"), contact("nurse"), reset("nurse")].map(|kind| s.token(kind, Limit::ONCE));
    let resetting = s.check(&doomed[2]).unwrap();
    s.claim(&resetting, "juliet").unwrap();
    s.end("juliet"); // an account whose password is being reset is an account
    for round in ["at once", "tidied up"] {
        for token in &doomed {
            assert_eq!(s.state(token), State::Revoked, "{round}");
        }
        assert_eq!(s.tidy(), if round == "at once" { 3 } else { 0 });
    }
    for token in &spared {
        assert_eq!(s.state(token), State::Pending);
    }
    assert_eq!(s.forget("juliet"), 0);
    assert_eq!(s.forget("romeo"), 0, "an invite for a name is not the account's");
    assert_eq!(s.state(&spared[1]), State::Pending);
});

on_both_engines!(hundreds_of_invites_end_with_their_account, |s| {
    for _ in 0..3 {
        let drafts: Vec<_> = (0..90).map(|_| s.draft_of(&own("juliet", free())).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
    for _ in 0..120 {
        s.invite(reset("juliet"), Limit::ONCE).unwrap();
    }
    assert_eq!(s.forget("juliet"), 390);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL"), 0);
});

on_both_engines!(a_registration_that_is_rolled_back_releases_and_forgets_nothing, |s| {
    let contacts = s.token(contact("juliet"), Limit::ONCE);
    let token = s.free();
    s.claimed(&token, "romeo");
    assert_eq!(s.forget("romeo"), 0);
    assert_eq!((s.state(&token), s.open_name("romeo")), (State::Pending, Ok(())));
    let bound = s.bound("romeo");
    s.claimed(&bound, "romeo");
    assert_eq!(s.forget("romeo"), 0);
    assert_eq!((s.state(&bound), s.open_name("romeo")), (State::Pending, Err(Refusal::UsernameReserved.into())));
    assert_eq!(s.state(&contacts), State::Pending);
});
