//! Many at once: what holds for one after the other must hold for forty at the same time, each with a connection of its own.
//!
//! SQLite waits 50 ms for another writer and then refuses; a caller who is told to wait tries again, and so does [`patiently`].

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Barrier, Mutex};
use std::time::Duration;

use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::store::{Budget, Location, Store};
use invites_core::{Error, Ledger, Limit, Presentation, Redeemed, Refusal, Settings, State, Token, UnixTime};

use crate::common::{Fixture, at, bound, child, facts, free, on_both_engines, patiently, settings, user};

on_both_engines!(
    of_forty_claims_on_one_use_one_wins,
    of_forty_claims_on_five_uses_five_win,
    forty_claims_on_a_reusable_invite_all_win,
    of_forty_invites_for_one_name_one_is_made,
    of_forty_invites_for_a_name_that_became_free_one_is_made,
    a_name_is_never_both_reserved_and_claimed,
    a_name_is_never_held_twice_while_claims_hop,
    a_use_that_eight_report_is_counted_once,
    nobody_claims_after_a_revocation,
    a_sweep_takes_no_claim_away,
    settling_and_redeeming_at_once_count_one_use,
    four_processes_of_ten_share_seven_uses,
);

/// Does the same in many threads that start together, each with a ledger of its own.
fn at_once<T: Send>(location: &Location, threads: usize, work: impl Fn(usize, &mut Ledger) -> T + Sync) -> Vec<T> {
    at_once_under(&settings(), location, threads, work)
}

/// The same under other settings.
pub(crate) fn at_once_under<T: Send>(
    settings: &Settings,
    location: &Location,
    threads: usize,
    work: impl Fn(usize, &mut Ledger) -> T + Sync,
) -> Vec<T> {
    let barrier = Barrier::new(threads);
    let run = |number| {
        // Each stands for a server with an event loop of its own, and so with a budget of its own.
        let mut ledger = Ledger::new(Settings { budget: Budget::default(), ..settings.clone() }, Store::new(location.clone()));
        let opened = patiently(|| ledger.health());
        barrier.wait();
        opened.unwrap();
        work(number, &mut ledger)
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|number| scope.spawn(move || run(number))).collect::<Vec<_>>();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn check(ledger: &mut Ledger, token: &Token, now: UnixTime) -> Presentation {
    patiently(|| ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), now)).unwrap().presentation
}

fn claim(ledger: &mut Ledger, presentation: &Presentation, name: &str, now: UnixTime) -> Result<(), Error> {
    let absent = facts(&[(name, AccountStatus::Absent)]);
    patiently(|| ledger.claim(presentation, &user(name), &absent, now)).map(drop)
}

fn redeem(ledger: &mut Ledger, presentation: &Presentation, name: &str, now: UnixTime) -> Redeemed {
    patiently(|| ledger.redeem(presentation, Some(&user(name)), now)).unwrap()
}

/// Forty streams present a token, and when all have, all register. How many accounts there are then.
fn registrations(s: &mut Fixture, token: &Token) -> usize {
    let presentations: Vec<_> = (0..40).map(|_| s.check(token).unwrap()).collect();
    let now = s.now;
    let accounts = at_once(&s.place.location, 40, |number, ledger| {
        let name = format!("user{number}-{}", token.id().short());
        match claim(ledger, &presentations[number], &name, now) {
            Ok(()) => {
                assert!(!redeem(ledger, &presentations[number], &name, now).over_limit);
                1
            }
            Err(Error::Refused(Refusal::InviteInUse | Refusal::TokenUsed)) => 0,
            Err(other) => panic!("{other:?}"),
        }
    });
    s.place.assert_sound();
    accounts.into_iter().sum()
}

fn of_forty_claims_on_one_use_one_wins(s: &mut Fixture) {
    for _ in 0..3 {
        let token = s.free();
        assert_eq!(registrations(s, &token), 1);
        assert_eq!(s.state(&token), State::Redeemed);
    }
}

fn of_forty_claims_on_five_uses_five_win(s: &mut Fixture) {
    let token = s.invite(free(), Limit::times(NonZeroU32::new(5).unwrap())).unwrap().token.unwrap();
    assert_eq!((registrations(s, &token), s.uses(&token)), (5, 5));
}

fn forty_claims_on_a_reusable_invite_all_win(s: &mut Fixture) {
    let token = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap().token.unwrap();
    assert_eq!((registrations(s, &token), s.uses(&token)), (40, 40));
}

/// Forty make an invite for one name. How many there are then.
fn reservations(s: &mut Fixture, name: &str) -> usize {
    let drafts: Vec<_> = (0..40).map(|_| s.draft(bound(name), Limit::ONCE).unwrap()).collect();
    let now = s.now;
    let made = at_once(&s.place.location, 40, |number, ledger| match patiently(|| ledger.create(&drafts[number], now)) {
        Ok(_) => true,
        Err(Error::Refused(Refusal::UsernameReserved)) => false,
        Err(other) => panic!("{other:?}"),
    });
    let holder = s.place.number(&format!("SELECT COUNT(*) FROM invites JOIN invite_names ON invite = id WHERE invite_names.username = '{name}'"));
    assert_eq!(holder, 1, "and the name is that invite's");
    for (draft, made) in drafts.iter().zip(&made) {
        assert_eq!(s.ledger.info(draft.token().secret(), s.now).is_ok(), *made, "who is refused leaves no invite behind");
    }
    made.into_iter().filter(|made| *made).count()
}

fn of_forty_invites_for_one_name_one_is_made(s: &mut Fixture) {
    for name in ["a", "b", "c"] {
        assert_eq!(reservations(s, name), 1);
    }
}

/// A promise that ran out is taken back by whoever wants the name; that must not take the promise back that somebody else was given meanwhile.
fn of_forty_invites_for_a_name_that_became_free_one_is_made(s: &mut Fixture) {
    for round in 0..5 {
        s.now = at(round * 10_000);
        s.bound("romeo");
        s.now = at(round * 10_000 + 1000);
        assert_eq!(reservations(s, "romeo"), 1);
    }
}

fn a_name_is_never_both_reserved_and_claimed(s: &mut Fixture) {
    const NAMES: usize = 150;
    const THREADS: usize = 16;
    let token = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap().token.unwrap();
    let drafts: Vec<Vec<_>> =
        (0..THREADS).map(|_| (0..NAMES).map(|name| s.draft(bound(&format!("user{name}")), Limit::ONCE).unwrap()).collect()).collect();
    let holders = [const { AtomicUsize::new(0) }; NAMES];
    let now = s.now;
    at_once(&s.place.location, THREADS, |number, ledger| {
        for (name, draft) in drafts[number].iter().enumerate() {
            let result = if number % 2 == 0 {
                patiently(|| ledger.create(draft, now)).map(drop)
            } else {
                let presentation = check(ledger, &token, now);
                claim(ledger, &presentation, &format!("user{name}"), now)
            };
            match result {
                Ok(()) => drop(holders[name].fetch_add(1, Ordering::Relaxed)),
                Err(Error::Refused(Refusal::UsernameReserved)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
    });
    let holders: Vec<_> = holders.iter().map(|count| count.load(Ordering::Relaxed)).collect();
    assert_eq!(holders, [1; NAMES]);
    s.place.assert_sound();
}

fn a_name_is_never_held_twice_while_claims_hop(s: &mut Fixture) {
    let tokens: Vec<_> = (0..8).map(|_| s.free()).collect();
    let holders: Mutex<HashMap<String, usize>> = Mutex::default();
    let now = s.now;
    at_once(&s.place.location, 8, |number, ledger| {
        let presentation = check(ledger, &tokens[number], now);
        let mut held: Option<String> = None;
        for step in 0..40 {
            // While it hops, a claim holds the old name or the new one: neither is noted until it is known which.
            if let Some(name) = &held {
                holders.lock().unwrap().remove(name);
            }
            let wanted = format!("user{}", (step * (number + 1) + number) % 5);
            if step % 7 == 6 {
                patiently(|| ledger.release(&presentation)).unwrap();
                held = None;
            } else {
                match claim(ledger, &presentation, &wanted, now) {
                    Ok(()) => held = Some(wanted),
                    Err(Error::Refused(Refusal::UsernameReserved)) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            if let Some(name) = &held {
                let other = holders.lock().unwrap().insert(name.clone(), number);
                assert_eq!(other, None, "{name} is held twice");
            }
        }
    });
    s.place.assert_sound();
}

fn a_use_that_eight_report_is_counted_once(s: &mut Fixture) {
    let token = s.invite(free(), Limit::times(NonZeroU32::new(5).unwrap())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    let now = s.now;
    let counted = at_once(&s.place.location, 8, |_, ledger| !redeem(ledger, &presentation, "romeo", now).again);
    assert_eq!((counted.into_iter().filter(|counted| *counted).count(), s.uses(&token)), (1, 1));
    s.place.assert_sound();
}

fn nobody_claims_after_a_revocation(s: &mut Fixture) {
    for _ in 0..5 {
        let token = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap().token.unwrap();
        let is_revoked = AtomicBool::new(false);
        let now = s.now;
        at_once(&s.place.location, 8, |number, ledger| {
            if number == 0 {
                std::thread::sleep(Duration::from_millis(5));
                // A second try may find that the first was done, though its answer came too late.
                assert!(matches!(
                    patiently(|| ledger.revoke(token.secret(), None, now)).map(drop),
                    Ok(()) | Err(Error::Refused(Refusal::TokenRevoked))
                ));
                is_revoked.store(true, Ordering::SeqCst);
                return;
            }
            let presentations: Vec<_> =
                (0..10).map_while(|_| ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), now).ok()).collect();
            for (step, checked) in presentations.into_iter().enumerate() {
                let name = format!("user{number}-{step}-{}", token.id().short());
                let was_revoked = is_revoked.load(Ordering::SeqCst);
                match claim(ledger, &checked.presentation, &name, now) {
                    Ok(()) => assert!(!was_revoked, "claimed after the revocation"),
                    Err(Error::Refused(Refusal::TokenRevoked)) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
        });
        let presentation = s.check(&token);
        assert_eq!(presentation, Err(Refusal::TokenRevoked.into()));
    }
}

fn a_sweep_takes_no_claim_away(s: &mut Fixture) {
    for round in 0..4 {
        s.now = at(round * 100_000);
        let tokens: Vec<_> = (0..30).map(|_| s.free()).collect();
        let presentations: Vec<_> = tokens.iter().map(|token| s.check(token).unwrap()).collect();
        s.now = at(round * 100_000 + 50_000);
        let now = s.now;
        let claimed = at_once(&s.place.location, 8, |number, ledger| {
            if number == 0 {
                while patiently(|| ledger.sweep(now, now.seconds())).unwrap() > Some(0) {}
                return Vec::new();
            }
            let mine = presentations.iter().enumerate().filter(|(index, _)| index % 7 == number - 1);
            let names = mine.map(|(index, presentation)| (format!("user{round}-{index}"), presentation));
            names
                .filter(|(name, presentation)| match claim(ledger, presentation, name, now) {
                    Ok(()) => true,
                    Err(Error::Refused(Refusal::TokenInvalid)) => false,
                    Err(other) => panic!("{other:?}"),
                })
                .collect()
        });
        for (name, presentation) in claimed.concat() {
            assert_eq!(s.open_name(&name), Err(Refusal::UsernameReserved.into()), "a claim that was granted stays");
            assert!(!s.redeem(presentation, &name).over_limit);
        }
    }
    s.place.assert_sound();
}

fn settling_and_redeeming_at_once_count_one_use(s: &mut Fixture) {
    let token = s.invite(free(), Limit::times(NonZeroU32::new(30).unwrap())).unwrap().token.unwrap();
    for round in 0..5 {
        let name = format!("user{round}");
        let presentation = s.check(&token).unwrap();
        s.claim(&presentation, &name).unwrap();
        s.now = s.now.plus(Ledger::LEASE);
        let mut known = Accounts::default();
        known.claims.insert(user(&name), AccountStatus::Active);
        let now = s.now;
        at_once(&s.place.location, 4, |number, ledger| {
            if number % 2 == 0 {
                patiently(|| ledger.settle_stale(&known, now)).unwrap();
            } else {
                redeem(ledger, &presentation, &name, now);
            }
        });
        assert_eq!(s.uses(&token), round + 1);
    }
    s.place.assert_sound();
}

fn four_processes_of_ten_share_seven_uses(s: &mut Fixture) {
    let token = s.invite(free(), Limit::times(NonZeroU32::new(7).unwrap())).unwrap().token.unwrap();
    let option = s.place.option();
    let processes: Vec<_> = ["a", "b", "c", "d"].map(|name| child::start(&["register", &option, token.secret(), name])).into_iter().collect();
    let accounts = processes.into_iter().map(|process| {
        let output = process.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        child::said(&output)[0].parse::<usize>().unwrap()
    });
    assert_eq!((accounts.sum::<usize>(), s.uses(&token)), (7, 7));
    s.place.assert_sound();
}

/// The job of one of the four processes: ten threads register through one token. It says how many accounts it made.
pub(crate) fn register_at_once(option: &str, token: &str, process: &str) {
    let (location, token) = (Location::parse(option).unwrap(), Token::parse(token).unwrap());
    let accounts = at_once(&location, 10, |number, ledger| {
        let checked = patiently(|| ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), at(0)));
        let Ok(checked) = checked else { return 0 };
        let name = format!("{process}{number}");
        if claim(ledger, &checked.presentation, &name, at(0)).is_err() {
            return 0;
        }
        assert!(!redeem(ledger, &checked.presentation, &name, at(0)).over_limit);
        1
    });
    child::say(&accounts.into_iter().sum::<usize>().to_string());
}
