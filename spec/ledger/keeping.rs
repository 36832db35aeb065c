//! Keeping the book: info, pending, revoke, forget, sweep, health.

use std::num::NonZeroU32;

use invites_core::policy::Purpose;
use invites_core::{Bookmark, InviteId, Kind, Ledger, Limit, Refusal, Settled, State, Token, Which};

use crate::common::{Database, Stage, at, bound, contact, contact_account, free, on_both_engines, reset, user};

on_both_engines!(
    an_invite_is_found_by_its_token_and_by_its_short_id,
    a_short_id_that_fits_two_invites_names_neither,
    an_invite_is_shown_in_each_state,
    pending_lists_what_lets_somebody_register,
    a_list_goes_by_when_invites_were_made_and_comes_in_pages,
    an_invite_is_revoked_once,
    a_revoked_invite_frees_its_name,
    an_account_that_is_deleted_takes_its_invites_along,
    a_registration_that_is_rolled_back_releases_and_forgets_nothing,
    a_sweep_takes_what_is_dead_for_long_enough,
    a_sweep_takes_a_batch,
    a_sweep_keeps_what_somebody_registers_through,
    a_sweep_leaves_nothing_behind,
    history_keeps_the_dead_for_longer,
    a_closed_ledger_opens_again,
);

fn made(s: &mut Stage, kind: Kind, limit: Limit) -> Token {
    s.invite(kind, limit).unwrap().token.unwrap()
}

fn an_invite_is_found_by_its_token_and_by_its_short_id(s: &mut Stage) {
    let made = s.invite(bound("romeo"), Limit::Once).unwrap();
    let token = made.token.clone().unwrap();
    for reference in [token.secret(), &made.id.short(), &made.id.short().to_uppercase()] {
        assert_eq!(s.ledger.info(reference, s.now), Ok((made.clone(), State::Pending)));
    }
    assert_eq!(s.ledger.info("0123456789ab", s.now), Err(Refusal::TokenInvalid));
    assert_eq!(s.ledger.info(&made.id.short()[..11], s.now), Err(Refusal::TokenInvalid));
    assert_eq!(s.ledger.info("", s.now), Err(Refusal::NoToken));
    assert_eq!(s.present(&made.id.short(), &Purpose::Register), Err(Refusal::TokenInvalid), "a short id is no token");
}

fn a_short_id_that_fits_two_invites_names_neither(s: &mut Stage) {
    let made = s.invite(free(), Limit::Once).unwrap();
    let twin = format!("{}{}", made.id.short(), "00".repeat(26));
    let blob = if s.place.database == Database::Sqlite { format!("x'{twin}'") } else { format!("'\\x{twin}'::bytea") };
    s.place.sql(&format!(
        "INSERT INTO invites (id, host, kind, max_uses, created_at, expires_at, sweep_at) SELECT {blob}, host, kind, 1, created_at, expires_at, sweep_at
         FROM invites"
    ));
    assert_eq!(s.ledger.info(&made.id.short(), s.now), Err(Refusal::ReferenceAmbiguous));
    assert_eq!(s.ledger.revoke(&made.id.short(), None, s.now), Err(Refusal::ReferenceAmbiguous));
    assert!(s.ledger.info(made.token.unwrap().secret(), s.now).is_ok());
}

fn an_invite_is_shown_in_each_state(s: &mut Stage) {
    let [pending, claimed, redeemed, revoked, expired] = [0; 5].map(|_| s.free());
    let permit = s.check(&claimed).unwrap();
    s.claim(&permit, "romeo").unwrap();
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

fn page(s: &mut Stage, after: Option<&Bookmark>, look: u16) -> (Vec<InviteId>, Option<Bookmark>) {
    let page = s.ledger.list(Which::Pending, None, after, look, s.now).unwrap();
    (page.invites.iter().map(|(invite, _)| invite.id).collect(), page.next)
}

fn pending_lists_what_lets_somebody_register(s: &mut Stage) {
    let three = Limit::Times(NonZeroU32::new(3).unwrap());
    let live = [(free(), Limit::Once), (bound("romeo"), three), (contact_account("juliet"), Limit::UntilExpiry), (reset("juliet"), Limit::Once)];
    let mut live = live.map(|(kind, limit)| made(s, kind, limit).id()).to_vec();
    made(s, contact("juliet"), Limit::Once);
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

fn a_list_goes_by_when_invites_were_made_and_comes_in_pages(s: &mut Stage) {
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
    s.ledger.sweep(s.now).unwrap();
    s.now = at(10);
    while let Some(bookmark) = after {
        let (ids, next) = page(s, Some(&bookmark), 10);
        pages.push(ids);
        after = next;
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 7]);
    assert_eq!(pages.concat(), all.iter().map(Token::id).collect::<Vec<_>>());
}

fn an_invite_is_revoked_once(s: &mut Stage) {
    let made = s.invite(free(), Limit::Once).unwrap();
    assert_eq!(s.ledger.revoke(&made.id.short(), None, s.now), Ok(()));
    let before = s.place.contents();
    s.now = at(5);
    assert_eq!(s.ledger.revoke(made.token.unwrap().secret(), None, s.now), Err(Refusal::TokenRevoked));
    assert_eq!(s.place.contents(), before);
    assert_eq!(s.ledger.revoke("unknown", None, s.now), Err(Refusal::TokenInvalid));
}

fn a_revoked_invite_frees_its_name(s: &mut Stage) {
    let token = s.bound("romeo");
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()));
    assert!(s.invite(bound("romeo"), Limit::Once).is_ok());
}

fn an_account_that_is_deleted_takes_its_invites_along(s: &mut Stage) {
    let doomed = [contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| made(s, kind, Limit::Once));
    let spared = [free(), bound("romeo"), contact("nurse"), reset("nurse")].map(|kind| made(s, kind, Limit::Once));
    let resetting = s.check(&doomed[2]).unwrap();
    s.claim(&resetting, "juliet").unwrap();
    assert_eq!(s.ledger.forget(&user("juliet"), s.now), Ok(3), "an account whose password is being reset is an account");
    for token in &doomed {
        assert_eq!(s.state(token), State::Revoked);
    }
    for token in &spared {
        assert_eq!(s.state(token), State::Pending);
    }
    assert_eq!(s.ledger.forget(&user("juliet"), s.now), Ok(0));
    assert_eq!(s.ledger.forget(&user("romeo"), s.now), Ok(0), "an invite for a name is not the account's");
    assert_eq!(s.state(&spared[1]), State::Pending);
}

fn a_registration_that_is_rolled_back_releases_and_forgets_nothing(s: &mut Stage) {
    let contacts = made(s, contact("juliet"), Limit::Once);
    let token = s.free();
    let permit = s.check(&token).unwrap();
    s.claim(&permit, "romeo").unwrap();
    assert_eq!(s.ledger.forget(&user("romeo"), s.now), Ok(0));
    assert_eq!((s.state(&token), s.open_name("romeo")), (State::Pending, Ok(())));
    let bound = s.bound("romeo");
    let permit = s.check(&bound).unwrap();
    s.claim(&permit, "romeo").unwrap();
    assert_eq!(s.ledger.forget(&user("romeo"), s.now), Ok(0));
    assert_eq!((s.state(&bound), s.open_name("romeo")), (State::Pending, Err(Refusal::UsernameReserved)));
    assert_eq!(s.state(&contacts), State::Pending);
}

fn a_sweep_takes_what_is_dead_for_long_enough(s: &mut Stage) {
    let [expired, used, revoked] = [0; 3].map(|_| s.free());
    s.now = at(500);
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    s.now = at(500 + Ledger::GRACE - 1);
    assert_eq!(s.ledger.sweep(s.now), Ok(0));
    s.now = at(500 + Ledger::GRACE);
    assert_eq!(s.ledger.sweep(s.now), Ok(2));
    assert_eq!(s.state(&expired), State::Expired, "streams that presented it in time may still be there");
    s.now = at(1000 + Ledger::GRACE);
    assert_eq!((s.ledger.sweep(s.now), s.ledger.sweep(s.now)), (Ok(1), Ok(0)));
    assert_eq!(s.check(&expired), Err(Refusal::TokenInvalid));
}

fn a_sweep_takes_a_batch(s: &mut Stage) {
    for number in 0..Ledger::BATCH + 50 {
        let draft = s.draft(bound(&format!("user{number}")), Limit::Once).unwrap();
        s.ledger.create(&draft, s.now).unwrap();
    }
    s.now = at(1_000_000);
    let live = s.free();
    assert_eq!([s.ledger.sweep(s.now), s.ledger.sweep(s.now), s.ledger.sweep(s.now)], [Ok(100), Ok(50), Ok(0)]);
    assert_eq!(s.state(&live), State::Pending);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names"), 0);
}

fn a_sweep_keeps_what_somebody_registers_through(s: &mut Stage) {
    let token = s.free();
    let permit = s.check(&token).unwrap();
    s.now = at(1_000_000);
    s.claim(&permit, "romeo").unwrap();
    assert_eq!(s.ledger.sweep(s.now), Ok(0));
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved));
    s.redeem(&permit, "romeo");
    assert_eq!(s.ledger.sweep(s.now), Ok(0), "used up now, it is kept from now on");
    assert_eq!(s.ledger.sweep(s.now.plus(Ledger::GRACE)), Ok(1));
}

fn a_sweep_leaves_nothing_behind(s: &mut Stage) {
    let three = Limit::Times(NonZeroU32::new(3).unwrap());
    let token = made(s, free(), three);
    s.register(&token, "romeo").unwrap();
    s.register(&token, "mercutio").unwrap();
    s.bound("benvolio");
    let other = s.free();
    s.register(&other, "rosaline").unwrap();
    assert_eq!(s.ledger.sweep(at(1_000_000)), Ok(3));
    assert_eq!(s.place.contents(), [""; 0]);
}

fn history_keeps_the_dead_for_longer(s: &mut Stage) {
    s.ledger = s.other(|settings| settings.history = 86_400);
    let (used, expired) = (s.free(), s.free());
    s.register(&used, "romeo").unwrap();
    s.now = at(86_399);
    assert_eq!(s.ledger.sweep(s.now), Ok(0));
    assert_eq!(s.check(&used), Err(Refusal::TokenUsed));
    s.now = at(86_400);
    assert_eq!(s.ledger.sweep(s.now), Ok(1));
    s.now = at(87_400);
    assert_eq!(s.state(&expired), State::Expired);
    assert_eq!(s.ledger.sweep(s.now), Ok(1));
}

fn a_closed_ledger_opens_again(s: &mut Stage) {
    let name = match s.place.database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgresql",
    };
    assert_eq!(s.ledger.health(), Ok((name, invites_core::store::VERSION)));
    let token = s.free();
    let permit = s.check(&token).unwrap();
    s.ledger.close();
    s.ledger.close();
    assert_eq!(s.claim(&permit, "romeo"), Ok(()));
    s.ledger.close();
    assert_eq!(s.settle(&permit), Ok(Settled { released: 1, ..Settled::default() }));
}
