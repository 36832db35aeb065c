//! Is the database there, is it safe, can the server write it?

use serde::Deserialize;

use super::Report;

/// What there is to know about the database.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// Where it is, as it may be shown.
    place: String,
    /// Why it does not work.
    problem: Option<String>,
    engine: String,
    version: i64,
    /// How many servers use it.
    servers: i64,
    file: Option<File>,
    is_local: bool,
    is_encrypted: bool,
    /// Of a database that can be at several servers.
    replication: Option<Replication>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Replication {
    /// The server that is used.
    used: String,
    #[serde(deserialize_with = "super::list")]
    others: Vec<String>,
    #[serde(deserialize_with = "super::list")]
    problems: Vec<String>,
    is_confirmed: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    path: String,
    /// Prosody's data directory.
    data: String,
    /// The directory of the file, if that is missing.
    missing_directory: Option<String>,
    has_wal: bool,
    /// The file itself and those that SQLite puts beside it.
    #[serde(deserialize_with = "super::list")]
    parts: Vec<Part>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    path: String,
    /// Whether it is another user's than the data directory.
    is_foreign: bool,
    /// Whether every user of the machine may read it.
    is_open: bool,
}

pub(super) fn check(report: &mut Report, facts: &Facts) {
    let place = &facts.place;
    let mut to_do: Vec<String> = facts.file.iter().flat_map(files).collect();
    if let Some(problem) = &facts.problem {
        report.needs(&format!("Database: {place} does not work, so nobody can register: {problem}"));
    } else if let Some(file) = &facts.file {
        let text = format!("{} can't be used in WAL mode, which file systems of a network do not have: put it on a local disk", file.path);
        to_do.extend(Some(text).filter(|_| !file.has_wal));
    } else if !facts.is_local && !facts.is_encrypted {
        to_do.push("the way to PostgreSQL is not encrypted: add ?sslmode=require to invites_database".to_owned());
    }
    if facts.servers > 1 {
        to_do.push(format!(
            "{} servers use {place} at the same time: stop the one that should not, or give it another invites_database",
            facts.servers
        ));
    }
    to_do.extend(facts.replication.iter().flat_map(servers));
    for text in &to_do {
        report.needs(&format!("Database: {text}"));
    }
    if facts.problem.is_none() && to_do.is_empty() {
        let engine = if facts.engine == "sqlite" { "SQLite" } else { "PostgreSQL" };
        report.ok(&format!("Database: {engine}, schema {}, at {place}", facts.version));
        if let Some(Replication { used, others, .. }) = &facts.replication {
            report.details(&format!("{used} is used; {}", others.join(", ")));
        }
    }
}

/// What is to be done for the others of several servers.
fn servers(found: &Replication) -> Vec<String> {
    let mut to_do: Vec<_> =
        found.problems.iter().map(|problem| format!("of the servers in invites_database, one can't take over: {problem}")).collect();
    if !found.is_confirmed {
        to_do.push(format!(
            "{} tells of success before another server has what was written, which is lost if that takes over: set synchronous_standby_names",
            found.used
        ));
    }
    to_do
}

fn files(file: &File) -> Vec<String> {
    let mut to_do = Vec::new();
    for part in &file.parts {
        let path = &part.path;
        if part.is_foreign {
            to_do.push(format!("{path} is another user's than the data directory: chown --reference={} {path}", file.data));
        }
        if part.is_open {
            to_do.push(format!("{path} can be read by every user of this machine: chmod 600 {path}"));
        }
    }
    let missing = file.missing_directory.as_ref();
    to_do.extend(missing.map(|directory| format!("the directory {directory} is not there: make it, for the user that Prosody runs as")));
    to_do
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::command::check::tests::{ok, to_do};

    #[test]
    fn a_database_that_works_is_named() {
        assert_eq!(ok(&json!({}), "Database").unwrap(), "SQLite, schema 9, at /d/i.sqlite");
        let remote = json!({ "database": { "engine": "postgres", "place": "postgresql://x", "file": null, "is_encrypted": true } });
        assert_eq!(ok(&remote, "Database").unwrap(), "PostgreSQL, schema 9, at postgresql://x");
    }

    #[test]
    fn of_several_servers_each_is_named() {
        let found = |replication: serde_json::Value| json!({ "database": { "engine": "postgres", "place": "postgresql://a,b", "file": null, "is_encrypted": true, "replication": replication } });
        let whole = found(json!({ "used": "a", "others": ["b is a standby"], "problems": {}, "is_confirmed": true }));
        assert_eq!(ok(&whole, "Database").unwrap(), "PostgreSQL, schema 9, at postgresql://a,b");
        assert!(to_do(&whole).is_empty());
        let broken = found(json!({ "used": "a", "others": {}, "problems": ["b: Connection refused"], "is_confirmed": false }));
        assert_eq!(
            to_do(&broken),
            [
                "Database: of the servers in invites_database, one can't take over: b: Connection refused",
                "Database: a tells of success before another server has what was written, which is lost if that takes over: set synchronous_standby_names",
            ]
        );
    }

    #[test]
    fn what_is_wrong_with_it_is_said() {
        for (changes, expected) in [
            (json!({ "problem": "No such file" }), vec!["/d/i.sqlite does not work, so nobody can register: No such file"]),
            (
                json!({ "file": { "has_wal": false } }),
                vec!["/d/i.sqlite can't be used in WAL mode, which file systems of a network do not have: put it on a local disk"],
            ),
            (json!({ "file": null }), vec!["the way to PostgreSQL is not encrypted: add ?sslmode=require to invites_database"]),
            (
                json!({ "servers": 2 }),
                vec!["2 servers use /d/i.sqlite at the same time: stop the one that should not, or give it another invites_database"],
            ),
            (
                json!({ "file": { "parts": [{ "path": "/d/i", "is_foreign": true, "is_open": true }], "missing_directory": "/x" } }),
                vec![
                    "/d/i is another user's than the data directory: chown --reference=/d /d/i",
                    "/d/i can be read by every user of this machine: chmod 600 /d/i",
                    "the directory /x is not there: make it, for the user that Prosody runs as",
                ],
            ),
        ] {
            let expected: Vec<_> = expected.iter().map(|text| format!("Database: {text}")).collect();
            assert_eq!(to_do(&json!({ "database": changes })), expected);
        }
    }
}
