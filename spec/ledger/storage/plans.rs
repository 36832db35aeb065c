//! Query plans: no statement scans a table.

use std::collections::BTreeSet;
use std::sync::Arc;

use invites_core::ChainLimits;
use invites_core::api::v1::{Amendment, Grant, Once, ScopedKey};
use invites_core::store::Arg;
use rand::rngs::SysRng;

use crate::accounts::tree::tree;
use crate::common::faulty::{Faulty, Plan};
use crate::crashes::deeds::DEEDS;
use crate::prelude::*;
use crate::redeem::webhooks::everything;

/// Settings with this quota for both sorts of invites.
fn with_quota(pending: i64, per_day: Option<i64>) -> Settings {
    let quota = Quota { pending: Some(pending), per_day };
    Settings { allowance: Allowance { accounts: quota, contacts: quota, ..Allowance::default() }, ..settings() }
}

/// The steps of SQLite's plan for a statement.
fn plan(place: &Place, text: &str) -> Vec<String> {
    let arguments = (1..20).take_while(|number| text.contains(&format!("?{number}"))).count();
    let rows = statement(place.engine().as_mut(), &format!("EXPLAIN QUERY PLAN {text}"), &vec![Arg::Null; arguments]);
    let step = |mut row: invites_core::store::Row| {
        let _ = (row.int(), row.int(), row.int());
        row.text().unwrap()
    };
    rows.into_iter().map(step).collect()
}

/// What the HTTP API asks.
fn asked_by_the_api(s: &mut Fixture) {
    let grant = Grant {
        scopes: Vec::new(),
        kinds: Vec::new(),
        roles: Vec::new(),
        groups: Vec::new(),
        rooms: Vec::new(),
        longest_expiry: None,
        most_uses: None,
        rate: 1,
    };
    let (_, new) = ScopedKey::draw(&mut SysRng, None, grant, None, s.now).unwrap();
    s.ledger.add_key(&new).unwrap();
    s.ledger.key(new.hash, s.now).unwrap();
    s.ledger.key_used(&new.key.id, s.now).unwrap();
    s.ledger.keys(None).unwrap();
    s.ledger.remove_key(&new.key.id).unwrap();
    let once = Once::of(b"a", b"b", "/", b"").unwrap();
    let draft = s.draft(free(), Limit::ONCE).unwrap();
    s.ledger.create_once(&[draft], &once, |_| Ok(Vec::new()), s.now).unwrap();
    s.ledger.made_before(&once, s.now).unwrap();
    let token = s.free();
    s.ledger.amend(token.secret(), &Amendment { ttl: Some(5), limit: Some(times(5)), note: None }, s.now).unwrap();
    s.revoke(&token);
    s.server.answering(|facts| s.ledger.restore(token.secret(), facts, s.now)).unwrap();
}

#[test]
fn no_statement_goes_through_a_table() {
    let recorder = Arc::<Plan>::default();
    let fixture = Fixture::new(Database::Sqlite);
    for deed in &DEEDS {
        fixture.place.wipe();
        let mut s = Fixture::at(Place::existing(&fixture.place.option()));
        s.ledger = Faulty::ledger(&recorder, &s.place, with_quota(100, Some(100)));
        let presentations = (deed.prepare)(&mut s);
        (deed.act)(&mut s, &presentations).unwrap();
        let _ = s.ledger.info("0123456789ab", s.now);
        s.ledger.follow_ups(None).unwrap();
        s.ledger.followed_up("romeo@h", "room", "garden@r").unwrap();
        s.ledger = Faulty::ledger(&recorder, &s.place, Settings { receivers: vec![everything("a")], ..with_quota(100, Some(100)) });
        asked_by_the_api(&mut s);
        let token = s.free();
        s.ledger.revoke(token.secret(), None, s.now).unwrap();
        for problem in [None, Some("status 500".to_owned())] {
            s.now = s.now.plus(1000);
            let mail = s.ledger.mail("a", s.now).unwrap().deliveries;
            let outcomes: Vec<_> = mail.into_iter().map(|delivery| (delivery, problem.clone())).collect();
            assert!(!outcomes.is_empty());
            s.ledger.delivered("a", &outcomes, s.now).unwrap();
        }
        s.ledger.receivers().unwrap();
        s.ledger = Faulty::ledger(&recorder, &s.place, with_quota(100, Some(100)));
        assert!(s.ledger.forget_receivers().unwrap() > 0);
        s.ledger.erase(&[token], &[user("paris")]).unwrap();
        for creator in [None, Some(&user("nurse"))] {
            for newest_first in [false, true] {
                s.ledger.list(Query { which: Filter::All, creator, newest_first }, None, 10, s.now).unwrap();
            }
        }
        tree(&mut s, "nurse");
        s.ledger = Faulty::ledger(
            &recorder,
            &s.place,
            Settings { chains: ChainLimits { accounts: Some(9), depth: Some(9), period: 9, after: None }, ..settings() },
        );
        s.ledger.reached_limits(s.now).unwrap();
        s.make(&own("nurse", contact("nurse"))).unwrap();
    }
    let statements: BTreeSet<_> = recorder.statements().into_iter().collect();
    assert!(statements.len() > 25, "{} statements were seen", statements.len());
    for statement in statements.iter().filter(|statement| !statement.contains("invite_schema")) {
        for step in plan(&fixture.place, statement) {
            // A search by the host alone would scan all rows of the host, except in the table of hosts.
            let is_of_host = step.ends_with("(host=?)") || step.ends_with("(host=? AND created_at<?)") || step.ends_with("(host=? AND created_at>?)");
            // As many rows as the quota allows, and one.
            let is_counted = step == "SCAN counted" && statement.contains("LIMIT ?4) AS counted");
            // Whether anybody is registering: the first row is the answer.
            let is_one_row = step.contains("INDEX invite_names_claims (host=?)") && statement.contains("EXISTS (SELECT 1 FROM invite_names");
            let is_short = is_counted || is_one_row || !step.starts_with("SCAN") && !step.contains("TEMP B-TREE") && !is_of_host;
            // The accounts of one name are few, and may be sorted.
            let is_of_one_name = step.starts_with("USE TEMP B-TREE FOR ") && statement.contains("m.username = ?2");
            assert!(is_short || is_of_one_name || step.contains("invite_imports") || step == "SCAN CONSTANT ROW", "{step}: {statement}");
        }
    }
}

/// A user with two hundred thousand invites, or with as many expired ones that are not swept yet, waits no longer than others. Only what counts is
/// read from the index, and no more than the quota.
#[test]
fn a_quota_is_counted_in_an_index_that_passes_over_what_has_expired() {
    let recorder = Arc::<Plan>::default();
    let mut s = Fixture::new(Database::Sqlite);
    s.ledger = Faulty::ledger(&recorder, &s.place, with_quota(3, None));
    s.make(&own("nurse", free())).unwrap();
    s.make(&own("nurse", contact("nurse"))).unwrap();
    let statements: BTreeSet<_> = recorder.statements().into_iter().filter(|statement| statement.contains("AS counted")).collect();
    assert_eq!(statements.len(), 2);
    for statement in statements {
        assert!(statement.contains("LIMIT ?4"), "{statement}");
        let steps = plan(&s.place, statement);
        let is_search = |step: &String| step.contains("INDEX invites_counted") && step.contains("(host=? AND creator=? AND expires_at>?)");
        assert!(steps.iter().any(is_search), "{steps:?}");
    }
}

#[test]
fn nothing_is_counted_where_there_is_no_quota() {
    let recorder = Arc::<Plan>::default();
    let mut s = Fixture::new(Database::Sqlite);
    s.ledger = Faulty::ledger(&recorder, &s.place, settings());
    s.make(&own("nurse", free())).unwrap();
    assert!(!recorder.statements().iter().any(|statement| statement.contains("COUNT")));
}

/// However large a tree is, only accounts of its chain that joined within the period are read, and no more than the limit.
#[test]
fn a_chain_is_counted_in_an_index() {
    let recorder = Arc::<Plan>::default();
    let mut s = Fixture::new(Database::Sqlite);
    let chains = invites_core::ChainLimits { after: Some(1), accounts: Some(3), depth: Some(3), period: 100 };
    s.ledger = Faulty::ledger(&recorder, &s.place, Settings { chains, ..settings() });
    let token = s.token_of(&own("nurse", free()));
    s.register(&token, "romeo").unwrap();
    let statements: BTreeSet<_> = recorder.statements().into_iter().filter(|statement| statement.contains("root = ?2")).collect();
    assert_eq!(statements.len(), 2);
    for statement in statements {
        assert!(statement.contains("LIMIT ?4) AS counted"), "{statement}");
        let steps = plan(&s.place, statement);
        let is_search =
            |step: &String| step.contains("INDEX invite_tree_root (root=? AND joined_at>?)") || step.contains("INDEX invite_names_root (root=?)");
        assert!(steps.iter().any(is_search), "{steps:?}");
    }
}
