//! Death at every statement: each verb is stopped before each of its statements, before its commit and after it, once by an error of the database and once
//! by the end of the process. What is found afterwards is either what was there before or what the verb wanted, and from there all goes on.

use std::rc::Rc;
use std::time::Duration;

use invites_core::policy::{AccountStatus, Purpose};
use invites_core::store::Store;
use invites_core::{Authority, CreateRequest, Error, Filter, Ledger, LegacyInvite, Limit, Presentation, Query, Refusal, State, Token};

use crate::common::faulty::{Fault, Faulty, Plan, Point};
use crate::common::{Fixture, Place, at, bound, child, contact, contact_account, free, on_both_engines, own, reset, settings, user};
use crate::tree::tree;

on_both_engines!(
    an_error_at_any_point_leaves_nothing_half_done,
    a_death_at_any_point_leaves_nothing_half_done,
    a_death_while_the_tables_are_made_leaves_none_or_all,
    a_death_at_any_moment_loses_nothing_that_was_acknowledged,
);

/// A verb in its surroundings.
pub(crate) struct Deed {
    pub(crate) name: &'static str,
    /// Whether it is one transaction. The others end several claims, each in a transaction of its own.
    is_one: bool,
    pub(crate) prepare: fn(&mut Fixture) -> Vec<Presentation>,
    pub(crate) act: fn(&mut Fixture, &[Presentation]) -> Result<(), Error>,
    /// What must be possible, and true, after the server has been started again.
    afterwards: fn(&mut Fixture),
}

pub(crate) const DEEDS: [Deed; 17] = [
    Deed {
        name: "create",
        is_one: true,
        prepare: |s| {
            s.bound("romeo");
            s.now = at(1000); // the promise of that one has run out
            Vec::new()
        },
        act: |s, _| s.invite(bound("romeo"), Limit::ONCE).map(drop),
        afterwards: |s| {
            s.now = at(1000).max(s.now);
            if s.open_name("romeo").is_ok() {
                s.bound("romeo");
            }
            let pending = s.ledger.list(Query::of(Filter::Pending), None, 10, s.now).unwrap().invites;
            assert_eq!(pending.len(), 1, "the name is one invite's");
            s.register(pending[0].0.token.as_ref().unwrap(), "romeo").unwrap();
        },
    },
    Deed {
        name: "create what counts",
        is_one: true,
        prepare: |s| {
            s.make(&own("nurse", free())).unwrap();
            Vec::new()
        },
        act: |s, _| s.make(&own("nurse", bound("romeo"))).map(drop),
        afterwards: |s| {
            if s.open_name("romeo").is_ok() {
                s.make(&own("nurse", bound("romeo"))).unwrap();
            }
            assert_eq!((s.place.number("SELECT COUNT(*) FROM invites"), s.place.number("SELECT made FROM invite_quotas")), (2, 2));
        },
    },
    Deed {
        name: "claim",
        is_one: true,
        prepare: |s| {
            let token = s.free();
            let presentation = s.check(&token).unwrap();
            s.claim(&presentation, "romeo").unwrap();
            vec![presentation]
        },
        act: |s, presentations| s.claim(&presentations[0], "mercutio"),
        afterwards: |s| {
            assert_ne!(s.open_name("romeo").is_ok(), s.open_name("mercutio").is_ok(), "it holds the one name or the other");
            one_use_remains(s);
        },
    },
    Deed {
        name: "claim that settles another",
        is_one: false,
        prepare: |s| {
            let token = s.free();
            let presentations = vec![s.check(&token).unwrap(), s.check(&token).unwrap()];
            s.claim(&presentations[0], "romeo").unwrap();
            s.now = s.now.plus(Ledger::LEASE);
            presentations
        },
        act: |s, presentations| s.claim(&presentations[1], "mercutio"),
        afterwards: one_use_remains,
    },
    Deed {
        name: "redeem",
        is_one: true,
        prepare: |s| {
            let token = s.bound("romeo");
            let presentation = s.check(&token).unwrap();
            s.claim(&presentation, "romeo").unwrap();
            vec![presentation]
        },
        act: |s, presentations| s.ledger.redeem(&presentations[0], Some(&user("romeo")), s.now).map(drop),
        afterwards: |s| {
            s.server.set("romeo", AccountStatus::Active);
            s.settle_stale().unwrap();
            assert_eq!((s.place.number("SELECT SUM(CAST(uses AS INTEGER)) FROM invites"), s.open_name("romeo")), (1, Ok(())));
        },
    },
    Deed {
        name: "redeem what an inviter made",
        is_one: true,
        prepare: |s| {
            let token = s.make(&own("nurse", free())).unwrap().token.unwrap();
            let presentation = s.check(&token).unwrap();
            s.claim(&presentation, "romeo").unwrap();
            vec![presentation]
        },
        act: |s, presentations| s.ledger.redeem(&presentations[0], Some(&user("romeo")), s.now).map(drop),
        afterwards: |s| {
            s.server.set("romeo", AccountStatus::Active);
            s.settle_stale().unwrap();
            assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse"]);
        },
    },
    Deed {
        name: "release",
        is_one: true,
        prepare: |s| {
            let token = s.bound("romeo");
            let presentation = s.check(&token).unwrap();
            s.claim(&presentation, "romeo").unwrap();
            vec![presentation]
        },
        act: |s, presentations| s.ledger.release(&presentations[0]),
        afterwards: one_use_remains,
    },
    Deed {
        name: "spend",
        is_one: true,
        prepare: |s| {
            let token = s.invite(contact("juliet"), Limit::ONCE).unwrap().token.unwrap();
            vec![s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).unwrap()]
        },
        act: |s, presentations| s.spend(&presentations[0], "romeo").map(drop),
        afterwards: |s| {
            let token = only_token(s);
            match s.present(token.secret(), &Purpose::Subscribe(user("juliet"))) {
                Ok(presentation) => drop(s.spend(&presentation, "romeo").unwrap()),
                Err(refusal) => assert_eq!(refusal, Refusal::TokenUsed.into()),
            }
            assert_eq!(s.uses(&token), 1);
        },
    },
    Deed {
        name: "revoke",
        is_one: true,
        prepare: |s| {
            s.bound("romeo");
            Vec::new()
        },
        act: |s, _| {
            let token = only_token(s);
            s.ledger.revoke(token.secret(), None, s.now).map(drop)
        },
        afterwards: |s| {
            let token = only_token(s);
            let is_revoked = s.state(&token) == State::Revoked;
            assert_eq!(s.open_name("romeo").is_ok(), is_revoked);
            assert_eq!(s.ledger.revoke(token.secret(), None, s.now).is_err(), is_revoked);
        },
    },
    Deed {
        name: "revoke_page",
        is_one: true,
        prepare: |s| {
            for kind in [bound("romeo"), contact("nurse"), contact_account("nurse")] {
                s.make(&own("nurse", kind)).unwrap();
            }
            Vec::new()
        },
        act: |s, _| s.ledger.revoke_page(&user("nurse"), None, s.now).map(drop),
        afterwards: |s| {
            let is_done = s.open_name("romeo").is_ok();
            assert_eq!(s.revoke_all("nurse"), Ok(if is_done { 0 } else { 3 }));
            assert_eq!(s.open_name("romeo"), Ok(()));
        },
    },
    Deed {
        name: "extend",
        is_one: true,
        prepare: |s| {
            s.bound("romeo");
            Vec::new()
        },
        act: |s, _| {
            let token = only_token(s);
            s.ledger.extend(token.secret(), None, 2000, s.now).map(drop)
        },
        afterwards: |s| {
            let token = only_token(s);
            let expires = s.ledger.info(token.secret(), s.now).unwrap().0.expires;
            assert!([at(1000), at(2000)].contains(&expires), "{expires:?}");
            assert_eq!(s.place.number("SELECT sweep_at - expires_at FROM invites"), Ledger::GRACE);
            s.now = at(1000);
            assert_eq!(s.open_name("romeo").is_err(), expires == at(2000));
        },
    },
    Deed {
        name: "label",
        is_one: true,
        prepare: |s| {
            s.free();
            Vec::new()
        },
        act: |s, _| {
            let token = only_token(s);
            s.ledger.label(token.secret(), None, Some("for Romeo"), s.now).map(drop)
        },
        afterwards: |s| {
            let token = only_token(s);
            let noted = Some(serde_json::json!({ "note": "for Romeo" }));
            let data = s.ledger.info(token.secret(), s.now).unwrap().0.data;
            assert!(data.is_none() || data == noted, "{data:?}");
            s.ledger.label(token.secret(), None, None, s.now).unwrap();
            one_use_remains(s);
        },
    },
    Deed {
        name: "account_ended",
        is_one: true,
        prepare: |s| {
            let token = s.make(&CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) }).unwrap().token.unwrap();
            s.register(&token, "romeo").unwrap();
            for kind in [contact("juliet"), contact_account("juliet"), reset("juliet")] {
                s.invite(kind, Limit::ONCE).unwrap();
            }
            s.make(&own("juliet", bound("mercutio"))).unwrap();
            Vec::new()
        },
        act: |s, _| s.ledger.account_ended(&user("juliet"), s.now),
        afterwards: |s| {
            let members = s.ledger.members(&user("juliet")).unwrap();
            let is_done = members[0].left.is_some();
            if !is_done {
                s.end("juliet");
            }
            assert_eq!(s.tidy(), 4);
            assert_eq!(tree(s, "juliet"), ["0 juliet †", "1 romeo < juliet"]);
            assert_eq!(s.open_name("mercutio"), Ok(()));
        },
    },
    Deed {
        name: "sweep",
        is_one: true,
        prepare: |s| {
            let (used, _) = (s.free(), s.bound("mercutio"));
            s.register(&used, "romeo").unwrap();
            s.now = at(1_000_000);
            Vec::new()
        },
        act: |s, _| s.sweep(s.now).map(drop),
        afterwards: |s| {
            s.now = at(1_000_000);
            while s.sweep(s.now).unwrap() > 0 {}
            s.place.assert_no_invites();
        },
    },
    Deed {
        name: "import",
        is_one: true,
        prepare: |_| Vec::new(),
        act: |s, _| import(s),
        afterwards: |s| {
            import(s).unwrap();
            assert_eq!(s.place.number("SELECT COUNT(*) FROM invites"), 3);
            assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
        },
    },
    Deed {
        name: "mark_imported",
        is_one: true,
        prepare: |_| Vec::new(),
        act: |s, _| s.ledger.mark_imported(s.now),
        afterwards: |s| {
            s.ledger.mark_imported(s.now).unwrap();
            assert_eq!(s.ledger.is_imported(), Ok(true));
        },
    },
    Deed {
        name: "settle",
        is_one: false,
        prepare: |s| {
            for name in ["romeo", "mercutio"] {
                let token = s.bound(name);
                let presentation = s.check(&token).unwrap();
                s.claim(&presentation, name).unwrap();
            }
            let token = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
            let presentation = s.check(&token).unwrap();
            s.claim(&presentation, "juliet").unwrap();
            s.server.set("romeo", AccountStatus::Active);
            s.now = s.now.plus(Ledger::LEASE);
            Vec::new()
        },
        act: |s, _| s.settle_stale().map(drop),
        afterwards: |s| {
            s.server.set("romeo", AccountStatus::Active);
            s.settle_stale().unwrap();
            assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names WHERE presentation IS NOT NULL"), 0);
            assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE uses = 1"), 1);
            assert_eq!((s.open_name("romeo"), s.open_name("mercutio")), (Ok(()), Err(Refusal::UsernameReserved.into())));
        },
    },
];

fn only_token(s: &Fixture) -> Token {
    Token::parse(&s.place.sql("SELECT token FROM invites").pop().unwrap().text().unwrap()).unwrap()
}

/// No account was made: the use is still there for somebody else, once.
fn one_use_remains(s: &mut Fixture) {
    s.settle_stale().unwrap();
    let token = only_token(s);
    s.register(&token, "romeo").unwrap();
    assert_eq!(s.check(&token), Err(Refusal::TokenUsed.into()));
    assert_eq!(s.uses(&token), 1);
}

fn import(s: &mut Fixture) -> Result<(), Error> {
    let legacy = |token, kind| LegacyInvite {
        token: Token::parse(token).unwrap(),
        kind,
        creator: None,
        authority: Authority::Server,
        limit: Limit::ONCE,
        created: at(0),
        expires: at(1000),
        landing_page: None,
        data: None,
    };
    s.ledger.import(&[legacy("a", bound("romeo")), legacy("b", contact("juliet")), legacy("c", free())], s.now).map(drop)
}

/// A stage whose engine fails where the plan says.
pub(crate) fn faulty(place: Place, plan: &Rc<Plan>) -> Fixture {
    let engine = Faulty::new(place.engine(), Rc::clone(plan));
    let store = Store::with(place.location.clone(), Box::new(engine));
    let mut fixture = Fixture::at(place);
    fixture.ledger = Ledger::new(settings(), store);
    fixture
}

/// What is found when the server was started again and the leases have passed.
pub(crate) fn recover(s: &mut Fixture, restarted: &mut Ledger, deed: &Deed) {
    s.place.assert_sound();
    s.now = at(Ledger::LEASE * 2).max(s.now);
    std::mem::swap(&mut s.ledger, restarted);
    (deed.afterwards)(s);
    std::mem::swap(&mut s.ledger, restarted);
    s.place.assert_sound();
}

fn an_error_at_any_point_leaves_nothing_half_done(s: &mut Fixture) {
    let (plan, mut restarted) = (Rc::new(Plan::default()), s.restarted());
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
            // The caller is told to wait, and tries again: it works now, or was done before.
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
}

fn a_death_at_any_point_leaves_nothing_half_done(s: &mut Fixture) {
    let mut restarted = s.restarted();
    for (number, deed) in DEEDS.iter().enumerate() {
        for point in 0.. {
            s.begin_anew();
            let output = child::job(&["die", &s.place.option(), &number.to_string(), &point.to_string()]).output().unwrap();
            let mut said = child::said(&output);
            let struck = said.pop().expect("its last words");
            if output.status.success() {
                assert_eq!(struck, "alive");
                break;
            }
            assert!(["Statement", "BeforeCommit", "AfterCommit"].contains(&struck.as_str()), "{struck}: {output:?}");
            if deed.is_one && struck != "AfterCommit" {
                assert_eq!(s.place.contents(), said, "{} at point {point}", deed.name);
            }
            recover(s, &mut restarted, deed);
        }
    }
}

/// The job: prepares a deed, says what the tables hold, and dies in the middle of it.
pub(crate) fn die(option: &str, deed: &str, point: &str) {
    let deed = &DEEDS[deed.parse::<usize>().unwrap()];
    let plan = Rc::new(Plan::default());
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

fn a_death_while_the_tables_are_made_leaves_none_or_all(s: &mut Fixture) {
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
}

/// The job: makes the tables, and dies in the middle of it.
pub(crate) fn die_at_birth(option: &str, point: &str) {
    let plan = Rc::new(Plan::default());
    let mut s = faulty(Place::existing(option), &plan);
    plan.arm(Fault::Death, point.parse().unwrap());
    s.ledger.health().unwrap();
}

/// `kill -9` at random moments. The process says what it was told had been done; all of that is found again.
fn a_death_at_any_moment_loses_nothing_that_was_acknowledged(s: &mut Fixture) {
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
}

/// The job: makes invites and registers through them until somebody ends it.
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
