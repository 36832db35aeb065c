//! Changing invites: extend, label, revoke.

use super::list::listed;
use crate::prelude::*;

on_both_engines!(an_invite_is_extended_from_now, |s| {
    let token = s.free();
    s.now = at(999);
    assert_eq!(s.extend(token.secret(), None, 1000), Ok(at(1999)));
    s.now = at(1998);
    assert!(s.check(&token).is_ok());
    assert_eq!(s.extend(&token.id().short(), None, 1), Ok(at(1999)), "by its short id, too");
    for ttl in [0, -1, i64::MIN] {
        assert_eq!(s.extend(token.secret(), None, ttl), Err(Refusal::TtlInvalid.into()));
    }
    assert_eq!(s.extend(token.secret(), None, i64::MAX), Ok(UnixTime::NEVER));
    assert_eq!(s.extend(token.secret(), None, 5), Ok(at(2003)), "or it lives less long");
    s.now = at(2003);
    assert_eq!(s.check(&token), Err(Refusal::TokenExpired.into()));
    assert_eq!(s.extend("unknown", None, 5), Err(Refusal::TokenInvalid.into()));
});

on_both_engines!(a_reservation_and_a_sweep_follow_the_new_expiry, |s| {
    let token = s.bound("romeo");
    for (from, ttl) in [(0, 3000), (2999, 1)] {
        s.now = at(from);
        s.extend(token.secret(), None, ttl).unwrap();
        s.now = at(2999);
        assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
        assert_eq!(s.invite(bound("romeo"), Limit::ONCE), Err(Refusal::UsernameReserved.into()));
    }
    s.now = at(3000);
    assert_eq!((s.open_name("romeo"), s.sweep(at(2999 + Ledger::GRACE)), s.sweep(at(3000 + Ledger::GRACE))), (Ok(()), Ok(0), Ok(1)));
    s.bound("romeo");
});

on_both_engines!(a_dead_invite_is_not_extended, |s| {
    let [used, revoked, expired, claimed] = [0; 4].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.revoke(&revoked);
    s.claimed(&claimed, "mercutio");
    assert!(s.ledger.extend(claimed.secret(), None, 1000, s.now).is_ok());
    s.now = at(1000);
    let before = s.place.contents();
    for (token, refusal) in
        [(&used, Refusal::TokenUsed), (&revoked, Refusal::TokenRevoked), (&expired, Refusal::TokenExpired), (&claimed, Refusal::TokenExpired)]
    {
        assert_eq!(s.extend(token.secret(), None, 1000), Err(refusal.into()));
    }
    assert_eq!(s.place.contents(), before);
});

on_both_engines!(a_user_extends_no_further_than_users_may, |s| {
    s.ledger = s.other(|settings| {
        settings.allowance = Allowance { ttl: Some(2000), uses: Some(1), accounts: Quota { pending: Some(1), per_day: None }, ..Allowance::default() }
    });
    let (token, juliet) = (s.token_of(&own("juliet", free())), user("juliet"));
    assert_eq!(s.extend(token.secret(), Some(&juliet), 2001), Err(Refusal::TtlTooLong.into()));
    assert_eq!(s.extend(token.secret(), Some(&juliet), 2000), Ok(at(2000)));
    assert_eq!(s.extend(token.secret(), None, 2001), Ok(at(2001)), "the server may");
    let token = s.token_of(&CreateRequest { creator: Some(juliet.clone()), ..CreateRequest::of(free()) });
    assert_eq!(
        s.ledger.extend(token.secret(), Some(&juliet), 5, s.now),
        Err(Refusal::NotAllowed.into()),
        "what the server made in somebody's name is its own"
    );
    assert_eq!(s.ledger.label(token.secret(), Some(&juliet), Some("x"), s.now).map(drop), Ok(()));
});

fn data(s: &mut Fixture, token: &Token) -> Option<serde_json::Value> {
    s.ledger.info(token.secret(), s.now).unwrap().0.data
}

on_both_engines!(a_label_is_a_note_beside_the_other_data, |s| {
    let (bare, full) = (s.free(), s.token_of(&CreateRequest { data: Some(json!({ "groups": ["x"] })), ..CreateRequest::of(free()) }));
    for note in ["for Romeo", "", "a\"'?1$1 朱丽叶"] {
        for token in [&bare, &full] {
            s.ledger.label(token.secret(), None, Some(note), s.now).unwrap();
        }
        assert_eq!(data(s, &bare), Some(json!({ "note": note })));
        assert_eq!(data(s, &full), Some(json!({ "groups": ["x"], "note": note })));
    }
    for _ in 0..2 {
        s.ledger.label(&full.id().short(), None, None, s.now).unwrap();
        assert_eq!(data(s, &full), Some(json!({ "groups": ["x"] })));
    }
    let longest = "朱".repeat(CreateRequest::LONGEST_NOTE);
    assert_eq!(s.ledger.label(bare.secret(), None, Some(&longest), s.now).map(drop), Ok(()));
    assert!(matches!(s.ledger.label(bare.secret(), None, Some(&format!("{longest}x")), s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
    let reset = s.token(reset("juliet"), Limit::ONCE);
    s.ledger.label(reset.secret(), None, Some("x"), s.now).unwrap();
    assert_eq!(data(s, &reset), Some(json!({ "allow_reset": "juliet", "note": "x" })));
    s.register(&bare, "romeo").unwrap();
    assert_eq!(s.ledger.label(bare.secret(), None, Some("it was Romeo"), s.now).map(drop), Ok(()), "the dead have labels, too");
    assert_eq!(s.ledger.label("unknown", None, Some("x"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
});

on_both_engines!(data_that_is_a_list_has_no_room_for_a_label, |s| {
    for odd in [json!([1, 2]), json!([])] {
        let token = s.token_of(&CreateRequest { data: Some(odd.clone()), ..CreateRequest::of(free()) });
        for note in [Some("x"), None] {
            assert!(matches!(s.ledger.label(token.secret(), None, note, s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
        }
        assert_eq!(data(s, &token), Some(odd));
    }
});

on_both_engines!(what_others_made_does_not_exist_for_a_user, |s| {
    let (juliet, nurse) = (user("juliet"), user("nurse"));
    let foreign = [s.free(), s.token_of(&own("nurse", free())), s.token(reset("juliet"), Limit::ONCE)];
    let before = s.place.contents();
    for token in &foreign {
        for reference in [token.secret(), &token.id().short()] {
            assert_eq!(s.ledger.revoke(reference, Some(&juliet), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
            assert_eq!(s.extend(reference, Some(&juliet), 5), Err(Refusal::TokenInvalid.into()));
            assert_eq!(s.ledger.label(reference, Some(&juliet), Some("mine"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
        }
    }
    assert_eq!(s.place.contents(), before);
    let reference = foreign[1].id().short();
    assert_eq!(s.extend(&reference, Some(&nurse), 5), Ok(at(5)));
    assert_eq!(s.ledger.label(&reference, Some(&nurse), Some("mine"), s.now).map(drop), Ok(()));
    assert_eq!(s.ledger.revoke(&reference, Some(&nurse), s.now).map(drop), Ok(()));
    assert_eq!(s.ledger.revoke(&reference, Some(&nurse), s.now).map(drop), Err(Refusal::TokenRevoked.into()));
});

on_both_engines!(all_invites_of_a_user_are_revoked, |s| {
    let requests = [
        own("juliet", bound("romeo")),
        CreateRequest::of(contact("juliet")),
        CreateRequest { limit: Limit::UNTIL_EXPIRY, ..CreateRequest::of(contact_account("juliet")) },
    ];
    let [bound, contact, reusable] = requests.map(|request| s.token_of(&request));
    let [of_nurse, used, spared] = [own("nurse", free()), own("nurse", free()), own("juliet", free())].map(|request| s.token_of(&request));
    s.revoke(&spared);
    s.register(&used, "mercutio").unwrap();
    let anybody = s.free();
    assert_eq!(listed(s, Filter::Usable, Some("juliet")).len(), 3);
    assert_eq!(["juliet", "stranger"].map(|creator| s.revoke_all(creator)), [Ok(3), Ok(0)]);
    for token in [&bound, &contact, &reusable] {
        assert_eq!(s.state(token), State::Revoked);
    }
    assert_eq!((s.state(&of_nurse), s.state(&anybody), s.open_name("romeo")), (State::Pending, State::Pending, Ok(())));
    assert_eq!(["juliet", "nurse", "nurse"].map(|creator| s.revoke_all(creator)), [Ok(0), Ok(1), Ok(0)]);
    assert_eq!(s.state(&used), State::Redeemed);
});

on_both_engines!(hundreds_of_invites_are_revoked, |s| {
    for _ in 0..3 {
        let drafts: Vec<_> = (0..100).map(|_| s.draft_of(&in_name_of("juliet", free())).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
    assert_eq!(s.revoke_all("juliet"), Ok(300));
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL"), 0);
});

on_both_engines!(the_cards_of_a_sheet_are_revoked, |s| {
    let card = |creator, sheet| {
        let data = json!({ "sheet": { "id": sheet, "number": 1, "of": 2 } });
        CreateRequest { data: Some(data), ..own(creator, free()) }
    };
    let [first, second, other, of_nurse] =
        [card("juliet", "a"), card("juliet", "a"), card("juliet", "b"), card("nurse", "a")].map(|request| s.token_of(&request));
    let none = s.token_of(&own("juliet", free()));
    let revoke = |s: &mut Fixture, sheet| s.ledger.revoke_page(&user("juliet"), Some(sheet), None, s.now).map(|(count, _)| count);
    assert_eq!([revoke(s, "x"), revoke(s, "a"), revoke(s, "a")], [Ok(0), Ok(2), Ok(0)]);
    assert_eq!([first, second].map(|token| s.state(&token)), [State::Revoked; 2]);
    assert_eq!([other, of_nurse, none].map(|token| s.state(&token)), [State::Pending; 3]);
});
