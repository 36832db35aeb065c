//! Quotas: how many invites a user may have pending, and may create in a day.

use std::mem::swap;

use crate::concurrency::at_once::at_once_under;
use crate::prelude::*;

pub(super) fn allow(s: &mut Fixture, allowance: Allowance) {
    s.ledger = s.other(|settings| settings.allowance = allowance);
}

const NO_QUOTA: Quota = Quota { pending: None, per_day: None };
const TWO_PENDING: Allowance = accounts(Some(2), None);
const TWO_A_DAY: Allowance = accounts(None, Some(2));
const TWO_CONTACTS_PENDING: Allowance = contacts(Some(2), None);
const TWO_CONTACTS_A_DAY: Allowance = contacts(None, Some(2));

pub(super) const fn accounts(pending: Option<i64>, per_day: Option<i64>) -> Allowance {
    Allowance { accounts: Quota { pending, per_day }, contacts: NO_QUOTA, uses: None, ttl: None }
}

const fn contacts(pending: Option<i64>, per_day: Option<i64>) -> Allowance {
    Allowance { accounts: NO_QUOTA, contacts: Quota { pending, per_day }, uses: None, ttl: None }
}

/// An account invite on juliet's authority.
pub(super) fn one(s: &mut Fixture) -> Result<Token, Error> {
    s.make(&own("juliet", free())).map(|invite| invite.token.unwrap())
}

fn two(s: &mut Fixture) -> [Token; 2] {
    [0; 2].map(|_| one(s).unwrap())
}

on_both_engines!(a_user_has_so_many_invites_pending, |s| {
    allow(s, TWO_PENDING);
    let late = s.draft_of(&own("juliet", bound("mercutio"))).unwrap();
    s.make(&own("juliet", bound("romeo"))).unwrap();
    s.make(&own("juliet", contact_account("juliet"))).unwrap();
    let before = s.place.contents();
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.make(&own("juliet", bound("mercutio"))), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.ledger.create(&late, s.now), Err(Refusal::QuotaPending.into()));
    assert_eq!((s.place.contents(), s.open_name("mercutio")), (before, Ok(())), "a refused invite leaves nothing behind");
});

on_both_engines!(what_is_used_up_revoked_or_expired_makes_room, |s| {
    allow(s, TWO_PENDING);
    let twice = s.token_of(&CreateRequest { limit: times(2), ..own("juliet", free()) });
    let revoked = one(s).unwrap();
    s.register(&twice, "romeo").unwrap();
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()), "a use is left");
    let presentation = s.claimed(&twice, "mercutio");
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()), "a claim may be released");
    s.redeem(&presentation, "mercutio");
    assert!(one(s).is_ok());
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    s.ledger.revoke(revoked.secret(), Some(&user("juliet")), s.now).unwrap();
    assert!(one(s).is_ok());
    s.now = at(999);
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    s.now = at(1000);
    two(s);
});

on_both_engines!(a_user_makes_so_many_invites_in_a_day, |s| {
    allow(s, TWO_A_DAY);
    let [used, revoked] = two(s);
    s.register(&used, "romeo").unwrap();
    s.revoke(&revoked);
    s.now = at(Ledger::GRACE + 1000);
    while s.sweep(s.now).unwrap() > 0 {}
    s.place.assert_no_invites();
    assert_eq!(one(s), Err(Refusal::QuotaDaily.into()), "whatever became of them");
});

on_both_engines!(a_day_ends_at_midnight_utc, |s| {
    const MIDNIGHT: i64 = 6400;
    assert_eq!(at(MIDNIGHT).seconds() % 86400, 0);
    allow(s, TWO_A_DAY);
    for day in 0..3 {
        two(s);
        s.now = at(MIDNIGHT + day * 86400 - 1);
        assert_eq!(one(s), Err(Refusal::QuotaDaily.into()));
        s.now = at(MIDNIGHT + day * 86400);
    }
});

on_both_engines!(drafts_are_counted_when_they_are_written_down, |s| {
    for (allowance, refusal) in [(TWO_PENDING, Refusal::QuotaPending), (TWO_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        let drafts: Vec<_> = (0..4).map(|_| s.draft_of(&own("juliet", free())).unwrap()).collect();
        let before = s.place.contents();
        assert_eq!(s.ledger.create_all(&drafts[..3], s.now), Err(refusal.clone().into()), "all or none");
        assert_eq!(s.place.contents(), before);
        assert_eq!(s.ledger.create_all(&drafts[..2], s.now).unwrap().len(), 2);
        assert_eq!([2, 3].map(|late| s.ledger.create(&drafts[late], s.now).err()), [Some(refusal.clone().into()), Some(refusal.into())]);
        assert!(s.ledger.create(&drafts[0], s.now).is_ok(), "this one is written down already");
        assert_eq!(s.place.number("SELECT made FROM invite_quotas"), 2);
    }
});

on_both_engines!(over_the_quota_an_invite_with_registration_becomes_a_contact_invite_and_counts_as_one, |s| {
    let request = own("juliet", contact_account("juliet"));
    for quota in [Quota { pending: Some(1), per_day: None }, Quota { pending: None, per_day: Some(1) }] {
        s.begin_anew();
        allow(s, Allowance { accounts: quota, contacts: quota, ..Allowance::default() });
        let refusal = if quota.pending.is_some() { Refusal::QuotaPending } else { Refusal::QuotaDaily };
        assert_eq!([0; 2].map(|_| s.make(&request).unwrap().kind), [contact_account("juliet"), contact("juliet")]);
        assert_eq!(s.make(&request), Err(refusal.clone().into()));
        assert_eq!(s.make(&own("juliet", contact("juliet"))), Err(refusal.into()));
    }
});

on_both_engines!(contact_invites_count_for_a_quota_of_their_own, |s| {
    let contact = own("juliet", contact("juliet"));
    allow(s, accounts(Some(1), Some(1)));
    assert!((0..2).all(|_| s.make(&contact).is_ok()) && one(s).is_ok() && s.make(&contact).is_ok());
    for (allowance, refusal) in [(TWO_CONTACTS_PENDING, Refusal::QuotaPending), (TWO_CONTACTS_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        assert!((0..2).all(|_| s.make(&contact).is_ok() && one(s).is_ok()));
        assert_eq!(s.make(&contact), Err(refusal.into()));
        assert!(one(s).is_ok());
        assert!(s.make(&own("nurse", Kind::Contact { inviter: user("nurse") })).is_ok());
        s.now = at(86400);
        assert!(s.make(&contact).is_ok());
    }
});

on_both_engines!(a_damaged_count_is_written_anew, |s| {
    allow(s, TWO_A_DAY);
    two(s);
    for change in ["day = -9000000000000000000", "day = 9000000000000000000", "made = 9223372036854775807, day = 0"] {
        s.place.sql(&format!("UPDATE invite_quotas SET {change}"));
        two(s);
        assert_eq!(one(s), Err(Refusal::QuotaDaily.into()), "{change}");
    }
});

on_both_engines!(users_and_hosts_are_counted_apart, |s| {
    for (allowance, refusal) in [(TWO_PENDING, Refusal::QuotaPending), (TWO_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        two(s);
        assert!(s.make(&own("nurse", free())).is_ok());
        let mut other = s.other(|settings| (settings.host, settings.allowance) = ("capulet.example".into(), allowance));
        swap(&mut s.ledger, &mut other);
        two(s);
        assert_eq!(one(s), Err(refusal.clone().into()));
        swap(&mut s.ledger, &mut other);
        assert_eq!(one(s), Err(refusal.into()));
    }
});

/// Twenty threads each create an invite that was drafted while there was room. Returns how many are refused, each for this reason.
fn refused_of_twenty(s: &mut Fixture, kind: &Kind, allowance: Allowance, refusal: &Refusal) -> usize {
    allow(s, allowance);
    let drafts: Vec<_> = (0..20).map(|_| s.draft_of(&own("juliet", kind.clone())).unwrap()).collect();
    let (now, settings) = (s.now, Settings { allowance, ..settings() });
    let results = at_once_under(&settings, &s.place.location, 20, |number, ledger| patiently(|| ledger.create(&drafts[number], now)).err());
    let refusals: Vec<_> = results.into_iter().flatten().collect();
    assert!(refusals.iter().all(|found| *found == Error::from(refusal.clone())), "{refusals:?}");
    refusals.len()
}

on_both_engines!(of_twenty_created_at_once_five_are_within_the_quota, |s| {
    for (kind, five, refusal, counter) in [
        (free(), accounts(Some(5), None), Refusal::QuotaPending, "made"),
        (free(), accounts(None, Some(5)), Refusal::QuotaDaily, "made"),
        (contact("juliet"), contacts(Some(5), None), Refusal::QuotaPending, "contacts"),
        (contact("juliet"), contacts(None, Some(5)), Refusal::QuotaDaily, "contacts"),
    ] {
        s.begin_anew();
        assert_eq!(refused_of_twenty(s, &kind, five, &refusal), 15);
        assert_eq!((s.count("invites"), s.place.number(&format!("SELECT {counter} FROM invite_quotas"))), (5, 5));
    }
});

on_both_engines!(many_invites_are_within_the_quota_or_none_is_made, |s| {
    fn drafts(s: &mut Fixture, count: u16) -> Result<Vec<Draft>, Error> {
        s.server.answering(|facts| s.ledger.drafts(own("juliet", free()), count, facts, s.now))
    }
    allow(s, accounts(Some(5), Some(7)));
    assert_eq!(s.ledger.room(&user("juliet"), s.now), Ok(Some(5)));
    let late = drafts(s, 4).unwrap();
    let first = drafts(s, 3).unwrap();
    s.ledger.create_all(&first, s.now).unwrap();
    assert_eq!(s.ledger.room(&user("juliet"), s.now), Ok(Some(2)));
    let before = s.place.contents();
    assert_eq!(drafts(s, 3).map(drop), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.ledger.create_all(&late, s.now).map(drop), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.place.contents(), before, "refused invites leave nothing behind");
    let last = drafts(s, 2).unwrap();
    s.ledger.create_all(&last, s.now).unwrap();
    allow(s, accounts(None, Some(7)));
    let late = drafts(s, 2).unwrap();
    assert_eq!(drafts(s, 3).map(drop), Err(Refusal::QuotaDaily.into()));
    one(s).unwrap();
    assert_eq!(s.ledger.create_all(&late, s.now).map(drop), Err(Refusal::QuotaDaily.into()));
    allow(s, Allowance::default());
    assert_eq!(s.ledger.room(&user("juliet"), s.now), Ok(None));
});
