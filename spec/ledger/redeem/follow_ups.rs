//! What is to be done after a redemption is noted with it, once, and stays until it is done.

use invites_core::{ConfiguredRooms, FollowUp, FollowUpStep, Username};

use crate::prelude::*;

fn rooms(rooms: &[&str]) -> CreateRequest {
    CreateRequest {
        data: Some(json!({ "rooms": rooms, "groups": ["family"] })),
        limit: Limit::UNTIL_EXPIRY,
        ..CreateRequest::of(contact_account("juliet"))
    }
}

fn to_do(ledger: &mut Ledger) -> Vec<String> {
    let line = |found: FollowUp| {
        assert_eq!(found.step, FollowUpStep::Room);
        format!("{} {} {:?}", found.account, found.about, found.creator.as_ref().map(Username::as_str))
    };
    ledger.follow_ups(None).unwrap().into_iter().map(line).collect()
}

on_both_engines!(rooms_are_noted_with_the_redemption_and_stay_until_they_are_done, |s| {
    let request = rooms(&["garden@rooms.example", "attic@rooms.example"]);
    let token = s.token_of(&request);
    let presentation = s.claimed(&token, "romeo");
    assert!(to_do(&mut s.ledger).is_empty(), "a claim is no account yet");
    assert!(s.redeem(&presentation, "romeo").has_follow_ups);
    assert!(!s.redeem(&presentation, "romeo").has_follow_ups, "once");
    let expected = ["romeo@montague.example attic@rooms.example None", "romeo@montague.example garden@rooms.example None"];
    assert_eq!(to_do(&mut s.ledger), expected);
    s.restart();
    assert_eq!(to_do(&mut s.ledger), expected);
    assert!(to_do(&mut s.other_host()).is_empty());
    let first = ("romeo@montague.example", "room", "attic@rooms.example");
    assert_eq!(s.ledger.follow_ups(Some(first)).unwrap().len(), 1);
    s.ledger.followed_up(first.0, first.1, first.2).unwrap();
    assert_eq!(to_do(&mut s.ledger), expected[1..]);
    s.ledger.account_ended(&user("romeo"), s.now).unwrap();
    assert!(to_do(&mut s.ledger).is_empty(), "nothing is done for an account that has ended");
});

on_both_engines!(rooms_are_noted_when_an_account_is_found_after_a_crash, |s| {
    let token = s.token_of(&rooms(&["garden@rooms.example"]));
    s.claimed(&token, "romeo");
    s.server.set("romeo", AccountStatus::Active);
    s.restart();
    s.now = at(Ledger::LEASE);
    s.server.answering(|facts| s.ledger.settle_stale(facts, s.now)).unwrap();
    s.server.answering(|facts| s.ledger.settle_stale(facts, s.now)).unwrap();
    assert_eq!(to_do(&mut s.ledger), ["romeo@montague.example garden@rooms.example None"]);
});

on_both_engines!(a_contact_gets_the_rooms_of_the_invite_and_a_new_account_those_of_the_configuration_too, |s| {
    let mut ledger = s.other(|settings| {
        settings.rooms = ConfiguredRooms { default: vec!["hall@r".into()], of_groups: [("family".to_owned(), vec!["den@r".to_owned()])].into() };
    });
    let request = CreateRequest { authority: Authority::User, creator: Some(user("juliet")), limit: Limit::ONCE, ..rooms(&["garden@r"]) };
    let mut take = |s: &mut Fixture, purpose: Purpose, name: Option<&str>, contact: Option<&str>| {
        let token = s.token_of(&request);
        let presentation = s.present(token.secret(), &purpose).unwrap();
        let presentation = contact.map_or(presentation.clone(), |contact| presentation.by(contact.into()));
        let name = name.map(user);
        let redeemed = s.server.answering(|facts| ledger.spend(&presentation, name.as_ref(), facts, s.now)).unwrap();
        assert_eq!(redeemed.has_follow_ups, name.is_some() || contact.is_some());
        let found = to_do(&mut ledger);
        for to_do in ledger.follow_ups(None).unwrap() {
            ledger.followed_up(&to_do.account, "room", &to_do.about).unwrap();
        }
        found
    };
    assert_eq!(
        take(s, Purpose::Register, Some("romeo"), None),
        ["romeo@montague.example den@r None", "romeo@montague.example garden@r Some(\"juliet\")", "romeo@montague.example hall@r None"]
    );
    let subscribes = || Purpose::Subscribe(user("juliet"));
    assert_eq!(take(s, subscribes(), None, Some("paris@elsewhere")), ["paris@elsewhere garden@r Some(\"juliet\")"]);
    assert!(take(s, subscribes(), None, None).is_empty(), "nobody knows who it was");
});
