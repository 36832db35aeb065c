//! Claiming a username, and releasing it.

use super::COUNTED;
use crate::prelude::*;

on_both_engines!(a_claim_asks_about_the_account, |s| {
    let token = s.token(contact_account("juliet"), Limit::ONCE);
    let presentation = s.check(&token).unwrap();
    let ask = |names: &[&str]| {
        let questions = names.iter().map(|name| Question { username: user(name), subject: Subject::Account });
        Err(Error::Ask(questions.collect()))
    };
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &Accounts::default(), s.now), ask(&["romeo", "juliet"]));
    let known = facts(&[("romeo", AccountStatus::Absent)]);
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &known, s.now), ask(&["juliet"]));
    assert_eq!(s.state(&token), State::Pending, "a question holds nothing");
    let known = facts(&[("romeo", AccountStatus::Absent), ("juliet", AccountStatus::Active)]);
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &known, s.now), Ok(Some(user("juliet"))));
});

on_both_engines!(a_name_that_gives_power_is_only_for_the_server_to_give, |s| {
    s.server.privilege("romeo");
    let (token, of_juliet) = (s.free(), s.make(&own("juliet", bound("romeo"))));
    assert_eq!(of_juliet.unwrap_err(), Refusal::UsernameReserved.into());
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    let presentation = s.check(&token).unwrap();
    let before = s.place.contents();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.place.contents(), before, "nothing is used up");
    s.claim(&presentation, "mercutio").unwrap();
    let token = s.bound("romeo");
    s.claimed(&token, "romeo");
});

on_both_engines!(a_reset_passes_a_name_that_is_still_reserved, |s| {
    s.bound("romeo");
    s.server.set("romeo", AccountStatus::Active); // an admin made the account past the invite
    let token = s.token(reset("romeo"), Limit::ONCE);
    assert_eq!(s.register(&token, "romeo"), Ok(COUNTED));
});

on_both_engines!(asking_for_a_name_tells_what_a_claim_would, |s| {
    s.bound("mercutio");
    s.server.privilege("escalus");
    s.server.set("juliet", AccountStatus::Active);
    let (token, other) = (s.free(), s.free());
    s.claimed(&other, "benvolio");
    let before = s.place.contents();
    for name in ["romeo", "juliet", "mercutio", "escalus", "benvolio"] {
        let presentation = s.check(&token).unwrap();
        let told = s.may_claim(&token, name);
        assert_eq!(s.place.contents(), before, "nothing is taken");
        assert_eq!(told.is_ok(), name == "romeo");
        if told.is_err() {
            assert_eq!(told, s.claim(&presentation, name));
        }
    }
    assert_eq!(s.may_claim(&other, "romeo"), Err(Refusal::InviteInUse.into()));
    s.revoke(&token);
    assert_eq!(s.may_claim(&token, "romeo"), Err(Refusal::TokenRevoked.into()));
});
