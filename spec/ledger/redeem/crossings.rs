//! How many calls a verb takes, and how many write transactions.

use std::cell::Cell;
use std::sync::Arc;

use invites_core::store::Mode;

use crate::common::faulty::{Faulty, Plan};
use crate::prelude::*;

/// Makes a call with the facts that it asks for. Returns the number of calls that took.
fn calls<T>(s: &Fixture, mut call: impl FnMut(&invites_core::policy::Accounts) -> Result<T, Error>) -> (Result<T, Error>, usize) {
    let count = Cell::new(0);
    let result = s.server.answering(|facts| {
        count.set(count.get() + 1);
        call(facts)
    });
    (result, count.get())
}

fn requests() -> [CreateRequest; 6] {
    let with_contact = Kind::Account { username: None, inviter: Some(user("juliet")) };
    [
        CreateRequest::of(free()),
        own("juliet", free()),
        own("juliet", contact_account("juliet")),
        own("juliet", bound("romeo")),
        in_name_of("nurse", with_contact),
        CreateRequest::of(reset("juliet")),
    ]
}

on_both_engines!(a_verb_takes_two_calls, |s| {
    for request in requests() {
        s.begin_anew();
        let mut ledger = s.other(|_| ());
        let (draft, drafted) = calls(s, |facts| ledger.draft(request.clone(), facts, s.now));
        let token = ledger.create(&draft.unwrap(), s.now).unwrap().token.unwrap();
        let (viewed, views) = calls(s, |facts| ledger.view(token.secret(), facts, s.now));
        let (checked, checks) = calls(s, |facts| ledger.check(token.secret(), &Purpose::Register, facts, s.now));
        let name = if matches!(request.kind, Kind::Reset { .. }) { "juliet" } else { "romeo" };
        let presentation = checked.unwrap().presentation;
        let (claimed, claims) = calls(s, |facts| ledger.claim(&presentation, &user(name), facts, s.now));
        assert!(viewed.is_ok() && claimed.is_ok());
        assert!(drafted <= 2 && views <= 2 && checks <= 2 && claims <= 2, "{request:?}: {drafted} {views} {checks} {claims}");
    }
});

on_both_engines!(a_claim_writes_in_one_transaction, |s| {
    for request in requests() {
        s.begin_anew();
        let token = s.token_of(&request);
        let presentation = s.check(&token).unwrap();
        let name = if matches!(request.kind, Kind::Reset { .. }) { "juliet" } else { "romeo" };
        let recorder = Arc::<Plan>::default();
        let mut ledger = Faulty::ledger(&recorder, &s.place, settings());
        ledger.open_name(&user("nobody"), &invites_core::policy::Accounts::default(), s.now).ok();
        recorder.reset();
        calls(s, |facts| ledger.claim(&presentation, &user(name), facts, s.now)).0.unwrap();
        assert_eq!(recorder.writes(), [Mode::Durable], "{request:?}");
    }
});

on_both_engines!(a_claim_past_one_that_was_left_behind_takes_two_calls, |s| {
    let token = s.token_of(&own("juliet", contact_account("juliet")));
    let (left, next) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&left, "mercutio").unwrap();
    s.now = s.now.plus(invites_core::Ledger::LEASE);
    let mut ledger = s.other(|_| ());
    let (claimed, claims) = calls(s, |facts| ledger.claim(&next, &user("romeo"), facts, s.now));
    assert_eq!((claimed, claims), (Ok(Some(user("juliet"))), 2));
});

on_both_engines!(a_refused_claim_writes_nothing, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    let recorder = Arc::<Plan>::default();
    let mut ledger = Faulty::ledger(&recorder, &s.place, settings());
    ledger.health().unwrap();
    recorder.reset();
    s.revoke(&token);
    assert_eq!(calls(s, |facts| ledger.claim(&presentation, &user("romeo"), facts, s.now)), (Err(Refusal::TokenRevoked.into()), 1));
    assert_eq!(recorder.writes(), []);
});

on_both_engines!(a_name_that_no_account_can_have_is_not_looked_for, |s| {
    let token = s.token_of(&CreateRequest::of(free()));
    let presentation = s.check(&token).unwrap();
    let mut ledger = s.other(|_| ());
    for name in ["x".repeat(251), "\u{fc}".repeat(42)] {
        assert_eq!(calls(s, |facts| ledger.claim(&presentation, &user(&name), facts, s.now)), (Err(Refusal::UsernameTooLong.into()), 1));
        let (drafted, count) = calls(s, |facts| ledger.draft(CreateRequest::of(bound(&name)), facts, s.now));
        assert_eq!((drafted.map(drop), count), (Err(Refusal::UsernameTooLong.into()), 1));
    }
});

// A redemption may be lost in a power cut: its claim is still there then, and settling finds the account.
on_both_engines!(what_must_survive_a_power_cut_is_durable, |s| {
    let recorder = Arc::<Plan>::default();
    s.ledger = Faulty::ledger(&recorder, &s.place, settings());
    s.ledger.health().unwrap();
    recorder.reset();
    let written = || (recorder.writes(), recorder.reset()).0;
    let token = s.bound("romeo");
    assert_eq!(written(), [Mode::Durable], "created");
    let presentation = s.claimed(&token, "romeo");
    assert_eq!(written(), [Mode::Durable], "claimed");
    s.redeem(&presentation, "romeo");
    assert_eq!(written(), [Mode::Lazy], "redeemed");
    let token = s.free();
    written();
    s.revoke(&token);
    assert_eq!(written(), [Mode::Durable], "revoked");
});
