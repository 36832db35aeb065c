//! Fills the library's tables with many invites and accounts, quickly: indexes are made when the rows are there.

use std::fmt::Write as _;
use std::process::Command;

use invites_core::store::{Arg, Mode, Sqlite, transact};
use invites_core::{NodeId, Token, Username};

use super::common::fixture::{HOST, at};
use super::common::{Database, Place, statement, user};
use super::progress::Progress;

/// Rows of one transaction. Each touches nearly every page of the index of random ids, so there should be few transactions.
const PIECE: usize = 1_000_000;
/// The same where rows are made by the database itself.
const STEP: usize = 100_000;
/// Every so many invites, there is one with a reserved name, and one that a user made on their own authority.
pub(crate) const TENTH: usize = 10;
/// Of the ten, the one that a user made.
pub(crate) const MADE_BY_USER: usize = 9;
/// Invites of one user.
pub(crate) const EACH: usize = 100;
/// Accounts that one account invited.
const INVITEES: usize = 10;

/// The token of an invite, which looks like one of ours.
pub(crate) fn token(number: usize) -> Token {
    Token::parse(&format!("scale{number:019}")).unwrap()
}

/// The user who made an invite, if one did.
pub(crate) fn creator(number: usize) -> Option<Username> {
    (number % TENTH == MADE_BY_USER).then(|| user(&format!("maker{}", number / TENTH / EACH)))
}

/// When an invite was made, in seconds: one a second, the last one just now.
pub(crate) fn created(number: usize, rows: usize) -> i64 {
    at(seconds(number) - seconds(rows)).seconds()
}

/// The id of an account in the tree.
fn account(number: usize) -> NodeId {
    NodeId(Token::parse(&format!("account{number}")).unwrap().id().0)
}

fn seconds(number: usize) -> i64 {
    i64::try_from(number).unwrap()
}

/// Loads so many invites and accounts.
pub(crate) fn load(place: &Place, rows: usize) {
    match place.database {
        Database::Sqlite => sqlite(place, rows),
        Database::Postgres => postgresql(place, rows),
    }
}

/// Bytes on the disk.
pub(crate) fn bytes(place: &Place) -> i64 {
    match place.database {
        Database::Sqlite => place.number("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
        Database::Postgres => place.number(
            "SELECT CAST(SUM(pg_total_relation_size(c.oid)) AS BIGINT) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND c.relkind = 'r'",
        ),
    }
}

fn sqlite(place: &Place, rows: usize) {
    let mut engine = Sqlite::open(place.file()).unwrap();
    let indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
    let indexes: Vec<(String, String)> =
        statement(&mut engine, indexes, &[]).into_iter().map(|mut row| (row.text().unwrap(), row.text().unwrap())).collect();
    for (name, _) in &indexes {
        statement(&mut engine, &format!("DROP INDEX {name}"), &[]);
    }
    // A gigabyte, for the index of random ids.
    statement(&mut engine, "PRAGMA cache_size = -1000000", &[]);
    let mut progress = Progress::new("sqlite: invites and accounts", rows);
    for first in (0..rows).step_by(PIECE) {
        transact(&mut engine, Mode::Lazy, |sql| {
            for number in first..rows.min(first + PIECE) {
                let (token, creator, name) = (token(number), creator(number), format!("reserved{number}"));
                let id = token.id();
                let (created, expires) = (created(number, rows), at(1_000_000 + seconds(number)).seconds());
                let name = (number % TENTH == 0).then_some(name.as_str());
                sql.run(
                    "INSERT INTO invites (id, host, token, kind, username, creator, user_authority, max_uses, created_at, expires_at, sweep_at)
                     VALUES (?1, ?2, ?3, 'account', ?4, ?5, ?6, 1, ?7, ?8, ?8)",
                    &[
                        Arg::Blob(&id.0),
                        Arg::Text(HOST),
                        Arg::Text(token.secret()),
                        Arg::text(name),
                        Arg::text(creator.as_ref().map(Username::as_str)),
                        Arg::Int(i64::from(creator.is_some())),
                        Arg::Int(created),
                        Arg::Int(expires),
                    ],
                )?;
                if let Some(name) = name {
                    let args = [Arg::Text(HOST), Arg::Text(name), Arg::Blob(&id.0)];
                    sql.run("INSERT INTO invite_names (host, username, invite, reserved) VALUES (?1, ?2, ?3, 1)", &args)?;
                }
                let (id, name, parent) = (account(number), format!("account{number}"), number.checked_sub(1).map(|below| account(below / INVITEES)));
                let parent = parent.as_ref().map_or(Arg::Null, |parent| Arg::Blob(&parent.0));
                let args = [Arg::Blob(&id.0), Arg::Text(HOST), Arg::Text(&name), parent, Arg::Int(created)];
                sql.run("INSERT INTO invite_tree (id, host, username, parent, joined_at) VALUES (?1, ?2, ?3, ?4, ?5)", &args)?;
                progress.at(number);
            }
            Ok(())
        })
        .unwrap();
    }
    let mut progress = Progress::new("sqlite: indexes", indexes.len());
    for (done, (_, index)) in indexes.iter().enumerate() {
        statement(&mut engine, index, &[]);
        progress.at(done + 1);
    }
    statement(&mut engine, "PRAGMA wal_checkpoint(TRUNCATE)", &[]);
}

/// By psql, since the library's connection has a deadline for each statement.
fn postgresql(place: &Place, rows: usize) {
    let indexes = "SELECT indexname::text, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey'";
    let indexes: Vec<(String, String)> = place.sql(indexes).into_iter().map(|mut row| (row.text().unwrap(), row.text().unwrap())).collect();
    psql(
        place,
        &indexes.iter().fold(String::new(), |mut all, (name, _)| {
            let _ = write!(all, "DROP INDEX {name};");
            all
        }),
    );
    let (expires, made) = (at(1_000_000).seconds(), created(0, rows));
    let id = "substr(sha256(convert_to('scale' || lpad(i::text, 19, '0'), 'UTF8')), 1, 16)";
    let account = |number: &str| format!("substr(sha256(convert_to('account' || ({number})::text, 'UTF8')), 1, 16)");
    let mut progress = Progress::new("postgresql: invites and accounts", rows);
    for first in (0..rows).step_by(STEP) {
        let numbers = format!("FROM generate_series({first}, {}) i", rows.min(first + STEP) - 1);
        psql(place, &format!(
            "INSERT INTO invites (id, host, token, kind, username, creator, user_authority, max_uses, created_at, expires_at, sweep_at)
             SELECT {id}, '{HOST}', 'scale' || lpad(i::text, 19, '0'), 'account', CASE WHEN i % {TENTH} = 0 THEN 'reserved' || i END,
             CASE WHEN i % {TENTH} = {MADE_BY_USER} THEN 'maker' || i / {TENTH} / {EACH} END, CASE WHEN i % {TENTH} = {MADE_BY_USER} THEN 1 ELSE 0 END,
             1, {made} + i, {expires} + i, {expires} + i {numbers};
             INSERT INTO invite_names (host, username, invite, reserved) SELECT '{HOST}', 'reserved' || i, {id}, 1 {numbers} WHERE i % {TENTH} = 0;
             INSERT INTO invite_tree (id, host, username, parent, joined_at)
             SELECT {}, '{HOST}', 'account' || i, CASE WHEN i > 0 THEN {} END, {made} + i {numbers}",
            account("i"), account(&format!("(i - 1) / {INVITEES}"))
        ));
        progress.at(first + STEP);
    }
    let mut progress = Progress::new("postgresql: indexes", indexes.len());
    for (done, (_, index)) in indexes.iter().enumerate() {
        psql(place, index);
        progress.at(done + 1);
    }
    psql(place, "VACUUM ANALYZE");
}

fn psql(place: &Place, text: &str) {
    let status = Command::new("psql").args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", &place.option(), "-c", text]).status();
    assert!(status.expect("psql, which comes with PostgreSQL").success(), "psql failed");
}
