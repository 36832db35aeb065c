//! Importing invites: of the bundled module, and from an export.

use crate::prelude::*;

pub(crate) fn legacy(token: &str, kind: Kind) -> LegacyInvite {
    LegacyInvite {
        token: Token::parse(token).unwrap(),
        creator: kind.owner().cloned(),
        authority: Authority::Server,
        kind,
        limit: Limit::ONCE,
        created: at(-50),
        expires: at(500),
        landing_page: None,
        data: None,
    }
}

fn import(s: &mut Fixture, entries: &[LegacyInvite]) -> [u64; 4] {
    let Imported { imported, merged, conflicts, skipped } = s.ledger.import(entries, s.now).unwrap();
    [imported, merged, conflicts, skipped]
}

on_both_engines!(an_import_takes_over_what_lives, |s| {
    let entries = [
        LegacyInvite { limit: Limit::UNTIL_EXPIRY, data: Some(json!({ "roles": { "prosody:admin": true } })), ..legacy("A-_.~a", free()) },
        LegacyInvite { landing_page: Some("https://montague.example/?b".into()), ..legacy("b", bound("romeo")) },
        legacy("c", contact("juliet")),
        LegacyInvite { landing_page: Some("https://montague.example/?d".into()), ..legacy("d", reset("juliet")) },
        LegacyInvite { expires: at(-10), ..legacy("expired", free()) },
        LegacyInvite { expires: at(-3600), ..legacy("long-expired", free()) },
    ];
    assert_eq!(import(s, &entries), [6, 0, 0, 0], "what seems to be long dead may be a clock that is wrong");
    for entry in entries.get(..4).unwrap() {
        let (kept, state) = s.ledger.info(entry.token.secret(), s.now).unwrap();
        let in_clear = !matches!(entry.kind, Kind::Reset { .. });
        assert_eq!((&kept.kind, kept.limit, kept.created, kept.expires), (&entry.kind, entry.limit, entry.created, entry.expires));
        assert_eq!((state, &kept.data), (State::Pending, &entry.data));
        assert_eq!(kept.landing_page, entry.landing_page.clone().filter(|_| in_clear));
    }
    for dead in ["expired", "long-expired"] {
        assert_eq!(s.state(&Token::parse(dead).unwrap()), State::Expired);
    }
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(import(s, &entries), [0, 6, 0, 0], "and a second time changes nothing");
});

on_both_engines!(an_import_merges_the_two_entries_of_one_token, |s| {
    let data = Some(json!({ "note": "x" }));
    let with_registration = |token| LegacyInvite { data: data.clone(), ..legacy(token, contact_account("juliet")) };
    let entries = [legacy("one", contact("juliet")), with_registration("one"), with_registration("two"), legacy("two", contact("juliet"))];
    assert_eq!(import(s, &entries), [2, 2, 0, 0]);
    for token in ["one", "two"] {
        let kept = s.ledger.info(token, s.now).unwrap().0;
        assert_eq!((kept.kind, kept.data), (contact_account("juliet"), data.clone()));
    }
    let foreign = legacy("three", contact("juliet"));
    assert_eq!(import(s, &[foreign, legacy("three", contact_account("nurse"))]), [1, 1, 0, 0]);
    assert_eq!(s.ledger.info("three", s.now).unwrap().0.kind, contact("juliet"), "another inviter's entry changes nothing");
});

on_both_engines!(an_import_brings_no_used_invite_back, |s| {
    let entries = [legacy("used", contact("juliet")), legacy("revoked", free())];
    import(s, &entries);
    let presentation = s.present("used", &Purpose::Subscribe(user("juliet"))).unwrap();
    s.spend(&presentation, "romeo").unwrap();
    s.ledger.revoke("revoked", None, s.now).unwrap();
    let before = s.place.contents();
    assert_eq!(import(s, &[legacy("used", contact_account("juliet")), legacy("revoked", free())]), [0, 2, 0, 0]);
    assert_eq!(s.place.contents(), before);
});

on_both_engines!(an_import_keeps_an_invite_whose_name_is_promised_twice, |s| {
    assert_eq!(import(s, &[legacy("first", bound("romeo")), legacy("second", bound("romeo"))]), [2, 0, 1, 0]);
    let (first, second) = (Token::parse("first").unwrap(), Token::parse("second").unwrap());
    let presentation = s.check(&second).unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    s.revoke(&first);
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()), "it waits for the first to end");
});

on_both_engines!(an_import_of_odd_data_fails_no_other_entry, |s| {
    let mut other = s.other_host();
    other.import(&[legacy("same", free())], s.now).unwrap();
    let entries = [
        legacy("same", free()),
        legacy("gone", contact("nobody")),
        legacy("exists", bound("juliet")),
        legacy("no-account", reset("nobody")),
        LegacyInvite { expires: UnixTime::NEVER, created: at(0), ..legacy("never", free()) },
    ];
    assert_eq!(import(s, &entries), [4, 0, 0, 1], "a token of another host is that host's");
    assert_eq!(s.present("gone", &Purpose::Subscribe(user("nobody"))), Err(Refusal::InviterGone.into()));
    assert!(s.check(&Token::parse("never").unwrap()).is_ok());
});

on_both_engines!(an_import_is_done_once_per_host, |s| {
    assert_eq!(s.ledger.is_imported(), Ok(false));
    s.ledger.mark_imported(s.now).unwrap();
    s.ledger.mark_imported(at(1)).unwrap();
    assert_eq!(s.ledger.is_imported(), Ok(true));
});

on_both_engines!(invites_that_seem_long_dead_are_imported, |s| {
    let entry = legacy("LONGDEAD", free());
    let done = s.ledger.import(&[entry], at(400 * 86_400 + Ledger::GRACE)).unwrap();
    assert_eq!((done.imported, done.skipped), (1, 0));
});
