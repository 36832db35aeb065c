//! The verbs that are measured, each with the state that it needs.

use std::time::{Duration, Instant};

use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::{Cursor, Filter, Ledger, Query, Token, Username};

use super::common::{Fixture, facts, user};
use super::figures::Samples;
use super::load::{EACH, TENTH, created, creator, token};
use super::progress::Progress;

/// How long one verb is measured, and how often at the most.
const TIME: Duration = Duration::from_secs(1);
const MOST: usize = 5000;
/// Of ten invites, those that each of these verbs uses up.
const CLAIMED: usize = 1;
const REVOKED: usize = 2;
const EXTENDED: usize = 3;
const CHECKED: usize = 4;

/// Among loaded rows.
struct World {
    s: Fixture,
    rows: usize,
    /// How often each verb was called, and a number that jumps about.
    calls: usize,
}

/// Does something once, and returns how long that part took which counts. `None`: nothing is left to do it with.
type Verb = fn(&mut World) -> Option<Duration>;

/// In an order in which none takes away what another one needs.
const VERBS: &[(&str, Verb)] = &[
    ("check, found", |w| {
        let token = w.any(CHECKED);
        w.timed(|s| drop(s.ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).unwrap()))
    }),
    ("check, not found", |w| {
        let token = format!("nobody{:018}", w.jump());
        w.timed(|s| drop(s.ledger.check(&token, &Purpose::Register, &Accounts::default(), s.now).unwrap_err()))
    }),
    ("claim and redeem", |w| {
        let token = w.unused(CLAIMED)?;
        let presentation = w.s.check(&token).unwrap();
        let name = format!("newcomer{}", w.calls);
        let absent = facts(&[(&name, AccountStatus::Absent)]);
        w.timed(|s| {
            s.ledger.claim(&presentation, &user(&name), &absent, s.now).unwrap();
            s.ledger.redeem(&presentation, Some(&user(&name)), s.now).unwrap();
        })
    }),
    ("create", |w| w.timed(|s| drop(s.free()))),
    ("create, with a reserved name", |w| {
        let name = format!("guest{}", w.calls);
        w.timed(|s| drop(s.bound(&name)))
    }),
    ("list, a page of 50", |w| {
        let after = w.place();
        w.timed(|s| drop(s.ledger.list(Query::of(Filter::Pending), Some(&after), 50, s.now).unwrap()))
    }),
    ("list, a page of 50 of one user's", |w| {
        let maker = creator(w.jump() / TENTH * TENTH + TENTH - 1);
        let list = Query { creator: maker.as_ref(), ..Query::of(Filter::Pending) };
        w.timed(|s| drop(s.ledger.list(list, None, 50, s.now).unwrap()))
    }),
    ("stats, a page of 100", |w| {
        let after = w.place();
        w.timed(|s| drop(s.ledger.count(Some(&after), Ledger::PAGE, s.now).unwrap()))
    }),
    ("tree, a piece of 100 accounts", |w| {
        let top = user(&format!("account{}", w.jump() / 1000));
        let mut walk = w.s.ledger.walk(&top).unwrap();
        w.timed(|s| drop(s.ledger.walk_on(&mut walk).unwrap()))
    }),
    ("show, by short id", |w| {
        let short = w.any(CHECKED).id().short();
        w.timed(|s| drop(s.ledger.info(&short, s.now).unwrap()))
    }),
    ("extend", |w| {
        let token = w.unused(EXTENDED)?;
        w.timed(|s| drop(s.ledger.extend(token.secret(), None, 86_400, s.now).unwrap()))
    }),
    ("revoke", |w| {
        let token = w.unused(REVOKED)?;
        w.timed(|s| drop(s.ledger.revoke(token.secret(), None, s.now).unwrap()))
    }),
    ("an account ends that made 100", |w| {
        let maker = w.maker()?;
        w.timed(|s| s.ledger.account_ended(&maker, s.now).unwrap())
    }),
    ("tidy, a piece of 100", |w| {
        let start = Instant::now();
        w.s.ledger.tidy(w.s.now).unwrap().map(|_| start.elapsed())
    }),
    ("sweep 100", |w| {
        // Long after everything has ended.
        let (later, start) = (w.s.now.plus(1_000_000_000), Instant::now());
        (w.s.sweep(later).unwrap() > 0).then(|| start.elapsed())
    }),
];

impl World {
    /// Does something, and returns how long it took.
    #[expect(clippy::unnecessary_wraps, reason = "it is what a verb returns")]
    fn timed(&mut self, work: impl FnOnce(&mut Fixture)) -> Option<Duration> {
        let start = Instant::now();
        work(&mut self.s);
        Some(start.elapsed())
    }

    /// The number of a row far from the one before.
    fn jump(&self) -> usize {
        // A prime that divides no number of rows.
        self.calls * 7_368_787 % self.rows
    }

    /// The token of any of the ten per cent of invites that a verb has to itself.
    fn any(&self, verb: usize) -> Token {
        token(self.jump() / TENTH * TENTH + verb)
    }

    /// The same, each once; `None` if all were there.
    fn unused(&self, verb: usize) -> Option<Token> {
        let share = self.rows / TENTH;
        (self.calls < share).then(|| token(self.calls * 7_368_787 % share * TENTH + verb))
    }

    /// The place in the list behind any invite.
    fn place(&self) -> Cursor {
        let number = self.jump();
        Cursor { created: created(number, self.rows), id: token(number).id() }
    }

    /// Users who made invites, each once; `None` if all were there.
    fn maker(&self) -> Option<Username> {
        let users = self.rows / TENTH / EACH;
        (self.calls < users).then(|| user(&format!("maker{}", self.calls * 7_368_787 % users)))
    }
}

/// Measures all verbs.
pub(crate) fn measure(mut s: Fixture, rows: usize, engine: &str) -> Vec<(&'static str, Samples)> {
    s.sweep(s.now).unwrap(); // from now on it watches the clock, and will believe it
    let mut world = World { s, rows, calls: 0 };
    let mut progress = Progress::new(&format!("{engine}: verbs"), VERBS.len());
    let measured = VERBS.iter().enumerate().map(|(at, (name, verb))| {
        progress.at(at);
        (*name, Samples::new(times(&mut world, *verb)))
    });
    measured.collect()
}

fn times(world: &mut World, verb: Verb) -> Vec<Duration> {
    let (start, mut times) = (Instant::now(), Vec::new());
    world.calls = 0;
    while times.len() < MOST && (start.elapsed() < TIME || times.is_empty()) {
        let Some(time) = verb(world) else { break };
        times.push(time);
        world.calls += 1;
    }
    times
}
