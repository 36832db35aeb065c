//! Many at once: what holds for one after the other holds for forty at the same time.
//!
//! SQLite waits 50 ms for another writer and then fails. Callers try again, and so does [`patiently`].

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use invites_core::store::Mode;

use super::at_once::{at_once, check, claim, redeem};
use crate::prelude::*;

/// Forty streams present a token, and then all register. Returns the number of accounts.
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

on_both_engines!(of_forty_claims_as_many_win_as_the_invite_has_uses, |s| {
    for (limit, uses) in [(Limit::ONCE, 1), (Limit::ONCE, 1), (Limit::ONCE, 1), (times(5), 5), (Limit::UNTIL_EXPIRY, 40)] {
        let token = s.token(free(), limit);
        assert_eq!((registrations(s, &token), s.uses(&token)), (usize::try_from(uses).unwrap(), uses));
        assert_eq!(s.state(&token), if limit == Limit::UNTIL_EXPIRY { State::Pending } else { State::Redeemed });
    }
});

/// Forty wait for the worker of each of two servers on one database, and want to register. Returns the number of accounts.
fn crowded_registrations(s: &mut Fixture, servers: &[Crowd], token: &Token) -> usize {
    let users: Vec<_> = (0..80).map(|number| (s.check(token).unwrap(), format!("user{number}-{}", token.id().short()))).collect();
    let now = s.now;
    let register = |crowd: &Crowd, users: &[(Presentation, String)]| {
        let claims = users.iter().cloned().map(|(presentation, name)| {
            let absent = facts(&[(&name, AccountStatus::Absent)]);
            move |ledger: &mut Ledger| ledger.claim(&presentation, &user(&name), &absent, now).map(drop)
        });
        let claims = crowd.all(Mode::Durable, claims);
        assert!(claims.iter().all(|claim| matches!(claim, Ok(()) | Err(Error::Refused(Refusal::InviteInUse | Refusal::TokenUsed)))), "{claims:?}");
        let winners = users.iter().zip(&claims).filter(|(_, claim)| claim.is_ok()).map(|(user, _)| user.clone());
        let redeemed = winners.map(|(presentation, name)| move |ledger: &mut Ledger| ledger.redeem(&presentation, Some(&user(&name)), now));
        let redeemed = crowd.all(Mode::Lazy, redeemed);
        assert!(redeemed.iter().all(|redeemed| *redeemed == Ok(Redeemed::default())), "{redeemed:?}");
        redeemed.len()
    };
    let accounts = std::thread::scope(|scope| {
        let registering: Vec<_> = servers.iter().zip(users.chunks(40)).map(|(crowd, users)| scope.spawn(move || register(crowd, users))).collect();
        registering.into_iter().map(|server| server.join().unwrap()).sum()
    });
    s.place.assert_sound();
    accounts
}

on_both_engines!(of_claims_that_two_workers_do_in_groups_as_many_win_as_the_invite_has_uses, |s| {
    let servers = [11, 12].map(|process| Crowd::of(&s.place, process));
    for (limit, uses) in [(Limit::ONCE, 1), (Limit::ONCE, 1), (times(5), 5), (times(50), 50)] {
        let token = s.token(free(), limit);
        assert_eq!((crowded_registrations(s, &servers, &token), s.uses(&token)), (usize::try_from(uses).unwrap(), uses));
        assert_eq!(s.state(&token), State::Redeemed);
    }
});

/// Forty create an invite for one name. Returns how many succeed.
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

// An expired reservation is removed by the one who wants the name. That must not remove the reservation that somebody else has got meanwhile.
on_both_engines!(of_forty_invites_for_one_name_one_is_made, |s| {
    for name in ["a", "b", "c"] {
        assert_eq!(reservations(s, name), 1);
    }
    for round in 0..5 {
        s.now = at(round * 10_000);
        s.bound("romeo");
        s.now = at(round * 10_000 + 1000);
        assert_eq!(reservations(s, "romeo"), 1, "although it was reserved before");
    }
});

on_both_engines!(a_name_is_never_both_reserved_and_claimed, |s| {
    const NAMES: usize = 150;
    const THREADS: usize = 16;
    let token = s.token(free(), Limit::UNTIL_EXPIRY);
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
});

on_both_engines!(a_name_is_never_held_twice_while_claims_hop, |s| {
    let tokens: Vec<_> = (0..8).map(|_| s.free()).collect();
    let holders: Mutex<HashMap<String, usize>> = Mutex::default();
    let now = s.now;
    at_once(&s.place.location, 8, |number, ledger| {
        let presentation = check(ledger, &tokens[number], now);
        let mut held: Option<String> = None;
        for step in 0..40 {
            // Meanwhile a claim holds the old name or the new one, so neither is noted until it is known which.
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
});

on_both_engines!(a_use_that_eight_report_is_counted_once, |s| {
    let token = s.token(free(), times(5));
    let presentation = s.claimed(&token, "romeo");
    let now = s.now;
    let counted = at_once(&s.place.location, 8, |_, ledger| !redeem(ledger, &presentation, "romeo", now).again);
    assert_eq!((counted.into_iter().filter(|counted| *counted).count(), s.uses(&token)), (1, 1));
    s.place.assert_sound();
});

on_both_engines!(nobody_claims_after_a_revocation, |s| {
    for _ in 0..5 {
        let token = s.token(free(), Limit::UNTIL_EXPIRY);
        let is_revoked = AtomicBool::new(false);
        let now = s.now;
        at_once(&s.place.location, 8, |number, ledger| {
            if number == 0 {
                std::thread::sleep(Duration::from_millis(5));
                // A second try may find that the first one worked, although its answer came too late.
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
});

on_both_engines!(a_sweep_takes_no_claim_away, |s| {
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
});

on_both_engines!(settling_and_redeeming_at_once_count_one_use, |s| {
    let token = s.token(free(), times(30));
    for round in 0..5 {
        let name = format!("user{round}");
        let presentation = s.claimed(&token, &name);
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
});
