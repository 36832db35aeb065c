//! Drafts, and what of them is stored.

use crate::prelude::*;

on_both_engines!(a_draft_is_not_written_down, |s| {
    let draft = s.draft(bound("romeo"), Limit::ONCE).unwrap();
    assert_eq!(s.place.contents(), [""; 0]);
    assert_eq!(s.ledger.info(draft.token().secret(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.open_name("romeo"), Ok(()));
    s.ledger.create(&draft, s.now).unwrap();
    assert_eq!(s.state(draft.token()), State::Pending);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
});

on_both_engines!(a_draft_asks_about_the_account_and_the_permission, |s| {
    let ask = |name, subject| Some(Error::Ask(vec![Question { username: user(name), subject }]));
    for (request, asked) in [
        (CreateRequest::of(free()), None),
        (CreateRequest::of(bound("romeo")), ask("romeo", Subject::Account)),
        (CreateRequest::of(contact("romeo")), ask("romeo", Subject::Account)),
        (CreateRequest::of(contact_account("romeo")), ask("romeo", Subject::Account)),
        (CreateRequest::of(reset("romeo")), ask("romeo", Subject::Account)),
        (own("juliet", free()), ask("juliet", Subject::Permission)),
        (own("juliet", contact_account("juliet")), ask("juliet", Subject::Permission)),
    ] {
        assert_eq!(s.ledger.draft(request, &Accounts::default(), s.now).err(), asked);
    }
});

on_both_engines!(an_invite_lives_as_long_as_configured_or_requested, |s| {
    for (kind, ttl, expires) in [
        (free(), None, Some(at(1000))),
        (reset("juliet"), None, Some(at(100))),
        (reset("juliet"), Some(7), Some(at(7))),
        (free(), Some(1), Some(at(1))),
        (free(), Some(i64::MAX), Some(UnixTime::NEVER)),
        (free(), Some(0), None),
        (free(), Some(i64::MIN), None),
    ] {
        match s.make(&CreateRequest { ttl, ..CreateRequest::of(kind) }) {
            Ok(made) => {
                let kept = s.ledger.info(made.token.unwrap().secret(), s.now).unwrap().0.expires;
                assert_eq!((Some(made.expires), Some(kept)), (expires, expires));
            }
            refused => assert_eq!((refused.err(), expires), (Some(Refusal::TtlInvalid.into()), None)),
        }
    }
    let mut draft = s.draft(free(), Limit::ONCE).unwrap();
    draft.expires = s.now;
    assert_eq!(s.ledger.create(&draft, s.now), Err(Refusal::TtlInvalid.into()), "another module can't make it less than a second");
});

on_both_engines!(what_other_modules_change_is_written_down, |s| {
    let mut draft = s.draft(free(), Limit::ONCE).unwrap();
    draft.landing_page = Some("https://montague.example/invites_page?x".into());
    draft.data = Some(json!({ "groups": ["montague"] }));
    draft.expires = at(5);
    draft.limit = times(3);
    let made = s.ledger.create(&draft, s.now).unwrap();
    let (kept, _) = s.ledger.info(draft.token().secret(), s.now).unwrap();
    assert_eq!(kept, made);
    assert_eq!((kept.landing_page, kept.data, kept.expires, kept.limit), (draft.landing_page, draft.data, draft.expires, draft.limit));
});

on_both_engines!(a_change_can_not_turn_an_invite_into_a_reset, |s| {
    for (kind, name) in [(free(), "juliet"), (reset("juliet"), "nurse")] {
        let mut draft = s.draft(kind, Limit::ONCE).unwrap();
        draft.data = Some(json!({ "allow_reset": name }));
        assert!(matches!(s.ledger.create(&draft, s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
    }
    assert_eq!(s.place.contents(), [""; 0]);
    let made = s.make(&CreateRequest { data: Some(json!({ "allow_reset": "juliet" })), ..CreateRequest::of(free()) }).unwrap();
    assert_eq!((made.kind, made.expires), (reset("juliet"), at(100)), "a request may say it this way");
});

on_both_engines!(data_survives_whatever_it_holds, |s| {
    for data in [
        json!({ "other": "a\u{0}b\u{1f}\"'?1$1\u{2028}", "note": "\"'?1$1", "朱丽叶": [1, 2.5, -0.0, true, null, {}], "deep": { "er": { "still": [] } } }),
        json!({ "large": "x".repeat(60_000) }),
        json!([1, 2, 3]),
    ] {
        let mut draft = s.draft(free(), Limit::ONCE).unwrap();
        draft.data = Some(data.clone());
        s.ledger.create(&draft, s.now).unwrap();
        assert!(s.check(draft.token()).is_ok());
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).unwrap().0.data, Some(data));
    }
});

on_both_engines!(a_draft_that_is_created_twice_is_one_invite, |s| {
    let draft = s.draft(bound("romeo"), Limit::ONCE).unwrap();
    let first = s.ledger.create(&draft, s.now).unwrap();
    let before = s.place.contents();
    assert_eq!(s.ledger.create(&draft, s.now).unwrap(), first);
    assert_eq!(s.place.contents(), before);
});

on_both_engines!(tokens_of_resets_and_others_where_the_admin_says_so_are_stored_as_hashes, |s| {
    for kind in [reset("juliet"), free(), bound("romeo"), contact("juliet"), contact_account("juliet")] {
        s.ledger = s.other(|settings| settings.store_tokens = matches!(kind, Kind::Reset { .. }));
        let mut draft = s.draft(kind, Limit::ONCE).unwrap();
        draft.landing_page = Some(format!("https://montague.example/?{}", draft.token().secret()));
        let made = s.ledger.create(&draft, s.now).unwrap();
        assert_eq!((made.token.as_ref(), &made.landing_page), (Some(draft.token()), &draft.landing_page), "the creator is told");
        let kept = s.place.contents().concat();
        assert!(!kept.contains(draft.token().secret()) && !kept.contains("montague.example/"));
        assert_eq!(s.ledger.info(&made.id.short(), s.now).unwrap().0.token, None);
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).unwrap().0.token, made.token, "the holder of a token may see it");
    }
});

on_both_engines!(hosts_do_not_see_each_other, |s| {
    let token = s.bound("romeo");
    let reset = s.token(reset("juliet"), Limit::ONCE);
    let presentation = s.claimed(&token, "romeo");
    let mut other = s.other_host();
    let later = at(1_000_000);
    assert_eq!(other.info(token.secret(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.info(&token.id().short(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.revoke(token.secret(), None, s.now), Err(Refusal::TokenInvalid.into()));
    assert!(other.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).is_err());
    assert_eq!(other.claim(&presentation, &user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.open_name(&user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now), Ok(()));
    assert!(other.list(Query::of(Filter::Pending), None, 10, s.now).unwrap().invites.is_empty());
    other.account_ended(&user("juliet"), s.now).unwrap();
    assert_eq!(other.tidy(s.now), Ok(None));
    assert_eq!(other.settle_stale(&Accounts::default(), later), Ok(Settled::default()));
    assert_eq!(other.sweep(later, later.seconds()), Ok(Some(0)));
    other.mark_imported(s.now).unwrap();
    assert_eq!(s.ledger.is_imported(), Ok(false));
    assert_eq!(s.state(&token), State::Claimed);
    assert_eq!(s.state(&reset), State::Pending);
});
