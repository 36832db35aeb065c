//! What users may do on their own right: so many invites pending, so many in a day, so often used, for so long; and only while they have the right.

use std::num::NonZeroU32;

use invites_core::policy::{AccountStatus, Accounts, Purpose, Question, Subject};
use invites_core::{Allowance, Authority, CreateRequest, Error, Kind, Ledger, Limit, Quota, Refusal, State, Token};

use crate::common::{Fixture, at, bound, contact, contact_account, free, on_both_engines, own, patiently, reset, settings, user};
use crate::races::at_once_under;

on_both_engines!(
    a_user_has_so_many_invites_pending,
    what_is_used_revoked_or_expired_makes_room,
    an_invite_with_a_use_left_is_pending,
    a_user_makes_so_many_invites_in_a_day,
    a_day_ends_at_midnight_utc,
    drafts_are_counted_when_they_are_written_down,
    a_refused_invite_leaves_nothing_behind,
    over_the_quota_an_invite_with_registration_becomes_one_without,
    contact_invites_count_for_a_quota_of_their_own,
    what_becomes_a_contact_invite_counts_as_one,
    a_clock_that_goes_back_gives_no_second_day,
    a_damaged_count_is_written_anew,
    of_twenty_contact_invites_made_at_once_five_are_there,
    the_server_is_never_limited,
    users_and_hosts_are_counted_apart,
    a_user_chooses_uses_and_lifetime_within_limits,
    an_invite_lives_no_longer_than_a_user_may_choose,
    many_are_made_within_the_quota_or_none,
    of_twenty_made_at_once_five_are_pending,
    of_twenty_made_at_once_five_are_made_in_a_day,
    of_twenty_with_registration_five_keep_it,
    a_draft_asks_for_the_right,
    an_invite_works_while_its_creator_may_invite,
    an_invite_of_the_server_works_without_its_creators_right,
);

fn allow(s: &mut Fixture, allowance: Allowance) {
    s.ledger = s.other(|settings| settings.allowance = allowance);
}

const NO_QUOTA: Quota = Quota { pending: None, per_day: None };
const TWO_PENDING: Allowance = accounts(Some(2), None);
const TWO_A_DAY: Allowance = accounts(None, Some(2));
const TWO_CONTACTS_PENDING: Allowance = contacts(Some(2), None);
const TWO_CONTACTS_A_DAY: Allowance = contacts(None, Some(2));

const fn accounts(pending: Option<i64>, per_day: Option<i64>) -> Allowance {
    Allowance { accounts: Quota { pending, per_day }, contacts: NO_QUOTA, uses: None, ttl: None }
}

const fn contacts(pending: Option<i64>, per_day: Option<i64>) -> Allowance {
    Allowance { accounts: NO_QUOTA, contacts: Quota { pending, per_day }, uses: None, ttl: None }
}

/// An account invite of Juliet's.
fn one(s: &mut Fixture) -> Result<Token, Error> {
    s.make(&own("juliet", free())).map(|invite| invite.token.unwrap())
}

fn two(s: &mut Fixture) -> [Token; 2] {
    [0; 2].map(|_| one(s).unwrap())
}

fn a_user_has_so_many_invites_pending(s: &mut Fixture) {
    allow(s, TWO_PENDING);
    s.make(&own("juliet", bound("romeo"))).unwrap();
    s.make(&own("juliet", contact_account("juliet"))).unwrap();
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.make(&own("juliet", bound("mercutio"))), Err(Refusal::QuotaPending.into()));
    assert_eq!(s.open_name("mercutio"), Ok(()));
}

fn what_is_used_revoked_or_expired_makes_room(s: &mut Fixture) {
    allow(s, TWO_PENDING);
    let [used, revoked] = two(s);
    s.register(&used, "romeo").unwrap();
    assert!(one(s).is_ok());
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    s.ledger.revoke(revoked.secret(), Some(&user("juliet")), s.now).unwrap();
    assert!(one(s).is_ok());
    s.now = at(999);
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    s.now = at(1000);
    two(s);
}

fn an_invite_with_a_use_left_is_pending(s: &mut Fixture) {
    allow(s, accounts(Some(1), None));
    let twice = CreateRequest { limit: Limit::times(NonZeroU32::new(2).unwrap()), ..own("juliet", free()) };
    let token = s.make(&twice).unwrap().token.unwrap();
    s.register(&token, "romeo").unwrap();
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "mercutio").unwrap();
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()), "a claim may be released");
    s.redeem(&presentation, "mercutio");
    assert!(one(s).is_ok());
}

fn a_user_makes_so_many_invites_in_a_day(s: &mut Fixture) {
    allow(s, TWO_A_DAY);
    let [used, revoked] = two(s);
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    s.now = at(Ledger::GRACE + 1000);
    while s.sweep(s.now).unwrap() > 0 {}
    s.place.assert_no_invites();
    assert_eq!(one(s), Err(Refusal::QuotaDaily.into()), "whatever became of them");
}

fn a_day_ends_at_midnight_utc(s: &mut Fixture) {
    const MIDNIGHT: i64 = 6400;
    assert_eq!(at(MIDNIGHT).seconds() % 86400, 0);
    allow(s, TWO_A_DAY);
    for day in 0..3 {
        two(s);
        s.now = at(MIDNIGHT + day * 86400 - 1);
        assert_eq!(one(s), Err(Refusal::QuotaDaily.into()));
        s.now = at(MIDNIGHT + day * 86400);
    }
}

fn drafts_are_counted_when_they_are_written_down(s: &mut Fixture) {
    for (allowance, refusal) in [(TWO_PENDING, Refusal::QuotaPending), (TWO_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        let drafts: Vec<_> = (0..4).map(|_| s.draft_of(&own("juliet", free())).unwrap()).collect();
        let made: Vec<_> = drafts.iter().map(|draft| s.ledger.create(draft, s.now).err()).collect();
        assert_eq!(made, [None, None, Some(refusal.clone().into()), Some(refusal.into())]);
        assert!(s.ledger.create(&drafts[0], s.now).is_ok(), "this one is written down already");
        assert_eq!(s.place.number("SELECT made FROM invite_quotas"), 2);
    }
}

fn a_refused_invite_leaves_nothing_behind(s: &mut Fixture) {
    allow(s, TWO_PENDING);
    let late = s.draft_of(&own("juliet", bound("romeo"))).unwrap();
    two(s);
    let before = s.place.contents();
    assert_eq!(s.ledger.create(&late, s.now), Err(Refusal::QuotaPending.into()));
    assert_eq!(one(s), Err(Refusal::QuotaPending.into()));
    assert_eq!((s.place.contents(), s.open_name("romeo")), (before, Ok(())));
}

fn over_the_quota_an_invite_with_registration_becomes_one_without(s: &mut Fixture) {
    for allowance in [TWO_PENDING, TWO_A_DAY] {
        s.begin_anew();
        allow(s, allowance);
        let kinds = [0; 4].map(|_| s.make(&own("juliet", contact_account("juliet"))).unwrap().kind);
        assert_eq!(kinds, [contact_account("juliet"), contact_account("juliet"), contact("juliet"), contact("juliet")]);
    }
}

fn contact_invites_count_for_a_quota_of_their_own(s: &mut Fixture) {
    allow(s, accounts(Some(1), Some(1)));
    let contact = own("juliet", contact("juliet"));
    for _ in 0..3 {
        s.make(&contact).unwrap();
    }
    assert!(one(s).is_ok());
    assert!(s.make(&contact).is_ok());
    for (allowance, refusal) in [(TWO_CONTACTS_PENDING, Refusal::QuotaPending), (TWO_CONTACTS_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        for _ in 0..2 {
            s.make(&contact).unwrap();
            one(s).unwrap();
        }
        assert_eq!(s.make(&contact), Err(refusal.clone().into()));
        assert!(one(s).is_ok());
        assert!(s.make(&own("juliet", contact_account("juliet"))).is_ok(), "it lets somebody register");
        assert!(s.make(&own("nurse", Kind::Contact { inviter: user("nurse") })).is_ok());
        s.now = at(86400);
        assert!(s.make(&contact).is_ok());
    }
}

fn what_becomes_a_contact_invite_counts_as_one(s: &mut Fixture) {
    for quota in [Quota { pending: Some(1), per_day: None }, Quota { pending: None, per_day: Some(1) }] {
        s.begin_anew();
        allow(s, Allowance { accounts: quota, contacts: quota, ..Allowance::default() });
        let request = own("juliet", contact_account("juliet"));
        let refusal = if quota.pending.is_some() { Refusal::QuotaPending } else { Refusal::QuotaDaily };
        assert_eq!([0; 2].map(|_| s.make(&request).unwrap().kind), [contact_account("juliet"), contact("juliet")]);
        assert_eq!(s.make(&request), Err(refusal.clone().into()));
        assert_eq!(s.make(&own("juliet", contact("juliet"))), Err(refusal.into()));
    }
}

fn a_clock_that_goes_back_gives_no_second_day(s: &mut Fixture) {
    for allowance in [TWO_A_DAY, TWO_CONTACTS_A_DAY] {
        s.begin_anew();
        allow(s, allowance);
        let kind = if allowance == TWO_A_DAY { free() } else { contact("juliet") };
        let request = own("juliet", kind);
        s.now = at(2 * 86400);
        assert!((0..2).all(|_| s.make(&request).is_ok()));
        for back in [86400, 0, -20 * 86400] {
            s.now = at(back);
            assert_eq!(s.make(&request), Err(Refusal::QuotaDaily.into()));
        }
        s.now = at(3 * 86400);
        assert!(s.make(&request).is_ok());
        s.now = at(400 * 86400);
        assert!((0..2).all(|_| s.make(&request).is_ok()));
        s.now = at(4 * 86400);
        assert!(s.make(&request).is_ok(), "nobody waits for a day that an absurd clock wrote");
    }
}

fn a_damaged_count_is_written_anew(s: &mut Fixture) {
    allow(s, TWO_A_DAY);
    two(s);
    for change in ["day = -9000000000000000000", "day = 9000000000000000000", "made = 9223372036854775807, day = 0"] {
        s.place.sql(&format!("UPDATE invite_quotas SET {change}"));
        two(s);
        assert_eq!(one(s), Err(Refusal::QuotaDaily.into()), "{change}");
    }
}

fn the_server_is_never_limited(s: &mut Fixture) {
    allow(s, Allowance { contacts: Quota { pending: Some(0), per_day: Some(0) }, uses: Some(1), ttl: Some(10), ..accounts(Some(1), Some(1)) });
    s.server.withdraw_right("nurse");
    for kind in [free(), contact_account("nurse"), contact("nurse"), reset("nurse")] {
        let request =
            CreateRequest { creator: Some(user("nurse")), limit: Limit::UNTIL_EXPIRY, ttl: Some(1_000_000), ..CreateRequest::of(kind.clone()) };
        assert_eq!(s.make(&request).map(|invite| (invite.kind, invite.expires)), Ok((kind, at(1_000_000))));
    }
    let of_juliet = CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) };
    assert_eq!([s.make(&of_juliet), s.make(&of_juliet)].map(|made| made.unwrap().expires), [at(1000); 2]);
    assert!(one(s).is_ok(), "nor does what it makes in somebody's name count for them");
}

fn users_and_hosts_are_counted_apart(s: &mut Fixture) {
    for (allowance, refusal) in [(TWO_PENDING, Refusal::QuotaPending), (TWO_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        two(s);
        assert!(s.make(&own("nurse", free())).is_ok());
        let mut other = s.other(|settings| (settings.host, settings.allowance) = ("capulet.example".into(), allowance));
        std::mem::swap(&mut s.ledger, &mut other);
        two(s);
        assert_eq!(one(s), Err(refusal.clone().into()));
        std::mem::swap(&mut s.ledger, &mut other);
        assert_eq!(one(s), Err(refusal.into()));
    }
}

fn a_user_chooses_uses_and_lifetime_within_limits(s: &mut Fixture) {
    allow(s, Allowance { uses: Some(3), ttl: Some(500), ..Allowance::default() });
    let times = |n| Limit::times(NonZeroU32::new(n).unwrap());
    let request = |limit, ttl| CreateRequest { limit, ttl, ..own("juliet", free()) };
    for (limit, ttl, refusal) in [
        (times(4), None, Refusal::UsesTooMany),
        (Limit::UNTIL_EXPIRY, None, Refusal::UsesTooMany),
        (Limit::ONCE, Some(501), Refusal::TtlTooLong),
        (Limit::ONCE, Some(i64::MAX), Refusal::TtlTooLong),
        (Limit::ONCE, Some(0), Refusal::TtlInvalid),
    ] {
        assert_eq!(s.make(&request(limit, ttl)), Err(refusal.into()));
    }
    let made = s.make(&request(times(3), Some(500))).unwrap();
    assert_eq!((made.limit, made.expires), (times(3), at(500)));
}

fn an_invite_lives_no_longer_than_a_user_may_choose(s: &mut Fixture) {
    for (longest, expires) in [(Some(300), at(300)), (Some(5000), at(1000)), (None, at(1000))] {
        allow(s, Allowance { ttl: longest, ..Allowance::default() });
        assert_eq!(s.make(&own("juliet", free())).unwrap().expires, expires);
    }
}

fn many_are_made_within_the_quota_or_none(s: &mut Fixture) {
    for (allowance, refusal) in [(TWO_PENDING, Refusal::QuotaPending), (TWO_A_DAY, Refusal::QuotaDaily)] {
        s.begin_anew();
        allow(s, allowance);
        let drafts: Vec<_> = (0..3).map(|_| s.draft_of(&own("juliet", free())).unwrap()).collect();
        let before = s.place.contents();
        assert_eq!(s.ledger.create_all(&drafts, s.now), Err(refusal.into()));
        assert_eq!(s.place.contents(), before);
        assert_eq!(s.ledger.create_all(&drafts[1..], s.now).unwrap().len(), 2);
    }
}

/// Twenty threads each make an invite that was drafted while there was room. How many are refused, each for this reason.
fn refused_of_twenty(s: &mut Fixture, kind: &Kind, allowance: Allowance, refusal: &Refusal) -> usize {
    allow(s, allowance);
    let drafts: Vec<_> = (0..20).map(|_| s.draft_of(&own("juliet", kind.clone())).unwrap()).collect();
    let (now, settings) = (s.now, invites_core::Settings { allowance, ..settings() });
    let results = at_once_under(&settings, &s.place.location, 20, |number, ledger| patiently(|| ledger.create(&drafts[number], now)).err());
    let refusals: Vec<_> = results.into_iter().flatten().collect();
    assert!(refusals.iter().all(|found| *found == Error::from(refusal.clone())), "{refusals:?}");
    refusals.len()
}

fn of_twenty_made_at_once_five_are_pending(s: &mut Fixture) {
    let five = accounts(Some(5), None);
    assert_eq!(refused_of_twenty(s, &free(), five, &Refusal::QuotaPending), 15);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites"), 5);
}

fn of_twenty_made_at_once_five_are_made_in_a_day(s: &mut Fixture) {
    let five = accounts(None, Some(5));
    assert_eq!(refused_of_twenty(s, &free(), five, &Refusal::QuotaDaily), 15);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites"), 5);
    assert_eq!(s.place.number("SELECT made FROM invite_quotas"), 5);
}

fn of_twenty_contact_invites_made_at_once_five_are_there(s: &mut Fixture) {
    for (five, refusal) in [(contacts(Some(5), None), Refusal::QuotaPending), (contacts(None, Some(5)), Refusal::QuotaDaily)] {
        s.begin_anew();
        assert_eq!(refused_of_twenty(s, &contact("juliet"), five, &refusal), 15);
        assert_eq!(s.place.number("SELECT COUNT(*) FROM invites"), 5);
        assert_eq!(s.place.number("SELECT contacts FROM invite_quotas"), 5);
    }
}

/// Drafted and written down in one go, as a server does, and drafted anew where somebody was faster.
fn of_twenty_with_registration_five_keep_it(s: &mut Fixture) {
    let settings = invites_core::Settings { allowance: accounts(Some(5), None), ..settings() };
    let mut known = Accounts::default();
    known.standing.insert(user("juliet"), AccountStatus::Active);
    known.permissions.insert(user("juliet"), true);
    let now = s.now;
    let kinds = at_once_under(&settings, &s.place.location, 20, |_, ledger| {
        loop {
            let draft = patiently(|| ledger.draft(own("juliet", contact_account("juliet")), &known, now)).unwrap();
            match patiently(|| ledger.create(&draft, now)) {
                Err(Error::Refused(Refusal::QuotaPending)) => {}
                made => return made.unwrap().kind,
            }
        }
    });
    let (with, without): (Vec<_>, Vec<_>) = kinds.into_iter().partition(|kind| *kind == contact_account("juliet"));
    assert_eq!((with.len(), without), (5, vec![contact("juliet"); 15]));
}

fn a_draft_asks_for_the_right(s: &mut Fixture) {
    for kind in [free(), contact_account("juliet")] {
        let asked = s.ledger.draft(own("juliet", kind), &Accounts::default(), s.now).unwrap_err();
        assert_eq!(asked, Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Permission }]));
    }
    s.server.withdraw_right("juliet");
    assert_eq!(one(s), Err(Refusal::NotAllowed.into()));
    assert_eq!(s.make(&own("juliet", contact_account("juliet"))).unwrap().kind, contact("juliet"));
    assert_eq!(s.make(&own("juliet", reset("juliet"))), Err(Refusal::NotAllowed.into()));
    assert_eq!(s.make(&own("juliet", contact("nurse"))), Err(Refusal::NotAllowed.into()));
    assert_eq!(s.make(&CreateRequest { creator: None, authority: Authority::User, ..CreateRequest::of(free()) }), Err(Refusal::NotAllowed.into()));
}

fn an_invite_works_while_its_creator_may_invite(s: &mut Fixture) {
    for kind in [free(), bound("romeo"), contact_account("juliet")] {
        s.begin_anew();
        let token = s.make(&own("juliet", kind.clone())).unwrap().token.unwrap();
        let presentation = s.check(&token).unwrap();
        s.server.withdraw_right("juliet");
        assert_eq!(s.check(&token), Err(Refusal::InviterGone.into()));
        assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::InviterGone.into()), "presented in time, and yet");
        if kind.is_contact_of(&user("juliet")) {
            assert!(s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).is_ok(), "it still is one to become a contact");
        }
        assert_eq!(s.state(&token), State::Pending);
    }
}

fn an_invite_of_the_server_works_without_its_creators_right(s: &mut Fixture) {
    let request = CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) };
    let token = s.make(&request).unwrap().token.unwrap();
    s.server.withdraw_right("juliet");
    s.server.set("juliet", AccountStatus::Absent);
    assert!(s.register(&token, "romeo").is_ok());
}
