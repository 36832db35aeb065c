//! Do the receivers of webhooks take what is sent?

use serde::Deserialize;

use super::Report;
use crate::UnixTime;

/// What there is to know about a receiver.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// Its address without the path.
    shown: String,
    /// How many events wait.
    waiting: i64,
    /// How many tries in a row have failed.
    failures: i64,
    /// Since when.
    since: Option<i64>,
    /// What the last one failed with.
    problem: Option<String>,
}

pub(super) fn check(report: &mut Report, receivers: &[Facts]) {
    for Facts { shown, waiting, failures, since, problem } in receivers {
        let waiting = if *waiting == 1 { "1 event waits".to_owned() } else { format!("{waiting} events wait") };
        if *failures == 0 {
            report.ok(&format!("Webhooks: {shown} takes them; {waiting}"));
        } else {
            let since = UnixTime::from_seconds(since.unwrap_or_default()).text();
            let problem = problem.as_deref().unwrap_or("no reason given");
            report.needs(&format!("Webhooks: {shown} has taken none since {since} ({failures} tries), the last failed with: {problem}. {waiting}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::command::check::tests::{ok, to_do};

    #[test]
    fn a_receiver_that_fails_is_told() {
        let fails = json!({ "shown": "https://a", "waiting": 1, "failures": 3, "since": 0, "problem": "status 500" });
        assert_eq!(
            to_do(&json!({ "webhooks": [fails] })),
            ["Webhooks: https://a has taken none since 1970-01-01 00:00 UTC (3 tries), the last failed with: status 500. 1 event waits"]
        );
        let works = json!({ "webhooks": [{ "shown": "https://a", "waiting": 2 }] });
        assert_eq!(ok(&works, "Webhooks").unwrap(), "https://a takes them; 2 events wait");
    }
}
