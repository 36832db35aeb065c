//! Query plans: no statement scans a table.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use invites_core::store::{Arg, Engine, Mode, Row, Sql, Store, Work};

use crate::accounts::tree::tree;
use crate::crashes::deeds::DEEDS;
use crate::prelude::*;

type Statements = Rc<RefCell<BTreeSet<&'static str>>>;

/// Writes down what is run.
struct Recorder(Box<dyn Engine>, Statements);

impl Engine for Recorder {
    fn transaction(&mut self, mode: Mode, work: &mut Work<'_>) -> Result<(), Error> {
        let statements = &self.1;
        self.0.transaction(mode, &mut |sql| work(&mut Recording(sql, statements)))
    }

    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn lock_of(&self, process: &[u8]) -> Option<std::path::PathBuf> {
        self.0.lock_of(process)
    }
}

struct Recording<'r>(&'r mut dyn Sql, &'r Statements);

impl Sql for Recording<'_> {
    fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        self.1.borrow_mut().insert(statement);
        self.0.run(statement, args)
    }

    fn is_exclusive(&self) -> bool {
        self.0.is_exclusive()
    }
}

#[test]
fn no_statement_goes_through_a_table() {
    let statements = Statements::default();
    let fixture = Fixture::new(Database::Sqlite);
    for deed in &DEEDS {
        fixture.place.wipe();
        let mut s = Fixture::at(Place::existing(&fixture.place.option()));
        let engine = Recorder(s.place.engine(), Rc::clone(&statements));
        let quota = Quota { pending: Some(100), per_day: Some(100) };
        let allowance = Allowance { accounts: quota, contacts: quota, ..Allowance::default() };
        s.ledger = Ledger::new(Settings { allowance, ..settings() }, Store::with(s.place.location.clone(), Box::new(engine)));
        let presentations = (deed.prepare)(&mut s);
        (deed.act)(&mut s, &presentations).unwrap();
        let _ = s.ledger.info("0123456789ab", s.now);
        for creator in [None, Some(&user("nurse"))] {
            for newest_first in [false, true] {
                s.ledger.list(Query { which: Filter::All, creator, newest_first }, None, 10, s.now).unwrap();
            }
        }
        tree(&mut s, "nurse");
        s.make(&own("nurse", contact("nurse"))).unwrap();
    }
    let (statements, mut engine) = (statements.borrow(), fixture.place.engine());
    assert!(statements.len() > 25, "{} statements were seen", statements.len());
    for statement in statements.iter().filter(|statement| !statement.contains("invite_schema")) {
        let arguments = (1..20).take_while(|number| statement.contains(&format!("?{number}"))).count();
        for mut row in crate::common::statement(engine.as_mut(), &format!("EXPLAIN QUERY PLAN {statement}"), &vec![Arg::Null; arguments]) {
            let _ = (row.int(), row.int(), row.int());
            let step = row.text().unwrap();
            // A search by the host alone would go through all that the host has, but in the table of hosts.
            let is_of_host = step.ends_with("(host=?)") || step.ends_with("(host=? AND created_at<?)") || step.ends_with("(host=? AND created_at>?)");
            // As many rows as the quota allows, and one.
            let is_counted = step == "SCAN counted" && statement.contains("LIMIT ?4) AS counted");
            let is_short = is_counted || !step.starts_with("SCAN") && !step.contains("TEMP B-TREE") && !is_of_host;
            // Those of one name are few, and may be put in order.
            let is_of_one_name = step.starts_with("USE TEMP B-TREE FOR ") && statement.contains("m.username = ?2");
            assert!(is_short || is_of_one_name || step.contains("invite_imports") || step == "SCAN CONSTANT ROW", "{step}: {statement}");
        }
    }
}

/// Whoever has made two hundred thousand invites, and whose invites have expired without being swept, waits no longer than others. No index is gone through but
/// for what is counted, and of that no more than the quota.
#[test]
fn a_quota_is_counted_in_an_index_that_passes_over_what_has_expired() {
    let statements = Statements::default();
    let mut s = Fixture::new(Database::Sqlite);
    let engine = Recorder(s.place.engine(), Rc::clone(&statements));
    let quota = Quota { pending: Some(3), per_day: None };
    let allowance = Allowance { accounts: quota, contacts: quota, ..Allowance::default() };
    s.ledger = Ledger::new(Settings { allowance, ..settings() }, Store::with(s.place.location.clone(), Box::new(engine)));
    s.make(&own("nurse", free())).unwrap();
    s.make(&own("nurse", contact("nurse"))).unwrap();
    let (statements, mut engine) = (statements.borrow(), s.place.engine());
    let counting: Vec<_> = statements.iter().filter(|statement| statement.contains("AS counted")).collect();
    assert_eq!(counting.len(), 2);
    for statement in counting {
        assert!(statement.contains("LIMIT ?4"), "{statement}");
        let mut steps = Vec::new();
        for mut row in crate::common::statement(engine.as_mut(), &format!("EXPLAIN QUERY PLAN {statement}"), &[Arg::Null; 5]) {
            let _ = (row.int(), row.int(), row.int());
            steps.push(row.text().unwrap());
        }
        let found = steps.iter().any(|step| step.contains("INDEX invites_counted") && step.contains("(host=? AND creator=? AND expires_at>?)"));
        assert!(found, "{steps:?}");
    }
}

#[test]
fn nothing_is_counted_where_there_is_no_quota() {
    let statements = Statements::default();
    let mut s = Fixture::new(Database::Sqlite);
    let engine = Recorder(s.place.engine(), Rc::clone(&statements));
    s.ledger = Ledger::new(settings(), Store::with(s.place.location.clone(), Box::new(engine)));
    s.make(&own("nurse", free())).unwrap();
    assert!(!statements.borrow().iter().any(|statement| statement.contains("COUNT")));
}
