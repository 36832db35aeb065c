//! What the ledger's verbs cost on an empty database, to compare two states of the code, and what one fdatasync costs on this disk.
//!
//! `spec/tools/postgres.sh run cargo bench --bench ledger` compares with the run before. Among many rows: `scale`. Aims: a claim with its redemption, and
//! likewise a creation, takes at most one fdatasync and 0.1 ms on SQLite; imports in chunks take more than 20,000 invites a second.

#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a benchmark that fails panics")]
#![allow(clippy::disallowed_methods, reason = "that is a rule for the library")]

#[allow(dead_code, unused_imports, unused_macros, reason = "it is the specs'; here some of it is used")]
#[path = "../ledger/common/mod.rs"]
mod common;

use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use common::{Database, Fixture, Place, Scratch, at, bound, facts, free, user};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::{Authority, Filter, LegacyInvite, Limit, Presentation, Query, Token};

/// Invites that one import writes in one transaction; `mod_invites` hands over so many.
const CHUNK: usize = 500;

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4)).sample_size(50);
    targets = sqlite, postgresql
}
criterion_main!(benches);

fn sqlite(criterion: &mut Criterion) {
    let scratch = Scratch::within(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let mut s = Fixture::at(Place::existing(scratch.path().join("0.sqlite").to_str().unwrap()));
    verbs(criterion, "sqlite, 0 invites", &mut s);
    println!("fdatasync of 4 KiB on this disk: {:.0?} (median)", fdatasync(scratch.path()));
}

fn postgresql(criterion: &mut Criterion) {
    let mut s = Fixture::new(Database::Postgres);
    verbs(criterion, "postgresql, 0 invites", &mut s);
}

/// An invite that is imported; every tenth has a name.
fn legacy(number: usize) -> LegacyInvite {
    let second = i64::try_from(number).unwrap() - 2_000_000;
    LegacyInvite {
        token: Token::parse(&format!("fill{number}")).unwrap(),
        kind: if number % 10 == 0 { bound(&format!("user{number}")) } else { free() },
        creator: None,
        authority: Authority::Server,
        limit: Limit::ONCE,
        created: at(second),
        expires: at(second + 3_000_000),
        landing_page: None,
        data: None,
    }
}

fn verbs(criterion: &mut Criterion, name: &str, s: &mut Fixture) {
    let mut group = criterion.benchmark_group(name);
    let (now, known) = (s.now, s.free());
    let check = |s: &mut Fixture, token: &str| s.ledger.check(token, &Purpose::Register, &Accounts::default(), now);
    group.bench_function("check, hit", |bencher| bencher.iter(|| check(s, black_box(known.secret())).unwrap()));
    group.bench_function("check, miss", |bencher| bencher.iter(|| check(s, black_box("abcdefghijklmnopqrstuvwx")).unwrap_err()));

    let mut number = 0;
    let absent = facts(&[("newcomer", AccountStatus::Absent)]);
    group.bench_function("claim and redeem", |bencher| {
        bencher.iter_custom(|rounds| {
            let presentations: Vec<Presentation> =
                (0..rounds).map(|_| s.free()).collect::<Vec<_>>().iter().map(|token| s.check(token).unwrap()).collect();
            let start = Instant::now();
            for presentation in &presentations {
                s.ledger.claim(presentation, &user("newcomer"), &absent, now).unwrap();
                s.ledger.redeem(presentation, None, now).unwrap();
            }
            start.elapsed()
        });
    });
    group.bench_function("claim, refused", |bencher| {
        let (token, absent) = (s.free(), facts(&[("other", AccountStatus::Absent)]));
        let (holder, other) = (s.check(&token).unwrap(), s.check(&token).unwrap());
        s.claim(&holder, "holder").unwrap();
        bencher.iter(|| s.ledger.claim(&other, &user("other"), &absent, now).unwrap_err());
        s.ledger.release(&holder).unwrap();
    });
    group.bench_function("create", |bencher| bencher.iter(|| s.free()));
    group.bench_function("create, bound to a name", |bencher| {
        bencher.iter(|| {
            number += 1;
            s.bound(&format!("bound{number}"))
        });
    });
    group.bench_function("list a page of 50", |bencher| bencher.iter(|| s.ledger.list(Query::of(Filter::Pending), None, 50, now).unwrap()));
    group.throughput(Throughput::Elements(CHUNK as u64));
    group.sample_size(20);
    let mut next = 0;
    group.bench_function(format!("import {CHUNK}"), |bencher| {
        bencher.iter_batched(
            || {
                next += CHUNK;
                (next..next + CHUNK).map(legacy).collect::<Vec<_>>()
            },
            |entries| s.ledger.import(&entries, now).unwrap(),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// What it costs here to have 4 KiB on the disk: the median of many tries.
fn fdatasync(folder: &Path) -> Duration {
    let mut file = File::create(folder.join("sync")).unwrap();
    let mut times: Vec<Duration> = (0..300)
        .map(|_| {
            let start = Instant::now();
            file.write_all(&[1; 4096]).unwrap();
            file.sync_data().unwrap();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}
