//! Each verb is interrupted before each of its statements, before its commit and after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use invites_core::store::Mode;

use crate::common::faulty::{Fault, Plan, Point};
use crate::crashes::deeds::DEEDS;
use crate::crashes::recovery::{faulty, recover};
use crate::prelude::*;

on_both_engines!(an_error_at_any_point_leaves_nothing_half_done, |s| {
    let (plan, mut restarted) = (Arc::new(Plan::default()), s.restarted());
    let mut s = faulty(Place::existing(&s.place.option()), &plan);
    s.ledger.health().unwrap();
    for deed in &DEEDS {
        for point in 0.. {
            s.begin_anew();
            let presentations = (deed.prepare)(&mut s);
            let before = s.place.contents();
            plan.arm(Fault::Error, point);
            let result = (deed.act)(&mut s, &presentations);
            plan.disarm();
            let Some(struck) = plan.struck() else {
                assert_eq!(result, Ok(()), "{}", deed.name);
                assert!(point > 1, "{} has statements and a commit", deed.name);
                break;
            };
            assert_eq!(result.unwrap_err().code(), "internal-server-error", "{} at point {point}", deed.name);
            if deed.is_one && struck != Point::AfterCommit {
                assert_eq!(s.place.contents(), before, "{} at point {point}", deed.name);
            }
            // The caller tries again. It works now, or was done before.
            if let Err(refusal) = (deed.act)(&mut s, &presentations) {
                assert!(
                    matches!(refusal, Error::Refused(Refusal::UsernameReserved | Refusal::TokenRevoked)),
                    "{} at point {point}: {refusal}",
                    deed.name
                );
            }
            recover(&mut s, &mut restarted, deed);
        }
    }
});

on_both_engines!(a_death_at_any_point_leaves_nothing_half_done, |s| {
    let mut restarted = s.restarted();
    for (number, deed) in DEEDS.iter().enumerate() {
        let mut is_done = false;
        for point in 0.. {
            s.begin_anew();
            let output = child::job(&["die", &s.place.option(), &number.to_string(), &point.to_string()]).output().unwrap();
            let mut said = child::said(&output);
            let struck = said.pop().expect("its last words");
            if output.status.success() {
                assert_eq!(struck, "alive");
                assert!(is_done, "{} is there if the process dies after its last commit", deed.name);
                break;
            }
            assert!(["Statement", "BeforeCommit", "AfterCommit"].contains(&struck.as_str()), "{struck}: {output:?}");
            is_done = s.place.contents() != said;
            assert!(!deed.is_one || !is_done || struck == "AfterCommit", "{} at point {point}", deed.name);
            recover(s, &mut restarted, deed);
        }
    }
});

/// The job: prepares a deed, says what the tables contain, and dies in the middle of the deed.
pub(crate) fn die(option: &str, deed: &str, point: &str) {
    let deed = &DEEDS[deed.parse::<usize>().unwrap()];
    let plan = Arc::new(Plan::default());
    let mut s = faulty(Place::existing(option), &plan);
    s.ledger.health().unwrap();
    let presentations = (deed.prepare)(&mut s);
    for line in s.place.contents() {
        child::say(&line);
    }
    plan.arm(Fault::Death, point.parse().unwrap());
    (deed.act)(&mut s, &presentations).unwrap();
    child::say("alive");
}

on_both_engines!(a_death_while_the_tables_are_made_leaves_none_or_all, |s| {
    for point in 0.. {
        let place = Place::new(s.place.database);
        let output = child::job(&["die-at-birth", &place.option(), &point.to_string()]).output().unwrap();
        let mut reopened = Fixture::at(place);
        let token = reopened.free();
        assert!(reopened.register(&token, "romeo").is_ok());
        if output.status.success() {
            assert!(point > 10, "making the tables takes more than {point} statements");
            break;
        }
    }
});

/// The job: creates the tables, and dies in the middle of that.
pub(crate) fn die_at_birth(option: &str, point: &str) {
    let plan = Arc::new(Plan::default());
    let mut s = faulty(Place::existing(option), &plan);
    plan.arm(Fault::Death, point.parse().unwrap());
    s.ledger.health().unwrap();
}

/// What a process has acknowledged.
#[derive(Clone, Copy, Debug, Default)]
struct Acknowledged {
    created: usize,
    claimed: usize,
    redeemed: usize,
}

/// `kill -9` after so many milliseconds, while a worker does in groups what several want. Everything that the process reported as done is there
/// afterwards, once.
fn die_at_work(s: &mut Fixture, milliseconds: u64) -> Acknowledged {
    s.begin_anew();
    let mut process = child::start(&["toil", &s.place.option()]);
    std::thread::sleep(Duration::from_millis(milliseconds));
    process.kill().unwrap();
    let output = process.wait_with_output().unwrap();
    s.restart();
    s.now = at(Ledger::LEASE);
    s.place.assert_sound();
    let mut acknowledged = Acknowledged::default();
    for line in child::said(&output) {
        let mut words = line.split(' ');
        let (what, token) = (words.next().unwrap(), Token::parse(words.next().unwrap()).unwrap());
        let (invite, state) = s.ledger.info(token.secret(), s.now).expect("an invite that was acknowledged");
        match what {
            "created" => acknowledged.created += 1,
            "claimed" => {
                acknowledged.claimed += 1;
                assert!(matches!(state, State::Claimed | State::Redeemed), "{state:?}");
            }
            _ => {
                acknowledged.redeemed += 1;
                assert_eq!(invite.uses, 1);
            }
        }
    }
    s.settle_stale().unwrap();
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names WHERE presentation IS NOT NULL"), 0);
    s.place.assert_sound();
    acknowledged
}

on_both_engines!(a_death_at_any_moment_loses_nothing_that_was_acknowledged, |s| {
    let mut sum = Acknowledged::default();
    for round in 0..8_u64 {
        let Acknowledged { created, claimed, redeemed } = die_at_work(s, 60 + 37 * round);
        sum = Acknowledged { created: sum.created + created, claimed: sum.claimed + claimed, redeemed: sum.redeemed + redeemed };
    }
    assert!(sum.created > sum.claimed && sum.claimed >= sum.redeemed && sum.redeemed > 0, "{sum:?}");
});

/// The same ten thousand times (`make soak`).
#[test]
#[ignore = "takes an hour"]
fn ten_thousand_deaths_lose_nothing_that_was_acknowledged() {
    const DEATHS: usize = 10_000;
    let (begun, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let die = &|database: Database| {
        let mut s = Fixture::new(database);
        let mut created = 0;
        while begun.fetch_add(1, Ordering::Relaxed) < DEATHS {
            created += die_at_work(&mut s, rand::random_range(20..120)).created;
            let deaths = done.fetch_add(1, Ordering::Relaxed) + 1;
            if deaths % 100 == 0 {
                println!("{deaths} deaths");
            }
        }
        created
    };
    let created: usize = std::thread::scope(|scope| {
        let threads = [Database::Sqlite, Database::Sqlite, Database::Sqlite, Database::Postgres].map(|database| scope.spawn(move || die(database)));
        threads.map(|thread| thread.join().unwrap()).iter().sum()
    });
    println!("{DEATHS} deaths: none of {created} invites was lost");
    assert!(created > 0);
}

/// The job: creates invites and registers through them until it is killed.
pub(crate) fn toil(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    let crowd = Crowd::of(&s.place, 11);
    for round in 0.. {
        crowded_round(&mut s, &crowd, round);
    }
}

/// The invites that are made in a round.
pub(crate) const INVITES_IN_A_ROUND: usize = 6;

/// As many make an invite at the same time. Half of these invites are used, again at the same time. Each says so when the ledger does.
pub(crate) fn crowded_round(s: &mut Fixture, crowd: &Crowd, round: usize) {
    let now = s.now;
    let drafts: Vec<_> = (0..INVITES_IN_A_ROUND).map(|_| s.draft(free(), Limit::ONCE).unwrap()).collect();
    let tokens: Vec<_> = drafts.iter().map(|draft| draft.token().clone()).collect();
    let made = crowd.all(Mode::Durable, drafts.into_iter().map(|draft| move |ledger: &mut Ledger| ledger.create(&draft, now).map(drop)));
    for (made, token) in made.into_iter().zip(&tokens) {
        made.unwrap();
        child::say(&format!("created {}", token.secret()));
    }
    let users: Vec<_> =
        tokens.into_iter().step_by(2).enumerate().map(|(number, token)| (s.check(&token).unwrap(), format!("user{round}-{number}"), token)).collect();
    let claims = users.iter().cloned().map(|(presentation, name, _)| {
        let absent = facts(&[(&name, AccountStatus::Absent)]);
        move |ledger: &mut Ledger| ledger.claim(&presentation, &user(&name), &absent, now).map(drop)
    });
    for (claimed, (_, name, token)) in crowd.all(Mode::Durable, claims).into_iter().zip(&users) {
        claimed.unwrap();
        child::say(&format!("claimed {} {name}", token.secret()));
    }
    let redemptions = users
        .iter()
        .cloned()
        .map(|(presentation, name, _)| move |ledger: &mut Ledger| ledger.redeem(&presentation, Some(&user(&name)), now).map(drop));
    for (redeemed, (_, name, token)) in crowd.all(Mode::Lazy, redemptions).into_iter().zip(&users) {
        redeemed.unwrap();
        child::say(&format!("redeemed {} {name}", token.secret()));
    }
}
