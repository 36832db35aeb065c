//! Looking at an invite as its holder.

use invites_core::policy::{AccountStatus, Purpose};
use invites_core::{Authority, Error, LegacyInvite, Limit, Refusal, State, Token};

use crate::common::{Fixture, at, contact, facts, free, on_both_engines, reset};

on_both_engines!(
    a_view_tells_the_invite_with_its_token_and_changes_nothing,
    a_view_says_which_kind_of_dead,
    a_view_takes_no_short_id,
    a_view_asks_about_the_account_that_the_invite_is_about,
    a_token_is_found_in_a_link_and_with_something_stuck_to_it,
    a_text_that_is_a_token_as_it_stands_is_that_one,
);

fn a_view_tells_the_invite_with_its_token_and_changes_nothing(s: &mut Fixture) {
    s.server.set("romeo", AccountStatus::Active);
    let token = s.free();
    for _ in 0..3 {
        let viewed = s.ledger.view(token.secret(), &facts(&[]), s.now).unwrap();
        assert_eq!(viewed.invite.token.as_ref(), Some(&token));
        assert_eq!(viewed.obstacle, None);
    }
    assert_eq!(s.state(&token), State::Pending);
    // The token of a reset is not in the database.
    let token = s.invite(reset("romeo"), Limit::ONCE).unwrap().token.unwrap();
    let viewed = s.ledger.view(token.secret(), &facts(&[("romeo", AccountStatus::Active)]), s.now).unwrap();
    assert_eq!(viewed.invite.token, Some(token));
}

fn a_view_says_which_kind_of_dead(s: &mut Fixture) {
    s.server.set("romeo", AccountStatus::Active);
    let why = |s: &mut Fixture, token: &str| s.ledger.view(token, &facts(&[]), s.now).unwrap().obstacle;
    let used = s.free();
    s.register(&used, "mercutio").unwrap();
    assert_eq!(why(s, used.secret()), Some(Refusal::TokenUsed.into()));
    let revoked = s.free();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    assert_eq!(why(s, revoked.secret()), Some(Refusal::TokenRevoked.into()));
    let expired = s.invite(contact("romeo"), Limit::ONCE).unwrap();
    s.now = at(expired.expires.seconds());
    assert_eq!(why(s, expired.token.unwrap().secret()), Some(Refusal::TokenExpired.into()));
    assert_eq!(s.ledger.view("unknown", &facts(&[]), s.now).unwrap_err(), Refusal::TokenInvalid.into());
}

fn a_view_takes_no_short_id(s: &mut Fixture) {
    let id = s.free().id().short();
    assert!(s.ledger.info(&id, s.now).is_ok());
    assert_eq!(s.ledger.view(&id, &facts(&[]), s.now).unwrap_err(), Refusal::TokenInvalid.into());
}

fn a_view_asks_about_the_account_that_the_invite_is_about(s: &mut Fixture) {
    s.server.set("romeo", AccountStatus::Active);
    let token = s.invite(contact("romeo"), Limit::ONCE).unwrap().token.unwrap();
    assert!(matches!(s.ledger.view(token.secret(), &facts(&[]), s.now), Err(Error::Ask(_))));
    let mut with = |standing| s.ledger.view(token.secret(), &facts(&[("romeo", standing)]), s.now).unwrap().obstacle;
    assert_eq!(with(AccountStatus::Active), None);
    assert_eq!(with(AccountStatus::Absent), Some(Refusal::InviterGone.into()));
}

fn a_token_is_found_in_a_link_and_with_something_stuck_to_it(s: &mut Fixture) {
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
}

fn a_text_that_is_a_token_as_it_stands_is_that_one(s: &mut Fixture) {
    let secret = s.free().secret().to_owned();
    let other = Token::parse(&format!("{secret}.")).unwrap();
    let legacy = LegacyInvite {
        token: other.clone(),
        kind: free(),
        creator: None,
        authority: Authority::Server,
        limit: Limit::ONCE,
        created: s.now,
        expires: s.now.plus(500),
        landing_page: None,
        data: None,
    };
    s.ledger.import(&[legacy], s.now).unwrap();
    assert_eq!(s.ledger.view(other.secret(), &facts(&[]), s.now).unwrap().invite.token, Some(other));
}
