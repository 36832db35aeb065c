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

on_both_engines!(a_refused_claim_says_why_and_holds_nothing, |s| {
    let (any, romeos) = (s.free(), s.bound("romeo"));
    let [contact, both, reset] = [contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| s.token(kind, Limit::ONCE));
    let subscription = s.present(contact.secret(), &subscribe("juliet")).unwrap();
    let [anybody, romeo, guest, resetting] = [&any, &romeos, &both, &reset].map(|token| s.check(token).unwrap());
    for (presentation, name, code) in [
        (&anybody, "juliet", "account-exists"),
        (&anybody, "paris", "account-exists"), // a disabled one
        (&anybody, "tybalt", "internal-server-error"),
        (&anybody, "romeo", "username-reserved"),
        (&romeo, "mallory", "username-mismatch"),
        (&subscription, "mercutio", "token-not-for-registration"),
        (&resetting, "nurse", "username-mismatch"),
    ] {
        assert_eq!(s.claim(presentation, name).unwrap_err().code(), code, "{name}");
    }
    s.server.set("juliet", AccountStatus::Disabled);
    assert_eq!(s.claim(&guest, "mercutio"), Err(Refusal::InviterGone.into()));
    assert_eq!(s.claim(&resetting, "juliet"), Err(Refusal::AccountNotFound.into()));
    for token in [&any, &romeos, &contact, &both, &reset] {
        assert_eq!(s.state(token), State::Pending);
    }
    s.claim(&anybody, "mercutio").unwrap();
    let before = s.place.contents();
    assert_eq!(s.claim(&anybody, "romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.place.contents(), before, "an earlier claim stays");
    s.place.sql("DELETE FROM invites");
    assert_eq!(s.claim(&anybody, "mercutio"), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.spend(&anybody, "mercutio"), Err(Refusal::TokenInvalid.into()));
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

on_both_engines!(a_release_gives_use_and_name_back_and_keeps_a_reservation, |s| {
    let (token, bound) = (s.free(), s.bound("romeo"));
    let before = s.place.contents();
    let released = [(&token, "mercutio"), (&bound, "romeo")].map(|(token, name)| {
        let presentation = s.claimed(token, name);
        s.ledger.release(&presentation).unwrap();
        assert_eq!(s.place.contents(), before);
        presentation
    });
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    s.claim(&released[0], "benvolio").unwrap();
    assert_eq!(s.redeem(&released[0], "benvolio"), COUNTED, "the same presentation may try again");
    s.claim(&released[1], "romeo").unwrap();
    s.revoke(&bound);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()), "while it is being registered");
    s.ledger.release(&released[1]).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()), "a revoked invite reserves nothing");
    let other = s.bound("romeo");
    assert!(s.register(&other, "romeo").is_ok());
});
