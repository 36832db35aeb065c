//! Whose modules there are, whether Prosody can read them, and what the running server has of them.

use serde::Deserialize;

use super::Report;
use crate::UnixTime;
use crate::command::date;

/// What there is to know about the modules of the suite.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// The folder of the suite.
    root: String,
    /// The folder that Prosody has to be able to read. It is above the folder of the suite where Prosody's plugin installer has put it there.
    tree: String,
    /// Other folders that Prosody looks into and that have the suite, too.
    #[serde(deserialize_with = "super::list")]
    others: Vec<String>,
    /// The user whom Prosody runs as.
    prosody_user: String,
    /// Files that this user can't read, sorted.
    #[serde(deserialize_with = "super::list")]
    unreadable: Vec<String>,
    /// The modules of the suite.
    #[serde(deserialize_with = "super::list")]
    copies: Vec<Copy>,
    /// When the newest of their files was changed.
    newest: i64,
    /// What the running server says, where this is not the server.
    server: Option<Server>,
    /// Why it says nothing.
    silence: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Copy {
    /// Without `mod_`.
    name: String,
    /// Where it is in the folder of the suite.
    ours: String,
    /// The file that Prosody takes.
    taken: Option<String>,
    /// Whether that is ours.
    is_ours: bool,
    /// The file that the running server has loaded.
    running: Option<String>,
    /// Whether that is ours.
    is_running_ours: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Server {
    version: String,
    started: i64,
}

pub(super) fn check(report: &mut Report, facts: &super::Facts) {
    let suite = &facts.suite;
    if let [first, others @ ..] = suite.unreadable.as_slice() {
        let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
        report.needs(&format!(
            "Modules: Prosody (the user {}) can't read {first}{more}, and takes other modules instead or none: chmod -R a+rX {}",
            suite.prosody_user, suite.tree
        ));
    }
    // A module of the suite next to somebody else's of another name works; next to somebody else's half of the suite it may not.
    let mut are_ours = suite.unreadable.is_empty();
    for copy in suite.copies.iter().filter(|copy| facts.has(&copy.name) && !copy.is_ours) {
        are_ours = false;
        let taken = copy.taken.as_deref().unwrap_or("nowhere");
        report.needs(&format!(
            "Modules: mod_{} comes from {taken} instead of {}: put {} first in plugin_paths, or remove that copy",
            copy.name, copy.ours, suite.root
        ));
    }
    for other in &suite.others {
        are_ours = false;
        report.needs(&format!(
            "Modules: Prosody takes this suite from {}, and the one in {other} has no effect, nor have upgrades of it: remove one of the two",
            suite.root
        ));
    }
    if are_ours {
        report.ok(&format!("Modules: all that are of this suite come from {}", suite.root));
    }
    if let Some(why) = &suite.silence {
        report.ok(&format!("Server: not asked what it has loaded, as it does not run or its admin_shell can't be reached ({why})"));
    }
    if let Some(server) = &suite.server {
        running(report, facts, server);
    }
}

/// What there is may not be what runs.
fn running(report: &mut Report, facts: &super::Facts, server: &Server) {
    let before = report.to_do;
    for copy in &facts.suite.copies {
        let name = &copy.name;
        match &copy.running {
            None if facts.has(name) => report
                .needs(&format!("Server: mod_{name} is not loaded in the running server: restart it (if it was restarted since, its log says why)")),
            Some(path) if !copy.is_running_ours => report.needs(&format!("Server: the running server has mod_{name} from {path}: restart it")),
            _ => {}
        }
    }
    if report.to_do == before && facts.suite.newest > server.started {
        let since = date::time(UnixTime::from_seconds(server.started));
        report.needs(&format!("Server: files of the modules are newer than the running server (since {since}): restart it"));
    }
    if report.to_do == before {
        report.ok(&format!("Server: it runs these modules (Prosody {})", server.version));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::command::check::tests::{ok, to_do};

    fn suite(changes: &Value) -> Value {
        json!({ "suite": changes })
    }

    fn copy(changes: &Value) -> Value {
        let mut copy = json!({ "name": "invites", "ours": "/p/i", "taken": "/p/i", "is_ours": true, "running": "/p/i", "is_running_ours": true });
        copy.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        copy
    }

    #[test]
    fn the_modules_are_ours_and_can_be_read() {
        assert_eq!(ok(&json!({}), "Modules").unwrap(), "all that are of this suite come from /p");
        for (changes, expected) in [
            (
                json!({ "unreadable": ["/p/a", "/p/b", "/p/c"] }),
                "Prosody (the user prosody) can't read /p/a and 2 more, and takes other modules instead or none: chmod -R a+rX /p",
            ),
            (
                json!({ "unreadable": ["/q"], "tree": "/q" }),
                "Prosody (the user prosody) can't read /q, and takes other modules instead or none: chmod -R a+rX /q",
            ),
            (
                json!({ "copies": [copy(&json!({ "taken": null, "is_ours": false })), copy(&json!({ "name": "other", "is_ours": false }))] }),
                "mod_invites comes from nowhere instead of /p/i: put /p first in plugin_paths, or remove that copy",
            ),
            (
                json!({ "others": ["/q"] }),
                "Prosody takes this suite from /p, and the one in /q has no effect, nor have upgrades of it: remove one of the two",
            ),
        ] {
            assert_eq!(to_do(&suite(&changes)), [format!("Modules: {expected}")]);
            assert_eq!(ok(&suite(&changes), "Modules"), None);
        }
    }

    #[test]
    fn the_server_runs_what_is_there() {
        let server = |newest: i64, changes: Value| {
            suite(&json!({ "server": { "version": "13.0.2", "started": 86_400 }, "newest": newest, "copies": [copy(&changes)] }))
        };
        assert_eq!(ok(&server(0, json!({})), "Server").unwrap(), "it runs these modules (Prosody 13.0.2)");
        for (changes, expected) in [
            (server(86_401, json!({})), "files of the modules are newer than the running server (since 1970-01-02T00:00:00Z): restart it"),
            (
                server(86_401, json!({ "running": null })),
                "mod_invites is not loaded in the running server: restart it (if it was restarted since, its log says why)",
            ),
            (server(0, json!({ "running": "/x", "is_running_ours": false })), "the running server has mod_invites from /x: restart it"),
        ] {
            assert_eq!(to_do(&changes), [format!("Server: {expected}")]);
        }
        let silent = ok(&suite(&json!({ "silence": "no answer" })), "Server").unwrap();
        assert_eq!(silent, "not asked what it has loaded, as it does not run or its admin_shell can't be reached (no answer)");
    }
}
