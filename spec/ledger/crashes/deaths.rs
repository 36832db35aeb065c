//! Each verb is interrupted before each of its statements, before its commit and after it.

use std::sync::Arc;
use std::time::Duration;

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

// `kill -9` at random moments. Everything that the process reported as done must be there afterwards.
on_both_engines!(a_death_at_any_moment_loses_nothing_that_was_acknowledged, |s| {
    let (mut created, mut claimed, mut redeemed) = (0, 0, 0);
    for round in 0..8_u64 {
        s.place.wipe();
        let mut process = child::start(&["toil", &s.place.option()]);
        std::thread::sleep(Duration::from_millis(60 + 37 * round));
        process.kill().unwrap();
        let output = process.wait_with_output().unwrap();
        s.restart();
        s.now = at(Ledger::LEASE);
        s.place.assert_sound();
        for line in child::said(&output) {
            let (what, token) = line.split_once(' ').unwrap();
            let token = Token::parse(token).unwrap();
            let (invite, state) = s.ledger.info(token.secret(), s.now).expect("an invite that was acknowledged");
            match what {
                "created" => created += 1,
                "claimed" => {
                    claimed += 1;
                    assert!(matches!(state, State::Claimed | State::Redeemed), "{state:?}");
                }
                _ => {
                    redeemed += 1;
                    assert_eq!(invite.uses, 1);
                }
            }
        }
        s.settle_stale().unwrap();
        assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names WHERE presentation IS NOT NULL"), 0);
        s.place.assert_sound();
    }
    assert!(created > claimed && claimed >= redeemed && redeemed > 0, "{created} {claimed} {redeemed}");
});

/// The job: creates invites and registers through them until it is killed.
pub(crate) fn toil(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    for number in 0.. {
        let (first, second) = (s.free(), s.free());
        child::say(&format!("created {}", second.secret()));
        child::say(&format!("created {}", first.secret()));
        let presentation = s.check(&first).unwrap();
        let name = format!("user{number}");
        s.claim(&presentation, &name).unwrap();
        child::say(&format!("claimed {}", first.secret()));
        s.redeem(&presentation, &name);
        child::say(&format!("redeemed {}", first.secret()));
    }
}
