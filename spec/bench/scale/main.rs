//! What each verb of the ledger takes among many invites and accounts, on both engines.
//!
//! `cargo bench --bench scale -- [ROWS] [sqlite|postgresql] [FILE]` loads so many invites (a million if it is not said) and as many accounts of the
//! tree, measures, and prints a table; it also writes the figures as JSON to FILE. `spec/tools/postgres.sh run` gives it a PostgreSQL.

#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a benchmark that fails panics")]
#![allow(clippy::disallowed_methods, reason = "that is a rule for the library")]

#[allow(dead_code, unused_imports, unused_macros, reason = "it is the specs'; here some of it is used")]
#[path = "../../ledger/common/mod.rs"]
mod common;
mod figures;
mod load;
mod progress;
mod verbs;

use std::path::Path;
use std::time::Instant;

use common::{Fixture, Place, Scratch, database, statement};
use invites_core::store::Postgres;
use serde_json::{Value, json};

/// Rows of either kind if the command line does not say how many.
const ROWS: usize = 1_000_000;

fn main() {
    // Cargo adds options of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let rows = words.iter().find_map(|word| word.parse().ok()).unwrap_or(ROWS);
    let engines = ["sqlite", "postgresql"];
    let chosen: Vec<&str> = engines.into_iter().filter(|engine| words.iter().any(|word| word == engine)).collect();
    let chosen = if chosen.is_empty() { engines.to_vec() } else { chosen };
    let file = words.iter().find(|word| Path::new(word).extension().is_some());

    let results: Vec<Value> = chosen.into_iter().map(|engine| measure(engine, rows)).collect();
    if let Some(file) = file {
        std::fs::write(file, json!(results).to_string()).unwrap();
    }
}

/// Loads the rows, measures, and prints what came of it.
fn measure(engine: &str, rows: usize) -> Value {
    let scratch = Scratch::within(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let schema = (engine == "postgresql").then(Schema::new);
    let place = match &schema {
        None => Place::existing(scratch.path().join("invites.sqlite").to_str().unwrap()),
        Some(schema) => Place::existing(&schema.url()),
    };
    let mut fixture = Fixture::at(place);
    fixture.ledger.health().unwrap();
    let start = Instant::now();
    load::load(&fixture.place, rows);
    let (seconds, bytes) = (start.elapsed().as_secs_f64(), load::bytes(&fixture.place));
    println!("{engine}: {rows} invites and {rows} accounts, {} MB, loaded in {seconds:.0} s", bytes / 1_000_000);
    let verbs = verbs::measure(fixture, rows, engine);
    for (name, samples) in &verbs {
        println!("  {name:<42} {}", samples.text());
    }
    let verbs: Vec<Value> = verbs.iter().map(|(name, samples)| samples.json(name)).collect();
    json!({ "engine": engine, "rows": rows, "bytes": bytes, "seconds": seconds, "verbs": verbs })
}

/// A schema of our own in the PostgreSQL for tests. Unlike theirs, it waits for the disk.
struct Schema(String);

impl Schema {
    fn new() -> Self {
        let schema = Self(format!("scale_{}", std::process::id()));
        schema.run("CREATE SCHEMA", "");
        schema
    }

    fn url(&self) -> String {
        let server = database::server();
        let sign = if server.contains('?') { '&' } else { '?' };
        format!("{server}{sign}options=-c%20search_path%3D{}", self.0)
    }

    fn run(&self, before: &str, behind: &str) {
        statement(&mut Postgres::open(&database::server()).unwrap(), &format!("{before} {} {behind}", self.0), &[]);
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        self.run("DROP SCHEMA", "CASCADE");
    }
}
