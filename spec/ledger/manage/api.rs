//! What the HTTP API asks of the ledger: keys, creations that happen once, lists with filters, changes, and revocations that are taken back.

use invites_core::Made;
use invites_core::api::v1::{Amendment, Grant, Once, Scope, ScopedKey, Search};
use rand::rngs::SysRng;

use crate::prelude::*;

fn new_key(ttl: Option<i64>) -> (String, invites_core::api::v1::NewKey) {
    let list = Vec::new;
    let grant = Grant {
        scopes: vec![Scope::Create],
        kinds: vec![KindName::Account],
        roles: list(),
        groups: list(),
        rooms: list(),
        longest_expiry: None,
        most_uses: None,
        rate: 5,
    };
    ScopedKey::draw(&mut SysRng, Some("shop".into()), grant, ttl, at(0)).unwrap()
}

on_both_engines!(a_key_is_found_by_its_hash_on_its_host_until_it_expires_or_is_removed, |s| {
    let (_, first) = new_key(Some(60));
    let (_, second) = new_key(None);
    s.ledger.add_key(&first).unwrap();
    s.ledger.add_key(&second).unwrap();
    assert!(s.ledger.add_key(&first).is_ok(), "it is the same key");
    let id = |key: Option<ScopedKey>| key.map(|key| key.id);
    assert_eq!(id(s.ledger.key(first.hash, at(59)).unwrap()), Some(first.key.id.clone()));
    assert_eq!(id(s.ledger.key(first.hash, at(60)).unwrap()), None);
    assert_eq!(id(s.other_host().key(second.hash, at(0)).unwrap()), None);
    s.ledger.key_used(&second.key.id, at(5)).unwrap();
    let mut seen = Vec::new();
    while let Some(key) = s.ledger.keys(seen.last().map(|key: &ScopedKey| (key.created_at, key.id.as_str()))).unwrap().into_iter().next() {
        seen.push(key);
    }
    seen.sort_by_key(|key| key.expires.is_none());
    assert_eq!(seen, [first.key.clone(), ScopedKey { last_used: Some(at(5).seconds()), ..second.key.clone() }]);
    assert_eq!(id(s.ledger.remove_key(&second.key.id).unwrap()), Some(second.key.id.clone()));
    assert_eq!(id(s.ledger.remove_key(&second.key.id).unwrap()), None);
    assert_eq!(id(s.ledger.key(second.hash, at(0)).unwrap()), None);
});

fn once(header: &str, body: &str) -> Once {
    Once::of(header.as_bytes(), b"ik1_secret", "/invites", body.as_bytes()).unwrap()
}

fn make_once(s: &mut Fixture, once: &Once) -> Result<Made, Error> {
    let draft = s.draft(free(), Limit::ONCE).unwrap();
    let answer = |invites: &[Invite]| Ok(invites[0].token.as_ref().unwrap().secret().as_bytes().to_vec());
    s.ledger.create_once(&[draft], once, answer, s.now)
}

on_both_engines!(what_is_asked_for_twice_is_created_once_and_has_the_same_answer_for_a_day, |s| {
    let first = once("order-1", "{}");
    assert_eq!(s.ledger.made_before(&first, s.now), Ok(None));
    let Ok(Made::Now(invites, answer)) = make_once(s, &first) else { panic!("it is new") };
    assert_eq!(invites[0].token.as_ref().unwrap().secret().as_bytes(), answer);
    assert_eq!(make_once(s, &first), Ok(Made::Before(answer.clone())));
    assert_eq!(s.ledger.made_before(&first, s.now), Ok(Some(Made::Before(answer))));
    assert_eq!(make_once(s, &once("order-1", "{ }")), Ok(Made::Other));
    assert_eq!((s.count("invites"), s.count("invite_api_answers")), (1, 1));
    s.now = at(Once::KEPT);
    assert!(matches!(make_once(s, &first), Ok(Made::Now(..))));
    assert_eq!((s.count("invites"), s.count("invite_api_answers")), (2, 1));
    s.now = at(2 * Once::KEPT);
    assert!(matches!(make_once(s, &once("order-2", "{}")), Ok(Made::Now(..))));
    assert_eq!(s.count("invite_api_answers"), 1, "what is over goes with the next one");
});

on_both_engines!(what_could_not_be_created_is_not_remembered, |s| {
    let first = once("order-1", "{}");
    s.bound("mercutio");
    let taken = |s: &mut Fixture| s.draft(bound("mercutio"), Limit::ONCE);
    assert!(taken(s).is_err());
    let draft = s.draft(bound("benno"), Limit::ONCE).unwrap();
    let rival = s.draft(bound("benno"), Limit::ONCE).unwrap();
    s.ledger.create(&rival, s.now).unwrap();
    let made = s.ledger.create_once(&[draft], &first, |_| Ok(Vec::new()), s.now);
    assert_eq!(made, Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.ledger.made_before(&first, s.now), Ok(None));
    assert!(matches!(make_once(s, &first), Ok(Made::Now(..))));
});

on_both_engines!(a_list_is_narrowed_by_state_kind_creator_and_note, |s| {
    let noted = |note: &str| CreateRequest { data: Some(json!({ "note": note })), ..CreateRequest::of(free()) };
    let ball = s.token_of(&noted("The BALL"));
    s.token_of(&noted("else"));
    s.make(&in_name_of("juliet", contact("juliet"))).unwrap();
    s.revoke(&ball);
    let usual = Search { limit: 100, ..Search::default() };
    let found = |s: &mut Fixture, search: Search, limit| {
        let creator = search.creator.as_deref().map(user);
        let page = s.ledger.search(&search, creator.as_ref(), search.after.as_ref(), (limit, 100), s.now).unwrap();
        (page.invites.len(), page.next)
    };
    assert_eq!(found(s, usual.clone(), 100).0, 3);
    assert_eq!(found(s, Search { state: Some(State::Revoked), ..usual.clone() }, 100).0, 1);
    assert_eq!(found(s, Search { kind: Some(KindName::Contact), ..usual.clone() }, 100).0, 1);
    assert_eq!(found(s, Search { creator: Some("juliet".into()), ..usual.clone() }, 100).0, 1);
    assert_eq!(found(s, Search { note: Some("ball".into()), ..usual.clone() }, 100).0, 1);
    let (count, next) = found(s, usual.clone(), 2);
    assert_eq!((count, found(s, Search { after: next, ..usual }, 2)), (2, (1, None)));
});

on_both_engines!(an_invite_is_changed_in_several_ways_or_in_none, |s| {
    let token = s.token(free(), times(2));
    s.register(&token, "romeo").unwrap();
    let change = |ttl, uses: Option<u32>, note: Option<&str>| Amendment { ttl, limit: uses.map(times), note: note.map(|note| Some(note.to_owned())) };
    let changed = s.ledger.amend(token.secret(), &change(Some(50), Some(3), Some("n")), s.now).unwrap();
    let (invite, _) = changed.invite.unwrap();
    assert_eq!((invite.expires, invite.limit, CreateRequest::note(invite.data.as_ref())), (at(50), times(3), Some("n")));
    assert_eq!(s.ledger.amend(token.secret(), &change(Some(70), Some(1), Some("m")), s.now), Err(Refusal::UsesInvalid.into()));
    let (invite, _) = s.ledger.info(token.secret(), s.now).unwrap();
    assert_eq!((invite.expires, CreateRequest::note(invite.data.as_ref())), (at(50), Some("n")), "all, or none");
    let removed = Amendment { note: Some(None), ..change(None, None, None) };
    s.revoke(&token);
    assert!(s.ledger.amend(token.secret(), &removed, s.now).is_ok(), "a note can change at any time");
    assert_eq!(s.ledger.amend(token.secret(), &change(Some(50), None, None), s.now), Err(Refusal::TokenRevoked.into()));
    let expired = s.free();
    s.extend(expired.secret(), None, 5).unwrap();
    assert_eq!(s.ledger.amend(expired.secret(), &change(None, Some(5), None), at(6)), Err(Refusal::TokenExpired.into()));
    s.ledger = s.other(|settings| settings.contact_ttl = 1_000_000);
    let contact = s.token(contact("juliet"), Limit::ONCE);
    assert_eq!(s.ledger.amend(contact.secret(), &change(Some(i64::MAX), None, None), s.now), Err(Refusal::ContactTtlTooLong.into()));
});

fn restore(s: &mut Fixture, token: &Token) -> Result<State, Error> {
    let changed = s.server.answering(|facts| s.ledger.restore(token.secret(), facts, s.now))?;
    Ok(changed.invite.unwrap().1)
}

on_both_engines!(a_revocation_is_taken_back_with_the_reserved_name_if_that_is_still_free, |s| {
    let token = s.bound("benno");
    assert_eq!(restore(s, &token), Ok(State::Pending), "it was not revoked");
    s.revoke(&token);
    assert_eq!(restore(s, &token), Ok(State::Pending));
    assert_eq!(s.open_name("benno"), Err(Refusal::UsernameReserved.into()));
    assert!(s.check(&token).is_ok());
    s.revoke(&token);
    let rival = s.bound("benno");
    assert_eq!(restore(s, &token), Err(Refusal::UsernameReserved.into()));
    s.register(&rival, "benno").unwrap();
    assert_eq!(restore(s, &token), Err(Refusal::AccountExists.into()));
});

on_both_engines!(an_invite_that_ended_with_an_account_stays_revoked, |s| {
    let token = s.token_of(&in_name_of("juliet", contact("juliet")));
    s.end("juliet");
    s.tidy();
    s.server.set("juliet", AccountStatus::Active);
    assert_eq!(restore(s, &token), Err(Refusal::TokenRevoked.into()));
});

on_both_engines!(a_restored_invite_is_swept_when_its_time_is_over, |s| {
    let token = s.free();
    s.revoke(&token);
    restore(s, &token).unwrap();
    let kept = s.ledger.settings().history.max(Ledger::GRACE);
    let expires = s.ledger.info(token.secret(), s.now).unwrap().0.expires;
    assert_eq!(s.sweep(s.now.plus(kept)), Ok(0));
    assert_eq!(s.sweep(expires.plus(kept)), Ok(1));
});
