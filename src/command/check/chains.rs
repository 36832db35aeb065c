//! Limits on chains of invites: which have no effect, and where one is reached.

use serde::Deserialize;

use super::Report;
use crate::UnixTime;
use crate::command::date;

/// What there is to know about limits.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// Whether there is `invites_after`.
    has_age: bool,
    /// `invites_tree_accounts`.
    accounts: Option<i64>,
    /// `invites_tree_depth`.
    depth: Option<i64>,
    /// Whether Prosody says when accounts were created.
    knows_ages: bool,
    /// Below whom nobody can join.
    #[serde(deserialize_with = "super::list")]
    full: Vec<String>,
    /// Below whom the last generation can invite nobody.
    #[serde(deserialize_with = "super::list")]
    deep: Vec<Deep>,
}

#[derive(Debug, Deserialize)]
struct Deep {
    username: String,
    at: i64,
}

pub(super) fn check(report: &mut Report, facts: &super::Facts) {
    let chains = &facts.chains;
    let before = report.to_do;
    if chains.accounts.is_none() && chains.depth.is_none() && facts.options.sets("invites_tree_period", &facts.host) {
        report.needs("Chains: invites_tree_period has no effect without invites_tree_accounts or invites_tree_depth");
    }
    if let (Some(accounts), Some(depth)) = (chains.accounts, chains.depth) {
        if depth >= accounts {
            report.needs(&format!(
                "Chains: invites_tree_depth = {depth} has no effect: each generation has an account, and invites_tree_accounts = {accounts} is reached first"
            ));
        }
    }
    let is_limited = chains.has_age || chains.accounts.is_some() || chains.depth.is_some();
    if !is_limited || report.to_do > before {
        return;
    }
    let age = if !chains.has_age || chains.knows_ages {
        ""
    } else {
        "; invites_after is only for accounts that joined through a user's invite, as Prosody does not say how old others are"
    };
    report.ok(&format!("Chains: limited{age}"));
    for username in &chains.full {
        report.details(&format!("nobody can join below {username} for now (invites_tree_accounts): tree {username}@{} shows who has", facts.host));
    }
    for Deep { username, at } in &chains.deep {
        let at = date::time(UnixTime::from_seconds(*at));
        report.details(&format!("the last generation below {username} has to wait (invites_tree_depth), since {at}"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::command::check::tests::{ok, report, to_do};

    #[test]
    fn limits_without_effect_are_named() {
        let period = |host: &str| json!({ "options": { "places": [{ "host": host, "names": ["invites_tree_period"] }] } });
        let expected = "Chains: invites_tree_period has no effect without invites_tree_accounts or invites_tree_depth";
        assert_eq!([to_do(&period("h")), to_do(&period("*")), to_do(&period("g"))], [vec![expected], vec![expected], vec![]]);
        assert_eq!(
            to_do(&json!({ "chains": { "accounts": 3, "depth": 3 } })),
            ["Chains: invites_tree_depth = 3 has no effect: each generation has an account, and invites_tree_accounts = 3 is reached first"]
        );
        assert_eq!(ok(&json!({ "chains": { "has_age": true, "knows_ages": true, "accounts": 3, "depth": 2 } }), "Chains").unwrap(), "limited");
        assert!(ok(&json!({ "chains": { "has_age": true } }), "Chains").unwrap().ends_with("as Prosody does not say how old others are"));
        assert_eq!(ok(&json!({}), "Chains"), None);
    }

    #[test]
    fn chains_at_a_limit_are_listed() {
        let lines = report(&json!({ "chains": {
            "accounts": 3, "depth": 2, "full": ["juliet"], "deep": [{ "username": "romeo", "at": 1_700_000_000 }]
        } }))
        .lines;
        let at = lines.iter().position(|line| line == "ok     Chains: limited").unwrap();
        assert_eq!(
            lines[at + 1..at + 3],
            [
                "       nobody can join below juliet for now (invites_tree_accounts): tree juliet@h shows who has",
                "       the last generation below romeo has to wait (invites_tree_depth), since 2023-11-14T22:13:20Z",
            ]
        );
    }
}
