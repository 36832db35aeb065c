//! What is to be done after a redemption is noted with it, once, and stays until it is done.

use invites_core::{ConfiguredRooms, FollowUp, FollowUpStep, Username};

use crate::prelude::*;

/// What is to be sent: to whom, what, in whose name, and for which try.
fn to_send(ledger: &mut Ledger) -> Vec<(FollowUpStep, Option<String>, Option<Username>, String)> {
    let is_sent = |found: &FollowUp| matches!(found.step, FollowUpStep::Message | FollowUpStep::Welcome);
    ledger.follow_ups(None).unwrap().into_iter().filter(is_sent).map(|found| (found.step, found.text, found.creator, found.about)).collect()
}

on_both_engines!(a_message_is_noted_with_the_redemption_of_an_account_alone, |s| {
    s.ledger = s.other(|settings| settings.welcomes = true);
    let of = |kind| CreateRequest { data: Some(json!({ "message": " Hi\n" })), limit: Limit::UNTIL_EXPIRY, ..own("juliet", kind) };
    let token = s.token_of(&of(contact_account("juliet")));
    let presentation = s.claimed(&token, "romeo");
    assert!(s.redeem(&presentation, "romeo").has_follow_ups);
    let noted = to_send(&mut s.ledger);
    let expected = [(FollowUpStep::Message, Some("Hi".to_owned()), Some(user("juliet"))), (FollowUpStep::Welcome, None, None)];
    assert_eq!(noted.iter().map(|(step, text, creator, _)| (*step, text.clone(), creator.clone())).collect::<Vec<_>>(), expected);
    s.ledger.followed_up("romeo@montague.example", "message", &noted[0].3).unwrap();
    assert_eq!(to_send(&mut s.ledger), noted[1..]);

    s.begin_anew();
    let token = s.token_of(&CreateRequest { authority: Authority::Server, ..of(free()) });
    let presentation = s.claimed(&token, "mercutio");
    let before = s.redeem(&presentation, "mercutio");
    let ids: Vec<_> = to_send(&mut s.ledger).into_iter().map(|(.., creator, about)| (creator, about)).collect();
    assert!(before.has_follow_ups && ids.len() == 2 && ids[0].0.is_none(), "it is the server's invite");
    s.ledger.erase(&[token], &[]).unwrap();
    assert_eq!(to_send(&mut s.ledger)[0].1, None, "the text is gone with its invite");

    s.begin_anew();
    for kind in [contact("juliet"), reset("juliet")] {
        let token = s.token_of(&CreateRequest { authority: Authority::Server, ..of(kind) });
        let presentation = s.present(token.secret(), &subscribe("juliet")).or_else(|_| s.check(&token)).unwrap();
        s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).unwrap();
        assert!(to_send(&mut s.ledger).is_empty(), "no account was made");
    }
});

on_both_engines!(a_message_is_noted_when_an_account_is_found_after_a_crash, |s| {
    let request = CreateRequest { data: Some(json!({ "message": "Hi" })), ..own("juliet", contact_account("juliet")) };
    let token = s.token_of(&CreateRequest { limit: Limit::UNTIL_EXPIRY, ..request });
    let presentation = s.claimed(&token, "romeo");
    s.server.set("romeo", AccountStatus::Active);
    s.restart();
    s.now = at(Ledger::LEASE);
    s.server.answering(|facts| s.ledger.settle_stale(facts, s.now)).unwrap();
    let noted = to_send(&mut s.ledger);
    assert_eq!((noted[0].1.as_deref(), noted[0].2.clone()), (Some("Hi"), Some(user("juliet"))));
    assert!(!s.redeem(&presentation, "romeo").has_follow_ups);
    assert_eq!(to_send(&mut s.ledger), noted, "what comes late changes nothing");
    s.register(&token, "mercutio").unwrap();
    let both = to_send(&mut s.ledger);
    assert_ne!(both[0].3, both[1].3, "each use has a message of its own");
    s.ledger.account_ended(&user("juliet"), s.now).unwrap();
    assert_eq!(to_send(&mut s.ledger)[0].2, None, "nobody else speaks under that name");
});

fn rooms(rooms: &[&str]) -> CreateRequest {
    CreateRequest {
        data: Some(json!({ "rooms": rooms, "groups": ["family"] })),
        limit: Limit::UNTIL_EXPIRY,
        ..CreateRequest::of(contact_account("juliet"))
    }
}

fn to_do(ledger: &mut Ledger) -> Vec<String> {
    let line = |found: FollowUp| format!("{} {} {:?}", found.account, found.about, found.creator.as_ref().map(Username::as_str));
    ledger.follow_ups(None).unwrap().into_iter().filter(|found| found.step == FollowUpStep::Room).map(line).collect()
}

/// What was promised to whom: roles and contacts.
fn promised(ledger: &mut Ledger) -> Vec<String> {
    let line = |found: FollowUp| {
        let what = found.roles.map(|roles| roles.join(" ")).or(found.contact.map(|contact| contact.as_str().to_owned()));
        format!("{} {} {}", found.account, found.step, what.unwrap_or_default())
    };
    ledger.follow_ups(None).unwrap().into_iter().map(line).collect()
}

on_both_engines!(roles_and_contacts_are_noted_with_the_redemption, |s| {
    let request = |kind| CreateRequest {
        data: Some(json!({ "roles": ["prosody:member", "librarian"] })),
        limit: Limit::UNTIL_EXPIRY,
        authority: Authority::User,
        creator: Some(user("juliet")),
        ..CreateRequest::of(kind)
    };
    let token = s.token_of(&request(contact_account("juliet")));
    let presentation = s.claimed(&token, "romeo");
    assert!(s.redeem(&presentation, "romeo").has_follow_ups);
    assert_eq!(promised(&mut s.ledger), ["romeo@montague.example contact juliet", "romeo@montague.example roles prosody:member librarian"]);
    let subscriber = s.present(token.secret(), &subscribe("juliet")).unwrap().by("paris@elsewhere".into());
    s.server.answering(|facts| s.ledger.spend(&subscriber, None, facts, s.now)).unwrap();
    assert_eq!(promised(&mut s.ledger)[0], "paris@elsewhere contact juliet", "who had an account gets no role");
    assert_eq!(promised(&mut s.ledger).len(), 3);
    s.ledger.account_ended(&user("juliet"), s.now).unwrap();
    assert_eq!(
        promised(&mut s.ledger),
        ["paris@elsewhere contact ", "romeo@montague.example contact ", "romeo@montague.example roles "],
        "whoever has the name next is nobody's contact, and the one who gave the roles is gone"
    );

    s.begin_anew();
    let token = s.token_of(&CreateRequest { authority: Authority::Server, creator: None, ..request(free()) });
    let presentation = s.claimed(&token, "romeo");
    s.redeem(&presentation, "romeo");
    assert_eq!(promised(&mut s.ledger), ["romeo@montague.example roles prosody:member librarian"]);
});

on_both_engines!(nothing_of_an_earlier_account_is_done_for_a_new_one, |s| {
    let token = s.token_of(&rooms(&["garden@rooms.example"]));
    let presentation = s.claimed(&token, "romeo");
    s.redeem(&presentation, "romeo");
    s.server.set("romeo", AccountStatus::Absent); // prosodyctl has deleted it
    let next = s.free();
    s.claimed(&next, "romeo");
    assert!(promised(&mut s.ledger).is_empty());
});

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
