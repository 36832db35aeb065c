//! Redeeming and spending: each use counts once.

use super::{AGAIN, COUNTED, OVER};
use crate::prelude::*;

on_both_engines!(a_redemption_is_never_refused, |s| {
    let token = s.free();
    let [first, second, third] = [0; 3].map(|_| s.check(&token).unwrap());
    assert_eq!(s.redeem(&first, "a"), COUNTED, "without a claim");
    assert_eq!(s.redeem(&second, "b"), OVER, "past the limit");
    s.revoke(&token);
    assert_eq!(s.redeem(&third, "c"), OVER, "of a revoked invite");
    assert_eq!(s.uses(&token), 3);
});

on_both_engines!(a_redemption_without_a_name_takes_the_claimed_one, |s| {
    let token = s.token(free(), times(2));
    let (claimed, unclaimed) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&claimed, "romeo").unwrap();
    assert_eq!(s.ledger.redeem(&claimed, None, s.now), Ok(COUNTED));
    assert_eq!(s.ledger.redeem(&unclaimed, None, s.now), Ok(COUNTED));
    let names = s.place.sql("SELECT username FROM invite_redemptions ORDER BY COALESCE(username, '')");
    let names: Vec<_> = names.into_iter().map(|mut row| row.maybe_text().unwrap()).collect();
    assert_eq!(names, [None, Some("romeo".into())]);
});

on_both_engines!(an_account_keeps_no_reservation, |s| {
    let token = s.bound("romeo");
    s.register(&token, "romeo").unwrap();
    assert_eq!(s.count("invite_names"), 0);
    let unclaimed = s.bound("mercutio");
    let presentation = s.check(&unclaimed).unwrap();
    s.redeem(&presentation, "mercutio");
    assert_eq!(s.count("invite_names"), 0, "nor one that nobody claimed");
});

on_both_engines!(a_redemption_after_the_invite_is_gone_says_so, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.now = at(1000 + Ledger::GRACE);
    assert_eq!(s.sweep(s.now), Ok(1));
    assert_eq!(s.redeem(&presentation, "romeo"), OVER);
    assert_eq!(s.place.contents(), [""; 0], "and nothing is left that no sweep would find");
});

on_both_engines!(spending_asks_about_the_inviter, |s| {
    let token = s.token(contact("juliet"), Limit::ONCE);
    let presentation = s.present(token.secret(), &subscribe("juliet")).unwrap();
    let asked = s.ledger.spend(&presentation, Some(&user("romeo")), &Accounts::default(), s.now).unwrap_err();
    assert_eq!(asked, Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Account }]));
    assert_eq!([0; 2].map(|_| s.spend(&presentation, "romeo")), [Ok(COUNTED), Ok(AGAIN)]);
});

on_both_engines!(spending_redeems_a_claim_of_its_own, |s| {
    let token = s.bound("romeo");
    let presentation = s.claimed(&token, "romeo");
    s.revoke(&token);
    assert_eq!(s.spend(&presentation, "romeo"), Ok(COUNTED), "it was let in before");
    assert_eq!(s.count("invite_names"), 0);
});
