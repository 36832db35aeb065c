//! Presenting a token, and looking at its invite.

use crate::create::import::legacy;
use crate::prelude::*;

on_both_engines!(a_check_changes_nothing, |s| {
    let tokens = [free(), bound("romeo"), contact("juliet"), reset("juliet")].map(|kind| s.token(kind, Limit::ONCE));
    let before = s.place.contents();
    for token in &tokens {
        for purpose in [Purpose::Register, subscribe("juliet"), subscribe("nurse")] {
            for _ in 0..10 {
                let _ = s.present(token.secret(), &purpose);
            }
        }
    }
    assert_eq!(s.place.contents(), before);
});

/// Why a view says that an invite can't be used.
fn obstacle(s: &mut Fixture, token: &Token) -> Option<Error> {
    match s.server.answering(|facts| s.ledger.view(token.secret(), facts, s.now)) {
        Ok(viewed) => viewed.obstacle.map(Error::from),
        Err(error) => Some(error),
    }
}

// src/policy tests why it can't be presented, and the model compares that.
on_both_engines!(a_view_says_why_an_invite_is_dead, |s| {
    let [used, revoked, expired] = [0; 3].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.revoke(&revoked);
    let [contact, both, reset] = [contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| s.token(kind, Limit::ONCE));
    assert_eq!([&contact, &both, &reset, &expired].map(|token| obstacle(s, token)), [const { None }; 4]);
    for (standing, with_inviter, with_account) in [
        (AccountStatus::Disabled, "inviter-gone", "account-not-found"),
        (AccountStatus::Unknown, "internal-server-error", "internal-server-error"),
        (AccountStatus::Absent, "inviter-gone", "token-revoked"), // the first view has noted that the account is gone
    ] {
        s.server.set("juliet", standing);
        assert_eq!([&contact, &both, &reset].map(|token| obstacle(s, token).unwrap().code()), [with_inviter, with_inviter, with_account]);
    }
    s.now = at(1000);
    let dead = [Refusal::TokenUsed, Refusal::TokenRevoked, Refusal::TokenExpired].map(|refusal| Some(refusal.into()));
    assert_eq!([&used, &revoked, &expired].map(|token| obstacle(s, token)), dead);
});

on_both_engines!(what_was_viewed_is_presented_without_another_query, |s| {
    let token = s.free();
    let viewed = s.ledger.view(token.secret(), &facts(&[]), s.now).unwrap();
    let checked = viewed.checked(s.now).unwrap();
    assert_eq!(checked.invite, viewed.invite);
    s.claim(&checked.presentation, "romeo").unwrap();
    let again = viewed.checked(s.now).unwrap();
    assert_eq!(s.claim(&again.presentation, "mercutio"), Err(Refusal::InviteInUse.into()), "each is a presentation of its own");
    assert_eq!(viewed.checked(viewed.invite.expires).map(drop), Err(Refusal::TokenExpired.into()));
    let token = s.token(contact("juliet"), Limit::ONCE);
    let viewed = s.server.answering(|facts| s.ledger.view(token.secret(), facts, s.now)).unwrap();
    assert_eq!(viewed.checked(s.now).map(drop), Err(Refusal::TokenNotForRegistration.into()), "it creates no account");
});

on_both_engines!(an_invite_for_one_person_serves_nobody_else, |s| {
    let (romeo, juliet) = ("romeo@elsewhere.example", user("juliet"));
    let token = s.token_of(&CreateRequest { data: Some(json!({ "invitee": romeo })), ..CreateRequest::of(contact("juliet")) });
    let of = |jid: &str| Purpose::SubscribeAs(juliet.clone(), jid.to_owned());
    for purpose in [subscribe("juliet"), of("mercutio@elsewhere.example"), of(""), of("Romeo@elsewhere.example")] {
        assert_eq!(s.present(token.secret(), &purpose), Err(Refusal::TokenNotForContact.into()));
    }
    assert_eq!(s.present(token.secret(), &Purpose::Register), Err(Refusal::TokenNotForRegistration.into()));
    assert_eq!(obstacle(s, &token), None, "its page is the same for everybody who has the link");
    let presentation = s.present(token.secret(), &of(romeo)).unwrap();
    assert!(s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).is_ok());
    assert_eq!(s.present(token.secret(), &of(romeo)), Err(Refusal::TokenUsed.into()));
    let everybodys = s.token(contact("juliet"), Limit::ONCE);
    assert!(s.present(everybodys.secret(), &of("anybody@elsewhere.example")).is_ok());
});

on_both_engines!(what_is_no_token_is_not_looked_up, |s| {
    let id = s.free().id().short();
    assert!(s.ledger.info(&id, s.now).is_ok());
    for text in [id.as_str(), "", "unknown", "a\0b", "' OR 1=1 --", "é", &"x".repeat(1 << 20)] {
        let refusal: Error = if text.is_empty() { Refusal::NoToken.into() } else { Refusal::TokenInvalid.into() };
        assert_eq!(s.present(text, &Purpose::Register), Err(refusal.clone()), "{text:.20}");
        assert_eq!(s.ledger.view(text, &facts(&[]), s.now).unwrap_err(), refusal);
        if text != id {
            assert_eq!(s.ledger.info(text, s.now), Err(refusal.clone()));
            assert_eq!(s.ledger.revoke(text, None, s.now), Err(refusal));
        }
    }
});

on_both_engines!(a_check_and_a_view_ask_about_the_account_that_the_invite_is_about, |s| {
    for (kind, asks) in [(free(), false), (bound("romeo"), false), (contact_account("juliet"), true), (reset("juliet"), true)] {
        let token = s.token(kind, Limit::ONCE);
        let asked = asks.then(|| Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Account }]));
        assert_eq!(s.ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).err(), asked);
        assert_eq!(s.ledger.view(token.secret(), &Accounts::default(), s.now).err(), asked);
    }
});

on_both_engines!(a_view_tells_the_invite_with_its_token_and_changes_nothing, |s| {
    s.server.set("romeo", AccountStatus::Active);
    let token = s.free();
    for _ in 0..3 {
        let viewed = s.ledger.view(token.secret(), &facts(&[]), s.now).unwrap();
        assert_eq!(viewed.invite.token.as_ref(), Some(&token));
        assert_eq!(viewed.obstacle, None);
    }
    assert_eq!(s.state(&token), State::Pending);
    // The token of a reset is not in the database.
    let token = s.token(reset("romeo"), Limit::ONCE);
    let viewed = s.ledger.view(token.secret(), &facts(&[("romeo", AccountStatus::Active)]), s.now).unwrap();
    assert_eq!(viewed.invite.token, Some(token));
});

on_both_engines!(a_token_is_found_in_a_link_and_with_something_stuck_to_it, |s| {
    let token = s.free();
    let secret = token.secret().to_owned();
    for shown in [
        format!("{secret}."),
        format!("https://montague.example/invites_page?{secret}%20"),
        format!("xmpp:montague.example?register;preauth={secret}"),
    ] {
        let viewed = s.ledger.view(&shown, &facts(&[]), s.now).unwrap();
        assert_eq!(viewed.invite.token.as_ref(), Some(&token), "{shown}");
        assert!(s.ledger.check(&shown, &Purpose::Register, &facts(&[]), s.now).is_ok(), "{shown}");
        assert!(s.ledger.info(&shown, s.now).is_ok(), "{shown}");
    }
});

on_both_engines!(a_text_that_is_a_token_as_it_stands_is_that_one, |s| {
    let other = Token::parse(&format!("{}.", s.free().secret())).unwrap();
    s.ledger.import(&[legacy(other.secret(), free())], s.now).unwrap();
    assert_eq!(s.ledger.view(other.secret(), &facts(&[]), s.now).unwrap().invite.token, Some(other));
});
