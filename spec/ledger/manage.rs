//! Keeping the book: info, list, stats, extend, label, revoke, forget, sweep, backup, health.

use std::fs;
use std::num::NonZeroU32;
use std::os::unix::fs::PermissionsExt;

use invites_core::policy::{AccountStatus, Purpose};
use invites_core::store::PrivateFile;
use invites_core::{
    Allowance, Counted, Counts, CreateRequest, Cursor, Error, Filter, InviteId, Kind, KindName, Ledger, Limit, Query, Quota, Refusal, State, Token,
    UnixTime,
};
use serde_json::json;

use crate::common::{Database, Fixture, Place, Scratch, at, bound, contact, contact_account, free, on_both_engines, own, patiently, reset, user};

on_both_engines!(
    an_invite_is_found_by_its_token_and_by_its_short_id,
    a_short_id_that_fits_two_invites_names_neither,
    an_invite_is_shown_in_each_state,
    pending_lists_what_lets_somebody_register,
    a_list_shows_what_was_asked_for,
    a_list_shows_what_one_user_made,
    a_list_begins_with_the_newest_where_that_is_asked_for,
    a_list_goes_by_when_invites_were_made_and_comes_in_pages,
    a_page_costs_the_same_however_few_fit,
    a_page_ends_early_where_invites_carry_much_data,
    a_count_tells_kinds_and_states_apart,
    the_uses_of_an_invite_are_known_with_their_names,
    an_invite_is_extended_from_now,
    an_extended_invite_is_swept_later,
    a_dead_invite_is_not_extended,
    a_user_extends_no_further_than_users_may,
    a_reserved_name_lives_as_long_as_its_invite,
    a_label_is_a_note_beside_the_other_data,
    a_list_has_no_room_for_a_label,
    what_others_made_does_not_exist_for_a_user,
    an_invite_is_revoked_once,
    a_revoked_invite_frees_its_name,
    all_invites_of_a_user_are_revoked,
    hundreds_of_invites_are_revoked,
    an_account_that_is_deleted_takes_its_invites_along,
    what_a_deleted_account_made_is_not_its_namesakes,
    hundreds_of_invites_end_with_their_account,
    a_registration_that_is_rolled_back_releases_and_forgets_nothing,
    a_sweep_takes_what_is_dead_for_long_enough,
    a_sweep_takes_a_batch,
    a_sweep_keeps_what_somebody_registers_through,
    a_sweep_leaves_nothing_behind,
    history_keeps_the_dead_for_longer,
    a_backup_holds_the_same,
    a_backup_that_can_not_be_written_leaves_nothing,
    a_closed_ledger_opens_again,
);

fn made(s: &mut Fixture, kind: Kind, limit: Limit) -> Token {
    s.invite(kind, limit).unwrap().token.unwrap()
}

fn an_invite_is_found_by_its_token_and_by_its_short_id(s: &mut Fixture) {
    let made = s.invite(bound("romeo"), Limit::ONCE).unwrap();
    let token = made.token.clone().unwrap();
    for reference in [token.secret(), &made.id.short(), &made.id.short().to_uppercase()] {
        assert_eq!(s.ledger.info(reference, s.now), Ok((made.clone(), State::Pending)));
    }
    assert_eq!(s.ledger.info("0123456789ab", s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.ledger.info(&made.id.short()[..11], s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.ledger.info("", s.now), Err(Refusal::NoToken.into()));
    assert_eq!(s.present(&made.id.short(), &Purpose::Register), Err(Refusal::TokenInvalid.into()), "a short id is no token");
}

fn a_short_id_that_fits_two_invites_names_neither(s: &mut Fixture) {
    let made = s.invite(free(), Limit::ONCE).unwrap();
    let twin = format!("{}{}", made.id.short(), "00".repeat(10));
    let blob = if s.place.database == Database::Sqlite { format!("x'{twin}'") } else { format!("'\\x{twin}'::bytea") };
    s.place.sql(&format!(
        "INSERT INTO invites (id, host, kind, max_uses, created_at, expires_at, sweep_at) SELECT {blob}, host, kind, 1, created_at, expires_at, sweep_at
         FROM invites"
    ));
    assert_eq!(s.ledger.info(&made.id.short(), s.now), Err(Refusal::ReferenceAmbiguous.into()));
    assert_eq!(s.ledger.revoke(&made.id.short(), None, s.now).map(drop), Err(Refusal::ReferenceAmbiguous.into()));
    assert!(s.ledger.info(made.token.unwrap().secret(), s.now).is_ok());
}

fn an_invite_is_shown_in_each_state(s: &mut Fixture) {
    let [pending, claimed, redeemed, revoked, expired] = [0; 5].map(|_| s.free());
    let presentation = s.check(&claimed).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.register(&redeemed, "mercutio").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    for (token, state) in [(&pending, State::Pending), (&claimed, State::Claimed), (&redeemed, State::Redeemed), (&revoked, State::Revoked)] {
        assert_eq!(s.state(token), state);
    }
    s.now = at(1000);
    for (token, state) in [(&expired, State::Expired), (&claimed, State::Claimed), (&redeemed, State::Redeemed), (&revoked, State::Revoked)] {
        assert_eq!(s.state(token), state);
    }
}

fn page(s: &mut Fixture, after: Option<&Cursor>, look: u16) -> (Vec<InviteId>, Option<Cursor>) {
    let page = s.ledger.list(Query::of(Filter::Pending), after, look, s.now).unwrap();
    (page.invites.iter().map(|(invite, _)| invite.id).collect(), page.next)
}

fn pending_lists_what_lets_somebody_register(s: &mut Fixture) {
    let three = Limit::times(NonZeroU32::new(3).unwrap());
    let live = [(free(), Limit::ONCE), (bound("romeo"), three), (contact_account("juliet"), Limit::UNTIL_EXPIRY), (reset("juliet"), Limit::ONCE)];
    let mut live = live.map(|(kind, limit)| made(s, kind, limit).id()).to_vec();
    made(s, contact("juliet"), Limit::ONCE);
    let (used, revoked) = (s.free(), s.free());
    s.register(&used, "mercutio").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    live.sort();
    assert_eq!(page(s, None, 100).0, live);
    s.now = at(100);
    assert_eq!(page(s, None, 100).0.len(), 3, "the reset has expired");
    s.now = at(1000);
    assert_eq!(page(s, None, 100).0, []);
}

/// The ids of what a list shows, sorted.
fn listed(s: &mut Fixture, which: Filter, creator: Option<&str>) -> Vec<InviteId> {
    let creator = creator.map(user);
    let page = s.ledger.list(Query { creator: creator.as_ref(), ..Query::of(which) }, None, 100, s.now).unwrap();
    let mut ids: Vec<_> = page.invites.iter().map(|(invite, _)| invite.id).collect();
    ids.sort();
    ids
}

fn a_list_shows_what_was_asked_for(s: &mut Fixture) {
    let twice = Limit::times(NonZeroU32::new(2).unwrap());
    let [pending, half, claimed, used, revoked] = [Limit::ONCE, twice, Limit::ONCE, Limit::ONCE, Limit::ONCE].map(|limit| made(s, free(), limit));
    let (contact, expired) = (made(s, contact("juliet"), Limit::ONCE), made(s, reset("juliet"), Limit::ONCE));
    s.register(&half, "romeo").unwrap();
    s.register(&used, "mercutio").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    s.now = at(100);
    let presentation = s.check(&claimed).unwrap();
    s.claim(&presentation, "benvolio").unwrap();
    for (which, expected) in [
        (Filter::Pending, vec![&pending, &half, &claimed]),
        (Filter::Usable, vec![&pending, &half, &claimed, &contact]),
        (Filter::Used, vec![&half, &used]),
        (Filter::All, vec![&pending, &half, &claimed, &used, &revoked, &contact, &expired]),
    ] {
        let mut expected: Vec<_> = expected.into_iter().map(Token::id).collect();
        expected.sort();
        assert_eq!(listed(s, which, None), expected, "{which:?}");
    }
    s.now = at(1000);
    assert_eq!(listed(s, Filter::Usable, None), [claimed.id()], "somebody registers through it still");
}

fn a_list_shows_what_one_user_made(s: &mut Fixture) {
    let requests =
        [own("juliet", free()), CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) }, CreateRequest::of(contact("juliet"))];
    let mut of_juliet = requests.map(|request| s.make(&request).unwrap().id);
    of_juliet.sort();
    s.free();
    let of_nurse = s.make(&own("nurse", free())).unwrap().id;
    assert_eq!(listed(s, Filter::All, Some("juliet")), of_juliet, "on their right or in their name");
    assert_eq!(listed(s, Filter::Pending, Some("juliet")).len(), 2);
    assert_eq!(listed(s, Filter::All, Some("nurse")), [of_nurse]);
    assert_eq!(listed(s, Filter::All, Some("romeo")), []);
    assert_eq!(listed(s, Filter::All, None).len(), 5);
    let juliet = user("juliet");
    let list = Query { creator: Some(&juliet), ..Query::of(Filter::All) };
    let first = s.ledger.list(list, None, 2, s.now).unwrap();
    let rest = s.ledger.list(list, first.next.as_ref(), 2, s.now).unwrap();
    assert_eq!((first.invites.len(), rest.invites.len(), rest.next), (2, 1, None));
}

fn a_list_begins_with_the_newest_where_that_is_asked_for(s: &mut Fixture) {
    let mut all = Vec::new();
    for second in [0, 1, 5] {
        s.now = at(second);
        let mut made: Vec<_> = (0..3).map(|_| s.make(&own("juliet", free())).unwrap().id).collect();
        made.sort();
        all.extend(made);
    }
    all.reverse();
    let juliet = user("juliet");
    for creator in [None, Some(&juliet)] {
        let list = Query { creator, newest_first: true, ..Query::of(Filter::All) };
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = s.ledger.list(list, after.as_ref(), 4, s.now).unwrap();
            found.extend(page.invites.iter().map(|(invite, _)| invite.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(found, all);
    }
}

fn a_list_goes_by_when_invites_were_made_and_comes_in_pages(s: &mut Fixture) {
    let mut all = Vec::new();
    for second in [0, 1, 5] {
        s.now = at(second);
        let mut made: Vec<_> = (0..9).map(|_| s.free()).collect();
        made.sort_by_key(Token::id);
        all.extend(made);
    }
    let (first, mut after) = page(s, None, 10);
    let mut pages = vec![first];
    // An invite that goes away between two pages takes nobody else off the list.
    s.ledger.revoke(all[9].secret(), None, s.now).unwrap();
    s.now = at(10 + Ledger::GRACE);
    s.sweep(s.now).unwrap();
    s.now = at(10);
    while let Some(cursor) = after {
        let (ids, next) = page(s, Some(&cursor), 10);
        pages.push(ids);
        after = next;
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 7]);
    assert_eq!(pages.concat(), all.iter().map(Token::id).collect::<Vec<_>>());
}

fn a_page_costs_the_same_however_few_fit(s: &mut Fixture) {
    for second in 0..4 {
        s.now = at(second);
        let token = s.free();
        if second < 3 {
            s.ledger.revoke(token.secret(), None, s.now).unwrap();
        }
    }
    let (first, next) = page(s, None, 2);
    assert_eq!(first, [], "two were looked at");
    let (second, next) = page(s, next.as_ref(), 2);
    assert_eq!(second.len(), 1);
    assert_eq!(page(s, next.as_ref(), 2), (Vec::new(), None));
}

fn a_page_ends_early_where_invites_carry_much_data(s: &mut Fixture) {
    let juliet = user("juliet");
    let sizes = [0, 60_000, 500, 2000, 60_000, 100_000, 120_000, 1, 5000, 1024, 1010, 60_000];
    let mut made = Vec::new();
    for (second, size) in (0..).zip(sizes) {
        s.now = at(second);
        let data = json!({ "x": "x".repeat(size) });
        made.push((
            s.make(&CreateRequest { creator: Some(juliet.clone()), data: Some(data.clone()), ..CreateRequest::of(free()) }).unwrap().id,
            Some(data),
        ));
    }
    for creator in [None, Some(&juliet)] {
        for newest_first in [false, true] {
            for look in [1, 5, 100] {
                let (mut found, mut after) = (Vec::new(), None);
                loop {
                    let page = s.ledger.list(Query { which: Filter::All, creator, newest_first }, after.as_ref(), look, s.now).unwrap();
                    assert_eq!(page.damaged, []);
                    let bytes: usize = page.invites.iter().map(|(invite, _)| invite.data.as_ref().unwrap().to_string().len()).sum();
                    assert!(page.invites.len() == 1 || bytes <= 32 * 1024, "{} invites with {bytes} bytes", page.invites.len());
                    found.extend(page.invites.into_iter().map(|(invite, _)| (invite.id, invite.data)));
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                if newest_first {
                    found.reverse();
                }
                assert_eq!(found, made);
            }
        }
    }
    assert_eq!(s.revoke_all("juliet"), Ok(sizes.len()));
}

fn a_count_tells_kinds_and_states_apart(s: &mut Fixture) {
    assert!(s.ledger.count(None, 10, s.now).unwrap().counts.is_empty());
    let [used, revoked, _, claimed] = [0; 4].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    let presentation = s.check(&claimed).unwrap();
    s.claim(&presentation, "mercutio").unwrap();
    made(s, contact("juliet"), Limit::UNTIL_EXPIRY);
    made(s, contact_account("juliet"), Limit::ONCE);
    made(s, reset("juliet"), Limit::ONCE);
    let mut other = s.other(|settings| settings.host = "capulet.example".into());
    std::mem::swap(&mut s.ledger, &mut other);
    s.free();
    std::mem::swap(&mut s.ledger, &mut other);
    s.now = at(100);
    let (mut total, mut after) = (Counts::new(), None);
    loop {
        let Counted { counts, next, .. } = s.ledger.count(after.as_ref(), 3, s.now).unwrap();
        for (what, count) in counts {
            *total.entry(what).or_default() += count;
        }
        after = next;
        if after.is_none() {
            break;
        }
    }
    let mut lines: Vec<_> = total.iter().map(|((kind, state), count)| format!("{kind} {state} {count}")).collect();
    lines.sort();
    assert_eq!(
        lines,
        [
            "account claimed 1",
            "account pending 1",
            "account redeemed 1",
            "account revoked 1",
            "contact pending 1",
            "contact-account pending 1",
            "reset expired 1"
        ]
    );
    assert_eq!(other.count(None, 10, s.now).unwrap().counts, Counts::from([((KindName::Account, State::Pending), 1)]));
}

fn the_uses_of_an_invite_are_known_with_their_names(s: &mut Fixture) {
    let invite = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap();
    let token = invite.token.unwrap();
    assert_eq!(s.ledger.uses(invite.id), Ok(Vec::new()));
    s.register(&token, "romeo").unwrap();
    s.now = at(5);
    let presentation = s.check(&token).unwrap();
    s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).unwrap();
    assert_eq!(s.ledger.uses(invite.id), Ok(vec![(Some("romeo".into()), at(0)), (None, at(5))]));
}

fn an_invite_is_extended_from_now(s: &mut Fixture) {
    let token = s.free();
    s.now = at(999);
    assert_eq!(s.ledger.extend(token.secret(), None, 1000, s.now).map(|(expires, _)| expires), Ok(at(1999)));
    s.now = at(1998);
    assert!(s.check(&token).is_ok());
    assert_eq!(s.ledger.extend(&token.id().short(), None, 1, s.now).map(|(expires, _)| expires), Ok(at(1999)), "by its short id, too");
    for ttl in [0, -1, i64::MIN] {
        assert_eq!(s.ledger.extend(token.secret(), None, ttl, s.now).map(|(expires, _)| expires), Err(Refusal::TtlInvalid.into()));
    }
    assert_eq!(s.ledger.extend(token.secret(), None, i64::MAX, s.now).map(|(expires, _)| expires), Ok(UnixTime::NEVER));
    assert_eq!(s.ledger.extend(token.secret(), None, 5, s.now).map(|(expires, _)| expires), Ok(at(2003)), "or it lives less long");
    s.now = at(2003);
    assert_eq!(s.check(&token), Err(Refusal::TokenExpired.into()));
    assert_eq!(s.ledger.extend("unknown", None, 5, s.now).map(|(expires, _)| expires), Err(Refusal::TokenInvalid.into()));
}

fn an_extended_invite_is_swept_later(s: &mut Fixture) {
    let token = s.free();
    s.ledger.extend(token.secret(), None, 5000, s.now).unwrap();
    assert_eq!(s.sweep(at(5000 + Ledger::GRACE - 1)), Ok(0));
    assert_eq!(s.sweep(at(5000 + Ledger::GRACE)), Ok(1));
}

fn a_dead_invite_is_not_extended(s: &mut Fixture) {
    let [used, revoked, expired, claimed] = [0; 4].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    let presentation = s.check(&claimed).unwrap();
    s.claim(&presentation, "mercutio").unwrap();
    assert!(s.ledger.extend(claimed.secret(), None, 1000, s.now).is_ok());
    s.now = at(1000);
    let before = s.place.contents();
    for (token, refusal) in
        [(&used, Refusal::TokenUsed), (&revoked, Refusal::TokenRevoked), (&expired, Refusal::TokenExpired), (&claimed, Refusal::TokenExpired)]
    {
        assert_eq!(s.ledger.extend(token.secret(), None, 1000, s.now).map(|(expires, _)| expires), Err(refusal.into()));
    }
    assert_eq!(s.place.contents(), before);
}

fn a_user_extends_no_further_than_users_may(s: &mut Fixture) {
    s.ledger = s.other(|settings| {
        settings.allowance = Allowance { ttl: Some(2000), uses: Some(1), accounts: Quota { pending: Some(1), per_day: None }, ..Allowance::default() }
    });
    let (token, juliet) = (s.make(&own("juliet", free())).unwrap().token.unwrap(), user("juliet"));
    assert_eq!(s.ledger.extend(token.secret(), Some(&juliet), 2001, s.now).map(|(expires, _)| expires), Err(Refusal::TtlTooLong.into()));
    assert_eq!(s.ledger.extend(token.secret(), Some(&juliet), 2000, s.now).map(|(expires, _)| expires), Ok(at(2000)));
    assert_eq!(s.ledger.extend(token.secret(), None, 2001, s.now).map(|(expires, _)| expires), Ok(at(2001)), "the server may");
    let token = s.make(&CreateRequest { creator: Some(juliet.clone()), ..CreateRequest::of(free()) }).unwrap().token.unwrap();
    assert_eq!(
        s.ledger.extend(token.secret(), Some(&juliet), 5, s.now),
        Err(Refusal::NotAllowed.into()),
        "what the server made in somebody's name is its own"
    );
    assert_eq!(s.ledger.label(token.secret(), Some(&juliet), Some("x"), s.now).map(drop), Ok(()));
}

fn a_reserved_name_lives_as_long_as_its_invite(s: &mut Fixture) {
    let token = s.bound("romeo");
    s.ledger.extend(token.secret(), None, 3000, s.now).unwrap();
    s.now = at(2999);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.invite(bound("romeo"), Limit::ONCE), Err(Refusal::UsernameReserved.into()));
    s.ledger.extend(token.secret(), None, 1, s.now).unwrap();
    s.now = at(3000);
    assert_eq!(s.open_name("romeo"), Ok(()));
    s.bound("romeo");
}

fn data(s: &mut Fixture, token: &Token) -> Option<serde_json::Value> {
    s.ledger.info(token.secret(), s.now).unwrap().0.data
}

fn a_label_is_a_note_beside_the_other_data(s: &mut Fixture) {
    let (bare, full) =
        (s.free(), s.make(&CreateRequest { data: Some(json!({ "groups": ["x"] })), ..CreateRequest::of(free()) }).unwrap().token.unwrap());
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
    let reset = made(s, reset("juliet"), Limit::ONCE);
    s.ledger.label(reset.secret(), None, Some("x"), s.now).unwrap();
    assert_eq!(data(s, &reset), Some(json!({ "allow_reset": "juliet", "note": "x" })));
    s.register(&bare, "romeo").unwrap();
    assert_eq!(s.ledger.label(bare.secret(), None, Some("it was Romeo"), s.now).map(drop), Ok(()), "the dead have labels, too");
    assert_eq!(s.ledger.label("unknown", None, Some("x"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
}

fn a_list_has_no_room_for_a_label(s: &mut Fixture) {
    for odd in [json!([1, 2]), json!([])] {
        let token = s.make(&CreateRequest { data: Some(odd.clone()), ..CreateRequest::of(free()) }).unwrap().token.unwrap();
        for note in [Some("x"), None] {
            assert!(matches!(s.ledger.label(token.secret(), None, note, s.now), Err(Error::Refused(Refusal::DataInvalid(_)))));
        }
        assert_eq!(data(s, &token), Some(odd));
    }
}

fn what_others_made_does_not_exist_for_a_user(s: &mut Fixture) {
    let (juliet, nurse) = (user("juliet"), user("nurse"));
    let foreign = [s.free(), s.make(&own("nurse", free())).unwrap().token.unwrap(), made(s, reset("juliet"), Limit::ONCE)];
    let before = s.place.contents();
    for token in &foreign {
        for reference in [token.secret(), &token.id().short()] {
            assert_eq!(s.ledger.revoke(reference, Some(&juliet), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
            assert_eq!(s.ledger.extend(reference, Some(&juliet), 5, s.now).map(|(expires, _)| expires), Err(Refusal::TokenInvalid.into()));
            assert_eq!(s.ledger.label(reference, Some(&juliet), Some("mine"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
        }
    }
    assert_eq!(s.place.contents(), before);
    let reference = foreign[1].id().short();
    assert_eq!(s.ledger.extend(&reference, Some(&nurse), 5, s.now).map(|(expires, _)| expires), Ok(at(5)));
    assert_eq!(s.ledger.label(&reference, Some(&nurse), Some("mine"), s.now).map(drop), Ok(()));
    assert_eq!(s.ledger.revoke(&reference, Some(&nurse), s.now).map(drop), Ok(()));
    assert_eq!(s.ledger.revoke(&reference, Some(&nurse), s.now).map(drop), Err(Refusal::TokenRevoked.into()));
}

fn all_invites_of_a_user_are_revoked(s: &mut Fixture) {
    let requests = [
        own("juliet", bound("romeo")),
        CreateRequest::of(contact("juliet")),
        CreateRequest { limit: Limit::UNTIL_EXPIRY, ..CreateRequest::of(contact_account("juliet")) },
    ];
    let [bound, contact, reusable] = requests.map(|request| s.make(&request).unwrap().token.unwrap());
    let [of_nurse, used, spared] =
        [own("nurse", free()), own("nurse", free()), own("juliet", free())].map(|request| s.make(&request).unwrap().token.unwrap());
    s.ledger.revoke(spared.secret(), None, s.now).unwrap();
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
}

fn hundreds_of_invites_are_revoked(s: &mut Fixture) {
    for _ in 0..3 {
        let drafts: Vec<_> =
            (0..100).map(|_| s.draft_of(&CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) }).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
    assert_eq!(s.revoke_all("juliet"), Ok(300));
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL"), 0);
}

fn an_invite_is_revoked_once(s: &mut Fixture) {
    let made = s.invite(free(), Limit::ONCE).unwrap();
    assert_eq!(s.ledger.revoke(&made.id.short(), None, s.now).map(drop), Ok(()));
    let before = s.place.contents();
    s.now = at(5);
    assert_eq!(s.ledger.revoke(made.token.unwrap().secret(), None, s.now).map(drop), Err(Refusal::TokenRevoked.into()));
    assert_eq!(s.place.contents(), before);
    assert_eq!(s.ledger.revoke("unknown", None, s.now).map(drop), Err(Refusal::TokenInvalid.into()));
}

fn a_revoked_invite_frees_its_name(s: &mut Fixture) {
    let token = s.bound("romeo");
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()));
    assert!(s.invite(bound("romeo"), Limit::ONCE).is_ok());
}

fn an_account_that_is_deleted_takes_its_invites_along(s: &mut Fixture) {
    let doomed = [contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| made(s, kind, Limit::ONCE));
    let spared = [free(), bound("romeo"), contact("nurse"), reset("nurse")].map(|kind| made(s, kind, Limit::ONCE));
    let resetting = s.check(&doomed[2]).unwrap();
    s.claim(&resetting, "juliet").unwrap();
    s.end("juliet"); // an account whose password is being reset is an account
    for round in ["at once", "tidied up"] {
        for token in &doomed {
            assert_eq!(s.state(token), State::Revoked, "{round}");
        }
        assert_eq!(s.tidy(), if round == "at once" { 3 } else { 0 });
    }
    for token in &spared {
        assert_eq!(s.state(token), State::Pending);
    }
    assert_eq!(s.forget("juliet"), 0);
    assert_eq!(s.forget("romeo"), 0, "an invite for a name is not the account's");
    assert_eq!(s.state(&spared[1]), State::Pending);
}

fn what_a_deleted_account_made_is_not_its_namesakes(s: &mut Fixture) {
    let requests = [own("juliet", bound("romeo")), CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) }];
    let [pending, of_the_server] = requests.map(|request| s.make(&request).unwrap().token.unwrap());
    assert_eq!(s.forget("juliet"), 1);
    assert_eq!((s.state(&pending), s.open_name("romeo")), (State::Revoked, Ok(())));
    assert_eq!(s.state(&of_the_server), State::Pending, "that one is the server's");
    s.server.set("juliet", AccountStatus::Active);
    assert_eq!(listed(s, Filter::All, Some("juliet")), []);
    assert_eq!(s.ledger.label(of_the_server.secret(), Some(&user("juliet")), Some("x"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
}

fn hundreds_of_invites_end_with_their_account(s: &mut Fixture) {
    for _ in 0..3 {
        let drafts: Vec<_> = (0..90).map(|_| s.draft_of(&own("juliet", free())).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
    for _ in 0..120 {
        s.invite(reset("juliet"), Limit::ONCE).unwrap();
    }
    assert_eq!(s.forget("juliet"), 390);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL"), 0);
}

fn a_registration_that_is_rolled_back_releases_and_forgets_nothing(s: &mut Fixture) {
    let contacts = made(s, contact("juliet"), Limit::ONCE);
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.forget("romeo"), 0);
    assert_eq!((s.state(&token), s.open_name("romeo")), (State::Pending, Ok(())));
    let bound = s.bound("romeo");
    let presentation = s.check(&bound).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.forget("romeo"), 0);
    assert_eq!((s.state(&bound), s.open_name("romeo")), (State::Pending, Err(Refusal::UsernameReserved.into())));
    assert_eq!(s.state(&contacts), State::Pending);
}

fn a_sweep_takes_what_is_dead_for_long_enough(s: &mut Fixture) {
    let [expired, used, revoked] = [0; 3].map(|_| s.free());
    s.now = at(500);
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    s.now = at(500 + Ledger::GRACE - 1);
    assert_eq!(s.sweep(s.now), Ok(0));
    s.now = at(500 + Ledger::GRACE);
    assert_eq!(s.sweep(s.now), Ok(2));
    assert_eq!(s.state(&expired), State::Expired, "streams that presented it in time may still be there");
    s.now = at(1000 + Ledger::GRACE);
    assert_eq!((s.sweep(s.now), s.sweep(s.now)), (Ok(1), Ok(0)));
    assert_eq!(s.check(&expired), Err(Refusal::TokenInvalid.into()));
}

fn a_sweep_takes_a_batch(s: &mut Fixture) {
    for number in 0..Ledger::BATCH + 50 {
        let draft = s.draft(bound(&format!("user{number}")), Limit::ONCE).unwrap();
        s.ledger.create(&draft, s.now).unwrap();
    }
    s.now = at(1_000_000);
    let live = s.free();
    assert_eq!([s.sweep(s.now), s.sweep(s.now), s.sweep(s.now)], [Ok(100), Ok(50), Ok(0)]);
    assert_eq!(s.state(&live), State::Pending);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names"), 0);
}

fn a_sweep_keeps_what_somebody_registers_through(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.now = at(1_000_000);
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.sweep(s.now), Ok(0));
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    s.redeem(&presentation, "romeo");
    assert_eq!(s.sweep(s.now), Ok(0), "used up now, it is kept from now on");
    assert_eq!(s.sweep(s.now.plus(Ledger::GRACE)), Ok(1));
}

fn a_sweep_leaves_nothing_behind(s: &mut Fixture) {
    let three = Limit::times(NonZeroU32::new(3).unwrap());
    let token = made(s, free(), three);
    s.register(&token, "romeo").unwrap();
    s.register(&token, "mercutio").unwrap();
    s.bound("benvolio");
    let other = s.free();
    s.register(&other, "rosaline").unwrap();
    assert_eq!(s.sweep(at(1_000_000)), Ok(3));
    s.place.assert_no_invites();
}

fn history_keeps_the_dead_for_longer(s: &mut Fixture) {
    s.ledger = s.other(|settings| settings.history = 86_400);
    let (used, expired) = (s.free(), s.free());
    s.register(&used, "romeo").unwrap();
    s.now = at(86_399);
    assert_eq!(s.sweep(s.now), Ok(0));
    assert_eq!(s.check(&used), Err(Refusal::TokenUsed.into()));
    s.now = at(86_400);
    assert_eq!(s.sweep(s.now), Ok(1));
    s.now = at(87_400);
    assert_eq!(s.state(&expired), State::Expired);
    assert_eq!(s.sweep(s.now), Ok(1));
}

fn a_backup_holds_the_same(s: &mut Fixture) {
    let scratch = Scratch::new();
    let path = scratch.path().join("copy.sqlite");
    let (token, claimed) = (s.bound("romeo"), s.make(&own("juliet", free())).unwrap().token.unwrap());
    s.register(&claimed, "mercutio").unwrap();
    let mut file = PrivateFile::create(&path).unwrap();
    if s.place.database == Database::Postgres {
        assert!(matches!(s.ledger.backup(&mut file), Err(Error::Failed(reason)) if reason.contains("postgresql")));
        file.discard();
        assert!(!path.exists());
        return;
    }
    s.ledger.backup(&mut file).unwrap();
    file.close().unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let contents = s.place.contents();
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    let mut copy = Fixture::at(Place::existing(path.to_str().unwrap()));
    assert_eq!(copy.place.contents(), contents);
    assert_eq!(copy.ledger.members(&user("mercutio")).unwrap().len(), 1);
    assert!(copy.register(&token, "romeo").is_ok());
    assert_eq!(s.state(&token), State::Revoked);
}

fn a_backup_that_can_not_be_written_leaves_nothing(s: &mut Fixture) {
    if s.place.database == Database::Postgres {
        return;
    }
    s.free();
    let files =
        || fs::read_dir(s.place.file().parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect::<std::collections::BTreeSet<_>>();
    let before = files();
    let mut full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert!(matches!(s.ledger.backup(&mut full), Err(Error::Failed(reason)) if reason.contains("No space left")));
    assert_eq!(files(), before);
    s.place.assert_sound();
}

fn a_closed_ledger_opens_again(s: &mut Fixture) {
    let name = match s.place.database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgresql",
    };
    assert_eq!(s.ledger.health(), Ok((name, invites_core::store::VERSION)));
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.ledger.close();
    s.ledger.close();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    s.ledger.close();
    assert_eq!(s.settle(&presentation), Ok((0, 1, 0)));
}
