//! Random histories, which run on the ledger and on the model. After each step, or group of steps, both must say the same.

use std::sync::atomic::{AtomicU32, Ordering};

use invites_core::store::{Mode, Process, Store};
use proptest::test_runner::{Config, TestRunner};

use super::step::{Step, step};
use super::{Counts, Index, Model, NAMES, Name};
use crate::prelude::*;

#[test]
fn sqlite_keeps_its_word() {
    histories(Database::Sqlite, 400, 40);
}

#[test]
fn postgresql_keeps_its_word() {
    histories(Database::Postgres, 40, 40);
}

/// Many more histories (`make soak`).
#[test]
#[ignore = "takes minutes"]
fn both_keep_their_word_in_the_long_run() {
    histories(Database::Sqlite, 20_000, 60);
    histories(Database::Postgres, 1_000, 60);
}

fn histories(database: Database, cases: u32, length: usize) {
    let place = Place::new(database);
    let hosts = AtomicU32::new(0);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let steps = proptest::collection::vec(proptest::collection::vec(step(), 1..4), 1..length / 2);
    let outcome = runner.run(&steps, |steps| {
        let mut history = History::new(&place, format!("host{}.example", hosts.fetch_add(1, Ordering::Relaxed)));
        for together in steps {
            history.take_together(together);
            history.compare();
        }
        history.end();
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    place.assert_sound();
}

/// One host in the ledger and in the model.
struct History<'p> {
    place: &'p Place,
    host: String,
    ledger: Ledger,
    server: Server,
    presentations: Vec<Presentation>,
    model: Model,
}

impl<'p> History<'p> {
    fn new(place: &'p Place, host: String) -> Self {
        let is_shared = place.database == Database::Postgres;
        let model = Model { now: at(0), is_shared, process: 0, accounts: Vec::new(), invites: Vec::new(), presentations: Vec::new() };
        let ledger = Self::open(place, &host, 0);
        let mut history = Self { place, host, ledger, server: Server::default(), presentations: Vec::new(), model };
        history.adduser("juliet");
        history
    }

    fn open(place: &Place, host: &str, process: u8) -> Ledger {
        let settings = Settings { host: host.to_owned(), process: Process::new([process; 16]), ..settings() };
        Ledger::new(settings, Store::new(place.location.clone()))
    }

    fn adduser(&mut self, name: Name) {
        self.server.set(name, AccountStatus::Active);
        self.model.accounts.push(name);
    }

    fn deluser(&mut self, name: Name) {
        self.server.set(name, AccountStatus::Absent);
        self.model.accounts.retain(|account| *account != name);
    }

    fn invite(&self, number: Index) -> Option<Index> {
        number.checked_rem(self.model.invites.len())
    }

    /// A presentation whose holder is still there.
    fn presentation(&self, number: Index) -> Option<Index> {
        number.checked_rem(self.presentations.len()).filter(|index| !self.model.presentations[*index].is_gone)
    }

    /// Such a presentation that has claimed a name.
    fn claimant(&self, number: Index) -> Option<(Index, Name)> {
        let index = self.presentation(number)?;
        self.model.presentations[index].claim.as_ref().map(|claim| (index, claim.name))
    }

    /// Takes steps in one group, as the worker does.
    fn take_together(&mut self, steps: Vec<Step>) {
        let is_group = steps.len() > 1 && !steps.iter().any(|step| matches!(step, Step::Restart));
        if is_group {
            self.ledger.begin_group(Mode::Durable).unwrap();
        }
        for step in steps {
            self.take(step);
        }
        if is_group {
            self.ledger.end_group().unwrap();
        }
    }

    /// Takes a step, unless there is nothing to take it with.
    fn take(&mut self, step: Step) -> Option<()> {
        let now = self.model.now;
        match step {
            Step::Make(kind, limit, ttl) => self.make(kind, limit, ttl),
            Step::Present(invite, purpose) => {
                let index = self.invite(invite)?;
                let token = self.model.invites[index].token.clone();
                let answer = self.server.answering(|facts| self.ledger.check(token.secret(), &purpose, facts, now));
                assert_eq!(answer.as_ref().map(drop), self.model.present(index, &purpose).as_ref().map(drop));
                self.presentations.extend(answer.map(|checked| checked.presentation));
            }
            Step::Claim(presentation, name) => {
                let index = self.presentation(presentation)?;
                let name = name.unwrap_or_else(|| self.model.fitting(index));
                let answer = self.server.answering(|facts| self.ledger.claim(&self.presentations[index], &user(name), facts, now));
                assert_eq!(answer.map(drop), self.model.claim(index, name));
            }
            Step::Finish(presentation) => {
                let (index, name) = self.claimant(presentation)?;
                self.account_is_made(index, name);
                let Redeemed { again, over_limit, .. } = self.ledger.redeem(&self.presentations[index], Some(&user(name)), now).unwrap();
                assert_eq!((again, over_limit), (false, false));
                assert_eq!(self.model.redeem(index), (false, false));
            }
            Step::Fail(presentation) => {
                let index = self.presentation(presentation)?;
                self.ledger.release(&self.presentations[index]).unwrap();
                self.model.release(index);
            }
            Step::Vanish(presentation, with_account) => {
                let index = self.presentation(presentation)?;
                if let Some((index, name)) = self.claimant(index).filter(|_| with_account && !self.model.is_reset(index)) {
                    self.account_is_made(index, name);
                }
                self.model.presentations[index].is_gone = true;
            }
            Step::TellAgain(presentation) => {
                let index = self.presentation(presentation).filter(|index| self.model.presentations[*index].is_used)?;
                let Redeemed { again, over_limit, .. } = self.ledger.redeem(&self.presentations[index], None, now).unwrap();
                assert_eq!((again, over_limit), self.model.redeem(index));
            }
            Step::Spend(presentation) => {
                let index = self.presentation(presentation)?;
                let answer = self.server.answering(|facts| self.ledger.spend(&self.presentations[index], None, facts, now));
                let answer = answer.map(|Redeemed { again, over_limit, .. }| (again, over_limit));
                assert_eq!(answer, self.model.spend(index));
                if answer == Ok((false, false)) {
                    self.model.made(index, 1);
                }
            }
            Step::Settle(presentation) => {
                let index = self.presentation(presentation)?;
                let answer = self.server.answering(|facts| self.ledger.settle(&self.presentations[index], facts, now)).unwrap();
                assert_eq!(counts(&answer), self.model.settle(index));
            }
            Step::SettleStale => {
                let answer = self.server.answering(|facts| self.ledger.settle_stale(facts, now)).unwrap();
                assert_eq!(counts(&answer), self.model.settle_stale());
            }
            Step::Revoke(invite) => {
                let index = self.invite(invite)?;
                assert_eq!(self.ledger.revoke(self.model.invites[index].token.secret(), None, now).map(drop), self.model.revoke(index));
            }
            Step::Adduser(name) => {
                if self.model.claimant(name).is_none() && !self.model.exists(name) {
                    self.adduser(name);
                }
            }
            Step::Deluser(name) => {
                // While the name is being registered, the registration is undone.
                if let Some(index) = self.model.claimant(name).filter(|index| !self.model.is_reset(*index) && self.model.exists(name)) {
                    self.model.made(index, -1);
                }
                self.deluser(name);
                self.ledger.account_ended(&user(name), now).unwrap();
                assert_eq!(self.tidy(), self.model.forget(name));
            }
            Step::Sweep => assert_eq!(self.ledger.sweep(now, now.seconds()), Ok(Some(self.model.sweep()))),
            Step::Restart => {
                self.model.process += 1;
                self.ledger = Self::open(self.place, &self.host, self.model.process);
            }
            Step::Wait(seconds) => self.model.now = now.plus(seconds),
        }
        Some(())
    }

    fn make(&mut self, kind: Kind, limit: Option<u32>, ttl: i64) {
        let now = self.model.now;
        let request = CreateRequest {
            limit: Limit::from_max_uses(limit.map(i64::from)).unwrap(),
            ttl: Some(ttl),
            data: None,
            ..CreateRequest::of(kind.clone())
        };
        let draft = self.server.answering(|facts| self.ledger.draft(request.clone(), facts, now));
        assert_eq!(draft.as_ref().map(drop), self.model.may_create(&kind).as_ref().map(drop));
        if let Ok(draft) = draft {
            self.ledger.create(&draft, now).unwrap();
            self.model.make(draft.token().clone(), kind, limit.map(i64::from), ttl);
        }
    }

    fn account_is_made(&mut self, index: Index, name: Name) {
        self.model.made(index, 1);
        if !self.model.is_reset(index) {
            self.adduser(name);
        }
    }

    /// The number of invites that were revoked because their account or password is gone.
    fn tidy(&mut self) -> usize {
        let mut revoked = 0;
        while let Some(done) = self.ledger.tidy(self.model.now).unwrap() {
            revoked += done.revoked;
        }
        revoked
    }

    /// The ledger and the model agree, and all is within the limits.
    fn compare(&mut self) {
        self.tidy();
        for index in 0..self.model.invites.len() {
            let invite = &self.model.invites[index];
            let info = self.ledger.info(invite.token.secret(), self.model.now);
            assert_eq!(
                info.as_ref().map(|(invite, state)| (invite.uses, *state)),
                self.model.state(index).as_ref().map(|state| (invite.uses, *state))
            );
            let claims = i64::try_from(self.model.claims_on(index).count()).unwrap();
            assert!(invite.is_within_limit(claims), "{invite:?} has {claims} claims");
        }
        for name in NAMES {
            assert_eq!(self.ledger.open_name(&user(name), &facts(&[(name, AccountStatus::Absent)]), self.model.now), self.model.open_name(name));
        }
    }

    /// All claims are settled, and then each use is an account.
    fn end(&mut self) {
        self.take(Step::Wait(Ledger::LEASE));
        self.take(Step::SettleStale);
        self.compare();
        for (index, invite) in self.model.invites.iter().enumerate() {
            assert_eq!(self.model.claims_on(index).count(), 0);
            assert_eq!(invite.uses, invite.made, "a use was lost, or one was counted that nobody had");
        }
    }
}

fn counts(settled: &Settled) -> Counts {
    assert_eq!(settled.open, 0);
    (settled.redeemed.len() as u64, settled.released)
}
