//! Making invites: draft, create, import.

use std::num::NonZeroU32;

use invites_core::policy::{AccountStatus, Accounts, Question, Subject};
use invites_core::{Authority, CreateRequest, Error, Filter, Imported, Kind, LegacyInvite, Limit, Query, Refusal, State, Token, UnixTime};
use serde_json::json;

use crate::common::{Fixture, at, bound, contact, contact_account, facts, free, on_both_engines, reset, user};

on_both_engines!(
    a_draft_is_not_written_down,
    a_draft_asks_about_the_account,
    an_invite_is_made_only_where_it_can_be_used,
    an_invite_lives_as_long_as_configured_or_wished,
    a_lifetime_is_at_least_a_second,
    what_other_modules_change_is_written_down,
    a_change_can_not_turn_an_invite_into_a_reset,
    data_survives_whatever_it_holds,
    allow_reset_makes_a_reset,
    a_bound_name_is_reserved,
    of_two_drafts_for_one_name_one_is_created,
    a_reserved_name_is_free_when_its_invite_expires,
    a_draft_that_is_created_twice_is_one_invite,
    a_reset_is_never_kept_in_the_clear,
    no_token_is_kept_in_the_clear_where_the_admin_says_so,
    hosts_do_not_see_each_other,
    an_import_takes_over_what_lives,
    an_import_merges_the_two_entries_of_one_token,
    an_import_brings_no_used_invite_back,
    an_import_keeps_an_invite_whose_name_is_promised_twice,
    an_import_of_odd_data_fails_no_other_entry,
    an_import_is_done_once_per_host,
);

fn a_draft_is_not_written_down(s: &mut Fixture) {
    let draft = s.draft(bound("romeo"), Limit::ONCE).unwrap();
    assert_eq!(s.place.contents(), [""; 0]);
    assert_eq!(s.ledger.info(draft.token().secret(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.open_name("romeo"), Ok(()));
    s.ledger.create(&draft, s.now).unwrap();
    assert_eq!(s.state(draft.token()), State::Pending);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
}

fn a_draft_asks_about_the_account(s: &mut Fixture) {
    for kind in [bound("romeo"), contact("romeo"), contact_account("romeo"), reset("romeo")] {
        let request = CreateRequest::of(kind);
        let asked = s.ledger.draft(request, &Accounts::default(), s.now).unwrap_err();
        assert_eq!(asked, Error::Ask(vec![Question { username: user("romeo"), subject: Subject::Account }]));
    }
    let request = CreateRequest::of(free());
    assert!(s.ledger.draft(request, &Accounts::default(), s.now).is_ok());
}

fn an_invite_is_made_only_where_it_can_be_used(s: &mut Fixture) {
    for (kind, refusal) in [
        (bound("juliet"), Refusal::AccountExists),
        (bound("paris"), Refusal::AccountExists),
        (contact("romeo"), Refusal::AccountNotFound),
        (contact("paris"), Refusal::AccountNotFound),
        (contact_account("romeo"), Refusal::AccountNotFound),
        (reset("romeo"), Refusal::AccountNotFound),
        (reset("paris"), Refusal::AccountNotFound),
    ] {
        assert_eq!(s.invite(kind, Limit::ONCE).unwrap_err(), refusal.into());
    }
    for kind in [bound("tybalt"), contact("tybalt"), reset("tybalt")] {
        assert_eq!(s.invite(kind, Limit::ONCE).unwrap_err().code(), "internal-server-error", "what nobody can say is a no");
    }
    for kind in [free(), bound("romeo"), contact("juliet"), contact_account("juliet"), reset("juliet")] {
        let made = s.invite(kind.clone(), Limit::ONCE).unwrap();
        let (kept, state) = s.ledger.info(made.token.as_ref().unwrap().secret(), s.now).unwrap();
        assert_eq!((&kept.kind, kept.limit, kept.uses, kept.created, state), (&kind, Limit::ONCE, 0, s.now, State::Pending));
        assert_eq!(made.token, kept.token);
    }
}

fn an_invite_lives_as_long_as_configured_or_wished(s: &mut Fixture) {
    for (kind, ttl, expires) in [
        (free(), None, at(1000)),
        (reset("juliet"), None, at(100)),
        (reset("juliet"), Some(7), at(7)),
        (free(), Some(1), at(1)),
        (free(), Some(i64::MAX), UnixTime::NEVER),
    ] {
        let request = CreateRequest { ttl, ..CreateRequest::of(kind) };
        let draft = s.ledger.draft(request, &facts(&[("juliet", AccountStatus::Active)]), s.now).unwrap();
        assert_eq!(draft.expires, expires);
        s.ledger.create(&draft, s.now).unwrap();
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).unwrap().0.expires, expires);
    }
}

fn a_lifetime_is_at_least_a_second(s: &mut Fixture) {
    for ttl in [0, -1, i64::MIN] {
        let request = CreateRequest { ttl: Some(ttl), ..CreateRequest::of(free()) };
        assert_eq!(s.ledger.draft(request, &Accounts::default(), s.now).unwrap_err(), Refusal::TtlInvalid.into());
    }
    let mut draft = s.draft(free(), Limit::ONCE).unwrap();
    draft.expires = s.now;
    assert_eq!(s.ledger.create(&draft, s.now), Err(Refusal::TtlInvalid.into()), "nor does another module make it less");
}

fn what_other_modules_change_is_written_down(s: &mut Fixture) {
    let mut draft = s.draft(free(), Limit::ONCE).unwrap();
    draft.landing_page = Some("https://montague.example/invites_page?x".into());
    draft.data = Some(json!({ "groups": ["montague"] }));
    draft.expires = at(5);
    draft.limit = Limit::times(NonZeroU32::new(3).unwrap());
    let made = s.ledger.create(&draft, s.now).unwrap();
    let (kept, _) = s.ledger.info(draft.token().secret(), s.now).unwrap();
    assert_eq!(kept, made);
    assert_eq!((kept.landing_page, kept.data, kept.expires, kept.limit), (draft.landing_page, draft.data, draft.expires, draft.limit));
}

fn a_change_can_not_turn_an_invite_into_a_reset(s: &mut Fixture) {
    let mut draft = s.draft(free(), Limit::ONCE).unwrap();
    draft.data = Some(json!({ "allow_reset": "juliet" }));
    assert!(matches!(s.ledger.create(&draft, s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
    let mut draft = s.draft(reset("juliet"), Limit::ONCE).unwrap();
    draft.data = Some(json!({ "allow_reset": "nurse" }));
    assert!(matches!(s.ledger.create(&draft, s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
    assert_eq!(s.place.contents(), [""; 0]);
}

fn data_survives_whatever_it_holds(s: &mut Fixture) {
    for data in [
        json!({ "other": "a\u{0}b\u{1f}\"'?1$1\u{2028}", "note": "\"'?1$1", "朱丽叶": [1, 2.5, -0.0, true, null, {}], "deep": { "er": { "still": [] } } }),
        json!({ "large": "x".repeat(60_000) }),
        json!([1, 2, 3]),
    ] {
        let mut draft = s.draft(free(), Limit::ONCE).unwrap();
        draft.data = Some(data.clone());
        s.ledger.create(&draft, s.now).unwrap();
        let presentation = s.check(draft.token());
        assert!(presentation.is_ok());
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).unwrap().0.data, Some(data));
    }
}

fn allow_reset_makes_a_reset(s: &mut Fixture) {
    let request = CreateRequest { data: Some(json!({ "allow_reset": "juliet" })), ..CreateRequest::of(free()) };
    let draft = s.ledger.draft(request, &facts(&[("juliet", AccountStatus::Active)]), s.now).unwrap();
    assert_eq!(s.ledger.create(&draft, s.now).unwrap().kind, reset("juliet"));
    assert_eq!(draft.expires, at(100));
}

fn a_bound_name_is_reserved(s: &mut Fixture) {
    s.bound("romeo");
    assert_eq!(s.draft(bound("romeo"), Limit::ONCE).unwrap_err(), Refusal::UsernameReserved.into());
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.open_name("mercutio"), Ok(()));
    let other = s.free();
    let presentation = s.check(&other).unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.claim(&presentation, "mercutio"), Ok(()));
    assert_eq!(s.draft(bound("mercutio"), Limit::ONCE).unwrap_err(), Refusal::UsernameReserved.into(), "nor is a name that somebody registers");
}

fn of_two_drafts_for_one_name_one_is_created(s: &mut Fixture) {
    let (first, second) = (s.draft(bound("romeo"), Limit::ONCE).unwrap(), s.draft(bound("romeo"), Limit::ONCE).unwrap());
    assert!(s.ledger.create(&second, s.now).is_ok());
    assert_eq!(s.ledger.create(&first, s.now), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.ledger.info(first.token().secret(), s.now), Err(Refusal::TokenInvalid.into()), "the other has left nothing behind");
}

fn a_reserved_name_is_free_when_its_invite_expires(s: &mut Fixture) {
    let old = s.bound("romeo");
    s.now = at(999);
    assert_eq!(s.invite(bound("romeo"), Limit::ONCE).unwrap_err(), Refusal::UsernameReserved.into());
    let late = s.check(&old).unwrap();
    s.now = at(1000);
    assert_eq!(s.open_name("romeo"), Ok(()));
    let new = s.bound("romeo");
    assert_eq!(s.claim(&late, "romeo"), Err(Refusal::UsernameReserved.into()), "the old holder had until expiry");
    assert!(s.register(&new, "romeo").is_ok());
}

fn a_draft_that_is_created_twice_is_one_invite(s: &mut Fixture) {
    let draft = s.draft(bound("romeo"), Limit::ONCE).unwrap();
    let first = s.ledger.create(&draft, s.now).unwrap();
    let before = s.place.contents();
    assert_eq!(s.ledger.create(&draft, s.now).unwrap(), first);
    assert_eq!(s.place.contents(), before);
}

fn a_reset_is_never_kept_in_the_clear(s: &mut Fixture) {
    let mut draft = s.draft(reset("juliet"), Limit::ONCE).unwrap();
    draft.landing_page = Some(format!("https://montague.example/?{}", draft.token().secret()));
    let made = s.ledger.create(&draft, s.now).unwrap();
    assert_eq!(made.token.as_ref(), Some(draft.token()), "its creator is told");
    assert_eq!(made.landing_page, draft.landing_page);
    assert!(!s.place.contents().concat().contains(draft.token().secret()));
    assert_eq!(s.ledger.info(&made.id.short(), s.now).unwrap().0.token, None);
    assert!(s.check(draft.token()).is_ok());
}

fn no_token_is_kept_in_the_clear_where_the_admin_says_so(s: &mut Fixture) {
    s.ledger = s.other(|settings| settings.store_tokens = false);
    for kind in [free(), bound("romeo"), contact("juliet"), contact_account("juliet")] {
        let mut draft = s.draft(kind, Limit::ONCE).unwrap();
        draft.landing_page = Some(format!("https://montague.example/?{}", draft.token().secret()));
        let made = s.ledger.create(&draft, s.now).unwrap();
        let kept = s.place.contents().concat();
        assert!(!kept.contains(draft.token().secret()) && !kept.contains("landing"));
        assert_eq!(s.ledger.info(&made.id.short(), s.now).unwrap().0.token, None);
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).unwrap().0.token, made.token, "who has the token may be shown it");
    }
}

fn hosts_do_not_see_each_other(s: &mut Fixture) {
    let token = s.bound("romeo");
    let reset = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    let mut other = s.other(|settings| settings.host = "capulet.example".into());
    let later = at(1_000_000);
    assert_eq!(other.info(token.secret(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.info(&token.id().short(), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.revoke(token.secret(), None, s.now), Err(Refusal::TokenInvalid.into()));
    assert!(other.check(token.secret(), &invites_core::policy::Purpose::Register, &Accounts::default(), s.now).is_err());
    assert_eq!(other.claim(&presentation, &user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(other.open_name(&user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now), Ok(()));
    assert!(other.list(Query::of(Filter::Pending), None, 10, s.now).unwrap().invites.is_empty());
    other.account_ended(&user("juliet"), s.now).unwrap();
    assert_eq!(other.tidy(s.now), Ok(None));
    assert_eq!(other.settle_stale(&Accounts::default(), later), Ok(invites_core::Settled::default()));
    assert_eq!(other.sweep(later, later.seconds()), Ok(Some(0)));
    other.mark_imported(s.now).unwrap();
    assert_eq!(s.ledger.is_imported(), Ok(false));
    assert_eq!(s.state(&token), State::Claimed);
    assert_eq!(s.state(&reset), State::Pending);
}

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

fn an_import_takes_over_what_lives(s: &mut Fixture) {
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
}

fn an_import_merges_the_two_entries_of_one_token(s: &mut Fixture) {
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
}

fn an_import_brings_no_used_invite_back(s: &mut Fixture) {
    let entries = [legacy("used", contact("juliet")), legacy("revoked", free())];
    import(s, &entries);
    let presentation = s.present("used", &invites_core::policy::Purpose::Subscribe(user("juliet"))).unwrap();
    s.spend(&presentation, "romeo").unwrap();
    s.ledger.revoke("revoked", None, s.now).unwrap();
    let before = s.place.contents();
    assert_eq!(import(s, &[legacy("used", contact_account("juliet")), legacy("revoked", free())]), [0, 2, 0, 0]);
    assert_eq!(s.place.contents(), before);
}

fn an_import_keeps_an_invite_whose_name_is_promised_twice(s: &mut Fixture) {
    assert_eq!(import(s, &[legacy("first", bound("romeo")), legacy("second", bound("romeo"))]), [2, 0, 1, 0]);
    let (first, second) = (Token::parse("first").unwrap(), Token::parse("second").unwrap());
    let presentation = s.check(&second).unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    s.ledger.revoke(first.secret(), None, s.now).unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()), "it waits for the first to end");
}

fn an_import_of_odd_data_fails_no_other_entry(s: &mut Fixture) {
    let mut other = s.other(|settings| settings.host = "capulet.example".into());
    other.import(&[legacy("same", free())], s.now).unwrap();
    let entries = [
        legacy("same", free()),
        legacy("gone", contact("nobody")),
        legacy("exists", bound("juliet")),
        legacy("no-account", reset("nobody")),
        LegacyInvite { expires: UnixTime::NEVER, created: at(0), ..legacy("never", free()) },
    ];
    assert_eq!(import(s, &entries), [4, 0, 0, 1], "a token of another host is that host's");
    assert_eq!(s.present("gone", &invites_core::policy::Purpose::Subscribe(user("nobody"))), Err(Refusal::InviterGone.into()));
    assert!(s.check(&Token::parse("never").unwrap()).is_ok());
}

fn an_import_is_done_once_per_host(s: &mut Fixture) {
    assert_eq!(s.ledger.is_imported(), Ok(false));
    s.ledger.mark_imported(s.now).unwrap();
    s.ledger.mark_imported(at(1)).unwrap();
    assert_eq!(s.ledger.is_imported(), Ok(true));
}
