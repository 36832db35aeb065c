//! Settling claims that nobody ended.

use crate::prelude::*;

on_both_engines!(a_claim_is_settled_by_whether_its_account_is_there, |s| {
    for (standing, settled, uses, state) in [
        (AccountStatus::Active, (1, 0, 0), 1, State::Redeemed),
        (AccountStatus::Absent, (0, 1, 0), 0, State::Pending),
        (AccountStatus::Unknown, (0, 0, 1), 0, State::Claimed),
        (AccountStatus::Disabled, (0, 0, 1), 0, State::Claimed),
    ] {
        let token = s.free();
        let name = format!("{standing:?}").to_lowercase();
        let presentation = s.check(&token).unwrap();
        assert_eq!(s.settle(&presentation), Ok((0, 0, 0)), "without a claim there is nothing to settle");
        s.claim(&presentation, &name).unwrap();
        s.server.set(&name, standing);
        assert_eq!(s.settle(&presentation), Ok(settled), "whatever its lease");
        assert_eq!((s.uses(&token), s.state(&token)), (uses, state));
    }
    s.place.assert_sound();
});

on_both_engines!(a_reset_that_was_left_open_is_released_without_a_question, |s| {
    let token = s.token(reset("juliet"), Limit::ONCE);
    let presentation = s.claimed(&token, "juliet");
    assert_eq!(s.ledger.settle(&presentation, &Accounts::default(), s.now).map(|settled| outcomes(&settled)), Ok((0, 1, 0)));
    assert_eq!(s.state(&token), State::Pending);
});

on_both_engines!(a_claim_is_stale_where_the_clock_went_back, |s| {
    let token = s.free();
    s.claimed(&token, "romeo");
    s.now = s.now.plus(-1);
    assert_eq!(s.settle_stale(), Ok((0, 1, 0)), "no lease would end otherwise");
});

on_both_engines!(questions_about_claims_say_when_they_were_taken, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.now = at(7);
    s.claim(&presentation, "romeo").unwrap();
    let question = Error::Ask(vec![Question { username: user("romeo"), subject: Subject::Claim(at(7)) }]);
    assert_eq!(s.ledger.settle(&presentation, &Accounts::default(), s.now), Err(question.clone()));
    s.now = at(7 + Ledger::LEASE);
    assert_eq!(s.ledger.settle_stale(&facts(&[("romeo", AccountStatus::Absent)]), s.now), Err(question), "the plain state is no answer");
    assert_eq!(s.state(&token), State::Claimed);
});

on_both_engines!(settling_asks_for_all_before_it_ends_any, |s| {
    let token = s.token(free(), Limit::UNTIL_EXPIRY);
    for name in ["a", "b", "c"] {
        s.claimed(&token, name);
    }
    s.now = at(Ledger::LEASE);
    let mut known = Accounts::default();
    known.claims.insert(user("a"), AccountStatus::Active);
    let Err(Error::Ask(questions)) = s.ledger.settle_stale(&known, s.now) else { panic!("it did not ask") };
    let mut names: Vec<_> = questions.iter().map(|question| question.username.as_str()).collect();
    names.sort_unstable();
    assert_eq!((names, s.uses(&token)), (vec!["b", "c"], 0));
    s.server.set("a", AccountStatus::Active);
    s.server.set("b", AccountStatus::Unknown);
    assert_eq!(s.settle_stale(), Ok((1, 1, 1)));
    s.place.assert_sound();
});

on_both_engines!(a_stale_claim_is_settled_by_who_needs_its_use, |s| {
    for (standing, outcome, uses) in [
        (AccountStatus::Absent, Ok(()), 0),
        (AccountStatus::Active, Err(Refusal::TokenUsed.into()), 1),
        (AccountStatus::Unknown, Err(Refusal::InviteInUse.into()), 0),
    ] {
        let (token, name) = (s.free(), format!("{standing:?}").to_lowercase());
        let (vanished, waiting) = (s.check(&token).unwrap(), s.check(&token).unwrap());
        s.claim(&vanished, &name).unwrap();
        s.server.set(&name, standing);
        assert_eq!(s.claim(&waiting, "romeo"), Err(Refusal::InviteInUse.into()));
        s.now = s.now.plus(Ledger::LEASE);
        let question = Question { username: user(&name), subject: Subject::Claim(s.now.plus(-Ledger::LEASE)) };
        let asked = s.ledger.claim(&waiting, &user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now);
        assert_eq!(asked, Err(Error::Ask(vec![question])));
        assert_eq!(s.claim(&waiting, "romeo"), outcome);
        assert_eq!(s.uses(&token), uses);
        s.ledger.release(&waiting).unwrap();
    }
    s.place.assert_sound();
});

on_both_engines!(a_stale_claim_on_a_name_is_settled_by_who_needs_the_name, |s| {
    let (first, second) = (s.free(), s.free());
    let (vanished, waiting) = (s.check(&first).unwrap(), s.check(&second).unwrap());
    s.claim(&vanished, "romeo").unwrap();
    assert_eq!(s.claim(&waiting, "romeo"), Err(Refusal::UsernameReserved.into()));
    s.now = at(Ledger::LEASE);
    assert_eq!(s.claim(&waiting, "romeo"), Ok(()));
    assert_eq!(s.state(&first), State::Pending);
});
